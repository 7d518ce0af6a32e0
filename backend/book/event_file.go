package book

import (
	"context"
	"errors"
	"os"
	"time"

	"kaffeerunde/backend/calendar"
	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/guestlist"
)

// ReadEventFile reads the event of an .ics file and who is invited to it: of several the next to come, else the last. Nothing is
// written. The error is a *FileError for a file that holds none.
func (b *Book) ReadEventFile(_ context.Context, path string) (contact.Event, *guestlist.List, error) {
	s := sourceFrom(path)
	if s.problem != nil {
		return contact.Event{}, nil, s.problem
	}
	if s.size > calendar.MaxSize {
		return contact.Event{}, nil, s.fault("calendar-broken", nil)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return contact.Event{}, nil, s.fault(fileCode(err), err)
	}
	return b.eventIn(&s, content)
}

func (b *Book) eventIn(s *source, content []byte) (contact.Event, *guestlist.List, error) {
	events, err := calendar.Read(content, b.now().Location())
	if err == nil && len(events) == 0 {
		err = errors.New("there is no event in it")
	}
	if err != nil {
		return contact.Event{}, nil, s.fault("calendar-broken", err)
	}
	today := b.now().Format(time.DateOnly)
	chosen := events[len(events)-1]
	for _, e := range events {
		if e.When >= today && (chosen.When < today || e.When < chosen.When) {
			chosen = e
		}
	}
	return contact.Event{Title: chosen.Title, When: chosen.When, Place: chosen.Place, Link: chosen.Link, Note: chosen.Note}, invited(chosen.Guests), nil
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
