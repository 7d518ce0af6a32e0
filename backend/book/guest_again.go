package book

import (
	"cmp"
	"slices"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/match"
)

// roll is who stands on the guest list of an event, each to be found again once: where a list names two of a name and one stands there,
// the second is new.
type roll struct {
	guests   []contact.Guest
	found    []bool
	register *match.Register
	people   map[contact.ID][]int // who is surely somebody in the book
	region   string
}

// newRoll returns the roll of guests, who in the book are as people says, 0 for nobody surely.
func newRoll(guests []contact.Guest, people []contact.ID, region string) *roll {
	r := &roll{
		guests: guests, found: make([]bool, len(guests)), register: match.NewRegister(len(guests)),
		people: map[contact.ID][]int{}, region: region,
	}
	for i, g := range guests {
		profile := guestProfile(g, region)
		keys := slices.Clone(profile.Reach)
		if k, ok := match.Organisation(g.Organisation); ok {
			keys = append(keys, k)
		}
		slices.Sort(keys)
		r.register.Add(match.Profile{Name: match.NameOf(profile.Name), Keys: keys})
		if people[i] != 0 {
			r.people[people[i]] = append(r.people[people[i]], i)
		}
	}
	return r
}

// again returns which guest of the roll one is who is surely person, 0 for nobody; ok is false for a new one.
func (r *roll) again(g contact.Guest, person contact.ID) (at int, ok bool) {
	if person != 0 {
		for _, i := range r.people[person] {
			if !r.found[i] {
				r.found[i] = true
				return i, true
			}
		}
	}
	for _, m := range r.register.Find(guestProfile(g, r.region)) {
		if !r.found[m.Who] && sameGuest(r.guests[m.Who], g, m.Common) {
			r.found[m.Who] = true
			return m.Who, true
		}
	}
	return 0, false
}

// sameGuest tells whether what two guests have in common makes one of them: a mail address or a phone number under the same name, or
// the same whole name, unless they can be written to at two addresses or are of two organisations. Who merely sounds alike is another.
func sameGuest(known, g contact.Guest, common []match.Common) bool {
	named := false
	for _, c := range common {
		switch c.Reason {
		case match.SameEmail, match.SamePhone:
			return true
		case match.SameName, match.NameAndOrganisation:
			named = true
		}
	}
	together := slices.ContainsFunc(common, func(c match.Common) bool { return c.Reason == match.NameAndOrganisation })
	return named && wholeName(g) && wholeName(known) && !differ(known.Mail, g.Mail) && (together || !differ(known.Organisation, g.Organisation))
}

// wholeName tells whether a guest is called by more than one name: an Anna on one list need not be the Anna of another.
func wholeName(g contact.Guest) bool {
	return g.N.Given != "" && g.N.Family != "" || len(strings.Fields(g.Name)) > 1
}

func differ(a, b string) bool { return a != "" && b != "" && !strings.EqualFold(a, b) }

// filledFrom is a guest with what a list says of them that was not known.
func filledFrom(known, g contact.Guest) contact.Guest {
	known.Mail, known.Phone = cmp.Or(known.Mail, g.Mail), cmp.Or(known.Phone, g.Phone)
	known.Organisation, known.Role = cmp.Or(known.Organisation, g.Organisation), cmp.Or(known.Role, g.Role)
	if !strings.Contains(known.Note, g.Note) {
		known.Note = joined("; ", known.Note, g.Note)
	}
	return known
}
