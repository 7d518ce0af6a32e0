package match

import "slices"

// follow compares those who changed with whom they can be met by, and again those who share a number or a mail address that came or
// went, since it is theirs alone or no longer. What a large block has in its midst does not shift for that.
func (d *Doubles) follow() {
	d.spell()
	touched := map[int32]bool{}
	asked, shared := newBlockSet(), newBlockSet()
	for _, k := range d.former {
		shared.add(entry(uint64(block(k)), 0))
	}
	for _, at := range d.changed {
		touched[at] = true
		p := &d.people[at]
		if p.gone {
			continue
		}
		d.common.weigh(d.nameOf(at))
		d.mark(p)
		for _, e := range d.metBy(nil, at) {
			asked.add(e)
		}
		for _, k := range d.reach(p) {
			shared.add(entry(uint64(block(k)), 0))
		}
	}
	again, crowded := map[[2]int32]bool{}, map[int32]bool{}
	for met := range d.meet(touched, asked, shared).blocks {
		if shared.has(met[0]) && len(met) > mostMet {
			for _, e := range met {
				crowded[whoOf(e)] = true
			}
		}
		all := shared.has(met[0]) && len(met) <= mostMet
		d.couples(met, func(a, b int32) {
			if all || touched[a] || touched[b] {
				again[d.inOrder(a, b)] = true
			}
		})
	}
	d.found = slices.DeleteFunc(d.found, func(m meetingOf) bool {
		if touched[m.a] || touched[m.b] {
			return true
		}
		if crowded[m.a] && crowded[m.b] {
			again[[2]int32{m.a, m.b}] = true
		}
		return again[[2]int32{m.a, m.b}]
	})
	d.holders = d.holdersFor(again)
	for couple := range again {
		if m := d.judge(couple[0], couple[1]); m.sure > Apart {
			d.found = append(d.found, m)
		}
	}
	d.holders, d.changed, d.former = nil, nil, nil
}

// metBy appends every entry of somebody.
func (d *Doubles) metBy(list entries, at int32) entries {
	list = d.places(list, at)
	if !d.people[at].company {
		list = d.nameOf(at).slips(list, at)
	}
	return list
}

// meet returns the entries of everyone in the blocks that are asked for, those by which the touched are met and others.
func (d *Doubles) meet(touched map[int32]bool, asked, others *blockSet) entries {
	named := make([]bool, len(d.names))
	inParts(len(d.names), func(_, from, to int) {
		var list entries
		for i := from; i < to; i++ {
			list = d.names[i].named(list[:0], 0, false)
			list = d.names[i].slips(list, 0)
			named[i] = slices.ContainsFunc(list, asked.has)
		}
	})
	// By what place somebody is met is looked up before what they are called there.
	places := newBlockSet()
	for at := range touched {
		for _, k := range d.whereabouts(nil, at) {
			places.add(entry(uint64(k), 0))
		}
	}
	var parts [cores]entries
	inParts(len(d.people), func(part, from, to int) {
		var list entries
		var keys []Key
		is := func(e uint64) bool { return asked.has(e) || others.has(e) }
		for i := from; i < to; i++ {
			p := &d.people[i]
			if p.gone {
				continue
			}
			keys = d.whereabouts(keys[:0], int32(i))
			met := func(k Key) bool {
				e := entry(uint64(k), 0)
				return places.has(e) || others.has(e)
			}
			if !named[p.name] && !slices.ContainsFunc(keys, met) {
				continue
			}
			list = d.metBy(list[:0], int32(i))
			for _, e := range list {
				if is(e) {
					parts[part] = append(parts[part], e)
				}
			}
		}
	})
	return slices.Compact(sortEntries(slices.Concat(parts[:]...), whoBits, 64))
}

// whereabouts appends by what somebody can be met but for their name.
func (d *Doubles) whereabouts(list []Key, at int32) []Key {
	p := &d.people[at]
	for _, k := range d.keysOf(p) {
		list = append(list, block(k))
	}
	if p.born != 0 {
		list = append(list, p.born.key())
	}
	return list
}

// holdersFor returns who has a number or a mail address of the couples.
func (d *Doubles) holdersFor(couples map[[2]int32]bool) entries {
	asked := newBlockSet()
	for couple := range couples {
		for _, at := range couple {
			for _, k := range d.reach(&d.people[at]) {
				asked.add(entry(uint64(block(k)), 0))
			}
		}
	}
	return d.reached(func(block Key) bool { return asked.has(entry(uint64(block), 0)) })
}

// blockSet is some blocks, of which most others are told apart by one bit.
type blockSet struct {
	bits   [1 << (setBits - 6)]uint64
	hashes map[uint64]bool
}

const setBits = 16

func newBlockSet() *blockSet { return &blockSet{hashes: map[uint64]bool{}} }

func (s *blockSet) add(e uint64) {
	bit := e >> (64 - setBits)
	s.bits[bit/64] |= 1 << (bit % 64)
	s.hashes[e>>whoBits] = true
}

func (s *blockSet) has(e uint64) bool {
	bit := e >> (64 - setBits)
	return s.bits[bit/64]&(1<<(bit%64)) != 0 && s.hashes[e>>whoBits]
}
