package book

import (
	"context"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

// Timeline is what happened with somebody and what is open: encounters, the latest first, and threads, the open ones first.
// Others are the people besides them who are in either and still in the book.
type Timeline struct {
	Encounters []contact.Encounter
	Threads    []contact.Thread
	Others     []contact.Summary
}

// Timeline returns what happened with somebody and what is open.
func (b *Book) Timeline(ctx context.Context, person contact.ID) (t Timeline, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		if t.Encounters, err = tx.Encounters(ctx, person); err != nil {
			return err
		}
		if t.Threads, err = tx.Threads(ctx, person); err != nil {
			return err
		}
		var others []contact.ID
		for _, e := range t.Encounters {
			others = append(others, e.People...)
		}
		for _, thread := range t.Threads {
			others = append(others, thread.People...)
		}
		t.Others, err = tx.Summaries(ctx, without(distinct(others), person), store.Order{})
		return err
	})
	return t, err
}

// OpenThreads returns every open thread, the latest first, and the people in them who are in the book.
func (b *Book) OpenThreads(ctx context.Context) (threads []contact.Thread, people []contact.Summary, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		if threads, err = tx.OpenThreads(ctx); err != nil {
			return err
		}
		var all []contact.ID
		for _, t := range threads {
			all = append(all, t.People...)
		}
		people, err = tx.Summaries(ctx, distinct(all), store.Order{})
		return err
	})
	return threads, people, err
}

func without(ids []contact.ID, one contact.ID) []contact.ID {
	rest := make([]contact.ID, 0, len(ids))
	for _, id := range ids {
		if id != one {
			rest = append(rest, id)
		}
	}
	return rest
}
