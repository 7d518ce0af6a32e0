package vcard

import (
	"strings"

	govcard "github.com/emersion/go-vcard"
)

// Fields returns the card as the map that go-vcard and its CardDAV client use: names in upper case, types in lower
// case, values decoded. It is for looking things up; what it cannot hold (the order of lines, quoting, what is no
// property) stays in the card.
func (c *Card) Fields() govcard.Card {
	fields := govcard.Card{}
	for i := range c.Lines {
		l := &c.Lines[i]
		if l.traits&(junk|nested) != 0 {
			continue
		}
		params := govcard.Params{}
		for _, p := range l.Params() {
			if p.Name != "TYPE" && p.Name != "ENCODING" && p.Name != "CHARSET" {
				params[p.Name] = append(params[p.Name], p.Values...)
			}
		}
		if types := l.Types(); len(types) > 0 {
			params[govcard.ParamType] = types
		}
		fields.Add(strings.ToUpper(l.Name()), &govcard.Field{Group: l.Group(), Params: params, Value: l.fieldValue()})
	}
	return fields
}

// fieldValue returns the value with its components and items joined again by bare separators, as go-vcard splits them.
func (l *Line) fieldValue() string {
	switch l.prop.shape() {
	case shapeComponents:
		return strings.Join(l.components(), ";")
	case shapeList:
		return strings.Join(l.List(), ",")
	}
	return l.Text()
}
