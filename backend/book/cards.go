package book

import (
	"bufio"
	"errors"
	"io"

	"kaffeerunde/backend/table"
	"kaffeerunde/backend/vcard"
)

// cardReader gives the cards of a file one after another, be they written there or made of the rows of a table.
type cardReader interface {
	// Read returns io.EOF after the last card.
	Read() (*vcard.Card, error)
	Offset() int64
	Counts() vcard.Counts
	Unreadable() []vcard.Unreadable
	Format() vcard.Format
}

// cards is an open source.
type cards struct {
	cardReader
	file   io.Closer
	table  *table.Table // nil for vCards
	rows   *table.Reader
	known  TableKnowledge
	layout table.Layout
}

// Close lets go of the file.
func (c *cards) Close() error {
	if c.table == nil {
		return c.file.Close()
	}
	return errors.Join(c.table.Close(), c.file.Close())
}

func (c *cards) kept() []string {
	if c.rows == nil {
		return nil
	}
	return c.rows.Kept()
}

// cards opens the source, whatever it holds. A table is read by what mapping says of its fingerprint, else by what is
// known or guessed of it; the source remembers which, so that it is read alike again. The error is a *FileError, or that of
// mapping.
func (s *source) cards(mapping func(fingerprint string) (table.Mapping, error)) (c *cards, err error) {
	defer caught(&err)
	c, in, err := s.begin()
	if err != nil || c.table == nil {
		if err == nil {
			c.cardReader = vcard.NewReader(in, vcard.Options{})
		}
		return c, err
	}
	if err := s.settle(c, mapping); err != nil {
		return nil, errors.Join(err, c.Close())
	}
	c.rows = c.table.Reader(s.mapping)
	c.cardReader = &tableReader{c.rows, s}
	return c, nil
}

// Read implements cardReader. A fault of the program in one card is an error.
func (c *cards) Read() (card *vcard.Card, err error) {
	defer caught(&err)
	return c.cardReader.Read()
}

// tableReader gives its errors as those of the file.
type tableReader struct {
	*table.Reader
	source *source
}

// Read implements cardReader.
func (r *tableReader) Read() (*vcard.Card, error) {
	card, err := r.Reader.Read()
	if err != nil && !errors.Is(err, io.EOF) {
		err = r.source.why(err)
	}
	return card, err
}

// begin opens the source and finds out what it holds: the table of c is nil for vCards, which are to be read from in.
func (s *source) begin() (c *cards, in io.Reader, err error) {
	file, err := s.open()
	if err != nil {
		return nil, nil, err
	}
	peek := bufio.NewReaderSize(&fileReader{file, s.path}, openLimit)
	c = &cards{file: file}
	c.table, err = s.table(peek)
	if err != nil {
		return nil, nil, errors.Join(s.why(err), file.Close())
	}
	return c, peek, nil
}

// table begins the table that in holds; nil when it holds vCards.
func (s *source) table(in *bufio.Reader) (*table.Table, error) {
	head, err := in.Peek(openLimit)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	format, err := s.formatOf(head)
	if err != nil {
		return nil, err
	}
	switch format {
	case formatText:
		return table.OpenCSV(in)
	case formatWorkbook:
		return table.OpenXLSX(in, s.size)
	case formatMaybe:
		if table.LooksLikeTable(head) {
			return table.OpenCSV(in)
		}
	}
	return nil, nil
}

// why turns the errors of tables into those of files.
func (s *source) why(err error) error {
	var file *FileError
	switch {
	case errors.As(err, &file):
		return err
	case errors.Is(err, table.ErrTooLarge):
		return s.fault("table-too-large", err)
	case errors.Is(err, table.ErrBroken):
		return s.fault("table-broken", err)
	case errors.Is(err, table.ErrNoTable):
		return s.fault("table-empty", err)
	}
	return s.fault("file-unreadable", err)
}
