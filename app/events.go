package app

import (
	"kaffeerunde/backend/book"
	"kaffeerunde/backend/contact"
)

// Events serves the events and their guest lists.
type Events struct{ session *session }

// List returns every event: those that come first, the next at the top and those without a day below, then those that are past, the
// latest first.
func (e *Events) List() (v []EventView, err error) {
	defer rescue(&err)
	ctx, b, err := e.session.library()
	if err != nil {
		return list(v), err
	}
	calendar, err := b.Calendar(ctx)
	return each(calendar, eventView), err
}

// Read returns one event.
func (e *Events) Read(id int64) (v EventView, err error) {
	defer rescue(&err)
	ctx, b, err := e.session.library()
	if err != nil {
		return eventView(book.Occasion{}), err
	}
	occasion, err := b.Occasion(ctx, id)
	return eventView(occasion), err
}

// Save adds an event, or changes the one of the form's id.
func (e *Events) Save(f EventForm) (v EventChange, err error) {
	defer rescue(&err)
	ctx, b, err := e.session.library()
	if err != nil {
		return v, err
	}
	saved, change, err := b.SaveEvent(ctx, eventOf(f))
	if err != nil {
		return v, err
	}
	return EventChange{Event: saved.ID, Change: changeView(change)}, nil
}

// Delete deletes an event with its guest list.
func (e *Events) Delete(id int64) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := e.session.library()
	if err != nil {
		return v, err
	}
	change, err := b.DeleteEvent(ctx, id)
	return e.session.changed(change, err)
}

// Guests returns the guest list of an event in its order, each guest with whom they may be in the book.
func (e *Events) Guests(event int64) (v []GuestView, err error) {
	defer rescue(&err)
	ctx, b, err := e.session.library()
	if err != nil {
		return list(v), err
	}
	rows, err := b.Guests(ctx, event)
	return each(rows, guestView), err
}

// Recognise decides who a guest is: somebody in the book, or for 0 nobody there.
func (e *Events) Recognise(guest, person int64) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := e.session.library()
	if err != nil {
		return v, err
	}
	change, err := b.Recognise(ctx, guest, contact.ID(person))
	return e.session.changed(change, err)
}

// Uninvite takes guests off the list.
func (e *Events) Uninvite(guests []int64) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := e.session.library()
	if err != nil {
		return v, err
	}
	change, err := b.Uninvite(ctx, guests)
	return e.session.changed(change, err)
}

func eventView(o book.Occasion) EventView {
	return EventView{
		ID: o.ID, Title: o.Title, When: o.When, Place: o.Place, Link: o.Link, Topics: list(o.Topics), Note: o.Note,
		Introduction: o.Introduction, Questions: list(o.Questions), Past: o.Past, Guests: o.Guests,
	}
}

func eventOf(f EventForm) contact.Event {
	return contact.Event{
		ID: f.ID, Title: f.Title, When: f.When, Place: f.Place, Link: f.Link, Topics: f.Topics, Note: f.Note,
		Introduction: f.Introduction, Questions: f.Questions,
	}
}

func guestView(g book.GuestRow) GuestView {
	return GuestView{
		ID: g.ID, Line: g.Line, Name: g.Name, Organisation: g.Organisation, Role: g.Role, Mail: g.Mail, Phone: g.Phone, Note: g.Note,
		Person: int64(g.Person), Stranger: g.Stranger, Status: string(g.Status), Coffee: g.Coffee, Remark: g.Remark,
		Matches: each(g.Matches, func(m book.GuestMatch) GuestMatch {
			return GuestMatch{Person: personRow(m.Person), Sure: m.Sure, Reasons: each(m.Reasons, func(r book.Reason) Reason {
				return Reason{Code: r.Code, Args: arguments(r.Args)}
			})}
		}),
	}
}
