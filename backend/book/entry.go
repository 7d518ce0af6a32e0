package book

import (
	"bytes"
	"encoding/hex"
	"slices"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/match"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// foldedLimit is how many bytes of one person a search looks through. It is far beyond any note that somebody wrote, and
// keeps one hostile card from slowing every search.
const foldedLimit = 64 << 10

// nameEnd ends the names in a folded text, so that a search can put those first whose name begins with the word.
const nameEnd = '\t'

// indexer derives entries from cards. It is not safe for concurrent use; each goroutine has its own.
type indexer struct {
	names  *namer
	region string
	text   []byte // scratch
	keys   []match.Key
	known  match.Profile // of the last entry, empty for a group
}

// entry derives everything that lists, searches and matching read from the card of somebody and the groups to which they
// belong. The card's pictures must be detached.
func (x *indexer) entry(id contact.ID, c *vcard.Card, groups ...string) store.Entry {
	kind := kindOf(c)
	if kind == contact.Group {
		x.known = match.Profile{}
		return groupEntry(id, c)
	}
	organisation, _ := organisationOf(c)
	n := nameOf(c, kind, organisation)
	hash := c.ContentHash()
	posts := postsOf(c)
	now := listed(posts)
	e := store.Entry{
		Person: id, Name: n.name, Inverted: n.inverted, Organisation: now.Organisation, Title: now.Title, Kind: kind,
		Photo: photoOf(c), Tags: wornTags(c, groups), FamilyKey: x.names.key(n.byFamily), GivenKey: x.names.key(n.byGiven), Hash: hash[:],
		Related: relatedIn(c), Topics: entryTopics(topicsOf(c)), Further: entryOrganisations(posts, now),
	}
	x.text, x.keys = x.text[:0], x.keys[:0]
	x.addNames(c, n)
	x.field(e.Organisation)
	x.field(e.Title)
	x.addReach(c)
	for _, tag := range e.Tags {
		x.field(tag)
	}
	x.addPosts(posts)
	for _, topic := range e.Topics {
		x.field(topic.Name)
	}
	for _, address := range c.Addresses() {
		x.field(address.Locality)
	}
	for _, note := range c.Notes() {
		x.field(note)
	}
	x.known = x.profile(c, kind, n, organisation)
	e.Keys = x.known.Pack(make([]byte, 0, 96))
	e.Folded = string(x.text[:min(len(x.text), foldedLimit)])
	return e
}

func (x *indexer) addNames(c *vcard.Card, n called) {
	parts := [...]string{n.parts.Family, n.parts.Given, n.parts.Additional}
	x.word(n.name)
	for _, part := range parts {
		// Most cards say in N what FN has said already.
		if part != "" && !strings.Contains(n.name, part) {
			x.word(part)
		}
	}
	for _, nickname := range c.Nicknames() {
		x.word(nickname)
	}
	x.addPastNames(c)
	x.text = append(x.text, nameEnd)
}

// addPastNames adds the names that gave way to another in a merge: whoever looks for the one that a person had finds who they are now.
func (x *indexer) addPastNames(c *vcard.Card) {
	if !bytes.Contains(c.Raw, []byte(otherName)) {
		return
	}
	for i := range c.Lines {
		l := &c.Lines[i]
		if property, aside := propertyOf(l); aside && (property == "FN" || property == "N") {
			x.word(printable(strings.Join(components(l), " ")))
		}
	}
}

// addPosts adds what somebody does, and where else they are and were.
func (x *indexer) addPosts(posts []post) {
	for i := range posts {
		p := &posts[i]
		if i > 0 || p.Former() {
			x.field(p.Organisation)
			x.field(p.Title)
		}
		x.field(p.Role)
	}
}

func (x *indexer) addReach(c *vcard.Card) {
	for _, email := range c.Emails() {
		x.field(email.Value)
		if k, ok := match.Email(email.Value); ok {
			x.keys = append(x.keys, k)
		}
	}
	for _, phone := range c.Phones() {
		e164 := match.E164(phone.Value, x.region)
		if k, ok := match.Phone(phone.Value, e164); ok {
			x.keys = append(x.keys, k)
		}
		if e164 == "" {
			x.digits(match.Digits(phone.Value))
			continue
		}
		x.digits(e164[1:])
		x.digits(match.National(e164, x.region))
	}
}

// word adds a text and the other spellings of its words, after a space each.
func (x *indexer) word(s string) {
	x.text = append(x.text, ' ')
	x.text = match.AppendFold(x.text, s)
	x.text = match.AppendSpellings(x.text, s)
}

func (x *indexer) field(s string) {
	if s == "" || len(x.text) > foldedLimit {
		return
	}
	x.text = append(x.text, '\x1f')
	x.word(s)
}

func (x *indexer) digits(s string) {
	if s != "" {
		x.text = append(append(x.text, '\x1f', ' '), s...)
	}
}

func kindOf(c *vcard.Card) contact.Kind {
	switch kind := contact.Kind(c.Kind()); kind {
	case contact.Organisation, contact.Group:
		return kind
	}
	if namesNobody(c) {
		return contact.Organisation
	}
	return contact.Individual
}

// namesNobody reports whether a card names an organisation and no person, and does not say itself what it stands for.
func namesNobody(c *vcard.Card) bool {
	organisation, _ := organisationOf(c)
	if organisation == "" {
		return false
	}
	for i := range c.Lines {
		l := &c.Lines[i]
		switch property, _ := propertyOf(l); property {
		case "KIND":
			if !isBlank(l) {
				return false
			}
		case "FN", "N":
			if name := printable(strings.Join(components(l), " ")); name != "" && name != organisation {
				return false
			}
		}
	}
	return true
}

func organisationOf(c *vcard.Card) (organisation, unit string) {
	for _, org := range c.Orgs() {
		if len(org) == 0 || org[0] == "" {
			continue
		}
		return printable(org[0]), printable(strings.Join(org[1:], ", "))
	}
	return "", ""
}

// photoOf returns the hash of the picture that stands for the card, nil without one.
func photoOf(c *vcard.Card) []byte {
	for _, photo := range c.Photos() {
		if hash, err := hex.DecodeString(photo.Hash); err == nil && len(hash) > 0 {
			return hash
		}
	}
	return nil
}

// tagsOf returns the categories of the card as tags: without control characters, each once.
func tagsOf(c *vcard.Card) []string {
	var tags []string
	for _, category := range c.Categories() {
		if tag := printable(category); tag != "" && !slices.Contains(tags, tag) {
			tags = append(tags, tag)
		}
	}
	return tags
}
