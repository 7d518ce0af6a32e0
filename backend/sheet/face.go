package sheet

import (
	"strings"
	"unicode"

	"github.com/go-text/typesetting/segmenter"

	"kaffeerunde/backend/sheet/fonts"
)

// face is somebody's photo, or else the initials, in a square.
func (c *composer) face(p Person, side float64) block {
	b := block{width: side, height: side}
	if photo := c.photos[string(p.Photo)]; photo != nil {
		b.boxes = []box{photoBox{rect: rect{0, 0, side, side}, photo: photo}}
		return b
	}
	b.boxes = []box{frameBox{rect: rect{0, 0, side, side}, radius: corner, stroke: 0.5, grey: 0.45}}
	text := words{text: initials(p.Name), style: fonts.Regular, size: side * 0.36, grey: 0.3}
	if line := text.line(c); len(line.boxes) > 0 && line.width > 0 && line.width <= side && line.height <= side {
		b.boxes = append(b.boxes, line.at((side-line.width)/2, (side-line.height)/2)...)
	}
	return b
}

// initials are the first letters of the first and the last word of a name, or only the first where a script has no capital
// letters: two Arabic letters would join, and two Chinese ones would read as a name.
func initials(name string) string {
	var letters []string
	for _, word := range strings.Fields(name) {
		first := firstCharacter(word)
		if first == "" || strings.HasSuffix(word, ".") && len([]rune(word)) > 2 {
			// A title, "Dr." or "Prof.", says nothing of the name.
			continue
		}
		letters = append(letters, first)
	}
	if len(letters) == 0 {
		return firstCharacter(name)
	}
	first, last := letters[0], letters[len(letters)-1]
	if len(letters) == 1 || !cased(first) || !cased(last) {
		return strings.ToUpper(first)
	}
	return strings.ToUpper(first + last)
}

func cased(s string) bool {
	for _, r := range s {
		return unicode.IsUpper(r) || unicode.IsLower(r)
	}
	return false
}

// firstCharacter is the first letter of a word with the marks that belong to it, or "" if the word begins with none.
func firstCharacter(word string) string {
	var s segmenter.Segmenter
	s.Init([]rune(word))
	for it := s.GraphemeIterator(); it.Next(); {
		text := it.Grapheme().Text
		if unicode.IsLetter(text[0]) {
			return string(text)
		}
		if !unicode.IsPunct(text[0]) && !unicode.IsSpace(text[0]) {
			return ""
		}
	}
	return ""
}
