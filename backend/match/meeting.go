package match

import "slices"

// Reason is a code for what two cards have in common: "reason.<Reason>" in the catalogue, with {value}.
type Reason string

// The reasons, the surest first.
const (
	SameEmail           Reason = "same-email"
	SamePhone           Reason = "same-phone"
	NameAndBirthday     Reason = "name-and-birthday"
	NameAndAddress      Reason = "name-and-address"
	NameAndOrganisation Reason = "name-and-organisation"
	SamePhoneTail       Reason = "same-phone-tail"       // the same number but for the country, and the name
	SameEmailOtherName  Reason = "same-email-other-name" // a family's, or an office's
	SamePhoneOtherName  Reason = "same-phone-other-name"

	// Of a guest, who may have nothing but a name in common with somebody.
	SameName         Reason = "same-name"
	NameSpelling     Reason = "name-spelling" // another spelling, or a slip of the finger
	NameInitial      Reason = "name-initial"
	NameShort        Reason = "name-short"  // Hans for Johannes
	NameLonger       Reason = "name-longer" // a further given name, or half of a double name
	NameBefore       Reason = "name-before" // the name before a wedding
	NamePart         Reason = "name-part"
	SameOrganisation Reason = "same-organisation"

	// Of two in a book.
	SameBirthday Reason = "same-birthday"
	SameAddress  Reason = "same-address"
	GivenName    Reason = "given-name" // and another family name
	Household    Reason = "household"  // speaks against: a number or mail address that two of one name may share at home
)

// Reasons returns all reasons, so that a test can hold the catalogue complete.
func Reasons() []Reason {
	return []Reason{
		SameEmail, SamePhone, NameAndBirthday, NameAndAddress, NameAndOrganisation, SamePhoneTail, SameEmailOtherName, SamePhoneOtherName,
		SameName, NameSpelling, NameInitial, NameShort, NameLonger, NameBefore, NamePart, SameOrganisation,
		SameBirthday, SameAddress, GivenName, Household,
	}
}

// Sureness is how sure it is that two cards are one person.
type Sureness uint8

// The degrees of sureness.
const (
	// Apart: they share something that people share, as a family does its phone. They are two.
	Apart Sureness = iota
	// Perhaps: somebody has to look.
	Perhaps
	// Likely: nothing speaks against it.
	Likely
)

// Meeting is whom a newcomer meets, by their number in the circle.
type Meeting struct {
	Who    int
	Sure   Sureness
	Common []Common
}

// Common is one thing that two cards have in common: the reason, and the newcomer's key where the reason is one of their
// own; 0 for a birthday.
type Common struct {
	Reason Reason
	Key    Key
}

// candidate is somebody with whom a newcomer has something in common.
type candidate struct {
	who    int32
	shared int // by how many people, where a number or mail address is shared by a crowd
	common []Common
}

const (
	// crowd is how many people make a number or a mail address one that says nothing of whose it is.
	crowd = 3
	// large is how many people make an organisation one at which two may well have the same name.
	large = 12
)

// Find returns whom a newcomer resembles most, the one added first where several do equally; ok is false when there is nobody.
func (c *Circle) Find(p Profile) (m Meeting, ok bool) {
	c.gather(p)
	best := -1
	for i := range c.met {
		at := c.judge(p, &c.met[i])
		if len(at.Common) == 0 {
			continue
		}
		value := worth(at)
		if value > best || value == best && at.Who < m.Who {
			best, m, ok = value, at, true
		}
	}
	return m, ok
}

// gather collects who has something in common with the newcomer.
func (c *Circle) gather(p Profile) {
	c.met = c.met[:0]
	for _, k := range p.Keys {
		switch k.kind() {
		case email:
			c.reach(k, SameEmail)
		case phone:
			c.call(k)
		case organisation:
			c.visit(k, k, p.Name, NameAndOrganisation)
		case address:
			c.visit(k, k, p.Name, NameAndAddress)
		}
	}
	if p.Born != 0 {
		c.visit(p.Born.key(), 0, p.Name, NameAndBirthday)
	}
}

func (c *Circle) reach(k Key, why Reason) {
	rest, n := restOf(k), 0
	c.table.each(k, func(r uint32, who int32) {
		if r == rest {
			n++
			c.meet(who, Common{why, k})
		}
	})
	c.share(Common{why, k}, n)
}

