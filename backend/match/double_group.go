package match

import (
	"cmp"
	"slices"
)

// groups puts together who is one. First whom it is sure of, unless somebody among them speaks against it; then, of those and the
// others, who may be. Who may be one of two that are not each other stands in both groups.
func (d *Doubles) groups(known func(a, b int64) bool) []Double {
	apart := func(a, b int32) bool { return known(d.people[a].id, d.people[b].id) }
	found := make([]meetingOf, 0, len(d.found))
	for _, m := range d.found {
		if !apart(m.a, m.b) {
			found = append(found, m)
		}
	}
	slices.SortFunc(found, d.order)
	between := make(map[[2]int32]int, len(found))
	for i, m := range found {
		between[[2]int32{m.a, m.b}] = i
	}
	against := func(a, b int32) bool {
		if _, ok := between[d.inOrder(a, b)]; ok {
			return false
		}
		return apart(a, b) || d.contradict(a, b)
	}
	s := assembly{at: map[int32]int{}}
	for _, m := range found {
		if m.sure == Likely {
			s.join(m.a, m.b, against)
		}
	}
	sure := len(s.sets)
	list := d.doubles(s.sets, found, between, true)
	var left []meetingOf
	for _, m := range found {
		if a, ok := s.at[m.a]; ok {
			if b, ok := s.at[m.b]; ok && a == b {
				continue
			}
		}
		left = append(left, m)
	}
	// Anna may be Ann, and Ann may be Anne: where Anna and Anne have a number or mail address each, and not the same, they stand in
	// two groups and not in one with Ann.
	stricter := func(a, b int32) bool {
		if _, ok := between[d.inOrder(a, b)]; ok {
			return false
		}
		return against(a, b) || d.elsewhere(a, b)
	}
	for _, m := range left {
		if !s.join(m.a, m.b, stricter) {
			s.sets = append(s.sets, []int32{m.a, m.b})
		}
	}
	var rest [][]int32
	for i, set := range s.sets {
		if len(set) > 1 && (i >= sure || len(set) > len(list[i].People)) {
			rest = append(rest, set)
		}
	}
	list = slices.DeleteFunc(list, func(one Double) bool { return len(one.People) < 2 })
	return append(list, d.doubles(rest, found, between, false)...)
}

// order is by how sure it is and by what, then by who it is.
func (d *Doubles) order(x, y meetingOf) int {
	if c := cmp.Or(cmp.Compare(y.sure, x.sure), cmp.Compare(x.rank(), y.rank())); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(d.people[x.a].id, d.people[y.a].id), cmp.Compare(d.people[x.b].id, d.people[y.b].id))
}

func (m *meetingOf) rank() int { return rank(m.common[0].Reason) }

// inOrder returns two places, that of the lower ID first.
func (d *Doubles) inOrder(a, b int32) [2]int32 {
	if d.people[a].id > d.people[b].id {
		a, b = b, a
	}
	return [2]int32{a, b}
}

// contradict tells whether two who have met in nobody's eyes cannot be one.
func (d *Doubles) contradict(a, b int32) bool {
	p, q := &d.people[a], &d.people[b]
	n, o := &d.names[p.name], &d.names[q.name]
	if p.company != q.company || p.born.differs(q.born) || n.generation.contradicts(o.generation) {
		return true
	}
	return likeness(n, o) < Unnamed && !truncated(&n.parts, &o.parts)
}

// elsewhere tells whether two are reached in ways that have nothing in common.
func (d *Doubles) elsewhere(a, b int32) bool {
	has := func(at int32, of kind) bool {
		return slices.ContainsFunc(d.keysOf(&d.people[at]), func(k Key) bool { return k.kind() == of })
	}
	for _, of := range [...]kind{email, phone} {
		common := func(k Key) bool { return k.kind() == of && d.has(b, k) }
		if has(a, of) && has(b, of) && !slices.ContainsFunc(d.keysOf(&d.people[a]), common) {
			return true
		}
	}
	return false
}

// assembly puts numbers together in sets.
type assembly struct {
	sets [][]int32
	at   map[int32]int // the set of each
}

// join puts two sets together, unless two of them speak against it, and reports whether they are one now.
func (s *assembly) join(a, b int32, against func(a, b int32) bool) bool {
	x, y := s.setOf(a), s.setOf(b)
	if x == y {
		return true
	}
	for _, i := range s.sets[x] {
		for _, k := range s.sets[y] {
			if against(i, k) {
				return false
			}
		}
	}
	x, y = min(x, y), max(x, y)
	for _, k := range s.sets[y] {
		s.at[k] = x
	}
	s.sets[x] = append(s.sets[x], s.sets[y]...)
	s.sets[y] = nil
	return true
}

func (s *assembly) setOf(who int32) int {
	at, ok := s.at[who]
	if !ok {
		at = len(s.sets)
		s.at[who], s.sets = at, append(s.sets, []int32{who})
	}
	return at
}

// doubles returns the sets with what the people in each have in common, in the order of the sets.
func (d *Doubles) doubles(sets [][]int32, found []meetingOf, between map[[2]int32]int, sure bool) []Double {
	list := make([]Double, len(sets))
	for i, set := range sets {
		people := slices.Clone(set)
		slices.SortFunc(people, func(a, b int32) int { return cmp.Compare(d.people[a].id, d.people[b].id) })
		list[i] = Double{People: make([]int64, len(people)), Sure: sure}
		for x, a := range people {
			list[i].People[x] = d.people[a].id
			for _, b := range people[x+1:] {
				at, ok := between[[2]int32{a, b}]
				if !ok {
					continue
				}
				for _, c := range found[at].common {
					if !slices.ContainsFunc(list[i].Common, func(t Trait) bool { return t.Common == c }) {
						list[i].Common = append(list[i].Common, Trait{c, d.people[a].id})
					}
				}
			}
		}
		slices.SortStableFunc(list[i].Common, func(a, b Trait) int { return rank(a.Reason) - rank(b.Reason) })
	}
	return list
}
