package book

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// bookFile is a file that stands for a book, with a log, and the name it is put aside under.
func bookFile(t *testing.T) (path, aside string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "book.db")
	for _, ending := range []string{"", "-wal", "-shm"} {
		if err := os.WriteFile(path+ending, []byte("book"+ending), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return path, asideOf(path, still(0).Now())
}

// holding tells which of a book and what SQLite keeps beside it are there, each with what it holds.
func holding(path string) string {
	var found []string
	for _, ending := range []string{"", "-wal", "-shm"} {
		if content, err := os.ReadFile(path + ending); err == nil {
			found = append(found, string(content))
		}
	}
	return strings.Join(found, " ")
}

func TestABookIsPutAside(t *testing.T) {
	const whole = "book book-wal book-shm"
	t.Run("its log goes with it, and it has its name until another takes that", func(t *testing.T) {
		path, aside := bookFile(t)
		if err := putAside(path, aside); err != nil {
			t.Fatal(err)
		}
		if holding(aside) != whole || holding(path) != "book" {
			t.Errorf("aside is %q and in place %q, want all of it and the book", holding(aside), holding(path))
		}
	})
	t.Run("where its log cannot follow everything is as it was", func(t *testing.T) {
		path, aside := bookFile(t)
		// What a file cannot take the place of.
		if err := os.MkdirAll(filepath.Join(aside+"-wal", "something"), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := putAside(path, aside); err == nil {
			t.Fatal("putAside over a folder = nil")
		}
		if _, err := os.Lstat(aside); err == nil || holding(path) != whole {
			t.Errorf("aside is %q and in place %q, want nothing and all of it", holding(aside), holding(path))
		}
	})
	t.Run("it is taken back, whether or not it had both names", func(t *testing.T) {
		path, aside := bookFile(t)
		for _, both := range []bool{true, false} {
			if err := putAside(path, aside); err != nil {
				t.Fatal(err)
			}
			if !both {
				if err := os.Remove(path); err != nil {
					t.Fatal(err)
				}
			}
			if err := takeBack(path, aside); err != nil {
				t.Fatal(err)
			}
			if _, err := os.Lstat(aside); err == nil || holding(path) != whole {
				t.Errorf("with both names %v: aside is %q and in place %q, want nothing and all of it", both, holding(aside), holding(path))
			}
		}
	})
	t.Run("two that go aside in the same second have two names", func(t *testing.T) {
		path, first := bookFile(t)
		if err := putAside(path, first); err != nil {
			t.Fatal(err)
		}
		second := asideOf(path, still(0).Now())
		if second == first {
			t.Fatalf("both are called %s", filepath.Base(first))
		}
		if err := putAside(path, second); err != nil {
			t.Fatal(err)
		}
		if holding(first) != whole || holding(second) != "book" {
			t.Errorf("the first is %q and the second %q", holding(first), holding(second))
		}
	})
}