func (c *Circle) call(k Key) {
	at, n := numberBlock(k), 0
	c.table.each(at, func(rest uint32, who int32) {
		switch same, tail := sameNumber(k, number(at, rest)); {
		case same:
			n++
			c.meet(who, Common{SamePhone, k})
		case tail:
			c.meet(who, Common{SamePhoneTail, k})
		}
	})
	c.share(Common{SamePhone, k}, n)
}

func (c *Circle) visit(place, k Key, n Name, why Reason) {
	for at := range place.probes(n) {
		rest := restOf(at)
		c.table.each(at, func(r uint32, who int32) {
			if r == rest {
				c.meet(who, Common{why, k})
			}
		})
	}
}

func (c *Circle) meet(who int32, common Common) {
	for i := range c.met {
		if c.met[i].who == who {
			if !slices.Contains(c.met[i].common, common) {
				c.met[i].common = append(c.met[i].common, common)
			}
			return
		}
	}
	// What lies beyond the end is of an earlier search, and its memory is used again.
	if n := len(c.met); n < cap(c.met) {
		c.met = c.met[:n+1]
		c.met[n] = candidate{who: who, common: append(c.met[n].common[:0], common)}
		return
	}
	c.met = append(c.met, candidate{who: who, common: []Common{common}})
}

// share notes that n people share a number or a mail address.
func (c *Circle) share(common Common, n int) {
	if n < crowd {
		return
	}
	for i := range c.met {
		if slices.Contains(c.met[i].common, common) {
			c.met[i].shared = n
		}
	}
}

// judge says how sure it is that a candidate is the newcomer, and leaves of what they have in common that which says so.
func (c *Circle) judge(p Profile, met *candidate) Meeting {
	m := Meeting{Who: int(met.who)}
	other := c.people[met.who]
	if !slices.ContainsFunc(met.common, func(common Common) bool { return !c.speaksAgainst(p, other, met, common) }) {
		return m
	}
	like, shared := c.Like(p, met.who), met.shared
	if p.Company != (other.traits&isCompany != 0) {
		like, shared = Stranger, crowd // who works there shares its number
	}
	for _, common := range met.common {
		sure, reason, ok := weigh(common.Reason, like, shared)
		if ok && !c.speaksAgainst(p, other, met, common) {
			m.Sure = max(m.Sure, sure)
			m.Common = append(m.Common, Common{reason, common.Key})
		}
	}
	slices.SortStableFunc(m.Common, func(a, b Common) int { return rank(a.Reason) - rank(b.Reason) })
	return m
}

// weigh says what something in common is worth between two of such names. Where the names are two, a phone is said to be
// shared.
func weigh(why Reason, like Likeness, shared int) (sure Sureness, reason Reason, ok bool) {
	switch why {
	case SamePhoneTail:
		return Likely, why, like >= Partly
	case SameEmail, SamePhone:
	default:
		return Likely, why, like >= Near
	}
	otherName := SameEmailOtherName
	if why == SamePhone {
		otherName = SamePhoneOtherName
	}
	switch {
	case like > Renamed:
		return Likely, why, true
	case like == Stranger && shared >= crowd, like == Kin && why == SamePhone:
		return Apart, otherName, true
	}
	return Perhaps, otherName, true
}

// speaksAgainst tells whether something else says that two of one name are two: another birthday, or, at a large
// organisation, nothing by which one reaches both.
func (c *Circle) speaksAgainst(p Profile, other acquaintance, met *candidate, common Common) bool {
	switch common.Reason {
	case NameAndOrganisation, NameAndAddress:
		if p.Born.differs(other.born) {
			return true
		}
	case NameAndBirthday:
		return !p.Born.agrees(other.born)
	default:
		return false
	}
	if common.Reason != NameAndOrganisation || c.staff[common.Key] < large {
		return false
	}
	mine := traitsOf(p)
	both := mine & other.traits
	return both&hasPhone != 0 && !has(met, SamePhone, SamePhoneTail) || both&hasEmail != 0 && !has(met, SameEmail)
}

func has(met *candidate, reasons ...Reason) bool {
	return slices.ContainsFunc(met.common, func(c Common) bool { return slices.Contains(reasons, c.Reason) })
}

// worth orders meetings: how sure, by what, by how much.
func worth(m Meeting) int {
	return int(m.Sure)*1000 + (len(order)-rank(m.Common[0].Reason))*20 + min(len(m.Common), 19)
}

var order = Reasons()

func rank(r Reason) int { return slices.Index(order, r) }
