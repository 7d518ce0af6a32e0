package vcard

import (
	"bytes"
	"unicode/utf8"
)

// isClean reports whether the card is already what strict programs read as version to, so that it need not be written
// anew.
func (c *Card) isClean(to Version) bool {
	eol := c.layout().eol
	if c.Version != to || len(c.Repairs) > 0 || eol != "\r\n" && eol != "\n" || !utf8.Valid(c.Raw) || len(c.whole()) != len(c.Raw) {
		return false
	}
	names, formatted := 0, 0
	for i := range c.Lines {
		l := &c.Lines[i]
		if !l.isClean(to) {
			return false
		}
		switch l.prop {
		case n:
			names++
		case fn:
			formatted++
		}
	}
	return (names == 1 || names == 0 && to == V40) && (formatted > 0 || to == V21)
}

// isClean reports whether the line follows the grammar of version to, embeds a picture as that version does, and has no
// escapes that need a forgiving reader.
func (l *Line) isClean(to Version) bool {
	if !l.Readable() || l.traits&nested != 0 || to != V21 && l.traits&(labelled|quoted) != 0 {
		return false
	}
	if plainName(l.Name()) != l.Name() || l.name > l.start && !isGroup(l.group()) {
		return false
	}
	head := l.head()
	if i := bytes.IndexByte(head, ';'); i >= 0 && !cleanParams(head[i:], to) {
		return false
	}
	if l.traits&(base64Value|dataURI) != 0 {
		if to == V40 && l.traits&base64Value != 0 || to != V40 && l.traits&dataURI != 0 {
			return false
		}
	} else if to != V21 && plainEscapes(string(l.Raw())) != string(l.Raw()) {
		return false
	}
	return l.traits&folded == 0 || l.traits&quoted != 0 || cleanFolds(l.value())
}

// cleanParams reports whether parameters follow the grammar: name=value, in 2.1 also bare words; quotation marks only
// around values.
func cleanParams(params []byte, to Version) bool {
	for len(params) > 0 {
		params = params[1:]
		param := params[:indexOutsideQuotes(params, ';')]
		params = params[len(param):]
		name, value, named := bytes.Cut(param, []byte("="))
		if !isGroup(name) || !named && to != V21 {
			return false
		}
		for named {
			item := value[:indexOutsideQuotes(value, ',')]
			if inner := bytes.Trim(item, `"`); bytes.IndexByte(inner, '"') >= 0 || len(item)-len(inner) != 0 && len(item)-len(inner) != 2 {
				return false
			}
			if len(item) == len(value) {
				break
			}
			value = value[len(item)+1:]
		}
	}
	return true
}

// cleanFolds reports whether each further physical line of a value starts with white space.
func cleanFolds(value []byte) bool {
	for i := nextBreak(value, 0); i < len(value); i = nextBreak(value, i) {
		i = afterBreak(value, i)
		if i == len(value) || !isSpace(value[i]) {
			return false
		}
	}
	return true
}
