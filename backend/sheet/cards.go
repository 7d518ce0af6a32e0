package sheet

import (
	"slices"

	"kaffeerunde/backend/sheet/fonts"
)

const (
	cardColumns = 2
	cardRows    = 5
	eventRows   = 4 // where a card has to hold why
	cardPhoto   = 42.0
	cardPadding = 9.0
	cardGap     = 8.0
	// cardCode is the side of the QR with its white: 28 mm. The white may lie in the padding of a card, so the code is only
	// codeInset from its edge.
	cardCode  = 79.4
	codeInset = 2.0
	// namedRoom is how high the name with role and organisation may be beside the photo; the QR begins below.
	namedRoom = cardPhoto + 4
)

// cards lays out ten people a page, or eight where reasons are to be read, to be kept whole or cut apart along the hairlines.
func (c *composer) cards(people []Person) []page {
	width := c.width - 2*marginX
	bottom := c.height - marginY - footerRoom
	head, height := c.head(width), c.cardHeight(people)
	var pages []page
	y := marginY
	for start := 0; start == 0 || start < len(people); {
		current := page{width: c.width, height: c.height}
		top := marginY
		if start == 0 && head.height > 0 {
			current.boxes = append(current.boxes, head.at(marginX, top)...)
			top += head.height + cardGap
		}
		// A row less where my introduction takes its room: a card is never squeezed.
		rows := int((bottom - top) / height)
		end := min(start+rows*cardColumns, len(people))
		current.boxes = append(current.boxes, c.grid(people[start:end], width, height).at(marginX, top)...)
		if len(people) == 0 {
			if len(c.options.Known) == 0 {
				current.boxes = append(current.boxes, c.nobody(width, bottom-top).at(marginX, top+14)...)
			}
			return c.numbered(c.known([]page{current}, top))
		}
		pages = append(pages, current)
		y = top + float64((end-start+cardColumns-1)/cardColumns)*height
		start = end
	}
	return c.numbered(c.known(pages, y))
}

// cardHeight is what the rows under a title of one line leave for each.
func (c *composer) cardHeight(people []Person) float64 {
	const title = 60
	rows := cardRows
	if slices.ContainsFunc(people, Person.coffee) {
		rows = eventRows
	}
	return (c.height - 2*marginY - footerRoom - title) / float64(rows)
}

func (c *composer) grid(people []Person, width, h float64) block {
	w := width / cardColumns
	out := block{width: width}
	for i, p := range people {
		x, y := float64(i%cardColumns)*w, float64(i/cardColumns)*h
		out.boxes = append(out.boxes, c.card(p, w, h).at(x, y)...)
		out.boxes = append(out.boxes, frameBox{rect: rect{x, y, w, h}, stroke: hairline, grey: pale})
		out.height = y + h
	}
	return out
}

// card is one person: photo and name above, below them why to talk to them, beside the QR.
func (c *composer) card(p Person, width, height float64) block {
	f := c.options.Fields
	b := block{width: width, height: height}
	x, beside := cardPadding, width-2*cardPadding
	if f.Tick {
		b.boxes = append(b.boxes, tick().at(width-cardPadding-tickSide, cardPadding)...)
		beside -= tickSide + cardGap
	}
	above := 0.0
	if f.Photo {
		b.boxes = append(b.boxes, c.face(p, cardPhoto).at(x, cardPadding)...)
		x += cardPhoto + cardGap
		beside -= cardPhoto + cardGap
		above = cardPhoto
	}
	who, rest := c.named(p, beside)
	b.boxes = append(b.boxes, who.at(x, cardPadding)...)
	y := cardPadding + max(above, who.height) + 3

	left := width - 2*cardPadding
	if f.QR {
		side := min(cardCode, height-cardPadding-namedRoom-codeInset)
		if code := codeFor(p.VCard, side); code != nil {
			b.boxes = append(b.boxes, qrBlock(code, side).at(width-side-codeInset, height-side-codeInset)...)
			left -= side - cardPadding + cardGap
		}
	}
	room := height - cardPadding - y
	if f.Line {
		room -= writing
		b.boxes = append(b.boxes, ruleBox{rect: rect{cardPadding, height - cardPadding, left, 0}, stroke: hairline, dash: 1.2, grey: 0.4})
	}
	rest = append(rest, why(p, textSize))
	rest = append(append(rest, c.talk(p, textSize)...), c.reach(p)...)
	rest = append(append(rest, c.tags(p)), c.note(p)...)
	b.boxes = append(b.boxes, c.column(left, room, rest...).at(cardPadding, y)...)
	return b
}

// named is the name with role and organisation under it, beside the photo. A long name is set smaller before it is cut, and
// what finds no room whole beside the photo is returned, to stand below it.
func (c *composer) named(p Person, width float64) (block, []piece) {
	role, organisation := c.role(p), c.organisation(p)
	name := words{text: p.Name, style: fonts.Bold, keeps: keepsName}
	for _, size := range []float64{11, 9.5, textSize} {
		if name.size = size; c.natural(width, name) <= namedRoom {
			break
		}
	}
	switch {
	case c.natural(width, name, role, organisation) <= namedRoom:
		return c.column(width, namedRoom, name, role, organisation), nil
	case c.natural(width, name, role) <= namedRoom:
		organisation.keeps = 1
		return c.column(width, namedRoom, name, role), []piece{organisation}
	}
	// Below, the reason to talk to somebody is worth more than a long title.
	role.keeps, organisation.keeps = 1, 1
	return c.column(width, namedRoom, name), []piece{role, organisation}
}
