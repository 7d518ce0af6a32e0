package vcard

import (
	"bytes"
	"slices"
)

// Card is one card: its bytes and its content lines in the order of the file. Its methods read the lines and decode
// only what is asked for. A card is used through its pointer and is not safe for concurrent edits.
type Card struct {
	// Raw holds the card from BEGIN to END with its line ends as in the file; text of a UTF-16 file is in UTF-8.
	Raw []byte
	// Charset is the encoding of text that is not UTF-8 and has no label; "" where there is none. It is stored beside
	// Raw, so that Parse reads the same again.
	Charset string
	// Version is what the card names.
	Version Version
	// Lines are the content lines without BEGIN and END; VERSION is among them.
	Lines []Line
	// Number counts the cards of the file from 1.
	Number int
	// Line is the physical line of BEGIN, or of the first line where BEGIN is missing.
	Line int
	// Offset is where the card starts in the file in bytes; for UTF-16 in its text as UTF-8.
	Offset int64
	// Repairs lists every departure from the file, in the order they were found.
	Repairs []Repair
	// Counts says what became of the lines.
	Counts Counts

	dialect Version // the version whose rules are used: Version, or what the card looks like
}

// Dialect returns the version whose rules the card is read and edited by: Version, or what a card without VERSION
// looks like.
func (c *Card) Dialect() Version { return c.dialect }

// Clone returns a copy that shares nothing with c.
func (c *Card) Clone() *Card {
	d := *c
	d.Raw = bytes.Clone(c.Raw)
	d.Repairs = slices.Clone(c.Repairs)
	d.Lines = slices.Clone(c.Lines)
	for i := range d.Lines {
		d.Lines[i].card = &d
	}
	return &d
}

// first returns the first line of a property that has a value, or nil.
func (c *Card) first(p property) *Line {
	for i := range c.Lines {
		if l := &c.Lines[i]; l.prop == p && l.traits&junk == 0 && l.stop > l.colon+1 {
			return l
		}
	}
	return nil
}

// texts returns the values of a property that are not empty.
func (c *Card) texts(p property) []string {
	var all []string
	for i := range c.Lines {
		if l := &c.Lines[i]; l.prop == p {
			if s := l.Text(); s != "" {
				all = append(all, s)
			}
		}
	}
	return all
}
