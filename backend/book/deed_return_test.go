package book

import (
	"context"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"kaffeerunde/backend/contact"
)

// returnDeeds bring back what was: from the bin, from a backup, from a whole book.
var returnDeeds = []deed{
	{name: "out of the bin", do: func(ctx context.Context, b *Book, chance *rand.Rand) error {
		list, err := b.Bin(ctx)
		if err != nil || len(list) == 0 {
			return err
		}
		var some []contact.ID // nobody is everybody
		if chance.IntN(2) == 0 {
			some = []contact.ID{anyOf(chance, list).ID}
		}
		_, err = b.Undelete(ctx, some)
		return err
	}},
	{name: "restored", do: restored(keptBook)},
	{name: "whole book restored", do: restored(keptWhole)},
	{name: "whole book taken in", first: true, do: withKept(keptWhole, func(ctx context.Context, b *Book, path string) error {
		_, err := b.ImportWhole(ctx, path, "")
		return err
	})},
}

// What keepAside writes beside a book.
const (
	keptBook  = "kept.db"
	keptWhole = "kept.zip"
)

// keepAside writes a book into files beside another, or beside itself, which the deeds of a return read.
func keepAside(t testing.TB, b *Book, beside string) {
	t.Helper()
	ctx, folder := context.WithoutCancel(t.Context()), filepath.Dir(beside)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := b.BackUpTo(ctx, filepath.Join(folder, keptBook)); err != nil {
		t.Fatal(err)
	}
	if _, err := b.ExportWhole(ctx, filepath.Join(folder, keptWhole), "", nil); err != nil {
		t.Fatal(err)
	}
}

// strange is the book of somebody else, in which the same numbers are other people.
func strange(t testing.TB) *Book {
	t.Helper()
	const seed = 1 << 20 // which no test comes to, or uids would meet that cannot
	b := opened(t, filepath.Join(t.TempDir(), "book.db"), seed)
	chance := rand.New(rand.NewPCG(seed, 11))
	for _, name := range []string{"import", "add", "tag created", "meet", "thread", "event", "guests", "delete", "merge", "me"} {
		if err := done(context.WithoutCancel(t.Context()), deedCalled(name), b, chance); err != nil {
			t.Fatal(err)
		}
	}
	return b
}

// restored reads what was kept beside the book and lets the book say that.
func restored(kept string) func(context.Context, *Book, *rand.Rand) error {
	return withKept(kept, func(ctx context.Context, b *Book, path string) error {
		r, err := b.Restore(ctx, path, "")
		if err != nil {
			return err
		}
		_, err = r.Run(ctx)
		return errors.Join(err, r.Close())
	})
}

// withKept hands over a file that was kept beside the book, if there is one.
func withKept(kept string, f func(ctx context.Context, b *Book, path string) error) func(context.Context, *Book, *rand.Rand) error {
	return func(ctx context.Context, b *Book, _ *rand.Rand) error {
		path := filepath.Join(filepath.Dir(b.Path()), kept)
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return f(ctx, b, path)
	}
}
