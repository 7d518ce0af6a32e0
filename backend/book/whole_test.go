package book

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kaffeerunde/backend/contact"
)

// wholePixel is a picture of one pixel.
const wholePixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="

// rich is a book with something of every kind.
func rich(t testing.TB) *Book {
	t.Helper()
	b := newBook(t)
	imported(t, b, ImportOptions{}, card("FN:Ada Example", "UID:a", "PHOTO;ENCODING=b;TYPE=PNG:"+wholePixel, "CATEGORIES:Chor")+
		card("FN:Ben Beispiel", "UID:b", "NOTE:Mag Käse\\, und Tee", "TEL:+49 30 1234567")+
		card("FN:\u674e\u96f7", "UID:c")+card("FN:Ada E.", "UID:e", "PHOTO;ENCODING=b;TYPE=PNG:"+wholePixel)+
		card("FN:Chor", "X-ADDRESSBOOKSERVER-KIND:group", "UID:g", "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:b")+
		"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=ISO-8859-1:M\xfcller;J\xf6rg\r\nUID:d\r\nEND:VCARD\r\n")
	imported(t, b, ImportOptions{Similar: DecisionLater}, card("FN:Ben Beispiel", "EMAIL:ben@example.org", "TEL:030 1234567"))
	ids, err := b.IDs(t.Context(), Query{})
	if err != nil {
		t.Fatal(err)
	}
	if len(ids) != 5 {
		t.Fatalf("%d people, want 5", len(ids))
	}
	var twice []contact.ID
	for _, uid := range []string{"a", "e"} {
		p, err := b.FindPerson(t.Context(), uid)
		if err != nil {
			t.Fatal(err)
		}
		twice = append(twice, p.ID)
	}
	if _, _, err := b.Merge(t.Context(), twice, nil); err != nil {
		t.Fatal(err)
	}
	if ids, err = b.IDs(t.Context(), Query{}); err != nil {
		t.Fatal(err)
	}
	event, _, err := b.SaveEvent(t.Context(), contact.Event{Title: "Open Space", When: "2026-06-01 19:00", Topics: []string{"Lehre"}})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := b.Meet(t.Context(), contact.Encounter{Kind: "coffee", Day: "2026-05-01", People: ids[:2], Note: "Über Orgeln", Event: event.ID}); err != nil {
		t.Fatal(err)
	}
	if _, _, err := b.Leave(t.Context(), contact.Thread{Text: "den Artikel schicken", People: ids[1:2]}); err != nil {
		t.Fatal(err)
	}
	if _, err := b.CreateTag(t.Context(), "Später", "hue-3"); err != nil {
		t.Fatal(err)
	}
	return b
}

