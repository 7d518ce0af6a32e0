package match

import (
	"cmp"
	"slices"
	"strings"
)

// Guest is what a guest list says of somebody. What it does not say is left empty.
type Guest struct {
	Name   Spelled
	Suffix string // what stands behind the name: jun., sen.
	// Before is what the family was called before a wedding.
	Before       string
	Organisation string
	// Reach are the keys of mail addresses and phone numbers.
	Reach []Key
}

// Certainty is how certain it is that a guest is somebody in the book.
type Certainty string

// The certainties. There is no third: what is neither is nobody in the book.
const (
	Sure Certainty = "sure"
	Ask  Certainty = "ask"
)

// Match is whom in the register a guest may be, by their number, and why.
type Match struct {
	Who       int
	Certainty Certainty
	Common    []Common
	like      Likeness
}

// mostMatches bounds between how many people somebody has to choose.
const mostMatches = 5

// Find returns whom a guest may be, the likeliest first; nil for nobody. At most one is sure: who has the same mail address or phone
// number, or the same name at the same organisation, and nobody else in the book can be meant as well.
func (r *Register) Find(g Guest) []Match {
	names := r.namesOf(g)
	orgs := Organisations(g.Organisation)
	names[0].organisations = orgs
	var found []Match
	r.meet(g, names, func(who int32, reached []Common, shared int) {
		if m, ok := r.weigh(names, orgs, who, reached, shared); ok {
			found = append(found, m)
		}
	})
	slices.SortStableFunc(found, func(a, b Match) int {
		return cmp.Or(cmp.Compare(b.worth(), a.worth()), cmp.Compare(a.Who, b.Who))
	})
	r.doubt(found)
	found = unmistaken(found)
	return found[:min(len(found), mostMatches)]
}

// namesOf returns the guest's name, and the one before a wedding.
func (r *Register) namesOf(g Guest) []heard {
	names := []heard{r.hear(NameOf(g.Name))}
	for _, word := range words(g.Suffix) {
		if of := generations[word]; of != unsaid {
			names[0].generation = of
		}
	}
	if g.Before != "" && len(names[0].written.given) > 0 {
		before := r.hear(NameOf(Spelled{Family: g.Before, Given: strings.Join(names[0].written.given, " ")}))
		before.generation = names[0].generation
		names = append(names, before)
	}
	return names
}

// meet calls f for everyone who has something in common with the guest, with what reaches both.
func (r *Register) meet(g Guest, names []heard, f func(who int32, reached []Common, shared int)) {
	r.search++
	r.circle.gather(Profile{Keys: g.Reach})
	for _, c := range r.circle.met {
		r.seen[c.who] = r.search
		f(c.who, c.common, c.shared)
	}
	r.met = r.met[:0]
	note := func(k Key) {
		rest := restOf(k)
		r.names.each(k, func(at uint32, who int32) {
			if at == rest && r.seen[who] != r.search {
				r.seen[who] = r.search
				r.met = append(r.met, who)
			}
		})
	}
	for _, h := range names {
		for k := range h.places {
			note(k)
		}
		for k := range h.turned().places {
			note(k)
		}
		if n := h.spoken; len(n.family)+len(n.given) == 1 {
			note(wordKey(strings.Join(slices.Concat(n.family, n.given), "")))
		}
	}
	for _, who := range r.met {
		f(who, nil, 0)
	}
}

// weigh says whether a guest is somebody; ok is false when nothing says so.
func (r *Register) weigh(names []heard, orgs []Key, who int32, reached []Common, shared int) (m Match, ok bool) {
	m.Who = int(who)
	person := r.people[who]
	if names[0].generation.contradicts(person.generation) {
		return m, false
	}
	why := r.compare(names, person, &m)
	if person.company {
		m.like, why = Stranger, ""
	}
	for _, common := range reached {
		sure, reason, says := weigh(common.Reason, m.like, shared)
		if !says || sure == Apart || person.company {
			continue
		}
		m.Common = append(m.Common, Common{reason, common.Key})
		if sure == Likely && (common.Reason != SamePhoneTail || m.like == Equal) && (m.like > Unnamed || len(names[0].written.given) == 0) {
			m.Certainty = Sure
		}
	}
	place, together := sharedKey(orgs, person.organisations)
	switch {
	case m.like == Equal && together:
		m.Common = append(m.Common, Common{NameAndOrganisation, place})
		if r.circle.staff[place] < large && why == SameName && names[0].generation == person.generation {
			m.Certainty = Sure
		}
	case m.like >= Near || m.like == Partly && (together || len(m.Common) > 0):
		m.Common = append(m.Common, Common{Reason: why})
		if together {
			m.Common = append(m.Common, Common{SameOrganisation, place})
		}
	case m.like == Partly && len(names[0].written.given) == 0:
		// A family name alone says who it is where only one has it; doubt leaves out the others.
		m.Common = append(m.Common, Common{Reason: why})
	case len(m.Common) > 0 && together:
		m.Common = append(m.Common, Common{SameOrganisation, place})
	}
	if m.Certainty == "" {
		m.Certainty = Ask
	}
	return m, len(m.Common) > 0
}

// compare says how like the names are, and in what they differ.
func (r *Register) compare(names []heard, person heard, m *Match) Reason {
	best := SameName
	for i, name := range names {
		like, why := name.compare(person)
		if i > 0 && like >= Near {
			like, why = Near, NameBefore
		}
		if i == 0 || like > m.like {
			m.like, best = like, why
		}
	}
	return best
}

