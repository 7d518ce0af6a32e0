package book

import (
	"errors"
	"slices"
	"testing"
	"time"

	"kaffeerunde/backend/contact"
)

// met writes an encounter down and fails the test where that does not work.
func met(t *testing.T, b *Book, e contact.Encounter) (contact.Encounter, Change) {
	t.Helper()
	e, change, err := b.Meet(t.Context(), e)
	if err != nil {
		t.Fatal(err)
	}
	return e, change
}

func timeline(t *testing.T, b *Book, id contact.ID) Timeline {
	t.Helper()
	line, err := b.Timeline(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return line
}

func TestMeet(t *testing.T) {
	t.Run("an encounter with several people stands with each of them, the latest first", func(t *testing.T) {
		b := newBook(t)
		anna, jana := add(t, b, contact.Draft{Name: "Anna Meier"}), add(t, b, contact.Draft{Name: "Jana Roth"})
		met(t, b, contact.Encounter{Kind: contact.CoffeeEncounter, Day: "2026-03-01", People: []contact.ID{anna.ID}, Note: "wants to found a choir"})
		_, change := met(t, b, contact.Encounter{Kind: contact.EventEncounter, People: []contact.ID{jana.ID, anna.ID, anna.ID}})
		if change.Kind != KindEncounter || change.Name != "Anna Meier, Jana Roth" {
			t.Errorf("change = %+v, want an encounter with Anna Meier, Jana Roth", change)
		}
		got := timeline(t, b, anna.ID)
		if len(got.Encounters) != 2 || got.Encounters[0].Day != "2026-05-04" || got.Encounters[1].Note != "wants to found a choir" {
			t.Errorf("encounters of Anna = %+v, want that of today and that of March", got.Encounters)
		}
		if len(got.Others) != 1 || got.Others[0].Name != "Jana Roth" {
			t.Errorf("others = %+v, want Jana Roth", got.Others)
		}
		if got := timeline(t, b, jana.ID); len(got.Encounters) != 1 {
			t.Errorf("encounters of Jana = %+v, want one", got.Encounters)
		}
	})

	t.Run("a change takes who was not there out, and an undo puts them in again", func(t *testing.T) {
		b := newBook(t)
		anna, jana := add(t, b, contact.Draft{Name: "Anna Meier"}), add(t, b, contact.Draft{Name: "Jana Roth"})
		e, _ := met(t, b, contact.Encounter{Kind: contact.CallEncounter, People: []contact.ID{anna.ID, jana.ID}})
		before := dump(t, b)
		e.People, e.Note = []contact.ID{anna.ID}, "only Anna"
		if _, change := met(t, b, e); change.Kind != KindEncounterChanged {
			t.Errorf("change = %+v, want %s", change, KindEncounterChanged)
		}
		if got := timeline(t, b, jana.ID); len(got.Encounters) != 0 {
			t.Errorf("encounters of Jana = %+v, want none", got.Encounters)
		}
		if _, err := b.Undo(t.Context(), 0); err != nil {
			t.Fatal(err)
		}
		if got := dump(t, b); got != before {
			t.Errorf("after the undo the book holds\n%s\nwant\n%s", got, before)
		}
		if got := timeline(t, b, jana.ID); len(got.Encounters) != 1 {
			t.Errorf("encounters of Jana after the undo = %+v, want one", got.Encounters)
		}
	})

	t.Run("the same again changes nothing", func(t *testing.T) {
		b := newBook(t)
		anna := add(t, b, contact.Draft{Name: "Anna Meier"})
		e, _ := met(t, b, contact.Encounter{Kind: contact.CallEncounter, People: []contact.ID{anna.ID}})
		if _, change := met(t, b, e); change.Operation != 0 {
			t.Errorf("change = %+v, want none", change)
		}
	})

	t.Run("undoing the import that brought somebody takes their encounters along", func(t *testing.T) {
		b := newBook(t)
		before := dump(t, b)
		came := imported(t, b, ImportOptions{}, card("FN:Jana Roth"))
		ids, err := b.IDs(t.Context(), Query{})
		if err != nil {
			t.Fatal(err)
		}
		met(t, b, contact.Encounter{Kind: contact.CoffeeEncounter, People: ids})
		if _, err := b.Undo(t.Context(), came.Operation); err != nil {
			t.Fatal(err)
		}
		if got := dump(t, b); got != before {
			t.Errorf("after the undo the book holds\n%s\nwant\n%s", got, before)
		}
	})

	t.Run("who is deleted leaves the encounter to the others", func(t *testing.T) {
		b := newBook(t)
		anna, jana := add(t, b, contact.Draft{Name: "Anna Meier"}), add(t, b, contact.Draft{Name: "Jana Roth"})
		e, _ := met(t, b, contact.Encounter{Kind: contact.CoffeeEncounter, People: []contact.ID{anna.ID, jana.ID}})
		if _, err := b.Delete(t.Context(), []contact.ID{jana.ID}); err != nil {
			t.Fatal(err)
		}
		e.Note = "still worth a word"
		met(t, b, e)
		if got := timeline(t, b, anna.ID); len(got.Encounters) != 1 || len(got.Others) != 0 {
			t.Errorf("timeline of Anna = %+v, want one encounter and nobody else", got)
		}
	})

	t.Run("one that stands in the book is not put on a day to come, and keeps that of an evening ahead", func(t *testing.T) {
		b := newBook(t)
		anna := add(t, b, contact.Draft{Name: "Anna Meier"})
		e, _ := met(t, b, contact.Encounter{Kind: contact.CallEncounter, People: []contact.ID{anna.ID}})
		e.Day = "2026-05-05"
		_, _, err := b.Meet(t.Context(), e)
		var invalid *contact.InvalidError
		if !errors.As(err, &invalid) || invalid.Reason != "future" {
			t.Errorf("Meet on the next day = %v, want future", err)
		}
		now := b.now
		b.now = func() time.Time { return now().AddDate(0, 0, 1) }
		met(t, b, e)
		b.now = now
		e.Note = "about the choir"
		if got, _ := met(t, b, e); got.Day != e.Day {
			t.Errorf("day = %s, want %s", got.Day, e.Day)
		}
	})

	for _, c := range []struct {
		name string
		e    contact.Encounter
		want string
	}{
		{"nobody", contact.Encounter{Kind: contact.CoffeeEncounter}, "nobody"},
		{"a kind that does not exist", contact.Encounter{Kind: "lunch", People: []contact.ID{1}}, "kind"},
		{"a day that does not exist", contact.Encounter{Kind: contact.CoffeeEncounter, Day: "2026-02-30", People: []contact.ID{1}}, "day"},
		{"a day to come", contact.Encounter{Kind: contact.CoffeeEncounter, Day: "2026-05-05", People: []contact.ID{1}}, "future"},
	} {
		t.Run("with "+c.name+" it is refused", func(t *testing.T) {
			b := newBook(t)
			add(t, b, contact.Draft{Name: "Anna Meier"})
			_, _, err := b.Meet(t.Context(), c.e)
			var invalid *contact.InvalidError
			if !errors.As(err, &invalid) || invalid.Reason != c.want {
				t.Errorf("Meet = %v, want %s", err, c.want)
			}
		})
	}
}

func TestThreads(t *testing.T) {
	b := newBook(t)
	anna := add(t, b, contact.Draft{Name: "Anna Meier"})
	thread, change, err := b.Leave(t.Context(), contact.Thread{Text: " She wanted to send me the article. ", People: []contact.ID{anna.ID}})
	if err != nil || thread.Text != "She wanted to send me the article." || thread.State != contact.ThreadOpen || thread.Opened != "2026-05-04" {
		t.Fatalf("Leave = %+v, %v, want an open thread of today", thread, err)
	}
	if change.Name != thread.Text {
		t.Errorf("change = %+v, want it named after what the thread says", change)
	}
	t.Run("one that is done says since when, and opens again", func(t *testing.T) {
		for _, c := range []struct {
			state contact.ThreadState
			want  contact.Day
			kind  Kind
		}{
			{contact.ThreadDone, "2026-05-04", KindThreadDone}, {contact.ThreadOpen, "", KindThreadReopened},
			{contact.ThreadDropped, "2026-05-04", KindThreadDropped},
		} {
			change, err := b.Settle(t.Context(), thread.ID, c.state)
			if err != nil || change.Kind != c.kind {
				t.Fatalf("Settle(%s) = %+v, %v, want %s", c.state, change, err, c.kind)
			}
			if got := timeline(t, b, anna.ID).Threads; len(got) != 1 || got[0].State != c.state || got[0].Closed != c.want {
				t.Errorf("threads = %+v, want one %s with day %q", got, c.state, c.want)
			}
		}
	})
	t.Run("the open ones come first", func(t *testing.T) {
		if _, _, err := b.Leave(t.Context(), contact.Thread{Text: "The name of her bookbinder", Opened: "2020-01-01", People: []contact.ID{anna.ID}}); err != nil {
			t.Fatal(err)
		}
		got := timeline(t, b, anna.ID).Threads
		if texts := []string{got[0].Text, got[1].Text}; !slices.Equal(texts, []string{"The name of her bookbinder", thread.Text}) {
			t.Errorf("threads = %q, want the open one first", texts)
		}
		open, people, err := b.OpenThreads(t.Context())
		if err != nil || len(open) != 1 || len(people) != 1 {
			t.Errorf("OpenThreads = %+v, %+v, %v, want one thread with Anna", open, people, err)
		}
	})
}
