package app

import (
	"slices"
	"strings"
	"time"

	"kaffeerunde/backend/book"
	"kaffeerunde/backend/coffee"
	"kaffeerunde/backend/contact"
)

// Evenings serves an event from the coffees to the morning after.
type Evenings struct{ session *session }

// Read returns the guests of an event with what speaks for a coffee with each.
func (e *Evenings) Read(event int64) (v EveningView, err error) {
	defer rescue(&err)
	v = EveningView{Guests: []EveningGuest{}, Suggested: []int64{}}
	ctx, b, err := e.session.library()
	if err != nil {
		return v, err
	}
	c, err := b.Coffees(ctx, event)
	if err != nil {
		return v, err
	}
	return eveningView(&c), nil
}

// Choose says with which guests one would like a coffee, or no longer.
func (e *Evenings) Choose(guests []int64, coffee bool) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := e.session.library()
	if err != nil {
		return v, err
	}
	change, err := b.Choose(ctx, guests, book.CoffeeWish(coffee))
	return e.session.changed(change, err)
}

// See notes which guests were "met", "unseen" or are "open".
func (e *Evenings) See(guests []int64, status string) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := e.session.library()
	if err != nil {
		return v, err
	}
	change, err := b.See(ctx, guests, contact.GuestStatus(status))
	return e.session.changed(change, err)
}

// Note notes what one wants to remember of a guest, what was left open and what they are into.
func (e *Evenings) Note(f GuestNoteForm) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := e.session.library()
	if err != nil {
		return v, err
	}
	change, err := b.NoteGuest(ctx, f.Guest, book.GuestNote{Remark: f.Remark, Promise: f.Promise, Topics: f.Topics, On: f.On})
	return e.session.changed(change, err)
}

// WriteDown writes down with the people whom one met, makes people of those who are new, and threads of what was promised.
func (e *Evenings) WriteDown(event int64) (v WrittenEvening, err error) {
	defer rescue(&err)
	v.Waiting = []string{}
	ctx, b, err := e.session.library()
	if err != nil {
		return v, err
	}
	waiting, change, err := b.WriteDown(ctx, event)
	if err != nil {
		return v, err
	}
	return WrittenEvening{Change: changeView(change), Waiting: each(waiting, func(g contact.Guest) string { return g.Name })}, nil
}

// Came notes how many people came, about, for 0 that nobody knows.
func (e *Evenings) Came(event int64, n int) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := e.session.library()
	if err != nil {
		return v, err
	}
	change, err := b.Came(ctx, event, n)
	return e.session.changed(change, err)
}

func eveningView(c *book.Coffees) EveningView {
	v := EveningView{
		Guests:    make([]EveningGuest, len(c.Guests)),
		Suggested: each(c.Suggested, func(s coffee.Choice) int64 { return c.Guests[s.Guest].ID }),
		Turnout:   TurnoutView{Names: c.Turnout.Names, Low: c.Turnout.Low, High: c.Turnout.High, Source: string(c.Turnout.Source)},
		Came:      c.Came,
	}
	for i, reasons := range c.Reasons() {
		g := &c.Guests[i]
		view := EveningGuest{
			ID: g.ID, Line: g.Line, Name: g.Name, Organisation: g.Organisation, Role: g.Role, May: []PersonRow{}, Reasons: each(reasons, coffeeReason),
			Coffee: g.Coffee, Status: string(g.Status), Remark: g.Remark, Promise: g.Promise, Topics: eachLine(g.Topics),
		}
		if m := g.Match(); m != nil && m.Sure {
			view.Person, view.Photo = int64(m.Person.ID), personRow(m.Person).Photo
			view.Written = c.Written[m.Person.ID] && g.Person != 0 && g.Promise == "" && g.Topics == ""
		} else if m != nil {
			view.May = each(g.Matches, func(m book.GuestMatch) PersonRow { return personRow(m.Person) })
		}
		v.Guests[i] = view
	}
	return v
}

func eachLine(text string) []string {
	return slices.DeleteFunc(strings.Split(text, "\n"), func(line string) bool { return line == "" })
}

func coffeeReason(r coffee.Reason) CoffeeReason {
	v := CoffeeReason{Code: string(r.Code), Args: arguments(r.Args)}
	if !r.When.IsZero() {
		v.When = r.When.Format(time.DateOnly)
	}
	return v
}
