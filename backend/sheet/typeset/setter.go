package typeset

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/segmenter"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"

	"kaffeerunde/backend/sheet/fonts"
)

// em is the size everything is shaped at, so that a unit is a thousandth of the type size.
const em = 1000

// Setter sets text. It is not safe for concurrent use; the fonts behind it are.
type Setter struct {
	set      *fonts.Set
	lang     language.Language
	faces    map[*fonts.Font]*font.Face
	fontOf   map[*font.Face]*fonts.Font
	missing  map[string]bool
	shaper   shaping.HarfbuzzShaper
	segments shaping.Segmenter
	breaks   segmenter.Segmenter
	bidi     bidi.Paragraph
}

// NewSetter returns a setter for text that is mostly in the given language (BCP 47).
func NewSetter(set *fonts.Set, lang string) *Setter {
	s := &Setter{
		set:     set,
		lang:    language.NewLanguage(lang),
		faces:   map[*fonts.Font]*font.Face{},
		fontOf:  map[*font.Face]*fonts.Font{},
		missing: map[string]bool{},
	}
	s.shaper.SetFontCacheSize(32)
	return s
}

// Missing names the scripts, and the single symbols, that no font had so far; sorted.
func (s *Setter) Missing() []string { return slices.Sorted(maps.Keys(s.missing)) }

// paragraph is a text whose directions are known. Its runs are in the order in which it is read.
type paragraph struct {
	style  fonts.Style
	region fonts.Region
	text   []rune
	levels []stretch
}

func (s *Setter) paragraph(style fonts.Style, text string) *paragraph {
	p := &paragraph{style: style, region: regionOf(text)}
	p.text = s.drawable(p, clean(text))
	p.levels = s.levels(p.text)
	return p
}

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

// regionOf guesses from the letters around them how Chinese characters are to be drawn.
func regionOf(text string) fonts.Region {
	for _, r := range text {
		switch {
		case unicode.In(r, unicode.Hiragana, unicode.Katakana):
			return fonts.Japan
		case unicode.Is(unicode.Hangul, r):
			return fonts.Korea
		case unicode.Is(unicode.Bopomofo, r):
			return fonts.Taiwan
		}
	}
	return fonts.China
}

// chooser answers the segmenter's question which font to take.
type chooser struct {
	*Setter
	p      *paragraph
	script language.Script
}

func (c *chooser) SetScript(script language.Script) { c.script = script }

func (c *chooser) ResolveFace(r rune) *font.Face {
	f := c.set.Find(c.p.style, c.script, c.p.region, r)
	if f == nil {
		f = c.set.Base(c.p.style)
	}
	return c.face(f)
}

func (s *Setter) face(f *fonts.Font) *font.Face {
	face, ok := s.faces[f]
	if !ok {
		face = font.NewFace(f.Font)
		s.faces[f], s.fontOf[face] = face, f
	}
	return face
}

// shape sets the characters from start to end of a paragraph as one line.
func (s *Setter) shape(p *paragraph, start, end int) Line {
	type levelRun struct {
		level int
		runs  []Run
	}
	var levels []levelRun
	line := Line{}
	for _, level := range p.levels {
		from, to := max(start, level.start), min(end, level.end)
		if from >= to {
			continue
		}
		runs, advance := s.shapeStretch(p, stretch{from, to, level.level})
		levels = append(levels, levelRun{level.level, runs})
		line.Width += advance
	}
	reorder(levels, func(l levelRun) int { return l.level })
	for _, level := range levels {
		line.Runs = append(line.Runs, level.runs...)
	}
	s.extend(&line, p.style)
	return line
}

// extend makes a line as high as the usual font of its style needs it for any letter, and higher where a letter of another
// font, or one with marks on it, reaches further.
func (s *Setter) extend(line *Line, style fonts.Style) {
	usual := s.set.Base(style)
	extents, _ := s.face(usual).FontHExtents()
	scale := em / float64(usual.Upem())
	line.Ascent, line.Descent = float64(extents.Ascender)*scale, -float64(extents.Descender)*scale
	for _, run := range line.Runs {
		face, scale := s.face(run.Font), em/float64(run.Font.Upem())
		for _, c := range run.Clusters {
			if run.Font == usual && len(c.Glyphs) == 1 && c.Glyphs[0].Y == 0 {
				continue
			}
			for _, g := range c.Glyphs {
				ink, _ := face.GlyphExtents(g.ID)
				line.Ascent = max(line.Ascent, float64(ink.YBearing)*scale+g.Y)
				line.Descent = max(line.Descent, -float64(ink.YBearing+ink.Height)*scale-g.Y)
			}
		}
	}
}

// shapeStretch shapes text of one direction and returns its runs from left to right and their width.
func (s *Setter) shapeStretch(p *paragraph, part stretch) ([]Run, float64) {
	in := shaping.Input{Text: p.text, RunStart: part.start, RunEnd: part.end, Size: fixed.I(em), Language: s.lang}
	if part.rightToLeft() {
		in.Direction = di.DirectionRTL
	}
	var runs []Run
	var width float64
	for _, piece := range s.segments.Split(in, &chooser{Setter: s, p: p}) {
		piece.Direction = in.Direction
		out := s.shaper.ShapeNoExtents(piece)
		run := Run{Font: s.fontOf[piece.Face], Clusters: clusters(p.text, out.Glyphs, part.rightToLeft())}
		for _, c := range run.Clusters {
			width += c.Advance
		}
		runs = append(runs, run)
	}
	if part.rightToLeft() {
		slices.Reverse(runs)
	}
	return runs, width
}

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
