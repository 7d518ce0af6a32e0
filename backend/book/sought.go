package book

import (
	"context"
	"sync"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/match"
	"kaffeerunde/backend/store"
)

// sought keeps in memory whom guests may be, as long as nobody in the book changes: after a decision about one guest of five
// thousand nobody has to be looked for again. The register itself, which is large, is made for a list and thrown away.
type sought struct {
	mutex    sync.Mutex
	revision int64
	region   string
	found    map[contact.Guest][]candidate
}

// candidate is somebody whom a guest may be.
type candidate struct {
	person    contact.ID
	certainty match.Certainty
	common    []match.Common
}

// mostSought is how many guests are remembered: a few of the longest lists.
const mostSought = 20_000

// at returns whom each of the guests may be, the likeliest first, as the book was when the transaction began.
func (s *sought) at(ctx context.Context, tx *store.Tx, region string, guests []contact.Guest) ([][]candidate, error) {
	revision, err := tx.Revision(ctx)
	if err != nil {
		return nil, err
	}
	list := make([][]candidate, len(guests))
	missing := s.recall(revision, region, guests, list)
	if len(missing) == 0 {
		return list, nil
	}
	register, people, err := loadRegister(ctx, tx)
	if err != nil {
		return nil, err
	}
	for _, i := range missing {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		for _, m := range register.Find(guestProfile(guests[i], region)) {
			list[i] = append(list[i], candidate{people[m.Who], m.Certainty, m.Common})
		}
	}
	s.keep(revision, region, guests, list, missing)
	return list, nil
}

// recall fills in what is remembered and returns the places of those guests who have to be looked for.
func (s *sought) recall(revision int64, region string, guests []contact.Guest, list [][]candidate) (missing []int) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	current := s.revision == revision && s.region == region
	for i, g := range guests {
		found, known := s.found[asSought(g)]
		if !current || !known {
			missing = append(missing, i)
			continue
		}
		list[i] = found
	}
	return missing
}

func (s *sought) keep(revision int64, region string, guests []contact.Guest, list [][]candidate, looked []int) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.revision > revision {
		return
	}
	if s.revision != revision || s.region != region || len(s.found)+len(looked) > mostSought {
		s.revision, s.region, s.found = revision, region, make(map[contact.Guest][]candidate, len(looked))
	}
	for _, i := range looked {
		s.found[asSought(guests[i])] = list[i]
	}
}

// follow keeps what is remembered through a change that made a revision and touched nobody.
func (s *sought) follow(revision int64) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.revision == revision-1 {
		s.revision = revision
	}
}

// asSought is what of a guest says who they may be.
func asSought(g contact.Guest) contact.Guest {
	return contact.Guest{Name: g.Name, N: g.N, Before: g.Before, Organisation: g.Organisation, Mail: g.Mail, Phone: g.Phone}
}
