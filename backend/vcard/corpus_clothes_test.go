package vcard_test

import (
	"bytes"
	"regexp"
	"slices"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"

	"kaffeerunde/backend/vcard"
)

// TestTheCorpusSaysTheSameInOtherClothes writes the files of the corpus with other line ends and in other encodings, as
// other programs would have, and expects the same of them.
func TestTheCorpusSaysTheSameInOtherClothes(t *testing.T) {
	expected := expectations(t)
	names, files := corpusFiles(t)
	ends := func(eol string) func([]byte) []byte {
		return func(b []byte) []byte {
			b = bytes.ReplaceAll(b, []byte("\r\r\n"), []byte("\n"))
			b = bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n"))
			return bytes.ReplaceAll(b, []byte("\n"), []byte(eol))
		}
	}
	utf16 := func(order unicode.Endianness, mark unicode.BOMPolicy) func([]byte) []byte {
		return func(b []byte) []byte {
			if !utf8.Valid(b) || bytes.HasPrefix(b, []byte("\xef\xbb\xbf")) {
				return nil
			}
			b, err := unicode.UTF16(order, mark).NewEncoder().Bytes(b)
			if err != nil {
				t.Fatal(err)
			}
			return b
		}
	}
	beginning, ending := regexp.MustCompile(`(?mi)^BEGIN:VCARD[ \t]*\r*$`), regexp.MustCompile(`(?mi)^END:VCARD[ \t]*\r*$`)
	clothes := []struct {
		name  string
		dress func([]byte) []byte // nil where the file cannot be dressed like that
	}{
		{"lines that end with LF", ends("\n")},
		{"lines that end with CR LF", ends("\r\n")},
		{"lines that end with CR CR LF", ends("\r\r\n")},
		{"lines that end with CR", ends("\r")},
		{"a byte-order mark", func(b []byte) []byte { return slices.Concat([]byte("\xef\xbb\xbf"), b) }},
		{"UTF-16 with a mark", utf16(unicode.LittleEndian, unicode.UseBOM)},
		{"UTF-16 without a mark", utf16(unicode.BigEndian, unicode.IgnoreBOM)},
		{"no BEGIN", func(b []byte) []byte { return beginning.ReplaceAll(b, nil) }},
		{"no END", func(b []byte) []byte { return ending.ReplaceAll(b, nil) }},
		{"a greeting before and zeros behind", func(b []byte) []byte {
			return slices.Concat([]byte("Hello,\n\nhere they are:\n"), b, make([]byte, 100))
		}},
	}
	for _, c := range clothes {
		t.Run(c.name, func(t *testing.T) {
			for _, name := range names {
				dressed := c.dress(files[name])
				want, ok := expected[name]
				if dressed == nil || !ok {
					continue
				}
				cards := readAll(t, vcard.NewReader(bytes.NewReader(dressed), vcard.Options{}))
				if len(cards) != want.Cards {
					t.Errorf("%s: %d cards, want %d", name, len(cards), want.Cards)
					continue
				}
				for i, w := range want.List {
					if !t.Run(name, func(t *testing.T) { checkCard(t, i+1, cards[i], w) }) {
						break
					}
				}
			}
		})
	}
}
