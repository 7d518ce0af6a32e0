package app

import (
	"context"

	"kaffeerunde/backend/book"
	"kaffeerunde/backend/contact"
)

// Questions answers what one asks the network in words.
type Questions struct{ session *session }

// Reach returns the ways from one person to another, the best first.
func (q *Questions) Reach(from, to int64) (v []RouteView, err error) {
	defer rescue(&err)
	ctx, b, err := q.session.library()
	if err != nil {
		return list(v), err
	}
	routes, err := b.Routes(ctx, contact.ID(from), contact.ID(to))
	return each(routes, func(r book.Route) RouteView {
		return RouteView{People: each(r.People, personRow), Steps: each(r.Steps, connectionView)}
	}), err
}

// Message drafts a message to the first person on a route. Without what it is about nothing is written.
func (q *Questions) Message(f MessageForm) (v MessageView, err error) {
	defer rescue(&err)
	ctx, b, err := q.session.library()
	if err != nil {
		return v, err
	}
	m, err := b.Message(ctx, book.MessageForm{Route: contactIDs(f.Route), About: f.About, Language: f.Language})
	return MessageView{To: int64(m.To), Name: m.Name, Mail: m.Mail, Subject: m.Subject, Text: m.Text}, err
}

// Shared returns whom two people both know.
func (q *Questions) Shared(one, other int64) (v []AnswerView, err error) {
	defer rescue(&err)
	return q.answers(func(ctx context.Context, b *book.Book) ([]book.Answer, error) {
		return b.Shared(ctx, contact.ID(one), contact.ID(other))
	})
}

// Circles returns the circles that people form, the largest first.
func (q *Questions) Circles() (v []CircleView, err error) {
	defer rescue(&err)
	ctx, b, err := q.session.library()
	if err != nil {
		return list(v), err
	}
	circles, err := b.Circles(ctx)
	return each(circles, func(c book.Circle) CircleView {
		ids := each(c.People, func(p contact.Summary) int64 { return int64(p.ID) })
		return CircleView{Name: c.Name, Around: c.Around, People: ids}
	}), err
}

// Links returns who links two circles.
func (q *Questions) Links(one, other []int64) (v []AnswerView, err error) {
	defer rescue(&err)
	return q.answers(func(ctx context.Context, b *book.Book) ([]book.Answer, error) {
		return b.Links(ctx, contactIDs(one), contactIDs(other))
	})
}

// Known returns whom one knows at an organisation, in a place or into a topic. From is who asks, 0 for nobody.
func (q *Questions) Known(kind, word string, from int64) (v []AnswerView, err error) {
	defer rescue(&err)
	return q.answers(func(ctx context.Context, b *book.Book) ([]book.Answer, error) {
		return b.Known(ctx, book.FactKind(kind), word, contact.ID(from))
	})
}

// Words returns the organisations, places or topics that complete what is typed.
func (q *Questions) Words(kind, typed string) (v []WordView, err error) {
	defer rescue(&err)
	ctx, b, err := q.session.library()
	if err != nil {
		return list(v), err
	}
	words, err := b.Words(ctx, book.FactKind(kind), typed)
	return each(words, func(w book.WordCount) WordView { return WordView{Name: w.Name, Count: w.Count} }), err
}

// Among returns the people of a query with whom of each other they know.
func (q *Questions) Among(people PersonQuery) (v []AnswerView, err error) {
	defer rescue(&err)
	return q.answers(func(ctx context.Context, b *book.Book) ([]book.Answer, error) {
		return b.Among(ctx, query(people))
	})
}

// Alone returns who has no tag, no topic and no connection.
func (q *Questions) Alone() (v []AnswerView, err error) {
	defer rescue(&err)
	return q.answers(func(ctx context.Context, b *book.Book) ([]book.Answer, error) {
		people, err := b.Alone(ctx)
		return each(people, func(p contact.Summary) book.Answer { return book.Answer{Person: p} }), err
	})
}

func (q *Questions) answers(ask func(ctx context.Context, b *book.Book) ([]book.Answer, error)) ([]AnswerView, error) {
	ctx, b, err := q.session.library()
	if err != nil {
		return []AnswerView{}, err
	}
	answers, err := ask(ctx, b)
	return each(answers, answerView), err
}

func answerView(a book.Answer) AnswerView {
	return AnswerView{
		Person: personRow(a.Person),
		Ties: each(a.Ties, func(t book.Tie) Tie {
			return Tie{From: int64(t.From), FromName: t.FromName, Side: t.Side, Is: connectionView(t.Is)}
		}),
		Facts: each(a.Facts, func(f book.Fact) Fact {
			return Fact{Kind: string(f.Kind), Value: f.Value, Detail: f.Detail, Label: f.Label, Types: list(f.Types), Level: f.Level}
		}),
	}
}
