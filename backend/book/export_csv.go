package book

import (
	"encoding/csv"
	"io"
	"strings"
	"unicode"
)

// byteOrderMark lets Excel see that a file is UTF-8.
const byteOrderMark = "\uFEFF"

// csvTable writes a table as text (RFC 4180): UTF-8 with a byte-order mark, lines ended by CR LF, formulas defused.
type csvTable struct {
	out   *csv.Writer
	cells []string
}

// newCSVTable begins a table whose cells stand apart by separator, 0 meaning a comma.
func newCSVTable(w io.Writer, separator rune) (*csvTable, error) {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return nil, err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if separator != 0 {
		out.Comma = separator
	}
	return &csvTable{out: out}, nil
}

func (t *csvTable) begin(columns []column) error {
	headings := make([]string, len(columns))
	for i, c := range columns {
		headings[i] = c.heading
	}
	return t.row(headings)
}

func (t *csvTable) row(cells []string) error {
	t.cells = t.cells[:0]
	for _, cell := range cells {
		t.cells = append(t.cells, defuse(oneLineEnd(cell)))
	}
	return t.out.Write(t.cells)
}

func (t *csvTable) end() error {
	t.out.Flush()
	return t.out.Error()
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// oneLineEnd writes every line end as LF. The csv package would drop a CR that stands alone.
func oneLineEnd(s string) string {
	if !strings.Contains(s, "\r") {
		return s
	}
	return lineEnds.Replace(s)
}

// defuse puts an apostrophe before a cell that a spreadsheet would take for a formula, so that it is text. Phone numbers
// are such cells: "+49 30 23125000" would become a number without its plus sign.
//
// It can be taken back: a cell begins with an apostrophe of ours exactly when what follows all its apostrophes begins a
// formula. A cell that had such an apostrophe already gets another one.
func defuse(cell string) string {
	if beginsFormula(strings.TrimLeft(cell, "'")) {
		return "'" + cell
	}
	return cell
}

// beginsFormula reports whether a spreadsheet might calculate the cell. White space, control and format characters before
// the sign do not keep all of them from it, nor do full-width signs.
func beginsFormula(cell string) bool {
	if cell == "" {
		return false
	}
	if strings.IndexByte("\t\r\n", cell[0]) >= 0 {
		return true
	}
	sign := strings.TrimLeftFunc(cell, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
	})
	return strings.IndexAny(sign, "=+-@＝＋－＠−") == 0
}
