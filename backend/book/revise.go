package book

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"time"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// revisionBatch is how many cards are edited at a time.
const revisionBatch = 512

// revision edits somebody's card and what stands beside it in their row, and reports whether it changed anything. Several run
// at a time.
type revision func(p *store.Person, c *vcard.Card) (changed bool)

// revise edits the cards of people and counts those that change.
func (w *work) revise(ctx context.Context, ids []contact.ID, change revision) error {
	for batch := range slices.Chunk(ids, revisionBatch) {
		people, err := w.tx.People(ctx, batch)
		if err != nil {
			return err
		}
		for _, id := range batch {
			if !slices.ContainsFunc(people, func(p store.Person) bool { return p.ID == id }) {
				return fmt.Errorf("person %d: %w", id, contact.ErrNotFound)
			}
		}
		changed, err := w.revised(ctx, people, change)
		if err != nil {
			return err
		}
		if err := w.loader.Replace(ctx, changed); err != nil {
			return err
		}
		for i := range changed {
			p := &changed[i].Person
			w.touch(p.ID)
			if err := w.tx.SetGroups(ctx, p.ID, p.Groups); err != nil {
				return err
			}
		}
		w.count += len(changed)
	}
	return nil
}

// revised edits cards on all cores and returns those that differ now.
func (w *work) revised(ctx context.Context, people []store.Person, change revision) ([]store.Newcomer, error) {
	edited := make([]*store.Newcomer, len(people))
	err := share(ctx, len(people), func(part iter.Seq[int]) error {
		index := &indexer{names: w.index.names, region: w.index.region}
		for i := range part {
			var err error
			if edited[i], err = index.revised(people[i], change, w.now); err != nil {
				return err
			}
		}
		return nil
	})
	var changed []store.Newcomer
	for _, e := range edited {
		if e != nil {
			changed = append(changed, *e)
		}
	}
	return changed, err
}

// revised returns somebody with an edited card, nil where nothing changes. The error names them.
func (x *indexer) revised(p store.Person, change revision, now time.Time) (edited *store.Newcomer, err error) {
	defer caughtIn(p.ID, &err)
	card, err := vcard.Parse(p.Card, vcard.Options{Charset: p.Charset})
	if err != nil {
		return nil, fmt.Errorf("card of person %d: %w", p.ID, err)
	}
	if !change(&p, card) {
		return nil, nil
	}
	p.Card, p.Charset, p.Changed = card.Raw, card.Charset, now
	return &store.Newcomer{Person: p, Entry: x.entry(p.ID, card, p.Groups...)}, nil
}
