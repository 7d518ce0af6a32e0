package vcard

import (
	"slices"
	"strings"
)

// Relation is somebody whom the card names.
type Relation struct {
	Value string   // a name, or an address of their card
	URI   bool     // Value is an address, e.g. "urn:uuid:…"
	Types []string // RFC 6350 section 6.6.6: "friend", "child" …
	Label string   // what the person called it, or ""
	Index int      // of its line in Lines
}

// relationTypes are the properties that stand for one relation, and AGENT, with their types in the words of RFC 6350.
// Those that RFC 6350 has no word for keep the word of their property.
var relationTypes = map[property]string{
	agent:                  "agent",
	xEvolutionSpouse:       "spouse",
	xEvolutionManager:      "manager",
	xEvolutionAssistant:    "assistant",
	xMSSpouse:              "spouse",
	xMSManager:             "manager",
	xMSAssistant:           "assistant",
	xMSChild:               "child",
	xKAddressbookSpouse:    "spouse",
	xKAddressbookManager:   "manager",
	xKAddressbookAssistant: "assistant",
	xPlainSpouse:           "spouse",
	xPlainManager:          "manager",
	xPlainAssistant:        "assistant",
}

// Related returns the people whom the card names: RELATED (RFC 6350 section 6.6.6), AGENT (RFC 2426 section 3.5.4),
// X-ABRELATEDNAMES, and those that Evolution, Outlook, KDE and Android keep in properties of their own. A label that
// programs translate, such as "Mother", gives a type as well.
func (c *Card) Related() []Relation {
	var all []Relation
	labels := c.labels()
	for i := range c.Lines {
		l := &c.Lines[i]
		own := relationTypes[l.prop]
		if own == "" && l.prop != related && l.prop != abRelatedNames {
			continue
		}
		r := Relation{Value: strings.TrimSpace(l.Text()), Types: l.Types(), Label: labels.of(l), Index: i}
		if l.prop == agent {
			r.Value = l.agentName()
		}
		if r.Value == "" {
			continue
		}
		if own == "" {
			own = labelledRelations[strings.ToLower(r.Label)]
		}
		if own != "" && !slices.Contains(r.Types, own) {
			r.Types = append(r.Types, own)
		}
		r.URI = (l.prop == related || l.prop == agent) && !strings.EqualFold(l.Param("VALUE"), "text") && isURI(r.Value)
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

// agentName returns whom an AGENT names: what the card in it is called, else its text.
func (l *Line) agentName() string {
	text := strings.TrimSpace(l.Text())
	if l.traits&nested != 0 || len(text) > len("BEGIN:VCARD") && strings.EqualFold(text[:len("BEGIN:VCARD")], "BEGIN:VCARD") {
		if inner, err := Parse([]byte(text), Options{Charset: l.card.Charset}); err == nil {
			name, _ := inner.DisplayName()
			return firstOf(name, text)
		}
	}
	return text
}

// labelledRelations are the types that Apple and Google say with a label.
var labelledRelations = map[string]string{
	"mother": "parent", "father": "parent", "parent": "parent", "brother": "sibling", "sister": "sibling", "sibling": "sibling",
	"child": "child", "daughter": "child", "son": "child", "friend": "friend", "spouse": "spouse", "wife": "spouse",
	"husband": "spouse", "partner": "partner", "domestic partner": "partner", "assistant": "assistant", "manager": "manager",
	"relative": "kin", "colleague": "colleague",
}

// androidRelations are the types of ContactsContract.CommonDataKinds.Relation in the words of RFC 6350 and Apple.
var androidRelations = map[string]string{
	"1": "assistant", "2": "sibling", "3": "child", "4": "partner", "5": "parent", "6": "friend", "7": "manager", "8": "parent",
	"9": "parent", "10": "partner", "11": "referred-by", "12": "kin", "13": "sibling", "14": "spouse",
}

// Members returns the addresses of the cards that a group holds, such as "urn:uuid:…" or "mailto:…": MEMBER (RFC 6350
// section 6.6.5), Apple's property for it, and the addresses of a list that Evolution keeps.
func (c *Card) Members() []string {
	all := append(c.texts(member), c.texts(serverMember)...)
	if !c.isMailingList() {
		return all
	}
	for _, v := range c.Emails() {
		all = append(all, firstOf(c.Lines[v.Index].Param("X-EVOLUTION-DEST-CONTACT-UID"), "mailto:"+v.Value))
	}
	return all
}

// isMailingList reports whether the card is a list of Evolution, whose members are its e-mail addresses.
func (c *Card) isMailingList() bool {
	l := c.first(xEvolutionList)
	return l != nil && strings.EqualFold(strings.TrimSpace(l.Text()), "TRUE")
}

// Kind returns what the card stands for (RFC 6350 section 6.1.4): "individual", "org", "group", or what KIND says, in
// lower case. The marks of Apple and Evolution for companies and groups count.
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
		case xEvolutionList:
			if c.isMailingList() {
				said = "group"
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
