package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// RowChange is a row of truth that an operation touched: what it said before and after, nil where it was not there.
type RowChange struct {
	Key           any // int64 or string
	Before, After []Column
}

// TableChanges counts the rows of a table that an operation added, deleted and changed.
type TableChanges struct {
	Table                string
	Added, Gone, Changed int
}

// HasChanges reports whether the journal still knows what the operation did: one that was undone before something new was done it
// forgets, and one that is too old.
func (o Operation) HasChanges() bool { return !o.TooOld && (!o.Undone || o.redoable) }

// side is where the journal keeps what an operation did: what was before of one that is done, what comes back of one that is undone.
func (o Operation) side() int64 {
	if o.Undone {
		return -o.ID
	}
	return o.ID
}

// next finds the operation that touched a row next in the direction in which the other side of an operation lies. Where there is
// none the row stands in the table as that side has it.
func (t journaled) next(o Operation, key string) string {
	which, order, side := `o.id > %[2]d AND o.undone = 0`, `o.id`, `o.id`
	if o.Undone {
		which, order, side = `o.id < %[2]d AND o.undone > 0`, `o.id DESC`, `-o.id`
	}
	return fmt.Sprintf(`(SELECT `+side+` FROM operation o WHERE `+which+` AND EXISTS
		(SELECT 1 FROM %[1]s_journal x WHERE x.operation = `+side+` AND x.%[3]s = %[4]s) ORDER BY `+order+` LIMIT 1)`, t.name, o.ID, t.key, key)
}

// Changes counts what an operation did to each table; those to which it did nothing are left out. Of memberships it counts those of
// people to whom it did nothing else.
func (tx *Tx) Changes(ctx context.Context, o Operation) ([]TableChanges, error) {
	var list []TableChanges
	for _, t := range truth {
		one, err := tx.tableChanges(ctx, o, t)
		if err != nil {
			return nil, fmt.Errorf("count what became of %s: %w", t.name, err)
		}
		if one.Added+one.Gone+one.Changed > 0 {
			list = append(list, one)
		}
	}
	return list, nil
}

// mostCompared is up to how many people an operation is looked at closely for whom it really changed.
const mostCompared = 5000

func (tx *Tx) tableChanges(ctx context.Context, o Operation, t journaled) (TableChanges, error) {
	one := TableChanges{Table: t.name}
	if t.name == "person" && !o.Undone {
		// An import brings many, and how many an operation deleted it says itself.
		err := tx.scan(ctx, `SELECT count(*) FILTER (WHERE existed = 0), count(*) FILTER (WHERE existed = 1) FROM person_journal WHERE operation = ?`,
			[]any{o.ID}, &one.Added, &one.Changed)
		one.Gone = min(o.gone, one.Changed)
		one.Changed -= one.Gone
		if err != nil || one.Changed == 0 || one.Changed > mostCompared {
			return one, err
		}
		one = TableChanges{Table: t.name}
	}
	counted := ``
	if t.name == "membership" {
		counted = ` AND NOT EXISTS (SELECT 1 FROM person_journal p WHERE p.operation = ?1 AND p.id = membership_journal.person)`
	}
	query := fmt.Sprintf(`SELECT j.existed, CASE WHEN q.next IS NULL THEN c.%[2]s IS NOT NULL ELSE n.existed END, %[4]s, count(*)
		FROM (SELECT %[2]s, %[3]s AS next FROM %[1]s_journal WHERE operation = ?1%[5]s) q
		JOIN %[1]s_journal j ON j.operation = ?1 AND j.%[2]s = q.%[2]s
		LEFT JOIN %[1]s_journal n ON n.operation = q.next AND n.%[2]s = q.%[2]s
		LEFT JOIN %[1]s c ON q.next IS NULL AND c.%[2]s = q.%[2]s GROUP BY 1, 2, 3`,
		t.name, t.key, t.next(o, t.name+"_journal."+t.key), t.same(), counted)
	err := tx.each(ctx, query, []any{o.side()}, func(row *sql.Rows) error {
		var before, after, same bool
		var n int
		if err := row.Scan(&before, &after, &same, &n); err != nil {
			return err
		}
		if o.Undone {
			before, after = after, before
		}
		switch {
		case before && after && !same:
			one.Changed += n
		case before && !after:
			one.Gone += n
		case after && !before:
			one.Added += n
		}
		return nil
	})
	return one, err
}

// telling are the columns of a table that say something: that an operation stands on somebody changes nothing of them.
func (t journaled) telling(column string) bool {
	return t.name != "person" || slices.Contains([]string{"uid", "card", "charset", "photos"}, column)
}

