package table_test

import (
	"archive/zip"
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"kaffeerunde/backend/table"
)

// bomb is a workbook whose directory says that its sheet unpacks to 600 MB.
func bomb(t testing.TB) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	packed := []byte{3, 0}
	w, err := z.CreateRaw(&zip.FileHeader{
		Name: "xl/worksheets/sheet1.xml", Method: zip.Deflate, CompressedSize64: uint64(len(packed)), UncompressedSize64: 600 << 20,
	})
	must(t, err)
	_, err = w.Write(packed)
	must(t, err)
	must(t, z.Close())
	return out.Bytes()
}

// plainBook is a workbook to put sheets into.
func plainBook(t testing.TB) []byte {
	return workbook(t, func(book *excelize.File) { must(t, book.SetSheetRow("Sheet1", "A1", &[]any{"Name", "Phone"})) })
}

// withSheet is the workbook with this XML as its first sheet.
func withSheet(t testing.TB, whole, sheet []byte) []byte {
	t.Helper()
	from, err := zip.NewReader(bytes.NewReader(whole), int64(len(whole)))
	must(t, err)
	var out bytes.Buffer
	to := zip.NewWriter(&out)
	for _, part := range from.File {
		if part.Name != "xl/worksheets/sheet1.xml" {
			must(t, to.Copy(part))
			continue
		}
		w, err := to.Create(part.Name)
		must(t, err)
		_, err = w.Write(sheet)
		must(t, err)
	}
	must(t, to.Close())
	return out.Bytes()
}

const sheetHead = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`

// Sheets that claim to be far larger than they are end soon, refused or read.
func TestFarSheets(t *testing.T) {
	cell := func(at, text string) string {
		return `<c r="` + at + `" t="inlineStr"><is><t>` + text + `</t></is></c>`
	}
	people := `<row r="1">` + cell("A1", "Name") + cell("B1", "Phone") + `</row><row r="2">` + cell("A2", "Ada") + cell("B2", "030 23125001") + `</row>`
	whole := plainBook(t)
	for _, c := range []struct {
		claim, rows string
		refused     bool
	}{
		{"the last column of all is read", people + `<row r="3">` + cell("XFD3", "x") + `</row>`, false},
		{"a column that cannot be is refused", people + `<row r="3">` + cell("ZZZZZZZ3", "x") + `</row>`, true},
		{"the last row of all is read", people + `<row r="1048576">` + cell("A1048576", "Bo") + `</row>`, false},
		{"a row that cannot be is refused", people + `<row r="999999999999">` + cell("A9", "Bo") + `</row>`, true},
		{"a million cells in a row are refused", `<row r="1">` + strings.Repeat(`<c><v>1</v></c>`, 1_000_000) + `</row>`, true},
		{"what stands before a text that does not end is read", people + `<row r="3"><c r="A3" t="inlineStr"><is><t>` + strings.Repeat("x", 1<<20), false},
		{"elements that are never ended are refused", strings.Repeat(`<row>`, 100_000), true},
	} {
		t.Run(c.claim, func(t *testing.T) {
			content := withSheet(t, whole, []byte(sheetHead+c.rows+`</sheetData></worksheet>`))
			read, err := table.OpenXLSX(bytes.NewReader(content), int64(len(content)))
			if (err != nil) != c.refused {
				t.Fatalf("OpenXLSX: %v, want an error: %t", err, c.refused)
			}
			if err != nil {
				return
			}
			sound(t, read)
			must(t, read.Close())
		})
	}
}

// FuzzSheet reads any bytes as the sheet of a workbook. A workbook takes so long to open that it is for long runs alone: with
// KAFFEERUNDE_FUZZ set.
func FuzzSheet(f *testing.F) {
	if os.Getenv("KAFFEERUNDE_FUZZ") == "" {
		f.Skip("long runs only")
	}
	f.Add([]byte(sheetHead + `<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="s"><v>0</v></c></row><row r="3"><c r="A3"><v>30805</v></c></row></sheetData></worksheet>`))
	whole := plainBook(f)
	f.Fuzz(func(t *testing.T, sheet []byte) {
		content := withSheet(t, whole, sheet)
		read, err := table.OpenXLSX(bytes.NewReader(content), int64(len(content)))
		if err != nil {
			return
		}
		sound(t, read)
		must(t, read.Close())
	})
}
