package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	sqlite3 "github.com/mattn/go-sqlite3"

	"kaffeerunde/backend/contact"
)

func open(t testing.TB, path string) *DB {
	t.Helper()
	db, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db
}

func TestJournal(t *testing.T) {
	t.Run("a change that no operation was announced for fails", func(t *testing.T) {
		db := open(t, filepath.Join(t.TempDir(), "book.db"))
		err := db.Write(t.Context(), func(tx *Tx) error { return tx.PutTag(t.Context(), "Chor", "hue-1") })
		if err == nil {
			t.Error("the change escaped the journal")
		}
	})
	t.Run("pictures that nothing names any more are swept when they cannot come back", func(t *testing.T) {
		ctx := t.Context()
		db := open(t, filepath.Join(t.TempDir(), "book.db"))
		picture := Photo{Hash: Hash{1}, Mime: "image/png", Data: []byte("png")}
		operate(t, db, "import", func(tx *Tx, l *Loader) error {
			if err := l.AddPhotos(ctx, []Photo{picture}); err != nil {
				return err
			}
			return l.Add(ctx, []Newcomer{newcomer("one", picture.Hash)})
		})
		if err := db.Write(ctx, func(tx *Tx) error { return tx.Undo(ctx, []int64{1}) }); err != nil {
			t.Fatal(err)
		}
		if got := photos(t, db); got != 1 {
			t.Errorf("after the undo there are %d pictures, want the one for a redo", got)
		}
		operate(t, db, "add", func(tx *Tx, l *Loader) error { return l.Add(ctx, []Newcomer{newcomer("two")}) })
		if got := photos(t, db); got != 0 {
			t.Errorf("after something new there are %d pictures, want none", got)
		}
	})
	t.Run("the number of a card left for later is never given twice", func(t *testing.T) {
		ctx := t.Context()
		db := open(t, filepath.Join(t.TempDir(), "book.db"))
		later := func() int64 {
			operate(t, db, "import", func(tx *Tx, _ *Loader) error { return tx.AddPending(ctx, Pending{Name: "one", Card: []byte("card")}) })
			var number int64
			if err := db.read.QueryRow(`SELECT max(id) FROM pending`).Scan(&number); err != nil {
				t.Fatal(err)
			}
			return number
		}
		first := later()
		if err := db.Write(ctx, func(tx *Tx) error { return tx.Undo(ctx, []int64{1}) }); err != nil {
			t.Fatal(err)
		}
		if second := later(); first == second {
			t.Errorf("both are %d", first)
		}
	})
	t.Run("an ID is never given twice", func(t *testing.T) {
		ctx := t.Context()
		db := open(t, filepath.Join(t.TempDir(), "book.db"))
		first, second := []Newcomer{newcomer("one")}, []Newcomer{newcomer("two")}
		operate(t, db, "add", func(tx *Tx, l *Loader) error { return l.Add(ctx, first) })
		if err := db.Write(ctx, func(tx *Tx) error { return tx.Undo(ctx, []int64{1}) }); err != nil {
			t.Fatal(err)
		}
		operate(t, db, "add", func(tx *Tx, l *Loader) error { return l.Add(ctx, second) })
		if first[0].Person.ID == second[0].Person.ID {
			t.Errorf("both are %d", first[0].Person.ID)
		}
	})
}

func operate(t *testing.T, db *DB, kind string, f func(tx *Tx, l *Loader) error) {
	t.Helper()
	ctx := t.Context()
	err := db.Write(ctx, func(tx *Tx) error {
		id, err := tx.Begin(ctx, kind, "", time.UnixMilli(0))
		if err != nil {
			return err
		}
		l := tx.NewLoader()
		if err := errors.Join(f(tx, l), l.Close(ctx)); err != nil {
			return err
		}
		return tx.Finish(ctx, id, kind, 1, "")
	})
	if err != nil {
		t.Fatal(err)
	}
}

func newcomer(uid string, photos ...Hash) Newcomer {
	return Newcomer{
		Person: Person{UID: uid, Card: []byte("card of " + uid), Photos: photos},
		Entry:  Entry{Name: uid, FamilyKey: []byte("U\x00"), GivenKey: []byte("U\x00"), Keys: []byte{}, Hash: make([]byte, 16)},
	}
}

