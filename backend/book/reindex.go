package book

import (
	"context"
	"iter"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// indexBatch is how many people are derived again at a time, so that memory does not grow with the book.
const indexBatch = 512

// whose returns up to limit people beyond after, in the order of IDs.
type whose func(ctx context.Context, tx *store.Tx, after contact.ID, limit int) ([]store.Person, error)

func everyone(ctx context.Context, tx *store.Tx, after contact.ID, limit int) ([]store.Person, error) {
	return tx.PeopleAfter(ctx, after, limit)
}

func touchedBy(operation int64) whose {
	return func(ctx context.Context, tx *store.Tx, after contact.ID, limit int) ([]store.Person, error) {
		return tx.Touched(ctx, operation, after, limit)
	}
}

// derivation names the rules by which the index is derived. Whoever changes them counts it up, and books are indexed anew when
// they are next opened.
const derivation = 4

// renew derives the index again where an older program derived it by other rules.
func (b *Book) renew(ctx context.Context) error {
	rules := 0
	err := b.store.Read(ctx, func(tx *store.Tx) (err error) {
		rules, err = tx.Derived(ctx)
		return err
	})
	if err != nil || rules == derivation {
		return err
	}
	return b.Reindex(ctx)
}

// Reindex derives everything that lists, searches and matching read from the cards again. Who has a card that cannot be read
// is in no list then; Doctor names them.
func (b *Book) Reindex(ctx context.Context) error {
	err := b.store.Write(ctx, func(tx *store.Tx) error {
		if err := b.keepRegion(ctx, tx); err != nil {
			return err
		}
		if err := tx.ClearIndex(ctx); err != nil {
			return err
		}
		if err := tx.SetDerived(ctx, derivation); err != nil {
			return err
		}
		return b.reindex(ctx, tx, everyone)
	})
	b.directory.forget()
	return err
}

func (b *Book) reindex(ctx context.Context, tx *store.Tx, who whose) (err error) {
	index, err := b.indexer(ctx, tx)
	if err != nil {
		return err
	}
	loader := tx.NewLoader()
	defer func() { err = firstError(err, loader.Close(ctx)) }()
	for after := contact.ID(0); ; {
		people, err := who(ctx, tx, after, indexBatch)
		if err != nil || len(people) == 0 {
			return err
		}
		entries, unreadable, err := b.derive(ctx, index.region, people)
		if err != nil {
			return err
		}
		if err := loader.Index(ctx, entries); err != nil {
			return err
		}
		if err := loader.Unindex(ctx, unreadable); err != nil {
			return err
		}
		after = people[len(people)-1].ID
	}
}

// derive reads the cards of people on all cores. One card that cannot be read must not keep the others from it, so its person
// is returned beside the entries.
func (b *Book) derive(ctx context.Context, region string, people []store.Person) (entries []store.Entry, unreadable []contact.ID, err error) {
	all, faults := make([]store.Entry, len(people)), make([]error, len(people))
	err = share(ctx, len(people), func(part iter.Seq[int]) error {
		index := &indexer{names: b.names, region: region}
		for i := range part {
			all[i], faults[i] = index.again(people[i])
		}
		return nil
	})
	for i := range people {
		if faults[i] != nil {
			unreadable = append(unreadable, people[i].ID)
			continue
		}
		entries = append(entries, all[i])
	}
	return entries, unreadable, err
}

// again derives the entry of somebody who is in the book.
func (x *indexer) again(p store.Person) (e store.Entry, err error) {
	defer caughtIn(p.ID, &err)
	card, err := vcard.Parse(p.Card, vcard.Options{Charset: p.Charset})
	if err != nil {
		return e, err
	}
	return x.entry(p.ID, card, p.Groups...), nil
}
