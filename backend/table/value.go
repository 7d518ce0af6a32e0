package table

import (
	"slices"
	"strings"
	"unicode"

	"kaffeerunde/backend/vcard"
)

// slot writes what the columns of a slot say.
func (d *draft) slot(s *slot) {
	if s.field == FieldAddress {
		d.address(s)
		return
	}
	cell := d.cells[s.value]
	if cell == "" {
		return
	}
	word := ""
	if s.label != none {
		word = d.cells[s.label]
	}
	switch s.field {
	case FieldPhone:
		d.several("TEL", s, cell, word, d.phone)
	case FieldMail:
		d.several("EMAIL", s, cell, word, nil)
	case FieldLink:
		d.several("URL", s, cell, word, nil)
	case FieldMessenger:
		for _, account := range d.split(cell, nil) {
			d.messenger(s.kind, word, account)
		}
	case FieldBirthday, FieldAnniversary, FieldDate:
		for _, value := range d.split(cell, nil) {
			d.date(s, word, value)
		}
	case FieldRelated:
		for _, name := range d.split(cell, nil) {
			d.labelled("X-ABRELATEDNAMES", nil, vcard.Text(name), relation(s.kind, word))
		}
	case FieldTags:
		d.tags(cell)
	case FieldPhoto:
		d.add("PHOTO", nil, vcard.URI(cell))
	case FieldNote:
		d.notes = append(d.notes, cell)
	case FieldDetail:
		if s.label == none {
			word = s.header
			d.maker.kept[s.value] = true
		}
		d.details = append(d.details, joined(": ", word, cell))
	case FieldKeep:
		d.keep(s, cell)
		d.maker.kept[s.value] = true
	}
}

// several writes the values of a cell that may hold more than one.
func (d *draft) several(name string, s *slot, cell, word string, mend func(string) string) {
	words := d.split(word, nil)
	for i, value := range d.split(cell, func(part string) bool { return look(part) == s.field }) {
		if mend != nil {
			value = mend(value)
		}
		if i < len(words) {
			word = words[i]
		}
		types, label := kind(s.kind, word)
		d.labelled(name, typeParam(types), vcard.Text(value), label)
	}
}

// split returns the values of a cell: by the separator of the layout, else by line ends, semicolons and commas where every
// part looks like a value of its own.
func (d *draft) split(cell string, whole func(string) bool) []string {
	if d.separator != "" {
		return trimmed(strings.Split(cell, d.separator))
	}
	if whole == nil {
		return trimmed([]string{cell})
	}
	parts := trimmed(strings.FieldsFunc(cell, func(r rune) bool { return r == '\n' || r == ';' || r == ',' }))
	if len(parts) > 1 && !slices.ContainsFunc(parts, func(part string) bool { return !whole(part) }) {
		return parts
	}
	return []string{cell}
}

func trimmed(parts []string) []string {
	var kept []string
	for _, part := range parts {
		if part = strings.TrimSpace(part); part != "" {
			kept = append(kept, part)
		}
	}
	return kept
}

// phone returns a number in digits again where a spreadsheet wrote it otherwise.
func (d *draft) phone(value string) string {
	number, lost := wholeNumber(value)
	switch {
	case lost:
		d.repair(LostDigits, value, "")
	case isBare(number, d.sheet):
		d.repair(BareNumber, value, "")
	case number != value:
		d.repair(BareNumber, value, number)
	}
	return number
}

// messenger writes an account (RFC 4770), with Apple's name for the service beside it.
func (d *draft) messenger(t Type, word, account string) {
	service := string(t)
	if service == "" {
		service = strings.TrimSpace(strings.TrimPrefix(word, "* "))
	}
	if service == "" {
		d.add("IMPP", nil, vcard.Text(account))
		return
	}
	scheme := strings.Map(func(r rune) rune {
		if r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return unicode.ToLower(r)
		}
		return -1
	}, service)
	if scheme == "" {
		scheme = "x-apple"
	}
	d.add("IMPP", []vcard.Param{{Name: "X-SERVICE-TYPE", Values: []string{service}}}, vcard.Text(scheme+":"+account))
}

// relations are Apple's names for the relations that it has words for.
var relations = map[Type]string{
	"spouse": "Spouse", "child": "Child", "parent": "Parent", "sibling": "Sibling", "friend": "Friend", "assistant": "Assistant",
	"manager": "Manager", "colleague": "Colleague",
}

func relation(t Type, word string) string {
	if name := relations[t]; name != "" {
		return "_$!<" + name + ">!$_"
	}
	return strings.TrimPrefix(strings.TrimSpace(word), "* ")
}

// date writes a birthday or another day. What is no date stays as it is written.
func (d *draft) date(s *slot, word, value string) {
	content := vcard.Text(value)
	if parsed, ok := parseDate(value, d.orders[s.value]); ok {
		if parsed == (day{}) {
			return
		}
		content = vcard.Day(parsed.year, parsed.month, parsed.day)
		if parsed.guessed {
			d.repair(GuessedDate, value, plainDay(parsed))
		}
	}
	word = strings.TrimPrefix(strings.TrimSpace(word), "* ")
	what := plainHeader(word)
	switch {
	case s.field == FieldBirthday || what == "birthday" || what == "geburtstag":
		d.add("BDAY", nil, content)
	case s.field == FieldAnniversary || what == "anniversary" || what == "jahrestag":
		d.labelled("X-ABDATE", nil, content, "_$!<Anniversary>!$_")
	default:
		if word == "" {
			word = s.header
		}
		d.labelled("X-ABDATE", nil, content, word)
	}
}

// systemGroups are the groups that Google makes itself; in the first one is everybody.
var systemGroups = map[string]string{
	"* mycontacts": "", "* my contacts": "", "* friends": "Friends", "* family": "Family", "* coworkers": "Coworkers", "* starred": "Starred",
}

// tags writes CATEGORIES.
func (d *draft) tags(cell string) {
	separator := d.separator
	if separator == "" {
		separator = ","
		if strings.Contains(cell, ";") {
			separator = ";"
		}
	}
	var tags []string
	for _, tag := range trimmed(strings.Split(cell, separator)) {
		if name, system := systemGroups[strings.ToLower(tag)]; system && d.google {
			tag = name
		}
		if tag != "" && !slices.Contains(tags, tag) {
			tags = append(tags, tag)
		}
	}
	if len(tags) > 0 {
		d.add("CATEGORIES", nil, vcard.List(tags...))
	}
}

// nameLimit is how many letters of a column become the name of a property.
const nameLimit = 60

// keep writes a private property that is called as the column is, as far as its letters go. A label says the rest.
func (d *draft) keep(s *slot, cell string) {
	whole := true
	name := strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r < 0x80:
			return unicode.ToUpper(r)
		}
		whole = false
		return -1
	}, plainHeader(s.header))
	if len(name) > nameLimit {
		name, whole = name[:nameLimit], false
	}
	name = strings.Trim(name, "-")
	if name == "" {
		name = "COLUMN"
	}
	property := vcard.Property{Name: "X-" + name, Value: vcard.Text(cell)}
	if !whole {
		d.items++
		property.Group = itemName(d.items)
		d.kept = append(d.kept, property, vcard.Property{Group: property.Group, Name: "X-ABLabel", Value: vcard.Text(s.header)})
		return
	}
	d.kept = append(d.kept, property)
}
