package book

import (
	"database/sql"
	"errors"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

// spoil makes the card of somebody one that cannot be read, behind the back of the program.
func spoil(t *testing.T, path string, id contact.ID) {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(`DROP TRIGGER person_changed; UPDATE person SET card = x'00' WHERE id = ` + strconv.FormatInt(int64(id), 10)); err != nil {
		t.Fatal(err)
	}
}

func TestUnreadableCard(t *testing.T) {
	ctx := t.Context()
	path := filepath.Join(t.TempDir(), "book.db")
	b := openBook(t, path)
	ari, bea := add(t, b, contact.Draft{Name: "Ari Anders"}), add(t, b, contact.Draft{Name: "Bea Beispiel"})
	_, change, err := b.Add(ctx, contact.Draft{Name: "Cem Danach"})
	if err != nil {
		t.Fatal(err)
	}
	spoil(t, path, bea.ID)

	t.Run("the others are indexed", func(t *testing.T) {
		if err := b.Reindex(ctx); err != nil {
			t.Fatal(err)
		}
		if got, want := names(t, b, Query{}), []string{"Ari Anders", "Cem Danach"}; !slices.Equal(got, want) {
			t.Errorf("people = %v, want %v", got, want)
		}
	})
	t.Run("the doctor names whose it is, and nothing else", func(t *testing.T) {
		found, err := b.Doctor(ctx)
		if err != nil {
			t.Fatal(err)
		}
		want := []contact.Arg{{Name: "n", Value: "1"}, {Name: "people", Value: strconv.FormatInt(int64(bea.ID), 10)}}
		if len(found) != 1 || found[0].Code != diagnosisCard || !slices.Equal(found[0].Args, want) {
			t.Errorf("Doctor = %+v, want one %s with %v", found, diagnosisCard, want)
		}
	})
	t.Run("what others did is undone and done again", func(t *testing.T) {
		for _, step := range []func() ([]Operation, error){
			func() ([]Operation, error) { return b.Undo(ctx, change.Operation) },
			func() ([]Operation, error) { return b.Redo(ctx) },
		} {
			if _, err := step(); err != nil {
				t.Fatal(err)
			}
		}
	})
	t.Run("an undo that touches it takes place", func(t *testing.T) {
		if _, err := b.Undo(ctx, 2); err != nil {
			t.Fatal(err)
		}
		if _, err := b.Redo(ctx); err != nil {
			t.Fatal(err)
		}
		if got, want := names(t, b, Query{}), []string{"Ari Anders", "Cem Danach"}; !slices.Equal(got, want) {
			t.Errorf("people = %v, want %v", got, want)
		}
	})
	t.Run("a tag for all says whose card is in its way", func(t *testing.T) {
		_, err := b.Tag(ctx, "Chor", []contact.ID{ari.ID, bea.ID})
		if want := "card of person " + strconv.FormatInt(int64(bea.ID), 10); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Tag = %v, want it to say %q", err, want)
		}
	})
	t.Run("a fault of the program in one card is an error that names the person", func(t *testing.T) {
		fault := func(p store.Person) (err error) {
			defer caughtIn(p.ID, &err)
			panic("Ari Anders")
		}
		err := fault(store.Person{ID: ari.ID})
		if got, want := err.Error(), "card of person 1: the program has a fault (string)"; !errors.Is(err, errFault) || got != want {
			t.Errorf("the error is %q, want %q", got, want)
		}
	})
}
