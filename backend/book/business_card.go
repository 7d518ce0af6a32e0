package book

import (
	"slices"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/vcard"
)

// businessCard returns a short vCard 3.0 for a QR code: the name, and how to reach the person, what matters most first so
// that a code that is too small for all of it leaves out the end.
func businessCard(p *contact.Person) string {
	card := vcard.New(vcard.V30)
	put := func(name string, v vcard.Content, types ...string) {
		if !v.IsEmpty() {
			card.Add(name, v, types...)
		}
	}
	n := p.N
	if n.IsZero() {
		// Phones that do not read FN would show nothing.
		n.Given = p.Name
	}
	put("N", vcard.Components(n.Family, n.Given, n.Additional, n.Prefixes, n.Suffixes))
	put("FN", vcard.Text(p.Name))
	phones, mails := preferredFirst(p.Phones), preferredFirst(p.Emails)
	telephone := func(v contact.Value) { put("TEL", vcard.Text(v.Value), mainType(v.Types)...) }
	telephone(at(phones, 0))
	put("EMAIL", vcard.Text(at(mails, 0).Value))
	put("ORG", vcard.Text(p.Organisation))
	put("TITLE", vcard.Text(p.Title))
	telephone(at(phones, 1))
	put("URL", vcard.Text(at(preferredFirst(p.Links), 0).Value))
	// A code has no lines to fold, and whoever cuts lines off it should cut whole ones.
	return strings.ReplaceAll(string(card.Raw), "\r\n ", "")
}

// mainType returns the one type of a number that a phone shows.
func mainType(types []string) []string {
	for _, t := range []string{"cell", "work", "home"} {
		if slices.Contains(types, t) {
			return []string{t}
		}
	}
	return nil
}
