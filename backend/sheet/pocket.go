package sheet

import (
	"strconv"
	"strings"

	"kaffeerunde/backend/sheet/fonts"
)

const (
	pocketPages   = 8
	pocketPeople  = 5
	pocketPadding = 20.0 // printers leave some 6 mm at the edge white
	pocketPhoto   = 64.0
	pocketCode    = cardCode
)

// places are where the pages of a booklet lie on the sheet, row by row from the upper left. The sheet is folded three times
// and cut along its middle between the two folds in the middle; the upper row then stands on its head.
var places = [pocketPages]int{7, 6, 5, 4, 8, 1, 2, 3}

// pocket lays out booklets of eight pages, one on each sheet: a cover, my introduction, five people, a page to write on. More
// people make more booklets.
func (c *composer) pocket(people []Person) []page {
	total := max(1, (len(people)+pocketPeople-1)/pocketPeople)
	var pages []page
	for number := range total {
		start := number * pocketPeople
		five := people[start:min(start+pocketPeople, len(people))]
		pages = append(pages, c.imposed(c.booklet(five, number+1, total)))
	}
	return pages
}

// imposed lays eight pages out on one sheet, on its long side.
func (c *composer) imposed(pages [pocketPages]block) page {
	sheet := page{width: c.height, height: c.width}
	w, h := sheet.width/4, sheet.height/2
	for i, number := range places {
		sheet.boxes = append(sheet.boxes, panelBox{
			rect:   rect{float64(i%4) * w, float64(i/4) * h, w, h},
			turned: i < 4,
			boxes:  pages[number-1].boxes,
		})
	}
	fold := func(x1, y1, x2, y2 float64) {
		sheet.boxes = append(sheet.boxes, ruleBox{rect: rect{x1, y1, x2 - x1, y2 - y1}, stroke: hairline, dash: 0.8, grey: 0.6})
	}
	fold(w, 0, w, sheet.height)
	fold(2*w, 0, 2*w, sheet.height)
	fold(3*w, 0, 3*w, sheet.height)
	fold(0, h, w, h)
	fold(3*w, h, 4*w, h)
	sheet.boxes = append(sheet.boxes, ruleBox{rect: rect{w, h, 2 * w, 0}, stroke: 0.7, dash: 4})
	sheet.boxes = append(sheet.boxes, c.guide(c.options.Words.Fold).at(pocketPadding, h+1)...)
	return page{width: sheet.width, height: sheet.height, boxes: append(sheet.boxes, c.guide(c.options.Words.Cut).at(w+pocketPadding, h+1)...)}
}

// guide is a word beside a line that says what to do with it.
func (c *composer) guide(text string) block {
	return words{text: text, style: fonts.Regular, size: 5.5, grey: soft}.line(c)
}

// booklet is the eight pages in the order in which they are read.
func (c *composer) booklet(people []Person, number, total int) [pocketPages]block {
	var out [pocketPages]block
	out[0] = c.cover(number, total)
	out[1] = c.introduction()
	for i := range pocketPeople {
		switch {
		case i < len(people):
			out[2+i] = c.leaf(people[i])
		case i == 0:
			out[2+i] = c.inset(c.nobody(c.panel()))
		default:
			out[2+i] = c.notes()
		}
	}
	out[pocketPages-1] = c.notes()
	return out
}

// panel is the room for text on a page of the booklet.
func (c *composer) panel() (width, height float64) {
	return c.height/4 - 2*pocketPadding, c.width/2 - 2*pocketPadding
}

func (c *composer) inset(b block) block {
	return block{boxes: b.at(pocketPadding, pocketPadding)}
}

func (c *composer) cover(number, total int) block {
	o := c.options
	width, height := c.panel()
	b := c.column(width, height*0.5, words{text: o.Title, style: fonts.Serif, size: 21})
	b = b.below(9, block{width: 28, height: 1, boxes: []box{ruleBox{rect: rect{0, 0, 28, 0}, stroke: 0.8}}})
	b = b.below(8, c.column(width, height*0.25,
		words{text: o.Date, style: fonts.Regular, size: 9.5},
		words{text: o.Place, style: fonts.Regular, size: 9.5, grey: soft},
	))
	out := block{boxes: b.at(pocketPadding, pocketPadding+height*0.16)}
	if total == 1 {
		return out
	}
	text := strings.NewReplacer("{number}", strconv.Itoa(number), "{total}", strconv.Itoa(total)).Replace(o.Words.Booklet)
	booklet := c.column(width, 12, small(text, soft))
	out.boxes = append(out.boxes, booklet.at(pocketPadding, pocketPadding+height-booklet.height)...)
	return out
}

// introduction is how I introduce myself, in the largest size in which it fits the page whole, and room to write below.
func (c *composer) introduction() block {
	if strings.TrimSpace(c.options.Introduction) == "" {
		return c.notes()
	}
	width, height := c.panel()
	head := c.heading(c.options.Words.Introduction)
	room := height - head.height - 6
	var text block
	for _, size := range []float64{10.5, 9.5, 8.5, 7.5} {
		if text = c.prose(c.options.Introduction, size, width, 10*height); text.height <= room {
			break
		}
		text = c.prose(c.options.Introduction, size, width, room)
	}
	b := head.below(6, text)
	return c.inset(b.below(0, lines(width, height-b.height)))
}

func (c *composer) notes() block {
	width, height := c.panel()
	head := c.heading(c.options.Words.Notes)
	return c.inset(head.below(0, lines(width, height-head.height)))
}

func (c *composer) heading(text string) block {
	width, _ := c.panel()
	return c.column(width, 40, words{text: text, style: fonts.Serif, size: 13})
}

// leaf is the page of one person: the photo beside the QR, who it is, why to talk to them, and the rest to write on.
func (c *composer) leaf(p Person) block {
	f := c.options.Fields
	width, height := c.panel()
	out := block{width: width, height: height}
	top, right := 0.0, width
	if f.Photo {
		out.boxes = append(out.boxes, c.face(p, pocketPhoto).at(0, 0)...)
		top = pocketPhoto
	}
	if code := codeFor(p.VCard, pocketCode); f.QR && code != nil {
		// The white around the code lies in the padding of the page.
		const inset = 6
		out.boxes = append(out.boxes, qrBlock(code, pocketCode).at(width-pocketCode+inset, -inset)...)
		top, right = pocketCode-inset, width-pocketCode
	}
	if f.Tick {
		out.boxes = append(out.boxes, tick().at(right-tickSide, 0)...)
		top = max(top, tickSide)
	}
	pieces := []piece{
		words{text: p.Name, style: fonts.Serif, size: 14, above: 5, keeps: keepsName},
		c.role(p), c.organisation(p), why(p, 9), c.tags(p),
	}
	pieces = append(append(pieces, c.reach(p)...), c.note(p)...)
	who := c.column(width, height-top-roomFor(f.Line, 2*writing), pieces...)
	out.boxes = append(out.boxes, who.at(0, top)...)
	if below := top + who.height; f.Line {
		out.boxes = append(out.boxes, lines(width, height-below).at(0, below)...)
	}
	return c.inset(out)
}
