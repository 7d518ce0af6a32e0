package book

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"kaffeerunde/backend/contact"
)

func TestNameCircle(t *testing.T) {
	names := func(t *testing.T, b *Book) []string {
		t.Helper()
		circles, err := b.Circles(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, c := range circles {
			if c.Given {
				names = append(names, fmt.Sprintf("%s %d", c.Name, len(c.People)))
			}
		}
		return names
	}
	name := func(t *testing.T, b *Book, member contact.ID, name string) {
		t.Helper()
		if _, err := b.NameCircle(t.Context(), member, name); err != nil {
			t.Fatal(err)
		}
	}
	want := func(t *testing.T, b *Book, want ...string) {
		t.Helper()
		if got := names(t, b); !slices.Equal(got, want) {
			t.Errorf("the names are %q, want %q", got, want)
		}
	}
	t.Run("a name stays with its people while the circle grows and shrinks", func(t *testing.T) {
		b := newBook(t)
		ids := rounds(t, b, 2)
		name(t, b, ids[1], "Doppelkopf")
		want(t, b, "Doppelkopf 4")
		newcomer := acquaint(t, b, "Neu Hier")
		connect(t, b, contact.Connection{Kind: contact.Friend}, append(newcomer, ids[:3]...)...)
		want(t, b, "Doppelkopf 5")
		if _, err := b.Delete(t.Context(), ids[1:2]); err != nil {
			t.Fatal(err)
		}
		want(t, b, "Doppelkopf 4")
	})
	t.Run("an undo takes it back and a redo gives it again", func(t *testing.T) {
		b := newBook(t)
		ids := rounds(t, b, 2)
		name(t, b, ids[1], "Doppelkopf")
		name(t, b, ids[2], "Skat")
		want(t, b, "Skat 4")
		if _, err := b.Undo(t.Context(), 0); err != nil {
			t.Fatal(err)
		}
		want(t, b, "Doppelkopf 4")
		if _, err := b.Undo(t.Context(), 0); err != nil {
			t.Fatal(err)
		}
		want(t, b)
		if _, err := b.Redo(t.Context()); err != nil {
			t.Fatal(err)
		}
		want(t, b, "Doppelkopf 4")
	})
	t.Run("an empty name takes it back, and what they share is the name again", func(t *testing.T) {
		b := newBook(t)
		ids := rounds(t, b, 2)
		if _, err := b.Tag(t.Context(), "Chor", ids[:4]); err != nil {
			t.Fatal(err)
		}
		name(t, b, ids[0], "Doppelkopf")
		name(t, b, ids[0], " ")
		want(t, b)
		if circles, err := b.Circles(t.Context()); err != nil || circles[0].Name != "Chor" {
			t.Errorf("the circle is called %q, %v; want Chor", circles[0].Name, err)
		}
	})
	t.Run("the same name again changes nothing", func(t *testing.T) {
		b := newBook(t)
		ids := rounds(t, b, 1)
		name(t, b, ids[0], "Doppelkopf")
		if change, err := b.NameCircle(t.Context(), ids[3], "Doppelkopf"); err != nil || change.Count != 0 {
			t.Errorf("NameCircle = %+v, %v; want no change", change, err)
		}
	})
	t.Run("somebody in no circle has none to name", func(t *testing.T) {
		b := newBook(t)
		ids := acquaint(t, b, "Solo Allein")
		if _, err := b.NameCircle(t.Context(), ids[0], "Skat"); !errors.Is(err, contact.ErrNotFound) {
			t.Errorf("NameCircle = %v, want not found", err)
		}
	})
}
