// Package town invents who knows whom in a book of contacts: households, companies with their teams, circles such as a choir
// or a year at university, events where people met, and friendships across. Some people stand alone, as they do in a real
// address book. It knows no names.
package town

import (
	"math/rand/v2"
	"slices"
)

// Town is a number of people and what they have with each other. People are the numbers from 0 to People-1.
type Town struct {
	People                                 int
	Households, Companies, Circles, Events [][]int
	Ties                                   []Tie
}

// Tie says that A and B know each other. Kind is what B is to A, as a value of TYPE that RFC 6350 has for RELATED.
type Tie struct {
	A, B int
	Kind string
}

// alone is how many of a hundred people are connected with nobody.
const alone = 12

// New invents a town of n people. The same chance invents the same town.
func New(n int, chance *rand.Rand) *Town {
	t := &Town{People: n}
	m := maker{town: t, chance: chance, met: map[[2]int]bool{}}
	everyone := chance.Perm(n)
	social := everyone[n*alone/100:]
	slices.Sort(social)

	t.Households = m.deal(m.some(social, 40), m.householdSize)
	for _, household := range t.Households {
		m.live(household)
	}
	t.Companies = m.deal(m.some(social, 35), m.companySize)
	for _, company := range t.Companies {
		m.work(company)
	}
	for range 2 {
		circles := m.deal(m.some(social, 20), m.circleSize)
		t.Circles = append(t.Circles, circles...)
	}
	for _, circle := range t.Circles {
		m.gather(circle)
	}
	t.Events = m.deal(m.some(social, 15), m.eventSize)
	for _, event := range t.Events {
		m.mingle(event, "met", len(event)/4)
	}
	// Here and there two are friends who share nothing else.
	m.mingle(social, "friend", len(social)/40)
	return t
}

type maker struct {
	town   *Town
	chance *rand.Rand
	met    map[[2]int]bool
}

// some takes a share of the people, in an order of their own. Neighbouring numbers stay near each other, so that households,
// companies and circles overlap as they do where people live: a town has quarters.
func (m *maker) some(people []int, percent int) []int {
	var taken []int
	for _, i := range people {
		if m.chance.IntN(100) < percent {
			taken = append(taken, i)
		}
	}
	const quarter = 60
	for from := 0; from < len(taken); from += quarter {
		part := taken[from:min(from+quarter, len(taken))]
		m.chance.Shuffle(len(part), func(i, j int) { part[i], part[j] = part[j], part[i] })
	}
	return taken
}

// deal divides people into groups of the sizes that size says.
func (m *maker) deal(people []int, size func() int) [][]int {
	var groups [][]int
	for len(people) > 1 {
		k := min(size(), len(people))
		groups, people = append(groups, people[:k:k]), people[k:]
	}
	return groups
}

func (m *maker) householdSize() int { return 2 + m.chance.IntN(4) }
func (m *maker) circleSize() int    { return 5 + m.chance.IntN(m.chance.IntN(30)+4) }
func (m *maker) eventSize() int     { return 10 + m.chance.IntN(40) }

// companySize is mostly small: a few companies have nearly a hundred people in the book.
func (m *maker) companySize() int { return 3 + m.chance.IntN(m.chance.IntN(m.chance.IntN(95)+3)+2) }

func (m *maker) tie(a, b int, kind string) {
	pair := [2]int{min(a, b), max(a, b)}
	if a == b || m.met[pair] {
		return
	}
	m.met[pair] = true
	m.town.Ties = append(m.town.Ties, Tie{a, b, kind})
}

// live makes a household: two partners and their children, who are siblings.
func (m *maker) live(household []int) {
	m.tie(household[0], household[1], "spouse")
	children := household[2:]
	for i, child := range children {
		m.tie(household[0], child, "child")
		m.tie(household[1], child, "child")
		for _, other := range children[:i] {
			m.tie(child, other, "sibling")
		}
	}
}

// work makes a company: teams in which everybody knows everybody, whose first people know each other.
func (m *maker) work(company []int) {
	heads := company[:0:0]
	for left := company; len(left) > 0; {
		k := min(3+m.chance.IntN(5), len(left))
		team := left[:k]
		left = left[k:]
		heads = append(heads, team[0])
		for i, a := range team {
			for _, b := range team[:i] {
				m.tie(a, b, "co-worker")
			}
		}
	}
	for i := 1; i < len(heads); i++ {
		m.tie(heads[i], heads[m.chance.IntN(i)], "colleague")
	}
	m.mingle(company, "colleague", len(company)/3)
}

// gather makes a circle: one of them knows all, the others about a third of each other.
func (m *maker) gather(circle []int) {
	for i, a := range circle {
		for k, b := range circle[:i] {
			if k == 0 || m.chance.IntN(100) < 30 {
				m.tie(a, b, "friend")
			}
		}
	}
}

// mingle ties that many pairs of some people.
func (m *maker) mingle(people []int, kind string, pairs int) {
	for range pairs {
		m.tie(people[m.chance.IntN(len(people))], people[m.chance.IntN(len(people))], kind)
	}
}
