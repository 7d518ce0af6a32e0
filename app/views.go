package app

// The views are what crosses to the frontend: plain values, RFC 3339 times, slices that are never nil. The domain types
// stay on this side, so that a screen never depends on how the book keeps things.

// PersonQuery says which people a list, an export or a sheet is about. Empty fields do not narrow; IDs, where given,
// narrows to just these people. Topics finds who has one of them, in TopicKind or, for "", in whatever kind.
type PersonQuery struct {
	Text         string   `json:"text"`
	AnyTags      []string `json:"anyTags"`
	AllTags      []string `json:"allTags"`
	NoTags       []string `json:"noTags"`
	Organisation string   `json:"organisation"`
	Topics       []string `json:"topics"`
	TopicKind    string   `json:"topicKind"`
	Import       int64    `json:"import"`
	Untagged     bool     `json:"untagged"`
	IDs          []int64  `json:"ids"`
}

// PersonRow is one line of the list. Photo is "" or the address of a thumbnail below /photos/.
type PersonRow struct {
	ID           int64    `json:"id"`
	Name         string   `json:"name"`
	Organisation string   `json:"organisation"`
	Title        string   `json:"title"`
	Tags         []string `json:"tags"`
	Photo        string   `json:"photo"`
	Letter       string   `json:"letter"`
	Kind         string   `json:"kind"`
}

// PersonPage is a stretch of the list from Offset on; Total counts everyone the query finds.
type PersonPage struct {
	Total  int         `json:"total"`
	Offset int         `json:"offset"`
	Items  []PersonRow `json:"items"`
}

// Letter is where a section of the list begins.
type Letter struct {
	Letter string `json:"letter"`
	Offset int    `json:"offset"`
}

// Value is one phone number, mail address, link or messenger address. Index is the content line it came from, -1 for one
// that is to be added. Kind is "" or the messenger's name.
type Value struct {
	Index     int      `json:"index"`
	Value     string   `json:"value"`
	E164      string   `json:"e164"`
	Types     []string `json:"types"`
	Label     string   `json:"label"`
	Kind      string   `json:"kind"`
	Preferred bool     `json:"preferred"`
}

// Address is one postal address; Formatted is how an envelope would show it, one line each.
type Address struct {
	Index      int      `json:"index"`
	POBox      string   `json:"poBox"`
	Extended   string   `json:"extended"`
	Street     string   `json:"street"`
	City       string   `json:"city"`
	Region     string   `json:"region"`
	PostalCode string   `json:"postalCode"`
	Country    string   `json:"country"`
	Formatted  string   `json:"formatted"`
	Types      []string `json:"types"`
	Label      string   `json:"label"`
}

// DateValue is a birthday, an anniversary or another day; parts that are not known are 0. Text holds what could not be
// read as a date, or "".
type DateValue struct {
	Index int    `json:"index"`
	Kind  string `json:"kind"`
	Year  int    `json:"year"`
	Month int    `json:"month"`
	Day   int    `json:"day"`
	Text  string `json:"text"`
	Label string `json:"label"`
}

// Related is another person the card names, as it names them. InBook says that they are here, and stand among the connections.
type Related struct {
	Types  []string `json:"types"`
	Value  string   `json:"value"`
	Label  string   `json:"label"`
	InBook bool     `json:"inBook"`
}

// Field is a property that is kept but has no place of its own on the screen.
type Field struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// Source says where a person came from: File is "" for one added by hand, Operation the import, 0 without one.
type Source struct {
	Operation int64  `json:"operation"`
	File      string `json:"file"`
	At        string `json:"at"`
}

// Topic is a subject: Kind is "interest", "offer" or "question", Level a word of RFC 6715 or "", Since as it was written. Index is
// that of a Value.
type Topic struct {
	Index int    `json:"index"`
	Name  string `json:"name"`
	Kind  string `json:"kind"`
	Level string `json:"level"`
	Since string `json:"since"`
}

