package match

import (
	"slices"
	"unicode/utf8"
)

// Register is everyone in a book, found by what a guest list says of them: a mail address, a number, or the name alone. It is
// made for a list and thrown away, takes about a kilobyte for each person, and compares a guest with those few alone who have one
// part of the name in common. It is not safe for concurrent use.
type Register struct {
	circle *Circle
	people []heard
	names  table
	words  map[string]string // as they sound, of all names so far
	seen   []int32           // by number, the search that met them last
	search int32
	met    []int32 // scratch
}

// heard is a name with everything that it is compared by.
type heard struct {
	written, spoken parts
	skeleton        string
	arabic, company bool
	generation      generation
	organisations   []Key
}

// generation is what tells a father from his son.
type generation uint8

const (
	unsaid generation = iota
	elder
	younger
)

var generations = map[string]generation{
	"jun": younger, "jr": younger, "junior": younger, "jnr": younger, "sen": elder, "sr": elder, "senior": elder, "snr": elder,
}

// NewRegister returns a register with room for n people.
func NewRegister(n int) *Register {
	return &Register{circle: NewCircle(n), people: make([]heard, 0, n), names: newTable(16 * n), words: make(map[string]string, n)}
}

// Add puts somebody in and returns their number, which counts from 0.
func (r *Register) Add(p Profile) int {
	person := r.hear(p.Name)
	person.company = p.Company
	reach := Profile{Name: p.Name, Born: p.Born, Company: p.Company}
	for _, k := range p.Keys {
		switch k.kind() {
		case email, phone:
			reach.Keys = append(reach.Keys, k)
		case organisation:
			person.organisations = append(person.organisations, k)
			r.circle.staff[k]++
		}
	}
	who := r.circle.Add(reach)
	r.people = append(r.people, person)
	r.seen = append(r.seen, 0)
	if !person.company {
		for k := range person.places {
			r.names.add(k, k, int32(who))
		}
		for _, word := range slices.Concat(person.spoken.family, person.spoken.given, person.spoken.nicknames) {
			k := wordKey(word)
			r.names.add(k, k, int32(who))
		}
	}
	return who
}

// hear takes a name apart.
func (r *Register) hear(n Name) heard {
	h := heard{written: n.parts()}
	h.written, h.generation = h.written.apart()
	h.spoken = h.written.spoken(r.sound)
	h.arabic = h.written.isArabic()
	h.skeleton = h.written.skeleton()
	return h
}

// sound is spoken, which is asked for the same words again and again.
func (r *Register) sound(word string) string {
	heard, ok := r.words[word]
	if !ok {
		heard = spoken(word)
		r.words[word] = heard
	}
	return heard
}

// apart takes out of a name what tells a father from his son.
func (n parts) apart() (parts, generation) {
	found := unsaid
	cut := func(list []string) []string {
		if !slices.ContainsFunc(list, func(word string) bool { return generations[word] != unsaid }) {
			return list
		}
		var kept []string
		for _, word := range list {
			if g := generations[word]; g != unsaid {
				found = g
			} else {
				kept = append(kept, word)
			}
		}
		return kept
	}
	n = parts{cut(n.family), cut(n.given), cut(n.nicknames)}
	if last := len(n.given) - 1; len(n.family) == 0 && found != unsaid && last > 0 {
		n.family, n.given = n.given[last:], n.given[:last]
	}
	return n, found
}

// places yields every key that a name is kept under; a guest is looked for under the same, and under those of a name whose parts
// stand in each other's place. The key of a single word is not among them.
func (h heard) places(yield func(Key) bool) {
	n := h.spoken
	initials := initialsOf(n)
	for _, family := range n.family {
		for _, initial := range initials {
			if !yield(pairKey(family, initial)) {
				return
			}
		}
		for _, given := range slices.Concat(n.given, n.nicknames) {
			for _, whole := range wholeForms(given) {
				for rest := range lettersLost(family) {
					if !yield(slipKey(whole, rest)) {
						return
					}
				}
			}
		}
	}
	for _, k := range [...]Key{joinedKey(n.family, n.given), joinedKey(n.given, n.family)} {
		if k != 0 && !yield(k) {
			return
		}
	}
	if h.skeleton != "" && !yield(bonesKey(h.skeleton)) {
		return
	}
	for _, k := range h.organisations {
		for _, word := range slices.Concat(n.family, n.given, n.nicknames) {
			if !yield(staffKey(k, word)) {
				return
			}
		}
	}
}

// turned is the name with its parts in each other's place.
func (h heard) turned() heard {
	h.organisations, h.skeleton = nil, ""
	h.spoken.family, h.spoken.given = h.spoken.given, h.spoken.family
	return h
}

func initialsOf(n parts) []rune {
	var initials []rune
	for _, name := range slices.Concat(n.given, n.nicknames) {
		initials = appendInitials(initials, name)
	}
	for i, letter := range initials {
		heard, _ := utf8.DecodeRuneInString(spoken(string(letter)))
		initials[i] = heard
	}
	return initials
}

// wholeForms returns a given name and what it may be short for.
func wholeForms(given string) []string {
	if forms := shortForms[given]; len(forms) > 0 {
		return append([]string{given}, forms...)
	}
	return []string{given}
}

// lettersLost yields a word, and it again without each of its letters: what two words have in common that differ by a slip.
func lettersLost(word string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		if !yield(word) || utf8.RuneCountInString(word) < 4 {
			return
		}
		for i, letter := range word {
			if !yield(word[:i] + word[i+utf8.RuneLen(max(letter, 0)):]) {
				return
			}
		}
	}
}

func pairKey(family string, initial rune) Key {
	h := newHash()
	h.text(family)
	h.byte(1)
	h.rune(initial)
	return h.key(called)
}

func slipKey(given, family string) Key {
	h := newHash()
	h.text(given)
	h.byte(2)
	h.text(family)
	return h.key(called)
}

func joinedKey(first, last []string) Key {
	if len(first)+len(last) == 0 {
		return 0
	}
	h := newHash()
	h.byte(3)
	for _, word := range slices.Concat(first, last) {
		h.text(word)
	}
	return h.key(called)
}

func bonesKey(skeleton string) Key { return tagged(4, skeleton) }

func wordKey(word string) Key { return tagged(6, word) }

func tagged(tag byte, text string) Key {
	h := newHash()
	h.byte(tag)
	h.text(text)
	return h.key(called)
}

func staffKey(organisation Key, word string) Key {
	h := newHash()
	h.number(uint64(organisation))
	h.byte(5)
	h.text(word)
	return h.key(called)
}
