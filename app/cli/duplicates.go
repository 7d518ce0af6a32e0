package cli

import (
	"context"
	"strconv"
	"strings"

	"kaffeerunde/backend/book"
	"kaffeerunde/backend/contact"
)

// duplicatesVerb lists who may be in the book more than once.
type duplicatesVerb struct {
	JSON bool `name:"json"`
}

// mergeVerb makes one person of several.
type mergeVerb struct {
	Keep  string   `arg:"" name:"keep"`
	Other []string `arg:"" name:"others"`
}

// splitVerb gives back who became a part of somebody.
type splitVerb struct {
	Person string `arg:"" name:"person"`
}

// distinctVerb notes that two are not the same.
type distinctVerb struct {
	Person string `arg:"" name:"person"`
	Other  string `arg:"" name:"whom"`
}

// duplicateAnswer is a group of possible duplicates as scripts read it. Reasons are sentences in the person's language.
type duplicateAnswer struct {
	Sure    bool         `json:"sure"`
	People  []contact.ID `json:"people"`
	Reasons []string     `json:"reasons"`
}

// Run lists the groups: sure ones first, those put off last.
func (v *duplicatesVerb) Run(ctx context.Context, s *session) error {
	b, err := s.bookToAsk(ctx)
	if err != nil {
		return err
	}
	groups, err := allDuplicates(ctx, b)
	if err != nil {
		return err
	}
	if v.JSON {
		answers := make([]duplicateAnswer, 0, len(groups))
		for _, g := range groups {
			answer := duplicateAnswer{Sure: g.Sure, People: make([]contact.ID, 0, len(g.People)), Reasons: s.why(g)}
			for _, p := range g.People {
				answer.People = append(answer.People, p.ID)
			}
			answers = append(answers, answer)
		}
		return s.json(answers)
	}
	if len(groups) == 0 {
		s.note("cli.duplicates.none")
		return nil
	}
	rows := make([][]string, 0, len(groups))
	for _, g := range groups {
		ids, names := make([]string, len(g.People)), make([]string, len(g.People))
		for i, p := range g.People {
			ids[i], names[i] = strconv.FormatInt(int64(p.ID), 10), s.called(p.Name)
		}
		how := "cli.duplicates.perhaps"
		switch {
		case g.Later:
			how = "cli.duplicates.later"
		case g.Sure:
			how = "cli.duplicates.sure"
		}
		rows = append(rows, []string{s.T(how), strings.Join(ids, " "), strings.Join(names, ", "), strings.Join(s.why(g), "; ")})
	}
	s.table(s.headings("sure", "ids", "name", "why"), rows)
	return nil
}

// allDuplicates reads the groups page by page.
func allDuplicates(ctx context.Context, b *book.Book) ([]book.Duplicate, error) {
	const page = 500
	var all []book.Duplicate
	for {
		d, err := b.Duplicates(ctx, len(all), page)
		if err != nil {
			return nil, err
		}
		all = append(all, d.Items...)
		if len(d.Items) == 0 || len(all) >= d.Total {
			return all, nil
		}
	}
}

func (t *terminal) why(g book.Duplicate) []string {
	list := make([]string, len(g.Reasons))
	for i, reason := range g.Reasons {
		list[i] = t.fault("reason."+reason.Code, reason.Args)
	}
	return list
}

// Run merges the others into the first, as it is proposed.
func (v *mergeVerb) Run(ctx context.Context, s *session) error {
	b, err := s.bookThere(ctx)
	if err != nil {
		return err
	}
	_, ids, err := findPeople(ctx, b, append([]string{v.Keep}, v.Other...)...)
	if err != nil {
		return err
	}
	_, c, err := b.Merge(ctx, ids, nil)
	if err != nil {
		return err
	}
	s.done(c)
	return nil
}

// Run splits somebody, says who is back and what was written since.
func (v *splitVerb) Run(ctx context.Context, s *session) error {
	b, err := s.bookThere(ctx)
	if err != nil {
		return err
	}
	people, ids, err := findPeople(ctx, b, v.Person)
	if err != nil {
		return err
	}
	split, err := b.Split(ctx, ids[0])
	if err != nil {
		return orMissing(err, "cli.error.no-parts", s.called(people[0].Name))
	}
	s.done(split.Change)
	for _, p := range split.Back {
		s.say("cli.split.back", "id", p.ID, "name", s.called(p.Name))
	}
	for _, stayed := range split.Stayed {
		s.say("cli.split.stayed", "name", s.called(split.Name), "field", s.stayed(stayed), "value", stayed.Value.Value)
	}
	for _, gone := range split.Gone {
		s.say("cli.split.gone", "name", s.called(split.Name), "field", s.stayed(gone), "value", gone.Value.Value)
	}
	return nil
}

// stayed is what a value is.
func (t *terminal) stayed(v book.Stayed) string {
	if v.Field == book.FieldOther {
		return v.Property
	}
	return t.T("difference." + string(v.Field))
}

// Run notes that the two are two.
func (v *distinctVerb) Run(ctx context.Context, s *session) error {
	b, ids, err := s.pair(ctx, v.Person, v.Other)
	if err != nil {
		return err
	}
	c, err := b.Distinct(ctx, ids)
	if err != nil {
		return err
	}
	s.done(c)
	return nil
}
