package book

import (
	"context"
	"fmt"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/sheet"
	"kaffeerunde/backend/store"
)

// maxIntroduction is the length of an introduction in bytes beyond which it is a speech.
const maxIntroduction = 4000

// Introductions returns how the owner of the book introduces themselves, in the order in which they wrote it.
func (b *Book) Introductions(ctx context.Context) (list []contact.Introduction, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		list, err = tx.Introductions(ctx)
		return err
	})
	return list, err
}

// SaveIntroduction adds an introduction for ID 0, else changes the one of that number. The error is a *contact.InvalidError for one
// without an occasion or without a text, and for a text that is too long.
func (b *Book) SaveIntroduction(ctx context.Context, i contact.Introduction) (contact.Introduction, Change, error) {
	for _, text := range []*string{&i.Occasion, &i.ShortDE, &i.LongDE, &i.ShortEN, &i.LongEN} {
		*text = strings.TrimSpace(*text)
		if len(*text) > maxIntroduction {
			return i, Change{}, &contact.InvalidError{Field: "introduction", Reason: "too-long"}
		}
	}
	switch {
	case i.Occasion == "":
		return i, Change{}, &contact.InvalidError{Field: "introduction", Reason: "occasion"}
	case i.ShortDE+i.LongDE+i.ShortEN+i.LongEN == "":
		return i, Change{}, &contact.InvalidError{Field: "introduction", Reason: "empty"}
	}
	kind := KindIntroduction
	if i.ID != 0 {
		kind = KindIntroductionChanged
	}
	change, err := b.operate(ctx, kind, i.Occasion, func(w *work) (err error) {
		if i.ID != 0 {
			before, err := w.tx.Introduction(ctx, i.ID)
			if err != nil {
				return fmt.Errorf("introduction %d: %w", i.ID, asContact(err))
			}
			if before == i {
				return errNothing
			}
		}
		w.count = 1
		i.ID, err = w.tx.PutIntroduction(ctx, i)
		return err
	})
	return i, change, err
}

// DeleteIntroduction deletes an introduction. Events for which it was chosen keep what was said there.
func (b *Book) DeleteIntroduction(ctx context.Context, id int64) (Change, error) {
	return b.operate(ctx, KindIntroductionGone, "", func(w *work) error {
		i, err := w.tx.Introduction(ctx, id)
		if err != nil {
			return fmt.Errorf("introduction %d: %w", id, asContact(err))
		}
		w.name, w.count = i.Occasion, 1
		return w.tx.DropIntroduction(ctx, id)
	})
}

// Code is a QR code: Path draws its black squares, one unit each, in the syntax of SVG; Size is how many there are on a side. It
// is zero where there is no card.
type Code struct {
	Size int
	Path string
}

// MyCode returns a code of the card of the book's owner, that phones read from a screen.
func (b *Book) MyCode(ctx context.Context) (c Code, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		id, err := me(ctx, tx)
		if err != nil || id == 0 {
			return err
		}
		return b.eachPerson(ctx, tx, []contact.ID{id}, func(p *contact.Person) error {
			c.Size, c.Path = sheet.CodePath(businessCard(p))
			return nil
		})
	})
	return c, err
}
