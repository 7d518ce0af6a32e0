package app

import "kaffeerunde/backend/book"

// Table looks into a table, CSV or XLSX, that a preview names. Path is that of its ImportFile.
func (i *Imports) Table(path string) (v TableView, err error) {
	defer rescue(&err)
	v = tableView(book.Table{})
	ctx, b, err := i.session.library()
	if err != nil {
		return v, err
	}
	t, err := b.Table(ctx, path)
	return tableView(t), err
}

// MapTable says what the columns of a table are, all of them in their order, and remembers it for every table with the same
// headers; a preview that is open does not change. An empty list forgets what was said.
func (i *Imports) MapTable(path string, columns []ColumnForm) (v TableView, err error) {
	defer rescue(&err)
	v = tableView(book.Table{})
	ctx, b, err := i.session.library()
	if err != nil {
		return v, err
	}
	t, err := b.MapTable(ctx, path, each(columns, func(c ColumnForm) book.TableColumn {
		return book.TableColumn{Field: c.Field, Type: c.Type}
	}))
	return tableView(t), err
}

func tableView(t book.Table) TableView {
	return TableView{
		Name: t.Name, Path: t.Path, Known: TableKnowledge(t.Known), Layout: t.Layout, Headed: t.Headed, Encoding: t.Encoding,
		Columns: each(t.Columns, func(c book.TableColumn) ColumnView {
			return ColumnView{Header: c.Header, Field: c.Field, Type: c.Type}
		}),
		Samples: each(t.Samples, list[string]),
		Fields:  each(book.TableFields(), func(f book.TableField) FieldView { return FieldView{Field: f.Field, Types: list(f.Types)} }),
	}
}
