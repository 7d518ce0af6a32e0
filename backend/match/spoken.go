package match

import (
	"slices"
	"strings"
	"unicode"
)

// spoken returns a word of a name the way it sounds, roughly: the spellings that Chinese, Cyrillic, Turkish or Arabic names have
// in the Latin of several languages become one, and so do those of Meier. Names that sound alike may be two people's: it is a
// reason to ask, never to be sure. The word is as words spells it.
func spoken(word string) string {
	if strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
		word = read(word)
	}
	if strings.ContainsFunc(word, func(r rune) bool { return r > unicode.MaxASCII }) {
		return word
	}
	return single(sounds.Replace(word))
}

// read returns a word in Han as pinyin.
func read(word string) string {
	var latin strings.Builder
	for _, r := range word {
		if reading, ok := pinyin()[r]; ok {
			latin.WriteString(reading)
		} else {
			latin.WriteRune(r)
		}
	}
	return latin.String()
}

// sounds are the letters that languages write one sound with, the longest first: a Replacer takes the first that fits.
var sounds = strings.NewReplacer(
	"dsch", "i", "tsch", "ch", "shch", "ch", "tch", "ch", "sch", "sh", "cz", "ch", "sz", "sh", "kh", "ch", "dzh", "i", "dj", "i", "ph", "f", "th", "t", "dh", "d",
	"ck", "k", "ch", "ch", "sh", "sh", "qu", "k", "q", "k", "c", "k", "x", "ks", "w", "v", "ou", "u", "oo", "u", "oy", "u", "ee", "i", "ie", "i",
	"ei", "ai", "ey", "ai", "ej", "ai", "ay", "ai", "aj", "ai", "y", "i", "j", "i",
)

// single writes letters once that stand twice.
func single(word string) string {
	out := make([]byte, 0, len(word))
	for i := range len(word) {
		if i == 0 || word[i] != word[i-1] {
			out = append(out, word[i])
		}
	}
	return string(out)
}

// spoken returns the name with its words as they sound. Articles and particles of other languages than German fall away, and
// the endings that tell a woman's family name from a man's.
func (n parts) spoken(sound func(string) string) parts {
	if len(n.family) == 0 && len(n.given) == 1 {
		if family, given, ok := halved(n.given[0]); ok {
			n.family, n.given = []string{family}, []string{given}
		}
	}
	n.servant()
	heard := parts{nicknames: mapped(n.nicknames, sound)}
	heard.family = mapped(without(n.family, len(n.given)), func(word string) string { return neuter(sound(word)) })
	heard.given = mapped(without(n.given, len(n.family)), sound)
	return heard
}

func mapped(list []string, f func(string) string) []string {
	if len(list) == 0 {
		return nil
	}
	all := make([]string, len(list))
	for i, word := range list {
		all[i] = f(word)
	}
	return all
}

// servant draws together a name that begins with "servant of": Abd al-Rahman, Abdel Rahman and Abdulrahman are one.
func (n *parts) servant() {
	is := func(word string) bool { return slices.Contains(servants, word) }
	if last := len(n.given) - 1; last > 0 && is(n.given[last]) && len(n.family) > 0 {
		n.family = append([]string{n.given[last]}, n.family...)
		n.given = n.given[:last]
	}
	draw := func(list []string) []string {
		var kept []string
		for i := 0; i < len(list); i++ {
			word := list[i]
			if is(word) && i+1 < len(list) && slices.Contains(articles, list[i+1]) && i+2 < len(list) {
				i++
			}
			if is(word) && i+1 < len(list) {
				i++
				word = "abdul" + list[i]
			} else if rest, ok := strings.CutPrefix(word, "abdel"); ok && rest != "" {
				word = "abdul" + rest
			}
			kept = append(kept, word)
		}
		return kept
	}
	if slices.ContainsFunc(slices.Concat(n.family, n.given), func(word string) bool { return strings.HasPrefix(word, "abd") }) {
		n.family, n.given = draw(n.family), draw(n.given)
	}
}

var servants = strings.Fields("abd abdul abdel abdal abdoul abdur abder")

// articles stand before a family name, apart or not.
var articles = strings.Fields("al el ul as ad ash ar bin bint ibn ben la las los di da do dos das del della dello dalla le lo ter ten te af av abu o mac mc")

// without drops the articles of a name that has other words left.
func without(list []string, others int) []string {
	article := func(word string) bool { return slices.Contains(articles, word) }
	if len(list) == 0 || others == 0 && len(list) < 3 || !slices.ContainsFunc(list, article) {
		return list
	}
	if kept := slices.DeleteFunc(slices.Clone(list), article); len(kept) > 0 {
		return kept
	}
	return list
}

// neuter takes the ending off a Slavic family name that is another one for a woman.
func neuter(word string) string {
	for _, ending := range [...]struct{ of, as string }{
		{"ska", "ski"}, {"skaia", "ski"}, {"ski", "ski"}, {"kka", "ki"}, {"ovna", ""}, {"ova", ""}, {"eva", ""}, {"ov", ""}, {"ev", ""}, {"ina", "in"},
	} {
		if stem, ok := strings.CutSuffix(word, ending.of); ok && len(stem) >= 4 {
			return stem + ending.as
		}
	}
	return word
}

// skeleton returns the consonants of a name, which are what Arabic writes and what its spellings in Latin agree upon, in the
// order of the alphabet; "" for a name that has too few of them to be told by.
func (n parts) skeleton() string {
	var bones []string
	for _, word := range slices.Concat(n.family, n.given) {
		if slices.Contains(articles, word) {
			continue
		}
		if bone := consonants(word); bone != "" {
			bones = append(bones, bone)
		}
	}
	slices.Sort(bones)
	joined := strings.Join(bones, wordEnd)
	if len(bones) < 2 || len(joined) < 5 {
		return ""
	}
	return joined
}

func (n parts) isArabic() bool {
	arabic := func(word string) bool {
		return strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Arabic, r) })
	}
	return slices.ContainsFunc(n.family, arabic) || slices.ContainsFunc(n.given, arabic)
}

func consonants(word string) string {
	word = strings.TrimPrefix(word, "ال")
	word = bonesOf.Replace(word)
	var out []byte
	for i := range len(word) {
		c := word[i]
		weak := strings.IndexByte("aeiou", c) >= 0 || i > 0 && (c == 'y' || c == 'w') || c == 'h' && i > 0 && i == len(word)-1
		if c > 'z' || c < 'a' || weak {
			continue
		}
		if i > 0 && word[i-1] == c {
			continue
		}
		out = append(out, c)
	}
	return string(out)
}

var bonesOf = strings.NewReplacer(
	"kh", "k", "gh", "g", "sch", "s", "sh", "s", "ch", "s", "th", "t", "dh", "d", "dj", "g", "dsch", "g", "j", "g", "ph", "f", "p", "b", "q", "k", "c", "k", "v", "f",
	"ا", "a", "آ", "a", "أ", "a", "إ", "a", "ى", "a", "ئ", "a", "ؤ", "a", "ء", "a", "ع", "a", "ة", "", "و", "w", "ي", "y", "ی", "y", "ب", "b", "پ", "b", "ت", "t", "ط", "t", "ث", "t",
	"ج", "g", "غ", "g", "چ", "s", "ح", "h", "ه", "h", "خ", "k", "د", "d", "ذ", "d", "ض", "d", "ر", "r", "ز", "z", "ظ", "z", "ژ", "z", "س", "s", "ش", "s", "ص", "s",
	"ف", "f", "ق", "k", "ك", "k", "ک", "k", "گ", "g", "ل", "l", "م", "m", "ن", "n",
)
