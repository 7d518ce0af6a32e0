package book

import (
	"cmp"
	"context"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// Link connects somebody with the person whom a line of their card means by a name or an address: "Maria". The line stays as
// it is; what it says of the two becomes their connection. The error is contact.ErrNotFound where the card names nobody like
// that.
func (b *Book) Link(ctx context.Context, id contact.ID, named string, other contact.ID) (Change, error) {
	if id == other {
		return Change{}, &contact.InvalidError{Field: "connection", Reason: "alone"}
	}
	return b.operate(ctx, KindConnect, "", func(w *work) error {
		return w.pairs(ctx, []contact.ID{id, other}, func(one, two store.Person) error {
			w.count++
			return w.link(ctx, one.ID, named, two)
		})
	})
}

// AddNamed puts whom a line of a card names into the book and connects the two. An AGENT brings a card of its own along, an
// address what it is the address of.
func (b *Book) AddNamed(ctx context.Context, id contact.ID, named string) (contact.Person, Change, error) {
	uid, err := b.newUID()
	if err != nil {
		return contact.Person{}, Change{}, err
	}
	var added contact.ID
	change, err := b.operate(ctx, KindAdd, "", func(w *work) error {
		_, card, err := w.card(ctx, id)
		if err != nil {
			return err
		}
		c, err := cardNamed(card, named)
		if err != nil {
			return err
		}
		c.Put("UID", vcard.URI(uid))
		w.name, w.count = shownName(c), 1
		if added, err = w.add(ctx, uid, c, store.Person{}); err != nil {
			return err
		}
		return w.link(ctx, id, named, store.Person{ID: added, UID: uid})
	})
	return b.changed(ctx, added, change, err)
}

// link notes on somebody's card whom a line of it means.
func (w *work) link(ctx context.Context, id contact.ID, named string, other store.Person) error {
	row, card, err := w.card(ctx, id)
	if err != nil {
		return err
	}
	var relation contact.Connection
	line := -1
	for _, s := range statedIn(card) {
		if cmp.Or(s.name, s.uid) == named || s.uid == uidIn(named) {
			if relation.Kind == "" {
				relation = s.relation
			}
			relation = joinRelations(relation, s.relation)
			continue
		}
		meant, err := w.tx.Meant(ctx, s.uid, s.name)
		if err != nil {
			return err
		}
		if meant == other.ID && line < 0 {
			line = s.line
		}
	}
	if relation.Kind == "" {
		return fmt.Errorf("link %q: %w", named, contact.ErrNotFound)
	}
	named = cmp.Or(uidIn(named), named)
	if line >= 0 {
		card.AddBeside(line, besideNamed, vcard.Text(named))
		return w.replace(ctx, row, card)
	}
	known, err := w.connection(ctx, id, other.ID)
	if err != nil {
		return err
	}
	if known.Kind != "" {
		known.Person, known.Name = 0, ""
		relation = joinRelations(known, relation)
	}
	state(card, other.UID, relation, named)
	return w.replace(ctx, row, card)
}

// namesFor returns by which names lines of a card mean somebody whom it links to.
func (w *work) namesFor(ctx context.Context, id, other contact.ID) ([]string, error) {
	_, card, err := w.card(ctx, id)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, s := range statedIn(card) {
		if len(s.named) == 0 {
			continue
		}
		meant, err := w.tx.Meant(ctx, s.uid, s.name)
		if err != nil {
			return nil, err
		}
		if meant == other {
			names = append(names, s.named...)
		}
	}
	return names, nil
}

// meant returns whom a card means by a name or an address: whom it links to, else whoever is called that.
func meant(ctx context.Context, tx *store.Tx, c *vcard.Card, named string) (contact.ID, error) {
	for _, s := range statedIn(c) {
		if slices.Contains(s.named, uidIn(named)) {
			return tx.Meant(ctx, s.uid, s.name)
		}
	}
	return tx.Meant(ctx, uidIn(named), named)
}

// cardNamed returns a card for whom a line of another card names.
func cardNamed(c *vcard.Card, named string) (*vcard.Card, error) {
	for _, r := range c.Related() {
		if r.Value != named {
			continue
		}
		if inner := strings.TrimSpace(c.Lines[r.Index].Text()); strings.HasPrefix(strings.ToUpper(inner), "BEGIN:VCARD") {
			if agent, err := vcard.Parse([]byte(inner), vcard.Options{Charset: c.Charset}); err == nil && len(agent.Lines) > 0 {
				return agent, nil
			}
		}
	}
	fresh := vcard.New(vcard.V40)
	draft := contact.Draft{Name: named}
	if scheme, rest, ok := strings.Cut(named, ":"); ok {
		address, err := url.PathUnescape(strings.TrimLeft(rest, "/"))
		if err != nil {
			address = rest
		}
		value := []contact.Value{{Index: contact.NewLine, Value: address}}
		switch strings.ToLower(scheme) {
		case "mailto":
			draft = contact.Draft{Emails: value}
		case "tel":
			draft = contact.Draft{Phones: value}
		}
	}
	return fresh, fill(fresh, contact.Draft{}, draft)
}
