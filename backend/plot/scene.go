package plot

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"kaffeerunde/backend/sheet/fonts"
	"kaffeerunde/backend/sheet/typeset"
)

// Measures in pixels at 100 %.
const (
	margin     = 48.0
	textSize   = 12.0
	textHeight = 16.0
	radius     = 6.0
	textGap    = 4.0 // between a node and its name
	legendRow  = 22.0
	// legendMost is how many colours are explained: beyond it nobody looks them up.
	legendMost = 14
	// few is up to how many nodes a picture has room for the name of each.
	few = 80
	// longest is how wide a name is before it is cut.
	longest = 220.0
)

// scene is a drawing whose everything has its place; Y grows downwards.
type scene struct {
	palette       *palette
	title         string
	width, height float64
	lines         []stroke
	marks         []mark
	labels        []label
	entries       []mark // of the legend
}

type stroke struct {
	x1, y1, x2, y2, opacity float64
	colour                  string
}

type mark struct {
	x, y, r float64
	shape   Shape
	colour  string
	name    string
}

// label is a text from its left end at its baseline.
type label struct {
	x, y float64
	size float64
	text string
	line typeset.Line
}

func (l label) width() float64 { return l.line.Width * l.size / 1000 }

// compose gives everything its place.
func compose(d Drawing, typefaces *fonts.Set) *scene {
	s := &scene{palette: &light, title: d.Title}
	if d.Dark {
		s.palette = &dark
	}
	setter := typeset.NewSetter(typefaces, "")
	left, right, bottom, top := extent(d.Nodes)
	unit := spacing(len(d.Nodes), right-left, top-bottom)
	// Names stand out to the right and left; in a picture of a few each of them is to have room.
	side := margin + 60
	if len(d.Nodes) <= few {
		side = margin
		for _, n := range d.Nodes {
			side = max(side, set(setter, textSize, n.Name).width()+margin/2)
		}
	}
	at := func(n Node) (x, y float64) { return side + (n.X-left)*unit, margin + (top-n.Y)*unit }
	s.width = math.Ceil((right-left)*unit + 2*side)
	s.height = math.Ceil((top-bottom)*unit + 2*margin)
	// Around somebody there are fewer lines within a group, and those that lead outward are to be followed.
	inside := 0.38
	if slices.ContainsFunc(d.Nodes, func(n Node) bool { return n.Middle }) {
		inside = 0.6
	}
	lines := slices.Clone(d.Lines)
	slices.SortStableFunc(lines, func(x, y Line) int { return cmp.Compare(y.Faint, x.Faint) })
	for _, l := range lines {
		x1, y1 := at(d.Nodes[l.A])
		x2, y2 := at(d.Nodes[l.B])
		opacity := 0.7
		if l.Hue > 0 {
			opacity = inside
		}
		s.lines = append(s.lines, stroke{x1, y1, x2, y2, opacity * (1 - l.Faint), s.palette.stroke(l.Hue)})
	}
	taken := &room{}
	for _, n := range d.Nodes {
		x, y := at(n)
		r := radius
		if n.Middle {
			r *= 1.5
		}
		s.marks = append(s.marks, mark{x, y, r, n.Shape, s.palette.node(n.Hue), n.Name})
		taken.take(box{x - r, y - r, x + r, y + r})
	}
	s.name(d.Nodes, setter, taken)
	s.explain(d.Legend, setter)
	return s
}

// spacing is how many pixels two nodes are apart at least. A picture grows more slowly than its nodes become more; the fewer
// there are, the more of their names are to have room. Dots never touch.
func spacing(nodes int, width, height float64) float64 {
	wanted := 900 + 60*math.Sqrt(float64(nodes))
	return min(56, max(2.4*radius, wanted/max(width, height, 1)))
}

func extent(nodes []Node) (left, right, bottom, top float64) {
	if len(nodes) == 0 {
		return -4, 4, -3, 3
	}
	left, right, bottom, top = nodes[0].X, nodes[0].X, nodes[0].Y, nodes[0].Y
	for _, n := range nodes {
		left, right, bottom, top = min(left, n.X), max(right, n.X), min(bottom, n.Y), max(top, n.Y)
	}
	return left, right, bottom, top
}

