package main

import (
	"fmt"
	"math/rand/v2"

	"kaffeerunde/backend/match"
)

// guests matches a guest list with a book: the register is made for the list, so its making counts.
func guests(s setting) error {
	people, list := crowd(s.people(20_000), 1), crowd(s.people(5_000), 2)
	took, err := timed(func() error {
		register := match.NewRegister(len(people))
		for _, p := range people {
			profile := match.Profile{Name: match.NameOf(p.Name), Keys: p.Reach}
			if k, ok := match.Organisation(p.Organisation); ok {
				profile.Keys = append(profile.Keys, k)
			}
			register.Add(profile)
		}
		for _, g := range list {
			register.Find(g)
		}
		return nil
	})
	if err != nil {
		return err
	}
	within(fmt.Sprintf("%d guests against %d people", len(list), len(people)), "s", took.seconds, 1)
	return nil
}

// crowd invents people with names as frequent as names are: few that many have, many that few have.
func crowd(n int, seed uint64) []match.Guest {
	random := rand.New(rand.NewPCG(seed, 1))
	syllables := [16]string{"ber", "hof", "man", "lin", "dor", "ken", "wal", "ter", "sen", "rich", "gar", "mei", "stro", "vel", "zik", "tan"}
	word := func(of float64) string {
		at := int(of * random.Float64() * random.Float64())
		return syllables[at%16] + syllables[at/16%16] + syllables[at/256%16]
	}
	all := make([]match.Guest, n)
	for i := range all {
		all[i] = match.Guest{Name: match.Spelled{Family: word(4096), Given: word(256)}, Organisation: "Werk " + word(2048)}
		if k, ok := match.Email(fmt.Sprintf("%d@mail.example", random.IntN(4*n))); ok {
			all[i].Reach = []match.Key{k}
		}
	}
	return all
}
