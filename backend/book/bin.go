package book

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// Binned is somebody in the bin: who was deleted and can come back.
type Binned struct {
	ID           contact.ID
	Name         string
	Organisation string
	Deleted      time.Time
}

// binKinds are the operations that put people into the bin. Who was merged into somebody is not deleted, and the invented people
// of the sample are nobody's loss.
var binKinds = []string{string(KindDelete), string(KindRestore)}

// Bin returns who was deleted, the last first.
func (b *Book) Bin(ctx context.Context) (list []Binned, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		rows, err := tx.Bin(ctx, binKinds)
		if err != nil {
			return err
		}
		for _, row := range rows {
			list = append(list, binnedOf(row))
		}
		return nil
	})
	return list, err
}

func binnedOf(row store.Binned) Binned {
	one := Binned{ID: row.Person.ID, Deleted: row.Deleted}
	// Who has a card that cannot be read is in the bin without a name.
	if c, err := vcard.Parse(row.Person.Card, vcard.Options{Charset: row.Person.Charset}); err == nil {
		one.Name = shownName(c)
		one.Organisation, _ = organisationOf(c)
	}
	return one
}

// Undelete brings people back from the bin, with all that was noted of them; everybody for no IDs. The error is
// contact.ErrNotFound for somebody who is not in it.
func (b *Book) Undelete(ctx context.Context, ids []contact.ID) (Change, error) {
	return b.operate(ctx, KindUndelete, "", func(w *work) error {
		rows, err := w.tx.Bin(ctx, binKinds)
		if err != nil {
			return err
		}
		if rows, err = chosenOf(rows, ids); err != nil {
			return err
		}
		w.touched = nil
		for _, row := range rows {
			uid := row.Person.UID
			// Somebody may have come with the uid meanwhile, and two people cannot have one.
			if _, err := w.tx.PersonByUID(ctx, uid); err == nil {
				if uid, err = b.newUID(); err != nil {
					return err
				}
			} else if !errors.Is(err, store.ErrNotFound) {
				return err
			}
			if err := w.tx.TakeOut(ctx, row, uid); err != nil {
				return err
			}
			w.count++
		}
		if len(rows) == 1 {
			w.name = binnedOf(rows[0]).Name
		}
		return b.reindex(ctx, w.tx, touchedBy(w.id))
	})
}

// chosenOf returns the rows of these people, all for none.
func chosenOf(rows []store.Binned, ids []contact.ID) ([]store.Binned, error) {
	if len(ids) == 0 {
		return rows, nil
	}
	var chosen []store.Binned
	for _, id := range ids {
		at := slices.IndexFunc(rows, func(row store.Binned) bool { return row.Person.ID == id })
		if at < 0 {
			return nil, fmt.Errorf("person %d in the bin: %w", id, contact.ErrNotFound)
		}
		chosen = append(chosen, rows[at])
	}
	return chosen, nil
}
