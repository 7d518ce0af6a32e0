//go:build unix

package store

import (
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// TestALongHistoryTakesAsLongAsItsJournalIs compares what a history of ten times the length costs: ten times as much, not a hundred.
func TestALongHistoryTakesAsLongAsItsJournalIs(t *testing.T) {
	const short, factor = 250, 10
	few, many := toldIn(t, short), toldIn(t, factor*short)
	if ratio := float64(many) / float64(max(few, time.Millisecond)); ratio > 4*factor {
		t.Errorf("%d operations took %s of the processor and %d took %s, which is %.0f times as much", short, few, factor*short, many, ratio)
	}
}

// toldIn is how much of the processor it takes to tell of a history of so many operations, each about somebody else.
func toldIn(t *testing.T, operations int) time.Duration {
	t.Helper()
	ctx := t.Context()
	db := open(t, filepath.Join(t.TempDir(), "book.db"))
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
		t.Fatal(err)
	}
	begun, fates := processor(t), 0
	err = db.Read(ctx, func(tx *Tx) error {
		if _, err := tx.AllStanding(ctx); err != nil {
			return err
		}
		return tx.RowFates(ctx, func(RowFate) error { fates++; return nil })
	})
	if err != nil || fates != operations {
		t.Fatalf("RowFates came to %d rows, %v; want %d", fates, err, operations)
	}
	return processor(t) - begun
}

func processor(t *testing.T) time.Duration {
	t.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		t.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
