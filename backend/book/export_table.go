package book

import (
	"context"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/locale"
	"kaffeerunde/backend/store"
)

// tableWriter writes a table in one format. Cells are in the order of the columns.
type tableWriter interface {
	begin(columns []column) error
	row(cells []string) error
	end() error
}

// exportTable reads everyone twice: once to learn which columns are needed, once to write them.
func (b *Book) exportTable(ctx context.Context, tx *store.Tx, ids []contact.ID, o ExportOptions, w io.Writer, tick Tick) (int, error) {
	words := locale.For(o.Language)
	shape := newTableShape(o.Notes)
	err := b.eachPerson(ctx, tx, ids, func(p *contact.Person) error {
		shape.include(p)
		return nil
	})
	if err != nil {
		return 0, err
	}
	if o.Format == FormatCSV {
		table, err := newCSVTable(w, o.Separator)
		if err != nil {
			return 0, err
		}
		return b.writeTable(ctx, tx, ids, shape.columns(words), table, tick)
	}
	table, err := newXLSXTable(w, words.T("column.people"), b.now())
	if err != nil {
		return 0, err
	}
	n, err := b.writeTable(ctx, tx, ids, shape.columns(words), table, tick)
	return n, errors.Join(err, table.close())
}

func (b *Book) writeTable(ctx context.Context, tx *store.Tx, ids []contact.ID, columns []column, table tableWriter, tick Tick) (int, error) {
	if err := table.begin(columns); err != nil {
		return 0, err
	}
	done := newCounter(len(ids), tick)
	cells := make([]string, len(columns))
	err := b.eachPerson(ctx, tx, ids, func(p *contact.Person) error {
		row := newTableRow(p)
		for i, c := range columns {
			cells[i] = c.cell(row)
		}
		done.add()
		return table.row(cells)
	})
	if err != nil {
		return done.n, err
	}
	if err := table.end(); err != nil {
		return done.n, err
	}
	done.tell()
	return done.n, nil
}

// mostNumbered is how many columns one kind of value gets ("Phone 1" to "Phone 9"). What somebody has beyond stands in the
// column of further values, so that one odd card does not make a table a hundred columns wide.
const mostNumbered = 9

// tableShape is what a table needs columns for. It is counted over everyone before the first row is written.
type tableShape struct {
	phones, mails, links, addresses int
	further, notes                  bool
}

// newTableShape returns the shape of a table of nobody. It has the first column of each kind, so that what reads tables
// finds the same headings in all of them.
func newTableShape(notes bool) tableShape {
	return tableShape{phones: 1, mails: 1, links: 1, addresses: 1, notes: notes}
}

func (s *tableShape) include(p *contact.Person) {
	s.phones = max(s.phones, min(len(p.Phones), mostNumbered))
	s.mails = max(s.mails, min(len(p.Emails), mostNumbered))
	s.links = max(s.links, min(len(p.Links), mostNumbered))
	s.addresses = max(s.addresses, min(len(p.Addresses), mostNumbered))
	s.further = s.further || hasFurther(p)
}

func hasFurther(p *contact.Person) bool {
	return len(p.Messengers) > 0 || len(p.Related) > 0 || len(dates(p, contact.Birthday)) > 1 ||
		slices.ContainsFunc(p.Dates, func(d contact.Date) bool { return d.Kind != contact.Birthday }) ||
		max(len(p.Phones), len(p.Emails), len(p.Links), len(p.Addresses)) > mostNumbered
}

// tableRow is a person in the order of a table: what the card prefers stands first.
type tableRow struct {
	*contact.Person
	phones, mails, links []contact.Value
}

func newTableRow(p *contact.Person) tableRow {
	return tableRow{p, preferredFirst(p.Phones), preferredFirst(p.Emails), preferredFirst(p.Links)}
}

// preferredFirst returns the values with the preferred ones before the others, else in the order of the card.
func preferredFirst(values []contact.Value) []contact.Value {
	sorted := slices.Clone(values)
	slices.SortStableFunc(sorted, func(a, b contact.Value) int {
		switch {
		case a.Preferred == b.Preferred:
			return 0
		case a.Preferred:
			return -1
		}
		return 1
	})
	return sorted
}

// column is one column of a table. width is in characters.
type column struct {
	heading string
	width   float64
	cell    func(tableRow) string
}

// columns returns what a table of this shape has, in order.
func (s tableShape) columns(words *locale.Locale) []column {
	var all []column
	add := func(key string, width float64, cell func(tableRow) string) {
		all = append(all, column{words.T("column." + key), width, cell})
	}
	numbered := func(key string, i int, width float64, cell func(tableRow) string) {
		all = append(all, column{words.T("column."+key, "number", strconv.Itoa(i+1)), width, cell})
	}
	values := func(key string, count int, width float64, of func(tableRow) []contact.Value) {
		for i := range count {
			numbered(key, i, width, func(r tableRow) string { return at(of(r), i).Value })
			numbered(key+".kind", i, 12, func(r tableRow) string { v := at(of(r), i); return labelOf(v.Label, v.Types, words) })
		}
	}

	add("name", 26, func(r tableRow) string { return r.Name })
	add("prefixes", 8, func(r tableRow) string { return r.N.Prefixes })
	add("given", 16, func(r tableRow) string { return r.N.Given })
	add("additional", 12, func(r tableRow) string { return r.N.Additional })
	add("family", 18, func(r tableRow) string { return r.N.Family })
	add("suffixes", 8, func(r tableRow) string { return r.N.Suffixes })
	add("nicknames", 14, func(r tableRow) string { return strings.Join(r.Nicknames, ", ") })
	add("organisation", 26, func(r tableRow) string { return r.Organisation })
	add("unit", 18, func(r tableRow) string { return r.Unit })
	add("title", 20, func(r tableRow) string { return r.Title })
	add("role", 20, func(r tableRow) string { return r.Role })
	values("phone", s.phones, 20, func(r tableRow) []contact.Value { return r.phones })
	values("mail", s.mails, 28, func(r tableRow) []contact.Value { return r.mails })
	for i := range s.addresses {
		address := func(r tableRow) contact.Address { return at(r.Addresses, i) }
		numbered("street", i, 26, func(r tableRow) string { return street(address(r)) })
		numbered("postcode", i, 10, func(r tableRow) string { return address(r).PostalCode })
		numbered("city", i, 18, func(r tableRow) string { return address(r).City })
		numbered("region", i, 14, func(r tableRow) string { return address(r).Region })
		numbered("country", i, 14, func(r tableRow) string { return address(r).Country })
		numbered("address.kind", i, 12, func(r tableRow) string { a := address(r); return labelOf(a.Label, a.Types, words) })
	}
	add("birthday", 12, func(r tableRow) string { return plainDate(at(dates(r.Person, contact.Birthday), 0)) })
	values("link", s.links, 28, func(r tableRow) []contact.Value { return r.links })
	add("tags", 24, func(r tableRow) string { return strings.Join(r.Tags, "; ") })
	if s.further {
		add("further", 30, func(r tableRow) string { return further(r, words) })
	}
	if s.notes {
		add("notes", 50, func(r tableRow) string { return strings.Join(r.Notes, "\n\n") })
	}
	return all
}
