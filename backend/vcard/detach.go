package vcard

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
)

// referenceMark starts a value that stands for a detached picture:
//
//	detached:HASH,MIME,FIRST,WIDTH,INDENT,BREAK,PAD
//
// HASH is the SHA-256 of the picture; FIRST and WIDTH are the base64 digits on the first and on the other physical
// lines; INDENT spells the white space before the latter with s and t; BREAK spells the line end with r and n; PAD is
// the number of = at the end. A value of the file that happens to start with the mark is itself detached, as text,
// with the FIRST "text".
const referenceMark = "detached:"

// folding is how a value of base64 is laid out in a file.
type folding struct {
	first, width int
	indent, eol  string
	pad          int
}

// reference is what a detached value says.
type pictureReference struct {
	hash, mime string
	text       bool // not base64 but the value itself was detached
	folding    folding
}

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// Detach takes the embedded pictures (PHOTO and LOGO) out of Raw and leaves references from which Attach writes
// exactly the same bytes again. It returns what it took out; Data of each is to be stored under its Hash. A picture
// whose base64 cannot be written again as it was stays in the card. A detached card is read, edited and converted
// like any other.
func (c *Card) Detach() []Photo {
	var taken []Photo
	var raw []byte
	done := 0
	for i := range c.Lines {
		l := &c.Lines[i]
		from, to, p, ok := l.detach()
		if !ok {
			continue
		}
		p.photo.Index = i
		taken = append(taken, p.photo)
		raw = append(raw, c.Raw[done:from]...)
		raw = append(raw, p.reference...)
		done = to
	}
	if taken == nil {
		return nil
	}
	raw = append(raw, c.Raw[done:]...)
	numbers := make([]int, len(c.Lines))
	for i := range c.Lines {
		numbers[i] = c.Lines[i].Number
	}
	c.reread(raw)
	for i := range c.Lines {
		c.Lines[i].Number = numbers[i]
	}
	return taken
}

type detached struct {
	photo     Photo
	reference string
}

// detach returns which bytes of the card a picture takes and what to write in their place.
func (l *Line) detach() (from, to int, d detached, ok bool) {
	if l.prop != photo && l.prop != logo || l.traits&(reference|nested|junk|quoted) != 0 {
		return 0, 0, d, false
	}
	from, value := l.payload()
	if bytes.HasPrefix(value, []byte(referenceMark)) {
		data := bytes.Clone(l.card.Raw[from:l.stop])
		d.photo = Photo{Hash: hashOf(data), Data: data}
		d.reference = referenceMark + d.photo.Hash + ",,text"
		return from, int(l.stop), d, true
	}
	b, ok := l.base64Bytes()
	if !ok {
		b, ok = l.unlabelledBinary()
	}
	if !ok {
		return 0, 0, d, false
	}
	b = bytes.TrimRight(b, " \t\r\n")
	layout, digits, ok := measureFolding(b)
	if !ok {
		return 0, 0, d, false
	}
	encoding := base64.RawStdEncoding.Strict()
	if layout.pad > 0 {
		encoding = base64.StdEncoding.Strict()
	}
	data := make([]byte, encoding.DecodedLen(len(digits)))
	size, err := encoding.Decode(data, digits)
	if err != nil || size == 0 {
		return 0, 0, d, false
	}
	data = data[:size]
	d.photo = Photo{Hash: hashOf(data), Mime: firstOf(sniff(data), l.mediaType()), Data: data}
	d.reference = layout.reference(d.photo)
	return from, from + len(b), d, true
}

// payload returns where the value, or the part of a data: URI after its comma, starts in the card, and what is there.
func (l *Line) payload() (from int, value []byte) {
	value = l.value()
	from = int(l.colon) + 1
	if l.traits&dataURI == 0 {
		return from, value
	}
	comma := bytes.IndexByte(value, ',') + 1
	return from + comma, value[comma:]
}

// measureFolding returns how b is folded and its digits, padding included. ok is false when its lines do not all look
// alike.
func measureFolding(b []byte) (f folding, digits []byte, ok bool) {
	stop := nextBreak(b, 0)
	f.first = stop
	digits = make([]byte, 0, len(b))
	digits = append(digits, b[:stop]...)
	last := -1
	for stop < len(b) {
		start := afterBreak(b, stop)
		eol := b[stop:start]
		text := start
		for text < len(b) && isSpace(b[text]) {
			text++
		}
		indent := b[start:text]
		stop = nextBreak(b, text)
		if last < 0 {
			f.eol, f.indent, f.width = string(eol), string(indent), stop-text
		} else if last != f.width || string(eol) != f.eol || string(indent) != f.indent {
			return f, nil, false
		}
		last = stop - text
		digits = append(digits, b[text:stop]...)
	}
	if last > f.width || last == 0 {
		return f, nil, false
	}
	f.pad = len(digits) - len(bytes.TrimRight(digits, "="))
	if bytes.IndexByte(digits, ' ') >= 0 || bytes.IndexByte(digits, '\t') >= 0 {
		return f, nil, false
	}
	return f, digits, f.pad <= 2
}

