package match

// table finds numbers by keys, several by one. It is a hash table with chains, and takes about twenty bytes of memory for an
// entry.
type table struct {
	heads  []int32 // by the lowest bits of a block's hash; the number of the newest entry and 1, 0 for none
	chunks [][]link
	n      int
}

// chunk is how many entries lie together: what grows in pieces is never copied, and nothing is left over.
const chunk = 1 << 12

type link struct {
	block uint32 // hash
	rest  uint32 // what tells the keys of one block apart
	who   int32
	next  int32 // as in heads
}

func newTable(n int) table {
	size := 1 << 10
	for size < n {
		size *= 2
	}
	return table{heads: make([]int32, size)}
}

func (t *table) add(block, k Key, who int32) {
	if t.n >= len(t.heads) {
		t.grow()
	}
	if t.n%chunk == 0 {
		t.chunks = append(t.chunks, make([]link, chunk))
	}
	t.n++
	l := t.link(int32(t.n))
	*l = link{block: mixed(block), rest: restOf(k), who: who}
	t.chain(l, int32(t.n))
}

func (t *table) link(at int32) *link { return &t.chunks[(at-1)/chunk][(at-1)%chunk] }

func (t *table) chain(l *link, at int32) {
	head := &t.heads[l.block&uint32(len(t.heads)-1)]
	l.next, *head = *head, at
}

func (t *table) grow() {
	t.heads = make([]int32, 2*len(t.heads))
	for at := int32(1); int(at) <= t.n; at++ {
		t.chain(t.link(at), at)
	}
}

// mostLinks bounds how many entries are looked at for one key, so that a number that thousands share costs no more than one
// that few do.
const mostLinks = 256

// each calls f for who stands at a block, the newest first.
func (t *table) each(block Key, f func(rest uint32, who int32)) {
	hash := mixed(block)
	at := t.heads[hash&uint32(len(t.heads)-1)]
	for n := 0; at > 0 && n < mostLinks; n++ {
		l := t.link(at)
		if l.block == hash {
			f(l.rest, l.who)
		}
		at = l.next
	}
}

func mixed(block Key) uint32 {
	h := uint64(block) * 0x9e3779b97f4a7c15
	return uint32(h >> 32)
}

// restOf is what of a key its block does not say: of a number the digits before the last seven, and whether it names its
// country; of a hash another part of it.
func restOf(k Key) uint32 {
	if k.kind() != phone {
		return uint32(k >> 24)
	}
	rest := uint32(k.digits()/blockDigits) << 1
	if k.explicit() {
		rest |= 1
	}
	return rest
}

// number puts a phone number's key together again.
func number(block Key, rest uint32) Key {
	digits := uint64(rest>>1)*blockDigits + block.digits()
	k := Key(digits<<digitsShift | uint64(phone))
	if rest&1 != 0 {
		k |= explicitBit
	}
	return k
}
