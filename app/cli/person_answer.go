package cli

import "kaffeerunde/backend/contact"

// personAnswer is a person as list and show tell scripts of them.
type personAnswer struct {
	ID     contact.ID    `json:"id"`
	UID    string        `json:"uid"`
	Name   string        `json:"name"`
	N      []string      `json:"n"` // family, given, additional, prefixes, suffixes
	Phones []phoneAnswer `json:"phones"`
	Emails []valueAnswer `json:"emails"`
	Org    string        `json:"org"`
	Title  string        `json:"title"`
	Notes  []string      `json:"notes"`
	Tags   []string      `json:"tags"`
	Topics []topicAnswer `json:"topics"`
	Photo  string        `json:"photo"` // its hash, "" without one
	Source sourceAnswer  `json:"source"`
}

type valueAnswer struct {
	Value string   `json:"value"`
	Types []string `json:"types"`
	Label string   `json:"label"`
}

type phoneAnswer struct {
	Value string   `json:"value"`
	E164  string   `json:"e164"`
	Types []string `json:"types"`
	Label string   `json:"label"`
}

// topicAnswer is a topic of somebody: Kind is "interest", "offer" or "question", Level a word of RFC 6715 or "".
type topicAnswer struct {
	Name  string `json:"name"`
	Kind  string `json:"kind"`
	Level string `json:"level"`
	Since string `json:"since"`
}

// sourceAnswer is where a person came from; Operation is 0 and File "" for somebody added by hand.
type sourceAnswer struct {
	Operation int64  `json:"operation"`
	File      string `json:"file"`
	At        string `json:"at"`
}

func newPersonAnswer(p contact.Person) personAnswer {
	a := personAnswer{
		ID:     p.ID,
		UID:    p.UID,
		Name:   p.Name,
		N:      []string{p.N.Family, p.N.Given, p.N.Additional, p.N.Prefixes, p.N.Suffixes},
		Phones: []phoneAnswer{},
		Emails: []valueAnswer{},
		Org:    p.Organisation,
		Title:  p.Title,
		Notes:  orEmpty(p.Notes),
		Tags:   orEmpty(p.Tags),
		Topics: []topicAnswer{},
		Photo:  p.Photo,
		Source: sourceAnswer{Operation: p.Source.Operation, File: p.Source.File, At: stamp(p.Source.At)},
	}
	for _, v := range p.Phones {
		a.Phones = append(a.Phones, phoneAnswer{Value: v.Value, E164: v.E164, Types: orEmpty(v.Types), Label: v.Label})
	}
	for _, v := range p.Emails {
		a.Emails = append(a.Emails, valueAnswer{Value: v.Value, Types: orEmpty(v.Types), Label: v.Label})
	}
	for _, t := range p.Topics {
		a.Topics = append(a.Topics, topicAnswer{Name: t.Name, Kind: string(t.Kind), Level: t.Level, Since: t.Since})
	}
	return a
}
