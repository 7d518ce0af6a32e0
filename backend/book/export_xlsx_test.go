package book

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// writeXLSX writes a workbook of these rows and reads it again.
func writeXLSX(t *testing.T, headings []string, rows ...[]string) *excelize.File {
	t.Helper()
	var out bytes.Buffer
	table, err := newXLSXTable(&out, "People", time.Date(2026, 5, 3, 18, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	var columns []column
	for _, h := range headings {
		columns = append(columns, column{heading: h, width: 20})
	}
	if err := table.begin(columns); err != nil {
		t.Fatal(err)
	}
	for _, cells := range rows {
		if err := table.row(cells); err != nil {
			t.Fatal(err)
		}
	}
	if err := table.end(); err != nil {
		t.Fatal(err)
	}
	if err := table.close(); err != nil {
		t.Fatal(err)
	}
	file, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { file.Close() })
	return file
}

func TestXLSX(t *testing.T) {
	cells := []string{"Jana Krüger", "+49 30 23125001", "=1+1", "0049", "1984-05-03", "one\ntwo", "陈军", "_x0041_", " a ", "<b>&", "\x01bell"}
	file := writeXLSX(t, strings.Fields("A B C D E F G H I J K"), cells)
	rows, err := file.GetRows("People")
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range cells {
		want = strings.TrimPrefix(want, "\x01") // XML cannot write it
		t.Run("the cell "+want+" comes back", func(t *testing.T) {
			if got := rows[1][i]; got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
		t.Run("the cell "+want+" is text", func(t *testing.T) {
			name, err := excelize.CoordinatesToCellName(i+1, 2)
			if err != nil {
				t.Fatal(err)
			}
			kind, err := file.GetCellType("People", name)
			if err != nil {
				t.Fatal(err)
			}
			formula, err := file.GetCellFormula("People", name)
			if err != nil {
				t.Fatal(err)
			}
			if kind != excelize.CellTypeInlineString || formula != "" {
				t.Errorf("cell %s has type %v and formula %q", name, kind, formula)
			}
		})
	}

	t.Run("the heading is bold and frozen", func(t *testing.T) {
		id, err := file.GetCellStyle("People", "A1")
		if err != nil {
			t.Fatal(err)
		}
		style, err := file.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		if style.Font == nil || !style.Font.Bold {
			t.Errorf("the style of the heading is %+v", style)
		}
		panes, err := file.GetPanes("People")
		if err != nil {
			t.Fatal(err)
		}
		if !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("the panes are %+v", panes)
		}
	})

	t.Run("a text beyond what a cell holds ends in an ellipsis", func(t *testing.T) {
		long := strings.Repeat("ä🌱", mostCellUnits)
		rows, err := writeXLSX(t, []string{"Notes"}, []string{long}).GetRows("People")
		if err != nil {
			t.Fatal(err)
		}
		got := rows[1][0]
		if !strings.HasSuffix(got, "🌱…") && !strings.HasSuffix(got, "ä…") {
			t.Errorf("it ends in %q", got[len(got)-8:])
		}
		if !strings.HasPrefix(long, strings.TrimSuffix(got, "…")) {
			t.Error("it is not the beginning of the text")
		}
	})
	t.Run("a text that just fits stays whole", func(t *testing.T) {
		fits := strings.Repeat("ä", mostCellUnits)
		if got := cellText(fits); got != fits {
			t.Errorf("%d characters became %d", len([]rune(fits)), len([]rune(got)))
		}
	})
}
