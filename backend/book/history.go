package book

import (
	"context"
	"fmt"
	"time"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

// Operation is one entry of the history: the sentence "operation.<Kind>" with {n} from Count and {name} from Name.
type Operation struct {
	ID     int64
	At     time.Time
	Kind   Kind
	Name   string
	Count  int
	Undone bool
	// CanUndo is false for what is undone already, and for what is too old.
	CanUndo bool
	// StandsOn are the later operations that touched the same things and go along with an undo, newest first.
	StandsOn []int64
}

// Operations is a stretch of the history, newest first. CanUndo and CanRedo are about the newest of each.
type Operations struct {
	Total            int
	Items            []Operation
	CanUndo, CanRedo bool
}

// History returns what was done, newest first.
func (b *Book) History(ctx context.Context, offset, limit int) (h Operations, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		rows, total, err := tx.Operations(ctx, offset, limit)
		if err != nil {
			return err
		}
		h.Total, h.Items = total, make([]Operation, len(rows))
		for i, row := range rows {
			h.Items[i] = operationOf(row)
			if row.Undone || row.TooOld {
				continue
			}
			if h.Items[i].StandsOn, err = tx.Standing(ctx, row.ID); err != nil {
				return err
			}
		}
		_, err = tx.Newest(ctx)
		h.CanUndo = err == nil
		redoable, err := tx.Redoable(ctx)
		h.CanRedo = len(redoable) > 0
		return err
	})
	return h, err
}

func operationOf(row store.Operation) Operation {
	return Operation{ID: row.ID, At: row.At, Kind: Kind(row.Kind), Name: row.Name, Count: row.Count, Undone: row.Undone, CanUndo: !row.Undone && !row.TooOld}
}

// Undo undoes an operation, or for 0 the newest that is not undone. Later operations that touched the same things go along,
// and only those. It returns what was undone, newest first; the error is ErrNothingLeft where there is nothing.
func (b *Book) Undo(ctx context.Context, operation int64) ([]Operation, error) {
	return b.travel(ctx, "undo", func(tx *store.Tx) ([]store.Operation, error) {
		base, err := undoable(ctx, tx, operation)
		if err != nil {
			return nil, err
		}
		standing, err := tx.Standing(ctx, base.ID)
		if err != nil {
			return nil, err
		}
		ids := append(standing, base.ID)
		undone := make([]store.Operation, len(ids))
		for i, id := range ids {
			if undone[i], err = tx.Operation(ctx, id); err != nil {
				return nil, err
			}
			undone[i].Undone = true
		}
		return undone, tx.Undo(ctx, ids)
	})
}

func undoable(ctx context.Context, tx *store.Tx, operation int64) (store.Operation, error) {
	if operation == 0 {
		return tx.Newest(ctx)
	}
	base, err := tx.Operation(ctx, operation)
	if err != nil {
		return base, fmt.Errorf("operation %d: %w", operation, asContact(err))
	}
	if base.Undone {
		return base, ErrNothingLeft
	}
	if base.TooOld {
		return base, fmt.Errorf("operation %d: %w", operation, ErrTooOld)
	}
	return base, nil
}

// Redo does again what the newest undo took back, oldest first. The error is ErrNothingLeft where nothing was undone, or
// where something new followed.
func (b *Book) Redo(ctx context.Context) ([]Operation, error) {
	return b.travel(ctx, "redo", func(tx *store.Tx) ([]store.Operation, error) {
		again, err := tx.Redoable(ctx)
		if err != nil {
			return nil, err
		}
		if len(again) == 0 {
			return nil, ErrNothingLeft
		}
		ids := make([]int64, len(again))
		for i := range again {
			ids[i], again[i].Undone = again[i].ID, false
		}
		return again, tx.Redo(ctx, ids)
	})
}

// travel runs an undo or a redo and derives the index of the people it touched from their cards again.
func (b *Book) travel(ctx context.Context, verb string, f func(tx *store.Tx) ([]store.Operation, error)) ([]Operation, error) {
	var list []Operation
	var touched []contact.ID
	err := b.write(ctx, func(tx *store.Tx) ([]contact.ID, error) {
		before, err := b.settings(ctx, tx)
		if err != nil {
			return nil, err
		}
		rows, err := f(tx)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			list = append(list, operationOf(row))
			if err := b.reindex(ctx, tx, touchedBy(row.ID)); err != nil {
				return nil, err
			}
		}
		// A whole book that was taken in brought its region along, by which numbers of everybody are read.
		after, err := b.settings(ctx, tx)
		if err != nil {
			return nil, err
		}
		if after.Region != before.Region {
			return nil, b.reindex(ctx, tx, everyone)
		}
		touched, err = tx.AllTouched(ctx, idsOf(rows), refreshLimit)
		return touched, err
	})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", verb, err)
	}
	b.refresh(ctx, touched)
	return list, nil
}

func idsOf(rows []store.Operation) []int64 {
	ids := make([]int64, len(rows))
	for i, row := range rows {
		ids[i] = row.ID
	}
	return ids
}
