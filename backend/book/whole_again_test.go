package book

import (
	"maps"
	"testing"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
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
	imported(t, b, ImportOptions{}, card("FN:Ada Example", "UID:a")+card("FN:Cem Example", "UID:c"))
	for i, one := range []*Book{from, b} {
		if err := one.SetMe(t.Context(), person(t, one, "a").ID); err != nil {
			t.Fatal(err)
		}
		err := one.store.Keep(t.Context(), func(tx *store.Tx) error {
			for id := range contact.ID(2) {
				if err := tx.PutPlaces(t.Context(), "all", []store.Place{{Node: personKey(id + 1), X: 0.1 + float64(10*i), Y: float64(id), Pinned: true}}); err != nil {
					return err
				}
			}
			return tx.Set(t.Context(), []string{"theirs", "mine"}[i], "set")
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	before, said := chosenIn(t, b), dump(t, b)
	r, err := b.Restore(t.Context(), wholeFile(t, from, ""), "")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if _, err := r.Run(t.Context()); err != nil {
		t.Fatal(err)
	}
	t.Run("the owner is who they are in it", func(t *testing.T) {
		if own, err := b.Me(t.Context()); err != nil || own != person(t, b, "a").ID {
			t.Errorf("Me = %d, %v, want Ada, who is %d now", own, err, person(t, b, "a").ID)
		}
	})
	t.Run("who has a number of somebody else stands where they stood in the other book", func(t *testing.T) {
		placed(t, b, map[string]float64{personKey(1): 0.1, personKey(2): 0.1})
	})
	after := chosenIn(t, b)
	t.Run("an undo brings back who the owner is, what was set and where people stood, and a redo the other's", func(t *testing.T) {
		for range 2 {
			if _, err := b.Undo(t.Context(), 0); err != nil {
				t.Fatal(err)
			}
			if got := chosenIn(t, b); got != before || dump(t, b) != said {
				t.Errorf("after an undo\n%s\nwant\n%s", got, before)
			}
			if _, err := b.Redo(t.Context()); err != nil {
				t.Fatal(err)
			}
			if got := chosenIn(t, b); got != after {
				t.Errorf("after a redo\n%s\nwant\n%s", got, after)
			}
		}
	})
	t.Run("what was chosen since stays", func(t *testing.T) {
		if err := b.SetMe(t.Context(), person(t, b, "b").ID); err != nil {
			t.Fatal(err)
		}
		err := b.store.Keep(t.Context(), func(tx *store.Tx) error {
			return tx.PutPlaces(t.Context(), "all", []store.Place{{Node: personKey(2), X: 77}})
		})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := b.Undo(t.Context(), 0); err != nil {
			t.Fatal(err)
		}
		if own, err := b.Me(t.Context()); own != 1 || err != nil {
			t.Errorf("Me = %d, %v, want 1", own, err)
		}
		placed(t, b, map[string]float64{personKey(1): 10.1, personKey(2): 77})
	})
}

func TestUndoOfAWholeBookFromElsewhere(t *testing.T) {
	from, b := newBook(t), newBook(t)
	imported(t, from, ImportOptions{}, card("FN:Ada Example", "UID:a", "TEL:0664 1234567"))
	settings, err := from.Settings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	settings.Region = "AT"
	if err := from.SaveSettings(t.Context(), settings); err != nil {
		t.Fatal(err)
	}
	change, err := b.ImportWhole(t.Context(), wholeFile(t, from, ""), "")
	if err != nil {
		t.Fatal(err)
	}
	imported(t, b, ImportOptions{}, card("FN:Ben Beispiel", "UID:b", "TEL:030 1234567"))
	sound(t, b)
	if _, err := b.Undo(t.Context(), change.Operation); err != nil {
		t.Fatal(err)
	}
	if settings, err = b.Settings(t.Context()); err != nil || settings.Region != homeRegion {
		t.Errorf("region = %q, %v, want %q again", settings.Region, err, homeRegion)
	}
	equal(t, "who is found by the number as it is dialled at home", names(t, b, Query{Text: "+49301234567"}), "Ben Beispiel")
	sound(t, b)
}

// placed sees where people stand.
func placed(t *testing.T, b *Book, want map[string]float64) {
	t.Helper()
	got := map[string]float64{}
	err := b.store.Read(t.Context(), func(tx *store.Tx) error {
		return tx.Places(t.Context(), "all", func(p store.Place) { got[p.Node] = p.X })
	})
	if err != nil || !maps.Equal(got, want) {
		t.Errorf("places = %v, %v, want %v", got, err, want)
	}
}
