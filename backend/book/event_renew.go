package book

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"kaffeerunde/backend/contact"
)

// Renewal is what came of an invitation that came again: the event as it is now, what of it changed, and what its guest list brought.
type Renewal struct {
	Event contact.Event
	News  []ChangedField
	Taken Taken
}

// RenewEvent brings an event up to date with an invitation to it that came again, and with who is invited by now, as one operation.
// What the invitation says as it did before stays as the person has it by now, what it says anew is taken; a note of one's own is
// kept above what it says. To an event that was written by hand it adds only what is missing there. From then on the event is known as
// that of the invitation, also where nothing else came of it. The error is contact.ErrNotFound without the event.
func (b *Book) RenewEvent(ctx context.Context, e contact.Event, guests []contact.Guest) (r Renewal, change Change, err error) {
	if e, err = tidied(e); err != nil {
		return r, change, err
	}
	change, err = b.operate(ctx, KindEventRenewed, "", func(w *work) error {
		before, err := w.tx.Event(ctx, e.ID)
		if err != nil {
			return fmt.Errorf("event %d: %w", e.ID, asContact(err))
		}
		r.Event = renewed(before, e)
		r.News = eventNews(before, r.Event)
		w.name = r.Event.Title
		if r.Taken, err = b.invite(ctx, w, e.ID, guests, nil); err != nil {
			return err
		}
		if len(r.News) == 0 && r.Taken.Added+r.Taken.Filled == 0 && r.Event.Invitation == before.Invitation {
			return errNothing
		}
		w.count = 1
		_, err = w.tx.PutEvent(ctx, r.Event)
		return err
	})
	return r, change, err
}

// renewed is an event with what an invitation says of it anew. What e says otherwise than its invitation somebody chose, and it wins.
// Of an event written by hand nobody knows what an invitation said before: what stands there is the person's own.
func renewed(before, e contact.Event) contact.Event {
	after := before
	was, says := before.Invitation, e.Invitation
	byHand := was == contact.Invitation{}
	for _, f := range []struct {
		mine                *string
		now, said, saidThen string
		note                bool
	}{
		{&after.Title, e.Title, says.Title, was.Title, false},
		{&after.When, e.When, says.When, was.When, false},
		{&after.Place, e.Place, says.Place, was.Place, false},
		{&after.Link, e.Link, says.Link, was.Link, false},
		{&after.Note, e.Note, says.Note, was.Note, true},
	} {
		ofTheirs := *f.mine == "" || *f.mine == f.saidThen
		switch {
		case f.now == "" || f.now == f.said && f.said == f.saidThen:
		case f.note && !ofTheirs:
			if !strings.Contains(*f.mine, f.now) {
				*f.mine += "\n\n" + f.now
			}
		case byHand && f.now == f.said && !ofTheirs:
		default:
			*f.mine = f.now
		}
	}
	after.Topics = withoutBlanks(slices.Concat(before.Topics, e.Topics))
	after.Invitation = says
	return after
}

// eventNews says what of an event changed.
func eventNews(before, after contact.Event) []ChangedField {
	var news []ChangedField
	for _, f := range []ChangedField{
		{"title", before.Title, after.Title},
		{"at", before.When, after.When},
		{"place", before.Place, after.Place},
		{"link", before.Link, after.Link},
		{"topics", strings.Join(before.Topics, ", "), strings.Join(after.Topics, ", ")},
		{"note", before.Note, after.Note},
	} {
		if f.Before != f.After {
			news = append(news, f)
		}
	}
	return news
}
