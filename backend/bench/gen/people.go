package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

type typed struct{ kind, value string }

type card struct {
	uid                        string
	given, middle, family      string
	suffix                     string
	nickname, org, unit, title string
	tels, emails               []typed
	street, city, zip, country string
	note, bday                 string
	cats                       []string
	photo                      []byte
	related                    []typed // the uid of whom, and what they are
	eastern                    bool    // family name first, no space
}

func (c *card) fn() string {
	if c.eastern {
		return c.family + c.given
	}
	return strings.Join(strings.Fields(c.given+" "+c.middle+" "+c.family+" "+c.suffix), " ")
}

func pick[T any](r *rand.Rand, s []T) T     { return s[r.IntN(len(s))] }
func chance(r *rand.Rand, percent int) bool { return r.IntN(100) < percent }

func newCard(r *rand.Rand) card { return newCardFrom(r, anyLocale(r)) }

func anyLocale(r *rand.Rand) *locale {
	w := r.IntN(100)
	l := &locales[0]
	for i := range locales {
		if w -= locales[i].weight; w < 0 {
			l = &locales[i]
			break
		}
	}
	return l
}

func newCardFrom(r *rand.Rand, l *locale) card {
	c := card{given: pick(r, l.given), family: pick(r, l.family), eastern: l.eastern}
	c.uid = fmt.Sprintf("%08x-%04x-4%03x-a%03x-%012x", r.Uint32(), r.Uint32()&0xffff, r.Uint32()&0xfff, r.Uint32()&0xfff, r.Uint64()&0xffffffffffff)
	if !l.eastern {
		if chance(r, 12) {
			c.middle = pick(r, l.given)
		}
		if chance(r, 6) {
			c.family += "-" + pick(r, l.family)
		}
	}
	if chance(r, 8) {
		c.nickname = c.given[:len(firstRunes(c.given, 2))] + "i"
	}
	for k := range 1 + r.IntN(3) {
		kind := pick(r, telKinds)
		if k == 0 {
			kind = "CELL"
		}
		c.tels = append(c.tels, typed{kind, phone(r, l.cc)})
	}
	g, f := strings.ToLower(c.given), strings.ToLower(c.family)
	if l.ascii[0] != nil {
		g, f = pick(r, l.ascii[0]), pick(r, l.ascii[1])
	}
	g, f = fold.Replace(g), fold.Replace(f)
	for k := range r.IntN(3) {
		a := fmt.Sprintf("%s.%s%d@%s", g, f, r.IntN(1000), pick(r, domains))
		c.emails = append(c.emails, typed{[...]string{"HOME", "WORK"}[k], a})
	}
	if chance(r, 40) {
		c.org = pick(r, l.orgs)
		if chance(r, 30) {
			c.unit = "Team " + string(rune('A'+r.IntN(26)))
		}
		if chance(r, 60) {
			c.title = pick(r, titles)
		}
	}
	if chance(r, 45) {
		c.street = fmt.Sprintf("%s %d", pick(r, l.streets), 1+r.IntN(200))
		c.city, c.zip, c.country = pick(r, l.cities), fmt.Sprintf("%05d", r.IntN(100000)), l.country
	}
	if chance(r, 25) {
		c.note = pick(r, l.notes)
	}
	if chance(r, 35) {
		c.bday = fmt.Sprintf("%04d-%02d-%02d", 1930+r.IntN(80), 1+r.IntN(12), 1+r.IntN(28))
	}
	if chance(r, 30) {
		for range 1 + r.IntN(3) {
			c.cats = append(c.cats, pick(r, categories))
		}
	}
	return c
}

// phone formats a number the way people save them: international, spaced, or bare.
func phone(r *rand.Rand, cc string) string {
	d := fmt.Sprintf("%03d%07d", 100+r.IntN(900), r.IntN(10_000_000))
	switch r.IntN(4) {
	case 0:
		return cc + d
	case 1:
		return cc + " " + d[:3] + " " + d[3:6] + " " + d[6:]
	case 2:
		return cc + " (" + d[:3] + ") " + d[3:6] + "-" + d[6:]
	}
	return cc + "-" + d[:3] + "-" + d[3:]
}

// alter makes a second record of the same person, as two phones or a typing error would.
func alter(r *rand.Rand, c card) card {
	c.uid = fmt.Sprintf("dup-%016x", r.Uint64())
	c.tels = append([]typed(nil), c.tels...)
	c.emails = append([]typed(nil), c.emails...)
	c.photo = nil
	switch r.IntN(7) {
	case 0: // the number in another spelling
		c.tels[0].value = strings.NewReplacer(" ", "", "-", "", "(", "", ")", "").Replace(c.tels[0].value)
	case 1: // a typing error in the family name, another number, the e-mail stays
		c.family = typo(r, c.family)
		if len(c.emails) > 0 {
			c.tels = c.tels[:1]
			c.tels[0].value = phone(r, "+49")
		}
	case 2: // ASCII spelling
		c.given, c.family = foldCase(c.given), foldCase(c.family)
	case 3: // initials only
		if !c.eastern {
			c.given = firstRunes(c.given, 1) + "."
		}
	case 4: // names swapped
		c.given, c.family = c.family, c.given
	case 5: // a card with less on it
		c.org, c.unit, c.title, c.note, c.street, c.bday, c.middle = "", "", "", "", "", "", ""
		c.tels = c.tels[:1]
	case 6: // an old number and no e-mail: only the name and the birthday or the street are left
		if c.bday != "" || c.street != "" {
			c.tels = []typed{{"CELL", phone(r, "+49")}}
			c.emails = nil
		}
	}
	return c
}

// relative makes another member of the household: family name, landline and street in common.
func relative(r *rand.Rand, c card) card {
	c.uid = fmt.Sprintf("kin-%016x", r.Uint64())
	c.given, c.middle, c.nickname, c.bday, c.emails, c.title, c.note = "Kim", "", "", "", nil, "", ""
	if c.eastern {
		c.given = "子轩"
	}
	c.tels = []typed{{"CELL", phone(r, "+49")}, c.tels[len(c.tels)-1]}
	return c
}

func foldCase(s string) string {
	return strings.NewReplacer("Ö", "Oe", "Ä", "Ae", "Ü", "Ue", "É", "E", "Ł", "L", "Ś", "S", "Ż", "Z", "Ç", "C").Replace(fold.Replace(s))
}

func typo(r *rand.Rand, s string) string {
	u := []rune(s)
	if len(u) < 3 {
		return s
	}
	i := 1 + r.IntN(len(u)-2)
	u[i], u[i+1] = u[i+1], u[i]
	return string(u)
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
