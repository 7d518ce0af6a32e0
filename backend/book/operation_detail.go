package book

import (
	"context"
	"fmt"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

// OperationDetail says what an operation changed. Known is false where that is no longer kept: of one that is too old, and of one that
// was undone before something new was done.
type OperationDetail struct {
	Operation
	Known  bool
	People ChangedPeople
	Things []ChangedThings
	// Later are the operations of StandsOn.
	Later []Operation
}

// Becoming is what became of somebody or something.
type Becoming string

// What can become of somebody or something.
const (
	Added   Becoming = "added"
	Gone    Becoming = "gone"
	Changed Becoming = "changed"
)

// Tally counts what became of people or things.
type Tally struct{ Added, Gone, Changed int }

func (t Tally) sum() int { return t.Added + t.Gone + t.Changed }

// ChangedPeople are those an operation was about, and the first of them.
type ChangedPeople struct {
	Tally
	First []ChangedPerson
}

// ChangedPerson is somebody an operation was about. Changes say what was changed of their card. More is how many further changes there
// are.
type ChangedPerson struct {
	ID       contact.ID
	Name     string
	Becoming Becoming
	Changes  []CardChange
	More     int
	// Here tells that they are in the book now.
	Here bool
}

// CardChange is one thing that a card says otherwise after an operation than before it. One of the two is empty where only the other time
// said something.
type CardChange struct {
	Field         Field
	Property      string // the name of the property for FieldOther, else ""
	Before, After []DifferenceValue
}

// ChangedThings are things that are no people: the sentence "restore.things.<Thing>".
type ChangedThings struct {
	Thing string
	Tally
	First []ChangedThing
}

// ChangedThing is one of them. Fields say what was changed.
type ChangedThing struct {
	Name     string
	Becoming Becoming
	Fields   []ChangedField
}

// ChangedField is what a field said before and after: the sentence "history.field.<Field>". Of one with values from a list they are
// codes: "encounter.kind.<value>", "thread.state.<value>", "guest.status.<value>", "history.verdict.<value>".
type ChangedField struct{ Field, Before, After string }

// Limits of what is told of one operation.
const (
	mostChanged   = 50
	mostChangesOf = 20
	mostLater     = 50
)

// OperationDetail returns what an operation changed: everything counted, and of people and of each kind of things the first fifty in the
// order of their IDs. The error is contact.ErrNotFound for an operation that is not in the history.
func (b *Book) OperationDetail(ctx context.Context, operation int64) (d OperationDetail, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		row, err := tx.Operation(ctx, operation)
		if err != nil {
			return asContact(err)
		}
		d = OperationDetail{Operation: operationOf(row), Known: row.HasChanges()}
		if d.Known {
			settings, err := b.settings(ctx, tx)
			if err != nil {
				return err
			}
			r := &changeReader{tx: tx, of: row, closely: true, region: settings.Region, known: map[contact.ID]recalled{}}
			if d.People, d.Things, err = r.read(ctx); err != nil {
				return err
			}
		}
		if d.CanUndo {
			d.StandsOn, d.Later, err = later(ctx, tx, row.ID)
		}
		return err
	})
	for _, p := range d.People.First {
		for _, change := range p.Changes {
			for _, values := range [][]DifferenceValue{change.Before, change.After} {
				b.drawPictures(ctx, values, nil)
				if change.Field == FieldRelated && err == nil {
					err = b.nameRelated(ctx, values)
				}
			}
		}
	}
	if err != nil {
		return d, fmt.Errorf("operation %d: %w", operation, err)
	}
	return d, nil
}

// later returns the operations that go along with an undo, and what the first of them did.
func later(ctx context.Context, tx *store.Tx, operation int64) (ids []int64, list []Operation, err error) {
	if ids, err = tx.Standing(ctx, operation); err != nil {
		return nil, nil, err
	}
	for _, id := range ids[:min(len(ids), mostLater)] {
		row, err := tx.Operation(ctx, id)
		if err != nil {
			return nil, nil, err
		}
		list = append(list, operationOf(row))
	}
	return ids, list, nil
}

// OperationCounts is what an OperationDetail says in numbers and names; nothing is known of an operation that the journal has forgotten.
type OperationCounts struct {
	Known  bool
	People Tally
	Names  []string // of the first fifty people, in the order of their IDs
	Things []ThingTally
}

// ThingTally counts things of a kind.
type ThingTally struct {
	Thing string
	Tally
}
