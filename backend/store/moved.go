package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"kaffeerunde/backend/contact"
)

// naming is a column of truth that says who something is about: a list of people as JSON, or one person.
type naming struct {
	table, column string
	one           bool
}

// namings are all of them. Whoever adds a table of truth that names people adds it here, and a merge moves it.
var namings = []naming{
	{table: "encounter", column: "people"},
	{table: "thread", column: "people"},
	{table: "circle", column: "people"},
	{table: "verdict", column: "people"},
	{table: "guest", column: "person", one: true},
}

// nextID is a query for the first ID that nobody has and nothing names: what happened with somebody who is gone must not become that of
// whoever comes next. has says which tables of truth there are.
func nextID(has func(table string) bool) string {
	named := []string{`SELECT max(id) AS id FROM person`}
	if has("part") {
		named = append(named, `SELECT max(id, whole) FROM part`)
	}
	for _, n := range namings {
		switch {
		case !has(n.table):
		case n.one:
			named = append(named, `SELECT `+n.column+` FROM `+n.table)
		default:
			named = append(named, fmt.Sprintf(`SELECT value FROM %[1]s, json_each(CASE WHEN json_valid(%[2]s) THEN %[2]s ELSE '[]' END)
				WHERE json_each.type = 'integer'`, n.table, n.column))
		}
	}
	return `SELECT coalesce(max(id), 0) + 1 FROM (` + strings.Join(named, ` UNION ALL `) + `)`
}

// Moved is a row that named one person and names another now. Both says that it named the two of them.
type Moved struct {
	Table string `json:"table"`
	ID    int64  `json:"id"`
	Both  bool   `json:"both,omitempty"`
}

// Move lets everything that names a person name another in their stead: encounters, threads, guests, the names of circles, what
// was decided about duplicates. It returns what that was.
func (tx *Tx) Move(ctx context.Context, from, to contact.ID) ([]Moved, error) {
	moved := []Moved{}
	for _, n := range namings {
		rows, err := tx.naming(ctx, n, from)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			both := slices.Contains(row.people, to)
			people := slices.DeleteFunc(row.people, func(id contact.ID) bool { return id == from || id == to })
			if err := tx.rename(ctx, n, row.id, append(people, to)); err != nil {
				return nil, err
			}
			moved = append(moved, Moved{Table: n.table, ID: row.id, Both: both})
		}
	}
	return moved, nil
}

// MoveBack undoes a Move for what is still there and still names the person that it was moved to.
func (tx *Tx) MoveBack(ctx context.Context, moved []Moved, from, to contact.ID) error {
	for _, n := range namings {
		rows, err := tx.naming(ctx, n, to)
		if err != nil {
			return err
		}
		for _, row := range rows {
			at := slices.IndexFunc(moved, func(m Moved) bool { return m.Table == n.table && m.ID == row.id })
			if at < 0 {
				continue
			}
			people := slices.DeleteFunc(row.people, func(id contact.ID) bool { return id == from || id == to && !moved[at].Both })
			if err := tx.rename(ctx, n, row.id, append(people, from)); err != nil {
				return err
			}
		}
	}
	return nil
}

// named is a row that names people.
type named struct {
	id     int64
	people []contact.ID
}

func (tx *Tx) naming(ctx context.Context, n naming, person contact.ID) ([]named, error) {
	query := fmt.Sprintf(`SELECT id, %[2]s FROM %[1]s WHERE EXISTS (SELECT 1 FROM json_each(%[2]s) WHERE value = ?)`, n.table, n.column)
	switch {
	case n.one:
		query = fmt.Sprintf(`SELECT id, json_array(%[2]s) FROM %[1]s WHERE %[2]s = ?`, n.table, n.column)
	case n.table == "encounter", n.table == "thread": // which are many, and have an index
		query = fmt.Sprintf(`SELECT id, %[2]s FROM %[1]s WHERE id IN (SELECT %[1]s FROM %[1]s_person WHERE person = ?)`, n.table, n.column)
	}
	var list []named
	err := tx.each(ctx, query, []any{person}, func(row *sql.Rows) error {
		var r named
		var people string
		if err := row.Scan(&r.id, &people); err != nil {
			return err
		}
		list = append(list, r)
		return readIDs(people, &list[len(list)-1].people)
	})
	return list, err
}

// rename says whom a row names. What was decided about fewer than two people is nothing any more.
func (tx *Tx) rename(ctx context.Context, n naming, id int64, people []contact.ID) error {
	slices.Sort(people)
	if n.table == "verdict" && len(people) < 2 {
		return tx.DropVerdict(ctx, id)
	}
	var value any = jsonIDs(people)
	if n.one {
		value = people[0]
	}
	return tx.exec(ctx, fmt.Sprintf(`UPDATE %s SET %s = ? WHERE id = ?`, n.table, n.column), value, id)
}
