package book

import (
	"database/sql"
	"slices"
	"strings"
	"testing"
	"time"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/guestlist"
)

// evening is an event with the guests that a pasted list names.
func evening(t *testing.T, b *Book, lines ...string) contact.Event {
	t.Helper()
	e, _, err := b.SaveEvent(t.Context(), contact.Event{Title: "Open Space Stammtisch", When: "2026-05-04 19:00", Place: "Betahaus"})
	if err != nil {
		t.Fatal(err)
	}
	invite(t, b, e, lines...)
	return e
}

func invite(t *testing.T, b *Book, e contact.Event, lines ...string) Change {
	t.Helper()
	_, change, err := b.Invite(t.Context(), e.ID, InvitedFrom(guestlist.Read([]byte(strings.Join(lines, "\n")), nil)), nil)
	if err != nil {
		t.Fatal(err)
	}
	return change
}

func guests(t *testing.T, b *Book, e contact.Event) []GuestRow {
	t.Helper()
	rows, err := b.Guests(t.Context(), e.ID)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestGuests(t *testing.T) {
	t.Run("a list that comes again adds nobody twice", func(t *testing.T) {
		b := newBook(t)
		e := evening(t, b, "Anna Meier, Hafenradio", "Timo Roth")
		if change := invite(t, b, e, "Anna Meier, Hafenradio", "Timo Roth", "Jana Krüger"); change.Count != 1 {
			t.Errorf("change = %+v, want one new guest", change)
		}
		var lines []string
		for _, g := range guests(t, b, e) {
			lines = append(lines, g.Line)
		}
		if want := []string{"Anna Meier, Hafenradio", "Timo Roth", "Jana Krüger"}; !slices.Equal(lines, want) {
			t.Errorf("lines = %q, want %q", lines, want)
		}
	})

	t.Run("who is in the book is found, and a decision stays", func(t *testing.T) {
		b := newBook(t)
		anna := add(t, b, contact.Draft{N: contact.Name{Given: "Anna", Family: "Müller"}, Organisation: "Hafenradio"})
		e := evening(t, b, "Anna Mueller, Hafenradio", "A. Müller", "Jana Krüger")
		rows := guests(t, b, e)
		if m := rows[0].Match(); m == nil || !m.Sure || m.Person.ID != anna.ID {
			t.Errorf("Anna Mueller of Hafenradio is %+v, want surely Anna", m)
		}
		if m := rows[1].Match(); m == nil || m.Sure || m.Person.ID != anna.ID {
			t.Errorf("A. Müller is %+v, want perhaps Anna", m)
		}
		if m := rows[2].Match(); m != nil {
			t.Errorf("Jana Krüger is %+v, want nobody", m)
		}
		if _, err := b.Recognise(t.Context(), rows[1].ID, 0); err != nil {
			t.Fatal(err)
		}
		if m := guests(t, b, e)[1].Match(); m != nil {
			t.Errorf("after the decision A. Müller is %+v, want nobody", m)
		}
	})
}

func TestAfterwards(t *testing.T) {
	b := newBook(t)
	anna := add(t, b, contact.Draft{N: contact.Name{Given: "Anna", Family: "Müller"}, Organisation: "Hafenradio"})
	e := evening(t, b, "Anna Mueller, Hafenradio", "Jana Krüger <jana@chor.example>", "Timo Roth", "A. Müller")
	before := dump(t, b)
	rows := guests(t, b, e)
	waiting, change, err := b.Afterwards(t.Context(), e.ID, []Outcome{
		{Guest: rows[0].ID, Status: contact.GuestMet, Remark: "is looking for a room"},
		{Guest: rows[1].ID, Status: contact.GuestMet, Thread: "send her the article"},
		{Guest: rows[2].ID, Status: contact.GuestUnseen},
		{Guest: rows[3].ID, Status: contact.GuestMet},
	})
	if err != nil || change.Kind != KindAfterwards {
		t.Fatalf("Afterwards = %+v, %v", change, err)
	}

	t.Run("who was met and known is linked, with an encounter", func(t *testing.T) {
		got := timeline(t, b, anna.ID).Encounters
		if len(got) != 1 || got[0].Event != e.ID || got[0].Day != "2026-05-04" || got[0].Note != "is looking for a room" {
			t.Errorf("encounters of Anna = %+v, want one at the event", got)
		}
	})
	t.Run("who was met and is new becomes a person, with what was promised as a thread", func(t *testing.T) {
		jana, err := b.FindPerson(t.Context(), "Jana Krüger")
		if err != nil || len(jana.Emails) != 1 {
			t.Fatalf("Jana = %+v, %v, want somebody with a mail address", jana, err)
		}
		if got := timeline(t, b, jana.ID).Threads; len(got) != 1 || got[0].Text != "send her the article" || got[0].Event != e.ID {
			t.Errorf("threads with Jana = %+v, want the article", got)
		}
	})
	t.Run("who was not seen becomes nobody", func(t *testing.T) {
		if got := names(t, b, Query{Text: "Timo"}); len(got) != 0 {
			t.Errorf("found %q, want nobody", got)
		}
	})
	t.Run("who may be somebody waits for a decision", func(t *testing.T) {
		if len(waiting) != 1 || waiting[0].Name != "A. Müller" {
			t.Errorf("waiting = %+v, want A. Müller", waiting)
		}
	})
	t.Run("and it is one operation, which an undo takes back whole", func(t *testing.T) {
		if _, err := b.Undo(t.Context(), 0); err != nil {
			t.Fatal(err)
		}
		if got := dump(t, b); got != before {
			t.Errorf("after the undo the book holds\n%s\nwant\n%s", got, before)
		}
		sound(t, b)
	})
}

func TestGuestsOfAPastEveningHaveTheirTime(t *testing.T) {
	b := newBook(t)
	later := func(days int) { b.now = func() time.Time { return time.Date(2026, 12, 1+days, 12, 0, 0, 0, time.UTC) } }
	later(0)
	evening(t, b, "Jana Krüger", "Timo Roth")
	for _, c := range []struct{ days, want int }{{0, 0}, {guestDays, 0}, {guestDays + 1, 2}} {
		later(c.days)
		if n, err := b.ForgetGuests(t.Context()); n != c.want || err != nil {
			t.Errorf("%d days after they came onto the list %d guests are forgotten (%v), want %d", c.days, n, err, c.want)
		}
	}
}

func TestForgetGuests(t *testing.T) {
	b := newBook(t)
	anna := add(t, b, contact.Draft{N: contact.Name{Given: "Anna", Family: "Müller"}, Organisation: "Hafenradio"})
	e := evening(t, b, "Anna Müller, Hafenradio", "Jana Krüger", "Timo Roth")
	rows := guests(t, b, e)
	if _, err := b.Choose(t.Context(), []int64{rows[1].ID}, Coffee); err != nil {
		t.Fatal(err)
	}
	if _, _, err := b.Afterwards(t.Context(), e.ID, []Outcome{
		{Guest: rows[0].ID, Status: contact.GuestMet}, {Guest: rows[2].ID, Status: contact.GuestUnseen},
	}); err != nil {
		t.Fatal(err)
	}
	later := func(days int) { b.now = func() time.Time { return time.Date(2026, 5, 4+days, 12, 0, 0, 0, time.UTC) } }
	later(guestDays)
	if n, err := b.ForgetGuests(t.Context()); n != 0 || err != nil {
		t.Errorf("after %d days %d guests are forgotten (%v), want none", guestDays, n, err)
	}
	later(guestDays + 1)
	if n, err := b.ForgetGuests(t.Context()); n != 2 || err != nil {
		t.Fatalf("after %d days %d guests are forgotten (%v), want 2", guestDays+1, n, err)
	}
	t.Run("who was met stays", func(t *testing.T) {
		if rows := guests(t, b, e); len(rows) != 1 || rows[0].Person != anna.ID {
			t.Errorf("guests = %+v, want Anna alone", rows)
		}
	})
	t.Run("nothing of the others is left in the file", func(t *testing.T) {
		db, err := sql.Open("sqlite3", b.Path())
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		var left int
		for _, table := range []string{"guest", "guest_journal", "operation"} {
			query := `SELECT count(*) FROM ` + table + ` WHERE coalesce(name, '') LIKE '%Krüger%' OR coalesce(name, '') LIKE '%Timo%'`
			if err := db.QueryRow(query).Scan(&left); err != nil || left != 0 {
				t.Errorf("%d rows of %s name them (%v), want none", left, table, err)
			}
		}
	})
	t.Run("and an undo brings none of them back", func(t *testing.T) {
		for range 4 {
			if _, err := b.Undo(t.Context(), 0); err != nil {
				t.Fatal(err)
			}
		}
		sound(t, b)
		if _, err := b.Redo(t.Context()); err != nil {
			t.Fatal(err)
		}
		if rows := guests(t, b, e); len(rows) > 1 {
			t.Errorf("guests = %+v, want Anna at most", rows)
		}
	})
}
