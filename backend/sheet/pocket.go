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

// pocket lays out booklets of eight pages, one on each sheet: a cover, my introduction, five people, a page to write on. Guests
// whom I know stand behind the people, on that last page too. What is more makes more booklets.
func (c *composer) pocket(people []Person) []page {
	leaves := make([]block, len(people))
	for i, p := range people {
		leaves[i] = c.leaf(p)
	}
	room := pocketPeople
	if len(c.options.Known) > 0 {
		room++
		leaves = c.withKnown(leaves, room)
	}
	if len(leaves) == 0 {
		leaves = []block{c.inset(c.nobody(c.panel()))}
	}
	total := (len(leaves) + room - 1) / room
	var pages []page
	for number := range total {
		start := number * room
		pages = append(pages, c.imposed(c.booklet(leaves[start:min(start+room, len(leaves))], number+1, total)))
	}
	return pages
}

// withKnown appends the pages of the guests whom I know: with what there is to say of each, unless without it they need a booklet
// less.
func (c *composer) withKnown(leaves []block, room int) []block {
	booklets := func(pages []block) int { return (len(leaves) + len(pages) + room - 1) / room }
	pages, short := c.knownLeaves(wordy), c.knownLeaves(brief)
	if booklets(short) < booklets(pages) {
		pages = short
	}
	return append(leaves, pages...)
}

func (c *composer) knownLeaves(much detail) []block {
	width, height := c.panel()
	var out []block
	current := c.heading(c.options.Words.Known)
	current.height += knownApart
	room := height - current.height
	for rest := c.acquaintances(width, much); len(rest) > 0; {
		n := filled(rest, room, 1)
		for _, guest := range rest[:n] {
			current = current.below(0, guest)
		}
		out = append(out, c.inset(current))
		current, room, rest = block{}, height, rest[n:]
	}
	return out
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

// booklet is the eight pages in the order in which they are read. What is left of them is to write on.
func (c *composer) booklet(leaves []block, number, total int) [pocketPages]block {
	var out [pocketPages]block
	out[0], out[1] = c.cover(number, total), c.introduction()
	for i := range out[2:] {
		if i < len(leaves) {
			out[2+i] = leaves[i]
		} else {
			out[2+i] = c.notes()
		}
	}
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

// introduction is how I introduce myself and what I bring along to ask, in the largest size in which both fit the page whole, and
// room to write below.
func (c *composer) introduction() block {
	width, height := c.panel()
	var page block
	for _, size := range []float64{10.5, 9.5, 8.5, 7.5} {
		if page = c.presented(size, width, 10*height); page.height <= height {
			break
		}
		page = c.presented(size, width, height)
	}
	if page.height == 0 {
		return c.notes()
	}
	return c.inset(page.below(0, lines(width, height-page.height)))
}

// presented is my introduction with my questions, no higher than height. Where there is no room for both whole, the questions
// keep up to half of it.
func (c *composer) presented(size, width, height float64) block {
	const gap, apart = 6.0, 12.0
	section := func(heading, text block) block {
		if text.height == 0 {
			return block{}
		}
		return heading.below(gap, text)
	}
	introduction, ask := c.heading(c.options.Words.Introduction), c.heading(c.options.Words.Questions)
	questions := c.column(width, height, c.questions(size)...)
	if text := c.prose(c.options.Introduction, size, width, 10*height); text.height > 0 && questions.height > 0 {
		left := height - introduction.height - ask.height - 2*gap - apart
		questions = c.column(width, max(left/2, left-text.height), c.questions(size)...)
	} else if questions.height > 0 {
		questions = c.column(width, height-ask.height-gap, c.questions(size)...)
	}
	below := section(ask, questions)
	room := height - introduction.height - gap
	if below.height > 0 {
		room -= below.height + apart
	}
	return section(introduction, c.prose(c.options.Introduction, size, width, room)).below(apart, below)
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
	role, organisation := c.role(p), c.organisation(p)
	if p.coffee() {
		// What one has to talk about is worth more than a long title.
		role.keeps, organisation.keeps = 1, 1
	}
	pieces := []piece{
		words{text: p.Name, style: fonts.Serif, size: 14, above: 5, keeps: keepsName}, role, organisation, why(p, 9),
	}
	pieces = append(append(pieces, c.talk(p, 8.5)...), c.tags(p))
	pieces = append(append(pieces, c.reach(p)...), c.note(p)...)
	who := c.column(width, height-top-roomFor(f.Line, 2*writing), pieces...)
	out.boxes = append(out.boxes, who.at(0, top)...)
	if below := top + who.height; f.Line {
		out.boxes = append(out.boxes, lines(width, height-below).at(0, below)...)
	}
	return c.inset(out)
}
