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
)

// Invitation is what an .ics file says of an event, with who is invited to it. Guests is never nil; Events counts those in the file.
type Invitation struct {
	Event  contact.Event
	Guests *guestlist.List
	Events int
}

// ReadEventFile reads an event of an .ics file and who is invited to it: of several the one of a day, "2006-01-02" or
// "2006-01-02 15:04", and for "" the next to come, else the last. Nothing is written. The error is a *FileError for a file that
// holds none.
func (b *Book) ReadEventFile(_ context.Context, path, day string) (Invitation, error) {
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
	return b.eventIn(&s, content, day)
}

func (b *Book) eventIn(s *source, content []byte, day string) (Invitation, error) {
	events, err := calendar.Read(content, b.now().Location())
	if err == nil && len(events) == 0 {
		err = errors.New("there is no event in it")
	}
	if err != nil {
		return Invitation{}, s.fault("calendar-broken", err)
	}
	chosen := nextEvent(events, b.now().Format(time.DateOnly))
	if day != "" && len(events) > 1 {
		at := slices.IndexFunc(events, func(e calendar.Event) bool { return strings.HasPrefix(e.When, day) })
		if at < 0 {
			return Invitation{}, s.fault("calendar-day", nil)
		}
		chosen = events[at]
	}
	return Invitation{
		Event:  contact.Event{Title: chosen.Title, When: chosen.When, Place: chosen.Place, Link: chosen.Link, Note: chosen.Note},
		Guests: invited(chosen.Guests), Events: len(events),
	}, nil
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

// invited makes a guest of everyone who is invited and has not declined.
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
