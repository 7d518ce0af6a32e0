package plot

import (
	"bufio"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"math"
	"slices"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"golang.org/x/image/vector"

	"kaffeerunde/backend/sheet/fonts"
	"kaffeerunde/backend/sheet/typeset"
)

const (
	// sharpness is how many dots of the file one pixel has, as on a screen of high density.
	sharpness = 2.0
	// widest is how many dots a file has on its longer side at most: 36 million in all are what programs still open.
	widest = 6000.0
)

// PNG writes a drawing as PNG.
func PNG(w io.Writer, d Drawing, set *Fonts) error {
	s := compose(d, set)
	c := newCanvas(s)
	for _, l := range s.lines {
		c.line(l)
	}
	for _, m := range append(s.marks, s.entries...) {
		c.mark(m)
	}
	for _, l := range s.labels {
		c.label(l)
	}
	out := bufio.NewWriter(w)
	if err := png.Encode(out, c.image); err != nil {
		return err
	}
	return out.Flush()
}

// canvas draws in the pixels of a scene onto an image of more or fewer dots.
type canvas struct {
	scene *scene
	image *image.RGBA
	zoom  float64
	faces map[*fonts.Font]*font.Face
}

func newCanvas(s *scene) *canvas {
	zoom := min(sharpness, widest/max(s.width, s.height))
	c := &canvas{scene: s, zoom: zoom, faces: map[*fonts.Font]*font.Face{}}
	c.image = image.NewRGBA(image.Rect(0, 0, int(math.Ceil(s.width*zoom)), int(math.Ceil(s.height*zoom))))
	draw.Draw(c.image, c.image.Bounds(), image.NewUniform(rgb(s.palette.paper)), image.Point{}, draw.Src)
	return c
}

// line draws along its steeper direction, each dot as dark as the line covers of it.
func (c *canvas) line(l stroke) {
	x1, y1, x2, y2 := l.x1*c.zoom, l.y1*c.zoom, l.x2*c.zoom, l.y2*c.zoom
	colour := rgb(l.colour)
	steep := math.Abs(y2-y1) > math.Abs(x2-x1)
	if steep {
		x1, y1, x2, y2 = y1, x1, y2, x2
	}
	if x1 > x2 {
		x1, y1, x2, y2 = x2, y2, x1, y1
	}
	if x2-x1 < 1e-6 {
		return
	}
	slope := (y2 - y1) / (x2 - x1)
	slant := 1 / math.Sqrt(1+slope*slope)
	half := max(0.5, 0.6*c.zoom)
	reach := half/slant + 1
	for x := math.Floor(x1); x <= x2; x++ {
		middle := y1 + slope*(x+0.5-x1)
		for y := math.Floor(middle - reach); y <= middle+reach; y++ {
			share := clamp(half + 0.5 - math.Abs(y+0.5-middle)*slant)
			if steep {
				c.blend(int(y), int(x), colour, share*l.opacity)
			} else {
				c.blend(int(x), int(y), colour, share*l.opacity)
			}
		}
	}
}

// mark draws a node with a rim of paper around it.
func (c *canvas) mark(m mark) {
	x, y, r := m.x*c.zoom, m.y*c.zoom, m.r*c.zoom
	rim := 0.75 * c.zoom
	fill, paper := rgb(m.colour), rgb(c.scene.palette.paper)
	for py := math.Floor(y - 1.3*r - rim - 1); py <= y+1.3*r+rim+1; py++ {
		for px := math.Floor(x - 1.3*r - rim - 1); px <= x+1.3*r+rim+1; px++ {
			far := distance(m.shape, px+0.5-x, py+0.5-y, r)
			c.blend(int(px), int(py), paper, clamp(0.5+rim-far))
			c.blend(int(px), int(py), fill, clamp(0.5-far))
		}
	}
}

// distance is how far a point is outside a shape around (0, 0); inside it is negative.
func distance(shape Shape, dx, dy, r float64) float64 {
	dx, dy = math.Abs(dx), math.Abs(dy)
	switch shape {
	case Square:
		return max(dx, dy) - 0.9*r
	case Diamond:
		return (dx + dy - 1.15*r) / math.Sqrt2
	}
	return math.Hypot(dx, dy) - r
}

