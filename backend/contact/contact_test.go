package contact

import (
	"errors"
	"fmt"
	"testing"
)

func TestDraft(t *testing.T) {
	t.Run("a derived name is not handed on as the person's own", func(t *testing.T) {
		p := Person{Name: "Uni Köln", Derived: true, Organisation: "Uni Köln"}
		if d := p.Draft(); d.Name != "" || d.Organisation != "Uni Köln" {
			t.Errorf("draft of %+v = %+v, want no name", p, d)
		}
	})
	t.Run("values keep the lines they stand on", func(t *testing.T) {
		p := Person{Name: "Jana Roth", Phones: []Value{{Index: 4, Value: "110"}}}
		if d := p.Draft(); d.Name != "Jana Roth" || len(d.Phones) != 1 || d.Phones[0].Index != 4 {
			t.Errorf("draft of %+v = %+v", p, d)
		}
	})
}

func TestErrors(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{&AmbiguousError{Name: "anna", Matches: make([]Summary, 2)}, `"anna" fits 2 people`},
		{&InvalidError{Field: "tag", Reason: "empty"}, "tag: empty"},
	} {
		if got := c.err.Error(); got != c.want {
			t.Errorf("error = %q, want %q", got, c.want)
		}
	}
	var invalid *InvalidError
	if err := fmt.Errorf("add: %w", &InvalidError{Field: "name"}); !errors.As(err, &invalid) || invalid.Field != "name" {
		t.Errorf("%v is not found in its wrapping", err)
	}
}
