package typeset

import (
	"maps"
	"slices"
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
