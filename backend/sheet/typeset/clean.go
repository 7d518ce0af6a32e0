package typeset

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/language"

	"kaffeerunde/backend/sheet/fonts"
)

// mostMarks is how many marks may stand on one letter, enough for pointed Hebrew. Piled higher they would cover other lines.
const mostMarks = 4

// clean leaves what can be printed: one kind of white space, no control characters, and none of the invisible marks that
// turn text around. Those come with numbers copied from a phone, or with a name that wants to look like another one; every
// text here is a paragraph of its own and finds its direction by itself.
func clean(text string) []rune {
	out := make([]rune, 0, len(text))
	space, marks := true, 0
	for _, r := range strings.ToValidUTF8(text, "\uFFFD") {
		switch {
		case unicode.IsSpace(r) && r != '\u00A0' && r != '\u202F':
			if !space {
				out = append(out, ' ')
			}
			space = true
			continue
		case unicode.IsControl(r), r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == '\uFEFF', r >= 0xE0000 && r <= 0xE007F:
			continue
		}
		if !unicode.In(r, unicode.Mn, unicode.Me) {
			marks = 0
		} else if marks++; marks > mostMarks {
			continue
		}
		space = false
		out = append(out, r)
	}
	if space && len(out) > 0 {
		out = out[:len(out)-1]
	}
	return out
}

// simple tells that a text is in Latin letters without marks, so that there is one direction and one script.
func simple(text []rune) bool {
	for _, r := range text {
		if r >= 0x300 {
			return false
		}
	}
	return true
}

// drawable notes what no font has. A letter stays, to be drawn as an empty box: the reader sees that something is there, and
// it can be searched and copied. A pictograph is only decoration and goes.
func (s *Setter) drawable(p *paragraph, text []rune) []rune {
	if simple(text) {
		return text
	}
	out := text[:0]
	for _, r := range text {
		if unicode.Is(unicode.Zs, r) || invisible(r) {
			out = append(out, r)
			continue
		}
		if s.set.Find(p.style, language.LookupScript(r), p.region, r) != nil {
			out = append(out, r)
			continue
		}
		name := strings.ReplaceAll(fonts.ScriptName(r), "_", " ")
		if name == "" {
			s.missing[symbol(r)] = true
			continue
		}
		s.missing[name] = true
		out = append(out, r)
	}
	return out
}

// symbol is a character as it can be told to somebody.
func symbol(r rune) string {
	if unicode.IsGraphic(r) {
		return string(r)
	}
	return fmt.Sprintf("%U", r)
}

// invisible characters steer how their neighbours are shaped and need no font.
func invisible(r rune) bool {
	return unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector, unicode.Cf)
}
