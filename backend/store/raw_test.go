package store

import (
	"database/sql"
	"path/filepath"
	"testing"
)

func TestCopyRaw(t *testing.T) {
	ctx := t.Context()
	path := filepath.Join(t.TempDir(), "book.db")
	db, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	operate(t, db, "tag", func(tx *Tx, _ *Loader) error { return tx.PutTag(ctx, "Chor", "hue-1") })
	t.Run("nobody begins the log anew between the copy of the file and that of the log", func(t *testing.T) {
		other, err := sql.Open("sqlite3", fileURI(path, "_busy_timeout=0"))
		if err != nil {
			t.Fatal(err)
		}
		defer other.Close()
		ran := 0
		db.holding(ctx, func() {
			ran++
			var busy, pages, moved int
			if err := other.QueryRow(`PRAGMA wal_checkpoint(TRUNCATE)`).Scan(&busy, &pages, &moved); err != nil || busy == 0 {
				t.Errorf("the log was begun anew: busy %d, %v", busy, err)
			}
		})
		if ran != 1 {
			t.Errorf("it ran %d times, want once", ran)
		}
	})
	t.Run("the copy is read through files that close with the book", func(t *testing.T) {
		if err := db.CopyRaw(ctx, filepath.Join(t.TempDir(), "copy.db")); err != nil {
			t.Fatal(err)
		}
		if len(db.lasting) != len(rawEndings) {
			t.Errorf("%d files wait for the end, want the book and its log", len(db.lasting))
		}
		if err := db.Close(); err != nil || len(db.lasting) > 0 {
			t.Errorf("Close = %v, and %d files are left", err, len(db.lasting))
		}
	})
	t.Run("of a book that is closed it leaves no file open", func(t *testing.T) {
		if err := db.CopyRaw(ctx, filepath.Join(t.TempDir(), "copy.db")); err != nil || len(db.lasting) > 0 {
			t.Errorf("CopyRaw = %v, and %d files are left open", err, len(db.lasting))
		}
	})
}
