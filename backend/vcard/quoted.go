package vcard

import "bytes"

// decodeQuoted decodes quoted-printable (RFC 2045 section 6.7) as vCard 2.1 uses it: a = at the end of a physical
// line joins the next one, whose leading white space is data. It also takes out folds of the other kind, which
// exporters mix in. A = that is followed by anything else is kept.
func decodeQuoted(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); {
		stop := i + plainRun(b[i:])
		out = append(out, b[i:stop]...)
		i = stop
		if i == len(b) {
			break
		}
		if isBreak(b[i]) {
			i = afterBreak(b, i)
			if i < len(b) && isSpace(b[i]) {
				i++
				continue
			}
			out = append(out, '\n')
			continue
		}
		if i+2 < len(b) && isHex(b[i+1]) && isHex(b[i+2]) {
			out = append(out, unhex(b[i+1])<<4|unhex(b[i+2]))
			i += 3
			continue
		}
		after, soft := softBreak(b, i)
		if soft {
			i = after
			continue
		}
		out = append(out, '=')
		i++
	}
	return out
}

// isQuoted reports whether each = in b starts an octet or ends a physical line.
func isQuoted(b []byte) bool {
	for i := 0; ; {
		step := bytes.IndexByte(b[i:], '=')
		if step < 0 {
			return true
		}
		i += step
		if i+2 < len(b) && isHex(b[i+1]) && isHex(b[i+2]) {
			i += 3
			continue
		}
		after, soft := softBreak(b, i)
		if !soft {
			return false
		}
		i = after
	}
}

// plainRun returns the number of bytes before the next = or line break.
func plainRun(b []byte) int {
	for i, c := range b {
		if c == '=' || c == '\r' || c == '\n' {
			return i
		}
	}
	return len(b)
}

// softBreak reports whether the = at b[i] ends its physical line, and where the next line starts.
func softBreak(b []byte, i int) (after int, soft bool) {
	j := i + 1
	for j < len(b) && isSpace(b[j]) {
		j++
	}
	if j == len(b) {
		return j, true
	}
	if isBreak(b[j]) {
		return afterBreak(b, j), true
	}
	return 0, false
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
// before column 76 and never inside a character, so that readers that decode line by line get whole characters, and
// no line starts like BEGIN or END.
func appendQuoted(out []byte, text string, used int, eol string) []byte {
	var piece []byte
	for _, r := range text {
		piece = appendQuotedRune(piece[:0], r, false)
		if used+len(piece) > lineWidth-1 {
			out = append(out, '=')
			out = append(out, eol...)
			used = 0
			piece = appendQuotedRune(piece[:0], r, r == 'B' || r == 'b' || r == 'E' || r == 'e')
		}
		out = append(out, piece...)
		used += len(piece)
	}
	return out
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
