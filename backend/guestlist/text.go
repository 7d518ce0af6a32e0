package guestlist

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	xunicode "golang.org/x/text/encoding/unicode"
)

// decoded returns a text as UTF-8, its lines apart, and how it was encoded. Lines that are not UTF-8 are taken for windows-1252,
// one by one.
func decoded(raw []byte) (lines []string, encoding string) {
	encoding = "utf-8"
	order := xunicode.LittleEndian
	switch {
	case bytes.HasPrefix(raw, []byte("\xef\xbb\xbf")):
		raw = raw[3:]
	case bytes.HasPrefix(raw, []byte("\xff\xfe")), len(raw) > 3 && raw[0] != 0 && raw[1] == 0 && raw[3] == 0:
		encoding = "utf-16le"
	case bytes.HasPrefix(raw, []byte("\xfe\xff")), len(raw) > 3 && raw[0] == 0 && raw[1] != 0 && raw[2] == 0:
		encoding, order = "utf-16be", xunicode.BigEndian
	}
	if encoding != "utf-8" {
		if text, err := xunicode.UTF16(order, xunicode.UseBOM).NewDecoder().Bytes(raw); err == nil {
			raw = text
		}
	}
	lines = split(string(raw))
	for i, line := range lines {
		if utf8.ValidString(line) {
			continue
		}
		encoding = "windows-1252"
		if text, err := charmap.Windows1252.NewDecoder().String(line); err == nil {
			lines[i] = text
		} else {
			lines[i] = strings.ToValidUTF8(line, "\uFFFD")
		}
	}
	return lines, encoding
}

// split returns the lines of a text. They end as in any system; the last one needs no end, and no empty line follows it.
func split(text string) []string {
	var lines []string
	for len(text) > 0 {
		end := strings.IndexAny(text, "\r\n")
		if end < 0 {
			return append(lines, text)
		}
		if len(lines) == MaxLines {
			return append(lines, text)
		}
		lines = append(lines, text[:end])
		if strings.HasPrefix(text[end:], "\r\n") {
			end++
		}
		text = text[end+1:]
	}
	return lines
}

// seen returns a line as it is seen: without marks that nobody sees, every kind of space as a space. Tabs stay.
func seen(line string) string {
	plain := true
	for i := 0; i < len(line) && plain; i++ {
		plain = line[i] < utf8.RuneSelf && line[i] >= ' ' || line[i] == '\t'
	}
	if plain {
		return line
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return r
		case r == '\u200c':
			return ' ' // stands between the words of a Persian name
		case unicode.IsSpace(r), unicode.Is(unicode.Cc, r):
			return ' '
		case unicode.Is(unicode.Cf, r), r == unicode.ReplacementChar, r >= 0xfe00 && r <= 0xfe0f:
			return -1
		case r == '‐', r == '‑':
			return '-'
		case r == '｜', r == '│', r == '¦':
			return '|'
		case r == '，':
			return ','
		case r == '＠':
			return '@'
		}
		return r
	}, line)
}

var (
	bullet  = regexp.MustCompile(`^\s*(?:[•‣◦▪▫●○■□☐☑☒✓✔✗✘►▶→»·∙*+>–—-]\s+|[•‣◦▪●○■□☐☑✓✔►]|\[[ xX]?\]\s*|[oO]\s{2,})`)
	ordinal = regexp.MustCompile(`^\s*(?:\(?\d{1,5}\s?[.):]\)?\s*|#\d{1,5}\s+|\d{1,5}\s+[-–]\s+)`)
)

// unmarked takes the number and the bullet off a line.
func unmarked(line string) string {
	for range 2 {
		if line = strings.TrimLeft(line, " "); line == "" || isLetter(line[0]) {
			break
		}
		if at := bullet.FindStringIndex(line); at != nil {
			line = line[at[1]:]
		}
		if at := ordinal.FindStringIndex(line); at != nil && !startsLikeDate(line) {
			line = line[at[1]:]
		}
	}
	return strings.Trim(line, " ")
}

// isLetter tells whether a line begins with a letter of a name: an o may be a bullet, too.
func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' && c|0x20 != 'o' }

var dateLike = regexp.MustCompile(`(?i)^\s*\d{1,2}\.\s?(?:\d{1,2}\.|` + months + `\.?(?:\s+\d|$))`)

func startsLikeDate(line string) bool { return line[0] <= '9' && dateLike.MatchString(line) }

func tidy(s string) string { return strings.Join(strings.Fields(s), " ") }
