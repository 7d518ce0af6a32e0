package typeset

import (
	"unicode"

	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// clusters gathers the glyphs, which come from left to right, into what they mean.
func clusters(text []rune, glyphs []shaping.Glyph, rightToLeft bool) []Cluster {
	out := make([]Cluster, 0, len(glyphs))
	for i := 0; i < len(glyphs); {
		first, end := glyphs[i].TextIndex(), i
		for end < len(glyphs) && glyphs[end].TextIndex() == first {
			end++
		}
		out = append(out, meanings(text[first:first+glyphs[i].RunesCount()], glyphs[i:end], rightToLeft)...)
		i = end
	}
	return out
}

// meanings is the clusters of glyphs that were shaped together. A letter with marks that kept its place in front of them
// comes apart: viewers expect the marks to be characters without a width of their own.
func meanings(text []rune, glyphs []shaping.Glyph, rightToLeft bool) []Cluster {
	if !marked(text, glyphs, rightToLeft) {
		whole := Cluster{Text: string(text)}
		for _, g := range glyphs {
			whole.add(g)
		}
		return []Cluster{whole}
	}
	out := make([]Cluster, len(glyphs))
	for i, g := range glyphs {
		out[i].Text = string(text[i])
		if rightToLeft {
			out[i].Text = string(text[len(text)-1-i])
		}
		out[i].add(g)
	}
	return out
}

// marked tells that text is a letter and marks, and each has the glyph in its place.
func marked(text []rune, glyphs []shaping.Glyph, rightToLeft bool) bool {
	if len(text) < 2 || len(text) != len(glyphs) {
		return false
	}
	for i, r := range text[1:] {
		g := glyphs[1+i]
		if rightToLeft {
			g = glyphs[len(glyphs)-2-i]
		}
		if !unicode.Is(unicode.Mn, r) || g.Advance != 0 {
			return false
		}
	}
	return true
}

func (c *Cluster) add(g shaping.Glyph) {
	c.Glyphs = append(c.Glyphs, Glyph{ID: g.GlyphID, X: c.Advance + units(g.XOffset), Y: units(g.YOffset)})
	c.Advance += units(g.Advance)
}

func units(v fixed.Int26_6) float64 { return float64(v) / 64 }
