package book

import (
	"context"
	"fmt"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

// EmptyBin lets nothing be left of people in the bin, everybody for no IDs, and returns how many there were. It cannot be undone:
// they are gone from the journal, the receipts, guest lists and what waits to be decided, too. What others' cards and notes say of
// them stays theirs, and backups of before keep them until they are thinned out.
func (b *Book) EmptyBin(ctx context.Context, ids []contact.ID) (int, error) {
	return b.emptyBin(ctx, func(rows []store.Binned) ([]store.Binned, error) { return chosenOf(rows, ids) })
}

func (b *Book) emptyBin(ctx context.Context, choose func([]store.Binned) ([]store.Binned, error)) (int, error) {
	n := 0
	// Whoever is in the bin is nobody in the book, so nobody there becomes another.
	nobody := []contact.ID{}
	err := b.write(ctx, func(tx *store.Tx) ([]contact.ID, error) {
		rows, err := tx.Bin(ctx, binKinds)
		if err != nil {
			return nil, err
		}
		if rows, err = choose(rows); err != nil || len(rows) == 0 {
			return nobody, err
		}
		n = len(rows)
		ids := make([]contact.ID, len(rows))
		for i := range rows {
			ids[i] = rows[i].Person.ID
		}
		// Who was merged into somebody goes with them.
		if ids, err = tx.WithParts(ctx, ids); err != nil {
			return nil, err
		}
		found, err := remainsOf(ctx, tx, ids)
		if err != nil {
			return nil, err
		}
		return nobody, tx.Forget(ctx, ids, found.store())
	})
	if err != nil {
		return 0, fmt.Errorf("empty the bin: %w", err)
	}
	if n > 0 {
		// What an edit or a deletion let go of long before lies in pages that nobody writes over, and the log holds what was. Where
		// that cannot be written anew now, for want of space or because somebody reads, Tend does it.
		_ = b.store.Rewrite(ctx)
	}
	return n, nil
}

// clearRemains writes the file anew where that was not possible when somebody was let go of.
func (b *Book) clearRemains(ctx context.Context) error {
	left := false
	err := b.store.Read(ctx, func(tx *store.Tx) (err error) {
		left, err = tx.HasRemains(ctx)
		return err
	})
	if err != nil || !left {
		return err
	}
	return b.store.Rewrite(ctx)
}
