package book

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/match"
	"kaffeerunde/backend/store"
)

// eventTime is how Event.When is written where the time is known.
const eventTime = time.DateOnly + " 15:04"

// Events returns every event: those without a day first, then the latest.
func (b *Book) Events(ctx context.Context) (events []contact.Event, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		events, err = tx.Events(ctx)
		return err
	})
	return events, err
}

// FindEvent returns the event of a number, or the one whose title is or contains what is given. The error is contact.ErrNotFound,
// or a *contact.AmbiguousError where several fit.
func (b *Book) FindEvent(ctx context.Context, ref string) (contact.Event, error) {
	events, err := b.Events(ctx)
	if err != nil {
		return contact.Event{}, err
	}
	return named(events, "event", ref, func(e contact.Event) contact.Summary {
		return contact.Summary{ID: contact.ID(e.ID), Name: e.Title, Organisation: e.When}
	})
}

// named returns the one of the items that has the number or the name, else the one whose name contains what is given. line says
// what each is called. The error is contact.ErrNotFound, or a *contact.AmbiguousError where several fit.
func named[T any](items []T, what, ref string, line func(T) contact.Summary) (T, error) {
	wanted := match.Fold(strings.TrimSpace(ref))
	var exact, near []T
	for _, item := range items {
		of := line(item)
		if strconv.FormatInt(int64(of.ID), 10) == strings.TrimSpace(ref) {
			return item, nil
		}
		switch folded := match.Fold(of.Name); {
		case folded == wanted:
			exact = append(exact, item)
		case wanted != "" && strings.Contains(folded, wanted):
			near = append(near, item)
		}
	}
	if len(exact) == 0 {
		exact = near
	}
	var none T
	switch len(exact) {
	case 0:
		return none, fmt.Errorf("%s %q: %w", what, ref, contact.ErrNotFound)
	case 1:
		return exact[0], nil
	}
	several := &contact.AmbiguousError{Name: ref}
	for _, item := range exact {
		several.Matches = append(several.Matches, line(item))
	}
	return none, several
}

// SaveEvent adds an event for ID 0, else changes the one of that number. The error is a *contact.InvalidError for one without a
// title and for a day that does not exist.
func (b *Book) SaveEvent(ctx context.Context, e contact.Event) (contact.Event, Change, error) {
	if e.ID == 0 {
		return b.AddEvent(ctx, e, nil)
	}
	e, err := tidied(e)
	if err != nil {
		return e, Change{}, err
	}
	change, err := b.operate(ctx, KindEventChanged, e.Title, func(w *work) error {
		before, err := w.tx.Event(ctx, e.ID)
		if err != nil {
			return fmt.Errorf("event %d: %w", e.ID, asContact(err))
		}
		if sameEvent(before, e) {
			return errNothing
		}
		w.count, e.Invitation = 1, before.Invitation
		_, err = w.tx.PutEvent(ctx, e)
		return err
	})
	return e, change, err
}

// AddEvent adds an event with who is invited to it, as one operation. The error is that of [Book.SaveEvent].
func (b *Book) AddEvent(ctx context.Context, e contact.Event, guests []contact.Guest) (contact.Event, Change, error) {
	e, err := tidied(e)
	if err != nil {
		return e, Change{}, err
	}
	change, err := b.operate(ctx, KindEvent, e.Title, func(w *work) (err error) {
		if e.ID, err = w.tx.PutEvent(ctx, e); err != nil {
			return err
		}
		_, err = b.invite(ctx, w, e.ID, guests, nil)
		w.count = 1
		return err
	})
	return e, change, err
}

// tidied is an event without what only stands around its texts.
func tidied(e contact.Event) (contact.Event, error) {
	for _, text := range []*string{&e.Title, &e.When, &e.Place, &e.Link, &e.Note, &e.Introduction} {
		*text = strings.TrimSpace(*text)
	}
	e.Topics, e.Questions = withoutBlanks(e.Topics), withoutBlanks(e.Questions)
	switch {
	case e.Title == "":
		return e, &contact.InvalidError{Field: "event", Reason: "empty"}
	case e.When != "" && !isWhen(e.When):
		return e, &contact.InvalidError{Field: "event", Reason: "day"}
	}
	return e, nil
}

// DeleteEvent deletes an event with its guest list. What happened there stays with the people.
func (b *Book) DeleteEvent(ctx context.Context, id int64) (Change, error) {
	return b.operate(ctx, KindEventGone, "", func(w *work) error {
		e, err := w.tx.Event(ctx, id)
		if err != nil {
			return fmt.Errorf("event %d: %w", id, asContact(err))
		}
		w.name, w.count = e.Title, 1
		return w.tx.DropEvent(ctx, id)
	})
}

func isWhen(text string) bool {
	for _, layout := range []string{time.DateOnly, eventTime} {
		if _, err := time.Parse(layout, text); err == nil {
			return true
		}
	}
	return false
}

func sameEvent(a, b contact.Event) bool {
	return a.Title == b.Title && a.When == b.When && a.Place == b.Place && a.Link == b.Link && a.Note == b.Note &&
		a.Introduction == b.Introduction && slices.Equal(a.Topics, b.Topics) && slices.Equal(a.Questions, b.Questions)
}

// withoutBlanks returns the texts that say something, each once.
func withoutBlanks(texts []string) []string {
	var kept []string
	for _, text := range texts {
		if text = strings.TrimSpace(text); text != "" && !slices.Contains(kept, text) {
			kept = append(kept, text)
		}
	}
	return kept
}