// name puts the names beside the nodes, those of the greatest weight first, wherever they cover neither a node nor another
// name. A name without room is left out; in an SVG it still says what the node is.
func (s *scene) name(nodes []Node, setter *typeset.Setter, taken *room) {
	order := make([]int, len(nodes))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(nodes[y].Weight, nodes[x].Weight) })
	for _, i := range order {
		if nodes[i].Name == "" {
			continue
		}
		l := set(setter, textSize, nodes[i].Name)
		m, w := s.marks[i], l.width()
		off := m.r + textGap
		for _, corner := range [...][2]float64{
			{m.x + off, m.y - textHeight/2}, {m.x - off - w, m.y - textHeight/2},
			{m.x - w/2, m.y + off - 1}, {m.x - w/2, m.y - off + 1 - textHeight},
			{m.x + off - 3, m.y + 3}, {m.x + off - 3, m.y - 3 - textHeight},
			{m.x - off + 3 - w, m.y + 3}, {m.x - off + 3 - w, m.y - 3 - textHeight},
		} {
			own := box{corner[0], corner[1], corner[0] + w, corner[1] + textHeight}
			if own.left < 4 || own.top < 4 || own.right > s.width-4 || own.bottom > s.height-4 || taken.hits(own) {
				continue
			}
			taken.take(own)
			l.x, l.y = own.left, own.top+textHeight*0.74
			s.labels = append(s.labels, l)
			break
		}
	}
}

// said is what a line says of a text, in the order in which it is read.
func said(text string, line typeset.Line) string {
	kept := len([]rune(line.Text()))
	if runes := []rune(text); strings.Contains(line.Text(), typeset.Ellipsis) && kept <= len(runes) {
		return string(runes[:kept-1]) + typeset.Ellipsis
	}
	return text
}

// set sets a text on one line.
func set(setter *typeset.Setter, size float64, text string) label {
	text = strings.Join(strings.Fields(text), " ")
	lines := setter.Wrap(fonts.Regular, text, longest/textSize*1000, 1)
	if len(lines) == 0 {
		return label{size: size, text: text}
	}
	return label{size: size, text: said(text, lines[0]), line: lines[0]}
}

// explain says below the picture what the colours mean, in as many columns as have room.
func (s *scene) explain(entries []Entry, setter *typeset.Setter) {
	entries = entries[:min(len(entries), legendMost)]
	if len(entries) == 0 {
		return
	}
	// It is read with the whole picture in view.
	large := min(2.5, max(1, s.width/1400))
	column, row := (longest+36)*large, legendRow*large
	s.width = max(s.width, 2*margin+column)
	columns := max(1, int((s.width-2*margin)/column))
	rows := (len(entries) + columns - 1) / columns
	s.height += (large - 1) * margin / 2
	for i, e := range entries {
		x, y := margin+float64(i/rows)*column, s.height+float64(i%rows)*row
		l := set(setter, textSize*large, e.Text)
		l.x, l.y = x+(radius+textGap+4)*large, y+4*large
		s.entries = append(s.entries, mark{x, y, radius * large, Dot, s.palette.node(e.Hue), e.Text})
		s.labels = append(s.labels, l)
	}
	s.height += float64(rows)*row + margin/2
}

// box is a rectangle; top is above bottom, and the smaller of the two.
type box struct{ left, top, right, bottom float64 }

func (b box) meets(o box) bool {
	return b.left < o.right && o.left < b.right && b.top < o.bottom && o.top < b.bottom
}

// room remembers which parts of the picture are taken, by squares of the plane.
type room struct{ taken map[[2]int][]box }

const square = 64.0

func (r *room) take(b box) {
	if r.taken == nil {
		r.taken = map[[2]int][]box{}
	}
	r.squares(b, func(at [2]int) bool {
		r.taken[at] = append(r.taken[at], b)
		return false
	})
}

// hits reports whether a part of the picture is taken.
func (r *room) hits(b box) bool {
	return r.squares(b, func(at [2]int) bool { return slices.ContainsFunc(r.taken[at], b.meets) })
}

// squares calls f for the squares that a box lies in, until it says true.
func (r *room) squares(b box, f func(at [2]int) bool) bool {
	for x := int(math.Floor(b.left / square)); x <= int(math.Floor(b.right/square)); x++ {
		for y := int(math.Floor(b.top / square)); y <= int(math.Floor(b.bottom/square)); y++ {
			if f([2]int{x, y}) {
				return true
			}
		}
	}
	return false
}
