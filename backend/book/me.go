package book

import (
	"context"
	"fmt"
	"strconv"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

// meSetting names who the owner of the book is.
const meSetting = "me"

// Me returns which person in the book its owner is, 0 for nobody. Somebody who was deleted is nobody until an undo brings
// them back, and somebody who became a part of a person is that person.
func (b *Book) Me(ctx context.Context) (id contact.ID, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		id, err = me(ctx, tx)
		return err
	})
	return id, err
}

// SetMe notes which person the owner is; 0 is nobody. It is a setting and no operation: it says nothing about anybody in the
// book, so no undo of what was done to people takes it back.
func (b *Book) SetMe(ctx context.Context, id contact.ID) error {
	return b.store.Keep(ctx, func(tx *store.Tx) error {
		if id != 0 {
			if _, err := tx.Person(ctx, id); err != nil {
				return fmt.Errorf("person %d: %w", id, asContact(err))
			}
		}
		return tx.Set(ctx, meSetting, strconv.FormatInt(int64(id), 10))
	})
}

func me(ctx context.Context, tx *store.Tx) (contact.ID, error) {
	saved, err := tx.Settings(ctx)
	if err != nil || saved[meSetting] == "" {
		return 0, err
	}
	number, err := strconv.ParseInt(saved[meSetting], 10, 64)
	if err != nil {
		return 0, fmt.Errorf("who I am: %w", err)
	}
	return tx.Whole(ctx, contact.ID(number))
}

// ownerUID is the uid of the owner, "" for nobody.
func ownerUID(ctx context.Context, tx *store.Tx) (string, error) {
	id, err := me(ctx, tx)
	if err != nil || id == 0 {
		return "", err
	}
	p, err := tx.Person(ctx, id)
	return p.UID, err
}
