package vcard

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// New returns a card of a version that says nothing yet. VersionUnknown gives 3.0.
func New(v Version) *Card {
	if v == VersionUnknown {
		v = V30
	}
	c, _ := Parse([]byte("BEGIN:VCARD\r\nVERSION:"+v.String()+"\r\nEND:VCARD\r\n"), Options{})
	return c
}

// Add adds a line for a property at the end of the card and returns its index in Lines. All other lines stay as they are.
func (c *Card) Add(name string, v Content, types ...string) int {
	c.complete()
	w := c.layout()
	head := name + w.typeParams(types)
	c.insert(c.lastEnd(), w.appendLine(nil, propertyOf([]byte(name)), head, v.valid()))
	return len(c.Lines) - 1
}

// Set replaces the value of line i and keeps its group, name and parameters, save those that spoke of the old value (ENCODING, CHARSET, VALUE,
// an address's LABEL and GEO). Where the address of line i has a LABEL line of its own, that goes, since it would now lie. Empty content
// removes the line.
func (c *Card) Set(i int, v Content) {
	if v.IsEmpty() {
		c.Remove(i)
		return
	}
	c.complete()
	l := &c.Lines[i]
	prop := l.prop
	w := c.layout()
	head := l.keptHead(func(name string) bool {
		return !speaksOfValue(name, prop) && (v.form != formBytes || name != "TYPE")
	})
	stale := -1
	if prop == adr {
		stale = c.addressLabelLine(i)
	}
	c.replace(i, w.appendLine(nil, prop, head, v.valid()))
	if stale >= 0 {
		c.Remove(stale)
	}
}

// Put makes v the value of the first line of a property, or adds one. Empty content removes all lines of the property.
func (c *Card) Put(name string, v Content) {
	if v.IsEmpty() {
		for i := len(c.Lines) - 1; i >= 0; i-- {
			if i < len(c.Lines) && c.Lines[i].Is(name) {
				c.Remove(i)
			}
		}
		return
	}
	for i := range c.Lines {
		if c.Lines[i].Is(name) {
			c.Set(i, v)
			return
		}
	}
	c.Add(name, v)
}

// PutItems makes items the items of all lines of a list property such as CATEGORIES. A line whose items all stay is not touched; new items go
// into the first line.
func (c *Card) PutItems(name string, items []string) {
	open := slices.Clone(items)
	for i := len(c.Lines) - 1; i >= 0; i-- {
		if i >= len(c.Lines) || !c.Lines[i].Is(name) {
			continue
		}
		had := c.Lines[i].List()
		kept := slices.DeleteFunc(slices.Clone(had), func(item string) bool { return !slices.Contains(items, strings.TrimSpace(item)) })
		for _, item := range kept {
			open = slices.DeleteFunc(open, func(o string) bool { return o == strings.TrimSpace(item) })
		}
		if len(kept) < len(had) {
			c.Set(i, List(kept...))
		}
	}
	if len(open) == 0 {
		return
	}
	for i := range c.Lines {
		if l := &c.Lines[i]; l.Is(name) {
			c.Set(i, List(append(l.List(), open...)...))
			return
		}
	}
	c.Add(name, List(open...))
}

// SetTypes replaces the types of line i. "pref" among them is the preference, which 4.0 writes as PREF=1.
func (c *Card) SetTypes(i int, types ...string) {
	c.complete()
	l := &c.Lines[i]
	head := l.keptHead(func(name string) bool { return name != "TYPE" && name != "PREF" })
	head += c.layout().typeParams(types)
	c.rehead(i, head)
}

// SetLabel makes label what the person calls the value of line i: an X-ABLabel in the same group, which is made where there is none. "" takes
// the label away.
func (c *Card) SetLabel(i int, label string) {
	c.complete()
	l := &c.Lines[i]
	group := l.Group()
	if at := c.labelLine(group); at >= 0 {
		c.Set(at, Text(label))
		return
	}
	if label == "" {
		return
	}
	if group == "" {
		group = c.freeGroup()
		c.insert(int(l.start), []byte(group+"."))
	}
	line := c.layout().appendLine(nil, abLabel, group+".X-ABLabel", Text(label).valid())
	c.insert(int(c.Lines[i].end), line)
}

// Remove removes line i, and what Apple keeps beside it in its group (X-ABLabel, X-ABADR) when nothing else is left there.
func (c *Card) Remove(i int) {
	c.complete()
	group := c.Lines[i].Group()
	c.cut(i)
	if group == "" {
		return
	}
	for j := range c.Lines {
		if l := &c.Lines[j]; strings.EqualFold(l.Group(), group) && l.prop != abLabel && l.prop != abADR {
			return
		}
	}
	for j := len(c.Lines) - 1; j >= 0; j-- {
		if strings.EqualFold(c.Lines[j].Group(), group) {
			c.cut(j)
		}
	}
}

// valid returns the content with nothing in it that would break a line.
func (v Content) valid() Content {
	if v.form == formEscaped || v.form == formReference {
		return v
	}
	items := make([]string, len(v.items))
	for i, item := range v.items {
		items[i] = validText(item)
	}
	v.items = items
	return v
}

// speaksOfValue reports whether a parameter says something of a value rather than of what the value is for.
func speaksOfValue(name string, p property) bool {
	switch name {
	case "ENCODING", "CHARSET", "VALUE", "MEDIATYPE", "X-APPLE-OMIT-YEAR":
		return true
	case "LABEL", "GEO":
		return p == adr
	}
	return false
}

// keptHead returns group, name and those parameters as written whose upper-case name keep accepts.
func (l *Line) keptHead(keep func(name string) bool) string {
	head := l.head()
	scan := l.paramScan()
	kept := bytes.Clone(head[:len(head)-len(scan.rest)])
	for {
		before := scan.rest
		written, value, ok := scan.next()
		if !ok {
			return string(kept)
		}
		name := strings.ToUpper(string(written))
		if written == nil {
			name = bareName(value)
		}
		if keep(name) {
			kept = append(kept, ';')
			kept = append(kept, bytes.TrimLeft(before[:len(before)-len(scan.rest)], ";")...)
		}
	}
}

// typeParams writes types as the version does.
func (w layout) typeParams(types []string) string {
	var words []string
	pref := false
	for _, t := range types {
		switch t = typeName(t); {
		case t == "pref" && w.version == V40:
			pref = true
		case t != "":
			words = append(words, t)
		}
	}
	params := w.params([]Param{{"TYPE", words}})
	if pref {
		params += ";PREF=1"
	}
	return params
}

// typeName returns t without the characters that a type cannot have (RFC 6350 section 5.6).
func typeName(t string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x80 && isNameByte(byte(r)) {
			return r
		}
		return -1
	}, t)
}

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

// complete makes a card ready for edits. It gets its BEGIN and END back where it lost them, and lines that are no property become private ones,
// so that an edit beside them cannot make them part of another value.
func (c *Card) complete() {
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
}

// whole returns Raw with BEGIN and END.
func (c *Card) whole() []byte {
	eol := c.layout().eol
	raw := c.Raw
	if !isBoundary(raw[:nextBreak(raw, 0)], begin) {
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
		if isBoundary(b[i:stop], which) {
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
	for k := 1; ; k++ {
		if name := fmt.Sprintf("item%d", k); !used[name] {
			return name
		}
	}
}

// addressLabelLine returns the index of the LABEL line that belongs to the ADR of line i, or -1: the LABEL with the same types that has as
// many like it before it.
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
