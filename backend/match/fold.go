package match

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns s as a search compares it: lower case, without diacritics, ß as ss, ø as o, full-width as ordinary
// characters, white space and control characters as single spaces.
func Fold(s string) string { return string(AppendFold(nil, s)) }

// AppendFold appends Fold(s) to dst.
func AppendFold(dst []byte, s string) []byte {
	start := len(dst)
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			dst = appendASCII(dst, start, c)
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		dst = appendRune(dst, start, r)
	}
	return dst
}

func appendASCII(dst []byte, start int, c byte) []byte {
	switch {
	case 'A' <= c && c <= 'Z':
		return append(dst, c+'a'-'A')
	case c > ' ' && c != 0x7f:
		return append(dst, c)
	case len(dst) > start && dst[len(dst)-1] != ' ':
		return append(dst, ' ')
	}
	return dst
}

func appendRune(dst []byte, start int, r rune) []byte {
	r = unicode.ToLower(r)
	switch {
	case r < utf8.RuneSelf:
		return appendASCII(dst, start, byte(r))
	case r < latinEnd:
		return appendFolded(dst, start, latin()[r-utf8.RuneSelf])
	case isHangul(r) || unicode.Is(unicode.Han, r) && !isCompatibility(r):
		return utf8.AppendRune(dst, r)
	case unicode.IsSpace(r):
		return appendASCII(dst, start, ' ')
	case ignored(r):
		return dst
	}
	for _, part := range norm.NFKD.String(string(r)) {
		switch part = unicode.ToLower(part); {
		case ignored(part):
		case part < utf8.RuneSelf:
			dst = appendASCII(dst, start, byte(part))
		case part < latinEnd:
			dst = appendFolded(dst, start, latin()[part-utf8.RuneSelf])
		default:
			dst = utf8.AppendRune(dst, part)
		}
	}
	return dst
}

func appendFolded(dst []byte, start int, folded string) []byte {
	if folded == " " {
		return appendASCII(dst, start, ' ')
	}
	return append(dst, folded...)
}

// Syllables of Hangul stay whole: taken apart they would be three times as long and no easier to find.
func isHangul(r rune) bool { return 0xac00 <= r && r <= 0xd7a3 }

func isCompatibility(r rune) bool { return 0xf900 <= r && r <= 0xfaff || 0x2f800 <= r && r <= 0x2fa1f }

// ignored are marks that people leave out when they type: accents, Arabic and Hebrew vowel signs, marks of direction.
func ignored(r rune) bool {
	switch {
	case 0x0300 <= r && r <= 0x036f, 0x0591 <= r && r <= 0x05c7, 0x064b <= r && r <= 0x0652, r == 0x0640, r == 0x0670:
		return true
	case 0x200b <= r && r <= 0x200f, 0x202a <= r && r <= 0x202e, 0x2066 <= r && r <= 0x2069, r == 0xfeff, r == 0x00ad:
		return true
	}
	return false
}

// latinEnd is the end of Latin Extended-B, up to which folding is one look into a table.
const latinEnd = 0x250

// plain are the Latin letters that Unicode does not take apart.
var plain = map[rune]string{
	'ß': "ss", 'ẞ': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'ł': "l", 'þ': "th", 'ı': "i", 'ŋ': "n",
	'ħ': "h", 'ŧ': "t", 'ſ': "s", 'ƒ': "f", 'ɨ': "i", '\u00a0': " ", '\u0085': " ", '\u00ad': "",
}

var latin = sync.OnceValue(func() *[latinEnd - utf8.RuneSelf]string {
	var table [latinEnd - utf8.RuneSelf]string
	for i := range table {
		table[i] = foldLatin(unicode.ToLower(rune(i + utf8.RuneSelf)))
	}
	return &table
})

func foldLatin(r rune) string {
	if s, ok := plain[r]; ok {
		return s
	}
	if unicode.Is(unicode.Cc, r) {
		return " "
	}
	var folded strings.Builder
	for _, part := range norm.NFKD.String(string(r)) {
		part = unicode.ToLower(part)
		if whole, ok := plain[part]; ok {
			folded.WriteString(whole)
		} else if !ignored(part) {
			folded.WriteRune(part)
		}
	}
	return folded.String()
}
