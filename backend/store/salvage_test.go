package store

import (
	"path/filepath"
	"slices"
	"testing"
	"time"
)

func TestSalvage(t *testing.T) {
	t.Run("a book of before some tables were there has lost nothing by it", func(t *testing.T) {
		ctx, dir := t.Context(), t.TempDir()
		before := filepath.Join(dir, "before.db")
		older(t, before, 18)
		db := open(t, filepath.Join(dir, "book.db"))
		saved, err := db.Salvage(ctx, before, "salvage", time.UnixMilli(1), ReceiptFile{})
		if err != nil || !saved.History || len(saved.Broken) > 0 {
			t.Errorf("Salvage = %+v, %v; want nothing broken and the history", saved, err)
		}
	})
	t.Run("a book that lacks a table it had has lost it", func(t *testing.T) {
		ctx, dir := t.Context(), t.TempDir()
		wounded := filepath.Join(dir, "wounded.db")
		hurt := open(t, wounded)
		if _, err := hurt.write.ExecContext(ctx, `DROP TABLE thread`); err != nil {
			t.Fatal(err)
		}
		if err := hurt.Close(); err != nil {
			t.Fatal(err)
		}
		db := open(t, filepath.Join(dir, "book.db"))
		saved, err := db.Salvage(ctx, wounded, "salvage", time.UnixMilli(1), ReceiptFile{})
		if err != nil || !slices.Contains(saved.Broken, "thread") {
			t.Errorf("Salvage = %+v, %v; want the threads to be broken", saved, err)
		}
	})
}
