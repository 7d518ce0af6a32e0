package cli

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"kaffeerunde/backend/book"
	"kaffeerunde/backend/contact"
)

// tagVerbs put tags on people, take them off, and list them.
type tagVerbs struct {
	Add    tagAddVerb    `cmd:""`
	Remove tagRemoveVerb `cmd:""`
	List   tagListVerb   `cmd:""`
}

type tagAddVerb struct {
	Tag    string   `arg:"" name:"tag"`
	Person []string `arg:"" name:"person"`
}

type tagRemoveVerb struct {
	Tag    string   `arg:"" name:"tag"`
	Person []string `arg:"" name:"person"`
}

type tagListVerb struct {
	JSON bool `name:"json"`
}

// Run puts the tag on all people of the line, or on none when one of them is not found.
func (v *tagAddVerb) Run(ctx context.Context, s *session) error {
	b, err := s.book(ctx)
	if err != nil {
		return err
	}
	return s.tagging(ctx, b, v.Person, func(ids []contact.ID) (book.Change, error) { return b.Tag(ctx, v.Tag, ids) })
}

// Run takes the tag off all people of the line, or off none when one of them is not found.
func (v *tagRemoveVerb) Run(ctx context.Context, s *session) error {
	b, err := s.bookThere(ctx)
	if err != nil {
		return err
	}
	if err := noSuchTag(ctx, b, []string{v.Tag}); err != nil {
		return err
	}
	return s.tagging(ctx, b, v.Person, func(ids []contact.ID) (book.Change, error) { return b.Untag(ctx, v.Tag, ids) })
}

// tagging changes the tags of the people of the line and says who they are: a short reference may have meant somebody else.
func (s *session) tagging(ctx context.Context, b *book.Book, refs []string, change func([]contact.ID) (book.Change, error)) error {
	people, ids, err := findPeople(ctx, b, refs...)
	if err != nil {
		return err
	}
	c, err := change(ids)
	if err != nil {
		return err
	}
	if c.Operation == 0 {
		s.say("cli.unchanged")
		return nil
	}
	s.say("cli.done.whom", "what", s.operation(c.Kind, c.Name, c.Count), "who", s.changed(people, c))
	return nil
}

// findPeople finds the people of a command line, each once.
func findPeople(ctx context.Context, b *book.Book, refs ...string) ([]contact.Person, []contact.ID, error) {
	people := make([]contact.Person, 0, len(refs))
	ids := make([]contact.ID, 0, len(refs))
	for _, ref := range refs {
		p, err := b.FindPerson(ctx, ref)
		if err != nil {
			return nil, nil, orNobody(err, ref)
		}
		if !slices.Contains(ids, p.ID) {
			people, ids = append(people, p), append(ids, p.ID)
		}
	}
	return people, ids, nil
}

// mostNamed is how many people are told by name.
const mostNamed = 10

// changed is who among people had the tag put on or taken off: who wore it before the one and did not before the other was as
// they are already.
func (s *session) changed(people []contact.Person, c book.Change) string {
	var names []string
	for _, p := range people {
		if slices.Contains(p.Tags, c.Name) == (c.Kind == book.KindUntag) {
			names = append(names, s.called(p.Name))
		}
	}
	return s.first(names)
}

// first is the names in a row, of many the first.
func (s *session) first(names []string) string {
	if more := len(names) - mostNamed; more > 0 {
		names = append(names[:mostNamed], s.T("cli.error.ambiguous.more", "n", more))
	}
	return strings.Join(names, ", ")
}

// noSuchTag returns a missingError with the nearest name where one of the tags is in no list of tags.
func noSuchTag(ctx context.Context, b *book.Book, tags []string) error {
	if len(tags) == 0 {
		return nil
	}
	known, err := b.Tags(ctx)
	if err != nil {
		return err
	}
	names := make([]string, len(known))
	for i, tag := range known {
		names[i] = tag.Name
	}
	for _, tag := range tags {
		if !slices.Contains(names, tag) {
			return &missingError{key: "cli.error.no-tag", ref: tag, near: nearest(tag, names)}
		}
	}
	return nil
}

// operation is what was done, in words.
func (t *terminal) operation(kind book.Kind, name string, count int) string {
	return t.T("operation."+string(kind), "n", count, "name", t.called(name))
}

// done says what a change did, or that it did nothing.
func (s *session) done(c book.Change) {
	if c.Operation == 0 {
		s.say("cli.unchanged")
		return
	}
	s.printf("%s\n", s.operation(c.Kind, c.Name, c.Count))
}

// tagAnswer is a tag as scripts read it.
type tagAnswer struct {
	Name   string `json:"name"`
	Colour string `json:"colour"`
	Count  int    `json:"count"`
}

// Run lists the tags by name.
func (v *tagListVerb) Run(ctx context.Context, s *session) error {
	b, err := s.bookToAsk(ctx)
	if err != nil {
		return err
	}
	tags, err := b.Tags(ctx)
	if err != nil {
		return err
	}
	if v.JSON {
		answers := make([]tagAnswer, 0, len(tags))
		for _, tag := range tags {
			answers = append(answers, tagAnswer(tag))
		}
		return s.json(answers)
	}
	if len(tags) == 0 {
		s.note("cli.tag.list.none")
		return nil
	}
	rows := make([][]string, 0, len(tags))
	for _, tag := range tags {
		rows = append(rows, []string{strconv.Itoa(tag.Count), tag.Name})
	}
	s.table(s.headings("people", "tag"), rows)
	return nil
}
