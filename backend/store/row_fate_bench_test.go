package store

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"
)

// BenchmarkHistory tells of a whole history. One of ten times the length takes about ten times as long, not a hundred times.
func BenchmarkHistory(b *testing.B) {
	for _, operations := range []int{250, 2500} {
		b.Run(fmt.Sprint(operations), func(b *testing.B) {
			db := longHistory(b, operations)
			for b.Loop() {
				fates := 0
				err := db.Read(b.Context(), func(tx *Tx) error {
					if _, err := tx.AllStanding(b.Context()); err != nil {
						return err
					}
					return tx.RowFates(b.Context(), func(RowFate) error { fates++; return nil })
				})
				if err != nil || fates != operations {
					b.Fatalf("RowFates came to %d rows, %v; want %d", fates, err, operations)
				}
			}
		})
	}
}

// longHistory is a book with so many operations, each about something else.
func longHistory(b *testing.B, operations int) *DB {
	b.Helper()
	ctx := b.Context()
	db := open(b, filepath.Join(b.TempDir(), "book.db"))
	err := db.Write(ctx, func(tx *Tx) error {
		for i := range operations {
			id, err := tx.Begin(ctx, "tag", "", time.UnixMilli(0))
			if err != nil {
				return err
			}
			if err := tx.exec(ctx, `INSERT INTO circle (name, people) VALUES (?, '[]')`, i); err != nil {
				return err
			}
			if err := tx.Finish(ctx, id, "tag", 1, ""); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return db
}
