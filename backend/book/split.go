package book

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// Split is what a split did. Back is who is there again. Stayed is what was written on the card since the merge: it stays with whom
// it was written on; Gone what was taken off since, which is not on their card again either.
type Split struct {
	Change
	Back         []contact.Summary
	Stayed, Gone []Stayed
}

// Stayed is a value that was written or taken off since a merge.
type Stayed struct {
	Field    Field
	Property string
	Value    DifferenceValue
}

// Part is somebody who became a part of a person.
type Part struct {
	ID   contact.ID
	Name string
}

// Parts returns whom a split of somebody would give back, the last that came first.
func (b *Book) Parts(ctx context.Context, id contact.ID) (parts []Part, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		list, err := tx.PartsOf(ctx, id)
		for _, p := range list {
			parts = append(parts, Part{ID: p.ID, Name: p.Name})
		}
		return err
	})
	return parts, err
}

// Split gives back who became a part of somebody: all, or those alone who are named. Each has again the card, the tags and all that
// named them then; what was written since stays with whom it was written on. From then on they are known to be two. The error is
// contact.ErrNotFound for a person without such a part.
func (b *Book) Split(ctx context.Context, id contact.ID, only ...contact.ID) (s Split, err error) {
	s.Change, err = b.operate(ctx, KindSplit, "", func(w *work) error {
		parts, err := w.tx.PartsOf(ctx, id)
		if err != nil {
			return err
		}
		people := []contact.ID{id}
		for i := range parts {
			if len(only) > 0 && !slices.Contains(only, parts[i].ID) {
				continue
			}
			if err := w.takeApart(ctx, &parts[i], &s); err != nil {
				return fmt.Errorf("split person %d: %w", id, err)
			}
			people = append(people, parts[i].ID)
		}
		if w.count = len(people) - 1; w.count == 0 || len(only) > w.count {
			return fmt.Errorf("split person %d: %w", id, contact.ErrNotFound)
		}
		named, err := w.tx.Summaries(ctx, people, store.Order{})
		if err != nil {
			return err
		}
		w.name, s.Back = named[0].Name, named[1:]
		slices.Sort(people)
		return w.tx.PutVerdict(ctx, verdictDistinct, people)
	})
	return s, err
}

// takeApart gives one part back.
func (w *work) takeApart(ctx context.Context, p *store.Part, s *Split) error {
	row, card, err := w.card(ctx, p.Whole)
	if err != nil {
		return err
	}
	if _, err := w.tx.PersonByUID(ctx, p.UID); !errors.Is(err, store.ErrNotFound) {
		return errors.Join(err, &contact.InvalidError{Field: "split", Reason: "uid"})
	}
	if err := w.tx.DropPart(ctx, p.ID); err != nil {
		return err
	}
	if err := w.tx.PutBack(ctx, p.Person); err != nil {
		return err
	}
	entry, err := w.index.again(p.Person)
	if err != nil {
		return err
	}
	w.touch(p.ID)
	if err := w.loader.Index(ctx, []store.Entry{entry}); err != nil {
		return err
	}
	if err := w.tx.MoveBack(ctx, p.Moved, p.ID, p.Whole); err != nil {
		return err
	}
	return w.restoreWhole(ctx, row, card, p, s)
}

// restoreWhole gives a person the card that they would have without a part.
func (w *work) restoreWhole(ctx context.Context, row store.Person, card *vcard.Card, p *store.Part, s *Split) error {
	groups := rewound(row.Groups, p.AfterGroups, p.Before.Groups)
	photos := append(slices.Clone(p.Before.Photos), row.Photos...)
	if bytes.Equal(row.Card, p.After) {
		row.Card, row.Charset, row.Changed, row.Photos = p.Before.Card, p.Before.Charset, p.Before.Changed, p.Before.Photos
	} else {
		before, after, err := wholeBeforeAndAfter(p)
		if err != nil {
			return err
		}
		s.note(after, card, w.index.region)
		if err := takeOut(card, before, after); err != nil {
			return err
		}
		row.Card, row.Charset, row.Changed, row.Photos = card.Raw, card.Charset, w.now, photosIn(card, photos)
	}
	if err := w.tx.SetGroups(ctx, row.ID, groups); err != nil {
		return err
	}
	row.Groups = groups
	entry, err := w.index.again(row)
	if err != nil {
		return err
	}
	w.touch(row.ID)
	return w.loader.Replace(ctx, []store.Newcomer{{Person: row, Entry: entry}})
}
