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
	for other.given == c.given {
		other.given = pick(r, locales[0].given)
	}
	other.tels = append(other.tels[:1:1], c.tels[len(c.tels)-1])
	other.street, other.city, other.zip, other.country = c.street, c.city, c.zip, c.country
	if len(c.emails) > 0 && chance(r, 20) {
		other.emails = append(other.emails, c.emails[0])
	}
	return other
}

// junior makes a child who is called like a parent and lives there, with the number of the house and perhaps one of their own, and
// perhaps with the parent's mail address. Some write "jun." behind the name. Whoever has nothing of their own has a birthday: two cards
// that say the same nobody could tell apart.
func junior(r *rand.Rand, parent *card) card {
	if parent.street == "" {
		l := &locales[0]
		parent.street, parent.city = fmt.Sprintf("%s %d", pick(r, l.streets), 1+r.IntN(200)), pick(r, l.cities)
		parent.zip, parent.country = fmt.Sprintf("%05d", r.IntN(100000)), l.country
	}
	child := housemate(r, *parent)
	child.given, child.middle, child.eastern, child.nickname = parent.given, parent.middle, parent.eastern, ""
	if chance(r, 30) && !child.eastern {
		child.suffix = pick(r, []string{"jun.", "Jr.", "junior"})
	}
	if chance(r, 50) {
		child.tels = child.tels[1:]
	}
	if len(child.tels)+len(child.emails) == 1 && child.bday == "" {
		child.bday = fmt.Sprintf("%04d-%02d-%02d", 1990+r.IntN(25), 1+r.IntN(12), 1+r.IntN(28))
	}
	return child
}

// colleague makes somebody behind the same switchboard.
func colleague(r *rand.Rand, number string) card {
	other := newCard(r)
	other.tels = append(other.tels, typed{"WORK", number})
	return other
}

// bookOfDoubles makes n cards, of which doubled are second cards of somebody, with as many that only look like that: families with
// one phone, children called like a parent, people of one name, switchboards. original is of which card each is another, -1 for none.
func bookOfDoubles(r *rand.Rand, n, doubled int) (cards []card, original []int) {
	switchboards := []string{phone(r, "+49"), phone(r, "+49"), phone(r, "+1")}
	originals := n - doubled
	for len(cards) < originals {
		c := newCard(r)
		if len(cards) > 10 {
			switch k := r.IntN(len(cards)); {
			case chance(r, 8):
				c = housemate(r, cards[k])
			case chance(r, 2):
				c = junior(r, &cards[k])
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
