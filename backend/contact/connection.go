package contact

import "strings"

// Connection is how somebody knows another person, as seen from one of the two: with Kind Parent the other is their parent.
type Connection struct {
	Person ID     // the other
	Name   string // of the other
	Kind   ConnectionKind
	Word   string // what the person calls it where no kind does, else ""
	Since  string // as it was written: "2019", "spring 2019"
	How    string // how they know each other
	Note   string // private: it leaves the book only with the notes
	Closed bool   // not to be asked for an introduction, so that no route leads over it
}

// ConnectionKind says what the other is to somebody.
type ConnectionKind string

// The kinds of connections.
const (
	Knows        ConnectionKind = "knows"
	Colleague    ConnectionKind = "colleague"
	Friend       ConnectionKind = "friend"
	Partner      ConnectionKind = "partner"
	Parent       ConnectionKind = "parent"
	Child        ConnectionKind = "child"
	Sibling      ConnectionKind = "sibling"
	IntroducedBy ConnectionKind = "introduced-by"
	Introduced   ConnectionKind = "introduced"
	Manager      ConnectionKind = "manager"
	Report       ConnectionKind = "report"
	Client       ConnectionKind = "client"
	Contractor   ConnectionKind = "contractor"
	Assistant    ConnectionKind = "assistant"
	Assists      ConnectionKind = "assists"
)

// connectionKind is what a kind looks like from the other side, and the type that RELATED has for it (RFC 6350 section
// 6.6.6); where that has none, an x-name.
type connectionKind struct {
	kind, inverse ConnectionKind
	related       string
	strength      float64
}

var connectionKinds = []connectionKind{
	{Knows, Knows, "acquaintance", 1},
	{Colleague, Colleague, "colleague", 2},
	{Friend, Friend, "friend", 3},
	{Partner, Partner, "x-partner", 3},
	{Parent, Child, "parent", 3},
	{Child, Parent, "child", 3},
	{Sibling, Sibling, "sibling", 3},
	{IntroducedBy, Introduced, "x-introduced-by", 2},
	{Introduced, IntroducedBy, "x-introduced", 2},
	{Manager, Report, "x-manager", 2},
	{Report, Manager, "x-report", 2},
	{Client, Contractor, "x-client", 2},
	{Contractor, Client, "x-contractor", 2},
	{Assistant, Assists, "x-assistant", 2},
	{Assists, Assistant, "x-assists", 2},
}

// otherTypes are types of RELATED that say the same as a kind in another word.
var otherTypes = map[string]ConnectionKind{
	"contact": Knows, "met": Knows, "neighbor": Knows, "co-resident": Knows, "co-worker": Colleague, "spouse": Partner,
	"sweetheart": Partner, "date": Partner, "referred-by": IntroducedBy,
}

// ConnectionKinds returns all kinds, in the order in which a person is offered them.
func ConnectionKinds() []ConnectionKind {
	kinds := make([]ConnectionKind, len(connectionKinds))
	for i, k := range connectionKinds {
		kinds[i] = k.kind
	}
	return kinds
}

// Known reports whether there is such a kind.
func (k ConnectionKind) Known() bool { return k.row().kind == k }

// Inverse returns what the one is to the other who is k to them.
func (k ConnectionKind) Inverse() ConnectionKind { return k.row().inverse }

// Related returns the type that RELATED has for k.
func (k ConnectionKind) Related() string { return k.row().related }

// Strength says how readily a word is passed on: 1 for people who know each other, 3 for family and friends.
func (k ConnectionKind) Strength() float64 { return k.row().strength }

// row is that of Knows for a kind that does not exist.
func (k ConnectionKind) row() connectionKind {
	for _, row := range connectionKinds {
		if row.kind == k {
			return row
		}
	}
	return connectionKinds[0]
}

// ConnectionKindOf returns the kind that the types of a RELATED say. Where no kind says it, word is what they say, and the
// kind Knows.
func ConnectionKindOf(types []string) (kind ConnectionKind, word string) {
	for _, t := range types {
		t = strings.ToLower(t)
		if k, ok := otherTypes[t]; ok {
			return k, ""
		}
		for _, row := range connectionKinds {
			if t == row.related || t == string(row.kind) {
				return row.kind, ""
			}
		}
		if word == "" {
			word = strings.TrimPrefix(t, "x-")
		}
	}
	return Knows, word
}
