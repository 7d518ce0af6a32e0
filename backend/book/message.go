package book

import (
	"context"
	"fmt"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/locale"
)

// MessageForm is what a message over a route is made of: everyone on it, both ends included, what it is about in the words of
// the person who asks, and the language "de" or "en".
type MessageForm struct {
	Route    []contact.ID
	About    string
	Language string
}

// Message is a draft to the first person on a route. Mail is their first address, "" without one.
type Message struct {
	To      contact.ID
	Name    string
	Mail    string
	Subject string
	Text    string
}

// aboutLimit is how long what a message is about may be, in bytes: beyond it nobody asks for one thing.
const aboutLimit = 2000

// Message drafts a message to the first person on a route. Its first sentence says what it is about; without that nothing is
// written, and the error is a *contact.InvalidError.
func (b *Book) Message(ctx context.Context, f MessageForm) (Message, error) {
	about := strings.TrimRight(strings.Join(strings.Fields(f.About), " "), ".!?; ")
	switch {
	case about == "":
		return Message{}, &contact.InvalidError{Field: "message", Reason: "about"}
	case len(about) > aboutLimit:
		return Message{}, &contact.InvalidError{Field: "message", Reason: "too-long"}
	case len(f.Route) < 2 || len(f.Route) > 4:
		return Message{}, &contact.InvalidError{Field: "message", Reason: "route"}
	}
	people := make([]contact.Person, len(f.Route))
	for i, id := range f.Route {
		var err error
		if people[i], err = b.Person(ctx, id); err != nil {
			return Message{}, fmt.Errorf("draft a message: %w", err)
		}
	}
	words := locale.For(f.Language)
	first := people[1]
	m := Message{To: first.ID, Name: first.Name, Subject: subjectOf(about)}
	if len(first.Emails) > 0 {
		m.Mail = first.Emails[0].Value
	}
	last := people[len(people)-1]
	said := []any{"about", about, "to", last.Name, "over", people[len(people)-2].Name, "first", calledBy(first)}
	m.Text = strings.Join([]string{
		words.T("message.greeting", "name", calledBy(first)),
		words.T("message.about", "about", about) + " " + words.T(fmt.Sprintf("message.steps.%d", len(people)-1), said...),
		words.T(fmt.Sprintf("message.free.%d", min(len(people)-1, 2)), said...),
		words.T("message.goodbye", "name", calledBy(people[0])),
	}, "\n\n") + "\n"
	return m, nil
}

// calledBy is how one calls somebody in a letter: by the given name where the card has one.
func calledBy(p contact.Person) string {
	if p.Kind == contact.Individual && p.N.Given != "" {
		return p.N.Given
	}
	return p.Name
}

// subjectLimit is how long a subject may be, in characters, so that a list of mails shows the whole of it.
const subjectLimit = 70

func subjectOf(about string) string {
	letters := []rune(about)
	letters = append([]rune(strings.ToUpper(string(letters[:1]))), letters[1:]...)
	if len(letters) <= subjectLimit {
		return string(letters)
	}
	cut := string(letters[:subjectLimit])
	if space := strings.LastIndex(cut, " "); space > subjectLimit/2 {
		cut = cut[:space]
	}
	return cut + " …"
}
