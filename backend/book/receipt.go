package book

import "time"

// Receipt is what an import did, file by file. Undone says that it has been undone since. Undecided counts the cards left
// for later that nobody has decided yet.
type Receipt struct {
	Operation                            int64
	At                                   time.Time
	Files                                []FileSummary
	Cards, Added, Merged, Skipped, Later int
	Undecided, Unreadable                int
	Lines                                Lines
	Repairs                              int
	Undone, Sample                       bool
	// StandsOn counts the later operations that an undo takes along.
	StandsOn int
}

// Finding is one departure from a file, repaired or unreadable: the sentence "repair.<Reason>" with {text} and {made}. Card
// is 0 for a line outside of all cards.
type Finding struct {
	File       string
	Card, Line int
	Reason     string
	Text, Made string
}

// Findings is a stretch of the repairs or unreadable pieces of a receipt.
type Findings struct {
	Total int
	Items []Finding
}
