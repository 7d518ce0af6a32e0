package book

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
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

// EmptyBin lets nothing be left of people in the bin, everybody for no IDs, and returns how many there were. It cannot be undone:
// they are gone from the journal, too. Backups of before keep them until they are thinned out.
func (b *Book) EmptyBin(ctx context.Context, ids []contact.ID) (int, error) {
	return b.emptyBin(ctx, func(rows []store.Binned) ([]store.Binned, error) { return chosenOf(rows, ids) })
}

func (b *Book) emptyBin(ctx context.Context, choose func([]store.Binned) ([]store.Binned, error)) (int, error) {
	n := 0
	err := b.store.Write(ctx, func(tx *store.Tx) error {
		rows, err := tx.Bin(ctx, binKinds)
		if err != nil {
			return err
		}
		if rows, err = choose(rows); err != nil || len(rows) == 0 {
			return err
		}
		n = len(rows)
		ids := make([]contact.ID, len(rows))
		for i := range rows {
			ids[i] = rows[i].Person.ID
		}
		// Who was merged into somebody goes with them.
		if ids, err = tx.WithParts(ctx, ids); err != nil {
			return err
		}
		names, err := pastNames(ctx, tx, ids)
		if err != nil {
			return err
		}
		return tx.Forget(ctx, ids, func(name string) bool {
			return slices.ContainsFunc(names, func(of string) bool { return strings.Contains(name, of) })
		})
	})
	if err != nil {
		return 0, fmt.Errorf("empty the bin: %w", err)
	}
	if n > 0 {
		// What an edit or a deletion let go of long before lies in pages that nobody writes over, and the log holds what was. Where
		// there is no space to write the file anew, that is no reason to say that the bin is not empty.
		_ = b.store.Rewrite(ctx)
		_ = b.store.Settle(ctx)
	}
	return n, nil
}

// pastNames are the names that people had.
func pastNames(ctx context.Context, tx *store.Tx, ids []contact.ID) ([]string, error) {
	var names []string
	err := tx.PastCards(ctx, ids, func(card []byte, charset string) {
		if c, err := vcard.Parse(slices.Clone(card), vcard.Options{Charset: charset}); err == nil {
			if name := shownName(c); name != "" && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	})
	return names, err
}
