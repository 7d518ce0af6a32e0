package book

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"kaffeerunde/backend/match"
	"kaffeerunde/backend/vcard"
)

// statement is one thing that a card says: a content line, or an item of a list.
type statement struct {
	field    Field
	property string // as propertyOf has it
	line     int
	item     string // of a list, else ""
	meaning  string // the same for two that say the same, however they write it
	sort     string // what kind of value it is: its types and label
	aside    bool   // it lost its place in a merge before
	beside   []int  // of a connection: the lines that say more of it
	value    DifferenceValue
}

// says reports whether two statements say the same.
func (s *statement) says(other *statement) bool {
	return s.property == other.property && s.meaning == other.meaning
}

// passing are the properties that speak of the file rather than of the person, or belong to the line beside them.
var passing = map[string]bool{"VERSION": true, "PRODID": true, "REV": true, "UID": true, "X-ABLABEL": true, "X-ABADR": true}

// propertyOf returns the name of a line's property in upper case, one for those that are the same in different versions. aside
// says that it lost its place in a merge before.
func propertyOf(l *vcard.Line) (property string, aside bool) {
	property, aside = strings.CutPrefix(strings.ToUpper(l.Name()), otherName)
	switch property {
	case secondName:
		property, aside = "N", true
	case "X-ADDRESSBOOKSERVER-KIND":
		property = "KIND"
	case "X-ADDRESSBOOKSERVER-MEMBER":
		property = "MEMBER"
	}
	return property, aside
}

// statementsOf returns what a card says, in its order.
func statementsOf(c *vcard.Card, region string) []statement {
	shown := shownLines(c, region)
	told := besideConnections(c, shown)
	var all []statement
	for i := range c.Lines {
		l := &c.Lines[i]
		property, aside := propertyOf(l)
		if !l.Readable() || passing[property] || told[i] || len(l.Raw()) == 0 {
			continue
		}
		if !aside && (property == "CATEGORIES" || property == "NICKNAME") {
			all = append(all, items(l, i, property)...)
			continue
		}
		if aside {
			all = append(all, asideStatements(c, i, property, region)...)
			continue
		}
		s, ok := shown[i]
		if !ok {
			s = otherLine(l, property)
		}
		s.property, s.line = property, i
		if s.meaning != "" {
			all = append(all, s)
		}
	}
	return all
}

// asideStatements reads a line that lost its place as it would be read there.
func asideStatements(c *vcard.Card, line int, property, region string) []statement {
	alone := vcard.New(c.Dialect())
	alone.Charset = c.Charset
	alone.Graft(len(alone.Lines), &c.Lines[line], "", property)
	all := statementsOf(alone, region)
	for i := range all {
		all[i].aside, all[i].line = true, line
	}
	return all
}

// items returns the items of a list, each as a statement.
func items(l *vcard.Line, line int, property string) []statement {
	field := FieldTags
	if property == "NICKNAME" {
		field = FieldNickname
	}
	var all []statement
	for _, item := range l.List() {
		if item = strings.TrimSpace(item); item != "" {
			all = append(all, statement{
				field: field, property: property, line: line, item: item, meaning: item,
				value: DifferenceValue{Value: printable(item)},
			})
		}
	}
	return all
}

// besideConnections adds to the statement of each connection what stands beside it, and returns the lines of that.
func besideConnections(c *vcard.Card, shown map[int]statement) map[int]bool {
	told := map[int]bool{}
	for line, s := range shown {
		if s.field != FieldRelated {
			continue
		}
		for _, name := range []string{besideSince, besideHow, besideNote, besideClosed} {
			i := besideLine(c, line, name)
			if i < 0 {
				continue
			}
			told[i] = true
			text := strings.TrimSpace(c.Lines[i].Text())
			if text == "" {
				continue
			}
			s.beside = append(s.beside, i)
			s.sort += "\x1f" + name + "=" + text
			if name == besideClosed {
				s.value.Closed = text == "1"
			} else {
				s.value.Value += "\n" + text
			}
		}
		shown[line] = s
	}
	return told
}

// besideLine returns the line of this name in the group of a line, -1 where there is none.
func besideLine(c *vcard.Card, line int, name string) int {
	group := c.Lines[line].Group()
	return slices.IndexFunc(c.Lines, func(l vcard.Line) bool { return group != "" && l.Is(name) && strings.EqualFold(l.Group(), group) })
}

// saysNoMoreThan reports whether all that the cards say of a connection in this statement stands in the other as well.
func (s *statement) saysNoMoreThan(other *statement) bool {
	if len(s.beside) == 0 {
		return true
	}
	for _, part := range strings.Split(s.sort, "\x1f") {
		if strings.HasPrefix(part, "X-KAFFEERUNDE-") && !slices.Contains(strings.Split(other.sort, "\x1f"), part) {
			return false
		}
	}
	return true
}

// plainFields are the properties whose text is all there is to them.
var plainFields = map[string]Field{
	"FN": FieldName, "N": FieldName, "ORG": FieldOrganisation, "TITLE": FieldTitle, "ROLE": FieldRole, "NOTE": FieldNote, "KIND": FieldKind, "X-ABSHOWAS": FieldKind,
}

