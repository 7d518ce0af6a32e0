package vcard

import (
	"bytes"
	"slices"
)

// finish gives the card its own bytes and lines and moves the mark behind it.
func (x *lexer) finish(size int) {
	c := x.card
	c.Raw = bytes.Clone(x.at(0, size))
	c.Lines = append(make([]Line, 0, len(x.lines)), x.lines...)
	x.advance(size)
	x.judge()
	x.counts.add(c.Counts)
	x.format.see(c)
}

// judge finds the version and what is damaged, and counts.
func (x *lexer) judge() {
	c := x.card
	old := false
	for i := range c.Lines {
		l := &c.Lines[i]
		old = old || l.traits&(quoted|labelled) != 0 || l.traits&base64Value != 0 && bytes.Contains(l.head(), []byte("BASE64"))
		if l.prop == version {
			c.sayVersion(x, l)
		}
		if x.stored {
			l.findReference()
		}
	}
	if c.Version == VersionUnknown {
		c.dialect = V30
		if old {
			c.dialect = V21
		}
		x.repair(c.Line, MissingVersion, nil, c.dialect.String())
	}
	if i := bytes.IndexByte(c.Raw, 0); i >= 0 {
		x.repair(c.rowOf(i), ControlBytes, c.Raw[i:], "")
	}
	x.judgeText()
	for i := range c.Lines {
		l := &c.Lines[i]
		x.judgeValue(l)
		switch {
		case !l.Readable():
			c.Counts.Unreadable++
		case knowledge[l.prop].shown:
			c.Counts.Shown++
		default:
			c.Counts.Kept++
		}
	}
	c.Counts.Total += len(c.Lines)
	slices.SortStableFunc(c.Repairs, func(a, b Repair) int { return a.Line - b.Line })
}

// rowOf returns the number of the line that holds a byte of Raw.
func (c *Card) rowOf(at int) int {
	row := c.Line
	for i := range c.Lines {
		if int(c.Lines[i].start) <= at {
			row = c.Lines[i].Number
		}
	}
	return row
}

// sayVersion takes the version from its line; the first one counts.
func (c *Card) sayVersion(x *lexer, l *Line) {
	if c.Version != VersionUnknown {
		return
	}
	text := bytes.TrimSpace(l.Raw())
	c.Version = ParseVersion(string(text))
	c.dialect = c.Version
	if c.Version != VersionUnknown && string(text) != c.Version.String() {
		x.repair(l.Number, OddVersion, text, c.Version.String())
	}
}

// judgeValue looks for damage that a decoder would only find later.
func (x *lexer) judgeValue(l *Line) {
	switch {
	case l.traits&(nested|junk) != 0:
	case l.traits&quoted != 0:
		if !isQuoted(l.value()) {
			x.repair(l.Number, BrokenQuoted, l.Raw(), "")
		}
	case l.traits&(base64Value|dataURI) != 0:
		x.judgeBase64(l)
	}
}
