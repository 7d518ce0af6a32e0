package cli

import (
	"context"

	"kaffeerunde/backend/book"
	"kaffeerunde/backend/contact"
)

// connectVerb notes how two people know each other.
type connectVerb struct {
	Person  string `arg:"" name:"person"`
	Other   string `arg:"" name:"whom"`
	Kind    string `name:"kind" required:""`
	Since   string `name:"since"`
	How     string `name:"how"`
	DontAsk bool   `name:"dont-ask"`
}

// disconnectVerb takes that back.
type disconnectVerb struct {
	Person string `arg:"" name:"person"`
	Other  string `arg:"" name:"whom"`
}

// Run connects the two. A kind that the program does not know is the person's own word for it.
func (v *connectVerb) Run(ctx context.Context, s *session) error {
	relation := contact.Connection{Kind: contact.ConnectionKind(v.Kind), Since: v.Since, How: v.How, Closed: v.DontAsk}
	if !relation.Kind.Known() {
		relation.Kind, relation.Word = s.kindNamed(v.Kind)
	}
	return s.connecting(ctx, v.Person, v.Other, func(b *book.Book, ids []contact.ID) (book.Change, error) {
		return b.Connect(ctx, ids, relation)
	})
}

// kindNamed returns the kind that is called so in the person's language, else the name as their own word.
func (t *terminal) kindNamed(name string) (contact.ConnectionKind, string) {
	for _, kind := range contact.ConnectionKinds() {
		if t.T("connection.kind."+string(kind)) == name {
			return kind, ""
		}
	}
	return contact.Knows, name
}

// Run disconnects the two.
func (v *disconnectVerb) Run(ctx context.Context, s *session) error {
	return s.connecting(ctx, v.Person, v.Other, func(b *book.Book, ids []contact.ID) (book.Change, error) {
		return b.Disconnect(ctx, ids)
	})
}

func (s *session) connecting(ctx context.Context, one, other string, change func(*book.Book, []contact.ID) (book.Change, error)) error {
	b, ids, err := s.pair(ctx, one, other)
	if err != nil {
		return err
	}
	c, err := change(b, ids)
	if err != nil {
		return err
	}
	s.done(c)
	return nil
}

// pair opens the book and finds two different people in it.
func (s *session) pair(ctx context.Context, one, other string) (*book.Book, []contact.ID, error) {
	b, err := s.bookThere(ctx)
	if err != nil {
		return nil, nil, err
	}
	_, ids, err := findPeople(ctx, b, one, other)
	if err == nil && len(ids) < 2 {
		err = &contact.InvalidError{Field: "connection", Reason: "alone"}
	}
	return b, ids, err
}

// connection is what somebody is to another, in words.
func (t *terminal) connection(c contact.Connection) string {
	words := c.Word
	if words == "" {
		words = t.T("connection.kind." + string(c.Kind))
	}
	if c.Since != "" {
		words = t.T("connection.since", "what", words, "since", c.Since)
	}
	if c.How != "" {
		words = t.T("connection.how", "what", words, "how", c.How)
	}
	return words
}
