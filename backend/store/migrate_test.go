package store

import (
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/pressly/goose/v3"

	"kaffeerunde/backend/contact"
)

// older writes a book as an older program left it, with the first migrations only.
func older(t *testing.T, path string, version int64) {
	t.Helper()
	db, err := sql.Open("sqlite3", source(path, nil))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(fmt.Sprintf(`PRAGMA application_id = %d`, applicationID)); err != nil {
		t.Fatal(err)
	}
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		t.Fatal(err)
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, db, files)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := provider.UpTo(t.Context(), version); err != nil {
		t.Fatal(err)
	}
}

func TestMigrate(t *testing.T) {
	t.Run("an older book is copied before its schema changes", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "book.db")
		older(t, path, 1)
		open(t, path)
		copies, err := filepath.Glob(filepath.Join(BackupFolder(path), "*.schema.db"))
		if err != nil || len(copies) != 1 {
			t.Fatalf("copies = %v, %v, want one", copies, err)
		}
		copied := copies[0]
		state, err := os.Stat(copied)
		if err != nil || state.Mode().Perm() != 0o600 {
			t.Fatalf("copy = %v, %v, want one that only the owner can read", state, err)
		}
		db, err := sql.Open("sqlite3", copied)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		if got, err := version(t.Context(), db); err != nil || got != 1 {
			t.Errorf("schema of the copy = %d, %v, want 1", got, err)
		}
	})
	t.Run("a new book is not copied", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "book.db")
		open(t, path)
		if _, err := os.Stat(BackupFolder(path)); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("folder of backups: %v, want none", err)
		}
	})
	t.Run("a book of a newer program is refused and left as it is", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "book.db")
		db, err := Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := db.write.Exec(`INSERT INTO goose_db_version (version_id, is_applied) VALUES (?, 1)`, schema+1); err != nil {
			t.Fatal(err)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(t.Context(), path); !errors.Is(err, ErrNewer) {
			t.Errorf("Open = %v, want %v", err, ErrNewer)
		}
	})
	t.Run("the newest migration is the one the program knows", func(t *testing.T) {
		files, err := fs.Glob(migrations, "migrations/*.sql")
		if want := fmt.Sprintf("migrations/%04d_", schema); err != nil || !strings.HasPrefix(files[len(files)-1], want) {
			t.Errorf("migrations = %v, %v, want %s… last", files, err, want)
		}
	})
	t.Run("what is done to an event of before its newest columns is undone", func(t *testing.T) {
		ctx, path := t.Context(), filepath.Join(t.TempDir(), "book.db")
		older(t, path, 20)
		old, err := sql.Open("sqlite3", source(path, nil))
		if err != nil {
			t.Fatal(err)
		}
		_, err = old.ExecContext(ctx, `INSERT INTO operation (kind, name, at, count) VALUES ('event', 'Dinner', 0, 1);
			UPDATE book SET operation = 1;
			INSERT INTO event (title, at, place, link, topics, note, introduction, questions, names, came)
				VALUES ('Dinner', '2026-05-04', 'Betahaus', '', '[]', 'bring bread', '', '[]', 7, 5);
			UPDATE book SET operation = NULL`)
		if err := errors.Join(err, old.Close()); err != nil {
			t.Fatal(err)
		}
		db := open(t, path)
		all := func() (list []contact.Event, came []contact.Turnout) {
			err := db.Read(ctx, func(tx *Tx) (err error) {
				if list, err = tx.Events(ctx); err == nil {
					came, err = tx.Turnouts(ctx)
				}
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
			return list, came
		}
		undo := func(operation int64) {
			if err := db.Write(ctx, func(tx *Tx) error { return tx.Undo(ctx, []int64{operation}) }); err != nil {
				t.Fatal(err)
			}
		}
		before, turnouts := all()
		if len(before) != 1 || len(turnouts) != 1 {
			t.Fatalf("the book has %+v and %+v, want one event to which five came", before, turnouts)
		}
		operate(t, db, "event-changed", func(tx *Tx, _ *Loader) error {
			changed := before[0]
			changed.Place, changed.Invitation = "Tempelhof", contact.Invitation{UID: "dinner@example.org"}
			if _, err := tx.PutEvent(ctx, changed); err != nil {
				return err
			}
			return tx.PutTurnout(ctx, contact.Turnout{Event: changed.ID, Names: 8, Came: 6})
		})
		undo(2)
		if after, came := all(); !reflect.DeepEqual(after, before) || !slices.Equal(came, turnouts) {
			t.Errorf("undone, the book has %+v and %+v, want %+v and %+v", after, came, before, turnouts)
		}
		undo(1)
		if after, _ := all(); len(after) > 0 {
			t.Errorf("the event is still there: %+v", after)
		}
	})
	t.Run("no migration fills a gap below the newest", func(t *testing.T) {
		files, err := fs.Glob(migrations, "migrations/*.sql")
		if err != nil {
			t.Fatal(err)
		}
		for _, gap := range []string{"0015", "0019", "0021"} {
			if slices.ContainsFunc(files, func(f string) bool { return strings.HasPrefix(f, "migrations/"+gap) }) {
				t.Errorf("%s would never come to a book that is past it", gap)
			}
		}
		if want := schema - 3; len(files) != want {
			t.Errorf("there are %d migrations, want %d: every number but these", len(files), want)
		}
	})
	t.Run("every step can be taken back", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "book.db")
		db := open(t, path)
		files, _ := fs.Sub(migrations, "migrations")
		provider, err := goose.NewProvider(goose.DialectSQLite3, db.write, files)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := provider.DownTo(t.Context(), 0); err != nil {
			t.Error(err)
		}
	})
}
