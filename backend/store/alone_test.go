package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"testing"

	"kaffeerunde/backend/lock"
)

// TestTwoPrograms opens one book many times at once. The files are open as often, so to the system they are many programs.
func TestTwoPrograms(t *testing.T) {
	const programs = 6
	openAll := func(t *testing.T, path string) {
		t.Helper()
		opened, errs := make([]*DB, programs), make([]error, programs)
		var all sync.WaitGroup
		for i := range programs {
			all.Go(func() { opened[i], errs[i] = Open(t.Context(), path) })
		}
		all.Wait()
		for i, db := range opened {
			if errs[i] != nil {
				t.Errorf("program %d: %v", i, errs[i])
				continue
			}
			if err := db.Close(); err != nil {
				t.Error(err)
			}
		}
	}
	t.Run("an old book that all of them open is changed once", func(t *testing.T) {
		all, err := fs.Glob(migrations, "migrations/*.sql")
		if err != nil {
			t.Fatal(err)
		}
		for range 5 {
			path := filepath.Join(t.TempDir(), "book.db")
			older(t, path, 1)
			openAll(t, path)
			db := open(t, path)
			var steps int
			if err := db.read.QueryRow(`SELECT count(*) FROM goose_db_version WHERE version_id > 0`).Scan(&steps); err != nil || steps != len(all) {
				t.Errorf("%d steps were made, %v, want %d", steps, err, len(all))
			}
		}
	})
	t.Run("a book that is not there is made once", func(t *testing.T) {
		for range 5 {
			path := filepath.Join(t.TempDir(), "book.db")
			openAll(t, path)
			open(t, path)
		}
	})
	t.Run("who waits can be interrupted", func(t *testing.T) {
		folder := t.TempDir()
		held, err := os.Open(folder)
		if err != nil {
			t.Fatal(err)
		}
		defer held.Close()
		if ok, err := lock.Try(held); !ok || err != nil {
			t.Fatal(ok, err)
		}
		ctx, interrupt := context.WithCancel(t.Context())
		interrupt()
		if _, err := Open(ctx, filepath.Join(folder, "book.db")); !errors.Is(err, context.Canceled) {
			t.Errorf("Open = %v, want %v", err, context.Canceled)
		}
	})
}

func TestOutside(t *testing.T) {
	ctx := t.Context()
	path := filepath.Join(t.TempDir(), "book.db")
	ours, theirs := open(t, path), open(t, path)
	want := int64(0)
	check := func(t *testing.T) {
		t.Helper()
		if got, err := ours.Outside(ctx); got != want || err != nil {
			t.Errorf("Outside = %d, %v, want %d", got, err, want)
		}
	}
	set := func(t *testing.T, db *DB) {
		t.Helper()
		if err := db.Write(ctx, func(tx *Tx) error { return tx.Set(ctx, "language", "de") }); err != nil {
			t.Fatal(err)
		}
	}
	t.Run("a change of our own is not from outside", func(t *testing.T) {
		set(t, ours)
		check(t)
	})
	t.Run("a change of another program is, though one of our own follows before we look", func(t *testing.T) {
		set(t, theirs)
		set(t, ours)
		want = 1
		check(t)
		check(t)
	})
	t.Run("what fails changes nothing", func(t *testing.T) {
		broken := errors.New("broken")
		if err := ours.Write(ctx, func(*Tx) error { return broken }); !errors.Is(err, broken) {
			t.Fatal(err)
		}
		check(t)
	})
	t.Run("both at once are told apart", func(t *testing.T) {
		const each = 20
		var all sync.WaitGroup
		for _, db := range []*DB{ours, theirs} {
			all.Go(func() {
				for range each {
					set(t, db)
				}
			})
		}
		for range each {
			if got, err := ours.Outside(ctx); got > want+each || err != nil {
				t.Errorf("Outside = %d, %v, want %d at most", got, err, want+each)
			}
		}
		all.Wait()
		want += each
		check(t)
	})
}

// TestOwnerOnly holds that nobody else can read any file of a book, whatever the umask says.
func TestOwnerOnly(t *testing.T) {
	defer syscall.Umask(syscall.Umask(0))
	folder := filepath.Join(t.TempDir(), "new", "folder")
	path := filepath.Join(folder, "book.db")
	db := open(t, path)
	if err := db.Write(t.Context(), func(tx *Tx) error { return tx.Set(t.Context(), "language", "de") }); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		path string
		want os.FileMode
	}{{folder, 0o700}, {path, 0o600}, {path + "-wal", 0o600}, {path + "-shm", 0o600}} {
		state, err := os.Stat(c.path)
		if err != nil {
			t.Fatal(err)
		}
		if got := state.Mode().Perm(); got != c.want {
			t.Errorf("the mode of %s is %s, want %s", filepath.Base(c.path), fmt.Sprintf("%o", got), fmt.Sprintf("%o", c.want))
		}
	}
}

func TestLocked(t *testing.T) {
	ctx := t.Context()
	path := filepath.Join(t.TempDir(), "book.db")
	db, other := open(t, path), open(t, path)
	if _, err := db.write.Exec(`PRAGMA busy_timeout = 20`); err != nil {
		t.Fatal(err)
	}
	err := other.Keep(ctx, func(*Tx) error {
		return db.Keep(ctx, func(*Tx) error { return nil })
	})
	if !errors.Is(err, ErrLocked) {
		t.Errorf("a change while another program writes = %v, want %v", err, ErrLocked)
	}
	if err := db.Keep(ctx, func(*Tx) error { return nil }); err != nil {
		t.Errorf("a change when the other is done = %v", err)
	}
}
