package book

import (
	"testing"

	"kaffeerunde/backend/contact"
)

func TestWholeBookNumbers(t *testing.T) {
	b := newBook(t)
	imported(t, b, ImportOptions{}, card("FN:Ada Example", "UID:a")+card("FN:Ada E.", "UID:b")+card("FN:Cem Example", "UID:c"))
	ada, part, cem := person(t, b, "a").ID, person(t, b, "b").ID, person(t, b, "c").ID
	if _, _, err := b.Meet(t.Context(), contact.Encounter{Kind: "coffee", Day: "2026-05-01", People: []contact.ID{cem}}); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Delete(t.Context(), []contact.ID{cem}); err != nil {
		t.Fatal(err)
	}
	if _, _, err := b.Merge(t.Context(), []contact.ID{ada, part}, nil); err != nil {
		t.Fatal(err)
	}
	again := newBook(t)
	if _, err := again.ImportWhole(t.Context(), wholeFile(t, b, ""), ""); err != nil {
		t.Fatal(err)
	}
	imported(t, again, ImportOptions{}, card("FN:Dora Neu", "UID:d")+card("FN:Emil Neu", "UID:e"))
	t.Run("who comes next gets the number of nobody whom something names", func(t *testing.T) {
		for _, uid := range []string{"d", "e"} {
			if id := person(t, again, uid).ID; id <= cem {
				t.Errorf("%s has the number %d, want one beyond %d", uid, id, cem)
			}
		}
	})
	t.Run("a merge is split again", func(t *testing.T) {
		if _, err := again.Split(t.Context(), ada); err != nil {
			t.Error(err)
		}
		sound(t, again)
	})
}

func TestWholeBookLater(t *testing.T) {
	again := newBook(t)
	change, err := again.ImportWhole(t.Context(), wholeFile(t, rich(t), ""), "")
	if err != nil {
		t.Fatal(err)
	}
	receipts, err := again.Receipts(t.Context())
	if err != nil || len(receipts) != 1 || receipts[0].Undecided != 1 || receipts[0].Files[0].Name != "whole.zip" {
		t.Fatalf("Receipts = %+v, %v, want that of the whole book with a card to be decided", receipts, err)
	}
	rows, err := again.Undecided(t.Context(), change.Operation, 0, 10)
	if err != nil || len(rows.Items) != 1 {
		t.Fatalf("Undecided = %+v, %v, want a card", rows, err)
	}
	if _, err := again.DecideLater(t.Context(), change.Operation, []int{rows.Items[0].Index}, DecisionMerge); err != nil {
		t.Error(err)
	}
	sound(t, again)
}

func TestRestoreOfAnotherBook(t *testing.T) {
	from, b := newBook(t), newBook(t)
	imported(t, from, ImportOptions{}, card("FN:Ben Beispiel", "UID:b")+card("FN:Ada Example", "UID:a"))
	imported(t, b, ImportOptions{}, card("FN:Ada Example", "UID:a"))
	for _, one := range []*Book{from, b} {
		if err := one.SetMe(t.Context(), person(t, one, "a").ID); err != nil {
			t.Fatal(err)
		}
	}
	r, err := b.Restore(t.Context(), wholeFile(t, from, ""), "")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if _, err := r.Run(t.Context()); err != nil {
		t.Fatal(err)
	}
	if own, err := b.Me(t.Context()); err != nil || own != person(t, b, "a").ID {
		t.Errorf("Me = %d, %v, want Ada, who is %d now", own, err, person(t, b, "a").ID)
	}
}
