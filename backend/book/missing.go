package book

import (
	"context"
	"errors"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

// MissingPerson is somebody who was to be merged and is not in the book any more: they became a part of Whole, or else they were
// Deleted and lie in the bin, or nothing is left of them, not even the Name.
type MissingPerson struct {
	Name      string
	Whole     contact.ID // 0 for nobody
	WholeName string
	Deleted   bool
}

// missingOf says what became of those who are not there.
func missingOf(ctx context.Context, tx *store.Tx, ids []contact.ID) (list []MissingPerson, err error) {
	var bin map[contact.ID]store.Binned // read once somebody is missing who is nobody's part
	for _, id := range ids {
		_, err := tx.Person(ctx, id)
		if err == nil {
			continue
		}
		if !errors.Is(err, store.ErrNotFound) {
			return nil, err
		}
		one, err := partOf(ctx, tx, id)
		if errors.Is(err, store.ErrNotFound) {
			if bin == nil {
				bin, err = binByID(ctx, tx)
			} else {
				err = nil
			}
			if row, ok := bin[id]; ok {
				one.Name, one.Deleted = binnedOf(row).Name, true
			}
		}
		if err != nil {
			return nil, err
		}
		list = append(list, one)
	}
	return list, nil
}

// partOf says whose part somebody became. The error is store.ErrNotFound for nobody's.
func partOf(ctx context.Context, tx *store.Tx, id contact.ID) (m MissingPerson, err error) {
	part, err := tx.Part(ctx, id)
	if err != nil {
		return m, err
	}
	m.Name = part.Name
	if m.Whole, err = tx.Whole(ctx, id); err != nil || m.Whole == 0 {
		return m, err
	}
	whole, err := tx.Summaries(ctx, []contact.ID{m.Whole}, store.Order{})
	if len(whole) > 0 {
		m.WholeName = whole[0].Name
	}
	return m, err
}

func binByID(ctx context.Context, tx *store.Tx) (map[contact.ID]store.Binned, error) {
	rows, err := tx.Bin(ctx, binKinds)
	bin := make(map[contact.ID]store.Binned, len(rows))
	for _, row := range rows {
		bin[row.Person.ID] = row
	}
	return bin, err
}
