package match

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// Double is two or more people who may be one, by their numbers. Common is what they have in common, each once, the surest
// first; a Key is one of the first person's who has it.
type Double struct {
	People []int
	Sure   bool
	Common []Trait
}

// Trait is something that people of a Double have in common, and whose key it is.
type Trait struct {
	Common
	Who int
}

// Doubles returns who among all people may be one, sure ones first, then those with most in common. apart tells whether two are
// known to be two. It compares those alone who share a number, an address, a name or nearly one; a hundred thousand people take it
// a second or two. Whom it is sure of are one name with something that is theirs alone: a number or an address that a family, an
// office or a switchboard shares makes nobody sure, and neither does a name.
func Doubles(people []Profile, apart func(a, b int) bool) []Double {
	g := gather(people)
	found := g.judged(g.candidates(), apart)
	return g.groups(found, apart)
}

// gathering is everyone in a book, laid out so that two can be compared quickly.
type gathering struct {
	people []Profile
	names  []spelt
	blocks blocks
	family map[string]int32 // how many people have a name
	given  map[string]int32
	staff  map[Key]int32
}

// spelt is a name with what tells a father from his son taken out.
type spelt struct {
	parts
	generation generation
}

func gather(people []Profile) *gathering {
	g := &gathering{people: people, names: make([]spelt, len(people)), family: map[string]int32{}, given: map[string]int32{}, staff: map[Key]int32{}}
	inParts(len(people), func(from, to int) {
		for i := from; i < to; i++ {
			g.names[i].parts, g.names[i].generation = people[i].Name.parts().apart()
		}
	})
	for i := range people {
		for _, word := range g.names[i].family {
			g.family[word]++
		}
		for _, word := range g.names[i].given {
			g.given[word]++
		}
		for _, k := range people[i].Keys {
			if k.kind() == organisation {
				g.staff[k]++
			}
		}
	}
	g.blocks = g.block()
	return g
}

// cores is how many parts of the work run at a time.
const cores = 4

// inParts runs f on several cores, each with a stretch of the numbers below n.
func inParts(n int, f func(from, to int)) {
	var all sync.WaitGroup
	for k := range cores {
		all.Go(func() { f(n*k/cores, n*(k+1)/cores) })
	}
	all.Wait()
}

// A block entry is a hash above the number of whom it belongs to.
const whoBits = 24

// blocks are the entries of everyone in order, so that those of one hash lie together.
type blocks []uint64

func entry(k Key, who int) uint64 {
	return uint64(k)*0x9e3779b97f4a7c15>>whoBits<<whoBits | uint64(who)&(1<<whoBits-1)
}

// at returns the entries of a hash.
func (b blocks) at(k Key) []uint64 {
	first := entry(k, 0)
	from, _ := slices.BinarySearch(b, first)
	to := from
	for to < len(b) && b[to]>>whoBits == first>>whoBits {
		to++
	}
	return b[from:to]
}

func whoOf(e uint64) int { return int(e & (1<<whoBits - 1)) }

// block returns what everyone can be met by.
func (g *gathering) block() blocks {
	found := make([]blocks, cores)
	inParts(cores, func(part, to int) {
		for ; part < to; part++ {
			list := make(blocks, 0, 16*len(g.people)/cores)
			for i := len(g.people) * part / cores; i < len(g.people)*(part+1)/cores; i++ {
				list = g.blocksOf(list, i)
			}
			slices.Sort(list)
			found[part] = slices.Compact(list)
		}
	})
	return merged(merged(found[0], found[1]), merged(found[2], found[3]))
}

func merged(a, b blocks) blocks {
	list := make(blocks, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0] <= b[0] {
			list, a = append(list, a[0]), a[1:]
		} else {
			list, b = append(list, b[0]), b[1:]
		}
	}
	return append(append(list, a...), b...)
}

