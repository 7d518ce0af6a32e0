package guestlist

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// guess decides what the columns are: what their header says, else what most of their cells look like. model are the columns of
// a commoner shape with the same separator, nil for none.
func (s *shape) guess(model []Field) {
	s.fields = make([]Field, s.columns)
	if s.separator == None {
		s.fields[0] = FieldName
		return
	}
	for i := range s.fields {
		if i < len(s.header) {
			if f, ok := called(s.header[i]); ok {
				s.fields[i] = f
				continue
			}
		}
		s.fields[i] = s.looks[i].plainly()
	}
	if !slices.ContainsFunc(s.fields, isNameField) {
		s.names(model)
	}
	// A table that has both parts of a name has the whole beside them only to be read.
	if slices.Contains(s.fields, FieldGiven) && slices.Contains(s.fields, FieldFamily) {
		for i, f := range s.fields {
			if f == FieldName {
				s.fields[i] = FieldSkip
			}
		}
	}
	s.familyBeside()
	s.rest()
}

// plainly returns what a column is that looks like nothing else; "" for words.
func (l *looks) plainly() Field {
	most := func(n int) bool { return l.filled > 0 && 5*n >= 3*l.filled }
	switch {
	case l.filled == 0:
		return FieldSkip
	case most(l.number):
		return FieldSkip
	case most(l.mail):
		return FieldMail
	case most(l.phone):
		return FieldPhone
	case most(l.prefix):
		return FieldPrefix
	}
	return ""
}

// familyBeside takes the one column of names beside one of given names for the family names, as German tables have them under
// "Name", where it does not say the given names itself.
func (s *shape) familyBeside() {
	name, given := slices.Index(s.fields, FieldName), slices.Index(s.fields, FieldGiven)
	if name < 0 || given < 0 || slices.Contains(s.fields, FieldFamily) || slices.Contains(s.fields[name+1:], FieldName) {
		return
	}
	said, apart := 0, 0
	for _, e := range s.entries {
		if e.why != "" || max(name, given) >= len(e.cells) || e.cells[name] == "" || e.cells[given] == "" {
			continue
		}
		if saysGiven(e.cells[name], e.cells[given]) {
			said++
		} else {
			apart++
		}
	}
	if said <= apart {
		s.fields[name] = FieldFamily
	}
}

// saysGiven tells whether a whole name says the given name among other words: "Eva Schmidt" says "Eva", "Peters" not "Peter".
func saysGiven(whole, given string) bool {
	apart := func(text string) []string {
		return strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '-' })
	}
	words, part := apart(whole), apart(given)
	for i, word := range words {
		words[i] = plain(word)
	}
	return len(words) > len(part) && allOf(part, func(w string) bool { return slices.Contains(words, plain(w)) })
}

func isNameField(f Field) bool { return f == FieldName || f == FieldGiven || f == FieldFamily }

// names finds the columns of names.
func (s *shape) names(model []Field) {
	open := s.open()
	if len(open) == 0 {
		return
	}
	if len(model) > 1 {
		if i := open[0]; i < len(model) && isNameField(model[i]) {
			s.fields[i] = model[i]
			if j := i + 1; j < min(len(model), len(s.fields)) && isNameField(model[j]) && s.fields[j] == "" {
				s.fields[j] = model[j]
			}
			return
		}
	}
	for n := 0; n+1 < len(open) && n < 3; n++ {
		a, b := open[n], open[n+1]
		if first, second, ok := apart(&s.looks[a], &s.looks[b]); ok && b == a+1 {
			s.fields[a], s.fields[b] = first, second
			return
		}
	}
	// Two names a line come from a page in two columns.
	if s.separator == Spaces || s.separator == Tab {
		var whole []int
		for _, i := range open {
			if l := &s.looks[i]; 5*l.whole >= 4*l.filled && 5*(l.given+l.short) >= 2*l.filled && !l.repeats() {
				whole = append(whole, i)
			}
		}
		if len(whole) > 1 && len(whole) == len(open) {
			for _, i := range whole {
				s.fields[i] = FieldName
			}
			return
		}
	}
	best := open[0]
	for _, i := range open[1:] {
		// Guest lists begin with the name; another column has to be much more like one.
		if s.looks[i].likeness() > s.looks[best].likeness()+0.4 {
			best = i
		}
	}
	s.fields[best] = FieldName
}

// likeness is how much of a column looks like names.
func (l *looks) likeness() float64 {
	value := float64(l.whole) + 0.5*float64(l.single) + 0.5*float64(l.short) - 0.5*float64(l.organisation) - 0.5*float64(l.role)
	if l.repeats() {
		value -= 0.5 * float64(l.filled)
	}
	return value / float64(max(l.filled, 1))
}

// repeats tells whether the same values come again and again, as companies do and names do not.
func (l *looks) repeats() bool { return l.filled > 5 && 4*len(l.values) < 3*l.filled }

// apart tells whether two columns are the two halves of names.
func apart(a, b *looks) (first, second Field, ok bool) {
	half := func(l *looks) bool { return 2*(l.single+l.given) > l.filled && 5*l.organisation < l.filled }
	words := func(l *looks) int { return l.filled - l.whole }
	switch {
	case half(a) && half(b) && b.given > a.given && 5*b.given >= 2*b.filled && 2*words(a) >= a.filled:
		return FieldFamily, FieldGiven, true
	case half(a) && half(b) && a.given > b.given && 5*a.given >= 2*a.filled && 2*words(b) >= b.filled:
		return FieldGiven, FieldFamily, true
	}
	return "", "", false
}

// open returns the columns that are not decided yet.
func (s *shape) open() []int {
	var open []int
	for i, f := range s.fields {
		if f == "" {
			open = append(open, i)
		}
	}
	return open
}

// rest decides on organisation and role, and leaves the others for the note.
func (s *shape) rest() {
	open := s.open()
	lean := func(i int) float64 {
		l := &s.looks[i]
		value := float64(l.role - l.organisation)
		if l.repeats() && 4*l.role < l.filled {
			value -= 0.3 * float64(l.filled)
		}
		return value / float64(max(l.filled, 1))
	}
	hasOrganisation, hasRole := slices.Contains(s.fields, FieldOrganisation), slices.Contains(s.fields, FieldRole)
	for !hasRole && len(open) > 0 {
		at := slices.MaxFunc(open, func(a, b int) int { return cmp.Compare(lean(a), lean(b)) })
		if lean(at) <= 0.2 {
			break
		}
		s.fields[at], hasRole = FieldRole, true
		open = s.open()
	}
	if !hasOrganisation && len(open) > 0 {
		at := slices.MinFunc(open, func(a, b int) int { return cmp.Compare(lean(a), lean(b)) })
		s.fields[at] = FieldOrganisation
	}
	for _, i := range s.open() {
		s.fields[i] = FieldNote
	}
}
