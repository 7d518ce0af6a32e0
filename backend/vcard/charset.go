package vcard

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/ianaindex"
)

// fallbackCharset is what 8-bit text without a label is taken for: what Windows and old phones in western Europe wrote.
const fallbackCharset = "windows-1252"

// charset is an encoding by one of its names; its encoding is nil for UTF-8.
type charset struct {
	name     string
	encoding encoding.Encoding
	ascii    bool // the name promised ASCII
}

// charsetNamed returns the charset of an IANA name or one of the names browsers know.
func charsetNamed(name string) (c charset, ok bool) {
	name = strings.Trim(name, "\"' \t")
	switch strings.ToUpper(name) {
	case "UTF-8", "UTF8":
		return charset{name: "utf-8"}, true
	case "US-ASCII", "ASCII":
		return charset{name: fallbackCharset, encoding: charmap.Windows1252, ascii: true}, true
	}
	if page, ok := codePages[strings.ToLower(name)]; ok {
		name = page
	}
	e, err := htmlindex.Get(name)
	if err != nil {
		e, err = ianaindex.MIME.Encoding(name)
	}
	if err != nil || e == nil || e == encoding.Replacement {
		return charset{}, false
	}
	if canonical, err := htmlindex.Name(e); err == nil {
		name = canonical
	}
	if name == "utf-8" {
		return charset{name: name}, true
	}
	return charset{name: strings.ToLower(name), encoding: e}, true
}

// codePages are the names that Windows gives to charsets of others.
var codePages = map[string]string{
	"ansi": "windows-1252", "cp932": "shift_jis", "cp936": "gbk", "cp949": "euc-kr", "cp950": "big5", "cp1250": "windows-1250",
	"cp1253": "windows-1253", "cp1254": "windows-1254", "cp1255": "windows-1255", "cp1257": "windows-1257",
}

// decode returns b as UTF-8. ok is false when some of it is not of this charset; those bytes become U+FFFD.
func (c charset) decode(b []byte) (s string, ok bool) {
	if c.encoding == nil {
		if utf8.Valid(b) {
			return string(b), true
		}
		return fixUTF8(b), false
	}
	decoded, err := c.encoding.NewDecoder().Bytes(b)
	if err != nil {
		return fixUTF8(b), false
	}
	s = strings.TrimPrefix(string(decoded), "\ufeff")
	return s, !strings.ContainsRune(s, utf8.RuneError)
}

