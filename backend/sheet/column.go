package sheet

import "slices"

// enough is more lines than any page has.
const enough = 200

// piece is something in a column that flows into rows.
type piece interface {
	// rows returns at most limit rows no wider than width. Text that does not fit ends in an ellipsis.
	rows(c *composer, width float64, limit int) []block
	// least is how many rows it keeps for as long as there is something less important.
	least() int
}

// column sets pieces under each other, those that matter most first. Where they are too high together, the one with the most
// rows gives way first, of equals the later one, until each has the least it keeps; then the last ones go altogether.
func (c *composer) column(width, height float64, pieces ...piece) block {
	whole := make([][]block, len(pieces))
	for i, p := range pieces {
		whole[i] = p.rows(c, width, enough)
	}
	set := slices.Clone(whole)
	for room := height; total(set) > height; room -= total(set) - height {
		for i, limit := range limits(whole, pieces, room) {
			set[i] = whole[i][:limit]
			if limit > 0 && limit < len(whole[i]) {
				// The last row now ends in an ellipsis, which can make it higher than it was.
				set[i] = pieces[i].rows(c, width, limit)
			}
		}
	}
	var out block
	for _, rows := range set {
		for _, row := range rows {
			out = out.below(0, row)
		}
	}
	return out
}

// limits is how many rows of each piece there is room for.
func limits(whole [][]block, pieces []piece, room float64) []int {
	left := slices.Clone(whole)
	for height := total(left); height > room; {
		i := yielding(left, pieces)
		if i < 0 {
			break
		}
		limit := len(left[i]) - 1
		if limit < pieces[i].least() && i > 0 {
			limit = 0
		}
		height -= total([][]block{left[i][limit:]})
		left[i] = left[i][:limit]
	}
	out := make([]int, len(left))
	for i, rows := range left {
		out[i] = len(rows)
	}
	return out
}

// yielding is the piece that gives way next, or -1 if nothing is left.
func yielding(left [][]block, pieces []piece) int {
	longest, last := -1, -1
	for i, rows := range left {
		if len(rows) > 0 {
			last = i
		}
		if len(rows) > pieces[i].least() && (longest < 0 || len(rows) >= len(left[longest])) {
			longest = i
		}
	}
	if longest >= 0 {
		return longest
	}
	return last
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
