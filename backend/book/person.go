package book

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/match"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// Person returns everything the book shows of somebody. The error is contact.ErrNotFound without them.
func (b *Book) Person(ctx context.Context, id contact.ID) (p contact.Person, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		p, err = b.person(ctx, tx, id)
		return err
	})
	return p, err
}

func (b *Book) person(ctx context.Context, tx *store.Tx, id contact.ID) (contact.Person, error) {
	row, card, err := readCard(ctx, tx, id)
	if err != nil {
		return contact.Person{}, err
	}
	settings, err := b.settings(ctx, tx)
	if err != nil {
		return contact.Person{}, err
	}
	file, err := tx.FileName(ctx, row.Operation, row.File)
	if err != nil {
		return contact.Person{}, err
	}
	p := personOf(row, card, settings.Region, file)
	for i := range p.Related {
		r := &p.Related[i]
		if r.Person, err = meant(ctx, tx, card, r.Value); err != nil {
			return contact.Person{}, err
		}
	}
	return p, nil
}

// candidates is how many people an AmbiguousError lists.
const candidates = 10

// FindPerson returns the one person that ref means: by ID, by UID or by a name that fits nobody else. The error is
// contact.ErrNotFound or a *contact.AmbiguousError.
func (b *Book) FindPerson(ctx context.Context, ref string) (contact.Person, error) {
	ref = strings.TrimSpace(ref)
	if id, err := strconv.ParseInt(ref, 10, 64); err == nil {
		p, err := b.Person(ctx, contact.ID(id))
		if !errors.Is(err, contact.ErrNotFound) {
			return p, err
		}
	}
	var p contact.Person
	err := b.store.Read(ctx, func(tx *store.Tx) error {
		id, err := tx.PersonByUID(ctx, ref)
		if err != nil {
			return asContact(err)
		}
		p, err = b.person(ctx, tx, id)
		return err
	})
	if err == nil || !errors.Is(err, contact.ErrNotFound) {
		return p, err
	}
	return b.findByName(ctx, ref)
}

// findByName prefers who has exactly the name to those whose name contains it. A word in a note or a title is no name: a
// script that tags by it would tag the wrong person.
func (b *Book) findByName(ctx context.Context, name string) (contact.Person, error) {
	if len(terms(name)) == 0 {
		return contact.Person{}, fmt.Errorf("person %q: %w", name, contact.ErrNotFound)
	}
	page, err := b.People(ctx, Query{Text: name}, 0, searchLimit)
	if err != nil {
		return contact.Person{}, err
	}
	var exact, named []contact.Summary
	for _, s := range page.Items {
		folded := match.Fold(s.Name)
		switch {
		case folded == match.Fold(name):
			exact = append(exact, s)
		case containsWords(string(match.AppendSpellings([]byte(folded), s.Name)), match.Fold(name)):
			named = append(named, s)
		}
	}
	for _, found := range [][]contact.Summary{exact, named} {
		switch {
		case len(found) == 1:
			return b.Person(ctx, found[0].ID)
		case len(found) > 1:
			return contact.Person{}, &contact.AmbiguousError{Name: name, Matches: found[:min(len(found), candidates)]}
		}
	}
	return contact.Person{}, fmt.Errorf("person %q: %w", name, contact.ErrNotFound)
}

// searchLimit is how many hits of a name are looked at for the one that is meant.
const searchLimit = 200

func containsWords(text, words string) bool {
	for _, word := range strings.Fields(words) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

// Card returns somebody's vCard as it would be exported "as it came", pictures included.
func (b *Book) Card(ctx context.Context, id contact.ID) (raw []byte, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		row, err := tx.Person(ctx, id)
		if err != nil {
			return fmt.Errorf("person %d: %w", id, asContact(err))
		}
		raw, err = attach(ctx, tx, row.Card)
		return err
	})
	return raw, err
}

// attach puts the pictures back into a card.
func attach(ctx context.Context, tx *store.Tx, card []byte) ([]byte, error) {
	return vcard.Attach(card, func(hash string) ([]byte, error) {
		h, err := store.ParseHash(hash)
		if err != nil {
			return nil, err
		}
		data, _, err := tx.Photo(ctx, h)
		if err != nil {
			return nil, fmt.Errorf("picture %s: %w", hash, asContact(err))
		}
		return data, nil
	})
}
