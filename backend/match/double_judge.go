package match

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// meetingOf is what two people of a book have in common.
type meetingOf struct {
	a, b   int32
	sure   Sureness
	common []Common
}

// evidence is what two people have in common besides their names. Own is what nobody else has whose name is another.
type evidence struct {
	mail, ownMail         Key
	phone, ownPhone       Key
	tail, ownTail         Key
	born, bornYear        bool
	bornAlone             bool // nobody else of the given name would be born that day by chance
	athome                bool // a number or a mail address is shared by two of one name who may be two
	otherBorn             bool
	address               Key
	organisation          Key
	otherPhone, otherMail bool // each has one, and none in common
}

// judge says how sure it is that two are one, and by what.
func (d *Doubles) judge(a, b int32) meetingOf {
	m := meetingOf{a: a, b: b}
	p, q := &d.people[a], &d.people[b]
	n, o := &d.names[p.name], &d.names[q.name]
	if p.company != q.company || n.generation.contradicts(o.generation) {
		return m
	}
	like := likeness(n, o)
	e := d.evidence(a, b)
	if e.otherBorn && (like < Near || e.mail == 0) {
		return m
	}
	e.bornAlone = e.bornYear && d.common.birthday(n, o)
	why := nameReason(n, o, like)
	cut := like != Equal && e.phone != 0 && truncated(&n.parts, &o.parts)
	switch {
	case e.otherBorn, n.generation != o.generation, !d.sure(a, b, e, like, why, cut):
		m.sure = e.perhaps(like, why, cut)
	default:
		m.sure = Likely
	}
	if m.sure == Apart && like >= Near && d.rare(n, o, e, like, why) {
		m.sure = Perhaps
	}
	if m.sure > Apart {
		m.common = e.reasons(like, why)
	}
	if m.sure == Perhaps && (e.mail != 0 || e.phone != 0) && d.household(a, b) {
		m.common = append(m.common, Common{Household, 0})
	}
	return m
}

