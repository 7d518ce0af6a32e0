package book

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

// Outcome is what became of a guest. Remark "" leaves what was noted before, and so do Thread, what was left open with them, and
// Topics, what they are into.
type Outcome struct {
	Guest  int64
	Status contact.GuestStatus
	Remark string
	Thread string
	Topics []string
}

// Afterwards notes what became of guests and writes it down, as one operation. Who was met becomes a person in the book, or is
// linked to who they are there; an encounter is written down, what was promised becomes a thread, and what they are into stands on
// their card. Who may be somebody in the book, which nobody has decided yet, is noted to have been met and waits for that:
// Afterwards returns them.
func (b *Book) Afterwards(ctx context.Context, event int64, outcomes []Outcome) (waiting []contact.Guest, change Change, err error) {
	for _, o := range outcomes {
		if !slices.Contains(contact.GuestStatuses(), o.Status) {
			return nil, change, &contact.InvalidError{Field: "guest", Reason: "status"}
		}
	}
	return b.writeDown(ctx, event, func(w *work) ([]contact.Guest, error) {
		guests := make([]contact.Guest, len(outcomes))
		for i, o := range outcomes {
			g, err := w.tx.Guest(ctx, o.Guest)
			if err != nil {
				return nil, fmt.Errorf("guest %d: %w", o.Guest, asContact(err))
			}
			g.Status, g.Remark = o.Status, cmp.Or(strings.TrimSpace(o.Remark), g.Remark)
			g.Promise, g.Topics = cmp.Or(strings.TrimSpace(o.Thread), g.Promise), cmp.Or(topicLines(o.Topics), g.Topics)
			guests[i] = g
		}
		return guests, nil
	})
}

// WriteDown is Afterwards for every guest of whom it was noted that they were met: see [Book.See] and [Book.NoteGuest].
func (b *Book) WriteDown(ctx context.Context, event int64) (waiting []contact.Guest, change Change, err error) {
	return b.writeDown(ctx, event, func(w *work) ([]contact.Guest, error) {
		guests, err := w.tx.Guests(ctx, event)
		return slices.DeleteFunc(guests, func(g contact.Guest) bool { return g.Status != contact.GuestMet }), err
	})
}

// writeDown writes down what became of the guests whom f returns as they are to be.
func (b *Book) writeDown(ctx context.Context, event int64, f func(w *work) ([]contact.Guest, error)) (waiting []contact.Guest, change Change, err error) {
	change, err = b.operate(ctx, KindAfterwards, "", func(w *work) error {
		e, err := w.tx.Event(ctx, event)
		if err != nil {
			return fmt.Errorf("event %d: %w", event, asContact(err))
		}
		w.name = e.Title
		guests, err := f(w)
		if err != nil {
			return err
		}
		rows, err := b.recognised(ctx, w.tx, guests)
		if err != nil {
			return err
		}
		there, err := w.metAt(ctx, event)
		if err != nil {
			return err
		}
		for i := range rows {
			row := &rows[i]
			if row.Status == contact.GuestMet && row.Person == 0 && row.asks() {
				waiting = append(waiting, row.Guest)
				if err := w.putGuest(ctx, row.Guest); err != nil {
					return err
				}
				continue
			}
			if err := w.outcome(ctx, b, e, row, there); err != nil {
				return err
			}
		}
		return nil
	})
	return waiting, change, err
}

// asks reports whether it is still to be decided who the guest is.
func (g *GuestRow) asks() bool {
	m := g.Match()
	return m != nil && !m.Sure && !g.Stranger
}

// metAt returns the encounters at an event with one person alone, by them.
func (w *work) metAt(ctx context.Context, event int64) (map[contact.ID]contact.Encounter, error) {
	list, err := w.tx.EncountersAt(ctx, event)
	there := make(map[contact.ID]contact.Encounter, len(list))
	for _, e := range list {
		if len(e.People) == 1 {
			there[e.People[0]] = e
		}
	}
	return there, err
}

