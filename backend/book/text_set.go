package book

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// textSet are texts, each once, none of them blank.
type textSet map[string]bool

func (s textSet) add(text string) {
	if text = strings.TrimSpace(text); text != "" {
		s[text] = true
	}
}

// textSearch tells whether a text holds any of many. A Replacer is the only search for many texts at once in the standard library.
type textSearch struct {
	texts   textSet
	lengths []int
	*strings.Replacer
}

// search looks for all of them at once, which pays where there are thousands.
func (s textSet) search() textSearch {
	var pairs []string
	lengths := map[int]bool{}
	for text := range s {
		pairs = append(pairs, text, "")
		lengths[len(text)] = true
	}
	return textSearch{s, slices.Sorted(maps.Keys(lengths)), strings.NewReplacer(pairs...)}
}

// in reports whether one of them is in the text, be it within a word.
func (f textSearch) in(text string) bool { return len(f.Replace(text)) < len(text) }

// standsIn reports whether one of them is in the text, and no part of a longer word there.
func (f textSearch) standsIn(text string) bool {
	if !f.in(text) {
		return false
	}
	for i := range text {
		if inWord(text, i) {
			continue
		}
		for _, n := range f.lengths {
			if i+n > len(text) {
				break
			}
			if f.texts[text[i:i+n]] && !inWord(text, i+n) {
				return true
			}
		}
	}
	return false
}

// inWord reports whether a place in a text has letters or digits on either side.
func inWord(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	return (unicode.IsLetter(before) || unicode.IsDigit(before)) && (unicode.IsLetter(after) || unicode.IsDigit(after))
}

// leftOut reports whether a text held one of them that another does not hold.
func (s textSet) leftOut(was, is []byte) bool {
	for value := range s {
		if bytes.Contains(was, []byte(value)) && !bytes.Contains(is, []byte(value)) {
			return true
		}
	}
	return false
}
