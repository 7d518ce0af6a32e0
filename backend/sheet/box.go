package sheet

import (
	"rsc.io/qr"

	"kaffeerunde/backend/sheet/typeset"
)

// rect is an area of a page in points, from the upper left corner downwards.
type rect struct{ x, y, w, h float64 }

func (r rect) moved(dx, dy float64) rect { return rect{r.x + dx, r.y + dy, r.w, r.h} }

// box is one thing at its place.
type box interface {
	area() rect
	moved(dx, dy float64) box
}

// textBox is a line of text. Its area is as wide as the line and as high as its fonts reach.
type textBox struct {
	rect
	baseline float64 // from the top of the page
	size     float64
	grey     float64 // 0 is black
	line     typeset.Line
}

// photoBox is a photo that fills its area.
type photoBox struct {
	rect
	photo *photo
}

// frameBox is the outline of its area.
type frameBox struct {
	rect
	radius, stroke, grey float64
}

// ruleBox is a straight line from the upper left corner of its area to the lower right one.
type ruleBox struct {
	rect
	stroke, dash, grey float64
}

// codeBox is a QR code with the white around it that a reader needs.
type codeBox struct {
	rect
	code *qr.Code
}

// panelBox is a small page on a larger one. The boxes count from its own corner; a turned one stands on its head.
type panelBox struct {
	rect
	turned bool
	boxes  []box
}

func (b textBox) area() rect  { return b.rect }
func (b photoBox) area() rect { return b.rect }
func (b frameBox) area() rect { return b.rect }
func (b ruleBox) area() rect  { return b.rect }
func (b codeBox) area() rect  { return b.rect }
func (b panelBox) area() rect { return b.rect }

func (b textBox) moved(dx, dy float64) box {
	b.rect, b.baseline = b.rect.moved(dx, dy), b.baseline+dy
	return b
}
func (b photoBox) moved(dx, dy float64) box { b.rect = b.rect.moved(dx, dy); return b }
func (b frameBox) moved(dx, dy float64) box { b.rect = b.rect.moved(dx, dy); return b }
func (b ruleBox) moved(dx, dy float64) box  { b.rect = b.rect.moved(dx, dy); return b }
func (b codeBox) moved(dx, dy float64) box  { b.rect = b.rect.moved(dx, dy); return b }
func (b panelBox) moved(dx, dy float64) box { b.rect = b.rect.moved(dx, dy); return b }

// page is one side of paper.
type page struct {
	width, height float64
	boxes         []box
}

// block is boxes that belong together, placed from (0, 0), and the room they take.
type block struct {
	width, height float64
	boxes         []box
}

// at returns the boxes of a block with its corner at (x, y).
func (b block) at(x, y float64) []box {
	out := make([]box, len(b.boxes))
	for i, inner := range b.boxes {
		out[i] = inner.moved(x, y)
	}
	return out
}

// below appends another block under this one.
func (b block) below(gap float64, next block) block {
	if next.height == 0 {
		return b
	}
	if b.height == 0 {
		return next
	}
	return block{
		width:  max(b.width, next.width),
		height: b.height + gap + next.height,
		boxes:  append(b.boxes, next.at(0, b.height+gap)...),
	}
}
