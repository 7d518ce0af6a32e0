package book

import (
	"slices"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/vcard"
)

// lineEdit changes lines of a card by the indexes that they had before the first change: a label that comes or goes moves
// the lines behind it.
type lineEdit struct {
	card    *vcard.Card
	at      []int    // where each line of the beginning stands now, -1 when it is gone
	sources []string // the lines as they stand now
	unknown error
}

func newLineEdit(c *vcard.Card) *lineEdit {
	e := &lineEdit{card: c, at: make([]int, len(c.Lines)), sources: sourcesOf(c)}
	for i := range e.at {
		e.at[i] = i
	}
	return e
}

func sourcesOf(c *vcard.Card) []string {
	sources := make([]string, len(c.Lines))
	for i := range c.Lines {
		sources[i] = string(c.Lines[i].Source())
	}
	return sources
}

// line lets f change the line that was i at the beginning, and follows the others to where they are afterwards.
func (e *lineEdit) line(i int, f func(at int)) {
	if i < 0 || i >= len(e.at) || e.at[i] < 0 {
		e.unknown = &contact.InvalidError{Field: "index", Reason: "changed-meanwhile"}
		return
	}
	touched := e.at[i]
	f(touched)
	now := sourcesOf(e.card)
	moved := moves(e.sources, now, touched)
	for k, at := range e.at {
		if at >= 0 {
			e.at[k] = moved[at]
		}
	}
	e.sources = now
}

// moves returns for each line of before where it stands in after, -1 when it is gone. Between the two, line touched has
// changed and single lines came or went. A line that reads like touched must not be taken for it.
func moves(before, after []string, touched int) []int {
	moved := make([]int, len(before))
	next := 0
	left := timesIn(after, before[touched]) < timesIn(before, before[touched])
	for k := range before {
		gone := len(after)-next < len(before)-k
		switch {
		case k == touched && left && gone:
			moved[k] = -1
			continue
		case k == touched && left:
		case next < len(after) && after[next] == before[k]:
		case next+1 < len(after) && after[next+1] == before[k] && len(after) > len(before):
			next++
		case k == touched && !gone:
		default:
			moved[k] = -1
			continue
		}
		moved[k] = next
		next++
	}
	return moved
}

func timesIn(lines []string, line string) (n int) {
	for _, l := range lines {
		if l == line {
			n++
		}
	}
	return n
}

// keyed calls for every line: changed for those in both, appended for new ones, and gone for those that only before has.
func keyed[T any](e *lineEdit, before, after []T, index func(T) int, changed func(was, is T), appended, gone func(T)) {
	was := map[int]T{}
	for _, v := range before {
		was[index(v)] = v
	}
	for _, v := range after {
		i := index(v)
		if i < 0 {
			appended(v)
			continue
		}
		old, ok := was[i]
		if !ok {
			e.unknown = &contact.InvalidError{Field: "index", Reason: "changed-meanwhile"}
			continue
		}
		delete(was, i)
		changed(old, v)
	}
	for _, v := range before {
		if left, ok := was[index(v)]; ok {
			gone(left)
		}
	}
}

func (e *lineEdit) values(property string, before, after []contact.Value) {
	keyed(e, before, after, func(v contact.Value) int { return v.Index }, func(was, is contact.Value) {
		if was.Value != is.Value {
			e.line(is.Index, func(at int) { e.card.Set(at, contentOf(property, is)) })
		}
		e.dress(is.Index, was.Types, is.Types, was.Label, is.Label, is.Preferred != was.Preferred, is.Preferred)
	}, func(v contact.Value) {
		e.add(property, contentOf(property, v), v.Label, typesOf(v.Types, v.Preferred)...)
	}, func(v contact.Value) { e.line(v.Index, e.card.Remove) })
}

// dress changes what stands around a value: its types and the label the person gave it.
func (e *lineEdit) dress(i int, wasTypes, types []string, wasLabel, label string, preference, preferred bool) {
	if !slices.Equal(wasTypes, types) || preference {
		e.line(i, func(at int) { e.card.SetTypes(at, typesOf(types, preferred)...) })
	}
	if wasLabel != label {
		e.line(i, func(at int) { e.card.SetLabel(at, label) })
	}
}

