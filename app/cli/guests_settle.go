package cli

import (
	"context"
	"strconv"
	"strings"

	"kaffeerunde/backend/contact"
)

type guestsRemoveVerb struct {
	Event string   `arg:"" name:"event"`
	Guest []string `arg:"" name:"guest"`
}

// Run takes the guests off the list.
func (v *guestsRemoveVerb) Run(ctx context.Context, s *session) error {
	b, _, guests, err := s.guestsNamed(ctx, v.Event, v.Guest)
	if err != nil {
		return err
	}
	ids := make([]int64, len(guests))
	for i, g := range guests {
		ids[i] = g.ID
	}
	c, err := b.Uninvite(ctx, ids)
	if err != nil {
		return err
	}
	s.done(c)
	return nil
}

type guestsSettleVerb struct {
	Event string `arg:"" name:"event"`
	Guest string `arg:"" name:"guest"`
	Who   string `arg:"" name:"who"`
}

// nobody are the words for somebody who is not in the book.
var nobody = []string{"nobody", "none", "new", "niemand", "neu"}

// Run decides who a guest is: somebody in the book, or nobody there.
func (v *guestsSettleVerb) Run(ctx context.Context, s *session) error {
	b, e, guests, err := s.guestsNamed(ctx, v.Event, []string{v.Guest})
	if err != nil {
		return err
	}
	guest := guests[0]
	for _, word := range nobody {
		if strings.EqualFold(v.Who, word) {
			c, err := b.Recognise(ctx, guest.ID, 0)
			if err != nil {
				return err
			}
			return s.settled(c.Operation, "cli.guests.settled.nobody", "guest", plain(guest.Name))
		}
	}
	people, ids, err := findPeople(ctx, b, v.Who)
	if err != nil {
		return err
	}
	c, err := b.Recognise(ctx, guest.ID, ids[0])
	if err != nil {
		return err
	}
	if err := s.settled(c.Operation, "cli.guests.settled", "guest", plain(guest.Name), "person", s.called(people[0].Name)); err != nil {
		return err
	}
	if guest.Status == contact.GuestMet && c.Operation != 0 {
		s.note("cli.guests.settled.met", "event", strconv.FormatInt(e.ID, 10), "guest", strconv.FormatInt(guest.ID, 10))
	}
	return nil
}

func (s *session) settled(operation int64, key string, args ...any) error {
	if operation == 0 {
		key = "cli.unchanged"
		args = nil
	}
	s.say(key, args...)
	return nil
}
