package table

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// OpenXLSX begins a workbook: the first sheet that holds a table. size is what the file takes in bytes. Close the table
// when done: what is too large for memory lies in temporary files until then. The error is ErrTooLarge beyond the limits,
// ErrBroken for what does not open, ErrNoTable for a workbook without a row.
func OpenXLSX(in io.Reader, size int64) (*Table, error) {
	if size > maxWorkbook {
		return nil, fmt.Errorf("a workbook of %d bytes: %w", size, ErrTooLarge)
	}
	content, err := io.ReadAll(io.LimitReader(in, maxWorkbook))
	if err != nil {
		return nil, err
	}
	if err := bounded(content); err != nil {
		return nil, err
	}
	file, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{UnzipSizeLimit: maxUnpacked})
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	t, err := firstTable(file)
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return t, nil
}

// bounded holds a workbook to the limits before anything of it is unpacked.
func bounded(content []byte) error {
	directory, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return fmt.Errorf("%w: %w", ErrBroken, err)
	}
	var all uint64
	for _, part := range directory.File {
		size := part.UncompressedSize64
		if all += size; all > maxUnpacked || size > maxUnpacked || size > freeRatio && size/maxRatio > part.CompressedSize64 {
			return fmt.Errorf("part %s of the workbook unpacks to %d bytes: %w", part.Name, size, ErrTooLarge)
		}
	}
	return nil
}

// firstTable begins the first sheet that has a header, else the first that holds anything. Of the others it notes those that
// do.
func firstTable(file *excelize.File) (*Table, error) {
	var found []*Table
	var names []string
	for _, sheet := range file.GetSheetList() {
		rows, err := newSheetRows(file, sheet)
		if err != nil {
			continue // a chart has no rows
		}
		t := &Table{rows: rows, encoding: "utf-8", sheet: true}
		if err := t.recognise(false); err != nil {
			if closed := rows.closeRows(); closed != nil || !errors.Is(err, ErrNoTable) {
				return nil, errors.Join(err, closed)
			}
			continue
		}
		found, names = append(found, t), append(names, sheet)
	}
	if len(found) == 0 {
		return nil, ErrNoTable
	}
	at := max(0, slices.IndexFunc(found, func(t *Table) bool { return t.Headed }))
	first := found[at]
	for i, t := range found {
		if i == at {
			continue
		}
		first.others = append(first.others, names[i])
		if err := t.rows.(*sheetRows).closeRows(); err != nil {
			return nil, err
		}
	}
	return first, nil
}

// Close lets go of what a workbook holds. Of a text it does nothing.
func (t *Table) Close() error {
	if rows, ok := t.rows.(*sheetRows); ok {
		return rows.close()
	}
	return nil
}

// sheetRows reads a sheet. The rows are read twice at once: as Excel shows them, which tells what is a date, and as they
// are kept, since what is shown has lost digits and the century.
type sheetRows struct {
	file         *excelize.File
	shown, plain *excelize.Rows
	date1904     bool
	line         int
}

func newSheetRows(file *excelize.File, sheet string) (*sheetRows, error) {
	r := &sheetRows{file: file}
	if props, err := file.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		r.date1904 = *props.Date1904
	}
	var err error
	if r.shown, err = file.Rows(sheet); err != nil {
		return nil, err
	}
	r.plain, err = file.Rows(sheet)
	if err != nil {
		return nil, errors.Join(err, r.shown.Close())
	}
	return r, nil
}

func (r *sheetRows) closeRows() error { return errors.Join(r.shown.Close(), r.plain.Close()) }

func (r *sheetRows) close() error { return errors.Join(r.closeRows(), r.file.Close()) }

// offset is not known of a sheet: its file is packed.
func (r *sheetRows) offset() int64 { return 0 }

func (r *sheetRows) next() (row, error) {
	for r.shown.Next() && r.plain.Next() {
		r.line++
		shown, err := r.shown.Columns()
		if err != nil {
			return row{}, fmt.Errorf("row %d: %w: %w", r.line, ErrBroken, err)
		}
		plain, err := r.plain.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return row{}, fmt.Errorf("row %d: %w: %w", r.line, ErrBroken, err)
		}
		if len(shown) == 0 {
			continue
		}
		if len(shown) > maxColumns {
			return row{line: r.line, refuse: strings.Join(shown[:10], " ")}, nil
		}
		cells := make([]string, len(shown))
		for i := range shown {
			if cells[i] = shown[i]; i < len(plain) {
				cells[i] = r.cell(shown[i], plain[i])
			}
			if len(cells[i]) > maxCell {
				return row{line: r.line, refuse: cells[i][:maxQuote]}, nil
			}
		}
		return row{line: r.line, cells: cells}, nil
	}
	if err := errors.Join(r.shown.Error(), r.plain.Error()); err != nil {
		return row{}, fmt.Errorf("row %d: %w: %w", r.line, ErrBroken, err)
	}
	return row{}, io.EOF
}

// cell returns what a cell says: text as it is, a number with all its digits, a date as ISO 8601 writes it.
func (r *sheetRows) cell(shown, plain string) string {
	if shown == plain {
		return plain
	}
	value, err := strconv.ParseFloat(plain, 64)
	if err != nil {
		return shown
	}
	if !showsDate(shown) {
		return plain
	}
	at, err := excelize.ExcelDateToTime(value, r.date1904)
	if err != nil {
		return shown
	}
	if at.Hour()+at.Minute()+at.Second() == 0 {
		return at.Format(time.DateOnly)
	}
	return at.Format("2006-01-02 15:04")
}

// showsDate reports whether a number is shown as a date: with marks between that sums and percentages do not have, or with
// the name of a month.
func showsDate(shown string) bool {
	if _, ok := parseDate(shown, orderUnknown); ok {
		return true
	}
	numbers, words := 0, 0
	for _, part := range strings.FieldsFunc(shown, func(r rune) bool { return strings.ContainsRune("-/.,: ", r) }) {
		switch {
		case monthNamed(part) > 0:
			words++
		case number(part) > 0:
			numbers++
		}
	}
	return words > 0 && numbers > 0 || strings.Count(shown, "-") == 2 || strings.Count(shown, "/") == 2 || strings.Count(shown, ".") == 2
}