// outcome writes down what became of a guest of whom it is known who they are.
func (w *work) outcome(ctx context.Context, b *Book, e contact.Event, row *GuestRow, there map[contact.ID]contact.Encounter) error {
	g := row.Guest
	before, err := w.tx.Guest(ctx, g.ID)
	if err != nil {
		return err
	}
	if g.Status != contact.GuestMet {
		return w.unmet(ctx, before, g, there)
	}
	// Somebody who was linked and is gone from the book is a newcomer again.
	if m := row.Match(); g.Person == 0 || m == nil {
		if m != nil {
			g.Person = m.Person.ID
			err = w.tx.Lean(ctx, g.Person)
		} else {
			g.Person, err = w.welcome(ctx, b, g)
		}
		if err != nil {
			return err
		}
	}
	thread, topics := g.Promise, g.Topics
	g.Promise, g.Topics = "", ""
	if err := w.putGuest(ctx, g); err != nil {
		return err
	}
	day := cmp.Or(e.Day(), b.today())
	was, met := there[g.Person]
	if !met {
		w.count = max(w.count, 1)
		was = contact.Encounter{Kind: contact.EventEncounter, Day: day, People: []contact.ID{g.Person}, Event: e.ID, Note: g.Remark}
		if was.ID, err = w.tx.PutEncounter(ctx, was); err != nil {
			return err
		}
		there[g.Person] = was
	}
	if err := w.renote(ctx, was, before.Remark, g.Remark); err != nil {
		return err
	}
	if err := w.into(ctx, g.Person, topics); err != nil || thread == "" {
		return err
	}
	w.count = max(w.count, 1)
	_, err = w.tx.PutThread(ctx, contact.Thread{Text: thread, State: contact.ThreadOpen, People: []contact.ID{g.Person}, Event: e.ID, Opened: day})
	return err
}

// unmet notes that a guest was not met after all: what was written down of it goes, and the person stays.
func (w *work) unmet(ctx context.Context, before, g contact.Guest, there map[contact.ID]contact.Encounter) error {
	if err := w.putGuest(ctx, g); err != nil || before.Status != contact.GuestMet {
		return err
	}
	e, met := there[before.Person]
	if !met || before.Person == 0 || e.Note != before.Remark {
		return nil
	}
	delete(there, before.Person)
	return w.tx.DropEncounter(ctx, e.ID)
}

// renote changes the note of an encounter with a remark that stands in it. A note that somebody changed there stays.
func (w *work) renote(ctx context.Context, e contact.Encounter, before, after string) error {
	if e.Note == after || e.Note != before {
		return nil
	}
	w.count, e.Note = max(w.count, 1), after
	_, err := w.tx.PutEncounter(ctx, e)
	return err
}

// into writes on somebody's card what they are into, one a line.
func (w *work) into(ctx context.Context, person contact.ID, topics string) error {
	for _, name := range withoutBlanks(strings.Split(topics, "\n")) {
		name, err := topicName(name)
		if err != nil {
			return err
		}
		t := contact.Topic{Index: contact.NewLine, Name: name, Kind: contact.Interest}
		if _, err := w.giveTopic(ctx, t, []contact.ID{person}); err != nil {
			return err
		}
	}
	return nil
}

// welcome makes a person of a guest.
func (w *work) welcome(ctx context.Context, b *Book, g contact.Guest) (contact.ID, error) {
	d := contact.Draft{N: g.N, Organisation: g.Organisation, Title: g.Role}
	if g.N.Family+g.N.Given == "" {
		d.Name = g.Name
	}
	if g.Mail != "" {
		d.Emails = []contact.Value{{Index: contact.NewLine, Value: g.Mail}}
	}
	if g.Phone != "" {
		d.Phones = []contact.Value{{Index: contact.NewLine, Value: g.Phone}}
	}
	c, uid, err := b.newCard(d)
	if err != nil {
		return 0, err
	}
	return w.add(ctx, uid, c, store.Person{})
}
