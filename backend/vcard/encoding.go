package vcard

import (
	"bufio"
	"bytes"
	"io"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
	"golang.org/x/text/transform"
)

var utf8Mark = []byte("\xef\xbb\xbf")

// transcode returns in as UTF-8 and the name of its encoding as far as its first bytes tell: "utf-8", "utf-8 with
// mark", "utf-16le", "utf-16be", "utf-32le", "utf-32be". Other 8-bit text is left as it is.
func transcode(in io.Reader) (io.Reader, string) {
	peek := bufio.NewReaderSize(in, 512)
	start, _ := peek.Peek(64)
	switch {
	case bytes.HasPrefix(start, utf8Mark):
		return peek, "utf-8 with mark"
	case bytes.HasPrefix(start, []byte{0xff, 0xfe, 0, 0}), widely(start, 0):
		return transform.NewReader(peek, utf32.UTF32(utf32.LittleEndian, utf32.UseBOM).NewDecoder()), "utf-32le"
	case bytes.HasPrefix(start, []byte{0, 0, 0xfe, 0xff}), widely(start, 3):
		return transform.NewReader(peek, utf32.UTF32(utf32.BigEndian, utf32.UseBOM).NewDecoder()), "utf-32be"
	case bytes.HasPrefix(start, []byte{0xff, 0xfe}), zerosAt(start, 1):
		return transform.NewReader(peek, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()), "utf-16le"
	case bytes.HasPrefix(start, []byte{0xfe, 0xff}), zerosAt(start, 0):
		return transform.NewReader(peek, unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder()), "utf-16be"
	}
	return peek, "utf-8"
}

// zerosAt reports whether b looks like UTF-16 without a mark: the first bytes of "BEGIN" with zeros at the even (0)
// or odd (1) places.
func zerosAt(b []byte, place int) bool {
	if len(b) < 10 {
		return false
	}
	for i := range 10 {
		if (b[i] == 0) != (i%2 == place) {
			return false
		}
	}
	return true
}

// widely reports whether b looks like UTF-32 without a mark: each four of its first bytes have one that is not zero, at
// this place.
func widely(b []byte, place int) bool {
	if len(b) < 20 {
		return false
	}
	for i := range 20 {
		if (b[i] == 0) == (i%4 == place) {
			return false
		}
	}
	return true
}
