package book

import (
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// mostCellUnits is how many UTF-16 units fit into one cell of Excel.
const mostCellUnits = 32767

// textFormat is the number format "@" of Excel: what is typed into such a cell stays text.
const textFormat = 49

// xlsxTable writes a table as an Excel workbook with one sheet. All cells are text, whatever they begin with. Rows beyond
// the first 16 MB lie in a temporary file of the owner until the end.
type xlsxTable struct {
	w     io.Writer
	file  *excelize.File
	sheet *excelize.StreamWriter
	style int
	rows  int
	cells []any
}

// newXLSXTable begins a workbook whose sheet has a name, made at a time.
func newXLSXTable(w io.Writer, name string, at time.Time) (*xlsxTable, error) {
	t := &xlsxTable{w: w, file: excelize.NewFile()}
	err := t.prepare(name, at)
	if err != nil {
		return nil, fmt.Errorf("begin the workbook: %w", err)
	}
	return t, nil
}

func (t *xlsxTable) prepare(name string, at time.Time) error {
	if err := t.file.SetSheetName(t.file.GetSheetName(0), name); err != nil {
		return err
	}
	stamp := at.UTC().Format(time.RFC3339)
	if err := t.file.SetDocProps(&excelize.DocProperties{Creator: "Kaffeerunde", Created: stamp, Modified: stamp}); err != nil {
		return err
	}
	var err error
	if t.sheet, err = t.file.NewStreamWriter(name); err != nil {
		return err
	}
	t.style, err = t.file.NewStyle(&excelize.Style{NumFmt: textFormat})
	return err
}

func (t *xlsxTable) begin(columns []column) error {
	bold, err := t.file.NewStyle(&excelize.Style{NumFmt: textFormat, Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	for i, c := range columns {
		// Bold letters are wider than the plain ones that Excel counts in.
		heading := 1.2*float64(utf8.RuneCountInString(c.heading)) + 1
		if err := t.sheet.SetColWidth(i+1, i+1, max(c.width, heading)); err != nil {
			return err
		}
	}
	if err := t.sheet.SetColStyle(1, len(columns), t.style); err != nil {
		return err
	}
	// The heading and the name stay in sight.
	panes := excelize.Panes{Freeze: true, XSplit: 1, YSplit: 1, TopLeftCell: "B2", ActivePane: "bottomRight"}
	if err := t.sheet.SetPanes(&panes); err != nil {
		return err
	}
	headings := make([]string, len(columns))
	for i, c := range columns {
		headings[i] = c.heading
	}
	return t.write(headings, bold)
}

func (t *xlsxTable) row(cells []string) error { return t.write(cells, t.style) }

func (t *xlsxTable) write(cells []string, style int) error {
	t.rows++
	t.cells = t.cells[:0]
	for _, cell := range cells {
		if cell == "" {
			t.cells = append(t.cells, nil)
			continue
		}
		t.cells = append(t.cells, excelize.Cell{StyleID: style, Value: cellText(cell)})
	}
	first, err := excelize.CoordinatesToCellName(1, t.rows)
	if err != nil {
		return err
	}
	return t.sheet.SetRow(first, t.cells)
}

func (t *xlsxTable) end() error {
	if err := t.sheet.Flush(); err != nil {
		return err
	}
	return t.file.Write(t.w)
}

// close takes the temporary file away, after an end or without one.
func (t *xlsxTable) close() error { return t.file.Close() }

// cellText returns a text as a cell can hold it: without the control characters that XML has no way to write, and cut with
// an ellipsis where it is longer than Excel allows.
func cellText(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, oneLineEnd(s))
	if len(s) <= mostCellUnits {
		return s
	}
	units := 0
	cut := len(s)
	for i, r := range s {
		units += utf16.RuneLen(r)
		if units < mostCellUnits {
			cut = i + len(string(r))
		}
		if units > mostCellUnits {
			return s[:cut] + "…"
		}
	}
	return s
}
