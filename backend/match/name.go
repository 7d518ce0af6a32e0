package match

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Name is a name as it is compared: words in the form in which their spellings are equal, without titles.
type Name struct {
	Family, Given, Nicknames []string
}

// Spelled is a name as a card writes it. Display is the whole of it; Given may hold further given names.
type Spelled struct {
	Display, Family, Given string
	Nicknames              []string
}

// NameOf brings a name into the form in which it is compared. Without parts, those of the whole are found: what stands
// before a comma is the family name, else the last word is. Words of Display that no part has count as nicknames.
func NameOf(s Spelled) Name {
	if !strings.ContainsFunc(s.Display, unicode.IsLetter) || strings.Contains(s.Display, "@") {
		s.Display = "" // some phones call people by their number
	}
	n := Name{Family: bare(words(s.Family)), Given: bare(words(s.Given))}
	whole := s.Display
	if len(n.Family) == 0 && len(n.Given) > 1 {
		whole = s.Given
	}
	if len(n.Given) == 0 && len(n.Family) > 1 {
		whole = s.Family
	}
	if len(n.Family) == 0 || len(n.Given) == 0 {
		if found := inOrder(whole); len(found.Family)+len(found.Given) > 0 {
			n = found
		}
	}
	for _, nickname := range s.Nicknames {
		n.addNicknames(words(nickname))
	}
	n.addNicknames(bare(words(s.Display)))
	return n
}

// inOrder reads the parts of a whole name.
func inOrder(whole string) Name {
	before, after, comma := strings.Cut(whole, ",")
	if after := bare(words(after)); comma && len(after) > 0 && !isTitle(after[0]) {
		return Name{Family: bare(words(before)), Given: after}
	}
	all := bare(words(before))
	if len(all) < 2 {
		return Name{Given: all}
	}
	return Name{Family: all[len(all)-1:], Given: all[:len(all)-1]}
}

// mostNicknames bounds what is kept of a card that somebody filled with words.
const mostNicknames = 4

func (n *Name) addNicknames(list []string) {
	for _, word := range list {
		known := slices.Contains(n.Family, word) || slices.Contains(n.Given, word) || slices.Contains(n.Nicknames, word)
		if !known && utf8.RuneCountInString(word) > 1 && len(n.Nicknames) < mostNicknames {
			n.Nicknames = append(n.Nicknames, word)
		}
	}
}

func (n Name) empty() bool { return len(n.Family)+len(n.Given)+len(n.Nicknames) == 0 }

// bare takes titles and particles out of the words of a name, unless nothing else is in it.
func bare(list []string) []string {
	kept := slices.DeleteFunc(slices.Clone(list), func(word string) bool { return isTitle(word) || isParticle(word) })
	if len(kept) == 0 {
		return list
	}
	return kept
}

func isTitle(word string) bool { return slices.Contains(titles, word) }

func isParticle(word string) bool { return slices.Contains(particles, word) }

// What may be somebody's name is in neither list, nor what tells a father from his son. They are written as words spells them.
var (
	titles = strings.Fields(`dr prof professor dipl ing med phil rer nat jur mag msc bsc phd mba llm herr frau hr mr mrs ms
		miss mister sir dott univ`)
	particles = strings.Fields("von vom van de der den des du zu zum zur und")
)

// words splits a text into words and brings each into the form in which its spellings are equal: folded, Cyrillic and Greek
// in Latin letters, umlauts without their e. An apostrophe does not end a word.
func words(s string) []string {
	var buffer [96]byte
	folded := AppendFold(buffer[:0], s)
	var list []string
	var word []byte
	for len(folded) > 0 {
		r, size := utf8.DecodeRune(folded)
		folded = folded[size:]
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			word = appendLatin(word, r)
			continue
		case strings.ContainsRune("'’ʼ`´", r):
			continue
		}
		list, word = appendWord(list, word), word[:0]
	}
	return appendWord(list, word)
}

func appendWord(list []string, word []byte) []string {
	if len(word) == 0 {
		return list
	}
	return append(list, contracted(string(word)))
}

// contracted draws ae, oe and ue together, which may stand for an umlaut.
func contracted(word string) string {
	for i := 1; i < len(word); i++ {
		if isDigraph(word, i) {
			return string(appendContracted(nil, word))
		}
	}
	return word
}
