package book

import (
	"context"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/match"
	"kaffeerunde/backend/store"
)

// GuestRow is a guest with whom they may be in the book: Matches are the people, the likeliest first; one alone is theirs where
// that was decided.
type GuestRow struct {
	contact.Guest
	Matches []GuestMatch
}

// GuestMatch is whom in the book a guest may be, how certain that is, and why.
type GuestMatch struct {
	Person  contact.Summary
	Sure    bool
	Reasons []Reason // none where somebody decided
}

// Match returns who the guest is or most likely is, nil for nobody.
func (g GuestRow) Match() *GuestMatch {
	if len(g.Matches) == 0 {
		return nil
	}
	return &g.Matches[0]
}

// Guests returns the guest list of an event in its order, each guest with whom they may be in the book.
func (b *Book) Guests(ctx context.Context, event int64) (rows []GuestRow, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		guests, err := tx.Guests(ctx, event)
		if err != nil {
			return err
		}
		rows, err = b.recognised(ctx, tx, guests)
		return err
	})
	return rows, err
}

// recognised finds out who guests may be. Only when somebody is still to be found everyone in the book is looked at, so in a
// transaction that changes people it comes first.
func (b *Book) recognised(ctx context.Context, tx *store.Tx, guests []contact.Guest) ([]GuestRow, error) {
	rows := make([]GuestRow, len(guests))
	settings, err := b.settings(ctx, tx)
	if err != nil {
		return nil, err
	}
	var unknown []contact.Guest
	var ids []contact.ID
	for i, g := range guests {
		rows[i].Guest = g
		if g.Person != 0 {
			ids = append(ids, g.Person)
		} else if !g.Stranger {
			unknown = append(unknown, g)
		}
	}
	found, err := b.sought.at(ctx, tx, settings.Region, unknown)
	if err != nil {
		return nil, err
	}
	for _, candidates := range found {
		for _, c := range candidates {
			ids = append(ids, c.person)
		}
	}
	summaries, err := tx.Summaries(ctx, distinctOf(ids), store.Order{})
	if err != nil {
		return nil, err
	}
	byID := make(map[contact.ID]contact.Summary, len(summaries))
	for _, s := range summaries {
		byID[s.ID] = s
	}
	for i, g := range guests {
		if s, here := byID[g.Person]; here {
			rows[i].Matches = []GuestMatch{{Person: s, Sure: true}}
		}
		if g.Person != 0 || g.Stranger {
			continue
		}
		for _, c := range found[0] {
			if s, here := byID[c.person]; here {
				rows[i].Matches = append(rows[i].Matches, GuestMatch{Person: s, Sure: c.certainty == match.Sure, Reasons: guestReasons(g, c.common)})
			}
		}
		found = found[1:]
	}
	return rows, nil
}

// loadRegister returns everyone in the book for guests to be found among, and their IDs by their number there.
func loadRegister(ctx context.Context, tx *store.Tx) (*match.Register, []contact.ID, error) {
	n, err := tx.Count(ctx)
	if err != nil {
		return nil, nil, err
	}
	register, people := match.NewRegister(n), make([]contact.ID, 0, n)
	err = tx.Known(ctx, func(id contact.ID, _ string, _, keys []byte) {
		if profile, ok := match.Unpack(keys); ok {
			register.Add(profile)
			people = append(people, id)
		}
	})
	return register, people, err
}

func guestProfile(g contact.Guest, region string) match.Guest {
	p := match.Guest{
		Name:   match.Spelled{Display: g.Name, Family: g.N.Family, Given: joinWords(g.N.Given, g.N.Additional)},
		Suffix: g.N.Suffixes, Before: g.Before, Organisation: g.Organisation,
	}
	if k, ok := match.Email(g.Mail); ok {
		p.Reach = append(p.Reach, k)
	}
	if k, ok := match.Phone(g.Phone, match.E164(g.Phone, region)); ok {
		p.Reach = append(p.Reach, k)
	}
	return p
}

// guestReasons says in codes what a guest has in common with somebody.
func guestReasons(g contact.Guest, all []match.Common) []Reason {
	reasons := make([]Reason, 0, len(all))
	for _, common := range all {
		value := ""
		switch common.Reason {
		case match.SameEmail, match.SameEmailOtherName:
			value = g.Mail
		case match.SamePhone, match.SamePhoneTail, match.SamePhoneOtherName:
			value = g.Phone
		case match.NameAndOrganisation, match.SameOrganisation:
			value = g.Organisation
		}
		reason := Reason{Code: string(common.Reason)}
		if value != "" {
			reason.Args = []contact.Arg{{Name: "value", Value: printable(value)}}
		}
		reasons = append(reasons, reason)
	}
	return reasons
}
