package table_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"kaffeerunde/backend/table"
	"kaffeerunde/backend/vcard"
)

// TestNothingIsLost makes tables of any headers and cells and looks for every cell in the card of its row.
func TestNothingIsLost(t *testing.T) {
	headers := []string{
		"Name", "Vorname", "Nachname", "Telefon privat", "Handy", "E-Mail", "Website", "Firma", "Abteilung", "Straße", "PLZ", "Ort", "Land",
		"Geburtstag", "Notizen", "Tags", "Skype", "Kuchen", "любимое", "", "Job title", "Fax geschäftlich", "Phone 1 kind",
	}
	words := []string{
		"Ada", "Müller; Söhne", "a, b", "+49 30 23125001", "x@y.example", "1984-13-45", "zwei\nZeilen", `ein "Wort"`, "=1+1", "日本", "'", "-",
		"https://a.example/b?c,d", `back\slash`, "4.9E+1", "END:VCARD", "\\n",
	}
	random := rand.New(rand.NewPCG(7, 7))
	for n := range 300 {
		columns := 2 + random.IntN(8)
		head, cells := make([]string, columns), make([]string, columns)
		for i := range columns {
			head[i] = headers[random.IntN(len(headers))]
			if cells[i] = words[random.IntN(len(words))]; random.IntN(4) == 0 {
				cells[i] = ""
			}
			cells[i] += fmt.Sprint(i)
		}
		head[0] = "Vorname"
		var content bytes.Buffer
		w := csv.NewWriter(&content)
		must(t, w.WriteAll([][]string{head, cells}))
		list, r := read(t, content.String())
		if len(list) != 1 {
			t.Fatalf("table %d: %d cards of\n%s", n, len(list), content.String())
		}
		said := everything(list[0])
		for i, cell := range cells {
			for part := range strings.FieldsFuncSeq(cell, func(r rune) bool { return strings.ContainsRune(",;\n ", r) }) {
				if part = strings.TrimPrefix(part, "'"); !strings.Contains(said, part) {
					t.Errorf("table %d: %q below %q is not in\n%s", n, part, head[i], list[0].Raw)
				}
			}
		}
		if c := r.Counts(); c.Shown+c.Kept+c.Unreadable != c.Total {
			t.Errorf("table %d: counts %+v do not add up", n, c)
		}
	}
}

// everything is all that the lines of a card say.
func everything(c *vcard.Card) string {
	var said strings.Builder
	for i := range c.Lines {
		said.WriteString(c.Lines[i].Text() + "\n")
		for _, component := range c.Lines[i].Components() {
			said.WriteString(strings.Join(component, ",") + "\n")
		}
		said.WriteString(strings.Join(c.Lines[i].List(), "\n") + "\n")
	}
	return said.String()
}

// FuzzCSV reads any bytes as a text and holds what comes of them to what the package promises.
func FuzzCSV(f *testing.F) {
	names, err := filepath.Glob(filepath.Join("testdata", "*.?sv"))
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		content, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(content)
	}
	f.Add([]byte("Name,Phone\n\"Ada,1\nBo,2\n"))
	f.Add([]byte("sep=|\na|b\r\r\nc|d"))
	f.Add([]byte("Name,Phone," + strings.Repeat("long", 90) + "\nAda,1,2\n"))
	f.Fuzz(func(t *testing.T, content []byte) {
		read, err := table.OpenCSV(bytes.NewReader(content))
		if err != nil {
			return
		}
		sound(t, read)
		again, err := table.OpenCSV(bytes.NewReader(content))
		if err != nil || again.Fingerprint != read.Fingerprint {
			t.Errorf("a second reading gives %v", err)
		}
	})
}

// sound reads a table to its end.
func sound(t *testing.T, read *table.Table) {
	t.Helper()
	r := read.Reader(nil)
	number, line := 0, 0
	for {
		card, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if errors.Is(err, table.ErrBroken) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		number++
		if card.Number != number || card.Line <= line {
			t.Errorf("card %d at line %d after line %d, want number %d and a later line", card.Number, card.Line, line, number)
		}
		line = card.Line
		again, err := vcard.Parse(card.Raw, vcard.Options{})
		if err != nil || again.ContentHash() != card.ContentHash() || len(again.Repairs) > 0 {
			t.Errorf("the card\n%s\nreads again with %v and repairs %v", card.Raw, err, again.Repairs)
		}
	}
	if c := r.Counts(); c.Shown+c.Kept+c.Unreadable != c.Total {
		t.Errorf("counts %+v do not add up", c)
	}
}

// FuzzXLSX reads any bytes as a workbook.
func FuzzXLSX(f *testing.F) {
	f.Add(workbook(f, func(book *excelize.File) {
		must(f, book.SetSheetRow("Sheet1", "A1", &[]any{"Name", "Phone", "Birthday"}))
		must(f, book.SetSheetRow("Sheet1", "A2", &[]any{"Ada", 491713920016, 30805}))
	}))
	f.Add(bomb(f))
	f.Fuzz(func(t *testing.T, content []byte) {
		read, err := table.OpenXLSX(bytes.NewReader(content), int64(len(content)))
		if err != nil {
			return
		}
		sound(t, read)
		must(t, read.Close())
	})
}

// BenchmarkCSV reads ten thousand rows of Google's layout.
func BenchmarkCSV(b *testing.B) {
	content, err := os.ReadFile(filepath.Join("testdata", "google-2024.csv"))
	if err != nil {
		b.Fatal(err)
	}
	header, rows, _ := bytes.Cut(content, []byte("\n"))
	content = append(append(header, '\n'), bytes.Repeat(rows, 5000)...)
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		if n := len(cards(b, opened(b, content).Reader(nil))); n != 10_000 {
			b.Fatalf("%d cards", n)
		}
	}
}
