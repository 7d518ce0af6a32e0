package book

import "kaffeerunde/backend/contact"

// Pile is one of the four heaps into which a preview sorts what a file holds.
type Pile string

// The piles.
const (
	PileNew        Pile = "new"
	PileSame       Pile = "same"
	PileSimilar    Pile = "similar"
	PileUnreadable Pile = "unreadable"
)

// Decision is what becomes of a card.
type Decision string

// The decisions. A card that is left for later is kept with the receipt and can be decided from there.
const (
	DecisionAdd   Decision = "add"
	DecisionMerge Decision = "merge"
	DecisionSkip  Decision = "skip"
	DecisionLater Decision = "later"
)

// Lines counts content lines: Shown, Kept and Unreadable add up to Total.
type Lines struct {
	Total, Shown, Kept, Unreadable int
}

// FileSummary is what was recognised of one file. The four piles add up to its cards and its unreadable pieces; Problem is
// nil unless the file could not be read at all.
type FileSummary struct {
	Name                           string // without its folder
	Path                           string
	Bytes                          int64
	Cards                          int
	Encoding                       string // "utf-8", "utf-16le", "windows-1252" …
	Guessed                        bool   // the encoding was guessed from the bytes
	Versions                       []string
	Producer                       string // "Android", "iPhone" …, "" when not known
	New, Same, Similar, Unreadable int
	Lines                          Lines
	Repairs                        int
	Table                          TableKnowledge // "" for a file that is no table
	Layout                         string         // whose layout a table has: "google", "outlook" …; "" for one of somebody's own
	KeptColumns                    []string       // headers that no field fits; what stands below them is kept in the cards
	Groups                         []GroupSummary // that are new
	Problem                        *contact.Fault
}

// Plan counts cards by what would become of them.
type Plan struct {
	Add, Merge, Skip, Later int
}

// Row is one card of a pile, or one unreadable piece. Match is the person in the book that it meets, nil without one; Twin the
// earlier card of the same import, nil without one. Changed says that somebody who is already here has other content in the
// file, Organisation that the card is of a company or the like.
type Row struct {
	Index        int
	File         string
	Card         int
	Line         int
	Name         string
	Detail       string
	Organisation bool
	Changed      bool
	Match        *contact.Summary
	Twin         *Twin
	Reasons      []Reason
	Decision     Decision
}

// Twin is a card that came earlier in the same import.
type Twin struct {
	Name, File string
	Card, Line int
}

// Rows is a stretch of a pile.
type Rows struct {
	Total int
	Items []Row
}