func photos(t *testing.T, db *DB) (n int) {
	t.Helper()
	if err := db.read.QueryRow(`SELECT count(*) FROM photo`).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestFullDisk(t *testing.T) {
	ctx := t.Context()
	db := open(t, filepath.Join(t.TempDir(), "book.db"))
	if _, err := db.write.Exec(`PRAGMA max_page_count = 60`); err != nil {
		t.Fatal(err)
	}
	many := func() error {
		return db.Write(ctx, func(tx *Tx) error {
			if _, err := tx.Begin(ctx, "import", "", time.UnixMilli(0)); err != nil {
				return err
			}
			l := tx.NewLoader()
			people := make([]Newcomer, 1000)
			for i := range people {
				people[i] = newcomer(fmt.Sprint(i))
				people[i].Person.Card = make([]byte, 2000)
			}
			return errors.Join(l.Add(ctx, people), l.Close(ctx))
		})
	}
	if err := many(); !errors.Is(err, ErrNoSpace) {
		t.Errorf("import into a full disk = %v, want %v", err, ErrNoSpace)
	}
	if err := db.Read(ctx, func(tx *Tx) error {
		n, err := tx.Count(ctx)
		if n != 0 {
			t.Errorf("there are %d people, want none", n)
		}
		return err
	}); err != nil {
		t.Error(err)
	}
	if _, err := db.write.Exec(`PRAGMA max_page_count = 100000`); err != nil {
		t.Fatal(err)
	}
	if err := many(); err != nil {
		t.Errorf("with room again the import says %v", err)
	}
}

func TestFault(t *testing.T) {
	for _, c := range []struct {
		name string
		err  error
		want error
	}{
		{"another writer", sqlite3.Error{Code: sqlite3.ErrBusy}, ErrLocked},
		{"a file that cannot be written", sqlite3.Error{Code: sqlite3.ErrReadonly}, ErrReadOnly},
		{"a file that cannot be opened", sqlite3.Error{Code: sqlite3.ErrCantOpen}, ErrReadOnly},
		{"a full disk", sqlite3.Error{Code: sqlite3.ErrFull}, ErrNoSpace},
		{"a full disk behind an I/O error", sqlite3.Error{Code: sqlite3.ErrIoErr, SystemErrno: syscall.ENOSPC}, ErrNoSpace},
		{"no database", sqlite3.Error{Code: sqlite3.ErrNotADB}, ErrNotABook},
		{"a malformed page", sqlite3.Error{Code: sqlite3.ErrCorrupt}, ErrDamaged},
		{"a quota", &os.PathError{Op: "write", Err: syscall.EDQUOT}, ErrNoSpace},
		{"a read-only file system", &os.PathError{Op: "open", Err: syscall.EROFS}, ErrReadOnly},
		{"a folder of somebody else", &os.PathError{Op: "open", Err: syscall.EACCES}, ErrReadOnly},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := fault(c.err); !errors.Is(got, c.want) || !errors.Is(got, c.err) {
				t.Errorf("fault(%v) = %v, want %v with its cause", c.err, got, c.want)
			}
		})
	}
	t.Run("a cancelled context stays what it is", func(t *testing.T) {
		if got := fault(context.Canceled); got != context.Canceled {
			t.Errorf("fault = %v, want it unchanged", got)
		}
	})
}

func TestPictures(t *testing.T) {
	db := open(t, filepath.Join(t.TempDir(), "book.db"))
	t.Run("one that only the journal of parts names is missed when it is gone", func(t *testing.T) {
		hash := strings.Repeat("x", 32)
		missing := func(want int, when string) {
			t.Helper()
			err := db.Read(t.Context(), func(tx *Tx) error {
				n, err := tx.MissingForUndo(t.Context())
				if err == nil && n != want {
					err = fmt.Errorf("%s: %d, want %d", when, n, want)
				}
				return err
			})
			if err != nil {
				t.Error(err)
			}
		}
		missing(0, "of an empty journal")
		for i, column := range []string{"photos", "photos_before"} {
			hash := strings.Repeat(string(rune('x'+i)), 32)
			if err := put(t, db, `INSERT INTO part_journal (operation, id, existed, `+column+`) VALUES (1, ?, 1, CAST(? AS BLOB))`, i, hash); err != nil {
				t.Fatal(err)
			}
			missing(i+1, column)
		}
		if err := put(t, db, `INSERT INTO photo (hash, mime, data) VALUES (CAST(? AS BLOB), 'image/png', x'00')`, hash); err != nil {
			t.Fatal(err)
		}
		missing(1, "of two of which one is there")
	})
}

func TestARowThatCannotBeReadIsHandedToNobody(t *testing.T) {
	db := open(t, filepath.Join(t.TempDir(), "book.db"))
	if err := put(t, db, `INSERT INTO person_journal (operation, id, existed, card) VALUES (1, 7, 1, x'00')`); err != nil {
		t.Fatal(err)
	}
	handed := 0
	err := db.Read(t.Context(), func(tx *Tx) error {
		return tx.PastCards(t.Context(), []contact.ID{7}, func(contact.ID, []byte, string) { handed++ })
	})
	if err == nil || handed > 0 {
		t.Errorf("PastCards = %v after %d cards, want an error and none", err, handed)
	}
}

// put changes a book behind its back.
func put(t *testing.T, db *DB, statement string, args ...any) error {
	t.Helper()
	return db.Write(t.Context(), func(tx *Tx) error { return tx.exec(t.Context(), statement, args...) })
}
