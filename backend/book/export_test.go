package book

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// phoneExport is what a phone might hand over: cards of two versions, a picture, a note, a formula, a UID here and there.
const phoneExport = "BEGIN:VCARD\r\n" +
	"VERSION:3.0\r\n" +
	"N:Adler;Ada;;;\r\n" +
	"FN:Ada Adler\r\n" +
	"UID:ada-1\r\n" +
	"TEL;TYPE=CELL:+49 171 3920003\r\n" +
	"item1.EMAIL:ada@adler.example\r\n" +
	"item1.X-ABLabel:Atelier\r\n" +
	"CATEGORIES:Chor,Open Space\r\n" +
	"NOTE:kennt den Hausmeister\r\n" +
	"PHOTO;ENCODING=b;TYPE=JPEG:" +
	"/9j/4AAQSkZJRgABAQAAAQABAAD/2Q==\r\n" +
	"X-PRIVATE-THING:kept\r\n" +
	"END:VCARD\r\n" +
	"BEGIN:VCARD\r\n" +
	"VERSION:2.1\r\n" +
	"N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Bj=C3=B6rk;Bo\r\n" +
	"TEL;CELL:0171 3920004\r\n" +
	"ORG:=cmd|' /C calc'!A0\r\n" +
	"END:VCARD\r\n" +
	"BEGIN:VCARD\r\n" +
	"VERSION:4.0\r\n" +
	"FN:نور خوري\r\n" +
	"KIND:individual\r\n" +
	"ANNIVERSARY:20100503\r\n" +
	"END:VCARD\r\n"

