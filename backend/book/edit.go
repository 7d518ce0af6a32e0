package book

import (
	"context"
	"slices"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// Add puts somebody into the book, on a new card of version 4.0. The error is a *contact.InvalidError when the draft says
// nothing at all.
func (b *Book) Add(ctx context.Context, d contact.Draft) (contact.Person, Change, error) {
	c, uid, err := b.newCard(d)
	if err != nil {
		return contact.Person{}, Change{}, err
	}
	var id contact.ID
	change, err := b.operate(ctx, KindAdd, shownName(c), func(w *work) (err error) {
		id, err = w.add(ctx, uid, c, store.Person{})
		w.count = 1
		return err
	})
	return b.changed(ctx, id, change, err)
}

// newCard returns a card of version 4.0 that says what the draft does. A card that the book makes itself carries its UID, so that
// an export is recognised when it comes back.
func (b *Book) newCard(d contact.Draft) (c *vcard.Card, uid string, err error) {
	c = vcard.New(vcard.V40)
	if err := fill(c, contact.Draft{}, d); err != nil {
		return nil, "", err
	}
	if uid, err = b.newUID(); err != nil {
		return nil, "", err
	}
	c.Put("UID", vcard.URI(uid))
	return c, uid, nil
}

// Edit changes what the draft of somebody says otherwise. Lines that stay the same are not touched. A draft that says the
// same changes nothing, and Change.Operation is 0.
func (b *Book) Edit(ctx context.Context, id contact.ID, d contact.Draft) (contact.Person, Change, error) {
	change, err := b.operate(ctx, KindEdit, "", func(w *work) error {
		row, card, err := w.card(ctx, id)
		if err != nil {
			return err
		}
		before := slices.Clone(card.Raw)
		groups := row.Groups
		was := personOf(row, card, w.index.region, "").Draft()
		was.Tags = tagsOf(card)
		d.Tags, row.Groups = sharedOut(tagList(d.Tags), was.Tags, groups)
		if err := fill(card, was, d); err != nil {
			return err
		}
		w.name = shownName(card)
		if slices.Equal(card.Raw, before) && len(row.Groups) == len(groups) {
			return errNothing
		}
		w.count = 1
		if err := w.tx.SetGroups(ctx, id, row.Groups); err != nil {
			return err
		}
		return w.replace(ctx, row, card)
	})
	return b.changed(ctx, id, change, err)
}

// Delete deletes people. Those who are not there are passed over.
func (b *Book) Delete(ctx context.Context, ids []contact.ID) (Change, error) {
	b.backUpBefore(ctx, len(ids))
	return b.operate(ctx, KindDelete, "", func(w *work) (err error) {
		if len(ids) == 1 {
			if named, err := w.tx.Summaries(ctx, ids, store.Order{}); err == nil && len(named) == 1 {
				w.name = named[0].Name
			}
		}
		w.touched = ids
		w.count, err = w.tx.DeletePeople(ctx, ids)
		return err
	})
}

// changed returns the person after a change of them.
func (b *Book) changed(ctx context.Context, id contact.ID, change Change, err error) (contact.Person, Change, error) {
	if err != nil {
		return contact.Person{}, change, err
	}
	p, err := b.Person(ctx, id)
	return p, change, err
}

func shownName(c *vcard.Card) string {
	name, _ := c.DisplayName()
	return printable(name)
}
