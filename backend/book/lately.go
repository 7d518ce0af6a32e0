package book

import (
	"context"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

// Lately is what happened with some people, the latest first, and what is open with them. People are those in either who are
// in the book.
type Lately struct {
	Encounters []contact.Encounter
	Threads    []contact.Thread
	People     []contact.Summary
}

// latelyLimit is how many encounters tell what happened lately.
const latelyLimit = 12

// latelyWith returns what happened lately with any of the people, and what is open with them.
func latelyWith(ctx context.Context, tx *store.Tx, ids []contact.ID) (l Lately, err error) {
	if l.Encounters, err = tx.EncountersAmong(ctx, ids); err != nil {
		return l, err
	}
	l.Encounters = l.Encounters[:min(len(l.Encounters), latelyLimit)]
	if l.Threads, err = tx.OpenThreadsWith(ctx, ids); err != nil {
		return l, err
	}
	return l, l.name(ctx, tx)
}

// name reads who is in it.
func (l *Lately) name(ctx context.Context, tx *store.Tx) (err error) {
	var all []contact.ID
	for _, e := range l.Encounters {
		all = append(all, e.People...)
	}
	for _, t := range l.Threads {
		all = append(all, t.People...)
	}
	l.People, err = tx.Summaries(ctx, distinctOf(all), store.Order{})
	return err
}
