package book

import (
	"bytes"
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"kaffeerunde/backend/contact"
)

// newBook opens an empty book in a folder of the test. Its clock stands still.
func newBook(t testing.TB) *Book {
	t.Helper()
	return openBook(t, blankIn(t, t.TempDir()))
}

// blank is the file of an empty book. To copy it is far cheaper than to go through every migration.
var blank = sync.OnceValues(func() ([]byte, error) {
	folder, err := os.MkdirTemp("", "blank")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "book.db")
	b, err := Open(context.Background(), path, Options{})
	if err != nil {
		return nil, err
	}
	if err := b.Close(); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

// blankIn puts an empty book into a folder and returns its path.
func blankIn(t testing.TB, folder string) string {
	t.Helper()
	content, err := blank()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, "book.db")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func openBook(t testing.TB, path string) *Book {
	t.Helper()
	b, err := Open(t.Context(), path, Options{
		Now: func() time.Time { return time.Date(2026, 5, 4, 18, 30, 0, 0, time.UTC) },
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	})
	return b
}

// dump is the truth of a book as text.
func dump(t testing.TB, b *Book) string {
	t.Helper()
	var out bytes.Buffer
	if err := b.Dump(context.WithoutCancel(t.Context()), &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// sound fails the test when the doctor finds something.
func sound(t testing.TB, b *Book) {
	t.Helper()
	found, err := b.Doctor(context.WithoutCancel(t.Context()))
	if err != nil {
		t.Fatal(err)
	}
	if len(found) > 0 {
		t.Errorf("doctor = %v, want nothing", found)
	}
}

// file writes a file of the test and returns its path.
func file(t testing.TB, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// card writes a vCard 3.0 of its lines.
func card(lines ...string) string {
	return "BEGIN:VCARD\r\nVERSION:3.0\r\n" + strings.Join(lines, "\r\n") + "\r\nEND:VCARD\r\n"
}

// imported imports text and returns the one receipt.
func imported(t testing.TB, b *Book, o ImportOptions, content string) FileReceipt {
	t.Helper()
	receipts, err := b.ImportFiles(t.Context(), []string{file(t, "people.vcf", content)}, o, nil)
	if err != nil {
		t.Fatal(err)
	}
	if receipts[0].Problem != nil {
		t.Fatalf("problem = %v, want none", *receipts[0].Problem)
	}
	return receipts[0]
}

// names lists who a query finds, in order.
func names(t testing.TB, b *Book, q Query) []string {
	t.Helper()
	page, err := b.People(t.Context(), q, 0, -1)
	if err != nil {
		t.Fatal(err)
	}
	list := []string{}
	for _, s := range page.Items {
		list = append(list, s.Name)
	}
	return list
}

// add puts somebody in by name and fails the test where that does not work.
func add(t testing.TB, b *Book, d contact.Draft) contact.Person {
	t.Helper()
	p, _, err := b.Add(t.Context(), d)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestOpen(t *testing.T) {
	t.Run("only the owner can read what is created, whatever the umask", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "new", "folder", "book.db")
		b := openBook(t, path)
		add(t, b, contact.Draft{Name: "Nur Demir"})
		for name, want := range map[string]os.FileMode{path: 0o600, path + "-wal": 0o600, path + "-shm": 0o600, filepath.Dir(path): 0o700} {
			state, err := os.Stat(name)
			if err != nil {
				t.Fatal(err)
			}
			if got := state.Mode().Perm(); got != want {
				t.Errorf("mode of %s = %o, want %o", filepath.Base(name), got, want)
			}
		}
	})
	t.Run("what was written is there when it is opened again", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "book.db")
		b := openBook(t, path)
		add(t, b, contact.Draft{Name: "Nur Demir"})
		before := dump(t, b)
		if got := dump(t, openBook(t, path)); got != before {
			t.Errorf("dump = %s, want %s", got, before)
		}
	})
	t.Run("closing leaves the one file alone", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "book.db")
		b, err := Open(t.Context(), path, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
		left, err := os.ReadDir(filepath.Dir(path))
		if err != nil || len(left) != 1 {
			t.Errorf("files = %v %v, want the book alone", left, err)
		}
	})
	for name, content := range map[string]string{
		"a text is not a book":           "This is a letter to somebody.\n",
		"another database is not a book": otherDatabase(t),
	} {
		t.Run(name, func(t *testing.T) {
			path := file(t, "other.db", content)
			_, err := Open(t.Context(), path, Options{})
			if got := Explain(err).Code; got != "not-a-book" {
				t.Errorf("Open = %v, explained as %q, want not-a-book", err, got)
			}
			if after, _ := os.ReadFile(path); string(after) != content {
				t.Error("the file was changed")
			}
		})
	}
	t.Run("a folder is not a book", func(t *testing.T) {
		_, err := Open(t.Context(), t.TempDir(), Options{})
		if got := Explain(err).Code; got != "not-a-book" {
			t.Errorf("Open = %v, explained as %q, want not-a-book", err, got)
		}
	})
}

// otherDatabase is the file of another program.
func otherDatabase(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "other.db")
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(`CREATE TABLE songs (title TEXT)`); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}
