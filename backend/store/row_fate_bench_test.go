package store

import (
	"errors"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"kaffeerunde/backend/contact"
)

// BenchmarkHistory tells of a whole history. One of ten times the length takes about ten times as long, not a hundred times.
func BenchmarkHistory(b *testing.B) {
	for _, operations := range []int{250, 2500} {
		b.Run(fmt.Sprint(operations), func(b *testing.B) {
			db, touched := longHistory(b, operations)
			for b.Loop() {
				fates := 0
				err := db.Read(b.Context(), func(tx *Tx) error {
					if _, err := tx.AllStanding(b.Context()); err != nil {
						return err
					}
					return tx.RowFates(b.Context(), func(RowFate) error { fates++; return nil })
				})
				if err != nil || fates != touched {
					b.Fatalf("RowFates came to %d rows, %v; want %d", fates, err, touched)
				}
			}
		})
	}
}

// longHistory is a book with so many operations and how many rows they touched: circles, and in between events whose guest lists were
// taken back.
func longHistory(b *testing.B, operations int) (db *DB, touched int) {
	b.Helper()
	const between, guests = 25, 30
	ctx := b.Context()
	db = open(b, filepath.Join(b.TempDir(), "book.db"))
	err := db.Write(ctx, func(tx *Tx) error {
		operate := func(f func() (rows int, err error)) error {
			id, err := tx.Begin(ctx, "tag", "", time.UnixMilli(0))
			if err != nil {
				return err
			}
			rows, err := f()
			touched += rows
			return errors.Join(err, tx.Finish(ctx, id, "tag", 1, ""))
		}
		for i := range operations {
			err := operate(func() (int, error) {
				return 1, tx.exec(ctx, `INSERT INTO circle (name, people) VALUES (?, '[]')`, i)
			})
			if err != nil {
				return err
			}
			if i%between > 0 {
				continue
			}
			var event int64
			err = operate(func() (int, error) {
				event, err = tx.PutEvent(ctx, contact.Event{Title: "Dinner"})
				for range guests {
					_, failed := tx.PutGuest(ctx, contact.Guest{Event: event, Status: "open"})
					err = errors.Join(err, failed)
				}
				return 1 + guests, err
			})
			if err != nil {
				return err
			}
			err = operate(func() (int, error) {
				return guests, tx.exec(ctx, `DELETE FROM guest WHERE event = ?`, event)
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return db, touched
}