func (g *gathering) blocksOf(list blocks, i int) blocks {
	p, n := &g.people[i], &g.names[i]
	add := func(k Key) { list = append(list, entry(k, i)) }
	for _, k := range p.Keys {
		switch k.kind() {
		case email, phone:
			add(block(k))
		case organisation, address:
			g.placed(k, n, add)
		}
	}
	if p.Born != 0 {
		g.placed(p.Born.key(), n, add)
		if p.Born.year() != 0 {
			for _, word := range n.given {
				add(bornKey(p.Born, word))
			}
		}
	}
	joined := n.joined()
	if joined == "" {
		return list
	}
	add(tagged(1, joined))
	if len(n.family) == 0 || len(n.given) == 0 || p.Company {
		return list
	}
	for _, family := range n.family {
		for _, given := range n.given {
			if len(given) > 1 {
				add(tagged(2, family+partEnd+wholeForm(given)))
			}
		}
	}
	if len(joined) >= leastSlip {
		for i, letter := range joined {
			add(tagged(3, joined[:i]+joined[i+len(string(letter)):]))
		}
	}
	return list
}

// leastSlip is how many letters a whole name must have so that one wrong one is a slip.
const leastSlip = 9

// placed yields under which keys somebody of a name is found at a place: by the family name and an initial, in either order.
func (g *gathering) placed(place Key, n *spelt, add func(Key)) {
	for _, at := range [...][2][]string{{n.family, n.given}, {n.given, n.family}} {
		for _, word := range at[0] {
			for _, other := range at[1] {
				h := newHash()
				h.number(uint64(place))
				h.text(word)
				h.byte(0)
				h.rune([]rune(other)[0])
				add(h.key(place.kind()))
			}
		}
	}
}

func bornKey(d Day, given string) Key {
	h := newHash()
	h.number(uint64(d))
	h.byte(7)
	h.text(given)
	return h.key(called)
}

// joined is the letters of a name in an order that is the same whichever part stands first.
func (n *parts) joined() string {
	all := slices.Concat(n.family, n.given)
	slices.Sort(all)
	return strings.Join(all, "")
}

// wholeForm is what a given name is short for, itself where that is not known.
func wholeForm(given string) string {
	if forms := shortForms[given]; len(forms) > 0 {
		return forms[0]
	}
	return given
}

// mostMet is how many people of one block are compared with each other; of more, neighbours in the order of names alone.
const mostMet = 24

// candidates returns who is to be compared with whom, the lower number first, each pair once.
func (g *gathering) candidates() []uint64 {
	var pairs []uint64
	for from := 0; from < len(g.blocks); {
		to := from + 1
		for to < len(g.blocks) && g.blocks[to]>>whoBits == g.blocks[from]>>whoBits {
			to++
		}
		if met := g.blocks[from:to]; len(met) > 1 {
			pairs = g.pairs(pairs, met)
		}
		from = to
	}
	slices.Sort(pairs)
	return slices.Compact(pairs)
}

// neighbours is how far somebody is compared in a large block.
const neighbours = 6

func (g *gathering) pairs(list, met []uint64) []uint64 {
	reach := len(met)
	if len(met) > mostMet {
		reach = neighbours
		met = slices.Clone(met)
		slices.SortFunc(met, func(a, b uint64) int {
			return cmp.Or(strings.Compare(g.names[whoOf(a)].joined(), g.names[whoOf(b)].joined()), cmp.Compare(a, b))
		})
	}
	for i, a := range met {
		for _, b := range met[i+1 : min(len(met), i+1+reach)] {
			low, high := min(whoOf(a), whoOf(b)), max(whoOf(a), whoOf(b))
			list = append(list, uint64(low)<<32|uint64(high))
		}
	}
	return list
}

// judged compares the candidates and returns those who may be one.
func (g *gathering) judged(candidates []uint64, apart func(a, b int) bool) []meetingOf {
	found := make([][]meetingOf, cores)
	inParts(cores, func(part, to int) {
		for ; part < to; part++ {
			for _, c := range candidates[len(candidates)*part/cores : len(candidates)*(part+1)/cores] {
				a, b := int(c>>32), int(c&(1<<32-1))
				if m := g.judge(a, b); m.sure > Apart && !apart(a, b) {
					found[part] = append(found[part], m)
				}
			}
		}
	})
	return slices.Concat(found...)
}
