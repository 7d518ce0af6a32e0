package book

import (
	"errors"
	"testing"
	"time"

	"kaffeerunde/backend/coffee"
	"kaffeerunde/backend/contact"
)

func TestWriteDown(t *testing.T) {
	ctx := t.Context()
	b := newBook(t)
	anna := add(t, b, contact.Draft{N: contact.Name{Given: "Anna", Family: "Müller"}, Organisation: "Hafenradio"})
	e := evening(t, b, "Anna Mueller, Hafenradio", "Jana Krüger <jana@chor.example>", "Timo Roth", "A. Müller")
	rows := guests(t, b, e)
	see := func(status contact.GuestStatus, ids ...int64) {
		t.Helper()
		if _, err := b.See(ctx, ids, status); err != nil {
			t.Fatal(err)
		}
	}
	note := func(guest int64, n GuestNote) {
		t.Helper()
		if _, err := b.NoteGuest(ctx, guest, n); err != nil {
			t.Fatal(err)
		}
	}
	see(contact.GuestMet, rows[0].ID, rows[1].ID, rows[3].ID)
	see(contact.GuestUnseen, rows[2].ID)
	note(rows[1].ID, GuestNote{Remark: "plays the accordion", Promise: "send her the article", Topics: []string{"Shanties", " shanties "}})

	t.Run("what is noted on site makes nobody a person", func(t *testing.T) {
		if got := names(t, b, Query{}); len(got) != 1 {
			t.Errorf("in the book are %q, want Anna alone", got)
		}
	})
	before := dump(t, b)
	waiting, change, err := b.WriteDown(ctx, e.ID)
	if err != nil || change.Kind != KindAfterwards || len(waiting) != 1 || waiting[0].Name != "A. Müller" {
		t.Fatalf("WriteDown = %+v, %+v, %v, want A. Müller to wait", waiting, change, err)
	}
	jana, err := b.FindPerson(ctx, "Jana Krüger")
	if err != nil {
		t.Fatal(err)
	}
	t.Run("who was met becomes a person with a note, a thread and topics", func(t *testing.T) {
		line := timeline(t, b, jana.ID)
		if len(line.Encounters) != 1 || line.Encounters[0].Note != "plays the accordion" || line.Encounters[0].Event != e.ID {
			t.Errorf("encounters = %+v, want one at the event", line.Encounters)
		}
		if len(line.Threads) != 1 || line.Threads[0].Text != "send her the article" {
			t.Errorf("threads = %+v, want the article", line.Threads)
		}
		if len(jana.Topics) != 1 || jana.Topics[0].Name != "Shanties" || jana.Topics[0].Kind != contact.Interest {
			t.Errorf("topics = %+v, want Shanties", jana.Topics)
		}
	})
	t.Run("writing it down again writes nothing twice", func(t *testing.T) {
		if _, change, err := b.WriteDown(ctx, e.ID); change.Operation != 0 || err != nil {
			t.Errorf("WriteDown = %+v, %v, want no operation", change, err)
		}
	})
	t.Run("a remark that changes later changes the note", func(t *testing.T) {
		note(rows[1].ID, GuestNote{Remark: "plays the concertina"})
		if got := timeline(t, b, jana.ID).Encounters; len(got) != 1 || got[0].Note != "plays the concertina" {
			t.Errorf("encounters = %+v, want the new remark", got)
		}
		undone(t, b)
	})
	t.Run("who was not met after all has no encounter, and stays a person", func(t *testing.T) {
		see(contact.GuestOpen, rows[0].ID)
		if got := timeline(t, b, anna.ID).Encounters; len(got) != 0 {
			t.Errorf("encounters of Anna = %+v, want none", got)
		}
		undone(t, b)
	})
	t.Run("an undo takes the whole back", func(t *testing.T) {
		undone(t, b)
		if got := dump(t, b); got != before {
			t.Errorf("after the undo the book holds\n%s\nwant\n%s", got, before)
		}
		sound(t, b)
	})
	t.Run("what does not exist is refused", func(t *testing.T) {
		var invalid *contact.InvalidError
		if _, err := b.See(ctx, []int64{rows[0].ID}, "lost"); !errors.As(err, &invalid) {
			t.Errorf("See = %v, want an InvalidError", err)
		}
		if _, err := b.See(ctx, []int64{999}, contact.GuestMet); !errors.Is(err, contact.ErrNotFound) {
			t.Errorf("See = %v, want ErrNotFound", err)
		}
		if _, err := b.Came(ctx, e.ID, -1); !errors.As(err, &invalid) {
			t.Errorf("Came = %v, want an InvalidError", err)
		}
	})
}

