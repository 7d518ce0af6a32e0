package book

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

// Meet writes an encounter down: a new one for ID 0, else a change of that one. Day "" is today. The error is a
// *contact.InvalidError for a kind or a day that does not exist, for a day to come, and where nobody was met, contact.ErrNotFound for
// people who are not there. One that [Book.Afterwards] wrote down ahead has the day of its event, and keeps it.
func (b *Book) Meet(ctx context.Context, e contact.Encounter) (contact.Encounter, Change, error) {
	e.Note, e.Day = strings.TrimSpace(e.Note), cmp.Or(e.Day, b.today())
	if err := checkDay("encounter", e.Day); err != nil {
		return e, Change{}, err
	}
	if !slices.Contains(contact.EncounterKinds(), e.Kind) {
		return e, Change{}, &contact.InvalidError{Field: "encounter", Reason: "kind"}
	}
	kind := KindEncounter
	if e.ID != 0 {
		kind = KindEncounterChanged
	}
	change, err := b.operate(ctx, kind, "", func(w *work) (err error) {
		before := contact.Encounter{}
		if e.ID != 0 {
			if before, err = w.tx.Encounter(ctx, e.ID); err != nil {
				return fmt.Errorf("encounter %d: %w", e.ID, asContact(err))
			}
		}
		if e.Day != before.Day && b.Ahead(e.Day) {
			return &contact.InvalidError{Field: "encounter", Reason: "future"}
		}
		if e.People, err = w.about(ctx, "encounter", e.People, before.People); err != nil {
			return err
		}
		if sameEncounter(e, before) {
			return errNothing
		}
		w.count = 1
		e.ID, err = w.tx.PutEncounter(ctx, e)
		return err
	})
	return e, change, err
}

// Unmeet deletes an encounter.
func (b *Book) Unmeet(ctx context.Context, id int64) (Change, error) {
	return b.operate(ctx, KindEncounterGone, "", func(w *work) error {
		e, err := w.tx.Encounter(ctx, id)
		if err != nil {
			return fmt.Errorf("encounter %d: %w", id, asContact(err))
		}
		if err := w.call(ctx, e.People); err != nil {
			return err
		}
		w.count = 1
		return w.tx.DropEncounter(ctx, id)
	})
}

func sameEncounter(a, b contact.Encounter) bool {
	return a.ID == b.ID && a.Kind == b.Kind && a.Day == b.Day && a.Event == b.Event && a.Note == b.Note && slices.Equal(a.People, b.People)
}

// about returns the people in the order in which they are kept, and names the operation after them. Who was among them before
// may be gone meanwhile; of the others the operation is noted to stand on them, so that an undo of what brought them takes it
// along.
func (w *work) about(ctx context.Context, field string, people, before []contact.ID) ([]contact.ID, error) {
	people = slices.Compact(slices.Sorted(slices.Values(people)))
	if len(people) == 0 {
		return nil, &contact.InvalidError{Field: field, Reason: "nobody"}
	}
	for _, id := range people {
		if slices.Contains(before, id) {
			continue
		}
		if _, err := w.tx.Person(ctx, id); err != nil {
			return nil, fmt.Errorf("person %d: %w", id, asContact(err))
		}
		if err := w.tx.Lean(ctx, id); err != nil {
			return nil, err
		}
	}
	return people, w.call(ctx, people)
}

// call names the operation after people.
func (w *work) call(ctx context.Context, people []contact.ID) error {
	named, err := w.tx.Summaries(ctx, people, store.Order{})
	names := make([]string, len(named))
	for i := range named {
		names[i] = named[i].Name
	}
	w.name = strings.Join(names, ", ")
	return err
}

// today is the day it is where the book's clock is.
func (b *Book) today() contact.Day { return contact.Day(b.now().Format(time.DateOnly)) }

// Ahead tells whether a day is still to come where the book's clock is.
func (b *Book) Ahead(day contact.Day) bool { return day > b.today() }

func checkDay(field string, day contact.Day) error {
	if _, err := time.Parse(time.DateOnly, string(day)); err != nil {
		return &contact.InvalidError{Field: field, Reason: "day"}
	}
	return nil
}
