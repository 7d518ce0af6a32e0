package cli

import (
	"context"
	"errors"
	"iter"
	"math"
	"strconv"
	"strings"

	"kaffeerunde/backend/book"
	"kaffeerunde/backend/contact"
)

// listVerb lists people.
type listVerb struct {
	selection
	Limit number `name:"limit"`
	JSON  bool   `name:"json"`
}

// Run prints who is found, in the order of the book.
func (v *listVerb) Run(ctx context.Context, s *session) error {
	b, err := s.bookToAsk(ctx)
	if err != nil {
		return err
	}
	if err := s.noteNoSuchTag(ctx, b, v.Tag); err != nil {
		return err
	}
	limit := int(v.Limit)
	if limit == 0 {
		limit = math.MaxInt
	}
	if v.JSON {
		if err := jsonList(s.terminal, "", personAnswers(ctx, b, v.query(), limit)); err != nil {
			return err
		}
		s.printf("\n")
		return nil
	}
	page, err := b.People(ctx, v.query(), 0, limit)
	if err != nil {
		return err
	}
	if page.Total == 0 {
		s.note(v.nobody())
		return nil
	}
	s.table(s.headings("id", "name", "organisation", "tags"), listRows(s.terminal, page.Items))
	if len(page.Items) < page.Total {
		s.note("cli.list.more", "shown", len(page.Items), "n", page.Total)
	}
	return nil
}

// noteNoSuchTag says that a tag is not there. The list is then empty, as it is when its last wearer has lost it.
func (s *session) noteNoSuchTag(ctx context.Context, b *book.Book, tags []string) error {
	err := noSuchTag(ctx, b, tags)
	var missing *missingError
	if !errors.As(err, &missing) {
		return err
	}
	s.aside(s.missing(missing))
	return nil
}

// nobody is the sentence for an empty list: of a search, or of a book.
func (v *listVerb) nobody() string {
	if v.text() == "" && len(v.Tag)+len(v.Topic) == 0 {
		return "cli.list.empty"
	}
	return "cli.list.nobody"
}

// query is the selection as the book reads it.
func (s selection) query() book.Query {
	return book.Query{Text: s.text(), AllTags: s.Tag, Topics: s.Topic}
}

func listRows(t *terminal, people []contact.Summary) [][]string {
	rows := make([][]string, 0, len(people))
	for _, p := range people {
		rows = append(rows, []string{
			strconv.FormatInt(int64(p.ID), 10), t.called(p.Name), p.Organisation, strings.Join(p.Tags, ", "),
		})
	}
	return rows
}

// personAnswers reads the people of a query one after the other.
func personAnswers(ctx context.Context, b *book.Book, q book.Query, limit int) iter.Seq2[personAnswer, error] {
	return func(yield func(personAnswer, error) bool) {
		ids, err := b.IDs(ctx, q)
		if err != nil {
			yield(personAnswer{}, err)
			return
		}
		for _, id := range ids[:min(limit, len(ids))] {
			p, err := b.Person(ctx, id)
			if !yield(newPersonAnswer(p), err) || err != nil {
				return
			}
		}
	}
}

// headings are the words over the columns of a table.
func (t *terminal) headings(names ...string) []string {
	for i, name := range names {
		names[i] = t.T("cli.column." + name)
	}
	return names
}
