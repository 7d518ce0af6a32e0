package match

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"
)

// whoBits is how many bits of an entry say whose it is; those above are a hash of what somebody can be met by.
const whoBits = 24

// entries are some in order, so that those of one hash, whose people form a block, lie together.
type entries []uint64

func entry(h uint64, who int32) uint64 { return mix(h)>>whoBits<<whoBits | uint64(who) }

// mix spreads the bits of a hash over all of it.
func mix(h uint64) uint64 {
	h ^= h >> 32
	h *= 0xd6e8feb86659fd93
	h ^= h >> 32
	h *= 0xd6e8feb86659fd93
	return h ^ h>>32
}

func whoOf(e uint64) int32 { return int32(e & (1<<whoBits - 1)) }

// at returns the entries of a key.
func (b entries) at(k Key) entries {
	first := entry(uint64(k), 0)
	from, _ := slices.BinarySearch(b, first)
	to := from
	for to < len(b) && b[to]>>whoBits == first>>whoBits {
		to++
	}
	return b[from:to]
}

// blocks yields those of more than one person.
func (b entries) blocks(yield func(entries) bool) {
	for from := 0; from < len(b); {
		to := from + 1
		for to < len(b) && b[to]>>whoBits == b[from]>>whoBits {
			to++
		}
		if to-from > 1 && !yield(b[from:to]) {
			return
		}
		from = to
	}
}

// sortEntries orders by the bits from low to high; those below must be in order already.
func sortEntries(list []uint64, low, high int) []uint64 {
	const digit = 11
	other := make([]uint64, len(list))
	for ; low < high; low += digit {
		var starts [1 << digit]int
		for _, e := range list {
			starts[e>>low&(1<<digit-1)]++
		}
		at := 0
		for i, n := range starts {
			starts[i] = at
			at += n
		}
		for _, e := range list {
			d := e >> low & (1<<digit - 1)
			other[starts[d]] = e
			starts[d]++
		}
		list, other = other, list
	}
	return list
}

// What the hashes of names begin with, so that one kind never meets another.
const (
	byWholeName = 1 + iota
	byTwoParts
	bySlip
	byDayAndName
	byPlace
)

func textHash(tag byte, s string) uint64 {
	h := newHash()
	h.byte(tag)
	h.text(s)
	return uint64(h)
}

// places appends the entries of somebody, without those of a slip in the name.
func (d *Doubles) places(list entries, at int32) entries {
	p, n := &d.people[at], d.nameOf(at)
	for _, k := range d.keysOf(p) {
		switch k.kind() {
		case email, phone:
			list = append(list, entry(uint64(block(k)), at))
		case organisation, address:
			list = n.placed(list, k, at)
		}
	}
	if p.born != 0 {
		list = n.placed(list, p.born.key(), at)
		if p.born.year() != 0 {
			for _, word := range n.parts.given {
				list = append(list, entry(textHash(byDayAndName, word)+uint64(p.born)*0x9e3779b97f4a7c15, at))
			}
		}
	}
	return n.named(list, at, p.company)
}

// named appends how somebody is found by their name, those with a slip in it left out.
func (n *spelt) named(list entries, at int32, company bool) entries {
	if n.joined == "" {
		return list
	}
	list = append(list, entry(textHash(byWholeName, n.joined), at))
	if company {
		return list
	}
	for _, family := range n.family {
		h := textHash(byTwoParts, family) * 31
		for _, given := range n.parts.given {
			if len(given) > 1 {
				list = append(list, entry(h+textHash(byTwoParts, wholeForm(given)), at))
			}
		}
	}
	return list
}

// placed appends how somebody of a name is found at a place: by the family name and an initial, in either order.
func (n *spelt) placed(list entries, place Key, at int32) entries {
	for _, parts := range [...][2][]string{{n.family, n.parts.given}, {n.parts.given, n.family}} {
		for _, word := range parts[0] {
			h := (textHash(byPlace, word) + uint64(place)) * 0x9e3779b97f4a7c15
			for _, other := range parts[1] {
				initial, _ := utf8.DecodeRuneInString(other)
				list = append(list, entry(h+uint64(initial)<<8|byPlace, at))
			}
		}
	}
	return list
}

// wholeForm is what a given name is short for, itself where that is not known.
func wholeForm(given string) string {
	if forms := shortForms[given]; len(forms) > 0 {
		return forms[0]
	}
	return given
}

// leastSlip is how many letters a whole name must have so that one wrong one is a slip.
const leastSlip = 9

// slips appends what is left of a name without one letter, for each of its letters.
func (n *spelt) slips(list entries, who int32) entries {
	if utf8.RuneCountInString(n.joined) < leastSlip || !n.complete() {
		return list
	}
	// Of a text t without what stands from i to e the hash is that of t, but for what stood before e, moved.
	const base = 0x9e3779b97f4a7c15
	var before [256]uint64
	if len(n.joined) >= len(before) {
		return list
	}
	for i := range len(n.joined) {
		before[i+1] = before[i]*base + uint64(n.joined[i]) + bySlip
	}
	move := uint64(1)
	for end := len(n.joined); end > 0; {
		_, size := utf8.DecodeLastRuneInString(n.joined[:end])
		list = append(list, entry(before[len(n.joined)]+(before[end-size]-before[end])*move, who))
		for ; size > 0; size-- {
			move *= base
			end--
		}
	}
	return list
}

// mostMet is how many people of one block are compared with each other; of more, neighbours in the order of names alone.
const mostMet = 24

