package book

import "kaffeerunde/backend/contact"

// SortBy is the order of a list.
type SortBy string

// The orders of a list. Empty means as the settings say.
const (
	SortByFamily SortBy = "family"
	SortByGiven  SortBy = "given"
)

// Query says which people are meant. Empty fields do not narrow.
type Query struct {
	// Text is what a person types into the search: every word must be found, in any form of its umlauts; phone digits
	// in any format.
	Text string
	// AnyTags, AllTags and NoTags are names of tags.
	AnyTags, AllTags, NoTags []string
	// Organisation is an exact name: who is there now.
	Organisation string
	// Topics are names of topics in any spelling: who has one of them, in TopicKind or, for "", in whatever kind.
	Topics    []string
	TopicKind contact.TopicKind
	// Import is the operation that brought them in.
	Import int64
	// Untagged leaves only those without any tag.
	Untagged bool
	// IDs narrows to these people; nil does not narrow.
	IDs    []contact.ID
	SortBy SortBy
}

// Page is a stretch of a list; Total counts everyone the query finds.
type Page struct {
	Total int
	Items []contact.Summary
}

// Letter is where a section of the list begins.
type Letter struct {
	Letter string
	Offset int
}

// OrganisationCount is a name that cards give as their ORG, and how many do.
type OrganisationCount struct {
	Name  string
	Count int
}
