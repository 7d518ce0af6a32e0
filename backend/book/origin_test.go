package book

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kaffeerunde/backend/contact"
)

// cameFrom checks from which file people came, by their uids; "" for by hand.
func cameFrom(t *testing.T, b *Book, want map[string]string) {
	t.Helper()
	for uid, file := range want {
		if got := person(t, b, uid).Source; got.File != file || got.Operation != 0 {
			t.Errorf("%s came from %+v, want from %q and by no import of this book", uid, got, file)
		}
	}
}

// TestOriginTravels follows somebody from book to book: where they came from first is known in each.
func TestOriginTravels(t *testing.T) {
	ctx := t.Context()
	b := newBook(t)
	took(t, b, "phone.vcf", card("FN:Ada Example", "UID:a")+card("FN:Ada E.", "UID:b"))
	took(t, b, "work.vcf", card("FN:Cem Example", "UID:c"))
	if _, _, err := b.Merge(ctx, []contact.ID{person(t, b, "a").ID, person(t, b, "b").ID}, nil); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"a": "phone.vcf", "c": "work.vcf"}

	second := newBook(t)
	if _, err := second.ImportWhole(ctx, wholeFile(t, b, ""), ""); err != nil {
		t.Fatal(err)
	}
	t.Run("with a whole book", func(t *testing.T) { cameFrom(t, second, want) })
	t.Run("and on with that one's", func(t *testing.T) {
		third := newBook(t)
		if _, err := third.ImportWhole(ctx, wholeFile(t, second, ""), ""); err != nil {
			t.Fatal(err)
		}
		cameFrom(t, third, want)
	})
	t.Run("with a backup", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "copy.db")
		if _, err := second.BackUpTo(ctx, path); err != nil {
			t.Fatal(err)
		}
		fourth := newBook(t)
		took(t, fourth, "own.vcf", card("FN:Dora Example", "UID:d"))
		restoreFrom(t, fourth, path)
		cameFrom(t, fourth, want)
		if d := differencesWith(t, fourth, path); !d.None() {
			t.Errorf("a second restore would change %+v", d)
		}
	})
	t.Run("for those who were merged, too", func(t *testing.T) {
		if _, err := second.Split(ctx, person(t, second, "a").ID); err != nil {
			t.Fatal(err)
		}
		cameFrom(t, second, map[string]string{"b": "phone.vcf"})
		sound(t, second)
	})
}

// took imports cards from a file of that name.
func took(t *testing.T, b *Book, name, cards string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(cards), 0o600); err != nil {
		t.Fatal(err)
	}
	importedFile(t, b, path, ImportOptions{})
}

func restoreFrom(t *testing.T, b *Book, path string) {
	t.Helper()
	r, err := b.Restore(t.Context(), path, "")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if _, err := r.Run(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func differencesWith(t *testing.T, b *Book, path string) Differences {
	t.Helper()
	r, err := b.Restore(t.Context(), path, "")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	d, err := r.Differences(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestOriginIsLetGoOf(t *testing.T) {
	ctx := t.Context()
	b := newBook(t)
	took(t, b, "Ottilie Zwiebelhuber.vcf", card("FN:Ottilie Zwiebelhuber", "UID:a")+card("FN:Cem Example", "UID:c"))
	again := newBook(t)
	if _, err := again.ImportWhole(ctx, wholeFile(t, b, ""), ""); err != nil {
		t.Fatal(err)
	}
	if _, err := again.Delete(ctx, []contact.ID{person(t, again, "a").ID}); err != nil {
		t.Fatal(err)
	}
	if _, err := again.EmptyBin(ctx, nil); err != nil {
		t.Fatal(err)
	}
	cameFrom(t, again, map[string]string{"c": "….vcf"})
}

func TestOriginIsSaved(t *testing.T) {
	ctx := t.Context()
	path := filepath.Join(t.TempDir(), "book.db")
	b := opened(t, path, 1)
	took(t, b, "phone.vcf", card("FN:Ada Example", "UID:a"))
	if _, err := b.Tag(ctx, "Zwiebelchor", []contact.ID{person(t, b, "a").ID}); err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	// Of the table of operations nothing can be read.
	at := bytes.Index(raw, []byte("tagZwiebelchor"))
	if at < 0 {
		t.Fatal("the operation is not in the file")
	}
	copy(raw[at-at%pageSize:], strings.Repeat("\xff", 16))
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	into := filepath.Join(t.TempDir(), "saved.db")
	r, err := Salvage(ctx, path, into, still(2))
	if err != nil || r.History || r.People != 1 {
		t.Fatalf("Salvage = %+v, %v; want one person without the history", r, err)
	}
	saved := opened(t, into, 3)
	defer saved.Close()
	cameFrom(t, saved, map[string]string{"a": "phone.vcf"})
	sound(t, saved)
}
