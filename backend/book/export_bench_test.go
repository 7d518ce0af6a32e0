package book

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"kaffeerunde/backend/sheet"
)

func BenchmarkExport(b *testing.B) {
	const crowd = 10_000
	book := openBench(b)
	importBench(b, b.Context(), book, generated(b, people(crowd)...))
	for _, o := range []ExportOptions{
		{Format: FormatVCard, Version: Original}, {Format: FormatVCard, Version: V30}, {Format: FormatVCard, Version: V40},
		{Format: FormatVCard, Version: V21}, {Format: FormatCSV}, {Format: FormatXLSX},
	} {
		b.Run(strings.TrimSuffix(fmt.Sprintf("%s/%s", o.Format, o.Version), "/"), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := book.Export(b.Context(), Query{}, o, io.Discard, nil); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/crowd, "µs/person")
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
	book := openBench(b)
	importBench(b, b.Context(), book, generated(b, "-n", "200", "-seed", "1", "-photos", "1"))
	for _, layout := range []sheet.Layout{sheet.List, sheet.Cards, sheet.Pocket} {
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
