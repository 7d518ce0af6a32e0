package main

import (
	"fmt"
	"math/rand/v2"

	"kaffeerunde/backend/match"
)

// guests matches a guest list with people in memory, and then with all that a book says of them.
func guests(s setting) error {
	if err := matching(s); err != nil {
		return err
	}
	return coffees(s)
}

// matching matches a guest list with a crowd: the register is made for the list, so its making counts.
func matching(s setting) error {
	people, list := crowd(s.people(20_000), 1), crowd(s.people(5_000), 2)
	took, err := timed(func() error {
		register := match.NewRegister(len(people))
		for _, p := range people {
			guest := p.guest()
			profile := match.Profile{Name: match.NameOf(guest.Name), Keys: guest.Reach}
			if k, ok := match.Organisation(p.organisation); ok {
				profile.Keys = append(profile.Keys, k)
			}
			register.Add(profile)
		}
		for _, g := range list {
			register.Find(g.guest())
		}
		return nil
	})
	if err != nil {
		return err
	}
	within(fmt.Sprintf("%d guests against %d people", len(list), len(people)), "s", took.seconds, 1)
	return nil
}

// invented is somebody who does not exist.
type invented struct{ family, given, organisation, mail string }

func (i invented) guest() match.Guest {
	g := match.Guest{Name: match.Spelled{Family: i.family, Given: i.given}, Organisation: i.organisation}
	if k, ok := match.Email(i.mail); ok {
		g.Reach = []match.Key{k}
	}
	return g
}

// crowd invents people with names as frequent as names are: few that many have, many that few have.
func crowd(n int, seed uint64) []invented {
	random := rand.New(rand.NewPCG(seed, 1))
	syllables := [16]string{"ber", "hof", "man", "lin", "dor", "ken", "wal", "ter", "sen", "rich", "gar", "mei", "stro", "vel", "zik", "tan"}
	word := func(of float64) string {
		at := int(of * random.Float64() * random.Float64())
		return syllables[at%16] + syllables[at/16%16] + syllables[at/256%16]
	}
	all := make([]invented, n)
	for i := range all {
		all[i] = invented{family: word(4096), given: word(256), organisation: "Werk " + word(2048), mail: fmt.Sprintf("%d@mail.example", random.IntN(4*n))}
	}
	return all
}
