package table

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
)

// row is one row of a table as it stands there.
type row struct {
	line   int // physical line of a text, number of the row of a sheet, from 1
	cells  []string
	broken bool   // a quotation mark in it is never closed
	refuse string // the beginning of a row beyond the limits; cells is nil then
}

// rows hands out the rows of a table. The error is io.EOF after the last one; any other comes from what is read.
type rows interface {
	next() (row, error)
	// offset is how far into the file the rows are, in bytes.
	offset() int64
}

// maxRecoveries is how many quotation marks that nothing closes are mended. Each may mean reading a row's worth again.
const maxRecoveries = 64

// csvRows reads text with a delimiter. encoding/csv splits it; around it stands what keeps a row from being endless, as it
// is when somebody forgot a quotation mark.
type csvRows struct {
	in     *fence
	csv    *csv.Reader
	comma  rune
	seen   int64 // what csv has read, in bytes
	passed int64 // bytes of all rows so far
	lines  int   // physical lines of all rows so far
	mended int
}

func newCSVRows(in io.Reader, comma rune) *csvRows {
	r := &csvRows{in: &fence{in: in}, comma: comma}
	r.begin()
	return r
}

// begin makes a new csv.Reader of what is left: one that has met the end of the fence would not go on.
func (r *csvRows) begin() {
	r.in.again, r.in.held, r.in.full = slices.Concat(r.in.held, r.in.again), nil, false
	r.csv, r.seen = newCSV(r.in, r.comma), 0
	r.csv.ReuseRecord = true
}

func newCSV(in io.Reader, comma rune) *csv.Reader {
	c := csv.NewReader(in)
	c.Comma, c.LazyQuotes, c.FieldsPerRecord = comma, true, -1
	return c
}

func (r *csvRows) offset() int64 { return r.passed }

func (r *csvRows) next() (row, error) {
	for {
		cells, err := r.csv.Read()
		if errors.Is(err, io.EOF) && r.in.full {
			// Empty lines only, as far as the fence goes.
			r.take(len(r.in.held))
			r.begin()
			continue
		}
		if err != nil {
			return row{}, err
		}
		size := int(r.csv.InputOffset() - r.seen)
		raw := r.in.held[:size]
		start := len(raw) - len(bytes.TrimLeft(raw, "\r\n"))
		line := r.lines + 1 + bytes.Count(raw[:start], lineFeed)
		if r.in.full || unclosed(cells, raw) {
			return r.mend(line, start), nil
		}
		r.seen = r.csv.InputOffset()
		r.take(size)
		return row{line: line, cells: cells}, nil
	}
}

var lineFeed = []byte("\n")

// take counts the first bytes of what is held as read.
func (r *csvRows) take(size int) {
	r.passed += int64(size)
	r.lines += bytes.Count(r.in.held[:size], lineFeed)
	r.in.held = r.in.held[size:]
}

// unclosed reports whether a record goes over several lines although no quotation mark ends it: one was forgotten.
func unclosed(cells []string, raw []byte) bool {
	if !strings.Contains(cells[len(cells)-1], "\n") {
		return false
	}
	return !bytes.HasSuffix(bytes.TrimRight(raw, "\r\n"), []byte(`"`))
}

// mend reads the first line of a record that does not end by itself, and goes on after it. Without an end of the line in
// sight the row is left out.
func (r *csvRows) mend(line, start int) row {
	held := r.in.held
	length := bytes.IndexByte(held[start:], '\n')
	r.mended++
	if length < 0 || r.mended > maxRecoveries {
		return r.skip(line)
	}
	cells, err := newCSV(bytes.NewReader(held[start:start+length]), r.comma).Read()
	if err != nil {
		return r.skip(line)
	}
	r.take(start + length + 1)
	r.begin()
	return row{line: line, cells: cells, broken: true}
}

// skip leaves out what is held, up to the end of its last line.
func (r *csvRows) skip(line int) row {
	held := r.in.held
	refused := row{line: line, refuse: strings.ToValidUTF8(string(held[:min(len(held), maxQuote)]), "\uFFFD")}
	ended := bytes.HasSuffix(held, lineFeed)
	r.take(len(held))
	if !ended {
		r.passed += r.in.skipLine()
		r.lines++
	}
	r.begin()
	return refused
}

// maxQuote is how many bytes of an unreadable row are quoted.
const maxQuote = 200

// fence lets through no more than a row's worth of bytes at a time: then it says io.EOF, and full.
type fence struct {
	in    io.Reader
	again []byte // comes before in
	held  []byte // was let through since the last row
	full  bool
}

func (f *fence) Read(p []byte) (n int, err error) {
	if len(f.held) >= maxRow {
		f.full = true
		return 0, io.EOF
	}
	if len(f.again) > 0 {
		n = copy(p, f.again)
		f.again = f.again[n:]
	} else {
		n, err = f.in.Read(p)
	}
	f.held = append(f.held, p[:n]...)
	return n, err
}

// skipLine reads up to the end of the line and returns how many bytes that were.
func (f *fence) skipLine() (passed int64) {
	buf := make([]byte, 4096)
	for {
		f.held = nil
		n, err := f.Read(buf)
		f.held = nil
		if i := bytes.IndexByte(buf[:n], '\n'); i >= 0 {
			f.again = slices.Concat(buf[i+1:n], f.again)
			return passed + int64(i+1)
		}
		passed += int64(n)
		if err != nil {
			return passed
		}
	}
}
