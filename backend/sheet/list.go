package sheet

import "kaffeerunde/backend/sheet/fonts"

// The list has thirteen people on a page with the usual fields: a row of at least this height each, more where somebody needs
// it.
const (
	listRow     = 52.0
	listPhoto   = 38.0
	listPadding = 5.0
	listGap     = 10.0
)

func (c *composer) list(people []Person) []page {
	width := c.width - 2*marginX
	top, bottom := marginY, c.height-marginY-footerRoom
	current := page{width: c.width, height: c.height}
	y := top
	head := c.head(width)
	current.boxes = append(current.boxes, head.at(marginX, y)...)
	y += head.height
	if len(people) == 0 && len(c.options.Known) == 0 {
		current.boxes = append(current.boxes, c.nobody(width, bottom-y).at(marginX, y+14)...)
	}
	var pages []page
	for _, p := range people {
		row := c.row(p, width, bottom-top)
		if y+row.height > bottom {
			pages = append(pages, current)
			current, y = page{width: c.width, height: c.height}, top
		}
		current.boxes = append(current.boxes, row.at(marginX, y)...)
		y += row.height
	}
	return c.numbered(c.known(append(pages, current), y))
}

// row is one person in the list: to the left who it is, to the right how to reach them and where to write.
func (c *composer) row(p Person, width, height float64) block {
	f := c.options.Fields
	inner := height - 2*listPadding
	x := 0.0
	var b block
	if f.Tick {
		b.boxes = append(b.boxes, tick().at(0, listPadding+3)...)
		x += tickSide + listGap - 1
	}
	if f.Photo {
		b.boxes = append(b.boxes, c.face(p, listPhoto).at(x, listPadding)...)
		x += listPhoto + listGap
	}
	reach := c.reach(p)
	right, taken := 0.0, 0.0
	if f.Line || f.Phone || f.Email || f.Address || f.Birthday {
		right = (width - x) * 0.4
	}
	left := width - x - right
	if right > 0 {
		left -= listGap
	}
	pieces := []piece{
		words{text: p.Name, style: fonts.Bold, size: 10.5, keeps: keepsName},
		beside{c.role(p), c.organisation(p)},
		c.tags(p),
	}
	pieces = append(append(pieces, c.talk(p, textSize)...), c.note(p)...)
	who := c.column(left, inner, pieces...)
	b.boxes = append(b.boxes, who.at(x, listPadding)...)
	content := max(who.height, roomFor(f.Photo, listPhoto))
	if right > 0 {
		room := inner
		if f.Line {
			room -= writing
		}
		how := c.column(right, room, reach...)
		b.boxes = append(b.boxes, how.at(width-right, listPadding)...)
		content = max(content, how.height+roomFor(f.Line, writing-listPadding))
		taken = how.height + listPadding
	}
	b.width, b.height = width, min(max(listRow, content+2*listPadding), height)
	if f.Line && right > 0 {
		// Whoever one would like a coffee with has as much room to write as there is.
		for y := b.height - listPadding - 3; ; y -= writing {
			b.boxes = append(b.boxes, ruleBox{rect: rect{width - right, y, right, 0}, stroke: hairline, dash: 1.2, grey: 0.4})
			if y-2*writing < taken || !p.coffee() {
				break
			}
		}
	}
	b.boxes = append(b.boxes, ruleBox{rect: rect{0, b.height, width, 0}, stroke: hairline, grey: pale})
	return b
}

// roomFor returns the length if the field is chosen, else 0.
func roomFor(chosen bool, length float64) float64 {
	if !chosen {
		return 0
	}
	return length
}
