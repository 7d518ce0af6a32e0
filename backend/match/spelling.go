package match

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// AppendSpellings appends, each after a space, the other spelling of every word in s that has one: "mueller" for Müller,
// "muller" for Mueller. With Fold(s) beside them both words are found however they are typed.
func AppendSpellings(dst []byte, s string) []byte {
	for len(s) > 0 {
		start := strings.IndexFunc(s, unicode.IsLetter)
		if start < 0 {
			return dst
		}
		s = s[start:]
		end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) })
		if end < 0 {
			end = len(s)
		}
		dst = appendSpelling(dst, s[:end])
		s = s[end:]
	}
	return dst
}

func appendSpelling(dst []byte, word string) []byte {
	if hasUmlaut(word) {
		return AppendFold(append(dst, ' '), umlauts.Replace(word))
	}
	for i := 1; i < len(word); i++ {
		if isDigraph(word, i) {
			return appendContracted(append(dst, ' '), word)
		}
	}
	return dst
}

// The second form of each is what macOS writes: the letter and a combining diaeresis.
var umlauts = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "Ä", "ae", "Ö", "oe", "Ü", "ue",
	"a\u0308", "ae", "o\u0308", "oe", "u\u0308", "ue", "A\u0308", "ae", "O\u0308", "oe", "U\u0308", "ue")

func hasUmlaut(word string) bool {
	for i := 0; i < len(word); i++ {
		if word[i] >= utf8.RuneSelf {
			return strings.ContainsAny(word, "äöüÄÖÜ\u0308")
		}
	}
	return false
}

// isDigraph reports whether word[i] is the e of an ae, oe or ue that can stand for an umlaut. That of "Quelle" or "Feuer"
// cannot.
func isDigraph(word string, i int) bool {
	if word[i]|0x20 != 'e' || !strings.ContainsRune("aou", rune(word[i-1]|0x20)) {
		return false
	}
	return i < 2 || !strings.ContainsRune("aeiouq", rune(word[i-2]|0x20))
}

func appendContracted(dst []byte, word string) []byte {
	from := 0
	for i := 1; i < len(word); i++ {
		if isDigraph(word, i) {
			dst = AppendFold(dst, word[from:i])
			from = i + 1
		}
	}
	return AppendFold(dst, word[from:])
}
