package app

import "kaffeerunde/backend/contact"

// Network serves the connections between people.
type Network struct{ session *session }

// Kinds returns the kinds of connections, in the order in which they are offered.
func (n *Network) Kinds() []string {
	return each(contact.ConnectionKinds(), func(k contact.ConnectionKind) string { return string(k) })
}

// Connections returns whom somebody is connected with, in the order of the names.
func (n *Network) Connections(id int64) (v []Connection, err error) {
	defer rescue(&err)
	ctx, b, err := n.session.library()
	if err != nil {
		return list(v), err
	}
	connections, err := b.Connections(ctx, contact.ID(id))
	return each(connections, connectionView), err
}

// Connect connects each of the people with each other. Of two people the form says what the second is to the first.
func (n *Network) Connect(ids []int64, form ConnectionForm) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := n.session.library()
	if err != nil {
		return v, err
	}
	change, err := b.Connect(ctx, contactIDs(ids), contact.Connection{
		Kind: contact.ConnectionKind(form.Kind), Word: form.Word, Since: form.Since, How: form.How, Note: form.Note, Closed: form.Closed,
	})
	return n.session.changed(change, err)
}

// Disconnect takes back that people are connected with each other.
func (n *Network) Disconnect(ids []int64) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := n.session.library()
	if err != nil {
		return v, err
	}
	change, err := b.Disconnect(ctx, contactIDs(ids))
	return n.session.changed(change, err)
}

func connectionView(c contact.Connection) Connection {
	return Connection{
		Person: int64(c.Person), Name: c.Name, Kind: string(c.Kind), Word: c.Word, Since: c.Since, How: c.How, Note: c.Note, Closed: c.Closed,
	}
}
