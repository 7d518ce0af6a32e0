package sheet

import (
	"kaffeerunde/backend/sheet/fonts"
	"kaffeerunde/backend/sheet/typeset"
)

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

// bullet is a paragraph with a dot before it.
type bullet struct{ words }

func (b bullet) rows(c *composer, width float64, limit int) []block {
	dot := words{text: "·", style: b.style, size: b.size, grey: b.grey}.line(c)
	indent := dot.width + b.size*0.4
	rows := b.words.rows(c, width-indent, limit)
	for i := range rows {
		row := block{width: rows[i].width + indent, height: rows[i].height, boxes: rows[i].at(indent, 0)}
		if text, ok := rows[i].boxes[0].(textBox); ok && i == 0 {
			row.boxes = append(dot.at(0, text.baseline-dot.boxes[0].(textBox).baseline), row.boxes...)
		}
		rows[i] = row
	}
	return rows
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
