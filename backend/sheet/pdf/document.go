// Package pdf writes PDF 1.7 files (ISO 32000-1): pages of shaped text, photos, lines and squares.
//
// Every font is embedded as a program of its own making: the outlines of the glyphs that are used, one code for each cluster
// of text. So the text that a reader searches and copies is exact in every script without /ActualText, which half of the
// viewers do not read; a TrueType font, a CFF collection and a variable font come out alike; and the file holds nothing of a
// font that it does not show. Hints are left out, they matter neither on paper nor on today's screens.
package pdf

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"crypto/md5"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf16"

	"kaffeerunde/backend/sheet/fonts"
)

// About describes the document to whoever opens or archives it.
type About struct {
	Title string
	Lang  string // BCP 47
	Now   time.Time
}

// Document is a PDF on its way to a writer. The same calls write the same bytes. The first error stays, and Close returns it.
type Document struct {
	out     *bufio.Writer
	flate   *zlib.Writer
	written int64
	err     error
	offsets []int64 // of object i+1; 0 while it is not written
	about   About
	pages   []int
	fonts   []*Font
	fontOf  map[*fonts.Font]*Font
	images  []int
	parent  int
}

// squeeze is the level of compression. The squares of two hundred QR codes take a third of a sheet's time at zlib's own level 6, and
// the file is then 2 % smaller; at 1 it is past what a sheet may weigh beside its photos.
const squeeze = 2

// New starts a document.
func New(w io.Writer, about About) *Document {
	d := &Document{about: about, fontOf: map[*fonts.Font]*Font{}}
	d.flate, d.err = zlib.NewWriterLevel(nil, squeeze)
	d.out = bufio.NewWriterSize(w, 64<<10)
	// The second line tells programs that move files that this one is binary (7.5.2).
	d.write("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	d.parent = d.reserve()
	return d
}

func (d *Document) write(s string) {
	n, err := d.out.WriteString(s)
	d.wrote(n, err)
}

func (d *Document) wrote(n int, err error) {
	d.written += int64(n)
	if d.err == nil {
		d.err = err
	}
}

// reserve numbers an object that is written later.
func (d *Document) reserve() int {
	d.offsets = append(d.offsets, 0)
	return len(d.offsets)
}

func (d *Document) object(n int, body string) {
	d.offsets[n-1] = d.written
	d.write(fmt.Sprintf("%d 0 obj\n%s\nendobj\n", n, body))
}

// stream writes a stream; dict is what its dictionary says besides the length.
func (d *Document) stream(n int, dict string, body []byte) {
	d.offsets[n-1] = d.written
	d.write(fmt.Sprintf("%d 0 obj\n<<%s/Length %d>>\nstream\n", n, dict, len(body)))
	d.wrote(d.out.Write(body))
	d.write("\nendstream\nendobj\n")
}

func (d *Document) deflated(n int, dict string, body []byte) {
	var b bytes.Buffer
	d.flate.Reset(&b)
	_, err := d.flate.Write(body)
	d.wrote(0, errors.Join(err, d.flate.Close()))
	d.stream(n, dict+"/Filter/FlateDecode", b.Bytes())
}

// Close writes what the pages have in common and ends the file. The writer below stays open.
func (d *Document) Close() error {
	resources := d.reserve()
	var fontList, imageList strings.Builder
	for _, f := range d.fonts {
		fmt.Fprintf(&fontList, "/%s %d 0 R", f.name, d.embed(f))
	}
	for i, n := range d.images {
		fmt.Fprintf(&imageList, "/I%d %d 0 R", i, n)
	}
	d.object(resources, fmt.Sprintf("<</Font<<%s>>/XObject<<%s>>>>", fontList.String(), imageList.String()))
	var kids strings.Builder
	for _, n := range d.pages {
		fmt.Fprintf(&kids, "%d 0 R ", n)
	}
	d.object(d.parent, fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]/Resources %d 0 R>>", len(d.pages), strings.TrimSpace(kids.String()), resources))

	info, catalog := d.reserve(), d.reserve()
	title, shown, lang := "", "", ""
	if d.about.Title != "" {
		// The window of a viewer shows the title in place of the name of the file.
		title, shown = "/Title"+textString(d.about.Title), "/ViewerPreferences<</DisplayDocTitle true>>"
	}
	if d.about.Lang != "" {
		lang = "/Lang" + textString(d.about.Lang)
	}
	date := d.about.Now.UTC().Format("D:20060102150405Z")
	d.object(info, fmt.Sprintf("<<%s/Creator(Kaffeerunde)/Producer(Kaffeerunde)/CreationDate(%s)/ModDate(%s)>>", title, date, date))
	d.object(catalog, fmt.Sprintf("<</Type/Catalog/Pages %d 0 R%s%s>>", d.parent, lang, shown))
	d.trailer(info, catalog)
	d.wrote(0, d.out.Flush())
	return d.err
}

func (d *Document) trailer(info, catalog int) {
	start := d.written
	d.write(fmt.Sprintf("xref\n0 %d\n0000000000 65535 f \n", len(d.offsets)+1))
	for _, offset := range d.offsets {
		d.write(fmt.Sprintf("%010d 00000 n \n", offset))
	}
	// The identifier is made of what tells this file from others (14.4), not of chance.
	id := fmt.Sprintf("%x", md5.Sum(fmt.Append(nil, d.about, d.offsets)))
	d.write(fmt.Sprintf("trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]>>\nstartxref\n%d\n%%%%EOF\n", len(d.offsets)+1, catalog, info, id, id, start))
}

// textString is a text string object (7.9.2.2) in UTF-16, which every viewer reads.
func textString(s string) string {
	return "<FEFF" + hexUTF16(s) + ">"
}

func hexUTF16(s string) string {
	var b strings.Builder
	for _, unit := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", unit)
	}
	return b.String()
}
