package sheet

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
