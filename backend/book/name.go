package book

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/match"
	"kaffeerunde/backend/vcard"
)

// called is how a card is listed and sorted.
type called struct {
	name, inverted    string
	byFamily, byGiven string // what the collation looks at
	parts             contact.Name
	derived           bool
}

func nameOf(c *vcard.Card, kind contact.Kind, organisation string) called {
	name, derived := c.DisplayName()
	n := called{name: printable(name), derived: derived}
	if names := c.Names(); len(names) > 0 {
		n.parts = contact.Name{
			Family: names[0].FamilyName, Given: names[0].GivenName, Additional: names[0].AdditionalName,
			Prefixes: names[0].HonorificPrefix, Suffixes: names[0].HonorificSuffix,
		}
	}
	n.byFamily, n.byGiven = n.name, n.name
	if kind != contact.Individual || organisation != "" && organisation == n.name {
		return n
	}
	family, given := n.parts.Family, joinWords(n.parts.Given, n.parts.Additional)
	if family == "" && given == "" {
		// Without N the last word is the family name for most who write their name in words.
		if i := strings.LastIndexByte(n.name, ' '); i > 0 && !derived {
			family, given = n.name[i+1:], n.name[:i]
		}
	}
	if family == "" || given == "" {
		return n
	}
	n.byFamily, n.byGiven = joinWords(family, given), joinWords(given, family)
	// A name in Han or Hangul is written family name first and without a comma anyway.
	if r, _ := utf8.DecodeRuneInString(family); !unicode.In(r, unicode.Han, unicode.Hangul) {
		n.inverted = printable(family + ", " + given)
	}
	return n
}

func joinWords(words ...string) string {
	var kept []string
	for _, word := range words {
		if word != "" {
			kept = append(kept, word)
		}
	}
	return strings.Join(kept, " ")
}

// printable makes a line of s: white space of all kinds becomes one space, other control characters go.
func printable(s string) string {
	clean := true
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == 0x7f || c >= utf8.RuneSelf || c == ' ' && (i == 0 || s[i-1] == ' ' || i == len(s)-1) {
			clean = false
			break
		}
	}
	if clean {
		return s
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, strings.Join(strings.Fields(s), " "))
}

// namer makes the keys by which names are sorted. German and English sort alike (the root collation of CLDR), so a book
// needs no order of its own for each language.
type namer struct {
	ascii     [utf8.RuneSelf][]byte
	collators sync.Pool
}

func newNamer() *namer {
	n := &namer{collators: sync.Pool{New: func() any { return &collator{Collator: collate.New(language.Und, collate.Loose)} }}}
	c := n.collators.Get().(*collator)
	defer n.collators.Put(c)
	for i := range n.ascii {
		c.buffer.Reset()
		n.ascii[i] = append([]byte(nil), c.KeyFromString(&c.buffer, string(rune(i)))...)
	}
	return n
}

type collator struct {
	*collate.Collator
	buffer collate.Buffer
}

// key returns the sort key of a name: the letter of its section, a zero byte, the primary weights of its characters, and
// for names beyond ASCII the name itself, so that Muller comes before Müller.
func (n *namer) key(name string) []byte {
	name = strings.TrimLeftFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	key := append(make([]byte, 0, 8+3*len(name)), section(name)...)
	key = append(key, 0)
	for i := range len(name) {
		if name[i] >= utf8.RuneSelf {
			return n.collated(key, name)
		}
		key = append(key, n.ascii[name[i]]...)
	}
	return key
}

func (n *namer) collated(key []byte, name string) []byte {
	c := n.collators.Get().(*collator)
	defer n.collators.Put(c)
	c.buffer.Reset()
	head := len(section(name)) + 1
	key = append(key[:head], c.KeyFromString(&c.buffer, name)...)
	return append(append(key, 0, 0), name...)
}

// section returns the letter under which a name stands: A to Z for Latin, the first letter for other alphabets, one sign
// for each of the scripts that have too many, "#" for all else. The letters sort by their bytes.
func section(name string) string {
	r, _ := utf8.DecodeRuneInString(name)
	switch {
	case unicode.In(r, unicode.Han):
		return "漢"
	case unicode.In(r, unicode.Hiragana, unicode.Katakana):
		return "あ"
	case unicode.In(r, unicode.Hangul):
		return "가"
	case !unicode.IsLetter(r):
		return "#"
	}
	folded := match.Fold(string(r))
	first, size := utf8.DecodeRuneInString(folded)
	if size == 0 || !unicode.IsLetter(first) {
		return "#"
	}
	return string(unicode.ToUpper(first))
}
