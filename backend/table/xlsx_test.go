package table_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"kaffeerunde/backend/table"
)

// workbook makes a workbook whose sheets have these rows.
func workbook(t testing.TB, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	fill(f)
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func openedBook(t testing.TB, content []byte) *table.Table {
	t.Helper()
	read, err := table.OpenXLSX(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := read.Close(); err != nil {
			t.Error(err)
		}
	})
	return read
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestWorkbook(t *testing.T) {
	content := workbook(t, func(f *excelize.File) {
		must(t, f.SetSheetRow("Sheet1", "A1", &[]any{"Mitglieder 2026"}))
		must(t, f.SetSheetRow("Sheet1", "A3", &[]any{"Vorname", "Nachname", "Handy", "Telefon", "Geburtstag", "Eintritt", "Beitrag", "PLZ", "Anzeigename"}))
		must(t, f.SetSheetRow("Sheet1", "A4", &[]any{
			"Ada", "Beispiel", 491713920016, "030 23125001", time.Date(1984, 5, 3, 0, 0, 0, 0, time.UTC), time.Date(2020, 2, 1, 0, 0, 0, 0, time.UTC), 12.5, 10997,
		}))
		short, err := f.NewStyle(&excelize.Style{CustomNumFmt: ptr("dd.mm.yy")})
		must(t, err)
		must(t, f.SetCellStyle("Sheet1", "F4", "F4", short))
		must(t, f.SetCellFormula("Sheet1", "I4", `A4&" "&B4`))
		must(t, f.SetCellStr("Sheet1", "A6", "Bo"))
	})
	content = withCached(t, content, "Ada Beispiel")
	read := openedBook(t, content)
	r := read.Reader(nil)
	list := cards(t, r)
	if len(list) != 2 || list[1].Line != 6 {
		t.Fatalf("%d cards of %q, want two, the second at row 6", len(list), read.Headers)
	}
	card := string(list[0].Raw)
	for _, want := range []string{
		"BDAY:1984-05-03", "X-ABDATE:2020-02-01", "X-ABLabel:Eintritt", "TEL;TYPE=CELL:491713920016", "TEL:030 23125001", ":;;;;;10997;",
		"Beitrag: 12.5", "FN:Ada Beispiel",
	} {
		if !strings.Contains(card, want) {
			t.Errorf("the card is\n%s\nwant %q in it", card, want)
		}
	}
	if got := list[0].Repairs; len(got) != 1 || got[0].Reason != table.BareNumber {
		t.Errorf("repairs = %v, want the number that lost its plus", got)
	}
}

func ptr[T any](v T) *T { return &v }

// withCached gives the one formula of a workbook the value that a spreadsheet would keep beside it.
func withCached(t testing.TB, content []byte, value string) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(content))
	must(t, err)
	defer f.Close()
	const sheet = "xl/worksheets/sheet1.xml"
	raw, ok := f.Pkg.Load(sheet)
	if !ok {
		t.Fatal("the workbook has no sheet")
	}
	before := string(raw.([]byte))
	after := strings.Replace(before, "</f></c>", "</f><v>"+value+"</v></c>", 1)
	after = strings.Replace(after, `<c r="I4"`, `<c r="I4" t="str"`, 1)
	if after == before {
		t.Fatalf("no formula in %s", before)
	}
	f.Pkg.Store(sheet, []byte(after))
	var out bytes.Buffer
	must(t, f.Write(&out))
	return out.Bytes()
}

func TestWorkbookRefusals(t *testing.T) {
	t.Run("what is no workbook is broken", func(t *testing.T) {
		if _, err := table.OpenXLSX(strings.NewReader("PK\x03\x04 nothing"), 12); !errors.Is(err, table.ErrBroken) {
			t.Errorf("open = %v, want ErrBroken", err)
		}
	})
	t.Run("an empty workbook is no table", func(t *testing.T) {
		content := workbook(t, func(*excelize.File) {})
		if _, err := table.OpenXLSX(bytes.NewReader(content), int64(len(content))); !errors.Is(err, table.ErrNoTable) {
			t.Errorf("open = %v, want ErrNoTable", err)
		}
	})
	t.Run("a workbook beyond the limit is not read", func(t *testing.T) {
		if _, err := table.OpenXLSX(strings.NewReader(""), 1<<40); !errors.Is(err, table.ErrTooLarge) {
			t.Errorf("open = %v, want ErrTooLarge", err)
		}
	})
	t.Run("a workbook that unpacks to too much is refused", func(t *testing.T) {
		if _, err := table.OpenXLSX(bytes.NewReader(bomb(t)), 1<<20); !errors.Is(err, table.ErrTooLarge) {
			t.Errorf("open = %v, want ErrTooLarge", err)
		}
	})
	t.Run("the first sheet that holds anything is read, and the others are told", func(t *testing.T) {
		content := workbook(t, func(f *excelize.File) {
			for _, name := range []string{"People", "Empty", "Later"} {
				_, err := f.NewSheet(name)
				must(t, err)
			}
			must(t, f.SetSheetRow("Later", "A1", &[]any{"Name", "Phone"}))
			must(t, f.SetSheetRow("People", "A1", &[]any{"Name", "Phone"}))
			must(t, f.SetSheetRow("People", "A2", &[]any{"Ada", "030 23125001"}))
		})
		r := openedBook(t, content).Reader(nil)
		if list := cards(t, r); len(list) != 1 {
			t.Errorf("%d cards, want Ada", len(list))
		}
		if u := r.Unreadable(); len(u) != 1 || u[0].Reason != table.OtherSheet || u[0].Text != "Later" {
			t.Errorf("unreadable = %+v, want the sheet Later", u)
		}
	})
}