// add adds a line at the end, where it moves no other.
func (e *lineEdit) add(property string, content vcard.Content, label string, types ...string) {
	i := e.card.Add(property, content, types...)
	if label != "" {
		e.card.SetLabel(i, label)
	}
	e.sources = sourcesOf(e.card)
}

// graft puts a line of another card before the line that was i at the beginning, or at the end for an i below 0.
func (e *lineEdit) graft(i int, l *vcard.Line, group, name string) {
	if i >= 0 {
		e.line(i, func(at int) { e.card.Graft(at, l, group, name) })
		return
	}
	e.card.Graft(len(e.card.Lines), l, group, name)
	e.sources = sourcesOf(e.card)
}

func typesOf(types []string, preferred bool) []string {
	list := slices.DeleteFunc(slices.Clone(types), func(t string) bool { return t == "" || strings.EqualFold(t, "pref") })
	if preferred {
		list = append(list, "pref")
	}
	return list
}

func contentOf(property string, v contact.Value) vcard.Content {
	value := strings.TrimSpace(v.Value)
	switch property {
	case "URL":
		return vcard.URI(value)
	case "IMPP":
		if v.Kind != "" && !strings.Contains(value, ":") {
			value = v.Kind + ":" + value
		}
		return vcard.URI(value)
	}
	return vcard.Text(value)
}

func (e *lineEdit) addresses(before, after []contact.Address) {
	content := func(a contact.Address) vcard.Content {
		return vcard.Components(a.POBox, a.Extended, a.Street, a.City, a.Region, a.PostalCode, a.Country)
	}
	keyed(e, before, after, func(a contact.Address) int { return a.Index }, func(was, is contact.Address) {
		if where(was) != where(is) {
			e.line(is.Index, func(at int) { e.card.Set(at, content(is)) })
		}
		e.dress(is.Index, was.Types, is.Types, was.Label, is.Label, false, slices.Contains(is.Types, "pref"))
	}, func(a contact.Address) {
		e.add("ADR", content(a), a.Label, a.Types...)
	}, func(a contact.Address) { e.line(a.Index, e.card.Remove) })
}

func where(a contact.Address) [7]string {
	return [7]string{a.POBox, a.Extended, a.Street, a.City, a.Region, a.PostalCode, a.Country}
}

func (e *lineEdit) dates(before, after []contact.Date) {
	keyed(e, before, after, func(d contact.Date) int { return d.Index }, func(was, is contact.Date) {
		if was.Year != is.Year || was.Month != is.Month || was.Day != is.Day || was.Text != is.Text {
			e.line(is.Index, func(at int) { e.card.Set(at, dayOf(is)) })
		}
		if was.Label != is.Label {
			e.line(is.Index, func(at int) { e.card.SetLabel(at, is.Label) })
		}
	}, func(d contact.Date) {
		e.add(dateProperty(d.Kind), dayOf(d), d.Label)
	}, func(d contact.Date) { e.line(d.Index, e.card.Remove) })
}

func dayOf(d contact.Date) vcard.Content {
	if d.Year == 0 && d.Month == 0 && d.Day == 0 {
		return vcard.Text(d.Text)
	}
	return vcard.Day(d.Year, d.Month, d.Day)
}

func dateProperty(kind string) string {
	switch kind {
	case contact.Birthday:
		return "BDAY"
	case contact.Anniversary:
		return "ANNIVERSARY"
	}
	return "X-ABDATE"
}

// notes pairs the notes of a draft, which carry no index, with the lines in their order.
func (e *lineEdit) notes(before, after []string) {
	if slices.Equal(before, after) {
		return
	}
	var lines []int // of the beginning
	for i, at := range e.at {
		if at < 0 {
			continue
		}
		if l := &e.card.Lines[at]; l.Is("NOTE") && l.Text() != "" {
			lines = append(lines, i)
		}
	}
	for k, text := range after {
		if k >= len(lines) {
			e.add("NOTE", vcard.Text(text), "")
			continue
		}
		e.line(lines[k], func(at int) {
			if e.card.Lines[at].Text() != text {
				e.card.Set(at, vcard.Text(text))
			}
		})
	}
	for k := len(after); k < len(lines); k++ {
		e.line(lines[k], e.card.Remove)
	}
}
