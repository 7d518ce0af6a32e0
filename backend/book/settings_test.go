package book

import (
	"path/filepath"
	"testing"
)

func TestRegion(t *testing.T) {
	number := card("FN:Jana Roth", "TEL:(202) 555-0143")
	e164 := func(t *testing.T, b *Book) string {
		t.Helper()
		p, err := b.FindPerson(t.Context(), "Jana Roth")
		if err != nil || len(p.Phones) != 1 {
			t.Fatalf("phones = %v, %v, want one", p.Phones, err)
		}
		return p.Phones[0].E164
	}
	open := func(t *testing.T, path, region string) *Book {
		t.Helper()
		b, err := Open(t.Context(), path, Options{Region: region})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = b.Close() })
		return b
	}
	t.Run("numbers without a prefix are from where the computer is set to", func(t *testing.T) {
		b := open(t, filepath.Join(t.TempDir(), "book.db"), "US")
		imported(t, b, ImportOptions{}, number)
		if got := e164(t, b); got != "+12025550143" {
			t.Errorf("number = %q, want +12025550143", got)
		}
	})
	t.Run("without any they are from Germany", func(t *testing.T) {
		s, err := newBook(t).Settings(t.Context())
		if err != nil || s.Region != "DE" {
			t.Errorf("region = %q, %v, want DE", s.Region, err)
		}
	})
	t.Run("a book keeps its region when the computer is set to another", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "book.db")
		b := open(t, path, "US")
		imported(t, b, ImportOptions{}, number)
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
		b = open(t, path, "AT")
		if got := e164(t, b); got != "+12025550143" {
			t.Errorf("number = %q, want +12025550143", got)
		}
		sound(t, b)
	})
	t.Run("another region lets everyone be recognised and found anew", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{}, card("FN:Jana Roth", "TEL:(202) 555-0143"))
		s, err := b.Settings(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		s.Region = "US"
		if err := b.SaveSettings(t.Context(), s); err != nil {
			t.Fatal(err)
		}
		sound(t, b)
		if got := names(t, b, Query{Text: "+12025550143"}); len(got) != 1 {
			t.Errorf("found = %v, want Jana Roth", got)
		}
		p, err := b.Preview(t.Context(), []string{file(t, "more.vcf", card("FN:Jana Maria Roth", "TEL:+1 202 555 0143"))}, nil)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := p.Rows(t.Context(), PileSimilar, 0, 10)
		if err != nil || rows.Total != 1 || rows.Items[0].Reasons[0].Code != "same-phone" {
			t.Errorf("similar = %+v, %v, want one by phone", rows, err)
		}
	})
}
