package book

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestImportingAgain(t *testing.T) {
	t.Run("our own fixtures", func(t *testing.T) { importAgain(t, vcardsBelow(t, filepath.Join("..", "vcard", "testdata"))) })
	t.Run("the corpus", func(t *testing.T) {
		corpus := os.Getenv("KAFFEERUNDE_CORPUS")
		if corpus == "" {
			t.Skip("skipped: KAFFEERUNDE_CORPUS names no folder of vCards")
		}
		importAgain(t, vcardsBelow(t, corpus))
	})
}

// importAgain takes files in twice and undoes that.
func importAgain(t *testing.T, paths []string) {
	t.Helper()
	b := newBook(t)
	empty := dump(t, b)
	take := func() (cards, added int) {
		receipts, err := b.ImportFiles(t.Context(), paths, ImportOptions{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range receipts {
			cards, added = cards+r.Cards, added+r.Add
			if r.Lines.Shown+r.Lines.Kept+r.Lines.Unreadable != r.Lines.Total || r.New+r.Same+r.Similar != r.Cards {
				t.Errorf("%s: lines %+v, piles %d %d %d of %d cards, want sums", r.Name, r.Lines, r.New, r.Same, r.Similar, r.Cards)
			}
		}
		return cards, added
	}
	cards, added := take()
	full := dump(t, b)
	if _, again := take(); added == 0 || again != 0 {
		t.Errorf("of %d cards %d were added, then %d, want nobody the second time", cards, added, again)
	}
	if dump(t, b) != full {
		t.Error("the second import changed the book")
	}
	sound(t, b)
	for err := error(nil); !errors.Is(err, ErrNothingLeft); {
		if _, err = b.Undo(t.Context(), 0); err != nil && !errors.Is(err, ErrNothingLeft) {
			t.Fatal(err)
		}
	}
	if got := dump(t, b); got != empty {
		t.Errorf("after undo the book holds %d bytes, want it empty", len(got))
	}
	sound(t, b)
	t.Logf("%d files, %d cards, %d people", len(paths), cards, added)
}

// vcardsBelow returns the vCards in a folder and the folders in it, in order.
func vcardsBelow(t *testing.T, folder string) []string {
	t.Helper()
	var paths []string
	err := filepath.WalkDir(folder, func(path string, entry os.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && slices.Contains([]string{".vcf", ".vcard"}, filepath.Ext(path)) {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil || len(paths) == 0 {
		t.Fatalf("vCards below %s = %v, %v, want some", folder, paths, err)
	}
	return paths
}
