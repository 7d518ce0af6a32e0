package table

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// recognise reads the first rows and finds the header among them. named says that the first line names the delimiter.
func (t *Table) recognise(named bool) error {
	for len(t.first) < headRows {
		next, err := t.rows.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		if len(next.cells) > maxColumns {
			return fmt.Errorf("%d columns: %w", len(next.cells), ErrTooLarge)
		}
		next.cells = slices.Clone(next.cells)
		t.first = append(t.first, next)
	}
	if named && len(t.first) > 0 {
		t.first = t.first[1:]
	}
	if len(t.first) == 0 {
		return ErrNoTable
	}
	at := t.header()
	t.Headed = at >= 0
	if t.Headed {
		t.Headers = texts(t.first[at].cells)
		t.first = t.first[at+1:]
	} else {
		t.Headers = make([]string, t.width())
	}
	if len(t.Headers) == 0 {
		return ErrNoTable
	}
	t.known = recognised(t.Headers)
	if t.known >= 0 {
		t.Layout = layouts[t.known].layout
	}
	t.Guess = t.guess()
	t.Fingerprint = t.print()
	for _, r := range t.first[:min(samples, len(t.first))] {
		t.Samples = append(t.Samples, texts(r.cells))
	}
	return nil
}

// texts returns cells as a person sees them.
func texts(cells []string) []string {
	all := make([]string, len(cells))
	for i, cell := range cells {
		text, _ := decode(cell)
		all[i] = strings.TrimSpace(armed(text))
	}
	return all
}

// width is how many columns the widest of the first rows has.
func (t *Table) width() int {
	most := 0
	for _, r := range t.first {
		most = max(most, len(r.cells))
	}
	return most
}

// header returns which of the first rows is the header, -1 when none is: the first that a layout knows, else the first that
// has a word which headers have and no value that people have. Above it programs write notes and titles.
func (t *Table) header() int {
	above := t.first[:min(maxPreamble, len(t.first))]
	for i, r := range above {
		if recognised(texts(r.cells)) >= 0 {
			return i
		}
	}
	for i, r := range above {
		cells := texts(r.cells)
		words, filled := 0, 0
		for _, cell := range cells {
			if cell == "" {
				continue
			}
			filled++
			if _, ok := fromHeader(cell); ok && len(cell) <= longestHeader {
				words++
			}
			if look(cell) != "" {
				words, filled = 0, 0
				break
			}
		}
		if words > 0 && 2*words >= min(filled, 4) && (filled > 1 || len(cells) == 1) {
			return i
		}
	}
	return t.firstWords(above)
}

// longestHeader is how long a header may be, in bytes, to be told from a sentence.
const longestHeader = 60

// firstWords returns the first row when it can be a header nobody knows: it is filled, its cells differ, and none looks like
// a value although cells below do.
func (t *Table) firstWords(above []row) int {
	values := false
	for i, r := range above {
		seen := map[string]bool{}
		plain := true
		for _, cell := range texts(r.cells) {
			plain = plain && cell != "" && !seen[cell] && look(cell) == ""
			values = values || i > 0 && look(cell) != ""
			seen[cell] = true
		}
		if i == 0 && !plain {
			return -1
		}
	}
	if values {
		return 0
	}
	return -1
}
