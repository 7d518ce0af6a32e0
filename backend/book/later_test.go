package book

import (
	"errors"
	"slices"
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

func TestMergeLater(t *testing.T) {
	b := newBook(t)
	imported(t, b, ImportOptions{}, card("N:Roth;Jana;;;", "FN:Jana Roth", "EMAIL:jana@mail.example", "TITLE:Chefin", "NOTE:kocht", "RELATED:urn:uuid:ben")+
		card("UID:ben", "FN:Ben Bauer"))
	p, err := b.Preview(t.Context(), []string{file(t, "new.vcf", card("N:Roth;Jana;;;", "FN:Jana Roth", "EMAIL:jana@mail.example", "TITLE:Chorleiterin", "NOTE:singt"))}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Decide(PileSimilar, DecisionLater); err != nil {
		t.Fatal(err)
	}
	r, err := b.Import(t.Context(), p, nil)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := b.Undecided(t.Context(), r.Operation, 0, 10)
	if err != nil || len(rows.Items) != 1 {
		t.Fatalf("rows = %+v, %v, want one", rows, err)
	}
	row := rows.Items[0].Index
	differences, err := b.LaterDifferences(t.Context(), r.Operation, row)
	if got, want := told(differences), []string{"title: Chefin | Chorleiterin", "related: Ben Bauer | ", "note: kocht | singt"}; err != nil || !slices.Equal(got, want) {
		t.Fatalf("differences = %q, %v, want %q", got, err, want)
	}
	if _, err := b.LaterDifferences(t.Context(), r.Operation+1, row); !errors.Is(err, contact.ErrNotFound) {
		t.Errorf("differences of another import = %v, want %v", err, contact.ErrNotFound)
	}
	var invalid *contact.InvalidError
	if _, err := b.MergeLater(t.Context(), r.Operation, row, []Choice{ChoiceMine}); !errors.As(err, &invalid) {
		t.Errorf("too few choices = %v, want an InvalidError", err)
	}
	before := dump(t, b)
	change, err := b.MergeLater(t.Context(), r.Operation, row, []Choice{ChoiceTheirs, ChoiceMine, ChoiceMine})
	if err != nil {
		t.Fatal(err)
	}
	jana, err := b.FindPerson(t.Context(), "Jana Roth")
	if err != nil || jana.Title != "Chorleiterin" || !slices.Equal(jana.Notes, []string{"kocht"}) {
		t.Errorf("title %q, notes %q, %v, want what was chosen", jana.Title, jana.Notes, err)
	}
	if _, err := b.Undo(t.Context(), change.Operation); err != nil {
		t.Fatal(err)
	}
	if after := dump(t, b); after != before {
		t.Errorf("after undo the book is\n%s\nwant\n%s", after, before)
	}
	sound(t, b)
}

func TestNewerCardOfOneThatWaits(t *testing.T) {
	b := newBook(t)
	waiting := []string{"UID:b", "FN:Ada Roth", "EMAIL:ada@mail.example"}
	imported(t, b, ImportOptions{}, card("UID:a", "FN:Ada Roth", "EMAIL:ada@mail.example"))
	imported(t, b, ImportOptions{Similar: DecisionLater}, card(append(waiting, "NOTE:one")...))
	again := imported(t, b, ImportOptions{Similar: DecisionLater}, card(append(waiting, "NOTE:one")...)+card(append(waiting, "NOTE:two")...))
	if again.Same != 1 || again.Similar != 1 {
		t.Errorf("the same and a newer card are %d same and %d similar, want one of each", again.Same, again.Similar)
	}
}
