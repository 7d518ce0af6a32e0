package book

import (
	"context"
	"errors"
	command "flag"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

var sequences = command.Int("sequences", 4, "how many sequences of operations are taken back step by step")

// TestUndoOfAnything takes back, one by one, what was done in any order. Run "go test ./backend/book -run TestUndoOfAnything
// -sequences 2000" for a long one.
func TestUndoOfAnything(t *testing.T) {
	const steps = 24
	other := strange(t)
	defer shut(t, other)
	kinds := map[Kind]bool{}
	for seed := *from; seed < *from+uint64(*sequences); seed++ {
		chance := rand.New(rand.NewPCG(seed, 3))
		b, next := begun(t, other, seed, chance)
		start := newest(t, b)
		told, names := []string{toldBy(t, b)}, []string{}
		for range steps {
			d := next()
			before := newest(t, b)
			if err := done(t.Context(), d, b, chance); err != nil {
				t.Fatalf("seed %d after %v: %v", seed, names, err)
			}
			if newest(t, b) == before {
				continue
			}
			names, told = append(names, d.name), append(told, toldBy(t, b))
		}
		note(t, b, kinds)
		for i := len(told) - 2; i >= 0; i-- {
			if _, err := b.Undo(t.Context(), 0); err != nil {
				t.Fatalf("seed %d: undo of %s: %v", seed, names[i], err)
			}
			if got := toldBy(t, b); got != told[i] {
				t.Fatalf("seed %d: after %v the undo of the last leads to\n%s\nwant\n%s", seed, names[:i+1], got, told[i])
			}
		}
		sound(t, b)
		for i := 1; i < len(told); i++ {
			if _, err := b.Redo(t.Context()); err != nil {
				t.Fatalf("seed %d: redo of %s: %v", seed, names[i-1], err)
			}
			if got := toldBy(t, b); got != told[i] {
				t.Fatalf("seed %d: the redo of %s leads to\n%s\nwant\n%s", seed, names[i-1], got, told[i])
			}
		}
		wander(t, b, chance, start, told[0])
		shut(t, b)
	}
	left := slices.DeleteFunc(Kinds(), func(kind Kind) bool { return kinds[kind] })
	t.Logf("%d sequences with %d kinds of operations, without %v", *sequences, len(kinds), left)
}

// begun is a book in which something was done already, with another's whole book and backup beside it, and what is done next: any
// deed. In a quarter of the cases it says nothing yet, and takes in a whole book.
func begun(t *testing.T, other *Book, seed uint64, chance *rand.Rand) (*Book, func() deed) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "book.db")
	keepAside(t, other, path)
	b := opened(t, path, seed)
	first := chance.IntN(4) == 0
	if !first {
		for _, d := range deeds[:chance.IntN(len(deeds))] {
			if err := done(t.Context(), d, b, chance); err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
		}
		for _, name := range []string{"me", "settings"} {
			if err := done(t.Context(), deedCalled(name), b, chance); err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
		}
	}
	return b, func() deed {
		if first {
			first = false
			return deedCalled("whole book taken in")
		}
		if chance.IntN(12) == 0 {
			keepAside(t, b, path) // from here on the book's own past comes back with a restore
		}
		return anyOf(chance, deeds)
	}
}

// toldBy is what a book says and what was set in it.
func toldBy(t testing.TB, b *Book) string {
	t.Helper()
	return dump(t, b) + chosenIn(t, b)
}

// note adds the kinds of operations that the history knows.
func note(t testing.TB, b *Book, kinds map[Kind]bool) {
	t.Helper()
	h, err := b.History(t.Context(), 0, 1000)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range h.Items {
		kinds[o.Kind] = true
	}
}

func shut(t testing.TB, b *Book) {
	t.Helper()
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
}

