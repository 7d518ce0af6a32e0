package pdf

import (
	"fmt"
	"math"
	"strconv"

	"kaffeerunde/backend/sheet/typeset"
)

// Canvas is one page, drawn from its upper left corner in points: x grows to the right, y grows downwards.
type Canvas struct {
	doc    *Document
	width  float64
	height float64
	code   []byte
	// inner is the height of the area that is being drawn, from which y is counted in PDF's own way, upwards.
	inner []float64
}

// Page starts a page of a size in points.
func (d *Document) Page(width, height float64) *Canvas {
	return &Canvas{doc: d, width: width, height: height, inner: []float64{height}}
}

// Close writes the page.
func (c *Canvas) Close() {
	page, content := c.doc.reserve(), c.doc.reserve()
	c.doc.deflated(content, "", c.code)
	c.doc.object(page, fmt.Sprintf("<</Type/Page/Parent %d 0 R/MediaBox[0 0 %s %s]/Contents %d 0 R>>", c.doc.parent, decimal(c.width), decimal(c.height), content))
	c.doc.pages = append(c.doc.pages, page)
}

// Begin starts an area of the page with its own upper left corner. A turned one stands on its head. End ends it.
func (c *Canvas) Begin(x, y, width, height float64, turned bool) {
	if turned {
		c.op("q", nil)
		c.op("cm", []float64{-1, 0, 0, -1, x + width, c.up(y)})
	} else {
		c.op("q", nil)
		c.op("cm", []float64{1, 0, 0, 1, x, c.up(y + height)})
	}
	c.inner = append(c.inner, height)
}

// End ends the area that was begun last.
func (c *Canvas) End() {
	c.inner = c.inner[:len(c.inner)-1]
	c.op("Q", nil)
}

// Line draws a straight line, solid or, with a dash, in pieces of that length. Grey is 0 for black and 1 for white.
func (c *Canvas) Line(x1, y1, x2, y2, width, dash, grey float64) {
	c.op("q", nil)
	c.op("w", []float64{width})
	c.op("G", []float64{grey})
	if dash > 0 {
		c.code = append(c.code, '[')
		c.code = appendDecimal(c.code, dash)
		c.code = append(c.code, "] 0 d\n"...)
	}
	c.op("m", []float64{x1, c.up(y1)})
	c.op("l", []float64{x2, c.up(y2)})
	c.op("S", nil)
	c.op("Q", nil)
}

// Frame draws the outline of a rectangle with rounded corners.
func (c *Canvas) Frame(x, y, width, height, radius, stroke, grey float64) {
	c.op("q", nil)
	c.op("w", []float64{stroke})
	c.op("G", []float64{grey})
	c.rounded(x, y, width, height, radius)
	c.op("S", nil)
	c.op("Q", nil)
}

// rounded appends the path of a rectangle with rounded corners.
func (c *Canvas) rounded(x, y, width, height, radius float64) {
	x2, top, bottom := x+width, c.up(y), c.up(y+height)
	if radius == 0 {
		c.op("re", []float64{x, bottom, width, height})
		return
	}
	// A quarter of a circle is nearly the curve whose handles are this part of the radius.
	k := radius * (1 - 0.5523)
	c.op("m", []float64{x + radius, bottom})
	c.op("l", []float64{x2 - radius, bottom})
	c.op("c", []float64{x2 - k, bottom, x2, bottom + k, x2, bottom + radius})
	c.op("l", []float64{x2, top - radius})
	c.op("c", []float64{x2, top - k, x2 - k, top, x2 - radius, top})
	c.op("l", []float64{x + radius, top})
	c.op("c", []float64{x + k, top, x, top - k, x, top - radius})
	c.op("l", []float64{x, bottom + radius})
	c.op("c", []float64{x, bottom + k, x + k, bottom, x + radius, bottom})
	c.op("h", nil)
}

// Squares fills a field of size times size squares where black says so; (x, y) is its upper left corner, side that of one
// square. Neighbours in a row are one rectangle, and all are one path, so that no hair of white shows between them.
func (c *Canvas) Squares(x, y, side float64, size int, black func(column, row int) bool) {
	c.op("q", nil)
	c.op("g", []float64{0})
	c.op("cm", []float64{side, 0, 0, -side, x, c.up(y)})
	for row := range size {
		for column := 0; column < size; column++ {
			first := column
			for column < size && black(column, row) {
				column++
			}
			if column > first {
				c.op("re", []float64{float64(first), float64(row), float64(column - first), 1})
			}
		}
	}
	c.op("f", nil)
	c.op("Q", nil)
}

// Image draws an image cut to a rectangle with rounded corners, which it covers.
func (c *Canvas) Image(img Image, x, y, width, height, radius float64) {
	c.op("q", nil)
	c.rounded(x, y, width, height, radius)
	c.op("W n", nil)
	c.op("cm", img.cover(x, c.up(y+height), width, height))
	c.code = append(c.code, fmt.Sprintf("/I%d Do\n", img.number)...)
	c.op("Q", nil)
}

// Text draws a line of text whose baseline starts at (x, y), at a type size in points.
func (c *Canvas) Text(x, y, size, grey float64, line typeset.Line) {
	c.op("BT", nil)
	c.op("g", []float64{grey})
	c.op("Td", []float64{x, c.up(y)})
	for _, run := range line.Runs {
		f := c.doc.font(run.Font)
		c.code = append(c.code, '/')
		c.code = append(c.code, f.name...)
		c.code = append(c.code, ' ')
		c.op("Tf", []float64{size})
		c.show(f, run.Clusters)
	}
	c.op("ET", nil)
}

// show shows clusters one after the other and makes up for where their width differs from what the font says.
func (c *Canvas) show(f *Font, clusters []typeset.Cluster) {
	const digits = "0123456789ABCDEF"
	c.code = append(c.code, "[<"...)
	var owed float64
	for _, cluster := range clusters {
		if back := math.Round(-owed); back != 0 {
			c.code = append(c.code, '>')
			c.code = appendDecimal(c.code, back)
			c.code = append(c.code, '<')
			owed += back
		}
		code, width := f.code(cluster)
		for shift := 12; shift >= 0; shift -= 4 {
			c.code = append(c.code, digits[code>>shift&0xF])
		}
		owed += cluster.Advance - float64(width)
	}
	c.code = append(c.code, '>')
	if back := math.Round(-owed); back != 0 {
		c.code = appendDecimal(c.code, back)
	}
	c.code = append(c.code, "] TJ\n"...)
}

func (c *Canvas) up(y float64) float64 { return c.inner[len(c.inner)-1] - y }

func (c *Canvas) op(name string, args []float64) {
	for _, v := range args {
		c.code = append(appendDecimal(c.code, v), ' ')
	}
	c.code = append(append(c.code, name...), '\n')
}

// appendDecimal writes a number to a thousandth, without an exponent, which PDF does not know.
func appendDecimal(b []byte, v float64) []byte {
	thousandths := int64(math.Round(v * 1000))
	if thousandths%1000 == 0 {
		return strconv.AppendInt(b, thousandths/1000, 10)
	}
	return strconv.AppendFloat(b, float64(thousandths)/1000, 'f', -1, 64)
}

func decimal(v float64) string { return string(appendDecimal(nil, v)) }
