package book

import (
	"testing"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

func TestSought(t *testing.T) {
	b := newBook(t)
	e := evening(t, b, "Anna Müller", "Jana Krüger")
	standing := func(guest int) string {
		t.Helper()
		m := guests(t, b, e)[guest].Match()
		if m == nil {
			return "nobody"
		}
		return m.Person.Name
	}
	t.Run("in an empty book nobody is found", func(t *testing.T) {
		if got := standing(0); got != "nobody" {
			t.Errorf("Anna is %s", got)
		}
	})
	t.Run("whoever comes into the book is found", func(t *testing.T) {
		add(t, b, contact.Draft{N: contact.Name{Given: "Anna", Family: "Müller"}})
		if got := standing(0); got != "Anna Müller" {
			t.Errorf("Anna is %s", got)
		}
	})
	t.Run("nobody is looked for again after a decision, nor after its undo", func(t *testing.T) {
		anna := guests(t, b, e)[0]
		if _, err := b.Recognise(t.Context(), anna.ID, 0); err != nil {
			t.Fatal(err)
		}
		for _, what := range []string{"the decision", "its undo"} {
			known := b.sought.recall(b.sought.revision, b.sought.region, []contact.Guest{anna.Guest}, make([][]candidate, 1))
			if b.sought.revision != revisionOf(t, b) || len(known) != 0 {
				t.Errorf("after %s revision %d is remembered of %d, with %d guests to look for", what, b.sought.revision, revisionOf(t, b), len(known))
			}
			if what == "the decision" {
				undone(t, b)
			}
		}
		if got := standing(0); got != "Anna Müller" {
			t.Errorf("after the undo Anna is %s", got)
		}
	})
	t.Run("whoever is changed or gone is so at once, and so is an undo of that", func(t *testing.T) {
		p := guests(t, b, e)[0].Match().Person.ID
		if _, err := b.Delete(t.Context(), []contact.ID{p}); err != nil {
			t.Fatal(err)
		}
		if got := standing(0); got != "nobody" {
			t.Errorf("after the deletion Anna is %s", got)
		}
		undone(t, b)
		if got := standing(0); got != "Anna Müller" {
			t.Errorf("after the undo Anna is %s", got)
		}
	})
	t.Run("another program's change is seen", func(t *testing.T) {
		other := openBook(t, b.Path())
		add(t, other, contact.Draft{N: contact.Name{Given: "Jana", Family: "Krüger"}})
		if got := standing(1); got != "Jana Krüger" {
			t.Errorf("Jana is %s", got)
		}
	})
}

// revisionOf is the revision that the book is at.
func revisionOf(t *testing.T, b *Book) (revision int64) {
	t.Helper()
	err := b.store.Read(t.Context(), func(tx *store.Tx) (err error) {
		revision, err = tx.Revision(t.Context())
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return revision
}