// bookOf returns a book that holds the cards of a file as they are.
func bookOf(t testing.TB, cards string) *Book {
	t.Helper()
	now := func() time.Time { return time.Date(2026, 5, 3, 18, 0, 0, 0, time.UTC) }
	b, err := Open(t.Context(), filepath.Join(t.TempDir(), "book.db"), Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Close() })
	if cards == "" {
		return b
	}
	_, err = b.operate(t.Context(), KindAdd, "", func(w *work) error {
		in := vcard.NewReader(strings.NewReader(cards), vcard.Options{})
		for w.count = 0; ; w.count++ {
			card, err := in.Read()
			if errors.Is(err, io.EOF) {
				return nil
			}
			uid := firstOf(card.UID(), fmt.Sprintf("urn:uuid:%d", w.count))
			if _, err := w.add(t.Context(), uid, card, store.Person{}); err != nil {
				return err
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// takeIn imports cards and returns what became of them.
func takeIn(t testing.TB, b *Book, cards string) FileReceipt {
	t.Helper()
	path := filepath.Join(t.TempDir(), "phone.vcf")
	if err := os.WriteFile(path, []byte(cards), 0o600); err != nil {
		t.Fatal(err)
	}
	receipts, err := b.ImportFiles(t.Context(), []string{path}, ImportOptions{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return receipts[0]
}

func export(t testing.TB, b *Book, q Query, o ExportOptions) string {
	t.Helper()
	var out bytes.Buffer
	if _, err := b.Export(t.Context(), q, o, &out, nil); err != nil {
		t.Fatalf("export as %+v: %v", o, err)
	}
	return out.String()
}

// cardsIn returns the cards of a file, each as its own text, sorted.
func cardsIn(file string) []string {
	cards := strings.SplitAfter(file, "END:VCARD\r\n")
	cards = slices.DeleteFunc(cards, func(s string) bool { return s == "" })
	slices.Sort(cards)
	return cards
}

func TestExportVCard(t *testing.T) {
	b := bookOf(t, phoneExport)

	t.Run("as it came, every byte is there", func(t *testing.T) {
		got, want := cardsIn(export(t, b, Query{}, ExportOptions{Format: FormatVCard, Version: Original})), cardsIn(phoneExport)
		if !slices.Equal(got, want) {
			t.Errorf("got\n%s\nwant\n%s", strings.Join(got, ""), strings.Join(want, ""))
		}
	})

	for _, v := range []Version{Original, V21, V30, V40} {
		o := ExportOptions{Format: FormatVCard, Version: v, Notes: true}
		t.Run("as "+string(v)+" it comes back to another book as the same", func(t *testing.T) {
			file := export(t, b, Query{}, o)
			got := cardsIn(export(t, bookOf(t, file), Query{}, o))
			if want := cardsIn(file); !slices.Equal(got, want) {
				t.Errorf("the second export is\n%s\nthe first was\n%s", strings.Join(got, ""), strings.Join(want, ""))
			}
		})
		t.Run("as "+string(v)+" it comes back to the same book and adds nobody", func(t *testing.T) {
			receipt := takeIn(t, b, export(t, b, Query{}, o))
			if receipt.Add != 0 || receipt.FileSummary.New != 0 || receipt.Same != 3 {
				t.Errorf("new %d, same %d, similar %d, added %d; want three who are here already", receipt.FileSummary.New, receipt.Same, receipt.Similar, receipt.Add)
			}
		})
	}

	t.Run("3.0 is what it is unless told otherwise", func(t *testing.T) {
		got := export(t, b, Query{}, ExportOptions{Format: FormatVCard})
		if n := strings.Count(got, "VERSION:3.0\r\n"); n != 3 {
			t.Errorf("%d of 3 cards are 3.0:\n%s", n, got)
		}
	})
	t.Run("notes stay unless asked for", func(t *testing.T) {
		if got := export(t, b, Query{}, ExportOptions{Format: FormatVCard}); strings.Contains(got, "Hausmeister") {
			t.Errorf("the note left:\n%s", got)
		}
		if got := export(t, b, Query{}, ExportOptions{Format: FormatVCard, Notes: true}); !strings.Contains(got, "Hausmeister") {
			t.Errorf("the note stayed:\n%s", got)
		}
	})
	t.Run("only those leave whom the query finds", func(t *testing.T) {
		got := export(t, b, Query{AnyTags: []string{"Chor"}}, ExportOptions{Format: FormatVCard})
		if !strings.Contains(got, "FN:Ada Adler") || strings.Count(got, "BEGIN:VCARD") != 1 {
			t.Errorf("got\n%s", got)
		}
	})
	t.Run("private properties and labels leave too", func(t *testing.T) {
		got := export(t, b, Query{Text: "Ada"}, ExportOptions{Format: FormatVCard})
		card, err := vcard.Parse([]byte(got), vcard.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if label := card.Emails()[0].Label; label != "Atelier" || !strings.Contains(got, "X-PRIVATE-THING:kept") {
			t.Errorf("the label is %q in\n%s", label, got)
		}
	})
}

func TestExportTables(t *testing.T) {
	b := bookOf(t, phoneExport)
	column := func(rows [][]string, heading string) []string {
		at := slices.Index(rows[0], heading)
		if at < 0 {
			t.Fatalf("there is no column %q in %q", heading, rows[0])
		}
		var cells []string
		for _, row := range rows[1:] {
			cell := ""
			if at < len(row) {
				cell = row[at]
			}
			cells = append(cells, cell)
		}
		return cells
	}

	t.Run("a CSV has everyone, its formulas defused", func(t *testing.T) {
		file := strings.TrimPrefix(export(t, b, Query{}, ExportOptions{Format: FormatCSV}), byteOrderMark)
		rows, err := csv.NewReader(strings.NewReader(file)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if got, want := column(rows, "Name"), []string{"Ada Adler", "Bo Björk", "نور خوري"}; !slices.Equal(got, want) {
			t.Errorf("the names are %q, want %q", got, want)
		}
		if got, want := column(rows, "Organisation")[1], "'=cmd|' /C calc'!A0"; got != want {
			t.Errorf("the organisation is %q, want %q", got, want)
		}
		if got, want := column(rows, "Phone 1")[0], "'+49 171 3920003"; got != want {
			t.Errorf("the number is %q, want %q", got, want)
		}
		if strings.Contains(file, "Hausmeister") {
			t.Error("the note left")
		}
	})
	t.Run("a workbook has everyone, all as text", func(t *testing.T) {
		file, err := excelize.OpenReader(strings.NewReader(export(t, b, Query{}, ExportOptions{Format: FormatXLSX, Notes: true, Language: "de"})))
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		rows, err := file.GetRows("Menschen")
		if err != nil {
			t.Fatal(err)
		}
		if got, want := column(rows, "Organisation")[1], "=cmd|' /C calc'!A0"; got != want {
			t.Errorf("the organisation is %q, want %q", got, want)
		}
		if got, want := column(rows, "Telefon 1")[0], "+49 171 3920003"; got != want {
			t.Errorf("the number is %q, want %q", got, want)
		}
		if got, want := column(rows, "Schlagwörter")[0], "Chor; Open Space"; got != want {
			t.Errorf("the tags are %q, want %q", got, want)
		}
		if got, want := column(rows, "Notizen")[0], "kennt den Hausmeister"; got != want {
			t.Errorf("the note is %q, want %q", got, want)
		}
	})
}

func TestExportFile(t *testing.T) {
	b := bookOf(t, phoneExport)

	t.Run("a cancelled export leaves nothing", func(t *testing.T) {
		for _, format := range []Format{FormatVCard, FormatCSV, FormatXLSX} {
			folder := t.TempDir()
			ctx, cancel := context.WithCancel(t.Context())
			cancel()
			_, err := b.ExportFile(ctx, Query{}, ExportOptions{Format: format}, filepath.Join(folder, "people"), nil)
			if !errors.Is(err, context.Canceled) {
				t.Errorf("as %s the error is %v, want %v", format, err, context.Canceled)
			}
			alone(t, folder)
		}
	})
	t.Run("an export that is cancelled half way leaves the older file", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "people.vcf")
		if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		_, err := b.ExportFile(ctx, Query{}, ExportOptions{Format: FormatVCard}, path, func(Progress) { cancel() })
		if !errors.Is(err, context.Canceled) {
			t.Errorf("the error is %v, want %v", err, context.Canceled)
		}
		holds(t, path, "old")
	})
	t.Run("an export of nobody is no file", func(t *testing.T) {
		folder := t.TempDir()
		_, err := b.ExportFile(t.Context(), Query{Text: "nobody at all"}, ExportOptions{Format: FormatCSV}, filepath.Join(folder, "people.csv"), nil)
		if !errors.Is(err, ErrNoPeople) {
			t.Errorf("the error is %v, want %v", err, ErrNoPeople)
		}
		alone(t, folder)
	})
	t.Run("it tells how many it wrote", func(t *testing.T) {
		var last Progress
		n, err := b.ExportFile(t.Context(), Query{}, ExportOptions{Format: FormatVCard}, filepath.Join(t.TempDir(), "people.vcf"), func(p Progress) { last = p })
		if err != nil {
			t.Fatal(err)
		}
		if n != 3 || last.Cards != 3 || last.TotalCards != 3 {
			t.Errorf("it returned %d and told of %d of %d, want 3 and 3 of 3", n, last.Cards, last.TotalCards)
		}
	})
	t.Run("a format that does not exist is refused before a file is there", func(t *testing.T) {
		folder := t.TempDir()
		_, err := b.ExportFile(t.Context(), Query{}, ExportOptions{Format: "pdf"}, filepath.Join(folder, "people.pdf"), nil)
		var invalid *contact.InvalidError
		if !errors.As(err, &invalid) {
			t.Errorf("the error is %v, want a *contact.InvalidError", err)
		}
		alone(t, folder)
	})
}

func TestLosses(t *testing.T) {
	b := bookOf(t, "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ada Adler\r\nRELATED;TYPE=friend:urn:uuid:1\r\nRELATED;TYPE=friend:urn:uuid:2\r\nEND:VCARD\r\n"+
		"BEGIN:VCARD\r\nVERSION:3.0\r\nN:Björk;Bo;;;\r\nFN:Bo Björk\r\nEND:VCARD\r\n")

	t.Run("what a version lacks is named once for each person, property and reason", func(t *testing.T) {
		got, err := b.Losses(t.Context(), Query{}, V30)
		if err != nil {
			t.Fatal(err)
		}
		if len(got) != 1 || got[0].Name != "Ada Adler" || got[0].Line != "RELATED" || got[0].Person == 0 {
			t.Errorf("got %+v, want the RELATED of Ada Adler", got)
		}
	})
	for _, v := range []Version{V40, Original} {
		t.Run("nothing is lost as "+string(v), func(t *testing.T) {
			got, err := b.Losses(t.Context(), Query{}, v)
			if err != nil {
				t.Fatal(err)
			}
			if len(got) != 0 {
				t.Errorf("got %+v, want none", got)
			}
		})
	}
	t.Run("a version that does not exist is refused", func(t *testing.T) {
		var invalid *contact.InvalidError
		if _, err := b.Losses(t.Context(), Query{}, "5.0"); !errors.As(err, &invalid) {
			t.Errorf("the error is %v, want a *contact.InvalidError", err)
		}
	})
}
