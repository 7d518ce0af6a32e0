package book

import (
	"context"
	"errors"
	"io"
	"iter"
	"strings"
	"testing"

	"kaffeerunde/backend/vcard"
)

// faulty is a reader that panics with what stands on a card once its text is read.
type faulty struct{ text io.Reader }

func (f faulty) Read(p []byte) (int, error) {
	n, err := f.text.Read(p)
	if errors.Is(err, io.EOF) {
		panic("Ärna Roth")
	}
	return n, err
}

func TestFaultsOfTheProgram(t *testing.T) {
	text := card("FN:Ärna Roth")
	long := strings.Repeat(text, 20_000) // beyond what is looked at before the first card
	for _, c := range []struct {
		claim string
		in    io.Reader
		names *namer
	}{
		{"a panic while cards are split", faulty{strings.NewReader(long)}, newNamer()},
		{"a panic while a card is read", strings.NewReader(text), nil},
	} {
		t.Run(c.claim+" is an error with the number of the card and nothing of what stands on it", func(t *testing.T) {
			f := &flow{reader: vcard.NewReader(c.in, vcard.Options{}), names: c.names}
			var got error
			for b, err := range f.batches(t.Context()) {
				got = err
				for i := range b.read {
					got = errors.Join(got, b.read[i].err)
				}
			}
			if !errors.Is(got, errFault) || !strings.Contains(got.Error(), "read card ") || strings.Contains(got.Error(), "Ärna") {
				t.Errorf("error = %v, want %v at a card", got, errFault)
			}
		})
	}
	t.Run("a panic on one of the cores is an error", func(t *testing.T) {
		err := share(t.Context(), 2, func(iter.Seq[int]) error { panic(context.Canceled) })
		if !errors.Is(err, errFault) {
			t.Errorf("share = %v, want %v", err, errFault)
		}
	})
}
