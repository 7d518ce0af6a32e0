package table

import (
	"strconv"
	"strings"

	"kaffeerunde/backend/vcard"
)

// maker makes cards of rows.
type maker struct {
	slots     []slot
	headers   []string
	separator string        // between several values in one cell, "" when the table is nobody's in particular
	orders    map[int]order // of columns with dates
	sheet     bool          // a workbook, whose numbers may have lost their beginning
	google    bool
	kept      map[int]bool // columns of which something was kept that no field fits
}

// draft is a card while its row is read.
type draft struct {
	*maker
	line       int
	cells      []string
	properties []vcard.Property
	notes      []string
	details    []string
	kept       []vcard.Property
	items      int // groups that are used
	repairs    []vcard.Repair
	encoded    bool // a cell was not UTF-8
}

// card returns the card of a row, nil when the row says nothing of a person.
func (m *maker) card(r row) *vcard.Card {
	d := &draft{maker: m, line: r.line, cells: make([]string, len(m.headers))}
	if r.broken {
		d.repair(UnclosedQuote, strings.Join(r.cells, " "), "")
	}
	for i, cell := range r.cells {
		cell = d.clean(cell)
		if i < len(d.cells) {
			d.cells[i] = cell
		} else if cell != "" {
			d.details = append(d.details, cell)
			d.repair(ExtraCells, cell, "")
		}
	}
	d.names()
	d.work()
	for i := range m.slots {
		d.slot(&m.slots[i])
	}
	if note := joined("\n\n", append(d.notes, joined("\n", d.details...))...); note != "" {
		d.add("NOTE", nil, vcard.Text(note))
	}
	d.properties = append(d.properties, d.kept...)
	if len(d.properties) == 0 {
		return nil
	}
	card := vcard.Build(vcard.V30, d.properties)
	card.Line, card.Repairs = r.line, d.repairs
	return card
}

// clean returns a cell as text.
func (d *draft) clean(cell string) string {
	text, guessed := decode(cell)
	if guessed && !d.encoded {
		d.encoded = true
		d.repair(vcard.GuessedCharset, text, fallback)
	}
	return strings.TrimSpace(armed(strings.ReplaceAll(text, "\x00", "")))
}

func (d *draft) repair(why vcard.Reason, text, made string) {
	d.repairs = append(d.repairs, vcard.Repair{Line: d.line, Reason: why, Text: quoted(text), Made: quoted(made)})
}

// quoted returns as much of s as a receipt quotes.
func quoted(s string) string {
	if runes := []rune(s); len(runes) > maxQuote {
		return string(runes[:maxQuote-1]) + "…"
	}
	return s
}

func (d *draft) add(name string, params []vcard.Param, v vcard.Content) {
	if v.IsEmpty() {
		return
	}
	d.properties = append(d.properties, vcard.Property{Name: name, Params: params, Value: v})
}

// labelled adds a property with a label in its group, as Apple does and all others read (X-ABLabel).
func (d *draft) labelled(name string, params []vcard.Param, v vcard.Content, label string) {
	if label == "" || v.IsEmpty() {
		d.add(name, params, v)
		return
	}
	d.items++
	group := itemName(d.items)
	d.properties = append(d.properties,
		vcard.Property{Group: group, Name: name, Params: params, Value: v},
		vcard.Property{Group: group, Name: "X-ABLabel", Value: vcard.Text(label)})
}

// all returns what stands in the columns of a field.
func (d *draft) all(f Field) []string {
	var found []string
	for i := range d.slots {
		if s := &d.slots[i]; s.field == f && d.cells[s.value] != "" {
			found = append(found, d.cells[s.value])
		}
	}
	return found
}

// one returns what the columns of a field say together.
func (d *draft) one(f Field) string { return strings.Join(d.all(f), " ") }

// names writes N, FN and NICKNAME. A name in one column stays one, save "Roth, Jana", which says which is which.
func (d *draft) names() {
	family, given, middle := d.one(FieldFamily), d.one(FieldGiven), d.one(FieldMiddle)
	prefix, suffix, whole := d.one(FieldPrefix), d.one(FieldSuffix), d.one(FieldName)
	if last, first, ok := inverted(whole); ok && family == "" && given == "" {
		family, given, whole = last, first, ""
	}
	d.add("N", nil, vcard.Components(family, given, middle, prefix, suffix))
	if whole == "" && family+given+middle != "" {
		if salutations[plainHeader(prefix)] {
			prefix = ""
		}
		whole = joined(" ", prefix, given, middle, family, suffix)
	}
	d.add("FN", nil, vcard.Text(whole))
	if nicknames := d.all(FieldNickname); len(nicknames) > 0 {
		d.add("NICKNAME", nil, vcard.List(nicknames...))
	}
}

// salutations stand before a name without being a part of it.
var salutations = map[string]bool{"herr": true, "frau": true, "mr": true, "mrs": true, "ms": true, "miss": true}

// afterComma are words that follow a comma in a name without being a given name.
var afterComma = map[string]bool{
	"inc": true, "ltd": true, "llc": true, "co": true, "corp": true, "gmbh": true, "ag": true, "kg": true, "dr": true, "prof": true,
	"jr": true, "sr": true, "phd": true, "md": true, "mba": true, "ma": true, "ba": true, "msc": true, "bsc": true, "esq": true,
}

// inverted splits "Roth, Jana".
func inverted(name string) (family, given string, ok bool) {
	family, given, ok = strings.Cut(name, ",")
	family, given = strings.TrimSpace(family), strings.TrimSpace(given)
	if !ok || family == "" || given == "" || strings.Contains(given, ",") || afterComma[strings.ReplaceAll(plainHeader(given), " ", "")] {
		return "", "", false
	}
	return family, given, true
}

// work writes ORG, TITLE and ROLE; the n-th department belongs to the n-th organisation.
func (d *draft) work() {
	orgs, units := places(d.slots, FieldOrganisation, TypeNone), places(d.slots, FieldUnit, TypeNone)
	for i := range max(len(orgs), len(units)) {
		org, unit := d.nth(orgs, i), d.nth(units, i)
		switch {
		case unit == "":
			d.add("ORG", nil, vcard.Components(org))
		default:
			d.add("ORG", nil, vcard.Components(org, unit))
		}
	}
	for _, title := range d.all(FieldTitle) {
		d.add("TITLE", nil, vcard.Text(title))
	}
	for _, role := range d.all(FieldRole) {
		d.add("ROLE", nil, vcard.Text(role))
	}
}

func (d *draft) nth(slots []int, i int) string {
	if i >= len(slots) {
		return ""
	}
	return d.cells[d.slots[slots[i]].value]
}

func joined(separator string, parts ...string) string {
	var kept []string
	for _, part := range parts {
		if part != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, separator)
}

// itemName is a group as Apple names them.
func itemName(n int) string { return "item" + strconv.Itoa(n) }
