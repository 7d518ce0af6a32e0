package guestlist

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// order is which part of a name stands first where nothing else tells it.
type order uint8

const (
	givenFirst order = iota
	familyFirst
)

// Parse takes a name apart that stands alone, as a list of one line would.
func Parse(text string) Name { return parse(text, givenFirst) }

var (
	bornAs    = regexp.MustCompile(`(?i)[,;]?\s*[(\[]?\s*(?:\b(?:geb|gesch|verw|ehem)\.|\b(?:geborene[rn]?|geb|nee|born|formerly|früher|rozená)\b\.?|\bnée?\b|z\s?d\.)\s*:?\s*(\pL[\pL\pM'’.-]*(?:\s+\pL[\pL\pM'’.-]*){0,2})\s*[)\]]?`)
	inBracket = regexp.MustCompile(`\s*[(\[]\s*([^()\[\]]*)[)\]]?`)
)

func parse(text string, first order) Name {
	var n Name
	text = strings.Trim(tidy(text), `"„“”«» ,;`)
	if at := bornAt(text); at != nil {
		n.Before = text[at[2]:at[3]]
		text = tidy(text[:at[0]] + " " + text[at[1]:])
	}
	if at := find(inBracket, text, "(["); at != nil {
		inside := tidy(text[at[2]:at[3]])
		if n.Before == "" && len(strings.Fields(inside)) == 1 && isCapitalised(inside) {
			n.Before = inside
		}
		text = tidy(text[:at[0]] + " " + text[at[1]:])
	}
	family, rest, comma := strings.Cut(text, ",")
	rest = strings.TrimSpace(rest)
	before := strings.Fields(text)
	if comma {
		before = strings.Fields(family)
		behind := strings.Fields(strings.ReplaceAll(rest, ",", " "))
		switch {
		case len(behind) == 0:
		case allOf(behind, isSuffix) || allOf(behind, func(w string) bool { return isTitle(w) || isSuffix(w) }):
			n.Suffix = strings.Join(behind, " ")
		default:
			prefix, behind := takePrefix(behind)
			more, before := takePrefix(before)
			behind, suffix := takeSuffix(behind)
			// "Veldhuis, Jan van der": what ends the given names belongs to the family.
			for len(behind) > 1 && leading[plain(behind[len(behind)-1])] {
				before = append([]string{behind[len(behind)-1]}, before...)
				behind = behind[:len(behind)-1]
			}
			n.Prefix, n.Suffix = joined(more, prefix), suffix
			n.Given, n.Family = strings.Join(behind, " "), strings.Join(before, " ")
			return n.spelled()
		}
	}
	prefix, before := takePrefix(before)
	before, suffix := takeSuffix(before)
	n.Prefix = strings.Join(prefix, " ")
	n.Suffix = joined(strings.Fields(suffix), strings.Fields(n.Suffix))
	n.Given, n.Family = divided(before, first, len(prefix) > 0)
	return n.spelled()
}

func joined(lists ...[]string) string { return strings.Join(slices.Concat(lists...), " ") }

func allOf(list []string, is func(string) bool) bool {
	return !slices.ContainsFunc(list, func(s string) bool { return !is(s) })
}

func isTitle(word string) bool {
	p := plain(word)
	return salutations[p] || titles[p] && (strings.Contains(word, ".") || len(p) > 3 || p == "dr" || p == "pd" || p == "ing" || p == "med" || p == "sir" || p == "mag") || hyphenTitle(word)
}

// hyphenTitle knows "Dipl.-Ing." and "Dr.-Ing.".
func hyphenTitle(word string) bool {
	parts := strings.FieldsFunc(word, func(r rune) bool { return r == '-' || r == '.' })
	return len(parts) > 1 && strings.Contains(word, ".") && allOf(parts, func(p string) bool { return titles[plain(p)] })
}

func isSuffix(word string) bool {
	p := plain(word)
	if !suffixes[p] {
		return hyphenTitle(word)
	}
	// "Ma" and "Ba" are names; "M.A." and "MBA" are not.
	return strings.Contains(word, ".") || word == strings.ToUpper(word) && len(p) > 1 || len(p) > 2
}

func takePrefix(words []string) (prefix, rest []string) {
	n := 0
	for n < len(words)-1 && isTitle(words[n]) {
		n++
	}
	// "h. c." and "hc" follow a title.
	for n > 0 && n < len(words)-1 && slices.Contains([]string{"h.", "c.", "h.c.", "hc", "e.h."}, strings.ToLower(words[n])) {
		n++
	}
	for n > 0 && n < len(words)-1 && isTitle(words[n]) {
		n++
	}
	return words[:n:n], words[n:]
}

func takeSuffix(words []string) (rest []string, suffix string) {
	n := len(words)
	for n > 1 && isSuffix(words[n-1]) && (n > 2 || strings.Contains(words[n-1], ".")) {
		n--
	}
	return words[:n:n], strings.Join(words[n:], " ")
}

