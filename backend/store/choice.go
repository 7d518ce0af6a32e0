package store

import (
	"context"
	"fmt"
	"strings"
)

// choice is a table of what was chosen and is no part of the history. X_journal holds for an operation that takes some over what
// each row was before, and in the columns with _after what it became.
type choice struct {
	name          string
	keys, columns []string
}

var choices = []choice{
	{name: "setting", keys: []string{"name"}, columns: []string{"value"}},
	{name: "table_mapping", keys: []string{"fingerprint"}, columns: []string{"mapping"}},
	{name: "place", keys: []string{"picture", "node"}, columns: []string{"x", "y", "pinned", "alone"}},
}

const (
	runningOperation = `(SELECT operation FROM main.book)`
	sideBefore       = ""
	sideAfter        = "_after"
)

// KeepChosen keeps for the running operation what was chosen until now. [Tx.NoteChosen] must follow once that is changed.
func (tx *Tx) KeepChosen(ctx context.Context) error {
	for _, c := range choices {
		all := strings.Join(append(c.keys[:len(c.keys):len(c.keys)], c.columns...), ", ")
		if err := tx.exec(ctx, fmt.Sprintf(`INSERT INTO main.%[1]s_journal (operation, %[2]s) SELECT %[3]s, %[2]s FROM main.%[1]s`, c.name, all, runningOperation)); err != nil {
			return err
		}
	}
	return nil
}

// NoteChosen notes for the running operation what is chosen now, and forgets what is as it was.
func (tx *Tx) NoteChosen(ctx context.Context) error {
	for _, c := range choices {
		keys, columns, became := strings.Join(c.keys, ", "), strings.Join(c.columns, ", "), strings.Join(c.columns, sideAfter+", ")+sideAfter
		for _, statement := range []string{
			fmt.Sprintf(`UPDATE main.%[1]s_journal AS j SET (%[2]s) = (SELECT %[3]s FROM main.%[1]s t WHERE %[4]s) WHERE operation = %[5]s`,
				c.name, became, columns, c.sameRow(), runningOperation),
			fmt.Sprintf(`INSERT INTO main.%[1]s_journal (operation, %[2]s, %[3]s) SELECT %[4]s, %[2]s, %[5]s FROM main.%[1]s t
				WHERE NOT EXISTS (SELECT 1 FROM main.%[1]s_journal j WHERE j.operation = %[4]s AND %[6]s)`,
				c.name, keys, became, runningOperation, columns, c.sameRow()),
			fmt.Sprintf(`DELETE FROM main.%[1]s_journal AS j WHERE operation = %[2]s AND %[3]s`, c.name, runningOperation, c.equal("j", sideBefore, sideAfter)),
		} {
			if err := tx.exec(ctx, statement); err != nil {
				return err
			}
		}
	}
	return nil
}

// choose gives back what was chosen at one side of an operation, before or after it. What somebody chose otherwise since stays.
func (tx *Tx) choose(ctx context.Context, operation int64, side string) error {
	other := sideAfter
	if side == sideAfter {
		other = sideBefore
	}
	for _, c := range choices {
		for _, statement := range []string{
			fmt.Sprintf(`DELETE FROM %[1]s AS t WHERE EXISTS (SELECT 1 FROM %[1]s_journal j WHERE j.operation = ? AND %[2]s AND %[3]s)`,
				c.name, c.sameRow(), c.equal("t", sideBefore, other)),
			fmt.Sprintf(`INSERT INTO %[1]s (%[2]s, %[3]s) SELECT %[2]s, %[4]s FROM %[1]s_journal WHERE operation = ? AND %[5]s IS NOT NULL
				ON CONFLICT DO NOTHING`,
				c.name, strings.Join(c.keys, ", "), strings.Join(c.columns, ", "), strings.Join(c.columns, side+", ")+side, c.columns[0]+side),
		} {
			if err := tx.exec(ctx, statement, operation); err != nil {
				return err
			}
		}
	}
	return nil
}

// sweepChosen forgets what was chosen beside operations that can neither be undone nor done again.
func (tx *Tx) sweepChosen(ctx context.Context) error {
	for _, c := range choices {
		err := tx.exec(ctx, fmt.Sprintf(`DELETE FROM %s_journal WHERE operation NOT IN (SELECT id FROM operation WHERE undone >= 0 AND id >= `+begins+`)`, c.name))
		if err != nil {
			return err
		}
	}
	return nil
}

// sameRow compares the keys of t, a row of the table, and j, one of its journal.
func (c choice) sameRow() string {
	pairs := make([]string, len(c.keys))
	for i, key := range c.keys {
		pairs[i] = "t." + key + " = j." + key
	}
	return strings.Join(pairs, " AND ")
}

// equal compares the columns of a row, as they were at one side, with those of a row j of the journal at another.
func (c choice) equal(row, side, other string) string {
	pairs := make([]string, len(c.columns))
	for i, column := range c.columns {
		pairs[i] = row + "." + column + side + " IS j." + column + other
	}
	return strings.Join(pairs, " AND ")
}

// LeaveStrangers forgets where those stand in pictures whose numbers are other people in the book beside this one.
func (tx *Tx) LeaveStrangers(ctx context.Context) error {
	return tx.exec(ctx, `DELETE FROM main.place WHERE EXISTS (SELECT 1 FROM main.person p JOIN other.person o ON o.id = p.id
		WHERE o.uid <> p.uid AND (node = 'p:' || p.id OR picture LIKE 'p:' || p.id || '/%'))`)
}
