package cli

import (
	"context"
	"strconv"
	"strings"

	"kaffeerunde/backend/book"
	"kaffeerunde/backend/contact"
)

// showVerb shows one person.
type showVerb struct {
	Person string `arg:"" name:"person"`
	JSON   bool   `name:"json" xor:"form"`
	VCard  bool   `name:"vcard" xor:"form"`
}

// Run prints what is known of the person, as words, as JSON or as the card.
func (v *showVerb) Run(ctx context.Context, s *session) error {
	b, err := s.bookThere(ctx)
	if err != nil {
		return err
	}
	p, err := b.FindPerson(ctx, v.Person)
	if err != nil {
		return orNobody(err, v.Person)
	}
	switch {
	case v.JSON:
		return s.json(newPersonAnswer(p))
	case v.VCard:
		card, err := b.Card(ctx, p.ID)
		if err != nil {
			return err
		}
		return s.card(card)
	}
	connections, err := b.Connections(ctx, p.ID)
	if err != nil {
		return err
	}
	line, err := b.Timeline(ctx, p.ID)
	if err != nil {
		return err
	}
	s.person(p, connections)
	s.timeline(line)
	return nil
}

// timeline is what happened with a person, the latest first, and what is open.
func (t *terminal) timeline(line book.Timeline) {
	var rows [][2]string
	for _, thread := range line.Threads {
		if thread.State == contact.ThreadOpen {
			rows = append(rows, [2]string{t.T("thread.state.open"), plain(thread.Text)})
		}
	}
	for _, e := range line.Encounters {
		what := t.T("encounter.kind." + string(e.Kind))
		if e.Note != "" {
			what += ": " + plain(e.Note)
		}
		rows = append(rows, [2]string{string(e.Day), what})
	}
	if len(rows) > 0 {
		t.printf("\n")
		t.columns(rows)
	}
}

// card prints a card byte for byte; on a terminal, where nothing can be saved from it, made harmless.
func (t *terminal) card(card []byte) error {
	if t.width == 0 {
		_, err := t.out.Write(card)
		return err
	}
	for _, line := range plainLines(string(card)) {
		t.printf("%s\n", line)
	}
	return nil
}

func (t *terminal) person(p contact.Person, connections []contact.Connection) {
	t.printf("%s\n", plain(t.called(p.Name)))
	if line := joined(", ", p.Title, p.Role, p.Unit, p.Organisation); line != "" {
		t.printf("%s\n", plain(line))
	}
	t.printf("\n")
	t.columns(t.personRows(p, connections))
	for _, note := range p.Notes {
		t.printf("\n")
		for _, line := range plainLines(note) {
			t.printf("  %s\n", line)
		}
	}
}

// personRows are the values of a person, each with what it is.
func (t *terminal) personRows(p contact.Person, connections []contact.Connection) [][2]string {
	var rows [][2]string
	add := func(what, value string) {
		if value != "" {
			rows = append(rows, [2]string{t.T("cli.show.row." + what), plain(value)})
		}
	}
	add("nicknames", strings.Join(p.Nicknames, ", "))
	for _, group := range []struct {
		what   string
		values []contact.Value
	}{{"phone", p.Phones}, {"mail", p.Emails}, {"messenger", p.Messengers}, {"link", p.Links}} {
		for _, v := range group.values {
			add(group.what, t.labelled(v.Value, joined(", ", v.Kind, v.Label), v.Types))
		}
	}
	for _, a := range p.Addresses {
		add("address", t.labelled(strings.ReplaceAll(a.Formatted, "\n", ", "), a.Label, a.Types))
	}
	for _, d := range p.Dates {
		add(dateRow(d.Kind), t.labelled(t.date(d), d.Label, nil))
	}
	for _, c := range connections {
		add("connection", c.Name+" ("+t.connection(c)+")")
	}
	for _, r := range p.Related {
		if r.Person != 0 {
			continue // They stand among the connections.
		}
		add("related", t.labelled(r.Value, r.Label, r.Types))
	}
	for _, kind := range contact.TopicKinds() {
		var names []string
		for _, topic := range p.Topics {
			if topic.Kind == kind {
				names = append(names, topic.Name)
			}
		}
		add(string(kind), strings.Join(names, ", "))
	}
	for _, further := range p.Further {
		years := ""
		if further.Since != "" || further.Until != "" {
			years = further.Since + "–" + further.Until
		}
		add("further", joined(", ", further.Title, further.Role, further.Unit, further.Organisation, years))
	}
	add("tags", strings.Join(p.Tags, ", "))
	add("source", t.source(p.Source))
	add("id", strconv.FormatInt(int64(p.ID), 10))
	add("uid", p.UID)
	return rows
}

func dateRow(kind string) string {
	if kind == contact.OtherDate {
		return "day"
	}
	return kind
}

// labelled is a value with its label, or with what the first type that has a word says.
func (t *terminal) labelled(value, label string, types []string) string {
	for _, kind := range types {
		if label != "" {
			break
		}
		if key := "column.kind." + kind; t.Has(key) {
			label = t.T(key)
		}
	}
	if label == "" || value == "" {
		return value
	}
	return value + " (" + label + ")"
}

// date is a day in words, without what the card does not say. What could not be read as a date stands as it is.
func (t *terminal) date(d contact.Date) string {
	if d.Month < 1 || d.Month > 12 {
		if d.Year > 0 && d.Text == "" {
			return strconv.Itoa(d.Year)
		}
		return d.Text
	}
	month := t.T("date.month." + strconv.Itoa(d.Month))
	day, year := strconv.Itoa(d.Day), strconv.Itoa(d.Year)
	switch {
	case d.Day == 0 && d.Year == 0:
		return month
	case d.Day == 0:
		return t.T("date.month", "month", month, "year", year)
	case d.Year == 0:
		return t.T("date.yearless", "day", day, "month", month)
	}
	return t.T("date.full", "day", day, "month", month, "year", year)
}

func (t *terminal) source(s contact.Source) string {
	if s.File == "" {
		return t.T("cli.show.by-hand", "when", moment(s.At))
	}
	return t.T("cli.show.imported", "file", s.File, "when", moment(s.At))
}

// joined is the parts that are not empty.
func joined(separator string, parts ...string) string {
	var kept []string
	for _, part := range parts {
		if part != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, separator)
}
