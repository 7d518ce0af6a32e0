package book

import (
	"bytes"
	"errors"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/locale"
	"kaffeerunde/backend/sheet"
)

func TestOnSheet(t *testing.T) {
	en := locale.For("en")
	list := sheet.DefaultFields(sheet.List)

	t.Run("the preferred number stands first", func(t *testing.T) {
		if got, want := onSheet(&jana, list, en).Phones, []string{"+49 171 3920001", "+49 30 23125001"}; !slices.Equal(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	})
	t.Run("the title is the role, and the role where there is no title", func(t *testing.T) {
		for _, c := range []struct {
			person contact.Person
			want   string
		}{
			{contact.Person{Title: "Tischlerin", Role: "Vorstand"}, "Tischlerin"},
			{contact.Person{Role: "Vorstand"}, "Vorstand"},
			{contact.Person{}, ""},
		} {
			if got := onSheet(&c.person, list, en).Role; got != c.want {
				t.Errorf("the role of %+v is %q, want %q", c.person, got, c.want)
			}
		}
	})
	t.Run("the name of a company is not said twice", func(t *testing.T) {
		company := contact.Person{Name: "Café Zwischenzeit", Organisation: "Café Zwischenzeit"}
		if got := onSheet(&company, list, en).Organisation; got != "" {
			t.Errorf("its organisation is %q, want none", got)
		}
	})
	t.Run("notes stay unless ticked", func(t *testing.T) {
		if got := onSheet(&jana, list, en).Note; got != "" {
			t.Errorf("the note left: %q", got)
		}
		list := list
		list.Note = true
		if got, want := onSheet(&jana, list, en).Note, "mag Filterkaffee"; got != want {
			t.Errorf("ticked, the note is %q, want %q", got, want)
		}
	})
	t.Run("a code is made only where one is printed", func(t *testing.T) {
		if got := onSheet(&jana, list, en).VCard; got != "" {
			t.Errorf("there is a code: %q", got)
		}
		if got := onSheet(&jana, sheet.DefaultFields(sheet.Cards), en).VCard; got == "" {
			t.Error("there is no code")
		}
	})
	t.Run("the line of why says what no field says", func(t *testing.T) {
		for _, c := range []struct {
			fields sheet.Fields
			want   string
		}{
			{sheet.Fields{}, "Chor, Open Space"},
			{sheet.Fields{Tags: true}, "Hafenwerk"},
			{sheet.Fields{Organisation: true}, "Chor, Open Space"},
			{sheet.Fields{Tags: true, Organisation: true}, ""},
		} {
			if got := onSheet(&jana, c.fields, en).Why; got != c.want {
				t.Errorf("with %+v it is %q, want %q", c.fields, got, c.want)
			}
		}
	})
}

func TestLongDate(t *testing.T) {
	for _, c := range []struct {
		date   contact.Date
		en, de string
	}{
		{contact.Date{Year: 1984, Month: 5, Day: 3}, "3 May 1984", "3. Mai 1984"},
		{contact.Date{Month: 12, Day: 31}, "31 December", "31. Dezember"},
		{contact.Date{Year: 1984, Month: 3}, "March 1984", "März 1984"},
		{contact.Date{Year: 1984}, "1984", "1984"},
		{contact.Date{Month: 3}, "March", "März"},
		{contact.Date{Text: "im Frühling"}, "im Frühling", "im Frühling"},
		{contact.Date{}, "", ""},
	} {
		if got := longDate(c.date, locale.For("en")); got != c.en {
			t.Errorf("longDate(%+v) = %q in English, want %q", c.date, got, c.en)
		}
		if got := longDate(c.date, locale.For("de")); got != c.de {
			t.Errorf("longDate(%+v) = %q in German, want %q", c.date, got, c.de)
		}
	}
}

func TestSheet(t *testing.T) {
	b := bookOf(t, phoneExport)
	for _, layout := range []sheet.Layout{sheet.List, sheet.Cards, sheet.Pocket} {
		t.Run("everybody can be found on a "+string(layout), func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "sheet.pdf")
			o := SheetOptions{Layout: layout, Paper: sheet.A4, Language: "de", Title: "Open Space", Fields: sheet.DefaultFields(layout)}
			result, err := b.SheetFile(t.Context(), Query{}, o, path)
			if err != nil {
				t.Fatal(err)
			}
			if result.Pages != 1 {
				t.Errorf("it has %d pages, want 1", result.Pages)
			}
			text := pdfText(t, path)
			for _, name := range []string{"Open Space", "Ada Adler", "Bo Björk", "نور"} {
				if !strings.Contains(text, name) {
					t.Errorf("%q is not on it:\n%s", name, text)
				}
			}
			if strings.Contains(text, "Hausmeister") {
				t.Errorf("the note is on it:\n%s", text)
			}
		})
	}
	t.Run("the same sheet twice is the same file", func(t *testing.T) {
		o := SheetOptions{Fields: sheet.DefaultFields(sheet.List)}
		var first, second bytes.Buffer
		_, err := b.Sheet(t.Context(), Query{}, o, &first)
		_, again := b.Sheet(t.Context(), Query{}, o, &second)
		if err := errors.Join(err, again); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Error("they differ")
		}
	})
	for _, o := range []SheetOptions{{Layout: "poster"}, {Paper: "A0"}} {
		t.Run("what does not exist leaves no file but an error", func(t *testing.T) {
			folder := t.TempDir()
			_, err := b.SheetFile(t.Context(), Query{}, o, filepath.Join(folder, "sheet.pdf"))
			var invalid *contact.InvalidError
			if !errors.As(err, &invalid) {
				t.Fatalf("with %+v the error is %v, want a *contact.InvalidError", o, err)
			}
			if key := "error." + Explain(err).Code; !locale.For("de").Has(key) {
				t.Errorf("the catalogue has no %q", key)
			}
			alone(t, folder)
		})
	}
}

func pdfText(t *testing.T, path string) string {
	t.Helper()
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext is not installed; Debian has it in poppler-utils")
	}
	text, err := exec.Command(tool, "-layout", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
