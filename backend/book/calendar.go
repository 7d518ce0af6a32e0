package book

import (
	"context"
	"fmt"
	"slices"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

// Occasion is an event with how many guests are on its list. Past says that its day is over.
type Occasion struct {
	contact.Event
	Guests int
	Past   bool
}

// Calendar returns every event as one looks at them: those that are to come, the next first and those without a day last, then those
// that are past, the latest first.
func (b *Book) Calendar(ctx context.Context) ([]Occasion, error) {
	var events []contact.Event
	var guests map[int64]int
	err := b.store.Read(ctx, func(tx *store.Tx) (err error) {
		if events, err = tx.Events(ctx); err != nil {
			return err
		}
		guests, err = tx.GuestCounts(ctx)
		return err
	})
	if err != nil {
		return nil, err
	}
	var open, coming, past []Occasion
	for _, e := range events {
		switch o := b.occasion(e, guests[e.ID]); {
		case e.When == "":
			open = append(open, o)
		case o.Past:
			past = append(past, o)
		default:
			coming = append(coming, o)
		}
	}
	slices.Reverse(coming)
	return slices.Concat(coming, open, past), nil
}

// Occasion returns the event of a number. The error is contact.ErrNotFound without it.
func (b *Book) Occasion(ctx context.Context, id int64) (o Occasion, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		e, err := tx.Event(ctx, id)
		if err != nil {
			return fmt.Errorf("event %d: %w", id, asContact(err))
		}
		guests, err := tx.GuestCounts(ctx)
		o = b.occasion(e, guests[id])
		return err
	})
	return o, err
}

func (b *Book) occasion(e contact.Event, guests int) Occasion {
	return Occasion{Event: e, Guests: guests, Past: e.When != "" && e.Day() < b.today()}
}
