package book

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

// thingOf returns how a table is called among things.
func thingOf(table string) string {
	if slices.Contains(restoreThings, table) {
		return table
	}
	return otherThings
}

// changedFields are the fields of things that are told, in their order, by table.
var changedFields = map[string][]string{
	"encounter":    {"kind", "day", "people", "note"},
	"thread":       {"text", "state", "people"},
	"event":        {"title", "at", "place", "link", "topics", "introduction", "questions", "note", "came"},
	"guest":        {"name", "organisation", "role", "mail", "phone", "note", "person", "status", "coffee", "remark", "promise", "topics"},
	"tag":          {"colour"},
	"circle":       {"name", "people"},
	"introduction": {"occasion", "short_de", "long_de", "short_en", "long_en"},
	"verdict":      {"kind", "people"},
}

// ChangedFields returns the fields that a ChangedField may have, so that a test can hold the catalogue complete.
func ChangedFields() []string {
	var all []string
	for _, fields := range changedFields {
		for _, field := range fields {
			if !slices.Contains(all, field) {
				all = append(all, field)
			}
		}
	}
	return all
}

func (r *changeReader) things(ctx context.Context, table string) ([]ChangedThing, error) {
	rows, err := r.tx.ChangedRows(ctx, r.of, table, mostChanged)
	if err != nil {
		return nil, err
	}
	var list []ChangedThing
	for _, row := range rows {
		one := ChangedThing{Becoming: becomingOf(row)}
		for _, name := range changedFields[table] {
			f := ChangedField{Field: name}
			if f.Before, err = r.text(ctx, name, valueIn(row.Before, name)); err != nil {
				return nil, err
			}
			if f.After, err = r.text(ctx, name, valueIn(row.After, name)); err != nil {
				return nil, err
			}
			if f.Before != f.After {
				one.Fields = append(one.Fields, f)
			}
		}
		if one.Name, err = r.called(ctx, table, row); err != nil {
			return nil, err
		}
		list = append(list, one)
	}
	return list, nil
}

// text is a value as a person reads it: people by their names, lists with commas, nothing for what is off.
func (r *changeReader) text(ctx context.Context, field string, value any) (string, error) {
	text := ""
	switch v := value.(type) {
	case int64:
		if v != 0 {
			text = fmt.Sprint(v)
		}
	case string:
		text = v
	}
	switch field {
	case "people":
		return r.names(ctx, text)
	case "person":
		return r.names(ctx, "["+text+"]")
	case "topics", "questions":
		return shortened(printable(strings.Join(textsIn(text), ", "))), nil
	}
	return shortened(printable(text)), nil
}

// textsIn reads a list of texts: as JSON, or one a line.
func textsIn(text string) []string {
	var texts []string
	if err := json.Unmarshal([]byte(text), &texts); err != nil {
		return strings.Split(strings.TrimSpace(text), "\n")
	}
	return texts
}

func (r *changeReader) names(ctx context.Context, ids string) (string, error) {
	var people []contact.ID
	if json.Unmarshal([]byte(ids), &people) != nil {
		return "", nil
	}
	names := make([]string, 0, len(people))
	for _, id := range people[:min(len(people), mostChangesOf+1)] {
		name, _, err := r.name(ctx, id)
		if err != nil {
			return "", err
		}
		names = append(names, name)
	}
	slices.Sort(names)
	if len(names) > mostChangesOf {
		names = append(names[:mostChangesOf], "…")
	}
	return strings.Join(names, ", "), nil
}

// called is what a thing is called: its name, or whom it is about.
func (r *changeReader) called(ctx context.Context, table string, row store.RowChange) (string, error) {
	now := row.After
	if now == nil {
		now = row.Before
	}
	switch table {
	case "tag":
		name, _ := row.Key.(string)
		return printable(name), nil
	case "encounter", "verdict":
		return r.names(ctx, textIn(now, "people"))
	}
	for _, column := range []string{"name", "title", "text", "occasion"} {
		if text := textIn(now, column); text != "" {
			return shortened(printable(text)), nil
		}
	}
	return "", nil
}