// appendFolded appends digits laid out like this.
func (f folding) append(out, digits []byte) []byte {
	cut := min(f.first, len(digits))
	out = append(out, digits[:cut]...)
	for digits = digits[cut:]; len(digits) > 0; digits = digits[cut:] {
		cut = len(digits)
		if f.width > 0 {
			cut = min(f.width, len(digits))
		}
		out = append(out, f.eol...)
		out = append(out, f.indent...)
		out = append(out, digits[:cut]...)
	}
	return out
}

var (
	spellBreaks  = strings.NewReplacer("\r", "r", "\n", "n", " ", "s", "\t", "t")
	unspellBreak = strings.NewReplacer("r", "\r", "n", "\n", "s", " ", "t", "\t")
)

func (f folding) reference(p Photo) string {
	return fmt.Sprintf("%s%s,%s,%d,%d,%s,%s,%d", referenceMark, p.Hash, p.Mime, f.first, f.width,
		spellBreaks.Replace(f.indent), spellBreaks.Replace(f.eol), f.pad)
}

// findReference marks the line as one whose picture is detached, if it is.
func (l *Line) findReference() {
	if l.prop != photo && l.prop != logo || l.traits&(nested|junk) != 0 {
		return
	}
	if _, ok := l.reference(); ok {
		l.traits |= reference
	}
}

// reference reads what the value says of a detached picture.
func (l *Line) reference() (r pictureReference, ok bool) {
	_, value := l.payload()
	// Blanks that stood behind the base64 still stand behind the reference.
	value = bytes.TrimRight(value[:min(len(value), 300)], " \t\r\n")
	text, ok := strings.CutPrefix(string(value), referenceMark)
	if !ok {
		return r, false
	}
	parts := strings.Split(text, ",")
	if len(parts) < 3 || len(parts[0]) != 2*sha256.Size {
		return r, false
	}
	r.hash, r.mime = parts[0], parts[1]
	if parts[2] == "text" && len(parts) == 3 {
		r.text = true
		return r, true
	}
	if len(parts) != 7 {
		return r, false
	}
	var errs [3]error
	r.folding.first, errs[0] = strconv.Atoi(parts[2])
	r.folding.width, errs[1] = strconv.Atoi(parts[3])
	r.folding.pad, errs[2] = strconv.Atoi(parts[6])
	r.folding.indent, r.folding.eol = unspellBreak.Replace(parts[4]), unspellBreak.Replace(parts[5])
	return r, errs == [3]error{} && r.folding.first >= 0 && r.folding.width >= 0
}

// Attach returns raw with its detached pictures put back, byte for byte as they were. It asks photo for each by its
// hash and passes on the error of that. A card without detached pictures is returned as it is.
func Attach(raw []byte, photo func(hash string) ([]byte, error)) ([]byte, error) {
	if !bytes.Contains(raw, []byte(referenceMark)) {
		return raw, nil
	}
	c, err := Parse(raw, Options{})
	if err != nil {
		return nil, fmt.Errorf("attach pictures: %w", err)
	}
	var out []byte
	done := 0
	for i := range c.Lines {
		l := &c.Lines[i]
		if l.traits&reference == 0 {
			continue
		}
		r, _ := l.reference()
		data, err := photo(r.hash)
		if err != nil {
			return nil, fmt.Errorf("attach picture %s: %w", r.hash, err)
		}
		from, _ := l.payload()
		out = append(out, raw[done:from]...)
		done = from + len(bytes.TrimRight(raw[from:l.stop], " \t\r\n"))
		if r.text {
			out = append(out, data...)
			continue
		}
		encoding := base64.RawStdEncoding
		if r.folding.pad > 0 {
			encoding = base64.StdEncoding
		}
		out = r.folding.append(out, encoding.AppendEncode(nil, data))
	}
	return append(out, raw[done:]...), nil
}

// reread makes raw, which has its BEGIN, the bytes of the card and finds its lines again.
func (c *Card) reread(raw []byte) {
	d, err := Parse(raw, Options{Charset: c.Charset})
	if err != nil {
		return
	}
	c.Raw, c.Lines, c.Version, c.dialect = d.Raw, d.Lines, d.Version, d.dialect
	for i := range c.Lines {
		c.Lines[i].card = c
	}
}
