package vcard

import (
	"bytes"
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

// Add adds a line for a property at the end of the card and returns its index in Lines. All other lines stay as they
// are.
func (c *Card) Add(name string, v Content, types ...string) int {
	c.complete()
	w := c.layout()
	head := name + w.typeParams(types)
	c.insert(c.lastEnd(), w.appendLine(nil, propertyOf([]byte(name)), head, v.valid()))
	return len(c.Lines) - 1
}

// Set replaces the value of line i and keeps its group, name and parameters, save those that spoke of the old value
// (ENCODING, CHARSET, VALUE, an address's LABEL and GEO). Where the address of line i has a LABEL line of its own,
// that goes, since it would now lie. Empty content removes the line.
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

// Put makes v the value of the first line of a property, or adds one at the end. Empty content removes all lines of the
// property.
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

// PutItems makes items the items of all lines of a list property such as CATEGORIES. A line whose items all stay is
// not touched; new items go into the first line.
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

// SetTypes replaces the types of line i (RFC 6350 section 5.6). "pref" among them is the preference, which 4.0 writes
// as PREF=1. A card inside the card has none, and stays as it is.
func (c *Card) SetTypes(i int, types ...string) {
	c.complete()
	l := &c.Lines[i]
	if l.prop == begin || l.prop == end {
		return
	}
	head := l.keptHead(func(name string) bool { return name != "TYPE" && name != "PREF" })
	head += c.layout().typeParams(types)
	c.rehead(i, head)
}

// SetLabel makes label what the person calls the value of line i: an X-ABLabel in the same group, which is made where
// there is none. "" takes the label away.
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

// Remove removes line i, and what Apple keeps beside it in its group (X-ABLabel, X-ABADR) when nothing else is left
// there.
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

// keptHead returns group, name and those parameters as written whose upper-case name keep accepts. One whose quotation
// mark stays open goes: a new value would belong to it.
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
		param := bytes.TrimLeft(before[:len(before)-len(scan.rest)], ";")
		if closed := bytes.Count(param, []byte(`"`))%2 == 0; closed && keep(name) {
			kept = append(kept, ';')
			kept = append(kept, param...)
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
