package book

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/table"
)

// TableKnowledge says how a table came by the meaning of its columns.
type TableKnowledge string

// What is known of a table.
const (
	TableRecognised TableKnowledge = "recognised" // a program writes such tables
	TableRemembered TableKnowledge = "remembered" // somebody said it of a table with these headers
	TableGuessed    TableKnowledge = "guessed"    // from its headers and values; a window asks before
)

// Table is how a table would be read.
type Table struct {
	Name, Path string
	Known      TableKnowledge
	Layout     string // "google", "outlook" …, "" for a table of somebody's own
	Headed     bool   // false when its first row is a person already
	Encoding   string
	Columns    []TableColumn
	Samples    [][]string // its first rows
}

// TableColumn is what a column is taken for. Header is "" where it has none.
type TableColumn struct {
	Header string
	Field  string
	Type   string
}

// TableField is what a column can be taken for: "table.field.<Field>" of the catalogue, with types "table.type.<Type>".
type TableField struct {
	Field string
	Types []string
}

// NamedColumn says what a column is taken for, by its header, or by its number from 1.
type NamedColumn struct {
	Column string
	Field  string
	Type   string
}

// TableFields returns all that a column can be taken for, in the order in which a person is offered it.
func TableFields() []TableField {
	var list []TableField
	for _, field := range table.Fields() {
		f := TableField{Field: string(field), Types: []string{}}
		for _, t := range field.Types() {
			f.Types = append(f.Types, string(t))
		}
		list = append(list, f)
	}
	return list
}

// Table looks into a table. path is that of a FileSummary. The error is a *FileError with the code "table-none" when the
// file is no table.
func (b *Book) Table(ctx context.Context, path string) (t Table, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		t, err = b.table(ctx, tx, path)
		return err
	})
	if err != nil {
		return Table{}, fmt.Errorf("look into the table: %w", err)
	}
	return t, nil
}

func (b *Book) table(ctx context.Context, tx *store.Tx, path string) (Table, error) {
	s := found(path)
	c, _, err := s.begin()
	if err != nil {
		return Table{}, err
	}
	defer c.Close()
	if c.table == nil {
		return Table{}, s.fault("table-none", nil)
	}
	if err := s.settle(c, remembered(ctx, tx)); err != nil {
		return Table{}, err
	}
	t := Table{
		Name: s.name, Path: path, Known: c.known, Layout: string(c.table.Layout), Headed: c.table.Headed, Encoding: c.table.Encoding(),
		Samples: c.table.Samples,
	}
	for i, column := range s.mapping {
		t.Columns = append(t.Columns, TableColumn{Header: c.table.Headers[i], Field: string(column.Field), Type: string(column.Type)})
	}
	return t, nil
}

// MapTable says what the columns of a table are, all of them in their order, and remembers it for every table with the same
// headers. No columns forget what was said. It is no operation: an undo does not bring it back. The error is a
// *contact.InvalidError for a field or a type that there is not.
func (b *Book) MapTable(ctx context.Context, path string, columns []TableColumn) (t Table, err error) {
	err = b.store.Write(ctx, func(tx *store.Tx) error {
		if err := putMapping(ctx, tx, path, columns); err != nil {
			return err
		}
		t, err = b.table(ctx, tx, path)
		return err
	})
	if err != nil {
		return Table{}, fmt.Errorf("map the table: %w", err)
	}
	return t, nil
}

func putMapping(ctx context.Context, tx *store.Tx, path string, columns []TableColumn) error {
	s := found(path)
	c, _, err := s.begin()
	if err != nil {
		return err
	}
	defer c.Close()
	if c.table == nil {
		return s.fault("table-none", nil)
	}
	if len(columns) == 0 {
		return tx.PutTableMapping(ctx, c.table.Fingerprint, "")
	}
	var mapping table.Mapping
	for _, column := range columns {
		mapping = append(mapping, table.Column{Field: table.Field(column.Field), Type: table.Type(column.Type)})
	}
	if !mapping.Fits(c.table) {
		return &contact.InvalidError{Field: "column", Reason: "unknown"}
	}
	text, err := json.Marshal(mapping)
	if err != nil {
		return err
	}
	return tx.PutTableMapping(ctx, c.table.Fingerprint, string(text))
}

// remembered returns what was said of tables before.
func remembered(ctx context.Context, tx *store.Tx) func(fingerprint string) (table.Mapping, error) {
	return func(fingerprint string) (mapping table.Mapping, err error) {
		text, err := tx.TableMapping(ctx, fingerprint)
		if err != nil || text == "" {
			return nil, err
		}
		return mapping, json.Unmarshal([]byte(text), &mapping)
	}
}

// settle decides how the table of the source is read: as it was before, else as somebody said of its headers, else as is
// known or guessed; in the end by what is said of single columns.
func (s *source) settle(c *cards, mapping func(fingerprint string) (table.Mapping, error)) error {
	c.layout = c.table.Layout
	c.known = TableGuessed
	if c.layout != table.LayoutNone {
		c.known = TableRecognised
	}
	said, err := mapping(c.table.Fingerprint)
	if err != nil {
		return err
	}
	if said.Fits(c.table) {
		c.known = TableRemembered
	} else {
		said = c.table.Guess
	}
	if s.mapping != nil {
		return nil
	}
	s.mapping = slices.Clone(said)
	for _, column := range s.columns {
		at := columnNamed(c.table, column.Column)
		if at < 0 {
			return &FileError{Path: s.path, Code: "table-no-column", Detail: column.Column}
		}
		s.mapping[at] = table.Column{Field: table.Field(column.Field), Type: table.Type(column.Type)}
	}
	if !s.mapping.Fits(c.table) {
		return &contact.InvalidError{Field: "column", Reason: "unknown"}
	}
	return nil
}

// columnNamed returns which column has a header, in any case, or a number from 1; -1 when none has.
func columnNamed(t *table.Table, name string) int {
	for i, header := range t.Headers {
		if strings.EqualFold(strings.TrimSpace(header), strings.TrimSpace(name)) {
			return i
		}
	}
	if n, err := strconv.Atoi(name); err == nil && n >= 1 && n <= len(t.Headers) {
		return n - 1
	}
	return -1
}
