package cli

import (
	"cmp"
	"context"
	"path/filepath"
	"strconv"
	"strings"

	"kaffeerunde/backend/book"
	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/guestlist"
)

// eventVerbs note events and show them.
type eventVerbs struct {
	Add    eventAddVerb    `cmd:""`
	List   eventListVerb   `cmd:""`
	Show   eventShowVerb   `cmd:""`
	Edit   eventEditVerb   `cmd:""`
	Delete eventDeleteVerb `cmd:""`
}

type eventAddVerb struct {
	Title string   `arg:"" name:"title"`
	Date  string   `name:"date"`
	Place string   `name:"place"`
	Topic []string `name:"topic" sep:"none"`
}

type eventListVerb struct {
	JSON bool `name:"json"`
}

type eventShowVerb struct {
	Event string `arg:"" name:"event"`
	JSON  bool   `name:"json"`
}

// Run notes the event. A title that is called like an invitation is one: what it says is noted, with who is invited.
func (v *eventAddVerb) Run(ctx context.Context, s *session) error {
	b, err := s.book(ctx)
	if err != nil {
		return err
	}
	day := strings.Replace(v.Date, "T", " ", 1)
	file := book.Invitation{Event: contact.Event{Title: v.Title}, Guests: &guestlist.List{}}
	if strings.EqualFold(filepath.Ext(v.Title), ".ics") {
		if file, err = b.ReadEventFile(ctx, v.Title, day); err != nil {
			return err
		}
	}
	e := file.Event
	// The invitation knows the time of a day as well.
	if !strings.HasPrefix(e.When, day) {
		e.When = day
	}
	e.Place, e.Topics = cmp.Or(v.Place, e.Place), v.Topic
	if file.Events > 1 {
		s.note("cli.event.of", "n", file.Events, "title", plain(e.Title), "when", e.When)
	}
	s.skipped("cli.guests.skipped.invited", file.Guests)
	if file.Known != nil {
		e.ID = file.Known.ID
		return s.renew(ctx, b, e, book.InvitedFrom(file.Guests))
	}
	e, c, err := b.AddEvent(ctx, e, book.InvitedFrom(file.Guests))
	if err != nil {
		return err
	}
	s.say("cli.event.added", "what", s.operation(c.Kind, c.Name, c.Count), "id", strconv.FormatInt(e.ID, 10))
	return nil
}

// renew brings the event of an invitation that came again up to date, and says what of it is new.
func (s *session) renew(ctx context.Context, b *book.Book, e contact.Event, guests []contact.Guest) error {
	r, _, err := b.RenewEvent(ctx, e, guests)
	if err != nil {
		return err
	}
	name := []any{"title", plain(r.Event.Title), "id", strconv.FormatInt(e.ID, 10)}
	if len(r.News) == 0 && r.Taken.Added+r.Taken.Filled == 0 {
		s.say("cli.event.known", name...)
		return nil
	}
	s.say("cli.event.renewed", name...)
	var rows [][2]string
	for _, f := range r.News {
		rows = append(rows, [2]string{s.T("history.field." + f.Field), s.T("cli.event.news", "before", cmp.Or(f.Before, "–"), "after", f.After)})
	}
	s.columns(rows)
	if r.Taken.Added > 0 {
		s.say("cli.guests.new", "n", r.Taken.Added)
	}
	s.already(r.Taken)
	return nil
}

// eventAnswer is an event as scripts read it.
type eventAnswer struct {
	Event        int64    `json:"event"`
	Title        string   `json:"title"`
	Date         string   `json:"date"`
	Place        string   `json:"place"`
	Link         string   `json:"link"`
	Topics       []string `json:"topics"`
	Note         string   `json:"note"`
	Introduction string   `json:"introduction"`
	Questions    []string `json:"questions"`
}

func newEventAnswer(e contact.Event) eventAnswer {
	return eventAnswer{
		Event: e.ID, Title: e.Title, Date: e.When, Place: e.Place, Link: e.Link, Topics: orEmpty(e.Topics), Note: e.Note,
		Introduction: e.Introduction, Questions: orEmpty(e.Questions),
	}
}

// Run lists the events, the latest first.
func (v *eventListVerb) Run(ctx context.Context, s *session) error {
	b, err := s.bookToAsk(ctx)
	if err != nil {
		return err
	}
	events, err := b.Events(ctx)
	if err != nil {
		return err
	}
	if v.JSON {
		answers := make([]eventAnswer, 0, len(events))
		for _, e := range events {
			answers = append(answers, newEventAnswer(e))
		}
		return s.json(answers)
	}
	if len(events) == 0 {
		s.note("cli.event.list.none")
		return nil
	}
	rows := make([][]string, 0, len(events))
	for _, e := range events {
		rows = append(rows, []string{strconv.FormatInt(e.ID, 10), e.When, e.Title, e.Place})
	}
	s.table(s.headings("event", "when", "title", "place"), rows)
	return nil
}

// Run shows one event.
func (v *eventShowVerb) Run(ctx context.Context, s *session) error {
	_, e, err := s.event(ctx, v.Event)
	if err != nil {
		return err
	}
	if v.JSON {
		return s.json(newEventAnswer(e))
	}
	s.printf("%s\n", plain(e.Title))
	var rows [][2]string
	for _, row := range [][2]string{
		{"when", e.When}, {"place", e.Place}, {"link", e.Link}, {"topics", strings.Join(e.Topics, ", ")},
		{"introduction", e.Introduction}, {"questions", strings.Join(e.Questions, " ")}, {"note", e.Note},
	} {
		if row[1] != "" {
			rows = append(rows, [2]string{s.T("cli.event.row." + row[0]), plain(row[1])})
		}
	}
	s.columns(rows)
	return nil
}

// event opens the book and finds an event in it.
func (s *session) event(ctx context.Context, ref string) (*book.Book, contact.Event, error) {
	b, err := s.bookThere(ctx)
	if err != nil {
		return nil, contact.Event{}, err
	}
	e, err := b.FindEvent(ctx, ref)
	return b, e, orMissing(err, "cli.error.no-event", ref)
}