// same compares a row j of the journal with the other side, which is n in the journal or c in the table.
func (t journaled) same() string {
	var parts []string
	for i, column := range t.columns {
		if t.telling(column) {
			parts = append(parts, fmt.Sprintf(`j.%[1]s IS CASE WHEN q.next IS NULL THEN c.%[2]s ELSE n.%[1]s END`, t.kept[i], column))
		}
	}
	return strings.Join(parts, " AND ")
}

// ChangedRows returns the first rows of a table that an operation changed, up to limit, in the order of their keys. Rows that it stands on
// and left as they were do not count; of very many rows it looks at the first only.
func (tx *Tx) ChangedRows(ctx context.Context, o Operation, table string, limit int) ([]RowChange, error) {
	for _, t := range truth {
		if t.name == table {
			list, err := tx.changedRows(ctx, o, t, limit)
			if err != nil {
				return nil, fmt.Errorf("read what became of %s: %w", table, err)
			}
			return list, nil
		}
	}
	return nil, fmt.Errorf("read what became of %s: %w", table, ErrNotFound)
}

func (tx *Tx) changedRows(ctx context.Context, o Operation, t journaled, limit int) ([]RowChange, error) {
	var list []RowChange
	var after any
	for looked := 0; len(list) < limit && looked < mostCompared; {
		rows, err := tx.touched(ctx, o, t, after, limit)
		if err != nil || len(rows) == 0 {
			return list, err
		}
		looked, after = looked+len(rows), rows[len(rows)-1].Key
		for i := range rows {
			if rows[i].After, err = tx.other(ctx, o, t, rows[i].Key); err != nil {
				return nil, err
			}
			if o.Undone {
				rows[i].Before, rows[i].After = rows[i].After, rows[i].Before
			}
		}
		list = append(list, slices.DeleteFunc(rows, t.unchanged)...)
	}
	return list[:min(len(list), limit)], nil
}

// touched returns up to so many rows that an operation touched, from the key after the given one on (nil for the first), each with the
// side that the journal keeps under the operation.
func (tx *Tx) touched(ctx context.Context, o Operation, t journaled, after any, limit int) ([]RowChange, error) {
	var list []RowChange
	query := fmt.Sprintf(`SELECT %[2]s, existed, %[3]s FROM %[1]s_journal WHERE operation = ?1 AND (?2 IS NULL OR %[2]s > ?2) ORDER BY %[2]s LIMIT ?3`,
		t.name, t.key, strings.Join(t.kept, ", "))
	err := tx.each(ctx, query, []any{o.side(), after, limit}, func(row *sql.Rows) (err error) {
		change := RowChange{}
		change.Key, change.Before, err = t.scanSide(row)
		list = append(list, change)
		return err
	})
	return list, err
}

// unchanged reports whether a row says after an operation what it said before.
func (t journaled) unchanged(change RowChange) bool {
	if len(change.Before) != len(change.After) {
		return false
	}
	for i, column := range change.Before {
		if t.telling(column.Name) && !reflect.DeepEqual(column.Value, change.After[i].Value) {
			return false
		}
	}
	return true
}

// other returns the other side of a row that an operation touched.
func (tx *Tx) other(ctx context.Context, o Operation, t journaled, key any) ([]Column, error) {
	var at sql.NullInt64
	if err := tx.scan(ctx, `SELECT `+t.next(o, "?1"), []any{key}, &at); err != nil {
		return nil, err
	}
	query := fmt.Sprintf(`SELECT %[2]s, 1, %[3]s FROM %[1]s WHERE %[2]s = ?1`, t.name, t.key, strings.Join(t.columns, ", "))
	if at.Valid {
		query = fmt.Sprintf(`SELECT %[2]s, existed, %[3]s FROM %[1]s_journal WHERE %[2]s = ?1 AND operation = %[4]d`,
			t.name, t.key, strings.Join(t.kept, ", "), at.Int64)
	}
	var columns []Column
	err := tx.each(ctx, query, []any{key}, func(row *sql.Rows) (err error) {
		_, columns, err = t.scanSide(row)
		return err
	})
	return columns, err
}

// scanSide reads a row that begins with its key and whether it was there.
func (t journaled) scanSide(row *sql.Rows) (key any, columns []Column, err error) {
	values, targets := make([]any, len(t.columns)+2), make([]any, len(t.columns)+2)
	for i := range values {
		targets[i] = &values[i]
	}
	if err := row.Scan(targets...); err != nil {
		return nil, nil, err
	}
	existed, ok := values[1].(int64)
	if !ok {
		return nil, nil, errors.New("a row of the journal does not say whether it was there")
	}
	if existed == 0 {
		return values[0], nil, nil
	}
	for i, name := range t.columns {
		columns = append(columns, Column{Name: name, Value: values[i+2]})
	}
	return values[0], columns, nil
}
