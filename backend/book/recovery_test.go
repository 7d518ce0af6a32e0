package book

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kaffeerunde/backend/contact"
)

func TestRecover(t *testing.T) {
	ctx := t.Context()
	path := filepath.Join(t.TempDir(), "book.db")
	b := opened(t, path, 1)
	imported(t, b, ImportOptions{}, many(60))
	if _, err := b.BackUp(ctx); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Ada", "Bo"} {
		if _, _, err := b.Add(ctx, contact.Draft{Name: name}); err != nil {
			t.Fatal(err)
		}
	}
	changed := must(b.IDs(ctx, Query{Text: "Person 7"}))
	if _, err := b.Tag(ctx, "Chor", changed[:1]); err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	raw := overwritten(t, path, "FN:Person 8\r", "FN:Bo\r")

	r, err := Recover(ctx, path, nil, still(2))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	t.Run("what can be read is counted, and the newest good backup found", func(t *testing.T) {
		if r.Nothing || r.Backup == nil || r.Backup.People != 60 || r.People != 61 {
			t.Errorf("Recover = %+v, want 61 people and a backup of 60", r)
		}
	})
	t.Run("a card that cannot be read comes out of the backup where it is the same there", func(t *testing.T) {
		if strings.Join(r.Lost(), "") != "Bo" || strings.Join(r.Same, "") != "Person 8" {
			t.Errorf("Lost %q and Same %q, want Bo and Person 8", r.Lost(), r.Same)
		}
	})
	t.Run("whoever came or changed since the backup is told", func(t *testing.T) {
		if d := r.Since; strings.Join(d.Going.Names, "") != "Ada" || d.Coming.Count != 0 || d.Changing.Count != 1 {
			t.Errorf("Since = %+v, want that Ada is missing in the backup and one person is another", d)
		}
	})
	t.Run("what can be read is saved as a book and as vCards", func(t *testing.T) {
		for _, name := range []string{"saved.db", "saved.vcf"} {
			if err := r.Save(ctx, filepath.Join(t.TempDir(), name)); err != nil {
				t.Errorf("Save(%s) = %v", name, err)
			}
		}
	})
	t.Run("the damaged book is not saved over", func(t *testing.T) {
		if err := r.Save(ctx, path); Explain(err).Code != "target-is-book" {
			t.Errorf("Save over the book = %v", err)
		}
	})
	t.Run("what could be read takes the place of the damaged file, which is kept as it was", func(t *testing.T) {
		aside, err := r.KeepSalvaged(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if kept, err := os.ReadFile(aside); err != nil || !bytes.Equal(kept, raw) {
			t.Errorf("the damaged file is not kept as it was: %v", err)
		}
		again := opened(t, path, 3)
		defer again.Close()
		if n, err := again.Count(ctx); n != 61 || err != nil {
			t.Errorf("Count = %d, %v", n, err)
		}
		sound(t, again)
	})
}

// overwritten damages the pages of a book on which texts stand, and returns its bytes.
func overwritten(t *testing.T, path string, texts ...string) []byte {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range texts {
		at := bytes.Index(raw, []byte(text))
		if at < 0 {
			t.Fatalf("%q is not in the file", text)
		}
		copy(raw[at:], strings.Repeat("\xff", len(text)))
		copy(raw[at-at%pageSize:], strings.Repeat("\xff", 16))
	}
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	return raw
}

func TestARecoveryThatFindsNothingInTheBackupIsNoOperation(t *testing.T) {
	ctx := t.Context()
	path := filepath.Join(t.TempDir(), "book.db")
	b := opened(t, path, 1)
	imported(t, b, ImportOptions{}, many(60))
	if _, err := b.BackUp(ctx); err != nil {
		t.Fatal(err)
	}
	// A card that fills a page of its own, so that with it nobody else is lost and found again.
	if _, _, err := b.Add(ctx, contact.Draft{Name: "Bo", Notes: []string{strings.Repeat("o", 3600)}}); err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	overwritten(t, path, "FN:Bo\r")
	r, err := Recover(ctx, path, nil, still(2))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if !r.History || strings.Join(r.Lost(), "") != "Bo" || r.Carved {
		t.Fatalf("Recover = %+v, want Bo lost and the history kept", r)
	}
	saved := opened(t, r.salvagedPath, 3)
	defer saved.Close()
	for _, o := range must(saved.AllOperations(ctx)) {
		if o.Kind == KindSalvage {
			t.Errorf("the history has %+v, which did nothing", o)
		}
	}
}
