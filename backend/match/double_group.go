package match

import (
	"cmp"
	"slices"
)

// groups puts together who is one. First whom it is sure of, unless somebody among them speaks against it; then, of those and the
// others, who may be. Who may be one of two that are not each other stands in both groups.
func (g *gathering) groups(found []meetingOf, apart func(a, b int) bool) []Double {
	slices.SortFunc(found, func(x, y meetingOf) int {
		return cmp.Or(cmp.Compare(y.sure, x.sure), cmp.Compare(x.rank(), y.rank()), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	between := make(map[[2]int]int, len(found))
	for i, m := range found {
		between[[2]int{m.a, m.b}] = i
	}
	against := func(a, b int) bool {
		if _, ok := between[[2]int{min(a, b), max(a, b)}]; ok {
			return false
		}
		return apart(a, b) || g.contradict(a, b)
	}
	s := assembly{at: map[int]int{}}
	for _, m := range found {
		if m.sure == Likely {
			s.join(m.a, m.b, against)
		}
	}
	sure := len(s.sets)
	list := g.doubles(s.sets, found, between, true)
	var left []meetingOf
	for _, m := range found {
		if a, ok := s.at[m.a]; ok {
			if b, ok := s.at[m.b]; ok && a == b {
				continue
			}
		}
		left = append(left, m)
	}
	for _, m := range left {
		if !s.join(m.a, m.b, against) {
			s.sets = append(s.sets, []int{m.a, m.b})
		}
	}
	var rest [][]int
	for i, set := range s.sets {
		if len(set) > 1 && (i >= sure || len(set) > len(list[i].People)) {
			rest = append(rest, set)
		}
	}
	list = slices.DeleteFunc(list, func(d Double) bool { return len(d.People) < 2 })
	return append(list, g.doubles(rest, found, between, false)...)
}

func (m *meetingOf) rank() int { return rank(m.common[0].Reason) }

// contradict tells whether two who have met in nobody's eyes cannot be one.
func (g *gathering) contradict(a, b int) bool {
	p, q := &g.people[a], &g.people[b]
	if p.Company != q.Company || p.Born.differs(q.Born) || g.names[a].generation.contradicts(g.names[b].generation) {
		return true
	}
	like := likeness(&g.names[a], &g.names[b])
	return like < Unnamed && !truncated(&g.names[a].parts, &g.names[b].parts)
}

// assembly puts numbers together in sets.
type assembly struct {
	sets [][]int
	at   map[int]int // the set of each
}

// join puts two sets together, unless two of them speak against it, and reports whether they are one now.
func (s *assembly) join(a, b int, against func(a, b int) bool) bool {
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

func (s *assembly) setOf(who int) int {
	at, ok := s.at[who]
	if !ok {
		at = len(s.sets)
		s.at[who], s.sets = at, append(s.sets, []int{who})
	}
	return at
}

// doubles returns the sets with what the people in each have in common, in the order of the sets.
func (g *gathering) doubles(sets [][]int, found []meetingOf, between map[[2]int]int, sure bool) []Double {
	list := make([]Double, len(sets))
	for i, set := range sets {
		people := slices.Clone(set)
		slices.Sort(people)
		list[i] = Double{People: people, Sure: sure}
		for x, a := range people {
			for _, b := range people[x+1:] {
				at, ok := between[[2]int{a, b}]
				if !ok {
					continue
				}
				for _, c := range found[at].common {
					if !slices.ContainsFunc(list[i].Common, func(t Trait) bool { return t.Common == c }) {
						list[i].Common = append(list[i].Common, Trait{c, a})
					}
				}
			}
		}
		slices.SortStableFunc(list[i].Common, func(a, b Trait) int { return rank(a.Reason) - rank(b.Reason) })
	}
	return list
}