// wander mixes undo and redo into what is done, and then undoes until the book is where it started.
func wander(t *testing.T, b *Book, chance *rand.Rand, start int64, want string) {
	t.Helper()
	for newest(t, b) > start {
		if _, err := b.Undo(t.Context(), 0); err != nil {
			t.Fatal(err)
		}
	}
	for range 24 {
		switch chance.IntN(4) {
		case 0:
			since(t, b, chance, start)
		case 1:
			if err := done(t.Context(), travels[2], b, chance); err != nil {
				t.Fatal(err)
			}
		default:
			if err := done(t.Context(), anyOf(chance, deeds), b, chance); err != nil {
				t.Fatal(err)
			}
		}
	}
	for newest(t, b) > start {
		if _, err := b.Undo(t.Context(), 0); err != nil {
			t.Fatal(err)
		}
	}
	if got := toldBy(t, b); got != want {
		t.Fatalf("wandering back leads to\n%s\nwant\n%s", got, want)
	}
	sound(t, b)
}

// since undoes one operation that is newer than start, with what stands on it.
func since(t *testing.T, b *Book, chance *rand.Rand, start int64) {
	t.Helper()
	h, err := b.History(t.Context(), chance.IntN(4), 1)
	if err != nil {
		t.Fatal(err)
	}
	if len(h.Items) == 0 || h.Items[0].ID <= start || !h.Items[0].CanUndo {
		return
	}
	if _, err := b.Undo(t.Context(), h.Items[0].ID); err != nil {
		t.Fatal(err)
	}
}

// newest is the newest operation that is not undone, 0 for none.
func newest(t testing.TB, b *Book) (id int64) {
	t.Helper()
	err := b.store.Read(context.WithoutCancel(t.Context()), func(tx *store.Tx) error {
		o, err := tx.Newest(t.Context())
		id = o.ID
		return err
	})
	if err != nil && !errors.Is(err, ErrNothingLeft) {
		t.Fatal(err)
	}
	return id
}

// TestUndoPastAnEmptiedBin empties the bin in between. That cannot be undone, since it lets nothing be left of who lay there; all
// else comes back as it was: everyone who was not let go has at the end the card that they had at the start.
func TestUndoPastAnEmptiedBin(t *testing.T) {
	other := strange(t)
	defer shut(t, other)
	forgotten := 0
	for seed := *from; seed < *from+uint64(1+*sequences/4); seed++ {
		chance := rand.New(rand.NewPCG(seed, 13))
		b, next := begun(t, other, seed, chance)
		start, want := newest(t, b), eachCard(t, b)
		for range 24 {
			d := next()
			if chance.IntN(4) == 0 {
				d = anyOf(chance, lasting)
			}
			before := inBinNow(t, b)
			if err := done(t.Context(), d, b, chance); err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
			if d.name != lasting[0].name {
				continue
			}
			after := inBinNow(t, b)
			for id, parts := range before {
				if after[id] == nil {
					forgotten++
					for _, part := range parts {
						delete(want, part)
					}
				}
			}
			sound(t, b)
		}
		for newest(t, b) > start {
			if _, err := b.Undo(t.Context(), 0); err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
		}
		got := eachCard(t, b)
		for id, card := range want {
			if got[id] != card {
				t.Fatalf("seed %d: person %d has\n%s\nwant\n%s", seed, id, got[id], card)
			}
		}
		sound(t, b)
		shut(t, b)
	}
	if forgotten == 0 {
		t.Error("nobody was let go of")
	}
	t.Logf("%d sequences, %d people let go of", 1+*sequences/4, forgotten)
}

// eachCard are the cards of everyone in the book.
func eachCard(t testing.TB, b *Book) map[contact.ID]string {
	t.Helper()
	cards := map[contact.ID]string{}
	err := b.store.Read(t.Context(), func(tx *store.Tx) error {
		return tx.EachByUID(t.Context(), func(p store.Person) error {
			cards[p.ID] = p.UID + "\n" + string(p.Card)
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return cards
}

// inBinNow are those in the bin, each with whoever is a part of them.
func inBinNow(t testing.TB, b *Book) map[contact.ID][]contact.ID {
	t.Helper()
	list, err := b.Bin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	ids := map[contact.ID][]contact.ID{}
	err = b.store.Read(t.Context(), func(tx *store.Tx) (err error) {
		for _, one := range list {
			if ids[one.ID], err = tx.WithParts(t.Context(), []contact.ID{one.ID}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return ids
}