// Position is what somebody is or was at another organisation than the first. Since and Until are as they were written; Index is
// that of a Value.
type Position struct {
	Index        int    `json:"index"`
	Organisation string `json:"organisation"`
	Unit         string `json:"unit"`
	Title        string `json:"title"`
	Role         string `json:"role"`
	Since        string `json:"since"`
	Until        string `json:"until"`
}

// PersonView is everything the detail shows. Derived says that Name was made of other values because the card has none.
// Photo is "" or an address below /photos/; PhotoURL is a remote address that is shown but never fetched.
type PersonView struct {
	ID           int64       `json:"id"`
	UID          string      `json:"uid"`
	Name         string      `json:"name"`
	Derived      bool        `json:"derived"`
	Family       string      `json:"family"`
	Given        string      `json:"given"`
	Additional   string      `json:"additional"`
	Prefixes     string      `json:"prefixes"`
	Suffixes     string      `json:"suffixes"`
	Nicknames    []string    `json:"nicknames"`
	Kind         string      `json:"kind"`
	Organisation string      `json:"organisation"`
	Unit         string      `json:"unit"`
	Title        string      `json:"title"`
	Role         string      `json:"role"`
	Since        string      `json:"since"`
	Until        string      `json:"until"`
	Further      []Position  `json:"further"`
	Topics       []Topic     `json:"topics"`
	Phones       []Value     `json:"phones"`
	Emails       []Value     `json:"emails"`
	Links        []Value     `json:"links"`
	Messengers   []Value     `json:"messengers"`
	Addresses    []Address   `json:"addresses"`
	Dates        []DateValue `json:"dates"`
	Notes        []string    `json:"notes"`
	Tags         []string    `json:"tags"`
	Related      []Related   `json:"related"`
	Others       []Field     `json:"others"`
	Photo        string      `json:"photo"`
	PhotoURL     string      `json:"photoUrl"`
	Source       Source      `json:"source"`
	Created      string      `json:"created"`
	Changed      string      `json:"changed"`
}

// PersonForm is what the edit form sends back. Name "" lets it be made of the parts. A value with an Index edits that
// line, with -1 adds one; a line of these kinds that is not mentioned is removed; everything else of the card is kept.
type PersonForm struct {
	Name         string      `json:"name"`
	Family       string      `json:"family"`
	Given        string      `json:"given"`
	Additional   string      `json:"additional"`
	Prefixes     string      `json:"prefixes"`
	Suffixes     string      `json:"suffixes"`
	Nicknames    []string    `json:"nicknames"`
	Organisation string      `json:"organisation"`
	Unit         string      `json:"unit"`
	Title        string      `json:"title"`
	Role         string      `json:"role"`
	Since        string      `json:"since"`
	Until        string      `json:"until"`
	Further      []Position  `json:"further"`
	Topics       []Topic     `json:"topics"`
	Phones       []Value     `json:"phones"`
	Emails       []Value     `json:"emails"`
	Links        []Value     `json:"links"`
	Messengers   []Value     `json:"messengers"`
	Addresses    []Address   `json:"addresses"`
	Dates        []DateValue `json:"dates"`
	Notes        []string    `json:"notes"`
	Tags         []string    `json:"tags"`
}

// Change is what the undo toast needs: the operation, its kind for the sentence "operation.<kind>", a name for the
// sentence or "", and how many people or things it changed. Operation is 0 when nothing changed.
type Change struct {
	Operation int64  `json:"operation"`
	Kind      string `json:"kind"`
	Name      string `json:"name"`
	Count     int    `json:"count"`
}

// PersonChange is a changed person and the operation that changed them.
type PersonChange struct {
	Person PersonView `json:"person"`
	Change Change     `json:"change"`
}

// Tag is a label with how many people wear it. Colour is "hue-1" to "hue-8".
type Tag struct {
	Name   string `json:"name"`
	Colour string `json:"colour"`
	Count  int    `json:"count"`
}

// Organisation is a name that cards give as their ORG, with how many do.
type Organisation struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
}