// divided finds out which words of a name are given names and which the family name.
func divided(words []string, first order, titled bool) (given, family string) {
	switch len(words) {
	case 0:
		return "", ""
	case 1:
		if family, given, ok := together(words[0]); ok {
			return given, family
		}
		if titled {
			return "", words[0]
		}
		return words[0], ""
	}
	join := func(list []string) string { return strings.Join(list, " ") }
	if at := capitals(words); at > 0 {
		return join(words[at:]), join(words[:at])
	} else if at < 0 {
		return join(words[:len(words)+at]), join(words[len(words)+at:])
	}
	for i := 1; i < len(words)-1; i++ {
		if leading[plain(words[i])] {
			return join(words[:i]), join(words[i:])
		}
	}
	if leading[plain(words[0])] && len(words) > 2 {
		// "von Tannwald Konrad"
		return words[len(words)-1], join(words[:len(words)-1])
	}
	if isArabic(words[0]) {
		return words[0], join(words[1:])
	}
	if isEastern(words[0]) {
		return join(words[1:]), words[0]
	}
	last := words[len(words)-1]
	eastern := familiesFirst[plain(words[0])] && !familiesFirst[plain(last)] && !givens[plain(last)]
	if first == familyFirst && !(len(words) == 2 && givens[plain(words[0])] && !givens[plain(last)]) || eastern && len(words) < 4 || turned(words) {
		return join(words[1:]), words[0]
	}
	return join(words[:len(words)-1]), last
}

// turned tells whether the family name stands first, by what is known to be a given name.
func turned(words []string) bool {
	return len(words) == 2 && givens[givenWord(words[1])] && !givens[givenWord(words[0])] && utf8.RuneCountInString(words[0]) > 2
}

// givenWord is the first of the given names that a hyphen joins.
func givenWord(word string) string {
	word, _, _ = strings.Cut(word, "-")
	return plain(word)
}

// capitals tells how many words at the beginning (more than 0) or at the end (less) are written in capitals while the others are
// not, as in "MÜLLER Anna"; 0 for any other name.
func capitals(words []string) int {
	upper := func(w string) bool {
		return utf8.RuneCountInString(w) > 1 && w == strings.ToUpper(w) && w != strings.ToLower(w) && !strings.Contains(w, ".")
	}
	n := 0
	for _, w := range words {
		if upper(w) {
			n++
		}
	}
	if n == 0 || n == len(words) {
		return 0
	}
	if allOf(words[:n], upper) && !slices.ContainsFunc(words[n:], upper) {
		return n
	}
	from := len(words) - n
	if allOf(words[from:], upper) && !slices.ContainsFunc(words[:from], upper) {
		for from > 1 && leading[plain(words[from-1])] {
			from--
		}
		return from - len(words)
	}
	return 0
}

func isArabic(word string) bool {
	return strings.ContainsFunc(word, func(r rune) bool { return unicode.In(r, unicode.Arabic, unicode.Hebrew) })
}

func isEastern(word string) bool {
	return strings.ContainsFunc(word, func(r rune) bool {
		return unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana)
	})
}

// together splits a name in Han or Hangul that is written in one.
func together(word string) (family, given string, ok bool) {
	n := utf8.RuneCountInString(word)
	if n < 2 || n > 4 || strings.ContainsFunc(word, func(r rune) bool { return !unicode.In(r, unicode.Han, unicode.Hangul) }) {
		return "", "", false
	}
	_, size := utf8.DecodeRuneInString(word)
	for _, name := range strings.Fields("欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 司徒 夏侯 皇甫 令狐 慕容 남궁 황보 제갈 선우") {
		if n > 2 && strings.HasPrefix(word, name) {
			size = len(name)
		}
	}
	return word[:size], word[size:], true
}

func isCapitalised(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r) || unicode.IsLetter(r) && !unicode.IsLower(r)
}

// spelled writes capitals as a name has them.
func (n Name) spelled() Name {
	n.Given, n.Family, n.Before = capitalised(n.Given), capitalised(n.Family), capitalised(n.Before)
	return n
}

// capitalised writes a part of a name that is in capitals alone, or in none, as names are written. Initials stay.
func capitalised(s string) string {
	if s != strings.ToUpper(s) && s != strings.ToLower(s) {
		return s
	}
	words := strings.Fields(s)
	for i, word := range words {
		if utf8.RuneCountInString(word) == 1 || strings.HasSuffix(word, ".") && utf8.RuneCountInString(word) < 4 {
			continue
		}
		if particles[plain(word)] && len(words) > 1 && i < len(words)-1 {
			words[i] = strings.ToLower(word)
			continue
		}
		words[i] = cased(word)
	}
	return strings.Join(words, " ")
}

func cased(word string) string {
	start, turkish := true, strings.ContainsAny(word, "İĞŞ")
	return strings.Map(func(r rune) rune {
		was := start
		start = r == '-' || r == '\'' || r == '’'
		switch {
		case was && r == 'i' && turkish:
			return 'İ'
		case was:
			return unicode.ToTitle(r)
		case r == 'I' && turkish:
			return 'ı'
		case r == 'İ':
			return 'i'
		}
		return unicode.ToLower(r)
	}, word)
}

// String returns the name as it is shown, without what it was before.
func (n Name) String() string {
	var parts []string
	for _, word := range strings.Fields(n.Prefix) {
		if !salutations[plain(word)] || n.Given == "" {
			parts = append(parts, word)
		}
	}
	middle := joined(strings.Fields(n.Given), strings.Fields(n.Family))
	if isEastern(n.Family) && isEastern(n.Given) {
		middle = n.Family + n.Given
	}
	if middle != "" {
		parts = append(parts, middle)
	}
	if n.Suffix != "" {
		parts = append(parts, n.Suffix)
	}
	return strings.Join(parts, " ")
}
