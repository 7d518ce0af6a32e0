package book

// Settings are what a person chose. They are kept in the book and are no part of the history.
type Settings struct {
	// Language is "de", "en" or "" for the system's.
	Language string
	// Theme is "light", "dark" or "" for the system's.
	Theme string
	// SortBy is SortByFamily or SortByGiven.
	SortBy SortBy
	// NameOrder says how a list shows a name.
	NameOrder NameOrder
	// Region is the ISO 3166 code of the country whose phone numbers are written without a prefix.
	Region string
	// SheetIntroduction is what the pocket sheet prints as "my introduction".
	SheetIntroduction string
	// WindowWidth and WindowHeight are in logical pixels, 0 when never set.
	WindowWidth, WindowHeight int
	Maximised                 bool
}

// NameOrder says how a list shows a name.
type NameOrder string

// The name orders.
const (
	GivenFirst  NameOrder = "given-first"
	FamilyFirst NameOrder = "family-first"
)
