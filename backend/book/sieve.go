package book

// sieve tells of a text what it cannot hold, so that a search reads only few of them: each two bytes that stand beside each other
// set one of its bits. A usual text sets a third of them, and a word of five letters passes through one in a hundred others.
type sieve [8]uint64

// nameStart stands before the first byte of each word of a name, where a search for a single letter looks.
const nameStart = '\n'

// sieveOf returns the sieve of a text whose first bytes are names.
func sieveOf(text []byte, names int) (s sieve) {
	for i := 1; i < len(text); i++ {
		s.add(text[i-1], text[i])
	}
	for i := range names {
		if i == 0 || !isWordByte(text[i-1]) {
			s.add(nameStart, text[i])
		}
	}
	return s
}

func (s *sieve) add(a, b byte) {
	bit := (uint32(a)<<8 | uint32(b)) * 0x9e3779b1 >> 23
	s[bit/64] |= 1 << (bit % 64)
}

// holds reports whether a text may hold what the other is the sieve of.
func (s *sieve) holds(other *sieve) bool {
	for i := range s {
		if other[i]&^s[i] != 0 {
			return false
		}
	}
	return true
}

// passes reports whether all terms may fit a text.
func (s *sieve) passes(list []term) bool {
	for i := range list {
		passed := false
		for k := range list[i].sieves {
			passed = passed || s.holds(&list[i].sieves[k])
		}
		if !passed {
			return false
		}
	}
	return true
}

// sieved makes the sieves of terms.
func sieved(list []term) []term {
	for i := range list {
		t := &list[i]
		for _, spelling := range t.spellings {
			one := sieveOf(spelling, 0)
			if t.startOnly {
				one.add(nameStart, spelling[0])
			}
			t.sieves = append(t.sieves, one)
		}
	}
	return list
}
