package vcard

import (
	"bytes"
	"slices"
)

// Graft puts a line of another card of the same version before line at, or behind all lines where there is no such line. The
// line keeps its parameters, its value and its folds as they stand there, and gets another group ("" for none) and name.
func (c *Card) Graft(at int, l *Line, group, name string) {
	c.complete()
	head := l.head()[l.name-l.start:]
	text := slices.Concat([]byte(name), head[len(l.nameBytes()):], l.card.Raw[l.colon:l.end])
	if group != "" {
		text = slices.Concat([]byte(group+"."), text)
	}
	text = ended(bytes.Clone(text), c.layout().eol)
	if l.openEnded() {
		text = slices.Concat(text, []byte(c.layout().eol))
	}
	place := c.lastEnd()
	if at < len(c.Lines) {
		place = int(c.Lines[at].start)
	}
	c.insert(place, text)
}
