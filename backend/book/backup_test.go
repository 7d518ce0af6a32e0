package book

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

func TestKeptBackups(t *testing.T) {
	now := time.Date(2026, 11, 26, 18, 0, 0, 0, time.UTC) // a Thursday
	at := func(text string) time.Time {
		t.Helper()
		made, err := time.Parse("2006-01-02 15:04", text)
		if err != nil {
			t.Fatal(err)
		}
		return made
	}
	for _, c := range []struct {
		claim string
		times []string // newest first; those with a * are kept
	}{
		{"those of the last day stay", []string{"*2026-11-26 17:00", "*2026-11-26 16:59", "*2026-11-26 09:00"}},
		{"of another day the last one stays", []string{"*2026-11-26 17:00", "*2026-11-24 17:00", "2026-11-24 09:00"}},
		{"of a week that is over the last one stays", []string{"*2026-11-26 17:00", "*2026-11-12 17:00", "2026-11-11 17:00", "2026-11-10 17:00"}},
		{"of a month that is over the last one stays", []string{"*2026-11-26 17:00", "*2026-09-28 10:00", "2026-09-27 10:00", "*2026-08-02 10:00"}},
		{"after twelve months none stays but the newest", []string{"*2025-03-04 10:00", "2025-03-03 10:00", "2024-12-01 10:00"}},
		{"a clock that was ahead takes nothing away", []string{"*2027-01-02 10:00", "*2026-11-26 17:00", "*2026-11-24 17:00"}},
	} {
		t.Run(c.claim, func(t *testing.T) {
			var times []time.Time
			var want []bool
			for _, text := range c.times {
				want = append(want, strings.HasPrefix(text, "*"))
				times = append(times, at(strings.TrimPrefix(text, "*")))
			}
			if got := keptBackups(times, now); !slices.Equal(got, want) {
				t.Errorf("keptBackups(%v) = %v, want %v", c.times, got, want)
			}
		})
	}
	t.Run("a backup each day for two years leaves a few of each span", func(t *testing.T) {
		var times []time.Time // newest first
		for clock := now.AddDate(-2, 0, 0); !clock.After(now); clock = clock.AddDate(0, 0, 1) {
			times = slices.Insert(times, 0, clock)
			var left []time.Time
			for i, stays := range keptBackups(times, clock) {
				if stays {
					left = append(left, times[i])
				}
			}
			times = left
		}
		if n := len(times); n < 20 || n > keptDays+keptWeeks+keptMonths+1 {
			t.Errorf("%d backups are left: %v", n, times)
		}
		for month := range keptMonths {
			first := firstOfMonth(now).AddDate(0, -month, 0)
			if !slices.ContainsFunc(times, func(at time.Time) bool { return firstOfMonth(at).Equal(first) }) {
				t.Errorf("none is left of %v", first)
			}
		}
	})
}

func TestBackUp(t *testing.T) {
	t.Run("a backup holds what the book holds, for its owner only", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{}, card("FN:Ada Example", "UID:a"))
		made, err := b.BackUp(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if made.People != 1 {
			t.Errorf("people = %d, want 1", made.People)
		}
		file, folder := mode(t, made.Path), mode(t, filepath.Dir(made.Path))
		if file != 0o600 || folder != 0o700 {
			t.Errorf("modes = %o, %o, want 600, 700", file, folder)
		}
		left, err := os.ReadDir(filepath.Dir(made.Path))
		if err != nil || len(left) > 1 {
			t.Errorf("the folder holds %v, %v, want the backup alone", left, err)
		}
		if got, want := dump(t, openBook(t, made.Path)), dump(t, b); got != want {
			t.Errorf("backup = %s\nwant %s", got, want)
		}
	})
	t.Run("one a day is made, and none of what has not changed", func(t *testing.T) {
		clock := time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)
		b, err := Open(t.Context(), filepath.Join(t.TempDir(), "book.db"), Options{Now: func() time.Time { return clock }})
		if err != nil {
			t.Fatal(err)
		}
		defer b.Close()
		daily := func(want bool, when string) {
			t.Helper()
			if made, err := b.BackUpDaily(t.Context()); made != want || err != nil {
				t.Errorf("%s: BackUpDaily = %v, %v, want %v", when, made, err, want)
			}
		}
		daily(false, "of an empty book")
		imported(t, b, ImportOptions{}, card("FN:Ada Example"))
		daily(true, "the first time")
		imported(t, b, ImportOptions{}, card("FN:Ben Example"))
		daily(false, "the same day")
		clock = clock.Add(25 * time.Hour)
		daily(true, "a day later")
		clock = clock.Add(25 * time.Hour)
		daily(false, "when nothing has changed")
	})
	t.Run("one is made before many people go", func(t *testing.T) {
		b, ids := ofMany(t)
		if _, err := b.Delete(t.Context(), ids); err != nil {
			t.Fatal(err)
		}
		backedUp(t, b)
	})
	t.Run("one is made before many are merged, however few at a time", func(t *testing.T) {
		b, ids := ofMany(t)
		var pairs [][]contact.ID
		for pair := range slices.Chunk(ids, 2) {
			pairs = append(pairs, pair)
		}
		if _, err := b.MergeAll(t.Context(), pairs); err != nil {
			t.Fatal(err)
		}
		backedUp(t, b)
	})
	t.Run("one that cannot be made stops nothing, and is said", func(t *testing.T) {
		var said error
		path := filepath.Join(t.TempDir(), "book.db")
		b, err := Open(t.Context(), path, Options{BackupFailed: func(err error) { said = err }})
		if err != nil {
			t.Fatal(err)
		}
		defer b.Close()
		imported(t, b, ImportOptions{}, card("FN:Ada Example"))
		if err := os.WriteFile(store.BackupFolder(path), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := b.Delete(t.Context(), make([]contact.ID, largeOperation)); err != nil {
			t.Errorf("Delete = %v, want it done all the same", err)
		}
		if said == nil {
			t.Error("nobody was told")
		}
	})
	t.Run("one that is damaged is listed as such", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{}, card("FN:Ada Example"))
		made, err := b.BackUp(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(made.Path, []byte("nothing"), 0o600); err != nil {
			t.Fatal(err)
		}
		if list, err := b.Backups(t.Context()); err != nil || len(list) != 1 || list[0].People != -1 {
			t.Errorf("Backups = %+v, %v, want one with -1 people", list, err)
		}
	})
}

func mode(t *testing.T, path string) os.FileMode {
	t.Helper()
	state, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return state.Mode().Perm()
}

// ofMany is a book of so many people that a backup is made before all of them change.
func ofMany(t *testing.T) (*Book, []contact.ID) {
	t.Helper()
	b := newBook(t)
	var cards strings.Builder
	for i := range largeOperation {
		cards.WriteString(card(fmt.Sprintf("FN:Somebody %d", i)))
	}
	imported(t, b, ImportOptions{}, cards.String())
	ids, err := b.IDs(t.Context(), Query{})
	if err != nil || len(ids) != largeOperation {
		t.Fatalf("%d people, %v, want %d", len(ids), err, largeOperation)
	}
	return b, ids
}

// backedUp checks that there is one backup, of everybody, made before what was done.
func backedUp(t *testing.T, b *Book) {
	t.Helper()
	list, err := b.Backups(t.Context())
	if err != nil || len(list) != 1 || list[0].People != largeOperation || list[0].Reason != BackupBefore {
		t.Errorf("Backups = %+v, %v, want one of %d people", list, err, largeOperation)
	}
}