// wholeFile writes the whole book to a file and returns its path.
func wholeFile(t testing.TB, b *Book, passphrase string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "whole.zip")
	if _, err := b.ExportWhole(t.Context(), path, passphrase, nil); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestWholeBook(t *testing.T) {
	t.Parallel()
	b := rich(t)
	want := dump(t, b)
	path := wholeFile(t, b, "")
	t.Run("comes back equal", func(t *testing.T) {
		if mode(t, path) != 0o600 {
			t.Errorf("others can read the archive")
		}
		other := newBook(t)
		change, err := other.ImportWhole(t.Context(), path, "")
		if err != nil {
			t.Fatal(err)
		}
		if change.Count != 4 || change.Kind != KindWhole || change.Name != "whole.zip" {
			t.Errorf("change = %+v, want 4 people of whole.zip", change)
		}
		if got := dump(t, other); got != want {
			t.Errorf("the book is\n%s\nwant\n%s", got, want)
		}
		sound(t, other)
		if _, err := other.Undo(t.Context(), 0); err != nil {
			t.Fatal(err)
		}
		if n, err := other.Count(t.Context()); n != 0 || err != nil {
			t.Errorf("after an undo %d people, %v, want none", n, err)
		}
		if _, err := other.Redo(t.Context()); err != nil {
			t.Fatal(err)
		}
		if got := dump(t, other); got != want {
			t.Errorf("after a redo the book is\n%s\nwant\n%s", got, want)
		}
	})
	t.Run("is an address book by itself", func(t *testing.T) {
		archive, err := zip.OpenReader(path)
		if err != nil {
			t.Fatal(err)
		}
		defer archive.Close()
		cards, err := archive.Open("contacts.vcf")
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(cards)
		if err != nil || bytes.Count(text, []byte("BEGIN:VCARD")) != 5 || !bytes.Contains(text, []byte(wholePixel[:40])) {
			t.Errorf("contacts.vcf = %s, %v, want five cards with the picture", text, err)
		}
		if _, err := archive.Open("README.txt"); err != nil {
			t.Error(err)
		}
	})
	t.Run("opens with its passphrase only", func(t *testing.T) {
		if testing.Short() {
			t.Skip("scrypt takes its time")
		}
		locked := wholeFile(t, b, "vier Worte am Morgen")
		other := newBook(t)
		for _, c := range []struct {
			passphrase string
			want       error
		}{{"", ErrLockedBook}, {"drei Worte", ErrPassphrase}, {"vier Worte am Morgen", nil}} {
			if _, err := other.ImportWhole(t.Context(), locked, c.passphrase); !errors.Is(err, c.want) {
				t.Errorf("with %q: %v, want %v", c.passphrase, err, c.want)
			}
		}
		if got := dump(t, other); got != want {
			t.Errorf("the book is\n%s\nwant\n%s", got, want)
		}
	})
	t.Run("does not go into a book that says something", func(t *testing.T) {
		other := newBook(t)
		imported(t, other, ImportOptions{}, card("FN:Cem Example", "UID:z"))
		before := dump(t, other)
		if _, err := other.ImportWhole(t.Context(), path, ""); !errors.Is(err, ErrNotBlank) {
			t.Errorf("ImportWhole = %v, want ErrNotBlank", err)
		}
		if got := dump(t, other); got != before {
			t.Errorf("the book is\n%s\nwant\n%s", got, before)
		}
	})
	t.Run("takes the place of another book, and gives it back", func(t *testing.T) {
		other := newBook(t)
		imported(t, other, ImportOptions{}, card("FN:Cem Example", "UID:z")+card("FN:Ada E.", "UID:a"))
		before := dump(t, other)
		restore(t, other, path, Differences{
			Coming:   DifferingPeople{Count: 3, Names: []string{"Ben Beispiel", "Jörg Müller", "\u674e\u96f7"}},
			Going:    DifferingPeople{Count: 1, Names: []string{"Cem Example"}},
			Changing: DifferingPeople{Count: 1, Names: []string{"Ada E."}},
		})
		if got := dump(t, other); got != want {
			t.Errorf("the book is\n%s\nwant\n%s", got, want)
		}
		sound(t, other)
		if _, err := other.Undo(t.Context(), 0); err != nil {
			t.Fatal(err)
		}
		if got := dump(t, other); got != before {
			t.Errorf("after an undo the book is\n%s\nwant\n%s", got, before)
		}
		sound(t, other)
	})
}

