package contact

import (
	"errors"
	"fmt"
)

// ErrNotFound says that there is no such person, tag, operation or photo.
var ErrNotFound = errors.New("not found")

// AmbiguousError says that a name fits several people.
type AmbiguousError struct {
	Name    string
	Matches []Summary
}

func (e *AmbiguousError) Error() string {
	return fmt.Sprintf("%q fits %d people", e.Name, len(e.Matches))
}

// InvalidError says which field of a form cannot be taken and why. Reason is a code: "empty", "too-long", "not-a-picture" ….
type InvalidError struct {
	Field, Reason string
}

func (e *InvalidError) Error() string { return fmt.Sprintf("%s: %s", e.Field, e.Reason) }

// Fault is an error in the words of the catalogue: the sentence "error.<Code>" and the hint "error.<Code>.hint", both
// with Args.
type Fault struct {
	Code string
	Args []Arg
}

// Arg fills one {Name} of a sentence.
type Arg struct {
	Name, Value string
}
