package contact

// NewLine is the Index of a value that has no content line yet.
const NewLine = -1

// Value is one phone number, mail address, link or messenger address. Index is the content line of the card it stands on
// and stays the same until the card is changed. E164 is set for phone numbers that can be read as one, for instance
// "+493023125000". Kind is the service of a messenger address, else "".
type Value struct {
	Index     int
	Value     string
	E164      string
	Types     []string
	Label     string
	Kind      string
	Preferred bool
}

// Address is a postal address (RFC 6350, 6.3.1). Formatted is how an envelope would show it, lines joined by "\n".
type Address struct {
	Index                                                      int
	POBox, Extended, Street, City, Region, PostalCode, Country string
	Formatted                                                  string
	Types                                                      []string
	Label                                                      string
}

// Date is a day with a meaning. Kind is "birthday", "anniversary" or "other". Year, Month and Day are 0 when the card does
// not say them. Text holds what could not be read as a date, else "".
type Date struct {
	Index            int
	Kind             string
	Year, Month, Day int
	Text             string
	Label            string
}

// The kinds of dates.
const (
	Birthday    = "birthday"
	Anniversary = "anniversary"
	OtherDate   = "other"
)

// Related is another person that a card names, by name or by address. Person is who that is, 0 where they are not in the book.
type Related struct {
	Types  []string
	Value  string
	Label  string
	Person ID
}

// Field is a property that is shown folded away, as its name and its readable value.
type Field struct {
	Name, Value string
}
