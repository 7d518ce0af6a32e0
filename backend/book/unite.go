package book

import (
	"context"
	"fmt"
	"slices"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// Merge makes one person of several: the others become parts of the first, who keeps their ID. Everything is united unless chosen
// otherwise; what names one of the others names the first from then on, and Split gives them back. The error is a
// *contact.InvalidError for fewer than two people and for the card of a group.
func (b *Book) Merge(ctx context.Context, ids []contact.ID, choices []MergeChoice) (contact.Person, Change, error) {
	ids = distinct(ids)
	if len(ids) < 2 {
		return contact.Person{}, Change{}, &contact.InvalidError{Field: "merge", Reason: "alone"}
	}
	change, err := b.operate(ctx, KindMerge, "", func(w *work) error {
		w.count = len(ids) - 1
		name, err := w.uniteAll(ctx, ids, choices)
		w.name = name
		return err
	})
	return b.changed(ctx, ids[0], change, err)
}

// MergeAll makes one person of each group, as Merge proposes it, in one operation. A person stands in one group only. Where many
// people are touched a backup is made first.
func (b *Book) MergeAll(ctx context.Context, groups [][]contact.ID) (Change, error) {
	n := 0
	for _, ids := range groups {
		n += len(ids)
	}
	b.backUpBefore(ctx, n)
	return b.operate(ctx, KindMergeAll, "", func(w *work) error {
		for _, ids := range groups {
			if ids = distinct(ids); len(ids) < 2 {
				continue
			}
			if _, err := w.uniteAll(ctx, ids, nil); err != nil {
				return err
			}
			w.count += len(ids) - 1
		}
		return nil
	})
}

// uniteAll makes one person of several and returns what they are called then.
func (w *work) uniteAll(ctx context.Context, ids []contact.ID, choices []MergeChoice) (name string, err error) {
	all, err := w.sides(ctx, ids)
	if err != nil {
		return "", err
	}
	chosen, err := choose(all, w.index.region, choices)
	if err != nil {
		return "", err
	}
	for _, other := range all[1:] {
		if name, err = w.unite(ctx, ids[0], other, chosen); err != nil {
			return "", fmt.Errorf("merge person %d: %w", other.row.ID, err)
		}
	}
	return name, nil
}

// unite makes somebody a part of another person.
func (w *work) unite(ctx context.Context, id contact.ID, other mergeSide, chosen *mergeChoices) (string, error) {
	row, card, err := w.card(ctx, id)
	if err != nil {
		return "", err
	}
	part := store.Part{Person: other.row, Whole: id, Name: other.entry.Name, Hash: other.entry.Hash, Before: row}
	part.Before.Card = slices.Clone(row.Card)
	if _, err := merge(compare(card, other.card, w.index.region), chosen.between(card, &other, w.index.region)); err != nil {
		return "", err
	}
	chosen.finish(card, w.index.region)
	if err := w.dropSelf(ctx, card, id, other.row.ID); err != nil {
		return "", err
	}
	for _, tag := range other.row.Groups {
		if !slices.Contains(wornTags(card, row.Groups), tag) && !chosen.drops("CATEGORIES", tag) {
			row.Groups = append(slices.Clone(row.Groups), tag)
		}
	}
	if part.Moved, err = w.tx.Move(ctx, other.row.ID, id); err != nil {
		return "", err
	}
	if _, err := w.tx.DeletePeople(ctx, []contact.ID{other.row.ID}); err != nil {
		return "", err
	}
	w.touch(other.row.ID)
	if err := w.tx.SetGroups(ctx, id, row.Groups); err != nil {
		return "", err
	}
	row.Photos = append(slices.Clone(row.Photos), other.row.Photos...)
	if err := w.replace(ctx, row, card); err != nil {
		return "", err
	}
	part.After, part.AfterGroups = card.Raw, row.Groups
	return shownName(card), w.tx.PutPart(ctx, part)
}

// dropSelf takes out of a card what would connect somebody with themselves once two are one.
func (w *work) dropSelf(ctx context.Context, card *vcard.Card, ids ...contact.ID) error {
	for _, s := range slices.Backward(linesIn(card)) {
		meant, err := w.tx.Meant(ctx, s.uid, s.name)
		if err != nil {
			return err
		}
		if slices.Contains(ids, meant) {
			unstate(card, s.line)
		}
	}
	return nil
}

// mergeSide is one of the people of a merge.
type mergeSide struct {
	row   store.Person
	card  *vcard.Card
	entry store.Entry
	photo int // the size of their picture in bytes, 0 without one
}

func (w *work) sides(ctx context.Context, ids []contact.ID) ([]mergeSide, error) {
	return sidesOf(ctx, w.tx, w.index, ids)
}

func sidesOf(ctx context.Context, tx *store.Tx, index *indexer, ids []contact.ID) ([]mergeSide, error) {
	sides := make([]mergeSide, len(ids))
	for i, id := range ids {
		s := &sides[i]
		var err error
		if s.row, s.card, err = readCard(ctx, tx, id); err != nil {
			return nil, err
		}
		if s.entry = index.entry(id, s.card, s.row.Groups...); s.entry.Kind == contact.Group {
			return nil, &contact.InvalidError{Field: "merge", Reason: "group"}
		}
		if len(s.entry.Photo) != len(store.Hash{}) {
			continue
		}
		if data, _, err := tx.Photo(ctx, store.Hash(s.entry.Photo)); err == nil {
			s.photo = len(data)
		}
	}
	return sides, nil
}
