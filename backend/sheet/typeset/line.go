// Package typeset turns text into lines of placed glyphs: bidirectional, shaped, wrapped to a width. All measures are in
// thousandths of the type size, so a line can be drawn at any size.
package typeset

import (
	"strings"

	"github.com/go-text/typesetting/font"

	"kaffeerunde/backend/sheet/fonts"
)

// Line is one line of text, ready to be drawn.
type Line struct {
	Runs  []Run // from left to right
	Width float64
	// Ascent and Descent are how far the fonts of the line reach above and below the baseline; both are positive.
	Ascent, Descent float64
}

// Run is a stretch of a line in one font.
type Run struct {
	Font     *fonts.Font
	Clusters []Cluster // from left to right
}

// Cluster is the smallest piece of a run that means something: one character or more, drawn as one glyph or more that
// cannot be told apart any further, as in an Indic syllable or a ligature.
type Cluster struct {
	Text    string // in the order in which it is read
	Glyphs  []Glyph
	Advance float64
}

// Glyph is one outline of a cluster, X and Y away from where the cluster starts; Y grows upwards.
type Glyph struct {
	ID   font.GID
	X, Y float64
}

// Text is what the line says, in the order from left to right.
func (l Line) Text() string {
	var b strings.Builder
	for _, run := range l.Runs {
		for _, c := range run.Clusters {
			b.WriteString(c.Text)
		}
	}
	return b.String()
}
