package book

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

// See notes on site, or afterwards, which guests were met or not seen. Nobody becomes a person by that: [Book.WriteDown] does it. Of
// somebody who was written down and was not met after all the encounter goes; the person stays.
func (b *Book) See(ctx context.Context, ids []int64, status contact.GuestStatus) (Change, error) {
	kinds := map[contact.GuestStatus]Kind{contact.GuestMet: KindGuestMet, contact.GuestUnseen: KindGuestUnseen, contact.GuestOpen: KindGuestOpen}
	if kinds[status] == "" {
		return Change{}, &contact.InvalidError{Field: "guest", Reason: "status"}
	}
	return b.guests(ctx, kinds[status], ids, func(w *work, g contact.Guest) error {
		before := g
		if g.Status = status; before.Status != contact.GuestMet {
			return w.putGuest(ctx, g)
		}
		there, err := w.metAt(ctx, g.Event)
		if err != nil || status == contact.GuestMet {
			return err
		}
		return w.unmet(ctx, before, g, there)
	})
}

// GuestNote is what one notes of a guest: what one wants to remember, what was left open, and what they are into. On is the
// operation that a note goes on with while it is still being written: both are one, unless something else was done meanwhile. 0
// begins a note.
type GuestNote struct {
	Remark, Promise string
	Topics          []string
	On              int64
}

// NoteGuest lets a guest have the remark, the promise and the topics of a note, in the place of those they had. Where the guest was
// written down already, the encounter says the new remark, unless its note was changed there.
// The error is contact.ErrNotFound for nobody, a *contact.InvalidError for what is too long to become a thread or a topic.
func (b *Book) NoteGuest(ctx context.Context, guest int64, n GuestNote) (Change, error) {
	n.Remark, n.Promise = strings.TrimSpace(n.Remark), strings.TrimSpace(n.Promise)
	if len(n.Promise) > maxThread {
		return Change{}, &contact.InvalidError{Field: "thread", Reason: "too-long"}
	}
	for _, topic := range withoutBlanks(n.Topics) {
		if _, err := topicName(topic); err != nil {
			return Change{}, err
		}
	}
	g, err := b.guest(ctx, guest)
	if err != nil {
		return Change{}, err
	}
	return b.resume(ctx, n.On, KindGuestNoted, g.Name, func(w *work) error {
		g, err := w.tx.Guest(ctx, guest)
		if err != nil {
			return fmt.Errorf("guest %d: %w", guest, asContact(err))
		}
		before := g.Remark
		g.Remark, g.Promise, g.Topics = n.Remark, n.Promise, topicLines(n.Topics)
		if err := w.putGuest(ctx, g); err != nil || g.Person == 0 || before == n.Remark {
			return err
		}
		there, err := w.metAt(ctx, g.Event)
		if e, met := there[g.Person]; met && err == nil {
			return w.renote(ctx, e, before, n.Remark)
		}
		return err
	})
}

// guest returns a guest, contact.ErrNotFound without them.
func (b *Book) guest(ctx context.Context, id int64) (g contact.Guest, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		if g, err = tx.Guest(ctx, id); err != nil {
			return fmt.Errorf("guest %d: %w", id, asContact(err))
		}
		return nil
	})
	return g, err
}

func topicLines(topics []string) string {
	var names []string
	for _, topic := range topics {
		names = append(names, strings.Join(strings.Fields(topic), " "))
	}
	return strings.Join(withoutBlanks(names), "\n")
}

// mostPeople is how many people can have come to an event.
const mostPeople = 1_000_000

// Came notes how many people came to an event, about, for 0 that nobody knows. It is what later events are told by how many of a list
// will come; who they were is not in it, so it stays when guests are forgotten.
func (b *Book) Came(ctx context.Context, event int64, n int) (Change, error) {
	if n < 0 || n > mostPeople {
		return Change{}, &contact.InvalidError{Field: "turnout", Reason: "number"}
	}
	return b.operate(ctx, KindTurnout, "", func(w *work) error {
		e, err := w.tx.Event(ctx, event)
		if err != nil {
			return fmt.Errorf("event %d: %w", event, asContact(err))
		}
		known, err := w.tx.Turnouts(ctx)
		if err != nil {
			return err
		}
		t := contact.Turnout{Event: event}
		if at := slices.IndexFunc(known, func(t contact.Turnout) bool { return t.Event == event }); at >= 0 {
			t = known[at]
		}
		if t.Came == n {
			return errNothing
		}
		guests, err := w.tx.Guests(ctx, event)
		if err != nil {
			return err
		}
		// Some months later the list is shorter than it was.
		t.Names = max(t.Names, len(guests))
		w.name, w.count, t.Came = e.Title, 1, n
		return w.tx.PutTurnout(ctx, t)
	})
}
