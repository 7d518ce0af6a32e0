package match

import (
	"iter"
	"strings"
)

// Circle is everyone whom a newcomer may be. It keeps some hundred bytes of each and compares a newcomer with those few alone
// who have a number, an address, a birthday or the like in common with them. It is not safe for concurrent use.
type Circle struct {
	people []acquaintance
	names  []byte // packed, one after the other
	table  table
	staff  map[Key]int32 // people by organisation
	met    []candidate   // scratch
}

// acquaintance is somebody in a circle.
type acquaintance struct {
	nameEnd uint32 // in names; it starts where that of the one before ends
	born    Day
	traits  traits
}

type traits uint8

const (
	hasPhone traits = 1 << iota
	hasEmail
	isCompany
)

// NewCircle returns a circle with room for n people.
func NewCircle(n int) *Circle {
	return &Circle{people: make([]acquaintance, 0, n), table: newTable(4 * n), staff: map[Key]int32{}}
}

// Add puts somebody in and returns their number, which counts from 0.
func (c *Circle) Add(p Profile) int {
	who := int32(len(c.people))
	c.names = append(c.names, p.Name...)
	c.people = append(c.people, acquaintance{nameEnd: uint32(len(c.names)), born: p.Born, traits: traitsOf(p)})
	for _, k := range p.Keys {
		switch k.kind() {
		case email, phone:
			c.table.add(block(k), k, who)
		case organisation:
			c.staff[k]++
			c.addPlaces(k, p.Name, who)
		default:
			c.addPlaces(k, p.Name, who)
		}
	}
	if p.Born != 0 {
		c.addPlaces(p.Born.key(), p.Name, who)
	}
	return int(who)
}

func (c *Circle) addPlaces(k Key, n Name, who int32) {
	family, given, nicknames := n.split()
	for at := range k.places(family, given, nicknames) {
		c.table.add(at, at, who)
	}
}

func traitsOf(p Profile) (t traits) {
	for _, k := range p.Keys {
		switch k.kind() {
		case phone:
			t |= hasPhone
		case email:
			t |= hasEmail
		}
	}
	if p.Company {
		t |= isCompany
	}
	return t
}

// Like compares a newcomer's name with that of somebody in the circle.
func (c *Circle) Like(p Profile, who int32) Likeness { return p.Name.Like(c.name(who)) }

func (c *Circle) name(who int32) Name {
	start := uint32(0)
	if who > 0 {
		start = c.people[who-1].nameEnd
	}
	return Name(c.names[start:c.people[who].nameEnd])
}

// block is equal for all keys that may be the same thing.
func block(k Key) Key {
	if k.kind() == phone {
		return numberBlock(k)
	}
	return k
}

func (d Day) key() Key { return Key(d.ofYear())<<kindBits | Key(birthday) }

// places yields the keys of people of one family name and one initial at a place: an organisation, an address, a day. An
// initial finds the name that is written out, and the short form the whole one.
func (k Key) places(family, given, nicknames string) iter.Seq[Key] {
	return func(yield func(Key) bool) {
		if family == "" {
			return
		}
		var buffer [8]rune
		letters := appendInitials(appendInitials(buffer[:0], given), nicknames)
		for word := range strings.SplitSeq(family, wordEnd) {
			for _, letter := range letters {
				h := newHash()
				h.number(uint64(k))
				h.text(word)
				h.byte(0)
				h.rune(letter)
				if !yield(h.key(k.kind())) {
					return
				}
			}
		}
	}
}

// probes yields every key that somebody of the name may have at a place: some write the family name where the given name
// belongs.
func (k Key) probes(n Name) iter.Seq[Key] {
	return func(yield func(Key) bool) {
		family, given, nicknames := n.split()
		for at := range k.places(family, given, nicknames) {
			if !yield(at) {
				return
			}
		}
		for at := range k.places(given, family, nicknames) {
			if !yield(at) {
				return
			}
		}
	}
}
