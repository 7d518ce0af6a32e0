package book

import (
	"cmp"
	"context"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"kaffeerunde/backend/coffee"
	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/graph"
	"kaffeerunde/backend/match"
	"kaffeerunde/backend/store"
)

// facts is what the book says of the owner and of the guests of an event who are surely in it, read at once for all.
type facts struct {
	event         contact.Event
	owner         contact.ID // 0 for nobody
	network       *network
	open          *graph.Graph // without the connections over which nobody is to be asked
	onList        map[contact.ID]bool
	topics        map[contact.ID][]coffee.Topic
	organisations map[contact.ID][]store.PersonOrganisation
	encounters    map[contact.ID][]contact.Encounter // the latest first
	threads       map[contact.ID][]string            // the latest first
	titles        map[int64]string                   // of the events
	names         map[contact.ID]string              // of whoever may introduce somebody
	topicNames    map[string]string                  // how the owner and the event spell topics, by their keys
	places        map[match.Key]string               // how the owner's card spells its organisations
}

// loadFacts reads them. What belongs to the event itself is left out, and what came after it.
func loadFacts(ctx context.Context, tx *store.Tx, n *network, e contact.Event, rows []GuestRow) (*facts, error) {
	f := &facts{
		event: e, network: n, open: n.graph(true), onList: map[contact.ID]bool{},
		topics: map[contact.ID][]coffee.Topic{}, organisations: map[contact.ID][]store.PersonOrganisation{},
		encounters: map[contact.ID][]contact.Encounter{}, threads: map[contact.ID][]string{}, titles: map[int64]string{},
		topicNames: map[string]string{}, places: map[match.Key]string{},
	}
	var people []contact.ID
	for _, row := range rows {
		if id := row.sure(); id != 0 {
			people = append(people, id)
			f.onList[id] = true
		}
	}
	owner, err := me(ctx, tx)
	if err != nil {
		return nil, err
	}
	if f.owner = owner; owner != 0 {
		people = append(people, owner)
	}
	people = distinctOf(people)
	for _, read := range []func(context.Context, *store.Tx, []contact.ID) error{f.readTopics, f.readOrganisations, f.readPast} {
		if err := read(ctx, tx, people); err != nil {
			return nil, err
		}
	}
	return f, f.readNames(ctx, tx, rows)
}

// sure returns who the guest is, 0 where that is a question.
func (g *GuestRow) sure() contact.ID {
	if m := g.Match(); m != nil && m.Sure {
		return m.Person.ID
	}
	return 0
}

// readTopics reads topics and spells them all as the owner or the event does, so that they compare by their names.
func (f *facts) readTopics(ctx context.Context, tx *store.Tx, people []contact.ID) error {
	list, err := tx.TopicsAmong(ctx, people)
	if err != nil {
		return err
	}
	for _, t := range list {
		if t.Person == f.owner {
			f.topicNames[t.Key] = cmp.Or(f.topicNames[t.Key], t.Name)
		}
	}
	for _, name := range f.event.Topics {
		key := match.Fold(name)
		f.topicNames[key] = cmp.Or(f.topicNames[key], name)
	}
	var asked []string
	for _, question := range f.event.Questions {
		asked = append(asked, spaced(question))
	}
	for _, t := range list {
		name := cmp.Or(f.topicNames[t.Key], t.Name)
		f.topics[t.Person] = withTopic(f.topics[t.Person], name, t.Kind)
		// A question that one brings along asks about the topics that it names.
		names := func(question string) bool { return strings.Contains(question, spaced(t.Name)) }
		if utf8.RuneCountInString(t.Key) >= leastAsked && slices.ContainsFunc(asked, names) {
			f.topics[f.owner] = withTopic(f.topics[f.owner], name, contact.Question)
		}
	}
	return nil
}

// leastAsked is how many letters a topic has at least that a question is taken to name: "it" is a word of many.
const leastAsked = 4

