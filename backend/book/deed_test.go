package book

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

// deed is one thing that somebody does to a book. Whom and what it is done to is chosen by chance from what the book holds, so
// that equal books and equal chances come to equal ends. One that is first is done to a book that says nothing yet.
type deed struct {
	name  string
	do    func(ctx context.Context, b *Book, chance *rand.Rand) error
	first bool
}

// deeds are all kinds of operations, each of which an undo takes back.
var deeds = slices.Concat(cardDeeds, unityDeeds, eveningDeeds, returnDeeds)

// lasting is what no undo takes back, by its nature: it is done so that nothing is left.
var lasting = []deed{
	{name: "bin emptied", do: func(ctx context.Context, b *Book, chance *rand.Rand) error {
		list, err := b.Bin(ctx)
		if err != nil || len(list) == 0 {
			return err
		}
		var some []contact.ID // nobody is everybody
		if chance.IntN(2) == 0 {
			some = []contact.ID{anyOf(chance, list).ID}
		}
		_, err = b.EmptyBin(ctx, some)
		return err
	}},
}

// travels are the deeds that lead back and forth in what the others did.
var travels = []deed{
	{name: "undo", do: func(ctx context.Context, b *Book, _ *rand.Rand) error {
		_, err := b.Undo(ctx, 0)
		return err
	}},
	{name: "undo of something older", do: func(ctx context.Context, b *Book, chance *rand.Rand) error {
		h, err := b.History(ctx, chance.IntN(6), 1)
		if err != nil || len(h.Items) == 0 || !h.Items[0].CanUndo {
			return err
		}
		_, err = b.Undo(ctx, h.Items[0].ID)
		return err
	}},
	{name: "redo", do: func(ctx context.Context, b *Book, _ *rand.Rand) error {
		_, err := b.Redo(ctx)
		return err
	}},
}

// harmless is what a person does that changes nothing of what the book says of anybody.
var harmless = []deed{
	{name: "backup", do: func(ctx context.Context, b *Book, _ *rand.Rand) error {
		_, err := b.BackUp(ctx)
		return err
	}},
	{name: "index", do: func(ctx context.Context, b *Book, _ *rand.Rand) error { return b.Reindex(ctx) }},
	{name: "settings", do: func(ctx context.Context, b *Book, chance *rand.Rand) error {
		s, err := b.Settings(ctx)
		if err != nil {
			return err
		}
		s.Theme = anyOf(chance, []string{"", "light", "dark"})
		return b.SaveSettings(ctx, s)
	}},
	{name: "me", do: onSomebody(func(ctx context.Context, b *Book, _ *rand.Rand, id contact.ID) error { return b.SetMe(ctx, id) })},
}

// doable are all deeds.
func doable() []deed { return slices.Concat(deeds, lasting, travels, harmless) }

// deedCalled returns the deed of a name.
func deedCalled(name string) deed {
	all := doable()
	return all[slices.IndexFunc(all, func(d deed) bool { return d.name == name })]
}

// done runs a deed and forgives it for what a book rightly refuses: there is nothing to undo, nobody of that name.
func done(ctx context.Context, d deed, b *Book, chance *rand.Rand) error {
	err := d.do(ctx, b, chance)
	var invalid *contact.InvalidError
	if errors.Is(err, ErrNothingLeft) || errors.Is(err, ErrNotBlank) || errors.Is(err, contact.ErrNotFound) || errors.As(err, &invalid) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("%s: %w", d.name, err)
	}
	return nil
}

// allOf is what a book says, with what is no part of that and is kept all the same: settings, places in pictures, the history and
// the bin.
func allOf(t testing.TB, b *Book) string {
	t.Helper()
	ctx, out := context.WithoutCancel(t.Context()), new(strings.Builder)
	out.WriteString(dump(t, b))
	out.WriteString(chosenIn(t, b))
	err := b.store.Read(ctx, func(tx *store.Tx) error {
		list, _, err := tx.Operations(ctx, 0, 1<<30)
		for _, o := range list {
			fmt.Fprintf(out, "operation %d %s %q %d %v\n", o.ID, o.Kind, o.Name, o.Count, o.Undone)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	list, err := b.Bin(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range list {
		fmt.Fprintf(out, "binned %d %q\n", one.ID, one.Name)
	}
	return out.String()
}

// chosenIn is what was set in a book, and where people stand in pictures. The region is left out: the first operation sets it.
func chosenIn(t testing.TB, b *Book) string {
	t.Helper()
	ctx, out := context.WithoutCancel(t.Context()), new(strings.Builder)
	err := b.store.Read(ctx, func(tx *store.Tx) error {
		for _, table := range []string{"setting", "place", "table_mapping"} {
			err := tx.EachRow(ctx, table, func(row []store.Column) error {
				if row[0].Value != "region" {
					fmt.Fprintf(out, "%s %v\n", table, row)
				}
				return nil
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// opened opens a book whose clock stands still and whose chances come from seed, so that two books to which the same is done are equal.
func opened(t testing.TB, path string, seed uint64) *Book {
	t.Helper()
	b, err := Open(context.WithoutCancel(t.Context()), path, still(seed))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func still(seed uint64) Options {
	var key [32]byte
	key[0], key[1], key[2] = byte(seed), byte(seed>>8), byte(seed>>16)
	return Options{
		Now:  func() time.Time { return time.Date(2026, 5, 4, 18, 30, 0, 0, time.UTC) },
		Rand: rand.NewChaCha8(key),
	}
}
