package match

import (
	"slices"
	"strings"
)

// spelt is a name with what tells a father from his son taken out, and what it is compared by.
type spelt struct {
	name Name
	parts
	generation generation
	joined     string  // its letters in an order that is the same whichever part stands first
	whole      string  // the family name and the given names, without spaces
	given      int     // where the given names start in whole
	frequency  float64 // how many others would have this name by chance, times the people
}

// spell takes apart the names that are new.
func (d *Doubles) spell() {
	fresh := d.names[d.spelt:]
	inParts(len(fresh), func(_, from, to int) {
		for i := from; i < to; i++ {
			fresh[i].spell()
		}
	})
	d.spelt = len(d.names)
}

func (n *spelt) spell() {
	n.parts, n.generation = n.name.parts().apart()
	family, given := strings.Join(n.family, ""), strings.Join(n.parts.given, "")
	n.whole, n.given = family+given, len(family)
	n.joined = n.whole
	if len(n.family) != 1 || len(n.parts.given) != 1 || family > given {
		all := slices.Concat(n.family, n.parts.given)
		slices.Sort(all)
		n.joined = strings.Join(all, "")
	}
}

// complete tells whether a name has both its parts.
func (n *spelt) complete() bool { return len(n.family) > 0 && len(n.parts.given) > 0 }

// likeness compares two names.
func likeness(n, o *spelt) Likeness {
	switch {
	case n.whole == "" || o.whole == "":
		return Unnamed
	case n == o || n.equal(o):
		return Equal
	}
	like := n.unequal(o.parts)
	if like == Near && otherInitials(n.parts, o.parts) && !(oriented(n.parts, o.turned()) == Near && !otherInitials(n.parts, o.turned())) &&
		!(oriented(n.turned(), o.parts) == Near && !otherInitials(n.turned(), o.parts)) {
		return Kin
	}
	return like
}

// equal tells what equalWords does.
func (n *spelt) equal(o *spelt) bool {
	if len(n.whole) != len(o.whole) {
		return false
	}
	if n.whole == o.whole || n.whole[:len(o.whole)-o.given] == o.whole[o.given:] && n.whole[len(o.whole)-o.given:] == o.whole[:o.given] {
		return true
	}
	return n.joined == o.joined && equalWords(n.parts, o.parts)
}

// frequencies are how often the parts of names and the organisations of people occur in a book.
type frequencies struct {
	family, given map[string]int32
	staff         map[Key]int32
	people        int
}

// fewest is how many people a book counts for, so that a name is not taken for common in a book of ten.
const fewest = 500

// count notes what is how common. Who changes afterwards is judged by it as well: one person more or fewer makes no name common.
func (d *Doubles) count() {
	bearers := make([]int32, len(d.names))
	d.common = frequencies{family: map[string]int32{}, given: map[string]int32{}, staff: map[Key]int32{}, people: len(d.people)}
	for i := range d.people {
		bearers[d.people[i].name]++
		for _, k := range d.keysOf(&d.people[i]) {
			if k.kind() == organisation {
				d.common.staff[k]++
			}
		}
	}
	for i := range d.names {
		for _, word := range d.names[i].family {
			d.common.family[word] += bearers[i]
		}
		for _, word := range d.names[i].parts.given {
			d.common.given[word] += bearers[i]
		}
	}
	for i := range d.names {
		d.common.weigh(&d.names[i])
	}
}

func (f *frequencies) weigh(n *spelt) {
	family, given := int32(0), int32(0)
	for _, word := range n.family {
		family = max(family, f.family[word])
	}
	for _, word := range n.parts.given {
		given = max(given, f.given[word])
	}
	n.frequency = float64(max(family-1, 1)) * float64(max(given-1, 1))
}

// mark notes by what somebody can be met, and how common their name is.
func (d *Doubles) mark(p *somebody) {
	p.reach, p.places, p.frequency = 0, 0, d.names[p.name].frequency
	bit := func(k Key) uint64 { return 1 << (mix(uint64(k)) & 63) }
	for _, k := range d.keysOf(p) {
		switch {
		case k.kind() == email || k.kind() == phone:
			p.reach |= bit(block(k))
		case d.tells(k):
			p.places |= bit(k)
		}
	}
	if p.born != 0 {
		p.places |= bit(p.born.key())
	}
}

// tells reports whether a place says something of who is there: a large organisation has many of one name.
func (d *Doubles) tells(place Key) bool {
	return place.kind() != organisation || d.common.staff[place] < large
}

// leastRare is how many others may have somebody's name by chance, in a book of the fewest people, so that it says something by
// itself. In a larger book the name must be as rare in numbers: a share of many is many, and the list would be full of namesakes.
const leastRare = 0.1

// worth tells whether two need to be judged, which most who meet by their names need not.
func (d *Doubles) worth(a, b int32) bool {
	p, q := &d.people[a], &d.people[b]
	switch {
	case p.company != q.company:
		return false
	case p.reach&q.reach != 0 || p.places&q.places != 0:
		return true
	}
	return !p.born.differs(q.born) && max(p.frequency, q.frequency) < leastRare*fewest
}

// chance is how many others would have one of these names by chance, going by how common its parts are in the book.
func (f *frequencies) chance(n, o *spelt) float64 {
	return max(n.frequency, o.frequency) / float64(max(f.people, fewest))
}

// days are those on which the people of a book may be born.
const days = 70 * 365

// birthday tells whether no two of the given names of these would be born on one day by chance.
func (f *frequencies) birthday(n, o *spelt) bool {
	bearers := int32(0)
	for _, of := range [...]*spelt{n, o} {
		for _, word := range of.parts.given {
			bearers = max(bearers, f.given[word])
		}
	}
	return int(bearers)*f.people < days
}
