package sheet

import (
	"kaffeerunde/backend/sheet/fonts"
	"kaffeerunde/backend/sheet/typeset"
)

// enough is more lines than any page has.
const enough = 200

// piece is something in a column that flows into rows.
type piece interface {
	// rows returns at most limit rows no wider than width. What does not fit is left out visibly.
	rows(c *composer, width float64, limit int) []block
	// least is how many rows it keeps for as long as there is something less important.
	least() int
}

// column sets pieces under each other, those that matter most first. Where they are too high together, the one with the most
// rows gives way first, of equals the later one, until each has the least it keeps; then the last ones go altogether.
func (c *composer) column(width, height float64, pieces ...piece) block {
	set := make([][]block, len(pieces))
	for i, p := range pieces {
		set[i] = p.rows(c, width, enough)
	}
	for total(set) > height {
		i := yielding(set, pieces)
		if i < 0 {
			break
		}
		limit := len(set[i]) - 1
		if limit < pieces[i].least() && i > 0 {
			limit = 0
		}
		// Far too long a text gives way in large steps: no row is less than 4 points high.
		set[i] = limited(c, pieces[i], width, min(limit, int(height/4)+1))
	}
	var out block
	for _, rows := range set {
		for _, row := range rows {
			out = out.below(0, row)
		}
	}
	return out
}

// yielding is the piece that gives way next, or -1 if nothing is left.
func yielding(set [][]block, pieces []piece) int {
	longest, last := -1, -1
	for i := range set {
		if len(set[i]) > 0 {
			last = i
		}
		if len(set[i]) > pieces[i].least() && (longest < 0 || len(set[i]) >= len(set[longest])) {
			longest = i
		}
	}
	if longest >= 0 {
		return longest
	}
	return last
}

func limited(c *composer, p piece, width float64, limit int) []block {
	if limit <= 0 {
		return nil
	}
	return p.rows(c, width, limit)
}

// natural is how high pieces are when nothing is cut.
func (c *composer) natural(width float64, pieces ...piece) float64 {
	var height float64
	for _, p := range pieces {
		height += total([][]block{p.rows(c, width, enough)})
	}
	return height
}

func total(set [][]block) float64 {
	var height float64
	for _, rows := range set {
		for _, row := range rows {
			height += row.height
		}
	}
	return height
}

// words is a paragraph of text.
type words struct {
	text  string
	style fonts.Style
	size  float64 // points
	grey  float64
	above float64 // points of room above it
	keeps int     // rows it does not give up, if not 1
}

func (w words) least() int { return max(1, w.keeps) }

func (w words) rows(c *composer, width float64, limit int) []block {
	var out []block
	for i, line := range c.setter.Wrap(w.style, w.text, width/w.size*1000, limit) {
		row := w.row(line)
		if i == 0 {
			row = lowered(row, w.above)
		}
		out = append(out, row)
	}
	return out
}

// row is one line of text as a block, with as much room as its fonts need.
func (w words) row(line typeset.Line) block {
	ascent, descent, width := line.Ascent*w.size/1000, line.Descent*w.size/1000, line.Width*w.size/1000
	return block{width: width, height: ascent + descent, boxes: []box{textBox{
		rect: rect{0, 0, width, ascent + descent}, baseline: ascent, size: w.size, grey: w.grey, line: line,
	}}}
}

// line sets the text in one line, however wide.
func (w words) line(c *composer) block { return w.row(c.setter.Line(w.style, w.text)) }

func lowered(b block, by float64) block {
	return block{width: b.width, height: b.height + by, boxes: b.at(0, by)}
}

// beside is short texts on one line with a dot between them, or under each other when they are too wide for that. Each is a
// paragraph of its own, so that a Hebrew name does not pull the Latin one behind it to its other side.
type beside []words

// least is a row for each text, the one that is beside the others in case they do not fit beside each other.
func (b beside) least() int { return max(1, len(b)) }

func (b beside) rows(c *composer, width float64, limit int) []block {
	var row block
	count := 0
	for _, w := range b {
		if w.text == "" {
			continue
		}
		if count > 0 {
			dot := words{text: "·", style: w.style, size: w.size, grey: w.grey}.line(c)
			row = joined(row, dot, w.size*0.4)
		}
		row = joined(row, w.line(c), w.size*0.4)
		count++
	}
	if count == 0 {
		return nil
	}
	if row.width <= width {
		return []block{lowered(row, b[0].above)}
	}
	var out []block
	for _, w := range b {
		if w.text == "" || len(out) >= limit {
			continue
		}
		out = append(out, w.rows(c, width, limit-len(out))...)
	}
	return out
}

// joined sets a line of text behind another, on the same baseline.
func joined(left, right block, gap float64) block {
	if len(left.boxes) == 0 {
		return right
	}
	x := left.width + gap
	first, second := left.boxes[0].(textBox), right.boxes[0].(textBox)
	baseline := max(first.baseline, second.baseline)
	boxes := append(left.at(0, baseline-first.baseline), right.at(x, baseline-second.baseline)...)
	height := max(left.height+baseline-first.baseline, right.height+baseline-second.baseline)
	return block{width: x + right.width, height: height, boxes: boxes}
}

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
