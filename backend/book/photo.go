package book

import (
	"context"
	"fmt"
	"net/http"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// MaxPhoto is the largest picture in bytes that SetPhoto takes: more than any camera writes.
const MaxPhoto = 32 << 20

// SetPhoto gives somebody a picture: the bytes of a JPEG, PNG, GIF or WebP. The error is a *contact.InvalidError for
// anything else.
func (b *Book) SetPhoto(ctx context.Context, id contact.ID, data []byte) (contact.Person, Change, error) {
	mime := http.DetectContentType(data)
	switch {
	case len(data) > MaxPhoto:
		return contact.Person{}, Change{}, &contact.InvalidError{Field: "photo", Reason: "too-long"}
	case mime != "image/jpeg" && mime != "image/png" && mime != "image/gif" && mime != "image/webp":
		return contact.Person{}, Change{}, &contact.InvalidError{Field: "photo", Reason: "not-a-picture"}
	}
	change, err := b.operate(ctx, KindPhoto, "", func(w *work) error {
		return w.editPhoto(ctx, id, func(c *vcard.Card) { c.Put("PHOTO", vcard.Bytes(data, mime)) })
	})
	return b.changed(ctx, id, change, err)
}

// RemovePhoto takes somebody's pictures away, a remote address included.
func (b *Book) RemovePhoto(ctx context.Context, id contact.ID) (contact.Person, Change, error) {
	change, err := b.operate(ctx, KindPhotoRemoved, "", func(w *work) error {
		return w.editPhoto(ctx, id, func(c *vcard.Card) { c.Put("PHOTO", vcard.Content{}) })
	})
	return b.changed(ctx, id, change, err)
}

func (w *work) editPhoto(ctx context.Context, id contact.ID, edit func(c *vcard.Card)) error {
	row, card, err := w.card(ctx, id)
	if err != nil {
		return err
	}
	before := string(card.Raw)
	edit(card)
	w.name = shownName(card)
	if string(card.Raw) == before {
		return errNothing
	}
	w.count = 1
	return w.replace(ctx, row, card)
}

// Photo returns a picture by its hash, as it came. The error is contact.ErrNotFound without it.
func (b *Book) Photo(ctx context.Context, hash string) (data []byte, mime string, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		h, err := store.ParseHash(hash)
		if err == nil {
			data, mime, err = tx.Photo(ctx, h)
		}
		if err != nil {
			return fmt.Errorf("picture %s: %w", hash, asContact(err))
		}
		return nil
	})
	return data, mime, err
}
