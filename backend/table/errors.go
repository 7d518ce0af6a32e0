package table

import (
	"errors"

	"kaffeerunde/backend/vcard"
)

// Errors of files that are no table this package reads.
var (
	// ErrNoTable says that a text has no rows and columns.
	ErrNoTable = errors.New("no table")
	// ErrTooLarge says that a table is beyond the limits.
	ErrTooLarge = errors.New("table too large")
	// ErrBroken says that a workbook does not open, or is locked with a password.
	ErrBroken = errors.New("broken workbook")
)

// Limits. What is beyond them is refused, so that no file can take all memory.
const (
	// maxRow is the most bytes of one row of CSV: no address book writes more, a row with a picture in base64 included.
	maxRow = 1 << 20
	// maxColumns is the most columns of a table. Outlook writes 92, Excel allows 16,384.
	maxColumns = 1000
	// maxWorkbook is how large a workbook may be, packed, and maxUnpacked what it may unpack to.
	maxWorkbook = 64 << 20
	maxUnpacked = 256 << 20
	// maxRatio is how many times larger than packed a part of a workbook may become once it is larger than freeRatio. Sheets
	// are packed to a tenth, those of many equal rows to a fiftieth.
	maxRatio  = 200
	freeRatio = 8 << 20
	// maxCell is the most bytes of one cell of a workbook; Excel allows 32,767 characters.
	maxCell = 128 << 10
	// maxQuoted is how many unreadable rows are quoted. Those beyond are counted.
	maxQuoted = 1000
	// maxPreamble is how many rows may stand above the header.
	maxPreamble = 20
	// headBytes and headRows bound what is looked at to recognise a table.
	headBytes = 64 << 10
	headRows  = 50
)

// What is mended on the way from a row to a card.
const (
	LostDigits    vcard.Reason = "lost-digits"    // a number that a spreadsheet cut short ("4.91E+11")
	BareNumber    vcard.Reason = "bare-number"    // a phone number that may have lost its + or 0
	GuessedDate   vcard.Reason = "guessed-date"   // a date whose order of day and month was guessed
	UnclosedQuote vcard.Reason = "unclosed-quote" // a quotation mark that nothing closes
	ExtraCells    vcard.Reason = "extra-cells"    // more cells than there are headers
)

// What cannot be read.
const (
	RowTooLarge vcard.Reason = "row-too-large" // a row beyond the limits
	EmptyPerson vcard.Reason = "empty-person"  // a row whose cells say nothing of a person
	OtherSheet  vcard.Reason = "other-sheet"   // a sheet beside the one that is read
)

// Reasons returns every reason of this package, so that a catalogue of sentences can be checked against it.
func Reasons() []vcard.Reason {
	return []vcard.Reason{LostDigits, BareNumber, GuessedDate, UnclosedQuote, ExtraCells, RowTooLarge, EmptyPerson, OtherSheet}
}
