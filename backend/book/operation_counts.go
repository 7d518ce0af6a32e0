package book

import (
	"context"
	"fmt"
	"slices"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// AllOperations returns what was done, newest first.
func (b *Book) AllOperations(ctx context.Context) (list []Operation, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		rows, _, err := tx.Operations(ctx, 0, -1)
		if err != nil {
			return err
		}
		standing, err := tx.AllStanding(ctx)
		for _, row := range rows {
			o := operationOf(row)
			if o.CanUndo {
				o.StandsOn = standing[o.ID]
			}
			list = append(list, o)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read the history: %w", err)
	}
	return list, nil
}

// AllOperationCounts returns for each operation in the history what it changed, by its ID. It compares every card, so that of an operation
// that touched thousands of people it counts those alone who became others, where OperationDetail, which has to be quick, counts all as
// changed.
func (b *Book) AllOperationCounts(ctx context.Context) (counts map[int64]*OperationCounts, err error) {
	counts = map[int64]*OperationCounts{}
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		rows, _, err := tx.Operations(ctx, 0, -1)
		if err != nil {
			return err
		}
		for _, row := range rows {
			counts[row.ID] = &OperationCounts{Known: row.HasChanges()}
		}
		people := map[int64][]contact.ID{}
		if err := tx.RowFates(ctx, func(fate store.RowFate) error {
			of := counts[fate.Operation]
			if fate.Table != store.PeopleTable && fate.Table != "membership" {
				of.count(fate)
				return nil
			}
			if fate.Table == "membership" {
				// The card stayed as it was; a tag that a group gives came or went.
				fate.Before, fate.After = true, true
			}
			of.People.count(fate)
			if id, ok := fate.Key.(int64); ok && len(people[fate.Operation]) < mostChanged {
				people[fate.Operation] = append(people[fate.Operation], contact.ID(id))
			}
			return nil
		}); err != nil {
			return err
		}
		called, err := lastNames(ctx, tx, people)
		for operation, ids := range people {
			for _, id := range ids {
				counts[operation].Names = append(counts[operation].Names, called[id])
			}
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("count what was changed: %w", err)
	}
	return counts, nil
}

// count adds a thing; they come by their tables.
func (c *OperationCounts) count(fate store.RowFate) {
	thing := thingOf(fate.Table)
	at := slices.IndexFunc(c.Things, func(t ThingTally) bool { return t.Thing == thing })
	if at < 0 {
		at, c.Things = len(c.Things), append(c.Things, ThingTally{Thing: thing})
	}
	c.Things[at].count(fate)
}

func (t *Tally) count(fate store.RowFate) {
	switch {
	case fate.Before && fate.After:
		t.Changed++
	case fate.Before:
		t.Gone++
	default:
		t.Added++
	}
}

// lastNames returns what people are called, or were called last.
func lastNames(ctx context.Context, tx *store.Tx, of map[int64][]contact.ID) (map[contact.ID]string, error) {
	var ids []contact.ID
	for _, some := range of {
		ids = append(ids, some...)
	}
	ids = distinctOf(ids)
	here, err := tx.Summaries(ctx, ids, store.Order{})
	if err != nil {
		return nil, err
	}
	called := map[contact.ID]string{}
	for _, p := range here {
		called[p.ID] = p.Name
	}
	gone := slices.DeleteFunc(ids, func(id contact.ID) bool { _, known := called[id]; return known })
	if len(gone) == 0 {
		return called, nil
	}
	return called, tx.PastCards(ctx, gone, func(id contact.ID, card []byte, charset string) {
		if c, err := vcard.Parse(slices.Clone(card), vcard.Options{Charset: charset}); err == nil {
			called[id] = shownName(c)
		}
	})
}
