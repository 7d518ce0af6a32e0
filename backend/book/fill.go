package book

import (
	"slices"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/match"
	"kaffeerunde/backend/vcard"
)

// fill makes a card that says before say after. Only the lines of what differs are touched.
func fill(c *vcard.Card, before, after contact.Draft) error {
	after = tidy(after)
	if isEmpty(after) {
		return &contact.InvalidError{Field: "name", Reason: "empty"}
	}
	// The indexes of a draft are those of the card before anything changed, so values come first; a new card has none and
	// begins with the name.
	steps := []func(*vcard.Card, contact.Draft, contact.Draft) error{fillValues, fillTexts}
	if len(c.Lines) <= 1 {
		slices.Reverse(steps)
	}
	for _, step := range steps {
		if err := step(c, before, after); err != nil {
			return err
		}
	}
	return nil
}

func fillValues(c *vcard.Card, before, after contact.Draft) error {
	e := newLineEdit(c)
	e.values("TEL", before.Phones, after.Phones)
	e.values("EMAIL", before.Emails, after.Emails)
	e.values("URL", before.Links, after.Links)
	e.values("IMPP", before.Messengers, after.Messengers)
	e.addresses(before.Addresses, after.Addresses)
	e.dates(before.Dates, after.Dates)
	e.notes(before.Notes, after.Notes)
	e.topics(before.Topics, after.Topics)
	e.positions(before, after)
	return e.unknown
}

func fillTexts(c *vcard.Card, before, after contact.Draft) error {
	fillName(c, before, after)
	if !slices.Equal(before.Nicknames, after.Nicknames) {
		c.PutItems("NICKNAME", after.Nicknames)
	}
	if !slices.Equal(before.Tags, after.Tags) {
		c.PutItems("CATEGORIES", after.Tags)
	}
	return nil
}

func organisationContent(organisation, unit string) vcard.Content {
	switch {
	case unit != "":
		return vcard.Components(organisation, unit)
	case organisation != "":
		return vcard.Components(organisation)
	}
	return vcard.Content{}
}

func fillName(c *vcard.Card, before, after contact.Draft) {
	if before.N != after.N {
		c.Put("N", vcard.Components(after.N.Family, after.N.Given, after.N.Additional, after.N.Prefixes, after.N.Suffixes))
		if after.N.IsZero() {
			c.Put("N", vcard.Content{})
		}
	}
	switch {
	case after.Name == before.Name && (before.N == after.N || after.Name != composed(before.N)):
	case after.Name != "" && after.Name != before.Name:
		c.Put("FN", vcard.Text(after.Name))
	default:
		// The name follows its parts for as long as it is made of them.
		c.Put("FN", vcard.Text(composed(after.N)))
	}
}

// composed returns the parts of a name in the order of an address on an envelope.
func composed(n contact.Name) string {
	return joinWords(n.Prefixes, n.Given, n.Additional, n.Family, n.Suffixes)
}

// tidy drops what a form leaves empty.
func tidy(d contact.Draft) contact.Draft {
	d.Name = strings.TrimSpace(d.Name)
	d.Organisation, d.Unit = strings.TrimSpace(d.Organisation), strings.TrimSpace(d.Unit)
	d.Since, d.Until = printable(d.Since), printable(d.Until)
	d.Further, d.Topics = tidyPositions(d.Further), tidyTopics(d.Topics)
	d.Nicknames, d.Tags, d.Notes = said(d.Nicknames), tagList(d.Tags), said(d.Notes)
	isBlank := func(v contact.Value) bool { return strings.TrimSpace(v.Value) == "" }
	d.Phones = slices.DeleteFunc(slices.Clone(d.Phones), isBlank)
	d.Emails = slices.DeleteFunc(slices.Clone(d.Emails), isBlank)
	d.Links = slices.DeleteFunc(slices.Clone(d.Links), isBlank)
	d.Messengers = slices.DeleteFunc(slices.Clone(d.Messengers), isBlank)
	d.Addresses = slices.DeleteFunc(slices.Clone(d.Addresses), func(a contact.Address) bool {
		return a.POBox+a.Extended+a.Street+a.City+a.Region+a.PostalCode+a.Country == ""
	})
	d.Dates = slices.DeleteFunc(slices.Clone(d.Dates), func(day contact.Date) bool {
		return day.Year == 0 && day.Month == 0 && day.Day == 0 && day.Text == ""
	})
	return d
}

// tidyPositions drops positions that say nothing. Years alone say nothing.
func tidyPositions(positions []contact.Position) []contact.Position {
	var kept []contact.Position
	for _, p := range positions {
		p.Organisation, p.Unit = strings.TrimSpace(p.Organisation), strings.TrimSpace(p.Unit)
		p.Title, p.Role = strings.TrimSpace(p.Title), strings.TrimSpace(p.Role)
		p.Since, p.Until = printable(p.Since), printable(p.Until)
		if p.Organisation+p.Unit+p.Title+p.Role != "" {
			kept = append(kept, p)
		}
	}
	return kept
}

// tidyTopics drops topics without a name, and those that say what another says already.
func tidyTopics(topics []contact.Topic) []contact.Topic {
	var kept []contact.Topic
	for _, t := range topics {
		t.Name = printable(t.Name)
		if !t.Kind.Known() {
			t.Kind = contact.Interest
		}
		same := func(k contact.Topic) bool {
			return t.Index < 0 && k.Kind == t.Kind && match.Fold(k.Name) == match.Fold(t.Name)
		}
		if t.Name != "" && !slices.ContainsFunc(kept, same) {
			kept = append(kept, t)
		}
	}
	return kept
}

func said(values []string) []string {
	return slices.DeleteFunc(slices.Clone(values), func(s string) bool { return strings.TrimSpace(s) == "" })
}

func tagList(names []string) []string {
	var tags []string
	for _, name := range names {
		if name = printable(name); name != "" && !slices.Contains(tags, name) {
			tags = append(tags, name)
		}
	}
	return tags
}

func isEmpty(d contact.Draft) bool {
	return d.Name == "" && d.N.IsZero() && d.Organisation == "" && d.Unit == "" && d.Title == "" && d.Role == "" &&
		len(d.Nicknames)+len(d.Phones)+len(d.Emails)+len(d.Links)+len(d.Messengers)+len(d.Addresses)+len(d.Notes)+len(d.Further) == 0
}