// isWrong reports whether b is UTF-8 although it is said to be of this charset: letters beyond ASCII that are UTF-8 by
// chance are next to impossible in the 8-bit charsets of one byte a letter, and no value of a card in bytes is UTF-16.
// What is quoted was encoded by somebody who had the charset in mind.
func (c charset) isWrong(b []byte, quoted bool) bool {
	if c.encoding == nil || !utf8.Valid(b) {
		return false
	}
	if _, single := c.encoding.(*charmap.Charmap); single {
		return (c.ascii || !quoted) && !isASCII(b)
	}
	return strings.HasPrefix(c.name, "utf-") && len(b) > 0 && bytes.IndexByte(b, 0) < 0
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// fixUTF8 replaces each byte that is not UTF-8 by U+FFFD and leaves the rest alone.
func fixUTF8(b []byte) string {
	if utf8.Valid(b) {
		return string(b)
	}
	var s strings.Builder
	s.Grow(len(b) + 8)
	for _, r := range string(b) {
		s.WriteRune(r)
	}
	return s.String()
}

// mostlyUTF8 reports whether b is UTF-8 with some damage rather than 8-bit text: 8-bit text hardly ever looks like
// UTF-8.
func mostlyUTF8(b []byte) bool {
	good, bad := 0, 0
	for len(b) > 0 {
		if b[0] < utf8.RuneSelf {
			b = b[1:]
			continue
		}
		r, size := utf8.DecodeRune(b)
		if r == utf8.RuneError && size == 1 {
			bad++
		} else {
			good++
		}
		b = b[size:]
	}
	return good > 0 && good >= bad
}

// decodeText returns bytes of a line as UTF-8 (point 5 and 6 of the reading rules): by its CHARSET, else as UTF-8,
// else by the charset of the card. ok is false when something had to be replaced.
func (l *Line) decodeText(b []byte) (s string, ok bool) {
	if cs, known := l.charset(); known && !cs.isWrong(b, l.traits&quoted != 0) {
		return cs.decode(b)
	}
	if utf8.Valid(b) {
		return string(b), true
	}
	if mostlyUTF8(b) {
		return fixUTF8(b), false
	}
	return l.card.fallback().decode(b)
}

// charset returns what the CHARSET of the line names; known is false when it has none, or one that nobody knows.
func (l *Line) charset() (c charset, known bool) {
	switch {
	case l.traits&labelledUTF8 != 0:
		return charset{name: "utf-8"}, true
	case l.traits&labelled != 0:
		return charsetNamed(l.Param("CHARSET"))
	}
	return charset{}, false
}

// fallback returns the charset of text that is not UTF-8 and has no label.
func (c *Card) fallback() charset {
	if cs, ok := charsetNamed(c.Charset); ok && c.Charset != "" {
		return cs
	}
	return charset{name: fallbackCharset, encoding: charmap.Windows1252}
}

// judgeText decides in which charset the unlabelled 8-bit text of the card is, and lists what had to be guessed.
func (x *lexer) judgeText() {
	c := x.card
	plain := utf8.Valid(c.Raw)
	own := ""
	suspects := false
	for i := range c.Lines {
		l := &c.Lines[i]
		switch {
		case l.traits&labelled != 0:
			cs, known := l.charset()
			switch {
			case !known:
				x.repair(l.Number, UnknownCharset, []byte(l.Param("CHARSET")), "")
				suspects = true
			case l.isMislabelled(cs):
				text, _ := l.decodeText(l.plainBytes())
				x.repair(l.Number, WrongCharset, []byte(text), "utf-8")
			case cs.encoding != nil && own == "":
				own = cs.name
			case cs.encoding == nil && !l.isUTF8(plain):
				x.repair(l.Number, BrokenText, l.Raw(), "")
			}
		case l.traits&quoted != 0:
			suspects = true
		}
	}
	x.format.seeCharset(own)
	if plain && !suspects {
		return
	}
	x.guess(own)
}

// isMislabelled reports whether the CHARSET of the line is not that of its value.
func (l *Line) isMislabelled(cs charset) bool {
	return cs.encoding != nil && l.traits&(nested|junk|base64Value) == 0 && cs.isWrong(l.plainBytes(), l.traits&quoted != 0)
}

// plainBytes returns the value without its transport encoding.
func (l *Line) plainBytes() []byte {
	if l.traits&quoted != 0 {
		return decodeQuoted(l.value())
	}
	if l.traits&folded != 0 {
		return l.Raw()
	}
	return l.value()
}

// isUTF8 reports whether the value is UTF-8. plain says that all of the card is, as far as it is not encoded.
func (l *Line) isUTF8(plain bool) bool {
	return l.traits&quoted == 0 && plain || utf8.Valid(l.plainBytes())
}

// guess settles the fallback charset where a line needs one.
func (x *lexer) guess(own string) {
	c := x.card
	for i := range c.Lines {
		l := &c.Lines[i]
		if l.traits&(nested|junk|base64Value) != 0 {
			continue
		}
		if _, known := l.charset(); known {
			continue
		}
		text := l.plainBytes()
		if utf8.Valid(text) {
			continue
		}
		if mostlyUTF8(text) {
			x.repair(l.Number, BrokenText, l.Raw(), "")
			continue
		}
		if c.Charset == "" {
			c.Charset = firstOf(x.options.Charset, own, x.format.charset, fallbackCharset)
			x.format.guessed = c.fallback().name
			guessed, _ := c.fallback().decode(text)
			x.repair(l.Number, GuessedCharset, []byte(guessed), c.fallback().name)
		}
	}
}

func firstOf(words ...string) string {
	for _, w := range words {
		if w != "" {
			return w
		}
	}
	return ""
}
