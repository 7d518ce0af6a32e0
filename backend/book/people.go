package book

import (
	"cmp"
	"context"
	"encoding/json"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/match"
	"kaffeerunde/backend/store"
)

// People returns a stretch of the people a query finds, in the order of the query. A search puts those first whose name
// has words that begin as the query's do. A limit below 0 means all.
func (b *Book) People(ctx context.Context, q Query, offset, limit int) (page Page, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		by, err := b.order(ctx, tx, q)
		if err != nil {
			return err
		}
		ids, total, err := b.stretch(ctx, tx, q, by, max(offset, 0), limit)
		if err != nil {
			return err
		}
		page.Total = total
		page.Items, err = tx.Summaries(ctx, ids, by)
		return err
	})
	return page, err
}

// firstPage is how far into the whole list a stretch may lie to be read from the index alone, as the first page at a start and
// a list in the terminal are.
const firstPage = 500

// stretch returns a part of whom a query finds, and how many those are.
func (b *Book) stretch(ctx context.Context, tx *store.Tx, q Query, by store.Order, offset, limit int) ([]contact.ID, int, error) {
	if !q.narrows() && len(terms(q.Text)) == 0 && limit >= 0 && offset+limit <= firstPage {
		total, err := tx.Count(ctx)
		if err != nil {
			return nil, 0, err
		}
		ids, err := tx.First(ctx, by, offset, limit)
		return ids, total, err
	}
	ids, err := b.find(ctx, tx, q, by)
	total := len(ids)
	ids = ids[min(offset, total):]
	if limit >= 0 {
		ids = ids[:min(limit, len(ids))]
	}
	return ids, total, err
}

// IDs returns everyone a query finds, in its order.
func (b *Book) IDs(ctx context.Context, q Query) (ids []contact.ID, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		by, err := b.order(ctx, tx, q)
		if err != nil {
			return err
		}
		ids, err = b.find(ctx, tx, q, by)
		return err
	})
	// The answer may be remembered, so the caller gets one of their own.
	return append([]contact.ID(nil), ids...), err
}

// Letters returns where the sections of the list begin. A search has none: its order is not the alphabet's alone.
func (b *Book) Letters(ctx context.Context, q Query) (letters []Letter, err error) {
	if len(terms(q.Text)) > 0 {
		return nil, nil
	}
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		by, err := b.order(ctx, tx, q)
		if err != nil {
			return err
		}
		offset := 0
		return tx.Letters(ctx, q.filter(), by, func(letter string, count int) {
			letters = append(letters, Letter{Letter: letter, Offset: offset})
			offset += count
		})
	})
	return letters, err
}

// organisationLimit is how many names a form offers to complete what was typed.
const organisationLimit = 50

// Organisations returns the organisations that begin with prefix, in any case, the most common first.
func (b *Book) Organisations(ctx context.Context, prefix string) (list []OrganisationCount, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		return tx.Organisations(ctx, prefix, organisationLimit, func(name string, count int) {
			list = append(list, OrganisationCount{Name: name, Count: count})
		})
	})
	return list, err
}

func (q Query) filter() store.Filter {
	f := store.Filter{
		AnyTags: q.AnyTags, AllTags: q.AllTags, NoTags: q.NoTags, Organisation: q.Organisation, Operation: q.Import,
		Untagged: q.Untagged, IDs: q.IDs, TopicKind: q.TopicKind,
	}
	for _, topic := range q.Topics {
		f.Topics = append(f.Topics, match.Fold(topic))
	}
	return f
}

func (q Query) narrows() bool {
	return len(q.AnyTags)+len(q.AllTags)+len(q.NoTags)+len(q.Topics) > 0 || q.Organisation != "" || q.Import != 0 || q.Untagged || q.IDs != nil
}

// findsEveryone reports whether a query leaves nobody out.
func (q Query) findsEveryone() bool { return !q.narrows() && len(terms(q.Text)) == 0 }

func (b *Book) order(ctx context.Context, tx *store.Tx, q Query) (store.Order, error) {
	settings, err := b.settings(ctx, tx)
	return store.Order{
		ByGiven:  cmp.Or(q.SortBy, settings.SortBy) == SortByGiven,
		Inverted: settings.NameOrder == FamilyFirst,
	}, err
}

// find returns everyone a query finds. The answer belongs to the directory and must not be changed.
func (b *Book) find(ctx context.Context, tx *store.Tx, q Query, by store.Order) ([]contact.ID, error) {
	revision, err := tx.Revision(ctx)
	if err != nil {
		return nil, err
	}
	q.Text = match.Fold(q.Text)
	key, err := json.Marshal(struct {
		Query Query
		Given bool
	}{q, by.ByGiven})
	if err != nil {
		return nil, err
	}
	return b.directory.list(revision, string(key), func() ([]contact.ID, error) {
		words := terms(q.Text)
		if len(words) == 0 {
			return tx.Find(ctx, q.filter(), by)
		}
		if b.directory.isFirstSearch() {
			return searchOnce(ctx, tx, words, q.filter(), by)
		}
		texts, err := b.directory.at(ctx, tx, by.ByGiven)
		if err != nil {
			return nil, err
		}
		var allowed []contact.ID
		if q.narrows() {
			if allowed, err = tx.Find(ctx, q.filter(), by); err != nil || len(allowed) == 0 {
				return nil, err
			}
		}
		return texts.search(ctx, words, allowed)
	})
}
