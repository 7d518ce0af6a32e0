package vcard

import (
	"bytes"
	"slices"
	"strings"
)

// Loss is something of a card that a version cannot hold, or only in a way that other programs will not understand.
type Loss struct {
	Line   int    // its index in the Lines of the card that was converted
	Name   string // the property
	Text   string // what it says, at most 200 characters
	Reason Reason
}

// draft is a content line on its way between versions: parameters decoded, the value in the escapes of 3.0 and 4.0.
type draft struct {
	group, name string
	prop        property
	params      []Param
	content     Content
	line        int
}

// Convert returns the card in another version (RFC 2426 section 5 and RFC 6350 appendix A say what changed) and what that
// version cannot hold. The order of lines, groups, labels
// and private properties stay; from 3.0 to 4.0 and back nothing is lost that both can say. The result is all UTF-8. A
// card that has no FN or N where the version demands one gets an empty one: a derived name is not written.
func (c *Card) Convert(to Version) (*Card, []Loss) {
	if to == VersionUnknown {
		to = V30
	}
	if c.isClean(to) {
		return c.Clone(), nil
	}
	x := converter{card: c, layout: layout{version: to, eol: "\r\n"}}
	drafts := x.read()
	switch {
	case to == V40:
		drafts = gatherAnniversaries(drafts)
	case c.dialect == V40:
		drafts = spreadAnniversaries(drafts)
	}
	x.match(drafts)
	x.out = append(x.out, "BEGIN:VCARD\r\nVERSION:"+to.String()+"\r\n"...)
	x.demand(drafts)
	for i := range drafts {
		x.write(drafts, i)
	}
	x.out = append(x.out, "END:VCARD\r\n"...)
	// It cannot fail: there is a BEGIN.
	converted, _ := Parse(x.out, Options{})
	converted.Number, converted.Line, converted.Offset = c.Number, c.Line, c.Offset
	return converted, x.losses
}

type converter struct {
	layout
	card   *Card
	out    []byte
	losses []Loss
	labels map[int]int  // the draft of the LABEL by that of its ADR
	owned  map[int]bool // the drafts of a LABEL that have an ADR
	named  bool         // an N is written; no version may have two
}

func (x *converter) lose(d draft, text string, why Reason) {
	x.losses = append(x.losses, Loss{Line: d.line, Name: d.name, Text: quote([]byte(text), quoteLimit), Reason: why})
}

// read turns the lines of the card into drafts.
func (x *converter) read() []draft {
	var drafts []draft
	for i := range x.card.Lines {
		l := &x.card.Lines[i]
		d := draft{group: plainName(l.Group()), name: l.Name(), prop: l.prop, line: i}
		switch {
		case l.prop == version && l.traits&junk == 0:
			continue
		case l.traits&junk != 0:
			x.lose(d, string(l.value()), NoProperty)
			continue
		case l.traits&nested != 0:
			x.readNested(&d, l)
		case l.prop == agent && equalFold(bytes.TrimSpace(l.value()), "BEGIN:VCARD"):
			// It began a card that never came; written again it might find one.
			x.lose(d, string(l.value()), NoProperty)
			continue
		default:
			d.params = l.neutralParams()
			d.content = l.neutralContent(&d)
			d.keepInside()
		}
		d.name = plainName(d.name)
		// A name that is only now one that means something did not mean it.
		for d.prop == other && propertyOf([]byte(d.name)) != other {
			d.name = "X-" + d.name
		}
		drafts = append(drafts, d)
		if l.prop == adr && x.card.dialect == V40 {
			drafts = x.splitLabel(drafts)
		}
	}
	return drafts
}

// keepInside renames a line that would begin or end the card once what is odd about it is gone.
func (d *draft) keepInside() {
	if d.prop != begin && d.prop != end {
		return
	}
	if value, _ := d.content.escaped(V30); isBoundary([]byte(d.name+":"+value), d.prop) {
		d.name, d.prop = "X-"+d.name, other
	}
}

// readNested makes a card inside the card the text of an AGENT (RFC 2426 section 3.5.4).
func (x *converter) readNested(d *draft, l *Line) {
	inner := string(l.value())
	if l.prop == begin {
		inner = string(l.Source())
	}
	d.name, d.prop = "AGENT", agent
	s, _ := l.decodeText([]byte(strings.TrimSpace(inner)))
	d.content = Text(validText(s))
}

// plainName returns the name of a property or parameter without the characters that names do not have (RFC 6350
// section 3.3).
func plainName(name string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0x80 || !isNameByte(byte(r)) || r == '_' {
			return '-'
		}
		return r
	}, name)
}

// neutralParams returns the parameters without those that speak of the encoding, with the preference as a type and
// names that all can read.
func (l *Line) neutralParams() []Param {
	var params []Param
	if types := l.Types(); len(types) > 0 {
		params = []Param{{"TYPE", types}}
	}
	for _, p := range l.Params() {
		p.Name = plainName(p.Name)
		switch p.Name {
		case "", "ENCODING", "CHARSET", "X-APPLE-OMIT-YEAR", "TYPE":
		case "PREF":
			if p.Values[0] != "1" {
				params = append(params, p)
			}
		case "VALUE":
			if strings.EqualFold(p.Values[0], "url") {
				p.Values = []string{"uri"}
			}
			params = append(params, p)
		default:
			params = append(params, p)
		}
	}
	return params
}

