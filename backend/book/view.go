package book

import (
	"slices"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/match"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// personOf reads everything the book shows of somebody from their card.
func personOf(p store.Person, c *vcard.Card, region, file string) contact.Person {
	kind := kindOf(c)
	organisation, _ := organisationOf(c)
	n := nameOf(c, kind, organisation)
	view := contact.Person{
		ID: p.ID, UID: p.UID, Name: n.name, Derived: n.derived, N: n.parts, Nicknames: c.Nicknames(), Kind: kind,
		Topics: topicsOf(c),
		Phones: phonesOf(c, region), Emails: valuesOf(c.Emails()), Links: valuesOf(c.URLs()), Messengers: messengersOf(c),
		Addresses: addressesOf(c), Dates: datesOf(c), Notes: c.Notes(), Tags: wornTags(c, p.Groups), Related: relatedOf(c),
		Others:  othersOf(c),
		Source:  contact.Source{Operation: max(0, p.Operation), File: file, At: p.Created},
		Created: p.Created, Changed: p.Changed,
	}
	setPositions(&view, c)
	for _, photo := range c.Photos() {
		if view.Photo == "" {
			view.Photo = photo.Hash
		}
		if view.PhotoURL == "" {
			view.PhotoURL = photo.URI
		}
	}
	return view
}

func valuesOf(values []vcard.Value) []contact.Value {
	list := make([]contact.Value, len(values))
	for i, v := range values {
		list[i] = contact.Value{Index: v.Index, Value: v.Value, Types: v.Types, Label: v.Label, Preferred: v.Pref}
	}
	return list
}

func phonesOf(c *vcard.Card, region string) []contact.Value {
	phones := valuesOf(c.Phones())
	for i := range phones {
		phones[i].E164 = match.E164(phones[i].Value, region)
	}
	return phones
}

func messengersOf(c *vcard.Card) []contact.Value {
	var list []contact.Value
	for _, m := range append(c.Messengers(), c.Socials()...) {
		v := valuesOf([]vcard.Value{m.Value})[0]
		v.Kind = m.Service
		list = append(list, v)
	}
	return list
}

func addressesOf(c *vcard.Card) []contact.Address {
	var list []contact.Address
	for _, a := range c.Addresses() {
		list = append(list, addressOf(a))
	}
	return list
}

func addressOf(a vcard.Address) contact.Address {
	address := contact.Address{
		Index: a.Index, POBox: a.PostOfficeBox, Extended: a.ExtendedAddress, Street: a.StreetAddress, City: a.Locality,
		Region: a.Region, PostalCode: a.PostalCode, Country: a.Country, Formatted: a.Formatted, Types: a.Types, Label: a.Label,
	}
	if address.Formatted == "" {
		address.Formatted = envelope(address)
	}
	return address
}

// envelope lays an address out as it is written in most of Europe: postal code before the town.
func envelope(a contact.Address) string {
	var lines []string
	for _, line := range []string{a.POBox, a.Extended, a.Street, joinWords(a.PostalCode, a.City), a.Region, a.Country} {
		if line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

func datesOf(c *vcard.Card) []contact.Date {
	var list []contact.Date
	for _, d := range c.Dates() {
		date := contact.Date{Index: d.Index, Kind: d.Kind, Year: d.Year, Month: d.Month, Day: d.Day, Label: d.Label}
		if d.Year == 0 && d.Month == 0 && d.Day == 0 {
			date.Text = d.Text
		}
		list = append(list, date)
	}
	return list
}

func relatedOf(c *vcard.Card) []contact.Related {
	var list []contact.Related
	for _, r := range c.Related() {
		list = append(list, contact.Related{Types: r.Types, Value: r.Value, Label: r.Label})
	}
	for _, member := range c.Members() {
		list = append(list, contact.Related{Types: []string{"member"}, Value: member})
	}
	return list
}

// shownLength is how much of a kept value is shown, in bytes; a sound or a key would fill the screen.
const shownLength = 500

func othersOf(c *vcard.Card) []contact.Field {
	var list []contact.Field
	for _, line := range c.Others() {
		// What stands beside a connection is shown with it.
		if slices.ContainsFunc(besides, line.Is) {
			continue
		}
		value := line.Text()
		if _, _, embedded := line.Binary(); embedded || len(value) > shownLength {
			value = strings.ToValidUTF8(value[:min(len(value), shownLength)], "") + " …"
		}
		list = append(list, contact.Field{Name: line.Name(), Value: value})
	}
	return list
}
