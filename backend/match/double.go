package match

import (
	"cmp"
	"slices"
	"sync"
)

// Double is two or more people who may be one, by their IDs. Common is what they have in common, each once, the surest
// first; a Key is one of the first person's who has it.
type Double struct {
	People []int64
	Sure   bool
	Common []Trait
}

// Trait is something that people of a Double have in common, and whose key it is.
type Trait struct {
	Common
	Who int64
}

// Doubles finds who among everyone in a book may be one person, and follows the book. It compares those alone who share a number, an
// address, a name or nearly one: a hundred thousand people once, after that whom somebody who changed can be met by. Whom it is sure
// of are one name with something that is theirs alone: a number or an address that a family, an office or a switchboard shares makes
// nobody sure, and neither does a name.
//
// It holds some sixty bytes of everyone beside their keys and each spelling of a name once. It is not safe for concurrent use.
type Doubles struct {
	people []somebody // those of the first look in the order of their IDs
	looked int        // how many of them that is; 0 before the first look
	later  map[int64]int32
	keys   []Key // of everyone, one after the other
	names  []spelt
	known  map[Name]int32
	spelt  int // how many of the names are taken apart

	common frequencies
	found  []meetingOf // in no order, and those known to be two among them

	changed []int32 // since found
	former  []Key   // numbers and mail addresses that they had
	holders entries // of numbers and mail addresses, while people are compared
}

// somebody is a Profile in few bytes.
type somebody struct {
	id            int64
	reach, places uint64  // a bit for each thing by which they can be met, so that most who have nothing in common are told apart
	frequency     float64 // of their name
	born          Day
	name          int32
	from, to      uint32 // of the keys
	company, gone bool
}

// NewDoubles returns Doubles with room for n people.
func NewDoubles(n int) *Doubles {
	return &Doubles{people: make([]somebody, 0, n), keys: make([]Key, 0, 5*n), later: map[int64]int32{}, known: make(map[Name]int32, n/2)}
}

// Put takes a packed profile in, in the place of an earlier one of that ID. Until the first Groups the IDs must ascend. It reports
// whether it could be read; who cannot be is left out.
func (d *Doubles) Put(id int64, packed []byte) (ok bool) {
	head, keys, name, ok := unpack(packed)
	if !ok {
		d.Drop(id)
		return false
	}
	p := somebody{id: id, born: head.Born, company: head.Company, from: uint32(len(d.keys))}
	d.keys = appendKeys(d.keys, keys)
	p.to = uint32(len(d.keys))
	if p.name, ok = d.known[Name(name)]; !ok {
		p.name = int32(len(d.names))
		d.names = append(d.names, spelt{name: Name(name)})
		d.known[d.names[p.name].name] = p.name
	}
	if d.looked == 0 {
		d.people = append(d.people, p)
		return true
	}
	at, ok := d.at(id)
	if !ok {
		at = int32(len(d.people))
		d.later[id] = at
		d.people = append(d.people, somebody{gone: true})
	}
	d.change(at, p)
	return true
}

// Drop takes somebody out; whoever is not there stays so.
func (d *Doubles) Drop(id int64) {
	if at, ok := d.at(id); ok {
		gone := d.people[at]
		gone.gone = true
		d.change(at, gone)
	}
}

func (d *Doubles) change(at int32, p somebody) {
	if was := &d.people[at]; !was.gone {
		d.former = append(d.former, d.reach(was)...)
	}
	d.people[at] = p
	d.changed = append(d.changed, at)
}

// at returns the place of somebody.
func (d *Doubles) at(id int64) (int32, bool) {
	first := d.people[:d.looked]
	if at, ok := slices.BinarySearchFunc(first, id, func(p somebody, id int64) int { return cmp.Compare(p.id, id) }); ok {
		return int32(at), true
	}
	at, ok := d.later[id]
	return at, ok
}

func (d *Doubles) keysOf(p *somebody) []Key { return d.keys[p.from:p.to] }

// reach returns the numbers and mail addresses of somebody.
func (d *Doubles) reach(p *somebody) []Key {
	var list []Key
	for _, k := range d.keysOf(p) {
		if k.kind() == email || k.kind() == phone {
			list = append(list, k)
		}
	}
	return list
}

func (d *Doubles) nameOf(at int32) *spelt { return &d.names[d.people[at].name] }

// mostChanged is how many changes are followed before everybody is compared again.
const mostChanged = 2000

// Groups returns who may be one, sure ones first, then those with most in common; within a group the IDs ascend. The first call compares
// everybody, later ones whoever was put in or dropped since. apart tells whether two are known to be two; it is asked anew each time.
func (d *Doubles) Groups(apart func(a, b int64) bool) []Double {
	switch {
	case d.looked == 0 || len(d.changed) > mostChanged:
		d.look()
	case len(d.changed) > 0:
		d.follow()
	}
	return d.groups(apart)
}

// look compares everyone.
func (d *Doubles) look() {
	d.settle()
	d.spell()
	d.count()
	d.compareAll()
}

// compareAll compares whoever meets in a block.
func (d *Doubles) compareAll() {
	for i := range d.people {
		d.mark(&d.people[i])
	}
	d.found = d.judged(d.blocks())
	d.holders, d.changed, d.former = nil, nil, nil
}

// settle lays people out in the order of their IDs, without those who are gone.
func (d *Doubles) settle() {
	if d.looked > 0 {
		was := d.keys
		d.keys = make([]Key, 0, len(was))
		d.people = slices.DeleteFunc(d.people, func(p somebody) bool { return p.gone })
		slices.SortFunc(d.people, func(a, b somebody) int { return cmp.Compare(a.id, b.id) })
		for i := range d.people {
			p := &d.people[i]
			from := uint32(len(d.keys))
			d.keys = append(d.keys, was[p.from:p.to]...)
			p.from, p.to = from, uint32(len(d.keys))
		}
		clear(d.later)
	}
	d.looked = len(d.people)
}

// cores is how many parts of the work run at a time.
const cores = 4

// inParts runs f on several cores, each with a stretch of the numbers below n.
func inParts(n int, f func(part, from, to int)) {
	var all sync.WaitGroup
	for k := range cores {
		all.Go(func() { f(k, n*k/cores, n*(k+1)/cores) })
	}
	all.Wait()
}
