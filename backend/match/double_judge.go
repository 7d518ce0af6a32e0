package match

import (
	"slices"
	"strings"
)

// meetingOf is what two people of a book have in common.
type meetingOf struct {
	a, b   int
	sure   Sureness
	common []Common
}

// evidence is what two people have in common besides their names. Own is what nobody else has whose name is another.
type evidence struct {
	mail, ownMail         Key
	phone, ownPhone       Key
	tail, ownTail         Key
	born, bornYear        bool
	otherBorn             bool
	address               Key
	organisation          Key
	otherPhone, otherMail bool // each has one, and none in common
	twoPhones             bool // each has one that the other has not
}

// judge says how sure it is that two are one, and by what.
func (g *gathering) judge(a, b int) meetingOf {
	m := meetingOf{a: a, b: b}
	p, q := &g.people[a], &g.people[b]
	n, o := &g.names[a], &g.names[b]
	if p.Company != q.Company || n.generation.contradicts(o.generation) {
		return m
	}
	like := likeness(n, o)
	e := g.evidence(a, b)
	if e.otherBorn && (like < Near || e.mail == 0) {
		return m
	}
	why := g.nameReason(n, o, like)
	cut := like != Equal && e.ownPhone != 0 && truncated(&n.parts, &o.parts)
	switch {
	case e.otherBorn, n.generation != o.generation:
		m.sure = e.perhaps(like, cut)
	case g.sure(n, o, e, like, why, cut):
		m.sure = Likely
	default:
		m.sure = e.perhaps(like, cut)
	}
	if m.sure == Apart && like >= Near && g.rare(n, o, e, like, why) {
		m.sure = Perhaps
	}
	if m.sure > Apart {
		m.common = e.reasons(like, why)
	}
	return m
}

func likeness(n, o *spelt) Likeness {
	if len(n.family)+len(n.given) == 0 || len(o.family)+len(o.given) == 0 {
		return Unnamed
	}
	like := n.parts.like(o.parts)
	if like == Near && otherInitials(n.parts, o.parts) {
		return Kin
	}
	return like
}

// nameReason says in what two names are alike, "" where they are not.
func (g *gathering) nameReason(n, o *spelt, like Likeness) Reason {
	switch like {
	case Equal:
		return SameName
	case Near:
		if d := n.difference(o.parts); d != NameSpelling {
			return d
		}
		return NameSpelling
	case Partly:
		return NamePart
	case Renamed:
		return GivenName
	}
	return ""
}

// sure tells whether nothing else can be thought of than that two are one. An initial, a short form and half a name are never
// enough by one thing alone: a father and his son share those, and a number.
func (g *gathering) sure(n, o *spelt, e evidence, like Likeness, why Reason, cut bool) bool {
	own := 0
	for _, has := range [...]bool{e.ownMail != 0, e.ownPhone != 0, e.bornYear} {
		if has {
			own++
		}
	}
	some := own
	for _, has := range [...]bool{e.mail != 0 && e.ownMail == 0, e.phone != 0 && e.ownPhone == 0} {
		if has {
			some++
		}
	}
	if e.twoPhones && !(e.ownMail != 0 && e.ownPhone != 0 || e.bornYear && own > 1) {
		return false // of one name, and with one number at home
	}
	whole := len(n.family) > 0 && len(n.given) > 0 && len(o.family) > 0 && len(o.given) > 0
	switch {
	case like == Equal && whole:
		return e.ownMail != 0 || e.ownPhone != 0 || e.ownTail != 0 || some > 1 || e.bornYear && !(e.otherMail && e.otherPhone) && g.chance(n, o) < 0.5
	case like == Equal:
		return own > 1 || e.ownMail != 0 && e.ownPhone != 0
	case cut:
		return true
	case like == Near && why == NameSpelling:
		return e.ownMail != 0 && !e.otherPhone || e.ownPhone != 0 && !e.otherMail || some > 1
	case like == Near:
		return e.ownMail != 0 && e.ownPhone != 0 || own > 1
	}
	return false
}

// perhaps says whether somebody should look at two whose names are alike so far.
func (e *evidence) perhaps(like Likeness, cut bool) Sureness {
	reach := e.mail != 0 || e.phone != 0
	worth := false
	switch {
	case cut:
		worth = true
	case like >= Near:
		worth = reach || e.tail != 0 || e.address != 0 || e.born || e.organisation != 0 && !(e.otherMail && e.otherPhone)
	case like == Partly:
		worth = reach || e.tail != 0
	case like == Unnamed:
		worth = reach
	case like == Renamed:
		worth = e.ownMail != 0 || e.ownPhone != 0 || e.bornYear || e.mail != 0 && e.phone != 0
	default:
		// Two whole names that are two: of a couple, or of who had the number before.
		worth = e.ownMail != 0 && e.ownPhone != 0 && like == Stranger
	}
	if worth {
		return Perhaps
	}
	return Apart
}

// rare tells whether two of nearly one name, who have nothing else in common, are worth a look: where the name is so rare in this
// book that nobody else would be called so by chance.
func (g *gathering) rare(n, o *spelt, e evidence, like Likeness, why Reason) bool {
	if len(n.family) == 0 || len(n.given) == 0 || e.otherBorn || why == NameInitial || why == NameLonger {
		return false
	}
	limit := 0.25
	if e.otherMail || e.otherPhone {
		limit = 0.05
	}
	if e.otherMail && e.otherPhone || like == Near {
		limit = 0.02
	}
	return g.chance(n, o) < limit
}

