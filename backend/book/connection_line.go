package book

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/vcard"
)

// What RELATED cannot say of a connection stands beside it in its group, where other programs leave it alone.
const (
	besideSince  = "X-KAFFEERUNDE-SINCE"
	besideHow    = "X-KAFFEERUNDE-HOW"
	besideNote   = "X-KAFFEERUNDE-NOTE"
	besideClosed = "X-KAFFEERUNDE-DONT-ASK"
	// besideNamed is what another line of the card calls the person, where they were found by hand. That line stays as it is.
	besideNamed = "X-KAFFEERUNDE-NAMED"
)

// besides is all of these.
var besides = []string{besideSince, besideHow, besideNote, besideClosed, besideNamed}

// privateBeside is what leaves the book only when notes do.
var privateBeside = []string{besideNote, besideClosed}

// stated is a connection as one card states it: to whom, by uid or by name, and what the other is to the card's person.
type stated struct {
	line     int
	uid      string // as uidIn gives it
	name     string
	named    []string           // what other lines of the card call them
	relation contact.Connection // without Person and Name
}

// statedIn returns the connections that a card states. A line that names somebody whom another line links to says no more than
// that one.
func statedIn(c *vcard.Card) []stated {
	list := linesIn(c)
	linked := map[string]bool{}
	for _, s := range list {
		for _, name := range s.named {
			linked[name] = true
		}
	}
	return slices.DeleteFunc(list, func(s stated) bool { return linked[cmp.Or(s.name, s.uid)] })
}

func linesIn(c *vcard.Card) []stated {
	var list []stated
	for _, r := range c.Related() {
		s := stated{line: r.Index, name: r.Value}
		// A uid that is no address stands as text, and only looking it up tells it from a name.
		if s.uid = uidIn(r.Value); r.URI {
			s.name = ""
		}
		s.relation.Kind, s.relation.Word = contact.ConnectionKindOf(r.Types)
		if s.relation.Kind == contact.Knows && r.Label != "" {
			s.relation.Word = r.Label
		}
		s.readBeside(c)
		list = append(list, s)
	}
	return list
}

// relatedLimit is the length in bytes beyond which a value names nobody.
const relatedLimit = 500

// relatedIn is whom a card names, as [packWays] makes it findable.
func relatedIn(c *vcard.Card) string {
	var ways []string
	for _, s := range statedIn(c) {
		if len(s.uid) > relatedLimit {
			continue
		}
		key := uidKey(s.uid)
		if ways = append(ways, key); s.name != "" && s.name != key {
			ways = append(ways, s.name)
		}
	}
	return strings.Join(packWays(ways...), "")
}

// packWays sets each way to name somebody between marks, so that none is found as a part of another.
func packWays(ways ...string) []string {
	packed := make([]string, len(ways))
	for i, way := range ways {
		packed[i] = "\x1f" + way + "\x1f"
	}
	return packed
}

func (s *stated) readBeside(c *vcard.Card) {
	group := c.Lines[s.line].Group()
	if group == "" {
		return
	}
	for i := range c.Lines {
		l := &c.Lines[i]
		if !strings.EqualFold(l.Group(), group) {
			continue
		}
		switch {
		case l.Is(besideSince):
			s.relation.Since = l.Text()
		case l.Is(besideHow):
			s.relation.How = l.Text()
		case l.Is(besideNote):
			s.relation.Note = l.Text()
		case l.Is(besideClosed):
			s.relation.Closed = l.Text() == "1"
		case l.Is(besideNamed):
			s.named = append(s.named, l.Text())
		}
	}
}

// uidKey is a uid in the form in which all ways to write one are equal.
func uidKey(uid string) string { return strings.ToLower(uidIn(uid)) }

// uidIn is the uid in an address, in its own letters.
func uidIn(address string) string {
	if address = strings.TrimSpace(address); isUUIDAddress(address) {
		return address[len(uuidScheme):]
	}
	return address
}

var uuid = regexp.MustCompile(`^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`)

// state writes a connection to the person of this uid, whom other lines call by these names, into a card.
func state(c *vcard.Card, uid string, relation contact.Connection, named ...string) {
	name := "RELATED"
	if isPlainText(uid) {
		name += ";VALUE=text"
	}
	line := c.Add(name, relatedContent(uid), relation.Kind.Related())
	if relation.Word != "" {
		c.SetLabel(line, relation.Word)
	}
	for _, beside := range []struct{ name, text string }{
		{besideClosed, flag(relation.Closed)}, {besideNote, relation.Note}, {besideHow, relation.How}, {besideSince, relation.Since},
	} {
		if beside.text != "" {
			c.AddBeside(line, beside.name, vcard.Text(beside.text))
		}
	}
	for _, name := range named {
		c.AddBeside(line, besideNamed, vcard.Text(name))
	}
}

// isPlainText reports whether a uid is no address and has to stand as text.
func isPlainText(uid string) bool {
	return !uuid.MatchString(uidKey(uid)) && !strings.Contains(uid, ":")
}

// relatedContent names somebody in a RELATED by their uid.
func relatedContent(uid string) vcard.Content {
	switch key := uidKey(uid); {
	case isPlainText(uid):
		return vcard.Text(uid)
	case uuid.MatchString(key):
		return vcard.URI(uuidScheme + key)
	}
	return vcard.URI(uid)
}

func flag(set bool) string {
	if set {
		return "1"
	}
	return ""
}

// unstate takes a line that states a connection out of a card, with what stands beside it.
func unstate(c *vcard.Card, line int) {
	group := c.Lines[line].Group()
	if group != "" {
		for i := len(c.Lines) - 1; i > line; i-- {
			if l := &c.Lines[i]; strings.EqualFold(l.Group(), group) && slices.ContainsFunc(besides, l.Is) {
				c.Remove(i)
			}
		}
	}
	c.Remove(line)
}
