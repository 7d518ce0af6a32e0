package book

import (
	"errors"
	"testing"

	"kaffeerunde/backend/contact"
)

func TestMe(t *testing.T) {
	b := newBook(t)
	ids := acquaint(t, b, "Ada Birk")
	me := func(want contact.ID) {
		t.Helper()
		if got, err := b.Me(t.Context()); err != nil || got != want {
			t.Errorf("Me = %d, %v; want %d", got, err, want)
		}
	}
	me(0)
	if err := b.SetMe(t.Context(), ids[0]); err != nil {
		t.Fatal(err)
	}
	me(ids[0])
	if _, err := b.Delete(t.Context(), ids); err != nil {
		t.Fatal(err)
	}
	me(0)
	if _, err := b.Undo(t.Context(), 0); err != nil {
		t.Fatal(err)
	}
	me(ids[0])
	if err := b.SetMe(t.Context(), 4711); !errors.Is(err, contact.ErrNotFound) {
		t.Errorf("SetMe(4711) = %v, want not found", err)
	}
}
