package book

import (
	"bytes"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

// inBin are the names of those in the bin.
func inBin(t *testing.T, b *Book) []string {
	t.Helper()
	list, err := b.Bin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	names := []string{}
	for _, one := range list {
		names = append(names, one.Name)
	}
	return names
}

func person(t *testing.T, b *Book, ref string) contact.Person {
	t.Helper()
	p, err := b.FindPerson(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func equal[T comparable](t *testing.T, what string, got []T, want ...T) {
	t.Helper()
	same := len(got) == len(want)
	for i := 0; same && i < len(want); i++ {
		same = got[i] == want[i]
	}
	if !same {
		t.Errorf("%s = %v, want %v", what, got, want)
	}
}

func TestBin(t *testing.T) {
	t.Run("who was deleted comes back as they were", func(t *testing.T) {
		b := rich(t)
		before := dump(t, b)
		ada, ben := person(t, b, "a").ID, person(t, b, "b").ID
		for _, id := range []contact.ID{ada, ben} {
			if _, err := b.Delete(t.Context(), []contact.ID{id}); err != nil {
				t.Fatal(err)
			}
		}
		equal(t, "the bin", inBin(t, b), "Ben Beispiel", "Ada Example")
		change, err := b.Undelete(t.Context(), []contact.ID{ben})
		if err != nil || change.Name != "Ben Beispiel" || change.Count != 1 {
			t.Errorf("Undelete = %+v, %v", change, err)
		}
		equal(t, "the bin", inBin(t, b), "Ada Example")
		if _, err := b.Undelete(t.Context(), []contact.ID{ben}); !errors.Is(err, contact.ErrNotFound) {
			t.Errorf("who is not in the bin: %v, want ErrNotFound", err)
		}
		if _, err := b.Undelete(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
		if got := dump(t, b); got != before {
			t.Errorf("the book is\n%s\nwant\n%s", got, before)
		}
		sound(t, b)
		if _, err := b.Undo(t.Context(), 0); err != nil {
			t.Fatal(err)
		}
		equal(t, "the bin after an undo", inBin(t, b), "Ada Example")
	})
	t.Run("who has come again meanwhile gets a uid of their own", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{}, card("FN:Ada Example", "UID:a"))
		if _, err := b.Delete(t.Context(), []contact.ID{person(t, b, "a").ID}); err != nil {
			t.Fatal(err)
		}
		imported(t, b, ImportOptions{}, card("FN:Ada Else", "UID:a"))
		if _, err := b.Undelete(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
		sound(t, b)
	})
	t.Run("who was merged into somebody leaves no trace with them, and long cards leave none", func(t *testing.T) {
		b := newBook(t)
		long := "NOTE:" + strings.Repeat("Geheimnisvoll ", 3000)
		imported(t, b, ImportOptions{}, card("FN:Zerlina Unverwechselbar", "UID:a", long)+card("FN:Zerlina Verwachsen", "UID:b")+
			card("FN:Zerlina Verwunschen", "UID:c")+card("FN:Ben Beispiel", "UID:d"))
		whole, part, ofPart := person(t, b, "a").ID, person(t, b, "b").ID, person(t, b, "c").ID
		for _, ids := range [][]contact.ID{{part, ofPart}, {whole, part}} {
			if _, _, err := b.Merge(t.Context(), ids, nil); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := b.Delete(t.Context(), []contact.ID{whole}); err != nil {
			t.Fatal(err)
		}
		if n, err := b.EmptyBin(t.Context(), nil); n != 1 || err != nil {
			t.Fatalf("EmptyBin = %d, %v, want 1", n, err)
		}
		raw, err := os.ReadFile(b.Path())
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range []string{"Unverwechselbar", "Geheimnisvoll", "Verwachsen", "Verwunschen"} {
			if bytes.Contains(raw, []byte(word)) {
				t.Errorf("the file still says %s", word)
			}
		}
		sound(t, b)
	})
	t.Run("an emptied bin leaves no trace, and the rest can be undone", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{}, card("FN:Zerlina Unverwechselbar", "UID:a", "NOTE:Geheimnisvoll", "PHOTO;ENCODING=b;TYPE=PNG:"+wholePixel)+card("FN:Ben Beispiel", "UID:b"))
		ada, ben := person(t, b, "a").ID, person(t, b, "b").ID
		if _, _, err := b.Meet(t.Context(), contact.Encounter{Kind: "coffee", People: []contact.ID{ada}, Note: "Verschwiegen"}); err != nil {
			t.Fatal(err)
		}
		if _, err := b.Tag(t.Context(), "Chor", []contact.ID{ada, ben}); err != nil {
			t.Fatal(err)
		}
		if _, err := b.Delete(t.Context(), []contact.ID{ada}); err != nil {
			t.Fatal(err)
		}
		if n, err := b.EmptyBin(t.Context(), []contact.ID{ada}); n != 1 || err != nil {
			t.Fatalf("EmptyBin = %d, %v, want 1", n, err)
		}
		equal(t, "the bin", inBin(t, b))
		h, err := b.History(t.Context(), 0, 10)
		if err != nil || len(h.Items) != 2 {
			t.Errorf("History = %+v, %v, want the tag and the import", h.Items, err)
		}
		raw, err := os.ReadFile(b.Path())
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range []string{"Unverwechselbar", "Geheimnisvoll", "Verschwiegen"} {
			if bytes.Contains(raw, []byte(word)) {
				t.Errorf("the file still says %s", word)
			}
		}
		for range h.Items {
			if _, err := b.Undo(t.Context(), 0); err != nil {
				t.Fatal(err)
			}
			sound(t, b)
		}
		if blank := dump(t, b); blank != "" {
			t.Errorf("the book says %s", blank)
		}
		if _, err := b.Redo(t.Context()); err != nil {
			t.Fatal(err)
		}
		if n, err := b.Count(t.Context()); n != 1 || err != nil {
			t.Errorf("after a redo %d people, %v, want Ben alone", n, err)
		}
		sound(t, b)
	})
}

func TestTend(t *testing.T) {
	clock := time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC)
	b, err := Open(t.Context(), filepath.Join(t.TempDir(), "book.db"), Options{Now: func() time.Time { return clock }})
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	imported(t, b, ImportOptions{}, card("FN:Ada Example", "UID:a")+card("FN:Ben Beispiel", "UID:b")+card("FN:Cem Example", "UID:c"))
	ada, ben := person(t, b, "a").ID, person(t, b, "b").ID
	if _, err := b.Delete(t.Context(), []contact.ID{ada}); err != nil {
		t.Fatal(err)
	}
	clock = clock.Add(100 * day)
	if _, err := b.Delete(t.Context(), []contact.ID{ben}); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Tag(t.Context(), "Chor", []contact.ID{person(t, b, "c").ID}); err != nil {
		t.Fatal(err)
	}
	set := func(bin, history int) {
		t.Helper()
		settings, err := b.Settings(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		settings.BinDays, settings.HistoryDays = bin, history
		if err := b.SaveSettings(t.Context(), settings); err != nil {
			t.Fatal(err)
		}
		if err := b.Tend(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	undoable := func() (list []int64) {
		t.Helper()
		h, err := b.History(t.Context(), 0, 10)
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range h.Items {
			if o.CanUndo {
				list = append(list, o.ID)
			}
		}
		return list
	}
	t.Run("for two years nothing is forgotten", func(t *testing.T) {
		set(0, historyDays)
		equal(t, "undoable", undoable(), 4, 3, 2, 1)
		equal(t, "the bin", inBin(t, b), "Ben Beispiel", "Ada Example")
	})
	t.Run("what is older than was set cannot be undone, and who was deleted then can come back", func(t *testing.T) {
		set(0, 90)
		equal(t, "undoable", undoable(), 4, 3)
		if _, err := b.Undo(t.Context(), 1); !errors.Is(err, ErrTooOld) {
			t.Errorf("Undo(1) = %v, want ErrTooOld", err)
		}
		equal(t, "the bin", inBin(t, b), "Ben Beispiel", "Ada Example")
		sound(t, b)
	})
	t.Run("the bin lets go after the time that was set", func(t *testing.T) {
		set(30, 90)
		equal(t, "the bin", inBin(t, b), "Ben Beispiel")
	})
	t.Run("what is left is undone to what it was", func(t *testing.T) {
		for range 2 {
			if _, err := b.Undo(t.Context(), 0); err != nil {
				t.Fatal(err)
			}
			sound(t, b)
		}
		if _, err := b.Undo(t.Context(), 0); !errors.Is(err, ErrNothingLeft) {
			t.Errorf("Undo = %v, want ErrNothingLeft", err)
		}
		if n, err := b.Count(t.Context()); n != 2 || err != nil {
			t.Errorf("%d people, %v, want Ben and Cem", n, err)
		}
	})
	t.Run("a journal that is too large loses its oldest part, and nothing that can be redone", func(t *testing.T) {
		if _, err := b.Redo(t.Context()); err != nil {
			t.Fatal(err)
		}
		if err := b.trimTo(t.Context(), time.Time{}, b.now().Add(day), 1); err != nil {
			t.Fatal(err)
		}
		equal(t, "undoable", undoable())
		if _, err := b.Redo(t.Context()); err != nil {
			t.Fatal(err)
		}
		if err := b.trimTo(t.Context(), time.Time{}, b.now().Add(-day), 1); err != nil {
			t.Fatal(err)
		}
		equal(t, "undoable of the last month", undoable(), 4)
		if err := b.trimTo(t.Context(), time.Time{}, b.now().Add(day), 1); err != nil {
			t.Fatal(err)
		}
		equal(t, "undoable", undoable())
		sound(t, b)
	})
	if list, err := b.Backups(t.Context()); err != nil || len(list) != 1 || list[0].Reason != BackupDaily {
		t.Errorf("Backups = %+v, %v, want that of the day", list, err)
	}
	if _, err := store.Look(t.Context(), b.Path()); err != nil {
		t.Error(err)
	}
}

func TestTendDoesAllThatItCan(t *testing.T) {
	clock := time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC)
	b, err := Open(t.Context(), filepath.Join(t.TempDir(), "book.db"), Options{Now: func() time.Time { return clock }})
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	imported(t, b, ImportOptions{}, card("FN:Ada Example", "UID:a")+card("FN:Ben Beispiel", "UID:b"))
	if _, err := b.Delete(t.Context(), []contact.ID{person(t, b, "a").ID}); err != nil {
		t.Fatal(err)
	}
	settings, err := b.Settings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	settings.BinDays, settings.HistoryDays = 30, 90
	if err := b.SaveSettings(t.Context(), settings); err != nil {
		t.Fatal(err)
	}
	clock = clock.Add(100 * day)
	// Neither can a backup be made nor the bin be emptied.
	if err := os.WriteFile(b.Path()+".backups", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite3", b.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(`CREATE TRIGGER kept BEFORE DELETE ON person_journal WHEN (SELECT traces FROM book) = 0 AND old.existed = 1 BEGIN SELECT RAISE(ABORT, 'kept'); END`); err != nil {
		t.Fatal(err)
	}
	err = b.Tend(t.Context())
	var unmade *BackupError
	if !errors.As(err, &unmade) || !strings.Contains(err.Error(), "empty the bin") || strings.Contains(unmade.Error(), "empty the bin") {
		t.Errorf("Tend = %v, want that there is no backup, and apart from that that the bin was not emptied", err)
	}
	equal(t, "the bin", inBin(t, b), "Ada Example")
	if _, err := b.Undo(t.Context(), 1); !errors.Is(err, ErrTooOld) {
		t.Errorf("Undo(1) = %v, want ErrTooOld: the history is trimmed all the same", err)
	}
}
