package book

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// merge brings what another card says otherwise into somebody's card, as it was chosen. Unless chosen otherwise, nothing of
// either is lost. hashes are the pictures that were taken out of the other card.
func (w *work) merge(ctx context.Context, id contact.ID, other *vcard.Card, hashes []store.Hash, choices chosen) error {
	row, card, err := w.card(ctx, id)
	if err != nil {
		return err
	}
	changed, err := merge(compare(card, other, w.index.region), choices)
	if err != nil {
		return err
	}
	if !changed {
		return w.tx.Lean(ctx, id)
	}
	row.Photos = append(row.Photos, hashes...)
	return w.replace(ctx, row, card)
}

// single are the properties of which a card can have one.
var single = map[string]bool{
	"FN": true, "N": true, "BDAY": true, "ANNIVERSARY": true, "GENDER": true, "KIND": true, "SORT-STRING": true,
	"X-ABSHOWAS": true, "CLASS": true, "MAILER": true,
}

// otherName precedes the name of a property that lost its place in a merge.
const otherName = "X-KAFFEERUNDE-OTHER-"

// secondName is what a second name of a card is called once that is converted, since no version can have two.
const secondName = "X-N"

// merging changes the card of the book. Lines that no choice is about stay as they are.
type merging struct {
	*comparison
	edit   *lineEdit
	has    map[string]bool     // properties with which the card of the book says something
	groups map[string]string   // what the groups of the other card are called here
	used   map[string]bool     // groups of the card of the book
	lists  map[string][]string // items of the lists that change
	done   int                 // differences that change something
}

// merge does as was chosen about each difference and reports whether the card of the book changed.
func merge(c *comparison, choices chosen) (bool, error) {
	m := &merging{
		comparison: c, edit: newLineEdit(c.mine), has: map[string]bool{}, groups: map[string]string{}, used: map[string]bool{},
		lists: map[string][]string{},
	}
	for i := range c.mine.Lines {
		l := &c.mine.Lines[i]
		m.used[strings.ToLower(l.Group())] = true
		if property, aside := propertyOf(l); len(l.Raw()) > 0 && !aside {
			m.has[property] = true
		}
	}
	m.meet()
	for i := range c.differences {
		d := &c.differences[i]
		switch choice := choices.of(d); {
		case d.Field == FieldTags || d.Field == FieldNickname:
			m.items(d, choice)
		case choice == ChoiceTheirs:
			m.takeTheirs(d)
		case choice == ChoiceBoth:
			m.keepBoth(d)
		}
	}
	for _, property := range []string{"CATEGORIES", "NICKNAME"} {
		if list, ok := m.lists[property]; ok {
			c.mine.PutItems(property, list)
		}
	}
	return m.done > 0, m.edit.unknown
}

// yearsBeside are what stands beside an organisation or a topic in its group and says more of it.
var yearsBeside = map[string]bool{besideSince: true, besideUntil: true}

// meet lets what stands beside a line of the file that the book says as well, the years of an organisation or since when
// somebody has a topic, stand beside that line of the book: alone in a group it would speak of nothing.
func (m *merging) meet() {
	here := statementsOf(m.mine, m.region)
	for _, t := range statementsOf(m.theirs, m.region) {
		group := strings.ToLower(m.theirs.Lines[t.line].Group())
		if group == "" || t.beside != nil || t.item != "" || yearsBeside[t.property] || !m.bringsBeside(group) {
			continue
		}
		at := slices.IndexFunc(here, func(s statement) bool { return s.says(&t) && !s.aside })
		if at < 0 {
			continue
		}
		m.edit.line(here[at].line, func(line int) { m.groups[group] = m.mine.Regroup(line) })
		m.used[strings.ToLower(m.groups[group])] = true
	}
}

// bringsBeside reports whether the file says more in a group than the book does.
func (m *merging) bringsBeside(group string) bool {
	return slices.ContainsFunc(m.differences, func(d Difference) bool {
		return slices.ContainsFunc(d.theirs, func(t statement) bool {
			return yearsBeside[t.property] && strings.EqualFold(m.theirs.Lines[t.line].Group(), group)
		})
	})
}

