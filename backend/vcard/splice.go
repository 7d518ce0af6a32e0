package vcard

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// layout returns how the lines of the card are written: by its version, and with its line ends.
func (c *Card) layout() layout {
	w := layout{version: c.dialect, eol: "\r\n"}
	if stop := nextBreak(c.Raw, 0); stop < len(c.Raw) {
		w.eol = string(c.Raw[stop:afterBreak(c.Raw, stop)])
	}
	return w
}

// lastEnd returns where a line at the end of the card is to be put: before END.
func (c *Card) lastEnd() int {
	from := 0
	if len(c.Lines) > 0 {
		from = int(c.Lines[len(c.Lines)-1].end)
	}
	if at := indexBoundary(c.Raw[from:], end); at >= 0 {
		return from + at
	}
	return len(c.Raw)
}

// complete makes a card ready for edits. It loses its indentation, gets its BEGIN and END back where it lost them, and
// lines that are no property become private ones, so that an edit beside them cannot make them part of another value.
func (c *Card) complete() {
	if indentOf(c.Raw) > 0 {
		c.reread(dedent(c.Raw))
	}
	if raw := c.whole(); len(raw) != len(c.Raw) {
		c.reread(raw)
	}
	// From the last to the first: a line that is no property joins the property before it.
	for i := len(c.Lines) - 1; i >= 0; i-- {
		if l := &c.Lines[i]; l.traits&junk != 0 {
			text, _ := l.decodeText(unfold(l.value()))
			c.replace(i, c.layout().appendLine(nil, other, "X-UNREADABLE", Text(text).valid()))
		}
	}
	// What shows that a card without VERSION is old may be about to go.
	if c.Version == VersionUnknown && c.dialect == V21 {
		c.insert(c.lastEnd(), []byte("VERSION:"+V21.String()+c.layout().eol))
	}
}

// whole returns Raw with BEGIN and END.
func (c *Card) whole() []byte {
	eol := c.layout().eol
	raw := c.Raw
	if !isBoundary(raw[indentOf(raw):nextBreak(raw, 0)], begin) {
		raw = slices.Concat([]byte("BEGIN:VCARD"+eol), raw)
	}
	if c.lastEnd() < len(c.Raw) {
		return raw
	}
	raw = ended(raw, eol)
	if last := c.lineBefore(len(c.Raw)); last != nil && last.openEnded() {
		raw = slices.Concat(raw, []byte(eol))
	}
	return slices.Concat(raw, []byte("END:VCARD"+eol))
}

// ended returns b with a line end at its end.
func ended(b []byte, eol string) []byte {
	if len(b) > 0 && isBreak(b[len(b)-1]) {
		return b
	}
	return slices.Concat(b, []byte(eol))
}

// openEnded reports whether the next physical line would be read as part of this one, whatever it is.
func (l *Line) openEnded() bool {
	return l.traits&quoted != 0 && endsSoft(l.value())
}

// indexBoundary returns where the first physical line starts that is BEGIN or END, or -1.
func indexBoundary(b []byte, which property) int {
	for i := 0; i < len(b); {
		stop := nextBreak(b, i)
		if isBoundary(bytes.TrimLeft(b[i:stop], " \t"), which) {
			return i
		}
		if stop == len(b) {
			break
		}
		i = afterBreak(b, stop)
	}
	return -1
}

// insert puts text into the card at a place where a line starts. A line before it that is still open is closed first.
func (c *Card) insert(at int, text []byte) {
	before := c.Raw[:at]
	w := c.layout()
	if at > 0 && !isBreak(before[at-1]) {
		text = append([]byte(w.eol), text...)
	}
	if last := c.lineBefore(at); last != nil && last.openEnded() {
		text = append([]byte(w.eol), text...)
	}
	c.reread(slices.Concat(before, text, c.Raw[at:]))
}

// lineBefore returns the line that ends right at an offset of the card, or nil.
func (c *Card) lineBefore(at int) *Line {
	for i := range c.Lines {
		if int(c.Lines[i].end) == at {
			return &c.Lines[i]
		}
	}
	return nil
}

// replace writes text in place of line i.
func (c *Card) replace(i int, text []byte) {
	l := &c.Lines[i]
	c.reread(slices.Concat(c.Raw[:l.start], text, c.Raw[l.end:]))
}

// cut takes line i out.
func (c *Card) cut(i int) { c.replace(i, nil) }

// rehead gives line i another head and keeps its value as it is, folds included.
func (c *Card) rehead(i int, head string) {
	l := &c.Lines[i]
	if l.traits&(folded|quoted|nested) != 0 {
		c.reread(slices.Concat(c.Raw[:l.start], []byte(head), c.Raw[l.colon:]))
		return
	}
	line := slices.Concat([]byte(head), c.Raw[l.colon:l.stop])
	w := c.layout()
	if w.version == V21 {
		c.replace(i, append(line, w.eol...))
		return
	}
	c.replace(i, appendFolded(nil, line, w.eol))
}

// labelLine returns the index of the X-ABLabel of a group, or -1.
func (c *Card) labelLine(group string) int {
	for i := range c.Lines {
		if l := &c.Lines[i]; group != "" && l.prop == abLabel && strings.EqualFold(l.Group(), group) {
			return i
		}
	}
	return -1
}

// freeGroup returns a group name that the card does not use.
func (c *Card) freeGroup() string {
	used := map[string]bool{}
	for i := range c.Lines {
		used[strings.ToLower(c.Lines[i].Group())] = true
	}
	return freeName(used)
}

// freeName returns a group name as Apple makes them that is not used.
func freeName(used map[string]bool) string {
	for k := 1; ; k++ {
		if name := fmt.Sprintf("item%d", k); !used[name] {
			return name
		}
	}
}

// addressLabelLine returns the index of the LABEL line that belongs to the ADR of line i, or -1: the LABEL with the
// same types that has as many like it before it.
func (c *Card) addressLabelLine(i int) int {
	want := withoutPref(c.Lines[i].Types())
	alike := func(j int, p property) bool {
		return c.Lines[j].prop == p && slices.Equal(withoutPref(c.Lines[j].Types()), want)
	}
	before := 0
	for j := range i {
		if alike(j, adr) {
			before++
		}
	}
	for j := range c.Lines {
		if !alike(j, label) {
			continue
		}
		if before == 0 {
			return j
		}
		before--
	}
	return -1
}
