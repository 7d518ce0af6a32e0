package match

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Name is a name as it is compared: its words in the form in which their spellings are equal, without titles; those of the
// family name, then the given names, then what the person is called besides.
type Name string

// parts are the words of a Name.
type parts struct {
	family, given, nicknames []string
}

const (
	wordEnd = " "
	partEnd = "\x1f"
)

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
	n := parts{family: bare(words(s.Family)), given: bare(words(s.Given))}
	whole := s.Display
	if len(n.family) == 0 && len(n.given) > 1 {
		whole = s.Given
	}
	if len(n.given) == 0 && len(n.family) > 1 {
		whole = s.Family
	}
	if len(n.family) == 0 || len(n.given) == 0 {
		if found := inOrder(whole); len(found.family)+len(found.given) > 0 {
			n = found
		}
	}
	for _, nickname := range s.Nicknames {
		n.addNicknames(words(nickname))
	}
	// Most cards say in N what FN has said already.
	if s.Display != s.Given+" "+s.Family {
		n.addNicknames(bare(words(s.Display)))
	}
	return n.pack()
}

func (n parts) pack() Name {
	if len(n.family)+len(n.given)+len(n.nicknames) == 0 {
		return ""
	}
	join := func(words []string) string { return strings.Join(words, wordEnd) }
	return Name(join(n.family) + partEnd + join(n.given) + partEnd + join(n.nicknames))
}

// split returns the three parts of a name, the words of each in one text.
func (n Name) split() (family, given, nicknames string) {
	family, rest, _ := strings.Cut(string(n), partEnd)
	given, nicknames, _ = strings.Cut(rest, partEnd)
	return family, given, nicknames
}

func (n Name) parts() parts {
	family, given, nicknames := n.split()
	return parts{strings.Fields(family), strings.Fields(given), strings.Fields(nicknames)}
}

// inOrder reads the parts of a whole name.
func inOrder(whole string) parts {
	before, after, comma := strings.Cut(whole, ",")
	if after := bare(words(after)); comma && len(after) > 0 && !isTitle(after[0]) {
		return parts{family: bare(words(before)), given: after}
	}
	fields := strings.FieldsFunc(before, unicode.IsSpace)
	for len(fields) > 1 {
		last := len(fields) - 1
		family, given := bare(words(fields[last])), bare(words(strings.Join(fields[:last], " ")))
		if len(family) > 0 && !isTitle(family[0]) {
			if len(given) > 0 && isTitle(given[0]) {
				given = nil
			}
			return parts{family: family, given: given}
		}
		fields = fields[:last]
	}
	return parts{given: bare(words(before))}
}

// mostNicknames bounds what is kept of a card that somebody filled with words.
const mostNicknames = 4

func (n *parts) addNicknames(list []string) {
	for _, word := range list {
		known := slices.Contains(n.family, word) || slices.Contains(n.given, word) || slices.Contains(n.nicknames, word)
		if !known && utf8.RuneCountInString(word) > 1 && len(n.nicknames) < mostNicknames {
			n.nicknames = append(n.nicknames, word)
		}
	}
}

// bare takes titles and particles out of the words of a name, unless nothing else is in it.
func bare(list []string) []string {
	dropped := func(word string) bool { return isTitle(word) || isParticle(word) }
	if !slices.ContainsFunc(list, dropped) {
		return list
	}
	if kept := slices.DeleteFunc(slices.Clone(list), dropped); len(kept) > 0 {
		return kept
	}
	return list
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
	if s == "" {
		return nil
	}
	var folding, writing [96]byte
	folded, text := AppendFold(folding[:0], s), writing[:0]
	start := 0 // of the word
	for len(folded) > 0 {
		r, size := utf8.DecodeRune(folded)
		folded = folded[size:]
		switch {
		case 'a' <= r && r <= 'z':
			text = append(text, byte(r))
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			text = appendLatin(text, r)
		case strings.ContainsRune("'’ʼ`´", r):
		default:
			text = append(contracted(text, start), wordEnd...)
			start = len(text)
		}
	}
	return strings.Fields(string(contracted(text, start)))
}

// contracted draws ae, oe and ue together, which may stand for an umlaut, in the word that starts there.
func contracted(text []byte, start int) []byte {
	word := string(text[start:])
	for i := 1; i < len(word); i++ {
		if isDigraph(word, i) {
			return appendContracted(text[:start], word)
		}
	}
	return text
}
