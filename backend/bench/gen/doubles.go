package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// double makes a second card of a person in one of the ways in which books of people have them.
func double(r *rand.Rand, c card) card {
	c.uid = fmt.Sprintf("dup-%016x", r.Uint64())
	c.tels, c.emails, c.photo = append([]typed(nil), c.tels...), append([]typed(nil), c.emails...), nil
	switch r.IntN(8) {
	case 0, 1: // a SIM card: the name cut off, one number, nothing else
		name := c.fn()
		c = card{uid: c.uid, given: firstRunes(name+" ", 14), tels: []typed{{"CELL", bare(c.tels[0].value)}}}
		c.given = strings.TrimSpace(c.given)
	case 2: // another name since a wedding; the number or the mail stays
		c.family = pick(r, locales[0].family)
		if len(c.emails) > 0 && chance(r, 50) {
			c.tels = []typed{{"CELL", phone(r, "+49")}}
		}
	case 3: // a slip of the finger, and a card with less on it
		c.family = typo(r, c.family)
		c.org, c.unit, c.title, c.note, c.street = "", "", "", "", ""
		c.tels = c.tels[:1]
	case 4: // the parts of the name in each other's place
		c.given, c.family = c.family, c.given
	case 5: // another spelling of the name and of the number
		c.given, c.family = foldCase(c.given), foldCase(c.family)
		c.tels[0].value = bare(c.tels[0].value)
	case 6: // from another program: the mail alone, or else the birthday
		c.org, c.note, c.street, c.cats = "", "", "", nil
		if len(c.emails) > 0 || c.bday != "" {
			c.tels = nil
		}
	case 7: // the initial alone
		if !c.eastern {
			c.given, c.middle = firstRunes(c.given, 1)+".", ""
		}
	}
	return c
}

func bare(number string) string {
	return strings.NewReplacer(" ", "", "-", "", "(", "", ")", "").Replace(number)
}

// namesake makes somebody else of the same name.
func namesake(r *rand.Rand, c card) card {
	other := newCard(r)
	other.given, other.middle, other.family, other.eastern, other.nickname = c.given, c.middle, c.family, c.eastern, ""
	return other
}

// housemate makes somebody of the same family and of another given name, with its number and perhaps its mail address.
func housemate(r *rand.Rand, c card) card {
	other := newCard(r)
	other.family, other.eastern = c.family, c.eastern
	for other.given == c.given { // parents who call a child like themselves have two numbers
		other.given = pick(r, locales[0].given)
	}
	other.tels = append(other.tels[:1:1], c.tels[len(c.tels)-1])
	other.street, other.city, other.zip, other.country = c.street, c.city, c.zip, c.country
	if len(c.emails) > 0 && chance(r, 20) {
		other.emails = append(other.emails, c.emails[0])
	}
	return other
}

// colleague makes somebody behind the same switchboard.
func colleague(r *rand.Rand, number string) card {
	other := newCard(r)
	other.tels = append(other.tels, typed{"WORK", number})
	return other
}

// bookOfDoubles makes n cards, of which doubled are second cards of somebody, with as many that only look like that: families with
// one phone, people of one name, switchboards. original is of which card each is another, -1 for none.
func bookOfDoubles(r *rand.Rand, n, doubled int) (cards []card, original []int) {
	switchboards := []string{phone(r, "+49"), phone(r, "+49"), phone(r, "+1")}
	originals := n - doubled
	for len(cards) < originals {
		c := newCard(r)
		if len(cards) > 10 {
			switch k := r.IntN(len(cards)); {
			case chance(r, 8):
				c = housemate(r, cards[k])
			case chance(r, 5):
				c = namesake(r, cards[k])
			case chance(r, 3):
				c = colleague(r, pick(r, switchboards))
			}
		}
		cards, original = append(cards, c), append(original, -1)
	}
	for range doubled {
		k := r.IntN(originals)
		cards, original = append(cards, double(r, cards[k])), append(original, k)
	}
	return cards, original
}
