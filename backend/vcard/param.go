package vcard

import (
	"bytes"
	"slices"
	"strings"
)

// Param is one parameter of a line (RFC 6350 section 5).
type Param struct {
	Name   string   // in upper case; a bare word of vCard 2.1 gets the name it stands for
	Values []string // decoded, without quotation marks
}

// paramScan goes over the parameters of a head.
type paramScan struct {
	rest []byte // from a ; on
}

func (l *Line) paramScan() paramScan {
	if l.traits&hasParams == 0 {
		return paramScan{}
	}
	head := l.head()
	i := bytes.IndexByte(head, ';')
	return paramScan{rest: head[max(i, 0):]}
}

// next returns the name and the value of the next parameter as written; name is nil for a bare word.
func (p *paramScan) next() (name, value []byte, ok bool) {
	for len(p.rest) > 0 {
		p.rest = p.rest[1:]
		param := p.rest[:indexOutsideQuotes(p.rest, ';')]
		p.rest = p.rest[len(param):]
		if len(param) == 0 {
			continue
		}
		if i := bytes.IndexByte(param, '='); i >= 0 {
			return bytes.TrimSpace(param[:i]), bytes.TrimSpace(param[i+1:]), true
		}
		if param = bytes.TrimSpace(param); len(param) > 0 {
			return nil, param, true
		}
	}
	return nil, nil, false
}

// indexOutsideQuotes returns where c is first in b outside of quotation marks, or len(b).
func indexOutsideQuotes(b []byte, c byte) int {
	if bytes.IndexByte(b, '"') < 0 {
		if i := bytes.IndexByte(b, c); i >= 0 {
			return i
		}
		return len(b)
	}
	inside := false
	for i, x := range b {
		switch {
		case x == '"':
			inside = !inside
		case x == c && !inside:
			return i
		}
	}
	return len(b)
}

// Params returns the parameters in order (RFC 6350 section 5), decoded (RFC 6868 in 4.0).
func (l *Line) Params() []Param {
	var all []Param
	scan := l.paramScan()
	for name, value, ok := scan.next(); ok; name, value, ok = scan.next() {
		p := Param{Name: strings.ToUpper(string(name))}
		if name == nil {
			p.Name = bareName(value)
		}
		for {
			i := len(value)
			if p.Name != "LABEL" { // It is one text; programs leave its commas bare.
				i = indexOutsideQuotes(value, ',')
			}
			p.Values = append(p.Values, l.paramValue(p.Name, value[:i]))
			if i == len(value) {
				break
			}
			value = value[i+1:]
		}
		all = append(all, p)
	}
	return all
}

// Param returns the first value of the parameter with this upper-case name (RFC 6350 section 5), decoded, or "".
func (l *Line) Param(name string) string {
	scan := l.paramScan()
	for written, value, ok := scan.next(); ok; written, value, ok = scan.next() {
		if written == nil && bareName(value) == name || written != nil && equalFold(written, name) {
			if name == "LABEL" || name == "SORT-AS" {
				return l.paramValue(name, value)
			}
			return l.paramValue(name, value[:indexOutsideQuotes(value, ',')])
		}
	}
	return ""
}

// paramValue decodes a parameter value: quotation marks, RFC 6868 in 4.0, and the escapes that programs write into
// LABEL.
func (l *Line) paramValue(name string, value []byte) string {
	value = bytes.Trim(value, "\"")
	s := validText(string(value))
	if l.card.dialect == V40 && strings.IndexByte(s, '^') >= 0 {
		s = carets.Replace(s)
	}
	if name == "LABEL" && strings.IndexByte(s, '\\') >= 0 {
		s = labelEscapes.Replace(s)
	}
	return s
}

var (
	carets       = strings.NewReplacer("^^", "^", "^n", "\n", "^N", "\n", "^'", `"`)
	labelEscapes = strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\N`, "\n", `\,`, ",", `\;`, ";", `\"`, `"`)
)

// bareName returns the parameter that a bare word of vCard 2.1 is a value of.
func bareName(word []byte) string {
	switch strings.ToUpper(string(word)) {
	case "QUOTED-PRINTABLE", "BASE64", "B", "7BIT", "8BIT":
		return "ENCODING"
	case "INLINE", "URI", "URL", "CID", "CONTENT-ID":
		return "VALUE"
	case "UTF-8", "US-ASCII", "SHIFT_JIS":
		return "CHARSET"
	}
	if hasPrefixFold(word, "ISO-8859-") || hasPrefixFold(word, "WINDOWS-125") {
		return "CHARSET"
	}
	return "TYPE"
}

// Types returns the types of the line (RFC 6350 section 5.6) in lower case, each once, bare words of vCard 2.1 included.
// PREF=1 of 4.0 (section 5.3) counts as the type "pref". It is nil where there are none.
func (l *Line) Types() []string {
	if l.traits&hasParams == 0 {
		return nil
	}
	types := make([]string, 0, 4)
	scan := l.paramScan()
	for name, value, ok := scan.next(); ok; name, value, ok = scan.next() {
		switch {
		case name == nil:
			if bareName(value) == "TYPE" {
				types = addTypes(types, value)
			}
		case equalFold(name, "TYPE"):
			types = addTypes(types, value)
		case equalFold(name, "PREF") && string(value) == "1":
			types = addTypes(types, []byte("pref"))
		}
	}
	return types
}

// addTypes adds the words of a TYPE value. Exporters put several of them into one pair of quotation marks.
func addTypes(types []string, value []byte) []string {
	for len(value) > 0 {
		word := value
		if i := bytes.IndexByte(value, ','); i >= 0 {
			word, value = value[:i], value[i+1:]
		} else {
			value = nil
		}
		if bytes.ContainsAny(word, "\"\x00") {
			word = bytes.ReplaceAll(bytes.ReplaceAll(word, []byte(`"`), nil), []byte{0}, nil)
		}
		t := typeWord(bytes.Trim(word, "' \t\\"))
		if t != "" && !slices.Contains(types, t) {
			types = append(types, t)
		}
	}
	return types
}

// typeWord returns a type in lower case; those that nearly every card has cost no memory.
func typeWord(word []byte) string {
	switch len(word) {
	case 3:
		if equalFold(word, "FAX") {
			return "fax"
		}
	case 4:
		switch {
		case equalFold(word, "HOME"):
			return "home"
		case equalFold(word, "WORK"):
			return "work"
		case equalFold(word, "CELL"):
			return "cell"
		case equalFold(word, "PREF"):
			return "pref"
		}
	case 5:
		if equalFold(word, "VOICE") {
			return "voice"
		}
	case 8:
		if equalFold(word, "INTERNET") {
			return "internet"
		}
	}
	return strings.ToLower(fixUTF8(word))
}

// equalNames reports whether two names are the same in any ASCII case.
func equalNames(a, b string) bool {
	return strings.EqualFold(a, b)
}
