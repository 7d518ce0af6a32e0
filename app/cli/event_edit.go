package cli

import (
	"context"
	"strings"
)

// eventEditVerb changes what is noted of an event. What is not named stays; an empty value takes it away.
type eventEditVerb struct {
	Event        string   `arg:"" name:"event"`
	Title        *string  `name:"title"`
	Date         *string  `name:"date"`
	Place        *string  `name:"place"`
	Link         *string  `name:"link"`
	Note         *string  `name:"note"`
	Introduction *string  `name:"introduction"`
	Topic        []string `name:"topic" sep:"none"`
	Question     []string `name:"question" sep:"none"`
}

// Run changes the event.
func (v *eventEditVerb) Run(ctx context.Context, s *session) error {
	b, e, err := s.event(ctx, v.Event)
	if err != nil {
		return err
	}
	for _, field := range []struct {
		to   *string
		said *string
	}{
		{&e.Title, v.Title}, {&e.When, v.Date}, {&e.Place, v.Place}, {&e.Link, v.Link}, {&e.Note, v.Note}, {&e.Introduction, v.Introduction},
	} {
		if field.said != nil {
			*field.to = *field.said
		}
	}
	e.When = strings.Replace(e.When, "T", " ", 1)
	if len(v.Topic) > 0 {
		e.Topics = v.Topic
	}
	if len(v.Question) > 0 {
		e.Questions = v.Question
	}
	_, c, err := b.SaveEvent(ctx, e)
	if err != nil {
		return err
	}
	s.done(c)
	return nil
}

type eventDeleteVerb struct {
	Event string `arg:"" name:"event"`
}

// Run deletes the event with its guest list.
func (v *eventDeleteVerb) Run(ctx context.Context, s *session) error {
	b, e, err := s.event(ctx, v.Event)
	if err != nil {
		return err
	}
	c, err := b.DeleteEvent(ctx, e.ID)
	if err != nil {
		return err
	}
	s.done(c)
	return nil
}
