package contact

import "time"

// ID names a person in one book. It is never used again after the person is deleted, so an undo brings the same ID back.
type ID int64

// Person is everything the book shows of somebody, as their card says it. Slices may be nil.
type Person struct {
	ID  ID
	UID string
	// Name is what the card gives as FN. Where it gives none, Derived is true and Name is made of the other values.
	Name    string
	Derived bool
	N       Name
	// Nicknames are in the order of the card.
	Nicknames []string
	Kind      Kind
	// Organisation, Unit, Title and Role are of where the person is now: of the first organisation of the card that is not
	// over. Where all are over they are of the first of these.
	Organisation, Unit, Title, Role string
	// Since and Until are the years there.
	Since, Until string
	// Further are the other organisations, in the order of the card.
	Further []Position
	// Topics are in the order of the card.
	Topics                []Topic
	Phones, Emails, Links []Value
	// Messengers are chat and network addresses; Value.Kind names the service.
	Messengers []Value
	Addresses  []Address
	Dates      []Date
	Notes      []string
	Tags       []string
	Related    []Related
	// Photo is the hash of the embedded picture, "" without one. PhotoURL is a remote address that is never fetched.
	Photo, PhotoURL string
	// Others are the properties that are kept but have no place of their own.
	Others           []Field
	Source           Source
	Created, Changed time.Time
}

// Kind says what a card stands for.
type Kind string

// The kinds of cards.
const (
	Individual   Kind = "individual"
	Organisation Kind = "org"
	Group        Kind = "group"
)

// Name is a name in its parts (RFC 6350, 6.2.2). Several values of one part are joined by ", ".
type Name struct {
	Family, Given, Additional, Prefixes, Suffixes string
}

// IsZero reports whether no part is given.
func (n Name) IsZero() bool { return n == Name{} }

// Source says where a person came from. File is the name of the imported file without its folder, "" for someone added by hand.
// Operation is the import, 0 where it is none of this book's: for someone added by hand or who came with another book.
type Source struct {
	Operation int64
	File      string
	At        time.Time
}

// Summary is one line of a list. Photo is a hash; Letter is the section in the sort order that was asked for.
type Summary struct {
	ID           ID
	Name         string
	Organisation string
	Title        string
	Kind         Kind
	Tags         []string
	Photo        string
	Letter       string
}

// Tag is a label and how many people wear it. Colour is "hue-1" to "hue-8".
type Tag struct {
	Name   string
	Colour string
	Count  int
}

// Hues is how many tag colours there are: "hue-1" to "hue-8".
const Hues = 8
