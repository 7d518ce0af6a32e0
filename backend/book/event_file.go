package book

import (
	"context"
	"errors"
	"os"
	"slices"
	"strings"
	"time"

	"kaffeerunde/backend/calendar"
	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/guestlist"
	"kaffeerunde/backend/match"
)

// Invitation is what an .ics file says of an event, with who is invited to it. Guests is never nil; Events counts those in the file.
// Known is the event in the book that it is, nil where there is none, and News what it says otherwise than that one now.
type Invitation struct {
	Event  contact.Event
	Guests *guestlist.List
	Events int
	Known  *contact.Event
	News   []ChangedField
}

// ReadEventFile reads an event of an .ics file and who is invited to it: of several the one of a day, "2006-01-02" or
// "2006-01-02 15:04", and for "" the next to come, else the last. Nothing is written. The error is a *FileError for a file that
// holds none.
func (b *Book) ReadEventFile(ctx context.Context, path, day string) (Invitation, error) {
	if err := b.Foreign(path); err != nil {
		return Invitation{}, err
	}
	s := sourceFrom(path)
	if s.problem != nil {
		return Invitation{}, s.problem
	}
	if s.size > calendar.MaxSize {
		return Invitation{}, s.fault("calendar-broken", nil)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return Invitation{}, s.fault(fileCode(err), err)
	}
	events, err := b.eventsIn(&s, content)
	if err != nil {
		return Invitation{}, err
	}
	chosen := nextEvent(events, b.now().Format(time.DateOnly))
	if day != "" && len(events) > 1 {
		at := slices.IndexFunc(events, func(e calendar.Event) bool { return strings.HasPrefix(e.When, day) })
		if at < 0 {
			return Invitation{}, s.fault("calendar-day", nil)
		}
		chosen = events[at]
	}
	i := invitation(chosen, len(events))
	known, err := b.Events(ctx)
	if err != nil {
		return i, err
	}
	if at := slices.IndexFunc(known, func(e contact.Event) bool { return sameInvitation(e, i.Event) }); at >= 0 {
		i.Known = &known[at]
		i.News = eventNews(known[at], renewed(known[at], i.Event))
	}
	return i, nil
}

func (b *Book) eventsIn(s *source, content []byte) ([]calendar.Event, error) {
	events, err := calendar.Read(content, b.now().Location())
	if err == nil && len(events) == 0 {
		err = errors.New("there is no event in it")
	}
	if err != nil {
		return nil, s.fault("calendar-broken", err)
	}
	return events, nil
}

// invitation makes an event of what a calendar says of one.
func invitation(e calendar.Event, events int) Invitation {
	said := contact.Invitation{UID: e.UID, Title: e.Title, When: e.When, Place: e.Place, Link: e.Link, Note: e.Note}
	return Invitation{
		Event:  contact.Event{Title: e.Title, When: e.When, Place: e.Place, Link: e.Link, Note: e.Note, Invitation: said},
		Guests: invited(e.Guests), Events: events,
	}
}

// sameInvitation tells whether an invitation is to an event of the book: by its UID, and where one of the two has none, by title and
// time.
func sameInvitation(known, e contact.Event) bool {
	if known.Invitation.UID != "" && e.Invitation.UID != "" {
		return known.Invitation.UID == e.Invitation.UID
	}
	return e.When != "" && known.When == e.When && match.Fold(known.Title) == match.Fold(e.Title)
}

// nextEvent returns the event that comes next, else the last of the file.
func nextEvent(events []calendar.Event, today string) calendar.Event {
	chosen := events[len(events)-1]
	for _, e := range events {
		if e.When >= today && (chosen.When < today || e.When < chosen.When) {
			chosen = e
		}
	}
	return chosen
}

// fitting returns which event of a calendar is one of the book: the one that it was invited to by, else the one at its time, on its
// day or of its name, whichever of these says it first. ok is false where none is.
func fitting(events []calendar.Event, e contact.Event) (fits calendar.Event, ok bool) {
	for _, says := range []func(calendar.Event) bool{
		func(c calendar.Event) bool { return c.UID != "" && c.UID == e.Invitation.UID && c.When == e.When },
		func(c calendar.Event) bool { return c.UID != "" && c.UID == e.Invitation.UID },
		func(c calendar.Event) bool { return e.When != "" && c.When == e.When },
		func(c calendar.Event) bool { return e.Day() != "" && strings.HasPrefix(c.When, string(e.Day())) },
		func(c calendar.Event) bool { return e.When == "" && match.Fold(c.Title) == match.Fold(e.Title) },
	} {
		if at := slices.IndexFunc(events, says); at >= 0 {
			return events[at], true
		}
	}
	return calendar.Event{}, false
}

// invited makes a guest of everyone who is invited and has not declined. Their lines count who is invited, from 1.
func invited(guests []calendar.Guest) *guestlist.List {
	list := &guestlist.List{Encoding: "utf-8"}
	for i, g := range guests {
		line := i + 1
		switch {
		case g.Thing:
			list.Skipped = append(list.Skipped, guestlist.Skipped{Line: line, Text: g.Line, Why: guestlist.Thing})
		case g.Declined:
			list.Skipped = append(list.Skipped, guestlist.Skipped{Line: line, Text: g.Line, Why: guestlist.Declined})
		default:
			made, ok := guestlist.Made(guestlist.Guest{Line: line, Text: g.Line, Display: g.Name, Mail: g.Mail})
			if !ok {
				list.Skipped = append(list.Skipped, guestlist.Skipped{Line: line, Text: g.Line, Why: guestlist.NoName})
				continue
			}
			list.Guests = append(list.Guests, made)
		}
	}
	return list
}
