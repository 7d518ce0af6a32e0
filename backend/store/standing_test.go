package store

import (
	"path/filepath"
	"slices"
	"testing"

	"kaffeerunde/backend/contact"
)

// What came to an event stands on it as what was at it from the first does, and what left it again too.
func TestWhatCameToAnEventStandsOnIt(t *testing.T) {
	ctx := t.Context()
	db := open(t, filepath.Join(t.TempDir(), "book.db"))
	var event, guest int64
	met := contact.Encounter{Kind: contact.CoffeeEncounter, Day: "2026-05-04"}
	put := func(at int64) {
		operate(t, db, "encounter", func(tx *Tx, _ *Loader) (err error) {
			met.Event = at
			met.ID, err = tx.PutEncounter(ctx, met)
			return err
		})
	}
	put(0)
	operate(t, db, "event", func(tx *Tx, _ *Loader) (err error) {
		event, err = tx.PutEvent(ctx, contact.Event{Title: "Dinner"})
		return err
	})
	put(event)
	put(0)
	operate(t, db, "encounter-gone", func(tx *Tx, _ *Loader) error { return tx.DropEncounter(ctx, met.ID) })
	operate(t, db, "guests", func(tx *Tx, _ *Loader) (err error) {
		guest, err = tx.PutGuest(ctx, contact.Guest{Event: event, Status: contact.GuestOpen})
		return err
	})
	operate(t, db, "guests-gone", func(tx *Tx, _ *Loader) error { return tx.DropGuest(ctx, guest) })
	err := db.Read(ctx, func(tx *Tx) error {
		all, err := tx.AllStanding(ctx)
		if err != nil {
			return err
		}
		for operation, want := range map[int64][]int64{1: {5, 4, 3}, 2: {7, 6, 5, 4, 3}, 6: {7}} {
			one, err := tx.Standing(ctx, operation)
			if err != nil {
				return err
			}
			if !slices.Equal(one, want) || !slices.Equal(all[operation], want) {
				t.Errorf("on operation %d stand %v, and %v in one go; want %v", operation, one, all[operation], want)
			}
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}
