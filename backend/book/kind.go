package book

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// format is what a file turns out to be.
type format uint8

const (
	formatCards    format = iota
	formatText            // a table as text
	formatWorkbook        // a workbook
	formatMaybe           // text that may be a table, or cards that lost their beginning
)

var (
	zipMark   = []byte("PK\x03\x04")
	zipEmpty  = []byte("PK\x05\x06")
	bookMark  = []byte("SQLite format 3\x00")
	oldOffice = []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
)

// formatOf tells by the beginning of a file what it holds, or why it holds nothing that can be read.
func (s *source) formatOf(head []byte) (format, error) {
	ending := strings.ToLower(filepath.Ext(s.name))
	switch {
	case bytes.HasPrefix(head, oldOffice):
		return 0, s.fault("table-old", nil)
	case bytes.HasPrefix(head, zipMark) && ending == ".ods":
		return 0, s.fault("table-old", nil)
	case bytes.HasPrefix(head, zipMark):
		return formatWorkbook, nil
	case isBinary(head):
		return 0, s.fault("file-binary", nil)
	case hasCard(head):
		return formatCards, nil
	}
	switch ending {
	case ".csv", ".tsv", ".tab":
		return formatText, nil
	case ".vcf", ".vcard":
		return formatCards, nil
	}
	return formatMaybe, nil
}

// hasCard reports whether the beginning of a file begins a card, in any encoding.
func hasCard(head []byte) bool {
	return bytes.Contains(bytes.ToUpper(bytes.ReplaceAll(head, []byte{0}, nil)), []byte("BEGIN:VCARD"))
}

// isBinary reports whether the head of a file is no text: it has zero bytes, is not UTF-16 and starts no card.
func isBinary(head []byte) bool {
	if bytes.HasPrefix(head, bookMark) {
		// A book holds cards as they came, among much else.
		return true
	}
	zeros := bytes.Count(head, []byte{0})
	if zeros == 0 || bytes.HasPrefix(head, []byte{0xff, 0xfe}) || bytes.HasPrefix(head, []byte{0xfe, 0xff}) {
		return false
	}
	return !everyOther(head) && !hasCard(head)
}

// everyOther reports whether text is UTF-16 without a mark: most of its bytes at even or at odd places are zero, the others
// are not.
func everyOther(head []byte) bool {
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	return len(head) >= 4 && min(zeros[0], zeros[1]) == 0 && 4*max(zeros[0], zeros[1]) > len(head)
}

// isArchive reports whether a file on the disk is a ZIP archive and not a workbook or another document in one.
func isArchive(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	var mark [4]byte
	if _, err := io.ReadFull(f, mark[:]); err != nil {
		return false
	}
	if bytes.Equal(mark[:], zipEmpty) {
		return true
	}
	if !bytes.Equal(mark[:], zipMark) {
		return false
	}
	switch strings.ToLower(filepath.Ext(path)) {
	case ".zip":
		return true
	case ".xlsx", ".xlsm", ".ods":
		return false
	}
	state, err := f.Stat()
	if err != nil {
		return false
	}
	directory, err := zip.NewReader(f, state.Size())
	if err != nil {
		return true // archived says what is wrong with it
	}
	for _, entry := range directory.File {
		if entry.Name == "[Content_Types].xml" {
			return false
		}
	}
	return true
}
