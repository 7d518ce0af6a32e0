package vcard

import "strings"

// Relation is somebody whom the card names.
type Relation struct {
	Value string   // a name, or an address of their card
	URI   bool     // Value is an address, e.g. "urn:uuid:…"
	Types []string // RFC 6350 section 6.6.6: "friend", "child" …
	Label string   // what the person called it, or ""
	Index int      // of its line in Lines
}

// Related returns the people whom the card names: RELATED (RFC 6350 section 6.6.6), X-ABRELATEDNAMES, and those that
// Evolution and Android keep in properties of their own.
func (c *Card) Related() []Relation {
	var all []Relation
	labels := c.labels()
	for i := range c.Lines {
		l := &c.Lines[i]
		if l.prop != related && l.prop != abRelatedNames && l.prop != xSpouse {
			continue
		}
		r := Relation{Value: strings.TrimSpace(l.Text()), Types: l.Types(), Label: labels.of(l), Index: i}
		if r.Value == "" {
			continue
		}
		if l.prop == xSpouse {
			r.Types = append(r.Types, "spouse")
		}
		r.URI = l.prop == related && !strings.EqualFold(l.Param("VALUE"), "text") && isURI(r.Value)
		all = append(all, r)
	}
	for _, custom := range c.androidCustom("relation") {
		r := Relation{Value: custom.fields[0], Label: custom.fields[2], Index: custom.index}
		if t := androidRelations[custom.fields[1]]; t != "" {
			r.Types = []string{t}
		}
		all = append(all, r)
	}
	return all
}

// androidRelations are the types of ContactsContract.CommonDataKinds.Relation in the words of RFC 6350 and Apple.
var androidRelations = map[string]string{
	"1": "assistant", "2": "sibling", "3": "child", "4": "partner", "5": "parent", "6": "friend", "7": "manager", "8": "parent",
	"9": "parent", "10": "partner", "11": "referred-by", "12": "kin", "13": "sibling", "14": "spouse",
}

// Members returns the addresses of the cards that a group holds: MEMBER (RFC 6350 section 6.6.5) or Apple's property
// for it.
func (c *Card) Members() []string {
	return append(c.texts(member), c.texts(serverMember)...)
}

// Kind returns what the card stands for (RFC 6350 section 6.1.4): "individual", "org", "group", or what KIND says.
// Apple's marks for companies and groups count.
func (c *Card) Kind() string {
	said := "individual"
	for i := range c.Lines {
		l := &c.Lines[i]
		switch l.prop {
		case kind, serverKind:
			if s := strings.ToLower(strings.TrimSpace(l.Text())); s != "" {
				said = s
			}
		case abShowAs:
			if strings.EqualFold(strings.TrimSpace(l.Text()), "COMPANY") {
				return "org"
			}
		}
	}
	return said
}

// isURI reports whether s starts with a scheme (RFC 3986 section 3.1).
func isURI(s string) bool {
	for i, c := range s {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z':
		case i > 0 && ('0' <= c && c <= '9' || c == '+' || c == '-' || c == '.'):
		default:
			return c == ':' && i > 1
		}
	}
	return false
}
