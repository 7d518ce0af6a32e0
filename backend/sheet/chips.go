package sheet

import (
	"kaffeerunde/backend/sheet/fonts"
	"kaffeerunde/backend/sheet/typeset"
)

// chips is tags, each in a frame of its own, in as many rows as they need.
type chips []string

func (t chips) least() int { return 1 }

const (
	chipSize  = 7.0
	chipInset = 3.5
	chipGap   = 3.5
)

func (t chips) rows(c *composer, width float64, limit int) []block {
	var out []block
	var row block
	for _, tag := range t {
		lines := c.setter.Wrap(fonts.Regular, tag, (width-2*chipInset)/chipSize*1000, 1)
		if len(lines) == 0 {
			continue
		}
		chip := chip(lines[0])
		if len(row.boxes) > 0 && row.width+chipGap+chip.width > width {
			if len(out)+1 == limit {
				break
			}
			out = append(out, lowered(row, chipGap))
			row = block{}
		}
		x := row.width
		if len(row.boxes) > 0 {
			x += chipGap
		}
		row = block{width: x + chip.width, height: max(row.height, chip.height), boxes: append(row.boxes, chip.at(x, 0)...)}
	}
	if len(row.boxes) > 0 {
		out = append(out, lowered(row, chipGap))
	}
	return out
}

func chip(line typeset.Line) block {
	text := words{size: chipSize, grey: 0.15}.row(line)
	width, height := text.width+2*chipInset, text.height+1
	frame := frameBox{rect: rect{0, 0, width, height}, radius: height / 2, stroke: 0.4, grey: 0.5}
	return block{width: width, height: height, boxes: append([]box{frame}, text.at(chipInset, 0.5)...)}
}