// neutralContent returns the value in the escapes of 3.0, and settles the parameters that depend on it.
func (l *Line) neutralContent(d *draft) Content {
	if l.traits&reference != 0 {
		d.dropPictureType(l)
		r, _ := l.reference()
		return Content{form: formReference, items: []string{r.hash}, mime: r.mime}
	}
	if l.traits&(base64Value|dataURI) != 0 || l.prop == photo || l.prop == logo {
		if data, mime, ok := l.Binary(); ok && (l.isBinary() || l.traits&dataURI != 0) {
			d.dropPictureType(l)
			return Bytes(data, mime)
		}
	}
	if day, ok := l.neutralDay(); ok {
		d.drop("VALUE")
		return day
	}
	if l.card.dialect == V21 {
		return Content{form: formEscaped, items: []string{l.newValue()}}
	}
	value := plainEscapes(l.decoded())
	if l.prop == geo && l.card.dialect == V40 {
		if plain, ok := strings.CutPrefix(value, "geo:"); ok {
			value = strings.Replace(plain, ",", ";", 1)
		}
	}
	return Content{form: formEscaped, items: []string{validText(value)}}
}

// plainEscapes writes the escapes of a value of 3.0 or 4.0 as RFC 6350 section 3.4 knows them: line breaks and
// backslashes that nobody escaped are, and what needs no escape has none.
func plainEscapes(s string) string {
	if !strings.ContainsAny(s, "\n\\") {
		return s
	}
	var out strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\n':
			out.WriteString(`\n`)
		case s[i] != '\\':
			out.WriteByte(s[i])
		case i+1 < len(s) && strings.IndexByte(`nN,;\`, s[i+1]) >= 0:
			out.WriteString(s[i : i+2])
			i++
		case i+1 < len(s) && (s[i+1] == ':' || s[i+1] == '"'):
			out.WriteByte(s[i+1])
			i++
		default:
			out.WriteString(`\\`)
		}
	}
	return out.String()
}

// newValue turns a value of 2.1 into one of 3.0.
func (l *Line) newValue() string {
	switch l.prop.shape() {
	case shapeText:
		return escapes.Replace(validText(l.Text()))
	case shapeList:
		items := l.List()
		for i := range items {
			items[i] = validText(items[i])
		}
		return joinEscaped(items, ",")
	}
	parts := splitUnescaped(l.decoded(), ';')
	for i, part := range parts {
		parts[i] = validText(l.unescape(part, l.prop.shape()))
	}
	return joinEscaped(parts, ";")
}

// neutralDay returns the value of a date property when it is a day and nothing else.
func (l *Line) neutralDay() (Content, bool) {
	if dateKind(l.prop) == "" || strings.EqualFold(l.Param("VALUE"), "text") {
		return Content{}, false
	}
	text := strings.TrimSpace(l.Text())
	if strings.ContainsAny(text, "T ") {
		return Content{}, false
	}
	year, month, day := parseDate(text)
	if omit := l.Param("X-APPLE-OMIT-YEAR"); year == omittedYear || omit != "" && strings.HasPrefix(text, omit) {
		year = 0
	}
	v := Day(year, month, day)
	return v, !v.IsEmpty()
}

func (d *draft) drop(name string) {
	d.params = slices.DeleteFunc(d.params, func(p Param) bool { return p.Name == name })
}

// dropPictureType drops what only told the media type: it is written anew from the bytes.
func (d *draft) dropPictureType(l *Line) {
	d.drop("VALUE")
	d.drop("MEDIATYPE")
	if l.prop == key {
		return
	}
	for i := range d.params {
		p := &d.params[i]
		if p.Name == "TYPE" {
			p.Values = slices.DeleteFunc(p.Values, func(t string) bool {
				return t != "home" && t != "work" && t != "pref" && !strings.HasPrefix(t, "x-")
			})
		}
	}
}

// splitLabel makes the LABEL parameter of a 4.0 address (RFC 6350 section 6.3.1) a line of its own, as the other
// versions have it.
func (x *converter) splitLabel(drafts []draft) []draft {
	d := &drafts[len(drafts)-1]
	i := slices.IndexFunc(d.params, func(p Param) bool { return p.Name == "LABEL" })
	text := ""
	switch {
	case x.version == V40, i < 0 && !x.labelFollows(d.line):
		return drafts
	case i >= 0:
		text = strings.Join(d.params[i].Values, ",")
		d.params = slices.Delete(d.params, i, i+1)
	}
	own := draft{group: d.group, name: "LABEL", prop: label, content: Text(text), line: d.line}
	for _, p := range d.params {
		if p.Name == "TYPE" {
			own.params = []Param{p}
		}
	}
	return append(drafts, own)
}

// labelFollows reports whether a later address of the same types has a LABEL. The two find each other by their order, so
// that an address without one needs an empty one then.
func (x *converter) labelFollows(line int) bool {
	kinds := addressKinds(x.card.Lines[line].Types())
	for i := line + 1; i < len(x.card.Lines); i++ {
		if l := &x.card.Lines[i]; l.prop == adr && l.Param("LABEL") != "" && addressKinds(l.Types()) == kinds {
			return true
		}
	}
	return false
}

// demand writes the properties without which the version is not valid.
func (x *converter) demand(drafts []draft) {
	has := func(p property) bool {
		return slices.ContainsFunc(drafts, func(d draft) bool { return d.prop == p })
	}
	if x.version != V40 && !has(n) {
		x.out = append(x.out, "N:;;;;\r\n"...)
	}
	if x.version != V21 && !has(fn) {
		x.out = append(x.out, "FN:\r\n"...)
	}
}
