package table

import (
	"errors"
	"io"
)

// Each calls f for every row of a table that is no table of contacts, such as a guest list: its header first, where it has one,
// then the others, with their lines and their cells as they stand there. A row that is too large has no cells. A Table is read
// once.
func (t *Table) Each(f func(line int, cells []string) error) error {
	if t.Headed {
		if err := f(1, t.Headers); err != nil {
			return err
		}
	}
	for {
		next := row{}
		if len(t.first) > 0 {
			next, t.first = t.first[0], t.first[1:]
		} else {
			var err error
			if next, err = t.rows.next(); errors.Is(err, io.EOF) {
				return nil
			} else if err != nil {
				return err
			}
		}
		cells := make([]string, len(next.cells))
		for i, cell := range next.cells {
			cells[i], _ = decode(cell)
		}
		if err := f(next.line, cells); err != nil {
			return err
		}
	}
}