// nameReason says in what two names are alike, "" where they are not.
func nameReason(n, o *spelt, like Likeness) Reason {
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
func (d *Doubles) sure(a, b int32, e evidence, like Likeness, why Reason, cut bool) bool {
	if d.household(a, b) {
		return false
	}
	n, o := d.nameOf(a), d.nameOf(b)
	own := 0
	for _, has := range [...]bool{e.ownMail != 0, e.ownPhone != 0, e.bornYear} {
		if has {
			own++
		}
	}
	some := own
	for _, has := range [...]bool{e.mail != 0 && e.ownMail == 0, e.phone != 0 && e.ownPhone == 0} {
		if has && !e.athome {
			some++
		}
	}
	enough := false
	switch {
	case like == Equal && n.complete() && o.complete():
		enough = e.ownMail != 0 || e.ownPhone != 0 || e.ownTail != 0 || some > 1 ||
			e.bornYear && !(e.otherMail && e.otherPhone) && d.common.chance(n, o) < 0.5
	case like == Equal:
		enough = own > 1 || e.ownMail != 0 && e.ownPhone != 0
	case cut && (cutOnCard(&n.parts, &o.parts) || cutOnCard(&o.parts, &n.parts)):
		enough = e.ownPhone != 0
	case like == Near && why == NameSpelling:
		enough = e.ownMail != 0 && !e.otherPhone || e.ownPhone != 0 && !e.otherMail || some > 1
	case like == Near:
		enough = e.ownMail != 0 && e.ownPhone != 0 || own > 1
	}
	if !enough || e.ownMail != 0 && e.ownPhone != 0 || e.bornYear && own > 1 {
		return enough
	}
	// Of one name, and with one number at home?
	return !d.lacks(a, b) || !d.lacks(b, a)
}

// perhaps says whether somebody should look at two whose names are alike so far.
func (e *evidence) perhaps(like Likeness, why Reason, cut bool) Sureness {
	reach := e.mail != 0 || e.phone != 0
	worth := false
	switch {
	case cut:
		worth = true
	case like >= Near:
		worth = reach || e.tail != 0 || e.born || (e.address != 0 || e.organisation != 0) && !e.reachedElsewhere(why)
	case like == Partly:
		worth = reach || e.tail != 0
	case like == Unnamed:
		worth = reach
	case like == Renamed:
		worth = e.ownMail != 0 || e.ownPhone != 0 || e.bornAlone || e.mail != 0 && e.phone != 0 || reach && (e.bornYear || e.address != 0)
	default:
		// Two whole names that are two: of a couple, or of who had the number before.
		worth = e.ownMail != 0 && e.ownPhone != 0 && like == Stranger
	}
	if worth {
		return Perhaps
	}
	return Apart
}

// reachedElsewhere tells whether two of nearly one name, who share a place, are two by what they are reached by. A mother and her
// daughter have one name and a longer one.
func (e *evidence) reachedElsewhere(why Reason) bool {
	return e.otherMail && e.otherPhone || why == NameLonger && (e.otherMail || e.otherPhone)
}

// rare tells whether two of nearly one name, who have nothing else in common, are worth a look: where the name is so rare in this
// book that nobody else would be called so by chance.
func (d *Doubles) rare(n, o *spelt, e evidence, like Likeness, why Reason) bool {
	if !n.complete() || e.otherBorn || why == NameInitial || why == NameLonger {
		return false
	}
	limit := leastRare
	if e.otherMail || e.otherPhone {
		limit = 0.05
	}
	if e.otherMail && e.otherPhone || like == Near {
		limit = 0.02
	}
	return max(n.frequency, o.frequency) < limit*fewest
}

// leastCut is how many letters a name must have left so that one can tell whose it was, and leastOnCard how many a SIM card leaves,
// where many a name is cut off.
const (
	leastCut    = 10
	leastOnCard = 12
)

// truncated tells whether one name is the beginning of the other and ends within a word: after a whole word it is a name of fewer
// words, and those may be two people's.
func truncated(n, m *parts) bool {
	for _, a := range n.orders() {
		for _, b := range m.orders() {
			if cutOff(a, b) || cutOff(b, a) {
				return true
			}
		}
	}
	return false
}

// cutOnCard tells whether a name is the beginning of another as a SIM card leaves it, which has one text and no parts. Who is called
// Phillips, Kim is not Phillips, Kimberly, cut off.
func cutOnCard(short, long *parts) bool {
	a := slices.Concat(short.given, short.family)
	if utf8.RuneCountInString(strings.Join(a, "")) < leastOnCard {
		return false
	}
	return slices.ContainsFunc(long.orders(), func(b []string) bool { return cutOff(a, b) })
}

// orders returns the words of a name, the given names first and the family name first.
func (n *parts) orders() [][]string {
	return [][]string{slices.Concat(n.given, n.family), slices.Concat(n.family, n.given)}
}

func cutOff(short, long []string) bool {
	begun := strings.Join(short, "")
	if utf8.RuneCountInString(begun) < leastCut || !strings.HasPrefix(strings.Join(long, ""), begun) {
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
func (d *Doubles) evidence(a, b int32) evidence {
	p, q := &d.people[a], &d.people[b]
	mine, theirs := d.keysOf(p), d.keysOf(q)
	var e evidence
	var mails, phones [2]bool
	for _, k := range theirs {
		mails[1] = mails[1] || k.kind() == email
		phones[1] = phones[1] || k.kind() == phone
	}
	for _, k := range mine {
		switch k.kind() {
		case email:
			mails[0] = true
			if slices.Contains(theirs, k) {
				e.mail = k
				if d.ownOf(&e, a, b, k) {
					e.ownMail = k
				}
			}
		case phone:
			phones[0] = true
			d.number(&e, a, b, k)
		case address:
			if slices.Contains(theirs, k) {
				e.address = k
			}
		case organisation:
			if slices.Contains(theirs, k) && d.tells(k) {
				e.organisation = k
			}
		}
	}
	e.born = p.born.agrees(q.born)
	e.bornYear = e.born && p.born.year() != 0 && p.born == q.born
	e.otherBorn = p.born.differs(q.born)
	e.otherMail = mails[0] && mails[1] && e.mail == 0
	e.otherPhone = phones[0] && phones[1] && e.phone == 0 && e.tail == 0
	return e
}

// lacks tells whether somebody has a phone number that another has not.
func (d *Doubles) lacks(b, a int32) bool {
	return slices.ContainsFunc(d.keysOf(&d.people[a]), func(k Key) bool { return k.kind() == phone && !d.has(b, k) })
}

func (d *Doubles) number(e *evidence, a, b int32, k Key) {
	for _, other := range d.keysOf(&d.people[b]) {
		if other.kind() != phone {
			continue
		}
		switch same, tail := sameNumber(k, other); {
		case same:
			e.phone = k
			if d.ownOf(e, a, b, k) {
				e.ownPhone = k
			}
		case tail:
			e.tail = k
			if d.ownOf(e, a, b, k) {
				e.ownTail = k
			}
		}
	}
}

// ownOf tells whether a number or a mail address is that of two people alone, and of nobody at home who is called like them.
func (d *Doubles) ownOf(e *evidence, a, b int32, k Key) bool {
	if !d.own(a, b, k) {
		return false
	}
	var namesakes []int32
	for _, h := range d.holders.at(block(k)) {
		if who := whoOf(h); d.has(who, k) {
			namesakes = append(namesakes, who)
		}
	}
	for i, one := range namesakes {
		if slices.ContainsFunc(namesakes[i+1:], func(other int32) bool { return d.household(one, other) }) {
			e.athome = true
			return false
		}
	}
	return true
}

// household tells whether two of one name, who share a number or a mail address, may as well be two, as a father and a son who is called
// like him: one is junior, each has a birthday or a mail address of their own, or they live at one address and something is known of
// one that is not of the other.
func (d *Doubles) household(a, b int32) bool {
	p, q := &d.people[a], &d.people[b]
	n, o := d.nameOf(a), d.nameOf(b)
	switch {
	case p.company || q.company || likeness(n, o) < Near, p.born.year() != 0 && p.born == q.born:
		return false
	case n.generation != o.generation, p.born.differs(q.born):
		return true
	}
	mails, home := [2]bool{}, false
	more := (p.born != 0) != (q.born != 0)
	for side, of := range [...][2]int32{{a, b}, {b, a}} {
		for _, k := range d.keysOf(&d.people[of[0]]) {
			switch k.kind() {
			case email, phone:
				shared := d.has(of[1], k)
				more = more || !shared
				mails[side] = mails[side] || k.kind() == email && !shared
			case address:
				home = home || d.has(of[1], k)
			}
		}
	}
	return mails[0] && mails[1] || home && more
}

// own tells whether nobody whose name is another has a number or a mail address of two people.
func (d *Doubles) own(a, b int32, k Key) bool {
	met := d.holders.at(block(k))
	if len(met) > mostMet {
		return false
	}
	mine := d.nameOf(a)
	for _, e := range met {
		who := whoOf(e)
		if who == a || who == b || !d.has(who, k) {
			continue
		}
		name := d.nameOf(who)
		if like := likeness(name, mine); like < Partly && like != Unnamed || d.people[who].company != d.people[a].company {
			if !truncated(&name.parts, &mine.parts) {
				return false
			}
		}
	}
	return true
}

func (d *Doubles) has(who int32, k Key) bool {
	for _, other := range d.keysOf(&d.people[who]) {
		if other == k {
			return true
		}
		if k.kind() != phone || other.kind() != phone {
			continue
		}
		if same, tail := sameNumber(k, other); same || tail {
			return true
		}
	}
	return false
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
