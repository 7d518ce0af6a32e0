package book

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

// maxConnect is how many people can be connected with each other in one go: beyond it nobody means every pair.
const maxConnect = 40

// Connections returns whom somebody is connected with, in the order of the names.
func (b *Book) Connections(ctx context.Context, id contact.ID) (list []contact.Connection, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		n, err := loadNeighbours(ctx, tx, id)
		if err != nil {
			return err
		}
		var ids []contact.ID
		for ends := range n.ties {
			if ends.low == id || ends.high == id {
				ids = append(ids, ends.low+ends.high-id)
			}
		}
		named, err := tx.Summaries(ctx, ids, store.Order{})
		for _, other := range named {
			c, _ := n.between(id, other.ID)
			c.Name = other.Name
			list = append(list, c)
		}
		return err
	})
	slices.SortFunc(list, func(x, y contact.Connection) int {
		return cmp.Or(slices.Compare(b.names.key(x.Name), b.names.key(y.Name)), cmp.Compare(x.Person, y.Person))
	})
	return list, err
}

// Connect connects each of the people with each other. Of two people the relation says what the second is to the first. A
// connection that is there already is replaced. The error is a *contact.InvalidError for fewer than two people, for more than
// can be meant, and for a kind that does not exist.
func (b *Book) Connect(ctx context.Context, ids []contact.ID, relation contact.Connection) (Change, error) {
	ids = distinct(ids)
	switch {
	case len(ids) < 2:
		return Change{}, &contact.InvalidError{Field: "connection", Reason: "alone"}
	case len(ids) > maxConnect:
		return Change{}, &contact.InvalidError{Field: "connection", Reason: "too-many"}
	case !relation.Kind.Known():
		return Change{}, &contact.InvalidError{Field: "connection", Reason: "kind"}
	}
	for _, text := range []*string{&relation.Word, &relation.Since, &relation.How, &relation.Note} {
		*text = strings.TrimSpace(*text)
	}
	return b.operate(ctx, KindConnect, "", func(w *work) error {
		return w.pairs(ctx, ids, func(one, other store.Person) error {
			known, err := w.connection(ctx, one.ID, other.ID)
			if err != nil || same(known, relation) {
				return err
			}
			w.count++
			return w.restate(ctx, one, other, relation)
		})
	})
}

// restate replaces what the cards say of two people by a relation. It stands on the card of the first, and on each card that
// calls the other by a name of its own.
func (w *work) restate(ctx context.Context, one, other store.Person, relation contact.Connection) error {
	mine, err := w.namesFor(ctx, one.ID, other.ID)
	if err != nil {
		return err
	}
	theirs, err := w.namesFor(ctx, other.ID, one.ID)
	if err != nil {
		return err
	}
	if err := w.disconnect(ctx, one.ID, other.ID); err != nil {
		return err
	}
	if len(mine) > 0 || len(theirs) == 0 {
		if err := w.state(ctx, one.ID, other.UID, relation, mine); err != nil {
			return err
		}
	}
	if len(theirs) == 0 {
		return nil
	}
	relation.Kind = relation.Kind.Inverse()
	return w.state(ctx, other.ID, one.UID, relation, theirs)
}

func (w *work) state(ctx context.Context, id contact.ID, uid string, relation contact.Connection, named []string) error {
	row, card, err := w.card(ctx, id)
	if err != nil {
		return err
	}
	state(card, uid, relation, named...)
	return w.replace(ctx, row, card)
}

// Disconnect takes back that people are connected with each other, whoever's card says so.
func (b *Book) Disconnect(ctx context.Context, ids []contact.ID) (Change, error) {
	return b.operate(ctx, KindDisconnect, "", func(w *work) error {
		return w.pairs(ctx, distinct(ids), func(one, other store.Person) error {
			known, err := w.connection(ctx, one.ID, other.ID)
			if err != nil || known.Kind == "" {
				return err
			}
			w.count++
			return w.disconnect(ctx, one.ID, other.ID)
		})
	})
}

// pairs calls f for each two of the people, and names them all in the sentence of the operation.
func (w *work) pairs(ctx context.Context, ids []contact.ID, f func(one, other store.Person) error) error {
	people := make([]store.Person, len(ids))
	for i, id := range ids {
		var err error
		if people[i], err = w.tx.Person(ctx, id); err != nil {
			return fmt.Errorf("person %d: %w", id, asContact(err))
		}
	}
	named, err := w.tx.Summaries(ctx, ids, store.Order{})
	if err != nil {
		return err
	}
	names := make([]string, len(named))
	for i := range named {
		names[i] = named[i].Name
	}
	w.name = strings.Join(names, ", ")
	for i, one := range people {
		for _, other := range people[i+1:] {
			if err := f(one, other); err != nil {
				return err
			}
		}
	}
	return nil
}

// connection returns what the other is to somebody; Kind is "" where they are not connected.
func (w *work) connection(ctx context.Context, one, other contact.ID) (contact.Connection, error) {
	n, err := loadNeighbours(ctx, w.tx, one)
	if err != nil {
		return contact.Connection{}, err
	}
	known, ok := n.between(one, other)
	if !ok {
		return contact.Connection{}, nil
	}
	return known, nil
}

// disconnect takes out of both cards what states a connection with the other.
func (w *work) disconnect(ctx context.Context, one, other contact.ID) error {
	for _, side := range [...]struct{ from, to contact.ID }{{one, other}, {other, one}} {
		row, card, err := w.card(ctx, side.from)
		if err != nil {
			return err
		}
		edited := false
		for _, s := range slices.Backward(statedIn(card)) {
			meant, err := w.tx.Meant(ctx, s.uid, s.name)
			if err != nil {
				return err
			}
			if meant == side.to {
				unstate(card, s.line)
				edited = true
			}
		}
		if !edited {
			continue
		}
		if err := w.replace(ctx, row, card); err != nil {
			return err
		}
	}
	return nil
}

func same(known, relation contact.Connection) bool {
	known.Person, known.Name, relation.Person, relation.Name = 0, "", 0, ""
	return known == relation
}

func distinct(ids []contact.ID) []contact.ID {
	var list []contact.ID
	for _, id := range ids {
		if !slices.Contains(list, id) {
			list = append(list, id)
		}
	}
	return list
}