// otherLine is a line that needs no further reading.
func otherLine(l *vcard.Line, property string) statement {
	if _, _, embedded := l.Binary(); embedded {
		return statement{field: FieldOther, meaning: string(l.Raw()), value: DifferenceValue{Value: shortened(l.Text())}}
	}
	text := strings.TrimSpace(l.Text())
	s := statement{field: FieldOther, meaning: text, value: DifferenceValue{Value: shortened(text)}}
	if field, ok := plainFields[property]; ok {
		s.field, s.value.Value = field, text
	}
	if s.field == FieldKind {
		s.meaning = strings.ToLower(text)
	}
	if property == "N" || property == "ORG" {
		parts := components(l)
		s.meaning = strings.Join(parts, "\x1f")
		s.value.Value = strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), ", ")
	}
	return s
}

// components returns the components of a line as texts, without the empty ones at the end.
func components(l *vcard.Line) []string {
	var parts []string
	for _, component := range l.Components() {
		parts = append(parts, strings.TrimSpace(strings.Join(component, ",")))
	}
	for len(parts) > 0 && parts[len(parts)-1] == "" {
		parts = parts[:len(parts)-1]
	}
	return parts
}

func shortened(text string) string {
	if len(text) <= shownLength {
		return text
	}
	return strings.ToValidUTF8(text[:shownLength], "") + " …"
}

// shownLines returns the lines that the card shows as values with types, labels, days or pictures.
func shownLines(c *vcard.Card, region string) map[int]statement {
	shown := map[int]statement{}
	value := func(field Field, v vcard.Value, meaning string) {
		shown[v.Index] = statement{
			field: field, meaning: meaning, sort: kindOfValue(v.Types, v.Label),
			value: DifferenceValue{Value: v.Value, Types: v.Types, Label: v.Label},
		}
	}
	for _, v := range c.Phones() {
		value(FieldPhone, v, phoneMeaning(v.Value, region))
	}
	for _, v := range c.Emails() {
		value(FieldMail, v, strings.ToLower(v.Value))
	}
	for _, v := range c.URLs() {
		value(FieldLink, v, linkMeaning(v.Value))
	}
	for _, m := range append(c.Messengers(), c.Socials()...) {
		value(FieldMessenger, m.Value, m.Service+"\x1f"+strings.ToLower(m.Value.Value))
		s := shown[m.Index]
		s.sort, s.value.Label = m.Service, cmp.Or(m.Label, m.Service)
		shown[m.Index] = s
	}
	for _, a := range c.Addresses() {
		value(FieldAddress, vcard.Value{Value: addressOf(a).Formatted, Types: a.Types, Label: a.Label, Index: a.Index},
			strings.Join(components(&c.Lines[a.Index]), "\x1f"))
	}
	for _, r := range c.Related() {
		value(FieldRelated, vcard.Value{Value: r.Value, Types: r.Types, Label: r.Label, Index: r.Index}, r.Value)
	}
	for _, d := range c.Dates() {
		shown[d.Index] = dateStatement(d)
	}
	for _, p := range c.Photos() {
		shown[p.Index] = statement{
			field: FieldPhoto, meaning: cmp.Or(p.Hash, p.URI), value: DifferenceValue{Value: p.URI, picture: p.Hash},
		}
	}
	return shown
}

func dateStatement(d vcard.Date) statement {
	s := statement{
		field: FieldDate, meaning: d.Text, sort: d.Kind + "\x1f" + strings.ToLower(d.Label),
		value: DifferenceValue{Value: d.Text, Label: d.Label, Year: d.Year, Month: d.Month, Day: d.Day},
	}
	if d.Kind == "birthday" {
		s.field = FieldBirthday
	}
	if d.Year+d.Month+d.Day > 0 {
		s.meaning = strconv.Itoa(d.Year) + "-" + strconv.Itoa(d.Month) + "-" + strconv.Itoa(d.Day)
	}
	s.meaning += "\x1f" + s.sort
	return s
}

// wordless are the types that say nothing of what a value is for.
var wordless = map[string]bool{"pref": true, "voice": true, "internet": true}

// kindOfValue is the same for values that are for the same.
func kindOfValue(types []string, label string) string {
	types = slices.DeleteFunc(slices.Clone(types), func(t string) bool { return wordless[t] })
	slices.Sort(types)
	return strings.Join(slices.Compact(types), ",") + "\x1f" + strings.ToLower(label)
}

// phoneMeaning is the same for the spellings of one number. What is no number counts as it is written.
func phoneMeaning(number, region string) string {
	if e164 := match.E164(number, region); e164 != "" {
		return e164
	}
	return strings.ToLower(strings.NewReplacer(" ", "", "-", "", "(", "", ")", "", "/", "", ".", "").Replace(number))
}

// linkMeaning is the same for addresses that lead to the same page.
func linkMeaning(link string) string {
	u, err := url.Parse(link)
	if err != nil || u.Host == "" {
		return link
	}
	u.Scheme, u.Host = strings.ToLower(u.Scheme), strings.ToLower(u.Host)
	return strings.TrimSuffix(u.String(), "/")
}
