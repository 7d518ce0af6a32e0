package table

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"unicode"
)

// Table is the beginning of a table, and how the rest of it will be read.
type Table struct {
	// Headers are those of the columns; "" for one that has none. Headed is false when the table has no header at all.
	Headers []string
	Headed  bool
	// Layout is what the headers were recognised as.
	Layout Layout
	// Fingerprint is the same for tables that are mapped alike.
	Fingerprint string
	// Guess is what the columns are taken for unless somebody says otherwise.
	Guess Mapping
	// Samples are the first rows below the header.
	Samples [][]string

	encoding string
	sheet    bool
	known    int      // the place in layouts, or -1
	others   []string // further sheets that hold something
	rows     rows
	first    []row // that were read to recognise the table, those above the header left out
}

// samples is how many rows are shown of a table.
const samples = 5

// OpenCSV begins a text with a delimiter. The error is ErrNoTable when it has no columns, ErrTooLarge when it has too many,
// or that of in.
func OpenCSV(in io.Reader) (*Table, error) {
	text := newText(in)
	head, err := text.Peek(headBytes)
	if err != nil && err != io.EOF {
		return nil, err
	}
	comma := sniff(head, err == io.EOF)
	if comma == 0 {
		// One column of addresses is a table, too.
		if !listed(head) {
			return nil, ErrNoTable
		}
		comma = ','
	}
	t := &Table{rows: newCSVRows(text, comma), encoding: text.encoding}
	return t, t.recognise(namedDelimiter(head) != 0)
}

// Encoding returns how the table is encoded: "utf-8", "utf-16le", "windows-1252" …
func (t *Table) Encoding() string { return t.encoding }

// LooksLikeTable reports whether the beginning of a text is a table of people rather than any text with commas: it has a
// header with at least two words that such headers have.
func LooksLikeTable(head []byte) bool {
	t, err := OpenCSV(bytes.NewReader(head))
	if err != nil || !t.Headed {
		return false
	}
	fields := 0
	for _, c := range t.Guess {
		if c.Field != FieldDetail && c.Field != FieldKeep {
			fields++
		}
	}
	return t.Layout != LayoutNone || fields > 1
}

// listed reports whether every line looks like a mail address, a phone number or a link.
func listed(head []byte) bool {
	lines := 0
	for line := range bytes.Lines(head) {
		if line = bytes.TrimSpace(line); len(line) == 0 {
			continue
		}
		if f := look(string(line)); f != FieldMail && lines > 0 || f == "" && plainHeader(string(line)) != "email" {
			return false
		}
		lines++
	}
	return lines > 1
}

// guess returns what the columns are taken for: what the layout says, else what the header's words say, else what the
// values look like.
func (t *Table) guess() Mapping {
	m := make(Mapping, len(t.Headers))
	for i, header := range t.Headers {
		if t.known >= 0 {
			m[i] = layoutColumn(layouts[t.known].columns, header)
			continue
		}
		column, ok := fromHeader(header)
		if !ok || header == "" {
			column, _ = fromValues(t.column(i))
		}
		m[i] = column
	}
	if t.known < 0 && !slices.ContainsFunc(m, Column.names) {
		m.nameFirst(t)
	}
	if t.known < 0 {
		m.familyBeside(t)
	}
	return m
}

// names reports whether the column says what somebody is called.
func (c Column) names() bool {
	return c.Field == FieldName || c.Field == FieldGiven || c.Field == FieldFamily || c.Field == FieldOrganisation
}

// nameFirst takes the first column of words for the name, in a table that does not say where the name is.
func (m Mapping) nameFirst(t *Table) {
	for i := range m {
		if m[i].Field == FieldDetail && slices.ContainsFunc(t.column(i), hasLetter) {
			m[i] = Column{Field: FieldName}
			return
		}
	}
}

// familyBeside takes "Name" beside a column of given names for the family name, as German tables have them, where its values do
// not say the given name themselves.
func (m Mapping) familyBeside(t *Table) {
	has := func(f Field) int { return slices.IndexFunc(m, func(c Column) bool { return c.Field == f }) }
	name, given := has(FieldName), has(FieldGiven)
	if name < 0 || given < 0 || has(FieldFamily) >= 0 || plainHeader(t.Headers[name]) != "name" {
		return
	}
	said, apart := 0, 0
	for _, r := range t.first {
		cells := texts(r.cells)
		if max(name, given) >= len(cells) || cells[name] == "" || cells[given] == "" {
			continue
		}
		if saysGiven(cells[name], cells[given]) {
			said++
		} else {
			apart++
		}
	}
	if said <= apart {
		m[name].Field = FieldFamily
	}
}

// saysGiven tells whether a whole name says the given name among other words: "Eva Schmidt" says "Eva", "Peters" not "Peter".
func saysGiven(whole, given string) bool {
	words, part := strings.Fields(plainHeader(whole)), strings.Fields(plainHeader(given))
	for _, word := range part {
		if !slices.Contains(words, word) {
			return false
		}
	}
	return len(words) > len(part)
}

func hasLetter(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }

// column returns the first cells of a column.
func (t *Table) column(i int) []string {
	var values []string
	for _, r := range t.first {
		if i < len(r.cells) {
			text, _ := decode(r.cells[i])
			values = append(values, text)
		}
	}
	return values
}

// print is the fingerprint. Tables without a header are alike when their columns look alike.
func (t *Table) print() string {
	if t.Headed {
		return fingerprint(t.Headers)
	}
	looks := []string{"without a header"}
	for _, c := range t.Guess {
		looks = append(looks, string(c.Field))
	}
	return fingerprint(looks)
}
