package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
)

// Column is one value of a row as it is kept: nil, an int64, a float64, a string, bytes, or the hashes of pictures.
type Column struct {
	Name  string
	Value any
}

// table is one whose rows leave with a whole book.
type table struct {
	name, where string
	from        string // and where, for a table that leaves otherwise than it is kept
	columns     []string
}

// photosColumn holds hashes in every table that has it.
const photosColumn = "photos"

// PeopleTable is the table of people among those of [WholeTables].
const PeopleTable = "person"

// ImportsTable is the table of the imports that people came with, among those of [WholeTables].
const ImportsTable = "operation"

// wholeTables are the tables of truth, and what is no part of the history but was chosen by the person.
func wholeTables() []table {
	var list []table
	for _, t := range truth {
		list = append(list, table{name: t.name, columns: append([]string{t.key}, t.columns...)})
	}
	return append(list,
		table{name: "origin", columns: []string{"operation", "file", "name"}, from: originsOf},
		table{name: "setting", columns: []string{"name", "value"}, where: `WHERE name <> '` + historyBegins + `'`},
		table{name: "table_mapping", columns: []string{"fingerprint", "mapping"}},
		table{name: "place", columns: []string{"picture", "node", "x", "y", "pinned", "alone"}},
		table{name: ImportsTable, columns: []string{"id", "at", "kind", "name", "count"}, where: `WHERE id IN (SELECT operation FROM person WHERE operation > 0
			UNION SELECT operation FROM pending)`},
	)
}

// WholeTables returns the names of the tables that make a whole book, in the order in which they are written.
func WholeTables() []string {
	var names []string
	for _, t := range wholeTables() {
		names = append(names, t.name)
	}
	return names
}

// Schema is the number by which readers know how a book is kept.
func Schema() int { return schema }

// EachRow calls f for every row of a table of a whole book, always in the same order.
func (tx *Tx) EachRow(ctx context.Context, name string, f func(row []Column) error) error {
	at := slices.IndexFunc(wholeTables(), func(t table) bool { return t.name == name })
	if at < 0 {
		return fmt.Errorf("table %q: %w", name, ErrNotFound)
	}
	t := wholeTables()[at]
	from := cmp.Or(t.from, t.name+" "+t.where)
	query := fmt.Sprintf(`SELECT %s FROM %s ORDER BY 1, 2`, strings.Join(t.columns, ", "), from)
	return tx.each(ctx, query, nil, func(rows *sql.Rows) error {
		row, targets := make([]Column, len(t.columns)), make([]any, len(t.columns))
		for i, column := range t.columns {
			row[i].Name, targets[i] = column, &row[i].Value
		}
		if err := rows.Scan(targets...); err != nil {
			return err
		}
		for i := range row {
			if packed, ok := row[i].Value.([]byte); ok && row[i].Name == photosColumn {
				row[i].Value = unpackHashes(packed)
			}
		}
		return f(row)
	})
}

// EachPhoto calls f for the pictures that a row of truth names, in the order of their hashes.
func (tx *Tx) EachPhoto(ctx context.Context, f func(Photo) error) error {
	var tables []string
	for _, t := range truth {
		if slices.Contains(t.columns, photosColumn) {
			tables = append(tables, t.name)
		}
	}
	query := `SELECT hash, mime, data FROM photo WHERE hash IN (` + hashesOf(tables...) + `) ORDER BY hash`
	return tx.each(ctx, query, nil, func(row *sql.Rows) error {
		var hash []byte
		var p Photo
		if err := row.Scan(&hash, &p.Mime, &p.Data); err != nil {
			return err
		}
		p.Hash = Hash(hash)
		return f(p)
	})
}
