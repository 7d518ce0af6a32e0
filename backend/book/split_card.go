package book

import (
	"slices"

	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// wholeBeforeAndAfter returns the card of a whole before a part came to it, and after.
func wholeBeforeAndAfter(p *store.Part) (before, after *vcard.Card, err error) {
	if before, err = vcard.Parse(p.Before.Card, vcard.Options{Charset: p.Before.Charset}); err != nil {
		return nil, nil, err
	}
	after, err = vcard.Parse(p.After, vcard.Options{Charset: p.Before.Charset})
	return before, after, err
}

// note says what was written on a card since it was merged, and what was taken off.
func (s *Split) note(after, now *vcard.Card, region string) {
	gone, stayed, retyped := unalike(statementsOf(after, region), statementsOf(now, region))
	for _, pair := range retyped {
		stayed = append(stayed, pair[1])
	}
	s.Stayed, s.Gone = appendStayed(s.Stayed, stayed), appendStayed(s.Gone, gone)
}

func appendStayed(list []Stayed, statements []statement) []Stayed {
	for _, s := range statements {
		if s.aside {
			continue
		}
		v := Stayed{Field: s.field, Value: s.value}
		if s.field == FieldOther {
			v.Property = s.property
		}
		same := func(other Stayed) bool { return other.Field == v.Field && other.Value.Value == v.Value.Value }
		if !slices.ContainsFunc(list, same) {
			list = append(list, v)
		}
	}
	return list
}

// takeOut takes out of a card what a merge brought into it and that still stands there as it came, and puts back what the merge took
// out. What was written or taken off since stays so.
func takeOut(card, before, after *vcard.Card) error {
	lists := map[string][]string{}
	for _, property := range []string{"CATEGORIES", "NICKNAME"} {
		was, then := itemsOf(before, property), itemsOf(after, property)
		if !slices.Equal(was, then) {
			lists[property] = rewound(itemsOf(card, property), then, was)
		}
	}
	came, went := linesOnlyIn(after, before), linesOnlyIn(before, after)
	edit := newLineEdit(card)
	for i := range edit.at {
		if edit.at[i] < 0 {
			continue
		}
		l := &card.Lines[edit.at[i]]
		at := slices.Index(came, string(l.Source()))
		if _, list := lists[listOf(l)]; at < 0 || list {
			continue
		}
		came = slices.Delete(came, at, at+1)
		property, _ := propertyOf(l)
		for k := range before.Lines {
			was := &before.Lines[k]
			if is, _ := propertyOf(was); is != property || !slices.Contains(went, string(was.Source())) {
				continue
			}
			went = slices.DeleteFunc(went, func(source string) bool { return source == string(was.Source()) })
			edit.graft(i, was, was.Group(), was.Name())
			break
		}
		edit.line(i, card.Remove)
	}
	for k := range before.Lines {
		was := &before.Lines[k]
		if _, list := lists[listOf(was)]; list || !slices.Contains(went, string(was.Source())) {
			continue
		}
		property, aside := propertyOf(was)
		said := slices.ContainsFunc(card.Lines, func(l vcard.Line) bool {
			is, beside := propertyOf(&l)
			return is == property && !beside && !isBlank(&l)
		})
		if single[property] && !aside && said {
			continue
		}
		edit.graft(-1, was, was.Group(), was.Name())
	}
	for property, list := range lists {
		card.PutItems(property, list)
	}
	return edit.unknown
}

func listOf(l *vcard.Line) string {
	property, aside := propertyOf(l)
	if aside {
		return ""
	}
	return property
}

// linesOnlyIn returns the lines of a card, as they are written, that the other does not have, each as often as it is missing there.
func linesOnlyIn(card, other *vcard.Card) []string {
	there := sourcesOf(other)
	var only []string
	for i := range card.Lines {
		source := string(card.Lines[i].Source())
		if property, _ := propertyOf(&card.Lines[i]); passing[property] && property != "X-ABLABEL" && property != "X-ABADR" {
			continue
		}
		if at := slices.Index(there, source); at >= 0 {
			there = slices.Delete(there, at, at+1)
			continue
		}
		only = append(only, source)
	}
	return only
}

// rewound takes back what turned was into then, in a list that may have changed since.
func rewound(now, then, was []string) []string {
	var list []string
	for _, item := range now {
		if !slices.Contains(then, item) || slices.Contains(was, item) {
			list = append(list, item)
		}
	}
	for _, item := range was {
		if !slices.Contains(then, item) && !slices.Contains(list, item) {
			list = append(list, item)
		}
	}
	return list
}
