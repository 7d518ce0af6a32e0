package table

import (
	"errors"
	"io"
	"strings"

	"kaffeerunde/backend/vcard"
)

// Reader reads the cards of a table one after another, a row each. It holds one row in memory, whatever the size of the
// table.
type Reader struct {
	table      *Table
	maker      maker
	rows       rows
	ahead      []row
	cards      int
	counts     vcard.Counts
	unreadable []vcard.Unreadable
	guessed    bool
}

// Reader returns a Reader of the table with a mapping; one that does not fit the table gives way to its Guess. A Table has
// one Reader.
func (t *Table) Reader(m Mapping) *Reader {
	if !m.Fits(t) {
		m = t.Guess
	}
	r := &Reader{table: t, rows: t.rows, ahead: t.first}
	r.maker = maker{slots: m.slots(t.Headers), headers: t.Headers, orders: map[int]order{}, kept: map[int]bool{}, sheet: t.sheet, google: t.Layout == LayoutGoogle}
	if t.known >= 0 {
		r.maker.separator = layouts[t.known].separator
	}
	for i, c := range m {
		if c.Field != FieldBirthday && c.Field != FieldAnniversary && c.Field != FieldDate {
			continue
		}
		r.maker.orders[i] = orderOf(t.column(i))
		if r.maker.orders[i] == orderUnknown && t.known >= 0 && layouts[t.known].monthFirst {
			r.maker.orders[i] = orderMonthFirst
		}
	}
	return r
}

// Read returns the card of the next row that has one. The error is io.EOF after the last; any other comes from what is read.
func (r *Reader) Read() (*vcard.Card, error) {
	for {
		next, err := r.next()
		if errors.Is(err, io.EOF) {
			for _, sheet := range r.table.others {
				r.refuse(0, OtherSheet, sheet)
			}
			r.table.others = nil
		}
		if err != nil {
			return nil, err
		}
		if next.refuse != "" {
			r.refuse(next.line, RowTooLarge, next.refuse)
			continue
		}
		if strings.TrimSpace(strings.Join(next.cells, "")) == "" {
			continue
		}
		card := r.maker.card(next)
		if card == nil {
			r.refuse(next.line, EmptyPerson, strings.Join(next.cells, " "))
			continue
		}
		r.cards++
		card.Number = r.cards
		for i := range card.Repairs {
			card.Repairs[i].Card = r.cards
			r.guessed = r.guessed || card.Repairs[i].Reason == vcard.GuessedCharset
		}
		for i := range card.Lines {
			card.Lines[i].Number = next.line
		}
		r.counts.Total += card.Counts.Total
		r.counts.Shown += card.Counts.Shown
		r.counts.Kept += card.Counts.Kept
		return card, nil
	}
}

func (r *Reader) next() (row, error) {
	if len(r.ahead) > 0 {
		next := r.ahead[0]
		r.ahead = r.ahead[1:]
		return next, nil
	}
	return r.rows.next()
}

func (r *Reader) refuse(line int, why vcard.Reason, text string) {
	r.counts.Total++
	r.counts.Unreadable++
	if len(r.unreadable) < maxQuoted {
		r.unreadable = append(r.unreadable, vcard.Unreadable{Line: line, Reason: why, Text: quoted(text)})
	}
}

// Counts returns what became of the content lines of the cards so far, and of the rows that made none.
func (r *Reader) Counts() vcard.Counts { return r.counts }

// Unreadable returns the rows that made no card so far, at most 1000, and at the end the sheets that were not read.
func (r *Reader) Unreadable() []vcard.Unreadable { return r.unreadable }

// Kept returns the headers of the columns, in their order, that no field fits and of which something is kept in the cards
// all the same.
func (r *Reader) Kept() []string {
	var kept []string
	for i, header := range r.maker.headers {
		if r.maker.kept[i] && header != "" {
			kept = append(kept, header)
		}
	}
	return kept
}

// Offset returns how far into the file the Reader is, in bytes.
func (r *Reader) Offset() int64 { return r.rows.offset() }

// Format returns how the file is encoded and which program wrote it, as far as that is known.
func (r *Reader) Format() vcard.Format {
	f := vcard.Format{Encoding: r.table.encoding, Producer: producers[r.table.Layout]}
	if r.guessed {
		f.Encoding, f.Guessed = fallback, true
	}
	return f
}

// producers are the programs as a person knows them.
var producers = map[Layout]string{
	LayoutGoogle: "Google", LayoutOutlook: "Outlook", LayoutLinkedIn: "LinkedIn", LayoutThunderbird: "Thunderbird",
}
