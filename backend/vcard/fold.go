package vcard

import (
	"bytes"
	"unicode/utf8"
)

// lineWidth is the most octets of a physical line without its line end (RFC 6350 section 3.2).
const lineWidth = 75

func isSpace(c byte) bool { return c == ' ' || c == '\t' }
func isBreak(c byte) bool { return c == '\r' || c == '\n' }

// afterBreak returns where the line after the break at b[i] starts. A run of CR before LF is one break.
func afterBreak(b []byte, i int) int {
	j := i
	for j < len(b) && b[j] == '\r' {
		j++
	}
	if j < len(b) && b[j] == '\n' {
		return j + 1
	}
	return i + 1
}

// nextBreak returns where the next line break starts at or after b[i], or len(b).
func nextBreak(b []byte, i int) int {
	lf := bytes.IndexByte(b[i:], '\n')
	if lf < 0 {
		lf = len(b) - i
	}
	if cr := bytes.IndexByte(b[i:i+lf], '\r'); cr >= 0 {
		return i + cr
	}
	return i + lf
}

// unfold takes folds out (RFC 6350 section 3.2), also those that empty lines stand before, as in files whose line ends
// were doubled. A line that goes on without white space is text with a line break in it.
func unfold(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); {
		stop := nextBreak(b, i)
		out = append(out, b[i:stop]...)
		if stop == len(b) {
			break
		}
		i = afterBreak(b, stop)
		if text := afterBreaks(b, i); text < len(b) && isSpace(b[text]) {
			i = text + 1
			continue
		}
		out = append(out, '\n')
	}
	return out
}

// afterBreaks returns where the first line at or after b[i] starts that is not empty, or len(b).
func afterBreaks(b []byte, i int) int {
	for i < len(b) && isBreak(b[i]) {
		i = afterBreak(b, i)
	}
	return i
}

// withoutSpace takes out line breaks and white space, which mean nothing in base64.
func withoutSpace(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); {
		stop := nextBreak(b, i)
		piece := bytes.Trim(b[i:stop], " \t")
		if bytes.IndexByte(piece, ' ') < 0 {
			out = append(out, piece...)
		} else {
			for _, word := range bytes.Fields(piece) {
				out = append(out, word...)
			}
		}
		if stop == len(b) {
			break
		}
		i = afterBreak(b, stop)
	}
	return out
}

// appendFolded appends line folded at lineWidth octets, never inside a character, and ends it with eol.
func appendFolded(out, line []byte, eol string) []byte {
	width := lineWidth
	for len(line) > width {
		cut := foldAt(line, width)
		if cut == 0 {
			break
		}
		out = append(out, line[:cut]...)
		out = append(out, eol...)
		out = append(out, ' ')
		line, width = line[cut:], lineWidth-1
	}
	out = append(out, line...)
	return append(out, eol...)
}

// foldAt returns where a line that is longer than width is folded; 0 means nowhere. What would be a line of nothing but white space,
// which readers take for an empty one, gets the last character before it; where there is none, a long line is the lesser evil.
func foldAt(line []byte, width int) int {
	cut := charAt(line, width)
	next := line[cut:min(cut+lineWidth-1, len(line))]
	if len(bytes.TrimLeft(next, " \t")) > 0 {
		return cut
	}
	return charAt(line, max(len(bytes.TrimRight(line[:cut], " \t"))-1, 0))
}

// charAt returns where the character starts that the octet line[i] is in. Octets that are no UTF-8 count one by one.
func charAt(line []byte, i int) int {
	for at := i; at > i-utf8.UTFMax && at >= 0; at-- {
		if utf8.RuneStart(line[at]) {
			return at
		}
	}
	return i
}
