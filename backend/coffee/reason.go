package coffee

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"kaffeerunde/backend/contact"
)

// Code says what a reason is: "coffee.reason.<Code>" in the catalogue, with the arguments named here.
type Code string

// The codes, those first that give most to talk about. A reason with When has the month in {when}.
const (
	OpenThread       Code = "thread"             // {text}
	TheyOffer        Code = "they-offer"         // {topic}: I ask about it
	IOffer           Code = "i-offer"            // {topic}: they ask about it
	SameQuestion     Code = "same-question"      // {topic}
	SharedTopic      Code = "shared-topic"       // {topic}
	Introduced       Code = "introduced"         // {name}, who is on the list too
	IntroducedByBook Code = "introduced-by-book" // {name}
	MetAt            Code = "met-at"             // {event}
	Colleagues       Code = "colleagues"         // {organisation}
	OnceColleagues   Code = "once-colleagues"    // {organisation}: one of both was there once
	EventTopic       Code = "event-topic"        // {topic}: what the event is about
	LastCoffee       Code = "last-coffee"        // {when}
	LastCall         Code = "last-call"          // {when}
	LastMessage      Code = "last-message"       // {when}
	LastMeeting      Code = "last-meeting"       // {when}
	KnownSince       Code = "known-since"        // {year}
	Yourself         Code = "yourself"
)

// Codes returns all codes, so that a test can hold the catalogue complete.
func Codes() []Code { return slices.Clone(codes) }

var codes = []Code{
	OpenThread, TheyOffer, IOffer, SameQuestion, SharedTopic, Introduced, IntroducedByBook, MetAt, Colleagues, OnceColleagues, EventTopic,
	LastCoffee, LastCall, LastMessage, LastMeeting, KnownSince, Yourself,
}

// Reason is why a guest may be worth a coffee. When is a day whose month the catalogue's sentence has as {when}; zero for most.
type Reason struct {
	Code Code
	Args []contact.Arg
	When time.Time
}

// Say says the reason in words; t is that of the catalogue.
func (r Reason) Say(t func(key string, args ...any) string) string {
	args := make([]any, 0, 2*len(r.Args)+2)
	for _, a := range r.Args {
		args = append(args, a.Name, a.Value)
	}
	if !r.When.IsZero() {
		month := t("date.month." + strconv.Itoa(int(r.When.Month())))
		args = append(args, "when", t("date.month", "month", month, "year", r.When.Format("2006")))
	}
	return t("coffee.reason."+string(r.Code), args...)
}

// Topic is a subject with what somebody has to do with it.
type Topic struct {
	Name                      string
	Interest, Offer, Question bool
}

// Me is the owner of the book.
type Me struct {
	Topics              []Topic
	Organisations       []string // now
	FormerOrganisations []string
}

// Guest is what the book says of a guest. Of one who is nobody in the book it says nothing but the name, the organisation on the
// list, and whoever can introduce them.
type Guest struct {
	Name                string
	Me                  bool      // the owner of the book
	Since               time.Time // zero where nobody wrote it down
	LastKind            string    // of the encounter before: "coffee", "call", "message" or another; "" for none
	Last                time.Time
	Threads             []string // what was left open, the newest first
	Topics              []Topic
	Organisations       []string
	FormerOrganisations []string
	Events              []string // earlier ones where both were met, the newest first
	Through             []Introducer
}

// Introducer is somebody who knows both.
type Introducer struct {
	Name   string
	OnList bool // comes too
}

// Reasons returns why a guest may be worth a coffee, in the order of the codes and within one in the order of the facts; nil for a guest
// with whom the book has nothing in common.
func Reasons(me Me, g Guest, about []string) []Reason {
	if g.Me {
		return []Reason{{Code: Yourself}}
	}
	var found []Reason
	add := func(code Code, args ...contact.Arg) { found = append(found, Reason{Code: code, Args: args}) }
	for _, text := range g.Threads {
		add(OpenThread, contact.Arg{Name: "text", Value: text})
	}
	for _, t := range g.Topics {
		topic := contact.Arg{Name: "topic", Value: t.Name}
		mine, ok := named(me.Topics, t.Name)
		switch {
		case ok && t.Offer && mine.Question:
			add(TheyOffer, topic)
		case ok && t.Question && mine.Offer:
			add(IOffer, topic)
		case ok && t.Question && mine.Question:
			add(SameQuestion, topic)
		case ok:
			add(SharedTopic, topic)
		case slices.ContainsFunc(about, func(s string) bool { return same(s, t.Name) }):
			add(EventTopic, topic)
		}
	}
	for _, by := range g.Through {
		code := IntroducedByBook
		if by.OnList {
			code = Introduced
		}
		add(code, contact.Arg{Name: "name", Value: by.Name})
	}
	for _, event := range g.Events {
		add(MetAt, contact.Arg{Name: "event", Value: event})
	}
	for _, organisation := range g.Organisations {
		if hasName(me.Organisations, organisation) {
			add(Colleagues, contact.Arg{Name: "organisation", Value: organisation})
		} else if hasName(me.FormerOrganisations, organisation) {
			add(OnceColleagues, contact.Arg{Name: "organisation", Value: organisation})
		}
	}
	for _, organisation := range g.FormerOrganisations {
		if hasName(me.Organisations, organisation) || hasName(me.FormerOrganisations, organisation) {
			add(OnceColleagues, contact.Arg{Name: "organisation", Value: organisation})
		}
	}
	found = append(found, g.acquaintance()...)
	slices.SortStableFunc(found, func(a, b Reason) int { return place(a.Code) - place(b.Code) })
	return found
}

// acquaintance is since when one knows the guest, by what says most of it. Being in the book is nothing to talk about.
func (g Guest) acquaintance() []Reason {
	switch {
	case g.LastKind != "" && !g.Last.IsZero():
		code, ok := map[string]Code{"coffee": LastCoffee, "call": LastCall, "message": LastMessage}[g.LastKind]
		if !ok {
			code = LastMeeting
		}
		return []Reason{{Code: code, When: g.Last}}
	case !g.Since.IsZero():
		return []Reason{{Code: KnownSince, Args: []contact.Arg{{Name: "year", Value: g.Since.Format("2006")}}}}
	}
	return nil
}

func place(code Code) int { return slices.Index(codes, code) }

func same(a, b string) bool { return strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b)) }

func hasName(list []string, name string) bool {
	return strings.TrimSpace(name) != "" && slices.ContainsFunc(list, func(s string) bool { return same(s, name) })
}

func named(list []Topic, name string) (Topic, bool) {
	at := slices.IndexFunc(list, func(t Topic) bool { return same(t.Name, name) })
	if at < 0 {
		return Topic{}, false
	}
	return list[at], true
}
