package book

import (
	"slices"
	"strings"
	"unicode"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/match"
	"kaffeerunde/backend/vcard"
)

// MergeChoice says otherwise than the proposal what becomes of one row of a merge, by its Key: whose value stands where one can,
// or that a value goes.
type MergeChoice struct {
	Key    string
	Person contact.ID
	Drop   bool
}

// MergeRow is one thing that the people of a merge say. Values has what each of them says of it, nothing where they say nothing.
// Of a row that is Single one value can stand, that of Lead, and Lead is a proposal; of all others each stays unless it is dropped.
type MergeRow struct {
	Key      string
	Field    Field
	Property string // the name of the property for FieldOther, else ""
	Values   [][]DifferenceValue
	Single   bool
	Lead     contact.ID
}

// mergeChoices is what becomes of all rows.
type mergeChoices struct {
	lead    map[string]contact.ID // by the key of a row
	dropped map[string]bool
	aside   []string // names that gave way to better ones
}

// choose proposes what becomes of a merge, and puts in its place what was chosen.
func choose(sides []mergeSide, region string, choices []MergeChoice) (*mergeChoices, error) {
	c := &mergeChoices{lead: map[string]contact.ID{}, dropped: map[string]bool{}}
	for _, row := range mergeRows(sides, region) {
		if row.Single {
			c.lead[row.Key] = row.Lead
		}
		at := slices.IndexFunc(choices, func(m MergeChoice) bool { return m.Key == row.Key })
		switch {
		case at < 0:
		case !row.Single:
			c.dropped[row.Key] = choices[at].Drop
		case slices.ContainsFunc(sides, func(s mergeSide) bool { return s.row.ID == choices[at].Person }):
			c.lead[row.Key] = choices[at].Person
		default:
			return nil, &contact.InvalidError{Field: "choice", Reason: "unknown"}
		}
	}
	return c, nil
}

// mergeRows lays out what people say, field by field. What is single comes first of its field.
func mergeRows(sides []mergeSide, region string) []MergeRow {
	var rows []MergeRow
	at := map[string]int{}
	for i := range sides {
		var told []inRow
		converted, _ := sides[i].card.Convert(sides[0].card.Dialect())
		for _, s := range statementsOf(converted, region) {
			if s.aside {
				continue
			}
			key, one := rowKey(&s)
			k, ok := at[key]
			if !ok {
				k = len(rows)
				at[key] = k
				row := MergeRow{Key: key, Field: s.field, Values: make([][]DifferenceValue, len(sides)), Single: one, Lead: sides[i].row.ID}
				if s.field == FieldOther {
					row.Property = s.property
				}
				rows = append(rows, row)
			}
			told = append(told, inRow{k, s})
		}
		for k := range rows {
			rows[k].Values[i] = valuesToShow(ofRow(told, k))
		}
	}
	for i := range rows {
		propose(&rows[i], sides)
	}
	order := Fields()
	slices.SortStableFunc(rows, func(a, b MergeRow) int { return slices.Index(order, a.Field) - slices.Index(order, b.Field) })
	return rows
}

// inRow is a statement with the row that it stands in.
type inRow struct {
	row int
	statement
}

func ofRow(told []inRow, row int) []statement {
	var list []statement
	for _, t := range told {
		if t.row == row {
			list = append(list, t.statement)
		}
	}
	return list
}

// nameRow is the key of the row of names.
const nameRow = "name"

// rowKey says to which row a statement belongs, and whether one value of that can stand.
func rowKey(s *statement) (key string, one bool) {
	switch {
	case s.field == FieldName:
		return nameRow, true
	case s.field == FieldPhoto, single[s.property]:
		return "one\x1e" + s.property, true
	}
	return s.property + "\x1e" + s.meaning, false
}

// propose says whose value stands where one can: the better-formed name, the larger picture, the birthday with its year; else that
// of the first who has one.
func propose(row *MergeRow, sides []mergeSide) {
	if !row.Single {
		return
	}
	best := -1
	for i := range sides {
		if len(row.Values[i]) == 0 {
			continue
		}
		value := 0
		switch row.Field {
		case FieldName:
			value = formed(sides[i].card)
		case FieldPhoto:
			value = sides[i].photo
		case FieldBirthday:
			for _, v := range row.Values[i] {
				value = min(v.Year, 1)
			}
		}
		if value > best {
			best, row.Lead = value, sides[i].row.ID
		}
	}
}

// formed says how well a name is formed: with its parts, in capitals and small letters, with accents, not cut off or short.
func formed(c *vcard.Card) int {
	name := shownName(c)
	value := 0
	for _, n := range c.Names() {
		if n.FamilyName != "" && n.GivenName != "" {
			value = 40
		}
	}
	words := strings.Fields(name)
	if len(words) > 1 {
		value += 20
	}
	if strings.ContainsFunc(name, unicode.IsUpper) && strings.ContainsFunc(name, unicode.IsLower) || !strings.ContainsFunc(name, cased) {
		value += 20
	}
	if strings.ContainsFunc(name, unicode.IsDigit) || strings.ContainsAny(name, "@/_*") {
		value -= 30
	}
	for _, word := range words {
		if letters := strings.Trim(word, "."); len([]rune(letters)) == 1 {
			value -= 8
		} else {
			value += min(len([]rune(letters)), 8) / 2
		}
	}
	if match.Fold(name) != strings.ToLower(name) {
		value += 4
	}
	return value
}

func cased(r rune) bool { return unicode.IsUpper(r) || unicode.IsLower(r) }

// between says what becomes of each difference between two cards of a merge.
func (c *mergeChoices) between(mine *vcard.Card, other *mergeSide, region string) chosen {
	made := chosen{each: map[string]Choice{}}
	list := compare(mine, other.card, region).differences
	for i := range list {
		d := &list[i]
		first := append(slices.Clone(d.mine), d.theirs...)[0]
		key, one := rowKey(&first)
		if !one || len(d.theirs) == 0 {
			continue
		}
		switch {
		case c.lead[key] == other.row.ID && len(d.mine) > 0:
			made.each[d.key] = ChoiceTheirs
			if name := shownName(mine); key == nameRow && match.Fold(name) != match.Fold(shownName(other.card)) && !slices.Contains(c.aside, name) {
				c.aside = append(c.aside, name)
			}
		case d.Field == FieldPhoto && len(d.mine) > 0:
			made.each[d.key] = ChoiceMine
		}
	}
	return made
}

// finish keeps names that gave way beside the one that stands, and takes out of a card what was dropped.
func (c *mergeChoices) finish(card *vcard.Card, region string) {
	for _, name := range c.aside {
		card.Add(otherName+"FN", vcard.Text(name))
	}
	c.aside = nil
	for c.dropOne(card, region) {
	}
}

// dropOne takes the first thing out of a card that was dropped, and reports whether there was one.
func (c *mergeChoices) dropOne(card *vcard.Card, region string) bool {
	for _, s := range statementsOf(card, region) {
		key, one := rowKey(&s)
		switch {
		case one || s.aside || !c.dropped[key]:
			continue
		case s.item != "":
			card.PutItems(s.property, slices.DeleteFunc(itemsOf(card, s.property), func(item string) bool { return item == s.item }))
		case s.field == FieldRelated:
			unstate(card, s.line)
		default:
			card.Remove(s.line)
		}
		return true
	}
	return false
}

// drops tells whether an item of a list goes.
func (c *mergeChoices) drops(property, item string) bool { return c.dropped[property+"\x1e"+item] }
