package book

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
)

// Wherever a card stands in a file, over however many pieces it is read, it is found, and nothing else.
func TestCarveFindsEveryCard(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 7))
	const longest = 64
	for range 200 {
		var file bytes.Buffer
		var want []string
		for range chance.IntN(30) {
			switch chance.IntN(5) {
			case 0:
				file.WriteString(strings.Repeat("\x00", chance.IntN(300)))
			case 1:
				file.WriteString("BEGIN:VCARD\r\nFN:in pie")
				file.WriteByte(0)
			case 2:
				file.WriteString("END:VCARD")
			case 3:
				file.WriteString("BEGIN:VCARD" + strings.Repeat("x", longest) + "END:VCARD")
			default:
				card := "BEGIN:VCARD\r\nFN:" + strings.Repeat("o", chance.IntN(longest-len("BEGIN:VCARD\r\nFN:\r\nEND:VCARD"))) + "\r\nEND:VCARD"
				file.WriteString(card)
				want = append(want, card+"\r\n")
			}
		}
		var got []string
		in := iotest.OneByteReader(bytes.NewReader(file.Bytes()))
		if err := carveFrom(in, longest, func(card []byte) error {
			got = append(got, string(card))
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("of %q are carved %q, want %q", file.Bytes(), got, want)
		}
	}
}
