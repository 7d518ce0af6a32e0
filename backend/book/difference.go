package book

import "slices"

// Difference is one thing that the card of a file says otherwise than the card of the person it meets. Mine is what the book
// says and Theirs what the file says; one of them is empty where only the other says something. Choices are what can become
// of it, Choice is what would.
type Difference struct {
	Index    int
	Field    Field
	Property string // the name of the property for FieldOther, else ""
	Mine     []DifferenceValue
	Theirs   []DifferenceValue
	Choices  []Choice
	Choice   Choice

	key          string // finds the difference again when both cards are read anew
	mine, theirs []statement
	fuller       bool // theirs says all that mine does, and more
}

// DifferenceValue is one value as a person reads it. Year, Month and Day are 0 for what is no date or is not said. Thumbnail
// is a small JPEG of a picture, nil for everything else and for a picture that cannot be shown. What is said of a connection
// follows its Value in lines of its own; Closed is "don't ask".
type DifferenceValue struct {
	Value            string
	Types            []string
	Label            string
	Year, Month, Day int
	Thumbnail        []byte
	Closed           bool

	picture string // its hash
}

// Field says what a difference is about: the sentence "difference.<Field>" of the catalogue.
type Field string

// The fields of differences.
const (
	FieldName         Field = "name"
	FieldNickname     Field = "nickname"
	FieldPhone        Field = "phone"
	FieldMail         Field = "mail"
	FieldAddress      Field = "address"
	FieldLink         Field = "link"
	FieldMessenger    Field = "messenger"
	FieldOrganisation Field = "organisation"
	FieldTitle        Field = "title"
	FieldRole         Field = "role"
	FieldBirthday     Field = "birthday"
	FieldDate         Field = "date"
	FieldNote         Field = "note"
	FieldTags         Field = "tags"
	FieldPhoto        Field = "photo"
	FieldRelated      Field = "related"
	FieldKind         Field = "kind"
	FieldOther        Field = "property"
)

// Fields returns all fields of differences in the order in which they are shown, so that a test can hold the catalogue
// complete.
func Fields() []Field {
	return []Field{
		FieldName, FieldNickname, FieldKind, FieldOrganisation, FieldTitle, FieldRole, FieldPhone, FieldMail, FieldMessenger,
		FieldAddress, FieldLink, FieldBirthday, FieldDate, FieldRelated, FieldTags, FieldPhoto, FieldNote, FieldOther,
	}
}

// Choice is what becomes of a difference.
type Choice string

// The choices. With ChoiceBoth nothing is lost: where a card can have one value only, mine stands and theirs is kept beside
// it in a property of its own.
const (
	ChoiceMine   Choice = "mine"
	ChoiceTheirs Choice = "theirs"
	ChoiceBoth   Choice = "both"
)

// under returns what becomes of the difference when the same was chosen for all of a card; "" is for nothing chosen. What only
// one side says stays or comes.
func (d *Difference) under(all Choice) Choice {
	switch {
	case all == ChoiceMine, len(d.theirs) == 0:
		return ChoiceMine
	case all == ChoiceTheirs, len(d.mine) == 0, all == "" && d.fuller:
		return ChoiceTheirs
	case slices.Contains(d.Choices, ChoiceBoth):
		return ChoiceBoth
	}
	return ChoiceMine
}

// chosen is what was chosen about the differences of one card: all of them the same, and some otherwise. Its zero value
// merges the two cards so that nothing is lost.
type chosen struct {
	all  Choice // "" for nothing
	each map[string]Choice
}

// of returns what becomes of a difference.
func (c chosen) of(d *Difference) Choice {
	if choice, ok := c.each[d.key]; ok && slices.Contains(d.Choices, choice) {
		return choice
	}
	return d.under(c.all)
}
