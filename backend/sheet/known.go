package sheet

import "kaffeerunde/backend/sheet/fonts"

const (
	knownColumns = 2
	knownGap     = 18.0 // between the columns, and above the heading
	knownLeast   = 8    // together on a page, where there are as many
	knownMost    = 90.0 // how high a guest may be
	knownApart   = 4.0
)

// known sets the guests whom I know below what stands on the last page down to y, in columns, and on more pages.
func (c *composer) known(pages []page, y float64) []page {
	if len(c.options.Known) == 0 {
		return pages
	}
	width := c.width - 2*marginX
	top, bottom := marginY, c.height-marginY-footerRoom
	heading := c.column(width, 40, words{text: c.options.Words.Known, style: fonts.Serif, size: 13})
	rest := c.acquaintances((width-knownGap)/knownColumns, wordy)
	if y > top {
		y += knownGap
	}
	// A few at the bottom of a page, and all others on the next, are not found.
	if filled(rest, bottom-y-heading.height-knownApart, knownColumns) < min(len(rest), knownLeast) {
		pages, y = append(pages, page{width: c.width, height: c.height}), top
	}
	last := &pages[len(pages)-1]
	last.boxes = append(last.boxes, heading.at(marginX, y)...)
	y += heading.height + knownApart
	for {
		height := bottom - y
		// The columns of the last page are equally long.
		for h := 0.0; h < height; h += 2 {
			if filled(rest, h, knownColumns) == len(rest) {
				height = h
				break
			}
		}
		x := marginX
		for range knownColumns {
			n := filled(rest, height, 1)
			column := block{}
			for _, guest := range rest[:n] {
				column = column.below(0, guest)
			}
			last := &pages[len(pages)-1]
			last.boxes = append(last.boxes, column.at(x, y)...)
			x += (width-knownGap)/knownColumns + knownGap
			rest = rest[n:]
		}
		if len(rest) == 0 {
			return pages
		}
		pages, y = append(pages, page{width: c.width, height: c.height}), top
	}
}

// detail is how much is said of each guest whom I know.
type detail bool

const (
	wordy detail = true  // the name, the organisation and why
	brief detail = false // one line
)

// acquaintances are the guests whom I know, a block each.
func (c *composer) acquaintances(width float64, much detail) []block {
	size := 8.0
	if much == brief {
		size = 7.5
	}
	out := make([]block, len(c.options.Known))
	for i, k := range c.options.Known {
		name := words{text: k.Name, style: fonts.Bold, size: size}
		organisation := words{text: k.Organisation, style: fonts.Regular, size: size, grey: soft}
		var guest block
		switch line := (beside{name, organisation}).rows(c, width, 1); {
		case much == wordy:
			name.keeps = keepsName
			reason := words{text: k.Reason, style: fonts.Regular, size: size - 0.5, grey: soft, keeps: keepsRole}
			guest = c.column(width, knownMost-knownApart, name, organisation, reason)
			guest = block{width: guest.width, height: guest.height + knownApart, boxes: guest.boxes}
		case len(line) == 1:
			guest = line[0]
		}
		out[i] = guest
	}
	return out
}

// filled is how many blocks fit into so many columns of a height.
func filled(blocks []block, height float64, columns int) int {
	at := 0
	for range columns {
		for used := 0.0; at < len(blocks) && used+blocks[at].height <= height; at++ {
			used += blocks[at].height
		}
	}
	return at
}
