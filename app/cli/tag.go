package cli

import (
	"context"
	"strconv"

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
	return s.tagging(ctx, v.Person, func(b *book.Book, ids []contact.ID) (book.Change, error) {
		return b.Tag(ctx, v.Tag, ids)
	})
}

// Run takes the tag off all people of the line, or off none when one of them is not found.
func (v *tagRemoveVerb) Run(ctx context.Context, s *session) error {
	return s.tagging(ctx, v.Person, func(b *book.Book, ids []contact.ID) (book.Change, error) {
		change, err := b.Untag(ctx, v.Tag, ids)
		return change, orMissing(err, "cli.error.no-tag", v.Tag)
	})
}

func (s *session) tagging(ctx context.Context, people []string, change func(*book.Book, []contact.ID) (book.Change, error)) error {
	b, err := s.book(ctx)
	if err != nil {
		return err
	}
	ids := make([]contact.ID, 0, len(people))
	for _, ref := range people {
		p, err := b.FindPerson(ctx, ref)
		if err != nil {
			return orMissing(err, "cli.error.nobody", ref)
		}
		ids = append(ids, p.ID)
	}
	c, err := change(b, ids)
	if err != nil {
		return err
	}
	if c.Operation == 0 {
		s.say("cli.unchanged")
		return nil
	}
	s.printf("%s\n", s.operation(c.Kind, c.Name, c.Count))
	return nil
}

// operation is what was done, in words.
func (t *terminal) operation(kind book.Kind, name string, count int) string {
	return t.T("operation."+string(kind), "n", count, "name", t.called(name))
}

// tagAnswer is a tag as scripts read it.
type tagAnswer struct {
	Name   string `json:"name"`
	Colour string `json:"colour"`
	Count  int    `json:"count"`
}

// Run lists the tags by name.
func (v *tagListVerb) Run(ctx context.Context, s *session) error {
	b, err := s.book(ctx)
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
