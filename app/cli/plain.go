package cli

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// plain makes text from a card harmless on a terminal: what moves the cursor, changes colours or titles, or turns the
// direction of the rest of the line around (C0, C1, escape sequences, bidi controls) is left out, line ends become spaces,
// and bytes that are no UTF-8 the replacement character.
func plain(text string) string {
	if harmless(text) {
		return text
	}
	var b strings.Builder
	for _, r := range withoutEscapes(text) {
		switch {
		case r == '\n' || r == '\t' || r == '\u2028' || r == '\u2029':
			b.WriteByte(' ')
		case unicode.IsControl(r) || isDirection(r):
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// plainLines is plain for text of several lines.
func plainLines(text string) []string {
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	for i, line := range lines {
		lines[i] = plain(line)
	}
	return lines
}

func harmless(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] < 0x20 || text[i] >= 0x7f {
			return utf8.ValidString(text) && strings.IndexFunc(text, func(r rune) bool {
				return unicode.IsControl(r) || isDirection(r) || r == '\u2028' || r == '\u2029'
			}) < 0
		}
	}
	return true
}

// isDirection tells of embeddings, overrides and isolates. The plain marks (U+200E, U+200F, U+061C) stay: they belong to
// right-to-left names and end with the letter beside them.
func isDirection(r rune) bool {
	return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// withoutEscapes takes whole escape sequences out (ECMA-48: CSI to its final byte, OSC and the other strings to their
// terminator), so that "\x1b[31mred" leaves "red" and not "[31mred".
func withoutEscapes(text string) string {
	runes := []rune(text)
	kept := runes[:0]
	for i := 0; i < len(runes); i++ {
		switch r := runes[i]; {
		case r == 0x9b:
			i = endOfCSI(runes, i+1)
		case r == 0x90 || r == 0x98 || r >= 0x9d && r <= 0x9f:
			i = endOfString(runes, i+1)
		case r == 0x1b && i+1 < len(runes):
			switch runes[i+1] {
			case '[':
				i = endOfCSI(runes, i+2)
			case ']', 'P', 'X', '^', '_':
				i = endOfString(runes, i+2)
			}
		default:
			kept = append(kept, r)
		}
	}
	return string(kept)
}

// endOfCSI is the index of the last rune of a control sequence: its final byte, if it has one.
func endOfCSI(runes []rune, i int) int {
	for i < len(runes) && runes[i] >= 0x20 && runes[i] < 0x40 {
		i++
	}
	if i < len(runes) && runes[i] >= 0x40 && runes[i] < 0x7f {
		return i
	}
	return i - 1
}

// endOfString is the index of the last rune of a control string's terminator. A string that nothing ends is taken for
// plain text, so that a stray introducer does not swallow a name.
func endOfString(runes []rune, start int) int {
	for i := start; i < len(runes); i++ {
		switch {
		case runes[i] == 0x07 || runes[i] == 0x9c:
			return i
		case runes[i] == 0x1b && i+1 < len(runes) && runes[i+1] == '\\':
			return i + 1
		}
	}
	return start - 1
}
