package cli

import (
	"slices"
	"strings"

	"kaffeerunde/backend/book"
)

// columns reads what --map says: "Header=field" or "Header=field:type", the header in any case or the number of the column.
// The error is a usageError.
func columns(said []string) ([]book.NamedColumn, error) {
	var list []book.NamedColumn
	for _, one := range said {
		at := strings.LastIndexByte(one, '=')
		if at < 1 {
			return nil, &usageError{key: "cli.error.map", args: []any{"value", one}}
		}
		field, kind, _ := strings.Cut(one[at+1:], ":")
		if err := knownField(field, kind); err != nil {
			return nil, err
		}
		list = append(list, book.NamedColumn{Column: one[:at], Field: field, Type: kind})
	}
	return list, nil
}

func knownField(field, kind string) error {
	var names []string
	for _, known := range book.TableFields() {
		names = append(names, known.Field)
		if known.Field != field {
			continue
		}
		if kind == "" || slices.Contains(known.Types, kind) {
			return nil
		}
		choices := strings.Join(slices.DeleteFunc(known.Types, func(t string) bool { return t == "" }), ", ")
		if choices == "" {
			return &usageError{key: "cli.error.map.no-type", args: []any{"field", field}}
		}
		return &usageError{key: "cli.error.choice", args: []any{"flag", "--map " + field, "value", kind, "choices", choices}}
	}
	return &usageError{key: "cli.error.choice", args: []any{"flag", "--map", "value", field, "choices", strings.Join(names, ", ")}}
}

// Validate reads what --map says; kong calls it when the line is read.
func (v *importVerb) Validate() (err error) {
	v.columns, err = columns(v.Map)
	return err
}

// printTable tells how a table was read, and what of it has no field.
func printTable(t *terminal, r book.FileReceipt) {
	switch r.Table {
	case "":
		return
	case book.TableGuessed:
		t.sayBelow("cli.import.table.guessed")
	case book.TableRemembered:
		t.sayBelow("cli.import.table.remembered")
	}
	if len(r.KeptColumns) > 0 {
		t.sayBelow("cli.import.table.kept", "columns", plain(strings.Join(r.KeptColumns, ", ")))
	}
}
