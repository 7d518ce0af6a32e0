package book

import (
	"errors"
	"testing"

	"kaffeerunde/backend/contact"
)

func TestDecideLater(t *testing.T) {
	b := newBook(t)
	imported(t, b, ImportOptions{}, card("N:Roth;Jana;;;", "FN:Jana Roth", "EMAIL:jana@mail.example"))
	twice := card("UID:one", "N:Roth;Jana;;;", "FN:Jana Roth", "EMAIL:jana@mail.example", "NOTE:sings")
	p, err := b.Preview(t.Context(), []string{file(t, "twice.vcf", twice+twice)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, pile := range []Pile{PileSame, PileSimilar} {
		if err := p.Decide(pile, DecisionLater); err != nil {
			t.Fatal(err)
		}
	}
	r, err := b.Import(t.Context(), p, nil)
	if err != nil || r.Later != 2 {
		t.Fatalf("receipt = %+v, %v, want two cards for later", r, err)
	}
	rows, err := b.Undecided(t.Context(), r.Operation, 0, 10)
	if err != nil {
		t.Fatal(err)
	}
	both := []int{rows.Items[0].Index, rows.Items[1].Index}

	t.Run("a card is decided with its own import only", func(t *testing.T) {
		if _, err := b.DecideLater(t.Context(), r.Operation-1, both, DecisionMerge); !errors.Is(err, contact.ErrNotFound) {
			t.Errorf("decide with another import = %v, want %v", err, contact.ErrNotFound)
		}
	})
	t.Run("the same card twice is merged into one person", func(t *testing.T) {
		if _, err := b.DecideLater(t.Context(), r.Operation, both, DecisionMerge); err != nil {
			t.Fatal(err)
		}
		if got := names(t, b, Query{}); len(got) != 1 {
			t.Errorf("people = %v, want Jana Roth alone", got)
		}
		sound(t, b)
	})
}
