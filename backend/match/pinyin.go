package match

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed pinyin.txt
var readings string

// pinyin finds the reading of a character. It takes a millisecond and some hundred kilobytes, once, when the first name in Han
// is compared with another.
var pinyin = sync.OnceValue(func() map[rune]string {
	all := make(map[rune]string, 21000)
	for line := range strings.Lines(readings) {
		reading, characters, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		if !ok || reading == "#" {
			continue
		}
		for _, r := range characters {
			all[r] = reading
		}
	}
	return all
})

// doubled are the family names of two characters that people have today.
var doubled = strings.Fields(`欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 司徒 夏侯 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 长孙 長孫 宇文 东方 東方 南宫 南宮 端木 司空 百里 呼延`)

// halved splits a name in Han that is written in one into family and given name; ok is false for anything else.
func halved(word string) (family, given string, ok bool) {
	n := utf8.RuneCountInString(word)
	if n < 2 || n > 4 || strings.ContainsFunc(word, func(r rune) bool { return !unicode.Is(unicode.Han, r) }) {
		return "", "", false
	}
	_, size := utf8.DecodeRuneInString(word)
	for _, name := range doubled {
		if n > 2 && strings.HasPrefix(word, name) {
			size = len(name)
		}
	}
	return word[:size], word[size:], true
}
