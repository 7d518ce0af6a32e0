package book

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"kaffeerunde/backend/sheet"
)

// crowd returns a file of n people as a phone would write it, without pictures.
func crowd(n int) string {
	var file strings.Builder
	for i := range n {
		fmt.Fprintf(&file, "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Person %[1]d;Anna;;;\r\nFN:Anna Person %[1]d\r\nORG:Hafenwerk;Werkstatt %[2]d\r\n"+
			"TITLE:Tischlerin\r\nTEL;TYPE=CELL:+49 171 39%06[1]d\r\nTEL;TYPE=WORK:+49 30 23125%03[2]d\r\n"+
			"EMAIL;TYPE=INTERNET:anna%[1]d@hafenwerk.example\r\nADR;TYPE=HOME:;;Kaistraße %[2]d;Hamburg;;20457;Deutschland\r\n"+
			"BDAY:1984-05-03\r\nCATEGORIES:Chor\r\nNOTE:mag Filterkaffee\\, kennt den Hausmeister\r\nEND:VCARD\r\n", i, i%1000)
	}
	return file.String()
}

func BenchmarkExport(b *testing.B) {
	const people = 10_000
	book := bookOf(b, "")
	takeIn(b, book, crowd(people))
	for _, o := range []ExportOptions{
		{Format: FormatVCard, Version: Original}, {Format: FormatVCard, Version: V30}, {Format: FormatVCard, Version: V40},
		{Format: FormatVCard, Version: V21}, {Format: FormatCSV}, {Format: FormatXLSX},
	} {
		b.Run(strings.TrimSuffix(fmt.Sprintf("%s/%s", o.Format, o.Version), "/"), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				n, err := book.Export(b.Context(), Query{}, o, io.Discard, nil)
				if err != nil || n != people {
					b.Fatalf("exported %d: %v", n, err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/people, "µs/person")
		})
	}
	b.Run("losses", func(b *testing.B) {
		for b.Loop() {
			if _, err := book.Losses(b.Context(), Query{}, V21); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkSheet(b *testing.B) {
	book := bookOf(b, "")
	takeIn(b, book, crowd(200))
	for _, layout := range []sheet.Layout{sheet.List, sheet.Cards} {
		b.Run(string(layout), func(b *testing.B) {
			o := SheetOptions{Layout: layout, Fields: sheet.DefaultFields(layout)}
			for b.Loop() {
				if _, err := book.Sheet(b.Context(), Query{}, o, io.Discard); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
