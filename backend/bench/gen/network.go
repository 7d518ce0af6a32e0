package main

import (
	"fmt"
	"math/rand/v2"

	"kaffeerunde/backend/bench/town"
)

var (
	trades  = words("Logistik Software Verlag Bau Optik Consulting Möbel Druck Pharma Energie Metall Medien Textil Reisen")
	circles = words("Chor Ruderverein Lesekreis Studium Kita Kirchengemeinde Volleyball Bergfreunde Nachbarschaft Orchester Gartenverein Improtheater Alpenverein Tanzkurs Stammtisch")
	events  = words("Barcamp Kongress Messe Sommerfest Hochzeit Hackathon Buchmesse Workshop Netzwerkabend Jubiläum")
)

// townCards makes the cards of n people who know each other as those of a town do. A household shares its family name, its
// address and one number; a company its name; circles and events are tags.
func townCards(r *rand.Rand, n int) []card {
	t := town.New(n, r)
	from := make([]*locale, n)
	for i := range from {
		from[i] = anyLocale(r)
	}
	for _, household := range t.Households {
		for _, i := range household[1:] {
			from[i] = from[household[0]]
		}
	}
	cards := make([]card, n)
	for i := range cards {
		cards[i] = newCardFrom(r, from[i])
		cards[i].org, cards[i].unit, cards[i].title, cards[i].cats = "", "", "", nil
	}
	for _, household := range t.Households {
		head := &cards[household[0]]
		if head.street == "" {
			l := from[household[0]]
			head.street, head.city = fmt.Sprintf("%s %d", pick(r, l.streets), 1+r.IntN(200)), pick(r, l.cities)
			head.zip, head.country = fmt.Sprintf("%05d", r.IntN(100000)), l.country
		}
		landline := typed{"HOME", phone(r, from[household[0]].cc)}
		head.tels = append(head.tels, landline)
		for _, i := range household[1:] {
			c := &cards[i]
			c.family, c.street, c.city, c.zip, c.country = head.family, head.street, head.city, head.zip, head.country
			c.tels = append(c.tels[:1], landline)
		}
	}
	for _, company := range t.Companies {
		name := pick(r, locales[0].family) + " " + pick(r, trades)
		for _, i := range company {
			cards[i].org, cards[i].title = name, pick(r, titles)
		}
	}
	for _, circle := range t.Circles {
		tag(cards, circle, pick(r, circles)+" "+pick(r, locales[0].cities))
	}
	for _, event := range t.Events {
		tag(cards, event, fmt.Sprintf("%s %d", pick(r, events), 2005+r.IntN(20)))
	}
	for _, tie := range t.Ties {
		cards[tie.A].related = append(cards[tie.A].related, typed{tie.Kind, cards[tie.B].uid})
	}
	return cards
}

func tag(cards []card, people []int, name string) {
	for _, i := range people {
		cards[i].cats = append(cards[i].cats, name)
	}
}
