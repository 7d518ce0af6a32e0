package book

import "time"

// Operation is one entry of the history: the sentence "operation.<Kind>" with {n} from Count and {name} from Name.
type Operation struct {
	ID     int64
	At     time.Time
	Kind   Kind
	Name   string
	Count  int
	Undone bool
	// CanUndo is false for what is undone already.
	CanUndo bool
	// StandsOn are the later operations that touched the same things and go along with an undo, newest first.
	StandsOn []int64
}

// Operations is a stretch of the history, newest first.
type Operations struct {
	Total            int
	Items            []Operation
	CanUndo, CanRedo bool
}
