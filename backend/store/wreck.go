package store

import (
	"context"
	"database/sql"
	"slices"
	"strings"
)

// wreck reads a damaged book as far as it goes.
type wreck struct {
	from   *sql.DB
	rows   int64 // the most that the file can hold
	broken []string
}

// breaks notes that something of a table is lost.
func (w *wreck) breaks(table string) {
	if !slices.Contains(w.broken, table) {
		w.broken = append(w.broken, table)
	}
}

// each calls f for every row of a table that can be read. It goes from the front as far as it gets, then from the back, and where
// rows have numbers asks for each of those between by its own, which needs none of the pages beside it.
func (w *wreck) each(ctx context.Context, t shape, f func(row []any)) {
	t.columns = w.had(ctx, t)
	low, whole := w.walk(ctx, t, "", f)
	if whole || w.isOlder(ctx, t) {
		return
	}
	w.breaks(t.name)
	high, _ := w.walk(ctx, t, " DESC", f)
	if !t.numbered {
		return
	}
	if high == nil {
		end := w.highest(ctx)
		high = &end
	}
	if low == nil {
		low = new(int64)
	}
	for id := *low + 1; id < *high && id < *low+w.rows && ctx.Err() == nil; id++ {
		w.one(ctx, t, id, f)
	}
}

// isOlder reports whether the book is of before there was such a table. One that lacks it otherwise has lost it.
func (w *wreck) isOlder(ctx context.Context, t shape) bool {
	now, err := version(ctx, w.from)
	if err != nil || now == 0 || now >= schema {
		return false
	}
	rows, err := w.from.QueryContext(ctx, `SELECT name FROM sqlite_master WHERE type = 'table'`)
	if err != nil {
		return false
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil || name == t.name {
			return false
		}
	}
	return rows.Err() == nil
}

// had are the columns of a table as they are to be asked for: where the book is of before there was such a column, what that says then.
func (w *wreck) had(ctx context.Context, t shape) []string {
	now, err := version(ctx, w.from)
	if err != nil || now == 0 || now >= schema || len(t.defaults) != len(t.columns) {
		return t.columns
	}
	rows, err := w.from.QueryContext(ctx, `SELECT name FROM pragma_table_info(?)`, t.name)
	if err != nil {
		return t.columns
	}
	defer rows.Close()
	var there []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return t.columns
		}
		there = append(there, name)
	}
	if rows.Err() != nil || len(there) == 0 {
		return t.columns
	}
	asked := slices.Clone(t.columns)
	for i, name := range t.columns {
		if !slices.Contains(there, name) {
			asked[i] = t.defaults[i]
		}
	}
	return asked
}

// walk reads from one end until what cannot be read. It returns the number of the last row it came to, nil for none or for a table
// without numbers, and whether that was the other end.
func (w *wreck) walk(ctx context.Context, t shape, direction string, f func(row []any)) (last *int64, whole bool) {
	order := strings.Join(t.keys, direction+", ") + direction
	columns := strings.Join(t.columns, ", ")
	if t.numbered {
		columns = t.keys[0] + ", " + columns
	}
	rows, err := w.from.QueryContext(ctx, `SELECT `+columns+` FROM `+t.name+` ORDER BY `+order)
	if err != nil {
		return nil, false
	}
	defer rows.Close()
	for n := int64(0); rows.Next(); n++ {
		row, err := scanned(rows, len(t.columns)+extra(t))
		if err != nil || n > w.rows {
			return last, false
		}
		if t.numbered {
			id, fine := row[0].(int64)
			// Rows that do not follow each other are a sign that the file leads round in a circle.
			if !fine || last != nil && (id <= *last) == (direction == "") {
				return last, false
			}
			last, row = &id, row[1:]
		}
		f(row)
	}
	return last, rows.Err() == nil
}

func (w *wreck) one(ctx context.Context, t shape, id int64, f func(row []any)) {
	rows, err := w.from.QueryContext(ctx, `SELECT `+strings.Join(t.columns, ", ")+` FROM `+t.name+` WHERE `+t.keys[0]+` = ?`, id)
	if err != nil {
		return
	}
	defer rows.Close()
	if rows.Next() {
		if row, err := scanned(rows, len(t.columns)); err == nil {
			f(row)
		}
	}
	_ = rows.Err() // what cannot be read is known to be missing
}

// highest is the highest number that anything in the book can have.
func (w *wreck) highest(ctx context.Context) int64 {
	var high sql.NullInt64
	for _, query := range []string{
		`SELECT max(next_id) FROM book`, `SELECT max(seq) FROM sqlite_sequence`, `SELECT max(person) FROM person_index`, `SELECT max(id) FROM person_journal`,
	} {
		var one sql.NullInt64
		if err := w.from.QueryRowContext(ctx, query).Scan(&one); err == nil && one.Int64 > high.Int64 {
			high = one
		}
	}
	return high.Int64 + 1
}

func extra(t shape) int {
	if t.numbered {
		return 1
	}
	return 0
}

func scanned(rows *sql.Rows, n int) ([]any, error) {
	row, targets := make([]any, n), make([]any, n)
	for i := range row {
		targets[i] = &row[i]
	}
	return row, rows.Scan(targets...)
}
