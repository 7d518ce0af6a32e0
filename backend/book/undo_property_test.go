package book

import (
	"context"
	"errors"
	command "flag"
	"math/rand/v2"
	"path/filepath"
	"slices"
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
	all := slices.Concat(deeds, travels, travels, travels)
	for range 24 {
		if err := done(t.Context(), anyOf(chance, all), b, chance); err != nil {
			t.Fatal(err)
		}
		if newest(t, b) < start {
			if _, err := b.Redo(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
	}
	for newest(t, b) > start {
		if _, err := b.Undo(t.Context(), 0); err != nil {
			t.Fatal(err)
		}
	}
	if got := dump(t, b); newest(t, b) == start && got != want {
		t.Fatalf("wandering back leads to\n%s\nwant\n%s", got, want)
	}
	sound(t, b)
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
