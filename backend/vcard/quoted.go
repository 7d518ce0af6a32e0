package vcard

import (
	"bytes"
	"strings"
)

// decodeQuoted decodes quoted-printable (RFC 2045 section 6.7) as vCard 2.1 uses it: a = at the end of a physical
// line joins the next one, whose leading white space is data. It also takes out folds of the other kind, which
// exporters mix in. Lines are joined first: some exporters break inside of an =XX. A = that is followed by anything
// else is kept.
func decodeQuoted(b []byte) []byte {
	b = joinQuoted(b)
	out := b[:0]
	for i := 0; i < len(b); {
		if b[i] == '=' && isOctet(b[i:]) {
			out = append(out, unhex(b[i+1])<<4|unhex(b[i+2]))
			i += 3
			continue
		}
		out = append(out, b[i])
		i++
	}
	return out
}

// isQuoted reports whether each = in b starts an octet or ends a physical line.
func isQuoted(b []byte) bool {
	if bytes.IndexByte(b, '=') < 0 {
		return true
	}
	b = joinQuoted(b)
	for {
		i := bytes.IndexByte(b, '=')
		if i < 0 {
			return true
		}
		if !isOctet(b[i:]) {
			return false
		}
		b = b[i+3:]
	}
}

// isOctet reports whether b starts with = and two hexadecimal digits.
func isOctet(b []byte) bool {
	return len(b) > 2 && b[0] == '=' && isHex(b[1]) && isHex(b[2])
}

// endsSoft reports whether a physical line ends with a soft line break.
func endsSoft(line []byte) bool {
	line = bytes.TrimRight(line, " \t")
	return len(line) > 0 && line[len(line)-1] == '='
}

// joinQuoted unfolds a quoted-printable value without decoding it.
func joinQuoted(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); {
		stop := nextBreak(b, i)
		line := b[i:stop]
		soft := endsSoft(line)
		if soft {
			line = bytes.TrimRight(line, " \t")
			line = line[:len(line)-1]
		}
		out = append(out, line...)
		if stop == len(b) {
			break
		}
		i = afterBreak(b, stop)
		switch {
		case soft:
		case i < len(b) && isSpace(b[i]):
			i++
		default:
			out = append(out, '\n')
		}
	}
	return out
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'A' <= c && c <= 'F' || 'a' <= c && c <= 'f'
}

func unhex(c byte) byte {
	switch {
	case c <= '9':
		return c - '0'
	case c <= 'F':
		return c - 'A' + 10
	default:
		return c - 'a' + 10
	}
}

const upperHex = "0123456789ABCDEF"

// appendQuoted appends text in quoted-printable to a physical line that already has used octets. It breaks softly
// before column 76 and never inside a character, so that readers that decode line by line get whole characters. What
// stands around a break is encoded: Evolution sees a break only behind an octet, ez-vcard drops white space after one,
// and no line may start like BEGIN or END. What separates components and items is never encoded, for readers that split
// before they decode.
func appendQuoted(out []byte, text string, used int, eol string) []byte {
	const width = lineWidth - len("=41") // room for the break, and for the character before it to be encoded
	start := len(out)
	var piece []byte
	for _, r := range text {
		piece = appendQuotedRune(piece[:0], r, false)
		if used+len(piece) > width {
			line := bytes.TrimRight(out[start:], `;,\`)
			separators := bytes.Clone(out[start+len(line):])
			out = append(endQuoted(out[:start+len(line)], start), '=')
			out = append(out, eol...)
			start = len(out)
			out = append(out, separators...)
			used = len(separators)
			piece = appendQuotedRune(piece[:0], r, strings.ContainsRune("BbEe ", r))
		}
		out = append(out, piece...)
		used += len(piece)
	}
	return out
}

// endQuoted encodes the last character of a line of quoted-printable that starts at start.
func endQuoted(out []byte, start int) []byte {
	last := len(out) - 1
	if last < start || last-2 >= start && isOctet(out[last-2:]) {
		return out
	}
	return appendQuotedRune(out[:last], rune(out[last]), true)
}

func appendQuotedRune(out []byte, r rune, always bool) []byte {
	if !always && r >= ' ' && r < 0x7f && r != '=' {
		return append(out, byte(r))
	}
	for _, c := range []byte(string(r)) {
		out = append(out, '=', upperHex[c>>4], upperHex[c&15])
	}
	return out
}
