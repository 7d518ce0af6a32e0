package match

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Likeness is what two names have to do with each other.
type Likeness uint8

// The likenesses, from nothing to all.
const (
	// Stranger: nothing in common.
	Stranger Likeness = iota
	// Kin: one family name, two given names.
	Kin
	// Renamed: one given name, two family names, as after a wedding.
	Renamed
	// Unnamed: one of them has no name at all.
	Unnamed
	// Partly: one of them has half of the other's name.
	Partly
	// Near: one name, written with an initial, a short form, a double name or a slip of the finger.
	Near
	// Equal: the same words, in whatever order.
	Equal
)

// Like compares two names.
func (n Name) Like(m Name) Likeness {
	switch {
	case n == "" || m == "":
		return Unnamed
	case n == m:
		return Equal
	}
	return n.parts().like(m.parts())
}

func (n parts) like(m parts) Likeness {
	if equalWords(n, m) {
		return Equal
	}
	return n.unequal(m)
}

// unequal compares names that are not the same words.
func (n parts) unequal(m parts) Likeness {
	best := oriented(n, m)
	// Some write the family name where the given name belongs.
	if oriented(n, m.turned()) == Near || oriented(n.turned(), m) == Near {
		best = Near
	}
	return max(best, half(n, m), half(m, n))
}

// turned is a name whose parts stand in each other's place.
func (n parts) turned() parts { return parts{family: n.given, given: n.family, nicknames: n.nicknames} }

func equalWords(n, m parts) bool {
	a, b := append(slices.Clone(n.family), n.given...), append(slices.Clone(m.family), m.given...)
	slices.Sort(a)
	slices.Sort(b)
	if slices.Equal(a, b) {
		return true
	}
	// "Annalena" and "Anna Lena", and names in Han, whose parts one card has apart and another together.
	family, given := strings.Join(n.family, ""), strings.Join(n.given, "")
	whole := strings.Join(m.family, "") + strings.Join(m.given, "")
	turned := strings.Join(m.given, "") + strings.Join(m.family, "")
	return family+given == whole || family+given == turned
}

// oriented compares names whose parts stand where they belong.
func oriented(n, m parts) Likeness {
	if len(n.family) == 0 || len(m.family) == 0 || len(n.given) == 0 || len(m.given) == 0 {
		return Stranger
	}
	family, near := shared(n.family, m.family)
	given := givenAlike(n, m)
	switch {
	case family && given >= sameInitial, near && given == sameGiven:
		return Near
	case given == sameGiven:
		return Renamed
	case family:
		return Kin
	}
	return Stranger
}

// half compares a name of one part with a whole one.
func half(n, m parts) Likeness {
	if (len(n.family) > 0) == (len(n.given) > 0) {
		return Stranger
	}
	words := append(slices.Clone(n.family), n.given...)
	for _, word := range words {
		if isInitial(word) {
			return Stranger
		}
		if !slices.Contains(m.family, word) && !slices.ContainsFunc(m.given, func(w string) bool { return sameWord(w, word) }) &&
			!slices.Contains(m.nicknames, word) {
			return Stranger
		}
	}
	return Partly
}

// shared tells whether two family names have a word in common, as double names do, or all but.
func shared(a, b []string) (same, near bool) {
	for _, v := range a {
		for _, w := range b {
			if v == w {
				return true, true
			}
			near = near || mistyped(v, w, 4)
		}
	}
	return false, near
}

type given uint8

const (
	otherGiven given = iota
	sameInitial
	sameGiven
)

func givenAlike(n, m parts) given {
	best := otherGiven
	for i, v := range n.given {
		for j, w := range m.given {
			switch {
			case sameWord(v, w), mistyped(v, w, 5) && v[0] == w[0] && v[len(v)-1] == w[len(w)-1]:
				return sameGiven
			case i == 0 && j == 0 && isInitialOf(v, w):
				best = sameInitial
			}
		}
	}
	if nicknamed(n, m) || nicknamed(m, n) {
		return sameGiven
	}
	return best
}

func nicknamed(n, m parts) bool {
	for _, nick := range n.nicknames {
		if slices.Contains(m.given, nick) || slices.Contains(m.nicknames, nick) {
			return true
		}
	}
	return false
}

// sameWord tells whether two given names are one, written out or short.
func sameWord(v, w string) bool { return v == w || len(v) > 1 && len(w) > 1 && shortOf(v, w) }

func isInitialOf(v, w string) bool {
	a, _ := utf8.DecodeRuneInString(v)
	b, _ := utf8.DecodeRuneInString(w)
	return a == b && (isInitial(v) || isInitial(w))
}

// isInitial tells whether a word is a single letter, of a script in which that is no name.
func isInitial(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return size == len(word) && !unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana)
}

// slip tells whether two words of at least so many letters differ in one letter: another one, one more, or two in the
// wrong order.
func slip(v, w string, least int) bool {
	if farApart(v, w) {
		return false
	}
	a, b := []rune(v), []rune(w)
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < least || len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return slices.Equal(a[i:], b[i+1:])
	}
	if i == len(a) || slices.Equal(a[i+1:], b[i+1:]) {
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && slices.Equal(a[i+2:], b[i+2:])
}

// farApart tells, of most words in which more than one letter differs, that it is so, without taking them apart.
func farApart(v, w string) bool {
	for len(v) > 0 && len(w) > 0 && v[0] == w[0] {
		v, w = v[1:], w[1:]
	}
	for len(v) > 0 && len(w) > 0 && v[len(v)-1] == w[len(w)-1] {
		v, w = v[:len(v)-1], w[:len(w)-1]
	}
	const letters = 2 // in the wrong order
	return max(len(v), len(w)) > letters && isASCII(v) && isASCII(w)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