func undone(t *testing.T, b *Book) {
	t.Helper()
	if _, err := b.Undo(t.Context(), 0); err != nil {
		t.Fatal(err)
	}
}

func TestCame(t *testing.T) {
	b := newBook(t)
	for _, came := range []int{8, 9, 10} {
		e := evening(t, b, "Ada Roth", "Nur Demir", "Kim Weber", "Jörg Beck", "Lena Voss", "Said Omar", "Zoë Frei", "Mehmet Ak", "Ute Ohm", "Pia Lenz")
		if _, err := b.Came(t.Context(), e.ID, came); err != nil {
			t.Fatal(err)
		}
	}
	e := evening(t, b, "Ada Roth", "Nur Demir", "Kim Weber", "Jörg Beck", "Lena Voss", "Said Omar", "Zoë Frei", "Mehmet Ak", "Ute Ohm", "Pia Lenz")
	want := coffee.Turnout{Names: 10, Low: 8, High: 10, Source: coffee.Own}
	if got := coffees(t, b, e).Turnout; got != want {
		t.Errorf("turnout = %+v, want %+v", got, want)
	}
	t.Run("and stays when the guests are forgotten", func(t *testing.T) {
		now := b.now
		b.now = func() time.Time { return now().AddDate(1, 0, 0) }
		if _, err := b.ForgetGuests(t.Context()); err != nil {
			t.Fatal(err)
		}
		next := evening(t, b, "Ada Roth", "Nur Demir", "Kim Weber", "Jörg Beck", "Lena Voss", "Said Omar", "Zoë Frei", "Mehmet Ak", "Ute Ohm", "Pia Lenz")
		if got := coffees(t, b, next).Turnout; got != want {
			t.Errorf("turnout = %+v, want %+v", got, want)
		}
	})
}

func TestNoteThatGoesOn(t *testing.T) {
	ctx := t.Context()
	b := newBook(t)
	e := evening(t, b, "Jana Krüger", "Timo Roth")
	rows := guests(t, b, e)
	before := dump(t, b)
	note := func(guest int, remark string, on int64) int64 {
		t.Helper()
		change, err := b.NoteGuest(ctx, rows[guest].ID, GuestNote{Remark: remark, On: on})
		if err != nil {
			t.Fatal(err)
		}
		return change.Operation
	}
	first := note(0, "plays", 0)
	if got := note(0, "plays the accordion", first); got != first {
		t.Errorf("a note that goes on is operation %d, want %d", got, first)
	}
	whole := dump(t, b)
	t.Run("is one step back, and one forth", func(t *testing.T) {
		undone(t, b)
		if got := dump(t, b); got != before {
			t.Errorf("after the undo the book holds\n%s\nwant\n%s", got, before)
		}
		if _, err := b.Redo(ctx); err != nil {
			t.Fatal(err)
		}
		if got := dump(t, b); got != whole {
			t.Errorf("after the redo the book holds\n%s\nwant\n%s", got, whole)
		}
	})
	t.Run("is a new one about somebody else, after something else and after an undo", func(t *testing.T) {
		if got := note(1, "builds boats", first); got == first {
			t.Error("a note about Timo goes on with one about Jana")
		}
		if got := note(0, "plays the concertina", first); got == first {
			t.Error("a note goes on with one that others followed")
		}
		last := note(0, "plays the fiddle", 0)
		undone(t, b)
		if got := note(0, "plays the harp", last); got == last {
			t.Error("a note goes on with one that was undone")
		}
	})
	t.Run("is a new one while something older can be done again", func(t *testing.T) {
		_, before, err := b.Add(ctx, contact.Draft{Name: "Cem Example"})
		if err != nil {
			t.Fatal(err)
		}
		last := note(0, "plays the lute", 0)
		if _, err := b.Undo(ctx, before.Operation); err != nil {
			t.Fatal(err)
		}
		if got := note(0, "plays the lute and sings", last); got == last {
			t.Error("a note goes on while the tag can be given again")
		}
		if _, err := b.Redo(ctx); !errors.Is(err, ErrNothingLeft) {
			t.Errorf("Redo after the note = %v, want ErrNothingLeft", err)
		}
	})
	sound(t, b)
}
