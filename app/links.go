package app

import "kaffeerunde/backend/contact"

// Link connects somebody with the person whom their card means by a name or an address. The card's line stays.
func (n *Network) Link(id int64, named string, other int64) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := n.session.library()
	if err != nil {
		return v, err
	}
	change, err := b.Link(ctx, contact.ID(id), named, contact.ID(other))
	return n.session.changed(change, err)
}

// AddNamed puts whom a card names into the book, and connects the two.
func (n *Network) AddNamed(id int64, named string) (v PersonChange, err error) {
	defer rescue(&err)
	ctx, b, err := n.session.library()
	if err != nil {
		return v, err
	}
	person, change, err := b.AddNamed(ctx, contact.ID(id), named)
	return n.session.changedPerson(person, change, err)
}
