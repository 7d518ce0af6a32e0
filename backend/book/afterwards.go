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

// Outcome is what became of a guest. Remark "" leaves what was noted before; Thread is what was left open with them, "" for
// nothing.
type Outcome struct {
	Guest  int64
	Status contact.GuestStatus
	Remark string
	Thread string
}

// Afterwards notes what became of guests, as one operation. Who was met becomes a person in the book, or is linked to who they are
// there; an encounter is written down, and what was promised becomes a thread. Who may be somebody in the book, which nobody has
// decided yet, is noted to have been met and waits for that: Afterwards returns them.
func (b *Book) Afterwards(ctx context.Context, event int64, outcomes []Outcome) (waiting []contact.Guest, change Change, err error) {
	for _, o := range outcomes {
		if !slices.Contains(contact.GuestStatuses(), o.Status) {
			return nil, change, &contact.InvalidError{Field: "guest", Reason: "status"}
		}
	}
	change, err = b.operate(ctx, KindAfterwards, "", func(w *work) error {
		e, err := w.tx.Event(ctx, event)
		if err != nil {
			return fmt.Errorf("event %d: %w", event, asContact(err))
		}
		w.name = e.Title
		guests := make([]contact.Guest, len(outcomes))
		for i, o := range outcomes {
			if guests[i], err = w.tx.Guest(ctx, o.Guest); err != nil {
				return fmt.Errorf("guest %d: %w", o.Guest, asContact(err))
			}
			guests[i].Status, guests[i].Remark = o.Status, cmp.Or(strings.TrimSpace(o.Remark), guests[i].Remark)
		}
		rows, err := b.recognised(ctx, w.tx, guests)
		if err != nil {
			return err
		}
		for i, row := range rows {
			if row.Status == contact.GuestMet && row.Person == 0 && !row.Stranger && len(row.Matches) > 0 && !row.Matches[0].Sure {
				waiting = append(waiting, row.Guest)
				if err := w.putGuest(ctx, row.Guest); err != nil {
					return err
				}
				continue
			}
			if err := w.outcome(ctx, b, e, row, strings.TrimSpace(outcomes[i].Thread)); err != nil {
				return err
			}
		}
		return nil
	})
	return waiting, change, err
}

// outcome notes what became of a guest of whom it is known who they are.
func (w *work) outcome(ctx context.Context, b *Book, e contact.Event, row GuestRow, thread string) error {
	before, err := w.tx.Guest(ctx, row.ID)
	if err != nil {
		return err
	}
	if row.Status == contact.GuestMet && row.Person == 0 {
		if m := row.Match(); m != nil {
			row.Person = m.Person.ID
			err = w.tx.Lean(ctx, row.Person)
		} else {
			row.Person, err = w.welcome(ctx, b, row.Guest)
		}
		if err != nil {
			return err
		}
	}
	if err := w.putGuest(ctx, row.Guest); err != nil || row.Status != contact.GuestMet {
		return err
	}
	day := cmp.Or(e.Day(), b.today())
	if before.Status != contact.GuestMet || before.Person == 0 {
		w.count = max(w.count, 1)
		_, err := w.tx.PutEncounter(ctx, contact.Encounter{
			Kind: contact.EventEncounter, Day: day, People: []contact.ID{row.Person}, Event: e.ID, Note: row.Remark,
		})
		if err != nil {
			return err
		}
	}
	if thread == "" {
		return nil
	}
	w.count = max(w.count, 1)
	_, err = w.tx.PutThread(ctx, contact.Thread{Text: thread, State: contact.ThreadOpen, People: []contact.ID{row.Person}, Event: e.ID, Opened: day})
	return err
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
