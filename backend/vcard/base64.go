package vcard

import (
	"bytes"
	"encoding/base64"
	"net/http"
	"strings"
)

// base64Class says of each byte whether it is a base64 digit (1, also of the URL alphabet), padding (2), white space or a
// zero byte, which nobody shows (3), or none (0).
var base64Class = func() (class [256]byte) {
	for c := range 256 {
		switch b := byte(c); {
		case b == '-' || b == '_' || b == '+' || b == '/' || '0' <= b && b <= '9' || 'A' <= b && b <= 'Z' || 'a' <= b && b <= 'z':
			class[c] = 1
		case b == '=':
			class[c] = 2
		case b == ' ' || b == '\t' || b == '\r' || b == '\n' || b == 0:
			class[c] = 3
		}
	}
	return class
}()

// isBase64 reports whether a physical line may be a piece of base64.
func isBase64(line []byte) bool {
	for _, c := range line {
		if base64Class[c] == 0 {
			return false
		}
	}
	return true
}

// measureBase64 counts the digits of a base64 value. clean is false when there is something between or after them
// that base64 does not have, or too little to make whole bytes.
func measureBase64(b []byte) (digits int, clean bool) {
	padding, strange := 0, 0
	for i := 0; i < len(b); i++ {
		run := i
		for i < len(b) && base64Class[b[i]] == 1 {
			i++
		}
		if i > run {
			digits += i - run
			strange += padding
		}
		if i == len(b) {
			break
		}
		switch base64Class[b[i]] {
		case 2:
			padding++
		case 0:
			strange++
		}
	}
	return digits, strange == 0 && digits%4 != 1 && (padding == 0 || (digits+padding)%4 == 0)
}

// decodeBase64 decodes base64 in any folding, of either alphabet, padded or not, and leaves out what does not belong:
// also line breaks that were escaped as if they were text.
func decodeBase64(b []byte) []byte {
	text := withoutSpace(b)
	if bytes.IndexByte(text, '\\') >= 0 {
		text = []byte(escapedBreaks.Replace(string(text)))
	}
	digits := bytes.TrimRight(text, "=")
	out := make([]byte, base64.RawStdEncoding.DecodedLen(len(digits)))
	if n, err := base64.RawStdEncoding.Decode(out, digits); err == nil {
		return out[:n]
	}
	kept := digits[:0]
	for _, c := range digits {
		switch {
		case base64Class[c] != 1:
		case c == '-':
			kept = append(kept, '+')
		case c == '_':
			kept = append(kept, '/')
		default:
			kept = append(kept, c)
		}
	}
	if len(kept)%4 == 1 {
		kept = kept[:len(kept)-1]
	}
	n, _ := base64.RawStdEncoding.Decode(out, kept)
	return out[:n]
}

var escapedBreaks = strings.NewReplacer(`\n`, "", `\N`, "", `\r`, "")

// judgeBase64 looks for damage in a value that should be base64.
func (x *lexer) judgeBase64(l *Line) {
	data, ok := l.base64Bytes()
	if !ok {
		return
	}
	digits, clean := measureBase64(data)
	if clean {
		return
	}
	if digits < 2 {
		l.traits |= damaged
		x.quote(Unreadable{Card: x.card.Number, Line: l.Number, Reason: NoBase64}, bytes.TrimRight(l.Source(), "\r\n"))
		return
	}
	x.repair(l.Number, BrokenBase64, data[:min(len(data), quoteLimit)], "")
}

// base64Bytes returns the part of the value that is base64, folds included. ok is false when the value is something
// else, such as an address or a reference to a detached picture.
func (l *Line) base64Bytes() (b []byte, ok bool) {
	value := l.value()
	if l.traits&(reference|nested|junk) != 0 {
		return nil, false
	}
	if l.traits&dataURI != 0 {
		comma := bytes.IndexByte(value, ',')
		if comma < 0 || !isBase64Prefix(value[:comma]) {
			return nil, false
		}
		return value[comma+1:], true
	}
	if l.traits&base64Value == 0 || bytes.Contains(value[:min(len(value), 32)], []byte("://")) {
		return nil, false
	}
	return value, true
}

// isBase64Prefix reports whether the part of a data: URI before the comma announces base64 (RFC 2397). Exporters
// escape the comma.
func isBase64Prefix(prefix []byte) bool {
	prefix = bytes.TrimRight(withoutSpace(prefix), `\`)
	return len(prefix) >= 7 && equalFold(prefix[len(prefix)-7:], ";BASE64")
}

// Binary returns the bytes that the line embeds as base64 or as a data: URI (RFC 2397), and their media type:
// sniffed, else as the line says, else "". ok is false when it embeds none, also for the address of a picture
// elsewhere and for a detached one.
func (l *Line) Binary() (data []byte, mime string, ok bool) {
	b, ok := l.base64Bytes()
	if !ok {
		b, ok = l.unlabelledBinary()
	}
	if !ok {
		return nil, "", false
	}
	if l.traits&quoted != 0 {
		b = decodeQuoted(b)
	}
	data = decodeBase64(b)
	if len(data) == 0 {
		return nil, "", false
	}
	return data, firstOf(sniff(data), l.mediaType()), true
}

// unlabelledBinary returns the value of a PHOTO or LOGO that is base64 although no parameter says so.
func (l *Line) unlabelledBinary() ([]byte, bool) {
	if l.prop != photo && l.prop != logo || l.traits&(quoted|nested|junk|reference|dataURI) != 0 {
		return nil, false
	}
	value := l.value()
	if len(value) < 16 || !isBase64(value[:16]) || !isBase64(value) {
		return nil, false
	}
	if sniff(decodeBase64(value[:min(len(value), 256)])) != "" || strings.EqualFold(l.Param("VALUE"), "binary") {
		return value, true
	}
	return nil, false
}

// sniff returns the media type of a picture or sound by its first bytes, "" when it has none that is known.
func sniff(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("II*\x00")), bytes.HasPrefix(data, []byte("MM\x00*")):
		return "image/tiff"
	case len(data) > 12 && string(data[4:8]) == "ftyp" && (bytes.HasPrefix(data[8:], []byte("hei")) || bytes.HasPrefix(data[8:], []byte("mif1"))):
		return "image/heic"
	case len(data) > 12 && string(data[4:12]) == "ftypavif":
		return "image/avif"
	}
	mime := http.DetectContentType(data)
	for _, family := range []string{"image/", "audio/", "video/"} {
		if strings.HasPrefix(mime, family) {
			return mime
		}
	}
	return ""
}

// mediaType returns the media type that the line itself names, "" when it names none.
func (l *Line) mediaType() string {
	if l.traits&dataURI != 0 {
		value := withoutSpace(l.value()[:min(len(l.value()), 256)])
		rest := value[len("data:"):]
		if i := bytes.IndexAny(rest, ";,"); i > 0 {
			return string(bytes.ToLower(rest[:i]))
		}
	}
	if mime := l.Param("MEDIATYPE"); mime != "" {
		return mime
	}
	for _, t := range l.Types() {
		switch {
		case t == "jpg":
			return "image/jpeg"
		case l.prop == photo || l.prop == logo:
			return "image/" + t
		case l.prop == sound:
			return "audio/" + t
		}
	}
	return ""
}