// restore restores a file after a preview, of which only the people are compared.
func restore(t *testing.T, b *Book, path string, want Differences) {
	t.Helper()
	r, err := b.Restore(t.Context(), path, "")
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	}()
	got, err := r.Differences(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, side := range []struct {
		name      string
		got, want DifferingPeople
	}{{"coming", got.Coming, want.Coming}, {"going", got.Going, want.Going}, {"changing", got.Changing, want.Changing}} {
		if side.got.Count != side.want.Count || strings.Join(side.got.Names, ",") != strings.Join(side.want.Names, ",") {
			t.Errorf("%s = %+v, want %+v", side.name, side.got, side.want)
		}
	}
	if _, err := r.Run(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func TestRestore(t *testing.T) {
	b := rich(t)
	made, err := b.BackUp(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	then := dump(t, b)
	t.Run("says that nothing would change", func(t *testing.T) {
		r, err := b.Restore(t.Context(), made.Path, "")
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		if d, err := r.Differences(t.Context()); err != nil || !d.None() {
			t.Errorf("Differences = %+v, %v, want none", d, err)
		}
		if change, err := r.Run(t.Context()); err != nil || change.Operation != 0 {
			t.Errorf("Run = %+v, %v, want no operation", change, err)
		}
	})
	ids, err := b.IDs(t.Context(), Query{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.Delete(t.Context(), ids[:1]); err != nil {
		t.Fatal(err)
	}
	imported(t, b, ImportOptions{}, card("FN:Dora Example", "UID:new"))
	if _, err := b.Tag(t.Context(), "Neu", ids[1:2]); err != nil {
		t.Fatal(err)
	}
	now := dump(t, b)
	t.Run("brings back what was, and an undo what is", func(t *testing.T) {
		restore(t, b, made.Path, Differences{
			Coming:   DifferingPeople{Count: 1, Names: []string{"Ben Beispiel"}},
			Going:    DifferingPeople{Count: 1, Names: []string{"Dora Example"}},
			Changing: DifferingPeople{Count: 1, Names: []string{"Ada Example"}},
		})
		if got := dump(t, b); got != then {
			t.Errorf("the book is\n%s\nwant\n%s", got, then)
		}
		sound(t, b)
		if _, err := b.Undo(t.Context(), 0); err != nil {
			t.Fatal(err)
		}
		if got := dump(t, b); got != now {
			t.Errorf("after an undo the book is\n%s\nwant\n%s", got, now)
		}
		sound(t, b)
	})
	t.Run("leaves nothing beside the book", func(t *testing.T) {
		left, err := filepath.Glob(filepath.Join(filepath.Dir(made.Path), ".*"))
		if err != nil || len(left) > 0 {
			t.Errorf("left = %v, %v", left, err)
		}
	})
	t.Run("refuses what is no backup", func(t *testing.T) {
		damaged, err := os.ReadFile(made.Path)
		if err != nil {
			t.Fatal(err)
		}
		for i := 4096; i < len(damaged); i += 97 {
			damaged[i] ^= 0xff
		}
		for _, c := range []struct {
			claim, content string
			want           error
		}{{"a text", "nothing", ErrNotABook}, {"nothing", "", ErrNotABook}, {"a damaged one", string(damaged), ErrDamaged}} {
			if _, err := b.Restore(t.Context(), file(t, "b.db", c.content), ""); !errors.Is(err, c.want) {
				t.Errorf("%s: %v, want %v", c.claim, err, c.want)
			}
		}
		var missing *FileError
		if _, err := b.Restore(t.Context(), filepath.Join(t.TempDir(), "none.db"), ""); !errors.As(err, &missing) || missing.Code != "file-missing" {
			t.Errorf("a file that is not there: %v, want file-missing", err)
		}
	})
}

// rewritten copies an archive and changes its files on the way: a nil content leaves one out.
func rewritten(t testing.TB, path string, change func(name string, content []byte) (string, []byte)) string {
	t.Helper()
	archive, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, entry := range archive.File {
		in, err := entry.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		name, content := change(entry.Name, content)
		if content == nil {
			continue
		}
		into, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := into.Write(content); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return file(t, "changed.zip", out.String())
}

func TestWholeBookRefuses(t *testing.T) {
	t.Parallel()
	path := wholeFile(t, rich(t), "")
	for _, c := range []struct {
		claim  string
		change func(name string, content []byte) (string, []byte)
		code   string
	}{
		{"a name that leads out of it", func(name string, content []byte) (string, []byte) {
			if name == "README.txt" {
				name = "../../README.txt"
			}
			return name, content
		}, "archive-broken"},
		{"what unpacks to far more", func(name string, content []byte) (string, []byte) {
			if name == "data/tag.jsonl" {
				content = bytes.Repeat([]byte(" "), 64<<20)
			}
			return name, content
		}, "archive-too-large"},
		{"a table that no book has", func(name string, content []byte) (string, []byte) {
			return name, bytes.Replace(content, []byte(`{"id"`), []byte(`{"id); DROP TABLE person; --":1,"id"`), 1)
		}, "archive-broken"},
		{"people that are no list", func(name string, content []byte) (string, []byte) {
			return name, bytes.Replace(content, []byte(`"people":"[`), []byte(`"people":"`), 1)
		}, "archive-broken"},
		{"topics that are no list", func(name string, content []byte) (string, []byte) {
			return name, bytes.Replace(content, []byte(`"topics":"[`), []byte(`"topics":"`), 1)
		}, "archive-broken"},
		{"a card that is elsewhere", func(name string, content []byte) (string, []byte) {
			return name, bytes.Replace(content, []byte(`"offset":0`), []byte(`"offset":999999`), 1)
		}, "archive-broken"},
		{"another picture", func(name string, content []byte) (string, []byte) {
			if strings.HasPrefix(name, "photos/") {
				content = []byte("not that")
			}
			return name, content
		}, "archive-broken"},
		{"a book of a newer program", func(name string, content []byte) (string, []byte) {
			return name, bytes.Replace(content, []byte(`"schema": `), []byte(`"schema": 9`), 1)
		}, "newer-book"},
	} {
		t.Run(c.claim, func(t *testing.T) {
			b := newBook(t)
			_, err := b.ImportWhole(t.Context(), rewritten(t, path, c.change), "")
			if err == nil || Explain(err).Code != c.code {
				t.Errorf("error = %v, want %s", err, c.code)
			}
			if blank := dump(t, b); blank != "" {
				t.Errorf("the book says %s", blank)
			}
		})
	}
}
