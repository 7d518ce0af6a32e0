package table

import (
	"bufio"
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// fallback is what 8-bit text is taken for that is not UTF-8: what Excel writes as "CSV" in western Europe.
const fallback = "windows-1252"

// text is a text file as UTF-8, or as bytes that decode makes UTF-8 cell by cell.
type text struct {
	*bufio.Reader
	encoding string
}

// newText finds out how a text is encoded: by its byte-order mark, by the zeros of UTF-16, else by its bytes.
func newText(in io.Reader) *text {
	t := &text{Reader: bufio.NewReaderSize(in, headBytes), encoding: "utf-8"}
	head, _ := t.Peek(4)
	order := unicode.LittleEndian
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		_, _ = t.Discard(3)
		t.encoding = "utf-8 with mark"
		return t
	case bytes.HasPrefix(head, []byte("\xff\xfe")), len(head) == 4 && head[0] != 0 && head[1] == 0 && head[3] == 0:
		t.encoding = "utf-16le"
	case bytes.HasPrefix(head, []byte("\xfe\xff")), len(head) == 4 && head[0] == 0 && head[1] != 0 && head[2] == 0:
		t.encoding, order = "utf-16be", unicode.BigEndian
	default:
		t.Reader = bufio.NewReaderSize(t.lines(), headBytes)
		return t
	}
	decoder := unicode.UTF16(order, unicode.UseBOM).NewDecoder()
	t.Reader = bufio.NewReaderSize(transform.NewReader(t.Reader, decoder), headBytes)
	return t
}

// lines returns the text with line feeds where it has carriage returns alone, as Excel for the Mac wrote it.
func (t *text) lines() io.Reader {
	head, _ := t.Peek(headBytes)
	if bytes.IndexByte(head, '\n') >= 0 || bytes.IndexByte(head, '\r') < 0 {
		return t.Reader
	}
	return lineFeeds{t.Reader}
}

// lineFeeds turns carriage returns into line feeds.
type lineFeeds struct{ in io.Reader }

func (l lineFeeds) Read(p []byte) (int, error) {
	n, err := l.in.Read(p)
	for i, c := range p[:n] {
		if c == '\r' {
			p[i] = '\n'
		}
	}
	return n, err
}

// decode returns a cell as UTF-8. guessed is true when it was not: then it is taken for windows-1252.
func decode(cell string) (s string, guessed bool) {
	if utf8.ValidString(cell) {
		return cell, false
	}
	s, err := charmap.Windows1252.NewDecoder().String(cell)
	if err != nil {
		return strings.ToValidUTF8(cell, "\uFFFD"), true
	}
	return s, true
}
