package app

import (
	"time"

	"kaffeerunde/backend/book"
	"kaffeerunde/backend/contact"
)

// each returns f of every item, never nil: a nil slice would reach the page as null.
func each[A, B any](items []A, f func(A) B) []B {
	out := make([]B, 0, len(items))
	for _, item := range items {
		out = append(out, f(item))
	}
	return out
}

// list returns the items, never nil.
func list[A any](items []A) []A {
	if items == nil {
		return []A{}
	}
	return items
}

// moment is RFC 3339, "" for no time at all.
func moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}

func contactIDs(ids []int64) []contact.ID {
	return each(ids, func(id int64) contact.ID { return contact.ID(id) })
}

// query is what the page asks for in the book's words. The page sends an empty list for "does not narrow".
func query(q PersonQuery) book.Query {
	var ids []contact.ID
	if len(q.IDs) > 0 {
		ids = contactIDs(q.IDs)
	}
	return book.Query{
		Text: q.Text, AnyTags: q.AnyTags, AllTags: q.AllTags, NoTags: q.NoTags,
		Organisation: q.Organisation, Topics: q.Topics, TopicKind: contact.TopicKind(q.TopicKind), Import: q.Import,
		Untagged: q.Untagged, IDs: ids,
	}
}

func arguments(args []contact.Arg) []Argument {
	return each(args, func(a contact.Arg) Argument { return Argument{Name: a.Name, Value: a.Value} })
}

func operationView(o book.Operation) OperationView {
	return OperationView{
		ID: o.ID, At: moment(o.At), Kind: string(o.Kind), Name: o.Name, Count: o.Count,
		Undone: o.Undone, CanUndo: o.CanUndo, StandsOn: len(o.StandsOn),
	}
}