// neighbours is how far somebody is compared in a large block.
const neighbours = 6

// blocks returns the blocks in which people meet: those of places, and those of one slip by the spellings in them.
func (d *Doubles) blocks() (places, slips entries) {
	var parts [cores]entries
	inParts(len(d.people), func(part, from, to int) {
		list := make(entries, 0, 14*(to-from))
		for i := from; i < to; i++ {
			list = d.places(list, int32(i))
		}
		parts[part] = list
	})
	places = sortEntries(slices.Concat(parts[:]...), whoBits, 64)
	d.holders = d.reached(func(Key) bool { return true })
	inParts(len(d.names), func(part, from, to int) {
		list := make(entries, 0, 14*(to-from))
		for i := from; i < to; i++ {
			list = d.names[i].slips(list, int32(i))
		}
		parts[part] = list
	})
	slips = sortEntries(slices.Concat(parts[:]...), whoBits, 64)
	return slices.Compact(places), slices.Compact(slips)
}

// reached returns who can be reached by the blocks that are asked for.
func (d *Doubles) reached(asked func(block Key) bool) entries {
	var parts [cores]entries
	inParts(len(d.people), func(part, from, to int) {
		for i := from; i < to; i++ {
			p := &d.people[i]
			if p.gone {
				continue
			}
			for _, k := range d.keysOf(p) {
				if kind := k.kind(); (kind == email || kind == phone) && asked(block(k)) {
					parts[part] = append(parts[part], entry(uint64(block(k)), int32(i)))
				}
			}
		}
	})
	return slices.Compact(sortEntries(slices.Concat(parts[:]...), whoBits, 64))
}

// byName orders the people of a block by their names.
func (d *Doubles) byName(met entries) entries {
	met = slices.Clone(met)
	slices.SortFunc(met, func(a, b uint64) int {
		return cmp.Or(strings.Compare(d.nameOf(whoOf(a)).joined, d.nameOf(whoOf(b)).joined), cmp.Compare(a, b))
	})
	return met
}

// couples yields who of a block is to be compared with whom.
func (d *Doubles) couples(met entries, yield func(a, b int32)) {
	reach := len(met)
	if len(met) > mostMet {
		reach, met = neighbours, d.byName(met)
	}
	for i, a := range met {
		for _, b := range met[i+1 : min(len(met), i+1+reach)] {
			yield(whoOf(a), whoOf(b))
		}
	}
}

// bearers are the people by the spellings of their names, companies left out.
type bearers struct {
	starts []int32
	people []int32
}

func (d *Doubles) bearers() bearers {
	b := bearers{starts: make([]int32, len(d.names)+1), people: make([]int32, len(d.people))}
	each := func(f func(name, at int32)) {
		for i := range d.people {
			if p := &d.people[i]; !p.company && !p.gone {
				f(p.name, int32(i))
			}
		}
	}
	each(func(name, _ int32) { b.starts[name+1]++ })
	for i := range d.names {
		b.starts[i+1] += b.starts[i]
	}
	next := slices.Clone(b.starts)
	each(func(name, at int32) {
		b.people[next[name]] = at
		next[name]++
	})
	return b
}

func (b *bearers) of(name int32) []int32 { return b.people[b.starts[name]:b.starts[name+1]] }

// slipped yields who of a block of spellings is to be compared with whom. Those of one spelling have met by that.
func (d *Doubles) slipped(alike entries, b *bearers, yield func(a, b int32)) {
	var met entries
	for _, e := range alike {
		for _, at := range b.of(whoOf(e)) {
			met = append(met, uint64(at))
		}
	}
	d.couples(met, func(a, b int32) {
		if d.people[a].name != d.people[b].name {
			yield(a, b)
		}
	})
}

// judged compares who meets in the blocks and returns those who may be one.
func (d *Doubles) judged(places, slips entries) []meetingOf {
	// Each core collects the couples of a stretch of the blocks by who is the first of them, and then judges those of a stretch
	// of people, so that nobody is compared twice.
	var met [cores][cores][]uint64
	b, width := d.bearers(), bits.Len(uint(len(d.people)))
	inParts(cores, func(core, _, _ int) {
		add := func(a, b int32) {
			if a > b {
				a, b = b, a
			}
			if !d.worth(a, b) {
				return
			}
			list := &met[core][int(a)*cores/len(d.people)]
			*list = append(*list, uint64(a)<<width|uint64(b))
		}
		for block := range places.part(core).blocks {
			d.couples(block, add)
		}
		for block := range slips.part(core).blocks {
			d.slipped(block, &b, add)
		}
	})
	var found [cores][]meetingOf
	inParts(cores, func(core, _, _ int) {
		var couples []uint64
		for k := range met {
			couples = append(couples, met[k][core]...)
			met[k][core] = nil
		}
		for _, c := range slices.Compact(sortEntries(couples, 0, 2*width)) {
			if m := d.judge(int32(c>>width), int32(c&(1<<width-1))); m.sure > Apart {
				found[core] = append(found[core], m)
			}
		}
	})
	return slices.Concat(found[:]...)
}

// part returns a stretch of the blocks.
func (b entries) part(k int) entries {
	ends := [2]int{len(b) * k / cores, len(b) * (k + 1) / cores}
	for i, at := range ends {
		for at > 0 && at < len(b) && b[at]>>whoBits == b[at-1]>>whoBits {
			at++
		}
		ends[i] = at
	}
	return b[ends[0]:ends[1]]
}
