package table

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// plainHeader returns a header in one form for its spellings: lower case, umlauts written out, other marks off, and one
// space for whatever is no letter or digit. "E-Mail: Adresse" and "email adresse" are "email adresse".
func plainHeader(header string) string {
	header = germanLetters.Replace(strings.ToLower(header))
	header = strings.ReplaceAll(header, "e-mail", "email")
	var out strings.Builder
	space := false
	for _, r := range norm.NFD.String(header) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if space && out.Len() > 0 {
				out.WriteByte(' ')
			}
			space = false
			out.WriteRune(r)
		default:
			space = true
		}
	}
	return out.String()
}

var germanLetters = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "a\u0308", "ae", "o\u0308", "oe", "u\u0308", "ue")

// fingerprint is the same for tables whose headers say the same.
func fingerprint(headers []string) string {
	sum := sha256.New()
	for _, header := range headers {
		sum.Write([]byte(plainHeader(header) + "\x00"))
	}
	return hex.EncodeToString(sum.Sum(nil)[:16])
}

// counted takes a number from a header: "phone 2 value" is ("phone # value", 2). number is 0 without one.
func counted(plain string) (pattern string, number int) {
	words := strings.Fields(plain)
	for i, word := range words {
		if n := small(word); n > 0 && number == 0 {
			words[i], number = "#", n
		}
	}
	return strings.Join(words, " "), number
}

// small returns a number from 1 to 99, else 0.
func small(word string) int {
	if len(word) == 0 || len(word) > 2 {
		return 0
	}
	n := 0
	for _, c := range []byte(word) {
		if c < '0' || c > '9' {
			return 0
		}
		n = 10*n + int(c-'0')
	}
	return n
}
