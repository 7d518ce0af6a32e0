package sheet

import "kaffeerunde/backend/sheet/fonts"

const (
	cardColumns = 2
	cardRows    = 5
	cardPhoto   = 42.0
	cardPadding = 9.0
	cardGap     = 8.0
	// cardCode is the side of the QR with its white: 28 mm.
	cardCode = 79.4
)

// cards lays out ten people a page, to be kept whole or cut apart along the hairlines.
func (c *composer) cards(people []Person) []page {
	width := c.width - 2*marginX
	bottom := c.height - marginY - footerRoom
	head := c.head(width)
	var pages []page
	for start := 0; start == 0 || start < len(people); {
		current := page{width: c.width, height: c.height}
		top := marginY
		if start == 0 && head.height > 0 {
			current.boxes = append(current.boxes, head.at(marginX, top)...)
			top += head.height + cardGap
		}
		// A row less where my introduction takes its room: a card is never squeezed.
		rows := min(cardRows, int((bottom-top)/c.cardHeight()))
		end := min(start+rows*cardColumns, len(people))
		current.boxes = append(current.boxes, c.grid(people[start:end], width).at(marginX, top)...)
		if len(people) == 0 {
			current.boxes = append(current.boxes, c.nobody(width, bottom-top).at(marginX, top+14)...)
			return c.numbered([]page{current})
		}
		pages = append(pages, current)
		start = end
	}
	return c.numbered(pages)
}

// cardHeight is what five rows under a title of one line leave for each.
func (c *composer) cardHeight() float64 {
	const title = 60
	return (c.height - 2*marginY - footerRoom - title) / cardRows
}

func (c *composer) grid(people []Person, width float64) block {
	w, h := width/cardColumns, c.cardHeight()
	out := block{width: width}
	for i, p := range people {
		x, y := float64(i%cardColumns)*w, float64(i/cardColumns)*h
		out.boxes = append(out.boxes, c.card(p, w, h).at(x, y)...)
		out.boxes = append(out.boxes, frameBox{rect: rect{x, y, w, h}, stroke: hairline, grey: pale})
		out.height = y + h
	}
	return out
}

// card is one person: photo and name above, then what they do and why to talk to them, beside the QR.
func (c *composer) card(p Person, width, height float64) block {
	f := c.options.Fields
	inner := width - 2*cardPadding
	b := block{width: width, height: height}
	x, y := cardPadding, cardPadding
	if f.Tick {
		b.boxes = append(b.boxes, tick().at(width-cardPadding-tickSide, y)...)
		inner -= tickSide + cardGap
	}
	above := 0.0
	if f.Photo {
		b.boxes = append(b.boxes, c.face(p, cardPhoto).at(x, y)...)
		x += cardPhoto + cardGap
		inner -= cardPhoto + cardGap
		above = cardPhoto
	}
	who := c.column(inner, cardPhoto+2, words{text: p.Name, style: fonts.Bold, size: 11}, small(only(f.Role, p.Role), soft))
	b.boxes = append(b.boxes, who.at(x, y)...)
	y += max(above, who.height) + 3

	room, right := height-cardPadding-y, 0.0
	if f.QR {
		side := min(cardCode, height-2*cardPadding-cardPhoto+cardPadding)
		if code := codeFor(p.VCard, side); code != nil {
			// The white around the code is part of it and may lie in the padding.
			b.boxes = append(b.boxes, qrBlock(code, side).at(width-side-2, height-side-2)...)
			right = side - cardPadding + cardGap
		}
	}
	pieces := []piece{small(only(f.Organisation, p.Organisation), soft), withRoomAbove(small(p.Why, 0))}
	pieces = append(pieces, c.reach(p)...)
	pieces = append(pieces, c.tags(p), small(only(f.Note, p.Note), 0))
	left := width - 2*cardPadding - right
	if f.Line {
		room -= writing
		b.boxes = append(b.boxes, ruleBox{rect: rect{cardPadding, height - cardPadding, left, 0}, stroke: hairline, dash: 1.2, grey: 0.4})
	}
	b.boxes = append(b.boxes, c.column(left, room, pieces...).at(cardPadding, y)...)
	return b
}

func withRoomAbove(w words) words {
	w.above = 3
	return w
}
