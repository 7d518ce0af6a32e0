package app

import "kaffeerunde/backend/book"

// OperationDetail is what an operation changed: counts, and the first people and things of each kind. Known is false where that is no
// longer kept. Later are the operations that an undo takes along, LaterCount how many there are.
type OperationDetail struct {
	Known      bool            `json:"known"`
	People     TallyView       `json:"people"`
	First      []ChangedPerson `json:"first"`
	Things     []ChangedThings `json:"things"`
	Later      []OperationView `json:"later"`
	LaterCount int             `json:"laterCount"`
}

// TallyView counts what became of people or things.
type TallyView struct {
	Added   int `json:"added"`
	Gone    int `json:"gone"`
	Changed int `json:"changed"`
}

// ChangedPerson is somebody an operation was about: "history.item.<becoming>". More counts further changes. Here tells that they are in
// the book now.
type ChangedPerson struct {
	ID       int64        `json:"id"`
	Name     string       `json:"name"`
	Becoming string       `json:"becoming"`
	Here     bool         `json:"here"`
	Changes  []CardChange `json:"changes"`
	More     int          `json:"more"`
}

// CardChange is one thing that a card said before and after: "difference.<field>", with Property for the field "property", else "".
type CardChange struct {
	Field    string            `json:"field"`
	Property string            `json:"property"`
	Before   []DifferenceValue `json:"before"`
	After    []DifferenceValue `json:"after"`
}

// ChangedThings are things that are no people: "restore.things.<thing>".
type ChangedThings struct {
	Thing string         `json:"thing"`
	Tally TallyView      `json:"tally"`
	First []ChangedThing `json:"first"`
}

// ChangedThing is one of them.
type ChangedThing struct {
	Name     string         `json:"name"`
	Becoming string         `json:"becoming"`
	Fields   []ChangedField `json:"fields"`
}

// ChangedField is what "history.field.<field>" said before and after, "" for nothing.
type ChangedField struct {
	Field  string `json:"field"`
	Before string `json:"before"`
	After  string `json:"after"`
}

func operationDetail(d book.OperationDetail) OperationDetail {
	return OperationDetail{
		Known: d.Known, People: tallyView(d.People.Tally), Later: each(d.Later, operationView), LaterCount: len(d.StandsOn),
		First: each(d.People.First, func(p book.ChangedPerson) ChangedPerson {
			return ChangedPerson{
				ID: int64(p.ID), Name: p.Name, Becoming: string(p.Becoming), Here: p.Here, Changes: each(p.Changes, cardChange), More: p.More,
			}
		}),
		Things: each(d.Things, func(t book.ChangedThings) ChangedThings {
			return ChangedThings{Thing: t.Thing, Tally: tallyView(t.Tally), First: each(t.First, changedThing)}
		}),
	}
}

func cardChange(c book.CardChange) CardChange {
	return CardChange{Field: string(c.Field), Property: c.Property, Before: each(c.Before, differenceValue), After: each(c.After, differenceValue)}
}

func changedThing(t book.ChangedThing) ChangedThing {
	return ChangedThing{Name: t.Name, Becoming: string(t.Becoming), Fields: each(t.Fields, func(f book.ChangedField) ChangedField { return ChangedField(f) })}
}

func tallyView(t book.Tally) TallyView { return TallyView(t) }
