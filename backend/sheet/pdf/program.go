package pdf

import (
	"math"

	"github.com/go-text/typesetting/font/opentype"

	"kaffeerunde/backend/sheet/typeset"
)

// program is a font program in the making: an outline for each code, in thousandths of the type size.
type program struct {
	glyphs [][]byte // Type 2 charstrings, of code i
	box    [4]int   // left, bottom, right, top of all outlines
}

func (f *Font) program() program {
	p := program{glyphs: [][]byte{notdef}}
	for i, c := range f.clusters {
		p.add(f, c, f.widths[i])
	}
	return p
}

// add draws the glyphs of a cluster into one outline.
func (p *program) add(f *Font, c typeset.Cluster, width int) {
	cs := charstring{}
	cs.numbers(width)
	for _, g := range c.Glyphs {
		outline, ok := f.face.GlyphDataOutline(g.ID)
		if !ok {
			continue
		}
		pen := pen{cs: &cs, scale: f.scale(), x: g.X, y: g.Y, box: &p.box}
		for _, segment := range outline.Segments {
			pen.draw(segment)
		}
	}
	cs.flush()
	p.glyphs = append(p.glyphs, append(cs.code, opEndchar))
}

// pen follows an outline in font units and draws it, moved and scaled, in whole units relative to where it stands. Rounding
// to a thousandth of the type size is a hundredth of a point on the page.
type pen struct {
	cs    *charstring
	scale float64
	x, y  float64 // offset of the glyph in its cluster
	last  opentype.SegmentPoint
	box   *[4]int
}

func (p *pen) draw(s opentype.Segment) {
	a := s.Args
	switch s.Op {
	case opentype.SegmentOpMoveTo:
		p.cs.move(p.at(a[0]))
		p.last = a[0]
	case opentype.SegmentOpLineTo:
		p.cs.line(p.at(a[0]))
		p.last = a[0]
	case opentype.SegmentOpQuadTo:
		// A quadratic curve is the cubic one whose handles reach two thirds of the way to its own.
		first := opentype.SegmentPoint{X: p.last.X + (a[0].X-p.last.X)*2/3, Y: p.last.Y + (a[0].Y-p.last.Y)*2/3}
		second := opentype.SegmentPoint{X: a[1].X + (a[0].X-a[1].X)*2/3, Y: a[1].Y + (a[0].Y-a[1].Y)*2/3}
		p.cs.curve(p.at(first), p.at(second), p.at(a[1]))
		p.last = a[1]
	case opentype.SegmentOpCubeTo:
		p.cs.curve(p.at(a[0]), p.at(a[1]), p.at(a[2]))
		p.last = a[2]
	}
}

func (p *pen) at(s opentype.SegmentPoint) point {
	to := point{int(math.Round(float64(s.X)*p.scale + p.x)), int(math.Round(float64(s.Y)*p.scale + p.y))}
	p.box[0], p.box[1] = min(p.box[0], to.x), min(p.box[1], to.y)
	p.box[2], p.box[3] = max(p.box[2], to.x), max(p.box[3], to.y)
	return to
}

type point struct{ x, y int }

// Operators of Type 2 charstrings (Adobe Technical Note 5177).
const (
	opRlineto   = 5
	opEndchar   = 14
	opRmoveto   = 21
	opRrcurveto = 8
)

// notdef is an empty glyph, half an em wide.
var notdef = append(number(nil, 500), opEndchar)

// charstring writes the path of one glyph. Lines, and curves, that follow each other share one operator.
type charstring struct {
	code    []byte
	at      point
	pending byte
	args    int
}

// mostArgs is how many numbers an interpreter's stack must hold.
const mostArgs = 48

func (c *charstring) numbers(values ...int) {
	for _, v := range values {
		c.code = number(c.code, v)
	}
}

func (c *charstring) move(to point) {
	c.flush()
	c.numbers(to.x-c.at.x, to.y-c.at.y)
	c.code = append(c.code, opRmoveto)
	c.at = to
}

func (c *charstring) line(to point) {
	c.start(opRlineto, 2)
	c.relative(to)
}

func (c *charstring) curve(first, second, to point) {
	c.start(opRrcurveto, 6)
	c.relative(first)
	c.relative(second)
	c.relative(to)
}

func (c *charstring) relative(to point) {
	c.numbers(to.x-c.at.x, to.y-c.at.y)
	c.args += 2
	c.at = to
}

func (c *charstring) start(op byte, args int) {
	if c.pending != op || c.args+args > mostArgs {
		c.flush()
	}
	c.pending = op
}

func (c *charstring) flush() {
	if c.args > 0 {
		c.code = append(c.code, c.pending)
	}
	c.pending, c.args = 0, 0
}

// number appends an integer as charstrings and CFF dictionaries both write it.
func number(b []byte, v int) []byte {
	switch {
	case v >= -107 && v <= 107:
		return append(b, byte(v+139))
	case v >= 108 && v <= 1131:
		v -= 108
		return append(b, byte(v>>8)+247, byte(v))
	case v >= -1131 && v <= -108:
		v = -v - 108
		return append(b, byte(v>>8)+251, byte(v))
	}
	v = min(max(v, math.MinInt16), math.MaxInt16)
	return append(b, 28, byte(v>>8), byte(v))
}
