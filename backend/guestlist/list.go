package guestlist

// List is a guest list as it was read.
type List struct {
	Guests []Guest
	// Skipped are the lines that hold no guest, in their order.
	Skipped []Skipped
	// Shapes are how the lines were split and what their columns were taken for, the commonest first.
	Shapes []Shape
	// Encoding is "utf-8", "utf-16le", "utf-16be", or "windows-1252" where some line is neither.
	Encoding string
}

// Guest is one name on a list. Nothing but Line, Text and Display is always there.
type Guest struct {
	// Line counts from 1. Text is the line as it came, without its end; where several guests stand on one line they share it.
	Line int
	Text string
	Name Name
	// Display is the name as it is shown: in the usual order, capitals and invisible marks set right; the mail address where the list
	// knows no name.
	Display string
	// Derived says that the name is made of the mail address.
	Derived                               bool
	Organisation, Role, Mail, Phone, Note string
	// Twin is the place in Guests, counted from 1, of who says the same earlier in the list; 0 for nobody.
	Twin int
}

// Name is a name in its parts, as far as they can be told.
type Name struct {
	Prefix, Given, Family, Suffix string
	// Before is what the family was called before a wedding: what stands behind "geb." or "née", or in brackets.
	Before string
}

// Skipped is a line without a guest.
type Skipped struct {
	Line int
	Text string
	Why  Reason
}

// Reason is a code for why a line was left out: "guestlist.skipped.<Reason>" in the catalogue.
type Reason string

// The reasons.
const (
	Blank   Reason = "blank"
	Rule    Reason = "rule"    // ----
	Page    Reason = "page"    // "Seite 3 von 7"
	Heading Reason = "heading" // "Teilnehmerliste, Stand 3.11.", a letter of the alphabet
	Header  Reason = "header"  // what the columns are called
	Prose   Reason = "prose"   // a sentence
	NoName  Reason = "no-name" // nothing in it can be a name
	Nobody  Reason = "nobody"  // "TBA", "N.N.", "???"
	Link    Reason = "link"    // an address of the web alone
	TooLong Reason = "too-long"
	TooMany Reason = "too-many"

	// These two are said of who is invited in a calendar.
	Thing    Reason = "thing" // a room, a projector
	Declined Reason = "declined"
)

// Reasons returns all reasons, so that a test can hold the catalogue complete.
func Reasons() []Reason {
	return []Reason{Blank, Rule, Page, Heading, Header, Prose, NoName, Nobody, Link, TooLong, TooMany, Thing, Declined}
}

// Field is what a column is taken for: "guestlist.field.<Field>" in the catalogue.
type Field string

// The fields, in the order in which a person is offered them. A second name in a line is a second guest. Several columns of one
// other field are joined.
const (
	FieldName         Field = "name"
	FieldGiven        Field = "given"
	FieldFamily       Field = "family"
	FieldPrefix       Field = "prefix"
	FieldSuffix       Field = "suffix"
	FieldOrganisation Field = "organisation"
	FieldRole         Field = "role"
	FieldMail         Field = "mail"
	FieldPhone        Field = "phone"
	FieldNote         Field = "note"
	FieldSkip         Field = "skip"
)

// Fields returns every field.
func Fields() []Field {
	return []Field{FieldName, FieldGiven, FieldFamily, FieldPrefix, FieldSuffix, FieldOrganisation, FieldRole, FieldMail, FieldPhone, FieldNote, FieldSkip}
}

// Separator is what stands between the columns of a line.
type Separator string

// The separators. Lines without one have a single column, the name.
const (
	None    Separator = ""
	Tab     Separator = "tab"
	Bar     Separator = "bar"
	Semi    Separator = "semicolon"
	Spaces  Separator = "spaces" // three or more, or two where most lines have them
	Comma   Separator = "comma"
	Dash    Separator = "dash" // a dash with space around it, and commas behind it
	Bracket Separator = "bracket"
	Cells   Separator = "cells" // of a table
)

// Shape is how lines of one kind are split, and what each of their columns is. Headers and Samples are what a preview shows of the
// columns: what stands above them, "" for nothing, and the first values.
type Shape struct {
	Separator Separator
	Fields    []Field
	Headers   []string
	Samples   [][]string
	Lines     int
}

// Row is a row of a table. Text is the row as it came; where it is "", the cells are joined by tabs.
type Row struct {
	Line  int
	Text  string
	Cells []string
}

const (
	// MaxLine is how long a line may be, in bytes.
	MaxLine = 4 << 10
	// MaxGuests is how many guests a list may have.
	MaxGuests = 20_000
	// MaxLines is how many lines are looked at; what follows them is left out as one.
	MaxLines = 5 * MaxGuests
	// maxColumns is into how many columns a line is split; what is left stays in the last.
	maxColumns = 40
	samples    = 5
)