// fewest is how many people a book counts for, so that a name is not taken for common in a book of ten.
const fewest = 500

// chance is how many others would have one of these names by chance, going by how common its parts are in the book.
func (g *gathering) chance(n, o *spelt) float64 {
	common := func(n *spelt) float64 {
		family, given := int32(0), int32(0)
		for _, word := range n.family {
			family = max(family, g.family[word])
		}
		for _, word := range n.given {
			given = max(given, g.given[word])
		}
		return float64(max(family-1, 1)) * float64(max(given-1, 1))
	}
	return max(common(n), common(o)) / float64(max(len(g.people), fewest))
}

// leastCut is how many letters a name must have left so that one can tell whose it was. Many a SIM card cuts names off.
const leastCut = 10

// truncated tells whether one name is the beginning of the other and ends within a word: after a whole word it is a name of fewer
// words, and those may be two people's.
func truncated(n, m *parts) bool {
	for _, a := range [...][]string{slices.Concat(n.given, n.family), slices.Concat(n.family, n.given)} {
		for _, b := range [...][]string{slices.Concat(m.given, m.family), slices.Concat(m.family, m.given)} {
			if cutOff(a, b) || cutOff(b, a) {
				return true
			}
		}
	}
	return false
}

func cutOff(short, long []string) bool {
	begun := strings.Join(short, "")
	if len(begun) < leastCut || !strings.HasPrefix(strings.Join(long, ""), begun) {
		return false
	}
	end := 0
	for _, word := range long {
		if end += len(word); end == len(begun) {
			return false
		}
	}
	return true
}

// evidence collects what two people have in common.
func (g *gathering) evidence(a, b int) evidence {
	p, q := &g.people[a], &g.people[b]
	var e evidence
	var mails, phones [2]bool
	for side, of := range [...]*Profile{p, q} {
		for _, k := range of.Keys {
			mails[side] = mails[side] || k.kind() == email
			phones[side] = phones[side] || k.kind() == phone
		}
	}
	for _, k := range p.Keys {
		switch k.kind() {
		case email:
			if slices.Contains(q.Keys, k) {
				e.mail = k
				if g.own(a, b, k) {
					e.ownMail = k
				}
			}
		case phone:
			g.number(&e, a, b, k)
		case address:
			if slices.Contains(q.Keys, k) {
				e.address = k
			}
		case organisation:
			if slices.Contains(q.Keys, k) && g.staff[k] < large {
				e.organisation = k
			}
		}
	}
	e.born = p.Born.agrees(q.Born)
	e.bornYear = e.born && p.Born.year() != 0 && p.Born == q.Born
	e.otherBorn = p.Born.differs(q.Born)
	e.otherMail = mails[0] && mails[1] && e.mail == 0
	e.otherPhone = phones[0] && phones[1] && e.phone == 0 && e.tail == 0
	e.twoPhones = g.lacks(a, b) && g.lacks(b, a)
	return e
}

// lacks tells whether somebody has a phone number that another has not.
func (g *gathering) lacks(b, a int) bool {
	return slices.ContainsFunc(g.people[a].Keys, func(k Key) bool { return k.kind() == phone && !g.has(b, k) })
}

func (g *gathering) number(e *evidence, a, b int, k Key) {
	for _, other := range g.people[b].Keys {
		if other.kind() != phone {
			continue
		}
		switch same, tail := sameNumber(k, other); {
		case same:
			e.phone = k
			if g.own(a, b, k) {
				e.ownPhone = k
			}
		case tail:
			e.tail = k
			if g.own(a, b, k) {
				e.ownTail = k
			}
		}
	}
}

// own tells whether nobody whose name is another has a number or a mail address of two people.
func (g *gathering) own(a, b int, k Key) bool {
	met := g.blocks.at(block(k))
	if len(met) > mostMet {
		return false
	}
	for _, e := range met {
		who := whoOf(e)
		if who == a || who == b || !g.has(who, k) {
			continue
		}
		if like := likeness(&g.names[who], &g.names[a]); like < Partly && like != Unnamed || g.people[who].Company != g.people[a].Company {
			if !truncated(&g.names[who].parts, &g.names[a].parts) {
				return false
			}
		}
	}
	return true
}

func (g *gathering) has(who int, k Key) bool {
	return slices.ContainsFunc(g.people[who].Keys, func(other Key) bool {
		if other == k {
			return true
		}
		if k.kind() != phone || other.kind() != phone {
			return false
		}
		same, tail := sameNumber(k, other)
		return same || tail
	})
}

// reasons says what two people have in common, the surest first.
func (e *evidence) reasons(like Likeness, why Reason) []Common {
	var list []Common
	alike := like > Renamed
	add := func(has bool, why Reason, k Key) {
		if has {
			list = append(list, Common{why, k})
		}
	}
	add(e.mail != 0 && alike, SameEmail, e.mail)
	add(e.phone != 0 && alike, SamePhone, e.phone)
	add(e.mail != 0 && !alike, SameEmailOtherName, e.mail)
	add(e.phone != 0 && !alike, SamePhoneOtherName, e.phone)
	add(e.born, SameBirthday, 0)
	add(e.address != 0, SameAddress, e.address)
	add(e.organisation != 0, SameOrganisation, e.organisation)
	add(e.tail != 0 && e.phone == 0, SamePhoneTail, e.tail)
	add(why != "", why, 0)
	return list
}
