package cli

import (
	"strings"

	"github.com/mattn/go-runewidth"
)

// columnGap is the space between two columns.
const columnGap = 2

// table prints rows under headings, columns aligned by what a character takes on a terminal: a Chinese one takes two, a
// combining accent none. On a terminal the widest cells are cut so that a row stays on its line. Cells are made harmless.
func (t *terminal) table(headings []string, rows [][]string) { t.tableAbove(headings, rows, nil) }

// tableAbove is table with lines below rows, which are set in.
func (t *terminal) tableAbove(headings []string, rows, below [][]string) {
	widths := make([]int, len(headings))
	for _, row := range append([][]string{headings}, rows...) {
		for i, cell := range row {
			row[i] = plain(cell)
			widths[i] = max(widths[i], runewidth.StringWidth(row[i]))
		}
	}
	fit(widths, t.width)
	t.row(headings, widths)
	for i, row := range rows {
		t.row(row, widths)
		if i < len(below) {
			t.setIn(below[i])
		}
	}
}

// setIn writes lines that belong to the one above them.
func (t *terminal) setIn(lines []string) {
	for _, line := range lines {
		t.printf("    %s\n", plain(line))
	}
}

func (t *terminal) row(cells []string, widths []int) {
	var line strings.Builder
	for i, cell := range cells {
		if t.width > 0 {
			cell = runewidth.Truncate(cell, widths[i], "…")
		}
		line.WriteString(cell)
		line.WriteString(strings.Repeat(" ", max(0, widths[i]-runewidth.StringWidth(cell))+columnGap))
	}
	t.printf("%s\n", strings.TrimRight(line.String(), " "))
}

// fit narrows the widest columns, one character at a time, until all of them stand side by side. No column gets narrower
// than is needed to guess what it held.
func fit(widths []int, available int) {
	const least = 8
	if available <= 0 {
		return
	}
	total := (len(widths) - 1) * columnGap
	for _, w := range widths {
		total += w
	}
	for ; total > available; total-- {
		widest := 0
		for i, w := range widths {
			if w > widths[widest] {
				widest = i
			}
		}
		if widths[widest] <= least {
			return
		}
		widths[widest]--
	}
}

// columns prints pairs, the first of each indented and the second beside it, wrapped where the terminal ends.
func (t *terminal) columns(pairs [][2]string) {
	left := 0
	for _, pair := range pairs {
		left = max(left, runewidth.StringWidth(pair[0]))
	}
	for _, pair := range pairs {
		lead := "  " + runewidth.FillRight(pair[0], left+columnGap)
		for _, line := range wrap(pair[1], t.measure()-runewidth.StringWidth(lead)) {
			t.printf("%s\n", strings.TrimRight(lead+line, " "))
			lead = strings.Repeat(" ", left+columnGap+2)
		}
	}
}

// paragraph prints text after an empty line, wrapped where the terminal ends.
func (t *terminal) paragraph(text string) {
	t.printf("\n%s\n", strings.Join(wrap(text, t.measure()), "\n"))
}

// measure is how wide running text is set: as the terminal, but no wider than is good to read.
func (t *terminal) measure() int {
	if t.width == 0 {
		return widestText
	}
	return min(t.width, widestText)
}

const widestText = 100

// wrap breaks text between words into lines of at most width columns. A longer word keeps a line of its own.
func wrap(text string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && runewidth.StringWidth(line)+1+runewidth.StringWidth(word) > width {
			lines = append(lines, line)
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	return append(lines, line)
}
