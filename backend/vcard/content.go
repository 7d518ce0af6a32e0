package vcard

import (
	"encoding/base64"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Content is a value to be written into a card. Its zero value is nothing.
type Content struct {
	form             form
	items            []string // text or address: one; list, components: each
	data             []byte
	mime             string
	year, month, day int
}

type form uint8

const (
	formNone form = iota
	formText
	formList
	formComponents
	formURI
	formBytes
	formDay
	formEscaped   // items[0] is a value of 3.0 or 4.0 with its escapes
	formReference // items[0] refers to a detached picture
)

// Text is one text (RFC 6350 section 4.1).
func Text(s string) Content { return Content{form: formText, items: []string{s}} }

// List is a list of texts with commas between, for CATEGORIES and NICKNAME (RFC 6350 section 4).
func List(items ...string) Content { return Content{form: formList, items: items} }

// Components are texts with semicolons between, for N, ADR and ORG (RFC 6350 section 4).
func Components(parts ...string) Content { return Content{form: formComponents, items: parts} }

// URI is an address (RFC 6350 section 4.2), for PHOTO and other properties that can point elsewhere.
func URI(s string) Content { return Content{form: formURI, items: []string{s}} }

// Bytes is an embedded picture, sound or key of a media type such as "image/jpeg": a data: URI in 4.0 (RFC 2397), base64
// before (RFC 2426 section 2.4.1).
func Bytes(data []byte, mime string) Content { return Content{form: formBytes, data: data, mime: mime} }

// Day is a date (RFC 6350 section 4.3.1), for BDAY and ANNIVERSARY. What is not known is 0: Day(0, 4, 15) is the 15th
// of April of no year.
func Day(year, month, day int) Content {
	return Content{form: formDay, year: year, month: month, day: day}
}

// IsEmpty reports whether the content says nothing.
func (v Content) IsEmpty() bool {
	switch v.form {
	case formBytes:
		return len(v.data) == 0
	case formDay:
		return v.year == 0 && v.month == 0 && v.day == 0
	}
	return strings.Join(v.items, "") == ""
}

var escapes = strings.NewReplacer(`\`, `\\`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`, ",", `\,`, ";", `\;`)

// escaped returns the value as 3.0 and 4.0 write it, escapes included (RFC 6350 section 3.4), and the parameters that
// it needs in version v.
func (v Content) escaped(to Version) (value string, params []Param) {
	switch v.form {
	case formText:
		return escapes.Replace(v.items[0]), nil
	case formList:
		return joinEscaped(v.items, ","), nil
	case formComponents:
		return joinEscaped(v.items, ";"), nil
	case formURI:
		return oneLine(strings.ReplaceAll(v.items[0], `\`, `\\`)), []Param{{"VALUE", []string{"uri"}}}
	case formDay:
		return v.date(to)
	case formEscaped, formReference:
		return v.items[0], nil
	}
	return "", nil
}

func joinEscaped(items []string, separator string) string {
	all := make([]string, len(items))
	for i, item := range items {
		all[i] = escapes.Replace(item)
	}
	return strings.Join(all, separator)
}

func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\r' || r == '\n' {
			return -1
		}
		return r
	}, s)
}

// date writes a day as version to writes it: 4.0 in the basic form of RFC 6350 section 4.3.1, the others extended. A
// day without a year is in 3.0 what Apple, Google and Nextcloud understand.
func (v Content) date(to Version) (string, []Param) {
	dash := "-"
	if to == V40 {
		dash = ""
	}
	switch {
	case v.year > 0 && v.month > 0 && v.day > 0:
		return fmt.Sprintf("%04d%s%02d%s%02d", v.year, dash, v.month, dash, v.day), nil
	case v.year > 0 && v.month > 0:
		return fmt.Sprintf("%04d-%02d", v.year, v.month), nil
	case v.year > 0:
		return fmt.Sprintf("%04d", v.year), nil
	case v.month > 0 && v.day > 0 && to == V30:
		omit := fmt.Sprint(omittedYear)
		return fmt.Sprintf("%s-%02d-%02d", omit, v.month, v.day), []Param{{"X-APPLE-OMIT-YEAR", []string{omit}}}
	case v.month > 0 && v.day > 0:
		return fmt.Sprintf("--%02d%s%02d", v.month, dash, v.day), nil
	case v.month > 0:
		return fmt.Sprintf("--%02d", v.month), nil
	default:
		return fmt.Sprintf("---%02d", v.day), nil
	}
}

// layout is how lines of a card are written.
type layout struct {
	version Version
	eol     string
}

// appendLine appends a content line with the head (group, name and parameters as they are to stand there) and a value.
func (w layout) appendLine(out []byte, p property, head string, v Content) []byte {
	if v.form == formBytes {
		return w.appendBytes(out, p, head, v)
	}
	value, params := v.escaped(w.version)
	if v.form == formURI && w.version == V40 {
		params = nil
	}
	head += w.params(params)
	if v.form == formReference {
		return append(out, head+":"+value+w.eol...)
	}
	if w.version != V21 {
		return appendFolded(out, []byte(head+":"+value), w.eol)
	}
	text := oldValue(p, value)
	if len(head)+1+len(text) <= lineWidth && isPlain(text) {
		return append(out, head+":"+text+w.eol...)
	}
	head += ";CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:"
	out = append(out, head...)
	out = appendQuoted(out, strings.ReplaceAll(text, "\n", "\r\n"), len(head), w.eol)
	return append(out, w.eol...)
}

// isPlain reports whether vCard 2.1 can hold s without an encoding.
func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' && s[i] != '\t' || s[i] > '~' {
			return false
		}
	}
	return s == strings.TrimSpace(s)
}

// shape is how the value of a property is made up.
type shape uint8

const (
	shapeUnknown shape = iota // text that may have components
	shapeText
	shapeList
	shapeComponents
)

func (p property) shape() shape {
	switch p {
	case n, adr, org, gender, geo, androidCustomProp:
		return shapeComponents
	case categories, nickname:
		return shapeList
	case other:
		return shapeUnknown
	}
	return shapeText
}

var (
	oldComponent = strings.NewReplacer(`\`, `\\`, ";", `\;`)
	oldItem      = strings.NewReplacer(`\`, `\\`, ",", `\,`)
	oldUnknown   = strings.NewReplacer(";", `\;`)
)

// oldValue turns an escaped value of 3.0 into one of 2.1, where only some properties have escapes.
func oldValue(p property, value string) string {
	separator, escape := byte(';'), oldUnknown
	switch p.shape() {
	case shapeText:
		return unescapeText(value)
	case shapeComponents:
		escape = oldComponent
	case shapeList:
		separator, escape = ',', oldItem
	}
	parts := splitUnescaped(value, separator)
	for i, part := range parts {
		parts[i] = escape.Replace(unescapeText(part))
	}
	return strings.Join(parts, string(rune(separator)))
}

// appendBytes appends an embedded picture, sound or key.
func (w layout) appendBytes(out []byte, p property, head string, v Content) []byte {
	before, indent, after := w.bytesHead(head, v.mime)
	digits := base64.StdEncoding.EncodeToString(v.data)
	if w.version == V21 {
		out = append(out, before...)
		out = folding{first: 0, width: lineWidth - len(indent), indent: indent, eol: w.eol}.append(out, []byte(digits))
		out = append(out, w.eol...)
		return append(out, after...)
	}
	return appendFolded(out, []byte(before+digits), w.eol)
}

// bytesHead returns what stands before and after the base64 of an embedded value, and before each of its lines.
func (w layout) bytesHead(head, mime string) (before, indent, after string) {
	kind := strings.ToUpper(mime[strings.IndexByte(mime, '/')+1:])
	switch w.version {
	case V40:
		return head + ":data:" + firstOf(mime, "application/octet-stream") + ";base64,", " ", ""
	case V21:
		head += ";ENCODING=BASE64"
		after = w.eol
	default:
		head += ";ENCODING=b"
	}
	if kind != "" && kind != "OCTET-STREAM" {
		head += w.params([]Param{{"TYPE", []string{kind}}})
	}
	return head + ":", " ", after
}

// params writes parameters (RFC 6350 section 3.3). What the version cannot hold is left out; fits tells beforehand.
func (w layout) params(params []Param) string {
	var s strings.Builder
	for _, p := range params {
		if w.version == V21 && p.Name == "TYPE" {
			for _, value := range p.Values {
				if isGroup([]byte(value)) && bareName([]byte(value)) == "TYPE" {
					s.WriteString(";" + strings.ToUpper(value))
				} else if w.fits(value) {
					s.WriteString(";TYPE=" + value)
				}
			}
			continue
		}
		var values []string
		for _, value := range p.Values {
			if w.fits(value) {
				values = append(values, w.paramValue(p.Name, value))
			}
		}
		if len(values) > 0 {
			s.WriteString(";" + p.Name + "=" + strings.Join(values, ","))
		}
	}
	return s.String()
}

// fits reports whether the version can hold a parameter value.
func (w layout) fits(value string) bool {
	switch w.version {
	case V40:
		return true
	case V21:
		return value != "" && !strings.ContainsAny(value, ";:,\"\r\n") && isPlain(value)
	default:
		return !strings.ContainsAny(value, "\"\r\n")
	}
}

var caretEscapes = strings.NewReplacer("^", "^^", "\r\n", "^n", "\n", "^n", "\r", "^n", `"`, "^'")

func (w layout) paramValue(name, value string) string {
	if name == "LABEL" {
		value = strings.ReplaceAll(value, `\`, `\\`)
	}
	if w.version == V40 && name != "TYPE" {
		value = caretEscapes.Replace(value)
	}
	if w.version != V21 && strings.ContainsAny(value, ",;:") {
		return `"` + value + `"`
	}
	return value
}

// unescapeText undoes the escapes of 3.0 and 4.0.
func unescapeText(s string) string {
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	l := Line{card: &Card{dialect: V30}}
	return l.unescape(s, shapeText)
}

// validText returns s as UTF-8 without the characters that no version can hold.
func validText(s string) string {
	if !utf8.ValidString(s) {
		s = fixUTF8([]byte(s))
	}
	return strings.ReplaceAll(s, "\x00", "")
}