// spaced is a text folded, with one space around each word.
func spaced(text string) string {
	return " " + strings.Join(strings.FieldsFunc(match.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ") + " "
}

func withTopic(list []coffee.Topic, name string, kind contact.TopicKind) []coffee.Topic {
	at := slices.IndexFunc(list, func(t coffee.Topic) bool { return t.Name == name })
	if at < 0 {
		at = len(list)
		list = append(list, coffee.Topic{Name: name})
	}
	switch kind {
	case contact.Interest:
		list[at].Interest = true
	case contact.Offer:
		list[at].Offer = true
	case contact.Question:
		list[at].Question = true
	}
	return list
}

func (f *facts) readOrganisations(ctx context.Context, tx *store.Tx, people []contact.ID) error {
	list, err := tx.OrganisationsAmong(ctx, people)
	for _, o := range list {
		f.organisations[o.Person] = append(f.organisations[o.Person], o)
		if o.Person != f.owner {
			continue
		}
		for _, k := range match.Organisations(o.Name) {
			f.places[k] = cmp.Or(f.places[k], o.Name)
		}
	}
	return err
}

// spelled returns an organisation as the owner's card spells it: a list writes a legal form or a department that a card does not.
func (f *facts) spelled(organisation string) string {
	for _, k := range match.Organisations(organisation) {
		if name := f.places[k]; name != "" {
			return name
		}
	}
	return organisation
}

// readPast reads what happened with people before the event and what is open with them.
func (f *facts) readPast(ctx context.Context, tx *store.Tx, people []contact.ID) error {
	encounters, err := tx.EncountersAmong(ctx, people)
	if err != nil {
		return err
	}
	for _, e := range encounters {
		if e.Event == f.event.ID || f.event.Day() != "" && e.Day > f.event.Day() {
			continue
		}
		for _, id := range e.People {
			f.encounters[id] = append(f.encounters[id], e)
		}
	}
	threads, err := tx.OpenThreads(ctx)
	if err != nil {
		return err
	}
	for _, t := range threads {
		if t.Event == f.event.ID {
			continue
		}
		for _, id := range t.People {
			f.threads[id] = append(f.threads[id], t.Text)
		}
	}
	events, err := tx.Events(ctx)
	for _, e := range events {
		f.titles[e.ID] = e.Title
	}
	return err
}

// readNames reads how those are called who may introduce somebody.
func (f *facts) readNames(ctx context.Context, tx *store.Tx, rows []GuestRow) error {
	var ids []contact.ID
	for i := range rows {
		ids = append(ids, f.introducers(&rows[i])...)
	}
	found, err := tx.Summaries(ctx, distinctOf(ids), store.Order{})
	f.names = make(map[contact.ID]string, len(found))
	for _, s := range found {
		f.names[s.ID] = s.Name
	}
	return err
}

// me is what the book says of its owner, with what they ask about at the event.
func (f *facts) me() coffee.Me {
	m := coffee.Me{Topics: f.topics[f.owner]}
	if f.owner != 0 {
		m.Organisations, m.FormerOrganisations = f.whereabouts(f.owner)
	}
	return m
}

// about is what the event is about, spelled as the topics of people are.
func (f *facts) about() []string {
	names := make([]string, len(f.event.Topics))
	for i, name := range f.event.Topics {
		names[i] = f.topicNames[match.Fold(name)]
	}
	return names
}

// whereabouts returns where somebody is and was, each once.
func (f *facts) whereabouts(id contact.ID) (now, before []string) {
	for _, o := range f.organisations[id] {
		name := f.spelled(o.Name)
		if o.Former {
			before = append(before, name)
		} else {
			now = append(now, name)
		}
	}
	return distinctWords(now), distinctWords(before)
}

func (f *facts) guests(rows []GuestRow) []coffee.Guest {
	guests := make([]coffee.Guest, len(rows))
	for i := range rows {
		guests[i] = f.guest(&rows[i])
	}
	return guests
}

func (f *facts) guest(row *GuestRow) coffee.Guest {
	g := coffee.Guest{Name: row.Name}
	id := row.sure()
	if g.Me = id != 0 && id == f.owner; g.Me {
		return g
	}
	for _, by := range f.introducers(row) {
		g.Through = append(g.Through, coffee.Introducer{Name: f.names[by], OnList: f.onList[by]})
	}
	if id != 0 {
		g.Since = f.since(id)
		g.Threads, g.Topics = f.threads[id], f.topics[id]
		g.Organisations, g.FormerOrganisations = f.whereabouts(id)
		f.addPast(&g, f.encounters[id])
	}
	if row.Organisation != "" {
		g.Organisations = distinctWords(append(g.Organisations, f.spelled(row.Organisation)))
	}
	return g
}

// addPast tells what happened with somebody, the latest first, and at which events.
func (f *facts) addPast(g *coffee.Guest, encounters []contact.Encounter) {
	for i, e := range encounters {
		if i == 0 {
			g.LastKind = string(e.Kind)
			g.Last, _ = time.Parse(time.DateOnly, string(e.Day))
		}
		if title := f.titles[e.Event]; title != "" && !slices.Contains(g.Events, title) {
			g.Events = append(g.Events, title)
		}
	}
}

var year = regexp.MustCompile(`\b(1[89]|20)\d\d\b`)

// since is when the owner and somebody got to know each other, as far as a card says so.
func (f *facts) since(id contact.ID) time.Time {
	tie, _ := f.network.between(f.owner, id)
	when, _ := time.Parse("2006", year.FindString(tie.Since))
	return when
}

// mostIntroducers is how many people are named who can introduce a guest: more than that nobody asks.
const mostIntroducers = 2

// introducers returns who can introduce the owner to a guest whom they do not know themselves, those first who come too, then
// those with whom the owner is connected. Whoever is in the book is somebody the owner can ask, and knows, where no connection of
// the owner tells whom they do not.
func (f *facts) introducers(row *GuestRow) []contact.ID {
	id := row.sure()
	if id == 0 {
		// A card may name somebody who is not in the book.
		if len(row.Matches) > 0 {
			return nil
		}
		return f.nearest(f.network.strangers[match.Fold(row.Name)])
	}
	_, tied := f.network.between(f.owner, id)
	own, known := f.network.at[f.owner]
	at, ok := f.network.at[id]
	if !ok || !known || id == f.owner || tied || len(f.encounters[id]) > 0 || len(f.open.Neighbours(own)) == 0 {
		return nil
	}
	var around []contact.ID
	for _, place := range f.open.Neighbours(at) {
		around = append(around, f.network.people[place])
	}
	return f.nearest(around)
}

func (f *facts) nearest(people []contact.ID) []contact.ID {
	far := func(id contact.ID) int {
		_, tied := f.network.between(f.owner, id)
		switch {
		case f.onList[id]:
			return 0
		case tied:
			return 1
		}
		return 2
	}
	people = distinctOf(people)
	people = slices.DeleteFunc(people, func(id contact.ID) bool { return id == f.owner })
	slices.SortStableFunc(people, func(a, b contact.ID) int { return far(a) - far(b) })
	return people[:min(len(people), mostIntroducers)]
}
