package book

import (
	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// groupEntry is what the book knows of the card of a group. A group is nobody: it stands in no list, and no card resembles it.
func groupEntry(id contact.ID, c *vcard.Card) store.Entry {
	hash := c.ContentHash()
	return store.Entry{Person: id, Name: shownName(c), Kind: contact.Group, Hash: hash[:]}
}
