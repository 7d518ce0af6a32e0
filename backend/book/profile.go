package book

import (
	"slices"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/match"
	"kaffeerunde/backend/vcard"
)

// profile says by what a person is recognised. The keys of mail addresses and phone numbers are collected already.
func (x *indexer) profile(c *vcard.Card, kind contact.Kind, n called, organisation string) match.Profile {
	p := match.Profile{
		Name: match.NameOf(spelledOf(c, n)), Born: bornOf(c), Company: kind == contact.Organisation || organisation != "" && n.name == organisation,
	}
	if key, ok := match.Organisation(organisation); ok {
		x.keys = append(x.keys, key)
	}
	for _, a := range c.Addresses() {
		if key, ok := addressKey(&a); ok {
			x.keys = append(x.keys, key)
		}
	}
	slices.Sort(x.keys)
	p.Keys = slices.Clone(slices.Compact(x.keys))
	return p
}

func spelledOf(c *vcard.Card, n called) match.Spelled {
	s := match.Spelled{Family: n.parts.Family, Given: joinWords(n.parts.Given, n.parts.Additional), Nicknames: c.Nicknames()}
	if !n.derived {
		s.Display = n.name
	}
	return s
}

func bornOf(c *vcard.Card) match.Day {
	for _, d := range c.Dates() {
		if day := match.DayOf(d.Year, d.Month, d.Day); d.Kind == contact.Birthday && day != 0 {
			return day
		}
	}
	return 0
}

func addressKey(a *vcard.Address) (match.Key, bool) {
	place := a.Locality
	if place == "" {
		place = a.PostalCode
	}
	return match.Address(a.StreetAddress, place)
}
