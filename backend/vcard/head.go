package vcard

import (
	"bytes"
)

// headScan is what the lexer finds out about the beginning of a physical line.
type headScan struct {
	colon  int // where the value starts, less one
	name   int // where the name starts, after a group
	prop   property
	traits traits
	odd    bool // the name has characters that names do not have
	open   bool // a quotation mark is not closed
}

// scanHead looks for "group.name;parameters:" at the start of line. ok is false when the line is no property.
func scanHead(line []byte) (h headScan, ok bool) {
	colon, semicolon, dot := -1, -1, -1
scan:
	for i, c := range line {
		switch c {
		case ':':
			colon = i
			break scan
		case ';':
			if semicolon < 0 {
				semicolon = i
			}
		case '.':
			if semicolon < 0 && dot < 0 {
				dot = i
			}
		case '"':
			if semicolon < 0 {
				break scan
			}
			colon = colonOutsideQuotes(line[i:])
			h.open = colon < 0
			if colon >= 0 {
				colon += i
			}
			break scan
		}
	}
	if colon < 0 {
		return h, false
	}
	return finishHead(h, line, colon, semicolon, dot)
}

// scanBrokenHead looks for the same in a line whose quotation marks make no sense: the first colon ends the head.
func scanBrokenHead(line []byte) (h headScan, ok bool) {
	colon := bytes.IndexByte(line, ':')
	semicolon := bytes.IndexByte(line, ';')
	if colon < 0 || semicolon < 0 || semicolon > colon {
		return h, false
	}
	return finishHead(h, line, colon, semicolon, bytes.IndexByte(line[:semicolon], '.'))
}

// finishHead looks at the name and the parameters. semicolon and dot are negative where there is none.
func finishHead(h headScan, line []byte, colon, semicolon, dot int) (headScan, bool) {
	stop := colon
	if semicolon >= 0 {
		stop = semicolon
		h.traits |= hasParams
	}
	h.colon = colon
	if dot > 0 && dot+1 < stop && isGroup(line[:dot]) {
		h.name = dot + 1
	}
	name := bytes.TrimRight(line[h.name:stop], " \t")
	h.prop = propertyOf(name)
	if h.prop == other && bytes.IndexByte(name, '.') >= 0 {
		h.seekGroup(line[:stop])
	}
	if h.prop == other {
		plain, possible := judgeName(name)
		if !possible || isScheme(name) && bytes.HasPrefix(line[colon+1:], []byte("//")) {
			return h, false
		}
		h.odd = !plain
	}
	if semicolon >= 0 {
		h.traits |= paramTraits(line[semicolon:colon])
	}
	if h.prop.isDataURI(line[colon+1:]) {
		h.traits |= dataURI
	}
	return h, true
}

// isDataURI reports whether a value of the property begins as a data: URI (RFC 2397) does. In a text "data:" is a word.
func (p property) isDataURI(value []byte) bool {
	if !p.mayEmbed() {
		return false
	}
	value = bytes.TrimLeft(value, " \t")
	return hasPrefixFold(value, "DATA:") && (len(value) == len("DATA:") || !isSpace(value[len("DATA:")]))
}

// mayEmbed reports whether the property can hold bytes.
func (p property) mayEmbed() bool {
	return p == photo || p == logo || p == sound || p == key || p == other
}

// seekGroup looks for a group that has dots or spaces in it, or nothing. What is known after the last dot is a property.
func (h *headScan) seekGroup(head []byte) {
	dot := bytes.LastIndexByte(head, '.')
	if p := propertyOf(bytes.TrimRight(head[dot+1:], " \t")); p != other {
		h.name, h.prop = dot+1, p
	}
}

// colonOutsideQuotes returns the first colon that no quotation marks surround (RFC 6350 section 3.3), or -1.
func colonOutsideQuotes(b []byte) int {
	inside := false
	for i, c := range b {
		switch {
		case c == '"':
			inside = !inside
		case c == ':' && !inside:
			return i
		}
	}
	return -1
}

func isGroup(b []byte) bool {
	for _, c := range b {
		if !isNameByte(c) {
			return false
		}
	}
	return len(b) > 0
}

func isNameByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '_'
}

// judgeName says whether name is made as names are (plain), and whether it can be meant as one at all. Exporters
// write names with spaces, slashes and commas; people write sentences with colons in them. The former shout.
func judgeName(name []byte) (plain, possible bool) {
	if len(name) == 0 || len(name) > 200 || !isNameByte(name[0]) {
		return false, false
	}
	plain = true
	shouting := true
	for _, c := range name {
		switch {
		case isNameByte(c):
			shouting = shouting && (c < 'a' || c > 'z')
		case c == ' ' || c == '/' || c == ',' || c == '=' || c == '.' || c == '+' || c == '&' || c == '#':
			plain = false
		default:
			return false, false
		}
	}
	return plain, plain || shouting || hasPrefixFold(name, "X-")
}

// isScheme reports whether name may be the scheme of a web address that starts a line.
func isScheme(name []byte) bool {
	for _, c := range name {
		if c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// paramTraits finds the parameters that change how the lines that follow are read.
func paramTraits(params []byte) traits {
	var t traits
	for len(params) > 0 {
		params = params[1:]
		param := params[:indexOutsideQuotes(params, ';')]
		params = params[len(param):]
		param = bytes.TrimLeft(param, " \t")
		if len(param) == 0 {
			continue
		}
		switch param[0] | 0x20 {
		case 'e':
			if hasPrefixFold(param, "ENCODING=") {
				t |= encodingTraits(param[len("ENCODING="):])
			}
		case 'q', 'b':
			t |= encodingTraits(param)
		case 'c':
			if hasPrefixFold(param, "CHARSET=") {
				t |= charsetTraits(param[len("CHARSET="):])
			}
		case 'u', 'i', 's', 'w':
			if bytes.IndexByte(param, '=') < 0 && bareName(param) == "CHARSET" {
				t |= charsetTraits(param)
			}
		}
	}
	return t
}

func charsetTraits(word []byte) traits {
	if equalFold(bytes.Trim(word, "\" \t"), "UTF-8") {
		return labelled | labelledUTF8
	}
	return labelled
}

func encodingTraits(word []byte) traits {
	switch word = bytes.Trim(word, "\" \t"); {
	case equalFold(word, "QUOTED-PRINTABLE"):
		return quoted
	case equalFold(word, "BASE64"), equalFold(word, "B"):
		return base64Value
	}
	return 0
}