// saidBeside reports whether the book says such a thing in the group that a line of the file comes into.
func (m *merging) saidBeside(t statement) bool {
	group := m.groups[strings.ToLower(m.theirs.Lines[t.line].Group())]
	return yearsBeside[t.property] && group != "" && slices.ContainsFunc(m.mine.Lines, func(l vcard.Line) bool {
		return l.Is(t.property) && strings.EqualFold(l.Group(), group)
	})
}

// takeTheirs puts what the file says in the place of what the book says.
func (m *merging) takeTheirs(d *Difference) {
	m.done++
	for _, t := range d.theirs {
		place := m.blank(t.property)
		if at := slices.IndexFunc(d.mine, func(s statement) bool { return s.property == t.property }); at >= 0 {
			place = d.mine[at].line
		}
		prefix := ""
		if t.property == "N" && place < 0 && m.has["N"] && !t.aside {
			prefix = otherName // No version can have two.
		}
		m.graft(t, place, prefix)
	}
	for _, s := range d.mine {
		for _, beside := range s.beside {
			m.edit.line(beside, m.mine.Remove)
		}
		m.edit.line(s.line, m.mine.Remove)
	}
}

// blank returns the line of a property that says nothing, as versions before 4.0 demand it of names; -1 without one.
func (m *merging) blank(property string) int {
	if !single[property] {
		return -1
	}
	return slices.IndexFunc(m.edit.at, func(at int) bool {
		if at < 0 || !isBlank(&m.mine.Lines[at]) {
			return false
		}
		is, aside := propertyOf(&m.mine.Lines[at])
		return is == property && !aside
	})
}

// keepBoth adds what the file says to what the book says. Where one value only can stand, that of the file is kept beside it.
func (m *merging) keepBoth(d *Difference) {
	m.done++
	for _, t := range d.theirs {
		prefix := ""
		if (single[t.property] && m.has[t.property] || m.saidBeside(t)) && !t.aside {
			prefix = otherName
		}
		m.graft(t, -1, prefix)
	}
}

// items takes items out of a list or puts some in.
func (m *merging) items(d *Difference, choice Choice) {
	if choice != ChoiceTheirs {
		return
	}
	m.done++
	property := append(slices.Clone(d.mine), d.theirs...)[0].property
	list, ok := m.lists[property]
	if !ok {
		list = itemsOf(m.mine, property)
	}
	for _, s := range d.mine {
		list = slices.DeleteFunc(list, func(item string) bool { return item == s.item })
	}
	for _, t := range d.theirs {
		list = append(list, t.item)
	}
	m.lists[property] = list
}

func itemsOf(c *vcard.Card, property string) []string {
	var all []string
	for i := range c.Lines {
		if l := &c.Lines[i]; l.Is(property) {
			for _, item := range l.List() {
				all = append(all, strings.TrimSpace(item))
			}
		}
	}
	return all
}

// graft puts a line of the file before a line of the book, or at the end, with what stands beside it in its group. A line of
// the book that says nothing gives way to it. prefix goes before the name of its property.
func (m *merging) graft(t statement, place int, prefix string) {
	l := &m.theirs.Lines[t.line]
	group := l.Group()
	known := group == "" || m.groups[strings.ToLower(group)] != ""
	m.edit.graft(place, l, m.group(group), prefix+l.Name())
	if place >= 0 && m.edit.at[place] >= 0 && isBlank(&m.mine.Lines[m.edit.at[place]]) {
		m.edit.line(place, m.mine.Remove)
	}
	for _, beside := range t.beside {
		line := &m.theirs.Lines[beside]
		m.edit.graft(-1, line, m.group(group), line.Name())
	}
	if known {
		return
	}
	for i := range m.theirs.Lines {
		if beside := &m.theirs.Lines[i]; strings.EqualFold(beside.Group(), group) && (beside.Is("X-ABLABEL") || beside.Is("X-ABADR")) {
			m.edit.graft(-1, beside, m.group(group), beside.Name())
		}
	}
}

// group returns what a group of the file is called in the card of the book, a name that is free there.
func (m *merging) group(name string) string {
	if name == "" {
		return ""
	}
	key := strings.ToLower(name)
	if m.groups[key] == "" {
		for n := 1; m.used[strings.ToLower(name)]; n++ {
			name = "item" + strconv.Itoa(n)
		}
		m.used[strings.ToLower(name)] = true
		m.groups[key] = name
	}
	return m.groups[key]
}

func isBlank(l *vcard.Line) bool { return strings.Trim(l.Text(), "; ") == "" }
