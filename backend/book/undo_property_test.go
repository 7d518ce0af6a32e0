package book

import (
	"context"
	"errors"
	command "flag"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"kaffeerunde/backend/store"
)

var sequences = command.Int("sequences", 4, "how many sequences of operations are taken back step by step")

// TestUndoOfAnything takes back, one by one, what was done in any order. Run "go test ./backend/book -run TestUndoOfAnything
// -sequences 2000" for a long one.
func TestUndoOfAnything(t *testing.T) {
	const steps = 24
	for seed := range uint64(*sequences) {
		chance := rand.New(rand.NewPCG(seed, 3))
		b := opened(t, filepath.Join(t.TempDir(), "book.db"), seed)
		for _, d := range deeds[:chance.IntN(len(deeds))] {
			if err := done(t.Context(), d, b, chance); err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
		}
		start := newest(t, b)
		dumps, names := []string{dump(t, b)}, []string{}
		for range steps {
			d := anyOf(chance, deeds)
			before := newest(t, b)
			if err := done(t.Context(), d, b, chance); err != nil {
				t.Fatalf("seed %d after %v: %v", seed, names, err)
			}
			if newest(t, b) == before {
				continue
			}
			names, dumps = append(names, d.name), append(dumps, dump(t, b))
		}
		for i := len(dumps) - 2; i >= 0; i-- {
			if _, err := b.Undo(t.Context(), 0); err != nil {
				t.Fatalf("seed %d: undo of %s: %v", seed, names[i], err)
			}
			if got := dump(t, b); got != dumps[i] {
				t.Fatalf("seed %d: after %v the undo of the last leads to\n%s\nwant\n%s", seed, names[:i+1], got, dumps[i])
			}
		}
		sound(t, b)
		for i := 1; i < len(dumps); i++ {
			if _, err := b.Redo(t.Context()); err != nil {
				t.Fatalf("seed %d: redo of %s: %v", seed, names[i-1], err)
			}
			if got := dump(t, b); got != dumps[i] {
				t.Fatalf("seed %d: the redo of %s leads to\n%s\nwant\n%s", seed, names[i-1], got, dumps[i])
			}
		}
		wander(t, b, chance, start, dumps[0])
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
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
	if got := dump(t, b); got != want {
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
