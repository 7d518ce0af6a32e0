package cli

import (
	"context"
	"strconv"
	"strings"

	"kaffeerunde/backend/book"
	"kaffeerunde/backend/contact"
)

// threadVerbs leave something open with somebody, close it, and list what is open.
type threadVerbs struct {
	Add  threadAddVerb  `cmd:""`
	List threadListVerb `cmd:""`
	Done threadDoneVerb `cmd:""`
}

type threadAddVerb struct {
	Person string   `arg:"" name:"person"`
	Text   []string `arg:"" name:"text"`
}

type threadListVerb struct {
	Person string `arg:"" name:"person" optional:""`
	JSON   bool   `name:"json"`
}

type threadDoneVerb struct {
	Thread number `arg:"" name:"thread"`
	LetGo  bool   `name:"let-go"`
}

// Run leaves a thread open.
func (v *threadAddVerb) Run(ctx context.Context, s *session) error {
	b, err := s.bookThere(ctx)
	if err != nil {
		return err
	}
	_, ids, err := findPeople(ctx, b, v.Person)
	if err != nil {
		return err
	}
	_, c, err := b.Leave(ctx, contact.Thread{People: ids, Text: strings.Join(v.Text, " ")})
	if err != nil {
		return err
	}
	s.printf("%s\n", s.operation(c.Kind, c.Name, c.Count))
	return nil
}

// Run closes a thread: it is done, or let go.
func (v *threadDoneVerb) Run(ctx context.Context, s *session) error {
	b, err := s.bookThere(ctx)
	if err != nil {
		return err
	}
	state := contact.ThreadDone
	if v.LetGo {
		state = contact.ThreadDropped
	}
	c, err := b.Settle(ctx, int64(v.Thread), state)
	if err != nil {
		return orMissing(err, "cli.error.no-thread", strconv.FormatInt(int64(v.Thread), 10))
	}
	s.done(c)
	return nil
}

// threadAnswer is a thread as scripts read it. Closed is "" while it is open.
type threadAnswer struct {
	Thread int64        `json:"thread"`
	Text   string       `json:"text"`
	State  string       `json:"state"`
	People []contact.ID `json:"people"`
	Names  []string     `json:"names"`
	Opened string       `json:"opened"`
	Closed string       `json:"closed"`
}

// Run lists what is open, or everything that ever was with one person.
func (v *threadListVerb) Run(ctx context.Context, s *session) error {
	b, err := s.bookToAsk(ctx)
	if err != nil {
		return err
	}
	threads, people, err := v.threads(ctx, b)
	if err != nil {
		return err
	}
	names := map[contact.ID]string{}
	for _, p := range people {
		names[p.ID] = p.Name
	}
	answers := make([]threadAnswer, 0, len(threads))
	for _, t := range threads {
		a := threadAnswer{
			Thread: t.ID, Text: t.Text, State: string(t.State), People: t.People, Names: []string{}, Opened: string(t.Opened), Closed: string(t.Closed),
		}
		for _, id := range t.People {
			if names[id] != "" {
				a.Names = append(a.Names, names[id])
			}
		}
		answers = append(answers, a)
	}
	if v.JSON {
		return s.json(answers)
	}
	if len(answers) == 0 {
		s.note("cli.thread.list.none")
		return nil
	}
	rows := make([][]string, 0, len(answers))
	for _, a := range answers {
		rows = append(rows, []string{strconv.FormatInt(a.Thread, 10), a.Opened, strings.Join(a.Names, ", "), a.Text, s.T("thread.state." + a.State)})
	}
	s.table(s.headings("thread", "since", "who", "what", "state"), rows)
	return nil
}

func (v *threadListVerb) threads(ctx context.Context, b *book.Book) ([]contact.Thread, []contact.Summary, error) {
	if v.Person == "" {
		return b.OpenThreads(ctx)
	}
	p, err := b.FindPerson(ctx, v.Person)
	if err != nil {
		return nil, nil, orNobody(err, v.Person)
	}
	line, err := b.Timeline(ctx, p.ID)
	return line.Threads, append(line.Others, contact.Summary{ID: p.ID, Name: p.Name}), err
}