func (h heard) compare(other heard) (Likeness, Reason) {
	if len(h.written.family)+len(h.written.given) == 0 || len(other.written.family)+len(other.written.given) == 0 {
		return Unnamed, ""
	}
	like := h.written.like(other.written)
	switch {
	case like == Equal:
		return Equal, SameName
	case like == Near:
		return Near, h.written.difference(other.written)
	}
	if sounds := h.spoken.like(other.spoken); sounds >= Near && !otherInitials(h.written, other.written) {
		return Near, NameSpelling
	}
	if h.arabic != other.arabic && h.skeleton != "" && h.skeleton == other.skeleton {
		return Near, NameSpelling
	}
	return like, NamePart
}

// otherInitials tells whether one of two given names is an initial of another letter. A letter has no sound that could be spelled
// otherwise: J. is not Inge.
func otherInitials(n, m parts) bool {
	if len(n.given) == 0 || len(m.given) == 0 || !isInitial(n.given[0]) && !isInitial(m.given[0]) {
		return false
	}
	return !isInitialOf(n.given[0], m.given[0])
}

// difference says in what two names differ that are nearly one.
func (n parts) difference(m parts) Reason {
	initial := func(list []string) bool { return len(list) > 0 && isInitial(list[0]) }
	if initial(n.given) != initial(m.given) {
		return NameInitial
	}
	for _, v := range n.given {
		for _, w := range m.given {
			if v != w && len(v) > 1 && len(w) > 1 && shortOf(v, w) {
				return NameShort
			}
		}
	}
	if len(n.family) != len(m.family) || len(n.given) != len(m.given) {
		return NameLonger
	}
	if nicknamed(n, m) || nicknamed(m, n) {
		return NameShort
	}
	return NameSpelling
}

func (g generation) contradicts(h generation) bool { return g != unsaid && h != unsaid && g != h }

// doubt takes back what is sure of more than one, and what is sure by name and organisation alone where somebody else of the name
// may be there as well.
func (r *Register) doubt(found []Match) {
	sure := 0
	for _, m := range found {
		if m.Certainty == Sure {
			sure++
		}
	}
	for i := range found {
		m := &found[i]
		if m.Certainty != Sure {
			continue
		}
		namesakes := func(o Match) bool {
			return o.Who != m.Who && o.like == Equal && (len(r.people[o.Who].organisations) == 0 || o.has(NameAndOrganisation))
		}
		if sure > 1 || !m.has(SameEmail, SamePhone, SamePhoneTail) && slices.ContainsFunc(found, namesakes) {
			m.Certainty = Ask
		}
	}
}

// unmistaken leaves out those whom nobody would think of: half a name beside a whole one, and half a name that several have.
func unmistaken(found []Match) []Match {
	halves := 0
	for _, m := range found {
		if m.halfOnly() {
			halves++
		}
	}
	return slices.DeleteFunc(found, func(m Match) bool { return m.halfOnly() && (halves > 1 || len(found) > halves) })
}

func (m Match) halfOnly() bool { return len(m.Common) == 1 && m.Common[0].Reason == NamePart }

func (m Match) has(reasons ...Reason) bool {
	return slices.ContainsFunc(m.Common, func(c Common) bool { return slices.Contains(reasons, c.Reason) })
}

// worth orders matches: what is sure, then how like the names are, then how much there is in common.
func (m Match) worth() int {
	value := 100*int(m.like) + len(m.Common)
	if m.has(SameEmail, SamePhone) {
		value += 1000
	}
	if m.Certainty == Sure {
		value += 10000
	}
	return value
}

func sharedKey(a, b []Key) (Key, bool) {
	for _, k := range b {
		if slices.Contains(a, k) {
			return k, true
		}
	}
	return 0, false
}

// legalForms end the name of an organisation, where some write them and some do not.
var legalForms = []string{
	"gmbh", "ggmbh", "mbh", "ag", "se", "kg", "ohg", "ug", "gbr", "e v", "ev", "e g", "eg", "gmbh co kg", "gmbh und co kg", "co kg", "kgaa", "ek", "e k", "ltd", "limited", "inc", "llc", "llp",
	"plc", "corp", "co", "sa", "s a", "sarl", "sas", "srl", "s r l", "spa", "s p a", "bv", "b v", "nv", "ab", "as", "a s", "oy", "aps", "sp z o o", "kft", "zrt", "s r o",
}

// Organisations returns the keys that an organisation may have in the book: with and without its legal form, and without the
// department that a list writes behind it.
func Organisations(name string) []Key {
	var keys []Key
	add := func(of string) {
		if k, ok := Organisation(of); ok && !slices.Contains(keys, k) {
			keys = append(keys, k)
		}
	}
	add(name)
	whole := strings.Join(words(name), " ")
	if cut := strings.IndexAny(name, ",;(/|"); cut > 0 {
		add(name[:cut])
		whole = strings.Join(words(name[:cut]), " ")
	}
	for _, form := range legalForms {
		if bare, ok := strings.CutSuffix(whole, " "+form); ok {
			whole = bare
			add(whole)
			break
		}
	}
	if whole != "" {
		for _, form := range legalForms {
			add(whole + " " + form)
		}
	}
	return keys
}
