package book

import (
	"testing"

	"kaffeerunde/backend/contact"
)

func TestAGuestOfASecondListIsKnownAgain(t *testing.T) {
	b := newBook(t)
	add(t, b, contact.Draft{N: contact.Name{Given: "Ralf Jörg", Family: "Bauer"}, Emails: []contact.Value{{Index: contact.NewLine, Value: "ralf@bauer.example"}}, Phones: []contact.Value{{Index: contact.NewLine, Value: "+49 170 5550101"}}})
	for _, c := range []struct {
		claim, first, second string
		again                bool
	}{
		{"by the name with an umlaut written otherwise", "Bjoern Bauer - bjoern@example.org", "Björn Bauer", true},
		{"by the name in another order", "Anna Meier", "Meier, Anna", true},
		{"by the mail address under a shorter name", "Timo Roth <timo@example.org>", "T. Roth <timo@example.org>", true},
		{"by the number", "Timo Roth, 0170 5550102", "Timo A. Roth, +49 170 5550102", true},
		{"by a title that one list has", "Dr. Anna Meier", "Anna Meier", true},
		{"by being somebody in the book surely", "R. J. Bauer <ralf@bauer.example>", "Ralf Baeur, +49 170 5550101", true},
		{"and not where only the sound is the same", "Anna Maier", "Anna Meyer", false},
		{"and not where one has an initial", "A. Meier", "Anna Meier", false},
		{"and not where two can be written to", "Anna Meier <anna@one.example>", "Anna Meier <meier@two.example>", false},
		{"and not where two organisations are named", "Anna Meier, Hafenradio GmbH", "Anna Meier, Stadtwerke AG", false},
		{"and not by a given name alone", "Anna", "Anna!", false},
		{"and not a father and his son", "Hans Meier sen.", "Hans Meier jun.", false},
	} {
		t.Run(c.claim, func(t *testing.T) {
			e := evening(t, b, c.first)
			invite(t, b, e, c.second)
			want := 2
			if c.again {
				want = 1
			}
			if rows := guests(t, b, e); len(rows) != want {
				t.Errorf("%q and then %q are %d guests, want %d: %+v", c.first, c.second, len(rows), want, rows)
			}
		})
	}

	t.Run("and what the second list says more is added, in one step", func(t *testing.T) {
		e := evening(t, b, "Bjoern Bauer")
		before := dump(t, b)
		change := invite(t, b, e, "Björn Bauer, Werft GmbH <bjoern@werft.example>")
		rows := guests(t, b, e)
		if g := rows[0].Guest; len(rows) != 1 || g.Mail != "bjoern@werft.example" || g.Organisation != "Werft GmbH" || change.Kind != KindGuestsFilled {
			t.Errorf("after the second list: %+v by %+v, want one guest with address and organisation", rows, change)
		}
		if _, err := b.Undo(t.Context(), 0); err != nil || dump(t, b) != before {
			t.Errorf("the undo does not lead back (%v)", err)
		}
	})

	t.Run("two of a name on one list are two, and stay two when it comes again", func(t *testing.T) {
		e := evening(t, b, "1. Anna Meier", "2. Anna Meier")
		invite(t, b, e, "Anna Meier", "Meier, Anna")
		if rows := guests(t, b, e); len(rows) != 2 {
			t.Errorf("guests = %+v, want two", rows)
		}
	})
}

func TestAnInvitationThatComesAgain(t *testing.T) {
	b := newBook(t)
	first := contact.Invitation{UID: "1@x.example", Title: "Supper", When: "2026-12-03 19:00", Place: "Betahaus", Note: "Bring a dish."}
	told := func(i contact.Invitation) contact.Event {
		return contact.Event{Title: i.Title, When: i.When, Place: i.Place, Note: i.Note, Invitation: i}
	}
	e, _, err := b.AddEvent(t.Context(), told(first), nil)
	if err != nil {
		t.Fatal(err)
	}
	e.Place, e.Note, e.Questions = "Betahaus, 3rd floor", "Ask for Jana.", []string{"Who cooks?"}
	if _, _, err := b.SaveEvent(t.Context(), e); err != nil {
		t.Fatal(err)
	}
	again := func(i contact.Invitation) Renewal {
		t.Helper()
		of := told(i)
		of.ID = e.ID
		r, _, err := b.RenewEvent(t.Context(), of, nil)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}

	t.Run("as it was changes nothing that a person wrote", func(t *testing.T) {
		if r := again(first); len(r.News) != 0 || r.Event.Place != "Betahaus, 3rd floor" {
			t.Errorf("renewal = %+v, want nothing new", r)
		}
	})
	t.Run("with another place and note brings them, and keeps the note of one's own", func(t *testing.T) {
		moved := first
		moved.Place, moved.Note = "Tempelhof", "Bring a chair."
		r := again(moved)
		if r.Event.Place != "Tempelhof" || r.Event.Note != "Ask for Jana.\n\nBring a chair." || r.Event.When != first.When || len(r.Event.Questions) != 1 {
			t.Errorf("event = %+v, want it in Tempelhof with both notes", r.Event)
		}
		if len(r.News) != 2 {
			t.Errorf("news = %+v, want place and note", r.News)
		}
	})
}

func TestAnInvitationToAnEventWrittenByHand(t *testing.T) {
	b := newBook(t)
	mine, _, err := b.SaveEvent(t.Context(), contact.Event{Title: "Supper", When: "2026-12-03 19:00", Place: "Betahaus, 3rd floor", Link: "https://mine.example"})
	if err != nil {
		t.Fatal(err)
	}
	renew := func(i contact.Invitation) (Renewal, Change) {
		t.Helper()
		e := contact.Event{ID: mine.ID, Title: i.Title, When: i.When, Place: i.Place, Link: i.Link, Note: i.Note, Invitation: i}
		r, change, err := b.RenewEvent(t.Context(), e, nil)
		if err != nil {
			t.Fatal(err)
		}
		return r, change
	}
	before := dump(t, b)
	says := contact.Invitation{UID: "2@x.example", Title: "SUPPER", When: "2026-12-03 19:00", Place: "Betahaus", Link: "https://theirs.example"}

	t.Run("makes the event known by its UID, though it says nothing new", func(t *testing.T) {
		r, change := renew(says)
		if len(r.News) != 0 || r.Event.Place != mine.Place || r.Event.Link != mine.Link || r.Event.Title != mine.Title {
			t.Errorf("renewal = %+v, want what was written by hand", r)
		}
		if change.Operation == 0 || r.Event.Invitation.UID != says.UID {
			t.Errorf("change = %+v with %+v, want the invitation to be kept", change, r.Event.Invitation)
		}
		if _, change := renew(says); change.Operation != 0 {
			t.Errorf("the same once more is %+v, want nothing", change)
		}
		if _, err := b.Undo(t.Context(), 0); err != nil || dump(t, b) != before {
			t.Errorf("the undo does not lead back (%v)", err)
		}
	})
	t.Run("adds what is missing there", func(t *testing.T) {
		more := says
		more.Note = "Bring a dish."
		if r, _ := renew(more); len(r.News) != 1 || r.Event.Note != "Bring a dish." || r.Event.Place != mine.Place {
			t.Errorf("renewal = %+v, want only the note to be new", r)
		}
	})
}
