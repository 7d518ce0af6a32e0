package vcard

import (
	"strings"
)

// Text returns the value as one text: transport encoding and charset decoded, escapes undone by the rules of the
// card's version (RFC 6350 section 3.4, RFC 2426 section 4), line breaks as "\n".
func (l *Line) Text() string {
	return l.unescape(l.decoded(), shapeText)
}

// List returns the value as a list of texts with commas between (CATEGORIES, NICKNAME; RFC 6350 section 4).
func (l *Line) List() []string {
	items := splitUnescaped(l.decoded(), ',')
	for i, item := range items {
		items[i] = l.unescape(item, shapeList)
	}
	return items
}

// Components returns the value as components with semicolons between (N, ADR, ORG; RFC 6350 section 4). Those of N
// and ADR are lists with commas from 3.0 on; joined with commas they give the text that programs wrote who do not
// know of lists.
func (l *Line) Components() [][]string {
	lists := (l.prop == n || l.prop == adr) && l.card.dialect != V21
	parts := splitUnescaped(l.decoded(), ';')
	all := make([][]string, len(parts))
	flat := make([]string, len(parts))
	for i, part := range parts {
		if !lists || strings.IndexByte(part, ',') < 0 {
			flat[i] = l.unescape(part, shapeComponents)
			all[i] = flat[i : i+1 : i+1]
			continue
		}
		items := splitUnescaped(part, ',')
		for j, item := range items {
			items[j] = l.unescape(item, shapeComponents)
		}
		all[i] = items
	}
	return all
}

// decoded returns the value with transport encoding and charset decoded, escapes still in it.
func (l *Line) decoded() string {
	raw := l.value()
	switch {
	case l.traits&quoted != 0:
		raw = decodeQuoted(raw)
	case l.traits&base64Value != 0:
		if !l.isBinary() {
			raw = decodeBase64(raw)
		} else {
			raw = l.Raw()
		}
	case l.traits&folded != 0:
		raw = l.Raw()
	}
	s, _ := l.decodeText(raw)
	if strings.IndexByte(s, 0) >= 0 {
		s = strings.ReplaceAll(s, "\x00", "")
	}
	if strings.IndexByte(s, '\r') >= 0 {
		s = plainBreaks.Replace(s)
	}
	return s
}

var plainBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// isBinary reports whether the property holds bytes rather than text in base64.
func (l *Line) isBinary() bool {
	switch l.prop {
	case photo, logo, sound, key:
		return true
	case other:
		return sniff(decodeBase64(l.value())) != ""
	}
	return false
}

// unescape undoes backslash escapes. vCard 2.1 has \; in components and programs write \n; a backslash before
// anything else is text there, but the parts of lists and components also know \\ and \:, and those of lists \,.
func (l *Line) unescape(s string, of shape) string {
	i := strings.IndexByte(s, '\\')
	if i < 0 {
		return s
	}
	old := l.card.dialect == V21
	var out strings.Builder
	out.Grow(len(s))
	for ; i >= 0 && i+1 < len(s); i = strings.IndexByte(s, '\\') {
		out.WriteString(s[:i])
		switch c := s[i+1]; {
		case c == 'n' || c == 'N' && !old:
			out.WriteByte('\n')
		case c == ';', c == '"' && !old, c == ',' && (!old || of == shapeList), (c == '\\' || c == ':') && (!old || of == shapeList || of == shapeComponents):
			out.WriteByte(c)
		default:
			out.WriteString(s[i : i+2])
		}
		s = s[i+2:]
	}
	out.WriteString(s)
	return out.String()
}

// splitUnescaped splits s at each separator that no backslash escapes.
func splitUnescaped(s string, separator byte) []string {
	parts := make([]string, 0, strings.Count(s, string(rune(separator)))+1)
	start := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case separator:
			parts = append(parts, s[start:i])
			start = i + 1
		}
	}
	return append(parts, s[start:])
}