// label draws a text, with paper around its letters so that it can be read over lines.
func (c *canvas) label(l label) {
	size := l.size * c.zoom
	pad := 3 * c.zoom
	left, top := math.Floor(l.x*c.zoom-pad), math.Floor(l.y*c.zoom-1.4*size-pad)
	width, height := int(l.width()*c.zoom+2*pad)+2, int(2.2*size+2*pad)
	pen := vector.NewRasterizer(width, height)
	c.letters(pen, l.line, l.x*c.zoom-left, l.y*c.zoom-top, size/1000)
	ink := image.NewAlpha(image.Rect(0, 0, width, height))
	pen.Draw(ink, ink.Bounds(), image.Opaque, image.Point{})
	paper, colour := rgb(c.scene.palette.paper), rgb(c.scene.palette.ink)
	around := widened(ink, int(math.Ceil(1.2*c.zoom)))
	for y := range height {
		for x := range width {
			c.blend(int(left)+x, int(top)+y, paper, 0.85*float64(around.AlphaAt(x, y).A)/255)
			c.blend(int(left)+x, int(top)+y, colour, float64(ink.AlphaAt(x, y).A)/255)
		}
	}
}

// widened is ink that reaches so many dots further in every direction.
func widened(ink *image.Alpha, rim int) *image.Alpha {
	across, all := image.NewAlpha(ink.Rect), image.NewAlpha(ink.Rect)
	for y := range ink.Rect.Dy() {
		row := ink.Pix[y*ink.Stride:][:ink.Rect.Dx()]
		for x := range row {
			across.Pix[y*ink.Stride+x] = slices.Max(row[max(0, x-rim):min(len(row), x+rim+1)])
		}
	}
	for y := range ink.Rect.Dy() {
		for near := max(0, y-rim); near < min(ink.Rect.Dy(), y+rim+1); near++ {
			for x := range ink.Rect.Dx() {
				all.Pix[y*ink.Stride+x] = max(all.Pix[y*ink.Stride+x], across.Pix[near*ink.Stride+x])
			}
		}
	}
	return all
}

// letters draws the outlines of a line from (x, y) on, at so many dots for a thousandth of the type size.
func (c *canvas) letters(pen *vector.Rasterizer, line typeset.Line, x, y, scale float64) {
	for _, run := range line.Runs {
		face, ok := c.faces[run.Font]
		if !ok {
			face = font.NewFace(run.Font.Font)
			c.faces[run.Font] = face
		}
		em := 1000 / float64(run.Font.Upem()) * scale
		for _, cluster := range run.Clusters {
			for _, g := range cluster.Glyphs {
				if outline, ok := face.GlyphData(g.ID).(font.GlyphOutline); ok {
					trace(pen, outline.Segments, x+g.X*scale, y-g.Y*scale, em)
				}
			}
			x += cluster.Advance * scale
		}
	}
}

func trace(pen *vector.Rasterizer, outline []font.Segment, x, y, em float64) {
	at := func(p opentype.SegmentPoint) (float32, float32) {
		return float32(x + float64(p.X)*em), float32(y - float64(p.Y)*em)
	}
	for i, s := range outline {
		ax, ay := at(s.Args[0])
		bx, by := at(s.Args[1])
		cx, cy := at(s.Args[2])
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			if i > 0 {
				pen.ClosePath()
			}
			pen.MoveTo(ax, ay)
		case opentype.SegmentOpLineTo:
			pen.LineTo(ax, ay)
		case opentype.SegmentOpQuadTo:
			pen.QuadTo(ax, ay, bx, by)
		case opentype.SegmentOpCubeTo:
			pen.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	pen.ClosePath()
}

// blend puts a share of a colour over a dot.
func (c *canvas) blend(x, y int, over color.RGBA, share float64) {
	if share <= 0 || !(image.Point{X: x, Y: y}).In(c.image.Rect) {
		return
	}
	at := c.image.PixOffset(x, y)
	for i, v := range [...]uint8{over.R, over.G, over.B} {
		under := float64(c.image.Pix[at+i])
		c.image.Pix[at+i] = uint8(under + share*(float64(v)-under) + 0.5)
	}
}

func clamp(v float64) float64 { return min(1, max(0, v)) }
