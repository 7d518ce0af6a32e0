package sheet

import (
	"errors"
	"fmt"
	"io"
	"time"

	"kaffeerunde/backend/sheet/pdf"
	"kaffeerunde/backend/sheet/typeset"
)

// Layout names one of the three sheets.
type Layout string

// The layouts: twelve to fourteen people a page, two by five cards with a QR, one sheet folded to eight pages.
const (
	List   Layout = "list"
	Cards  Layout = "cards"
	Pocket Layout = "pocket"
)

// Paper names a paper size, always upright (pocket turns it by itself).
type Paper string

// The papers a printer at home holds.
const (
	A4     Paper = "A4"
	Letter Paper = "Letter"
)

// Person is what may be printed of somebody. Every string is ready to print; an empty one takes no room.
type Person struct {
	Name         string
	Role         string
	Organisation string
	Phones       []string
	Emails       []string
	Tags         []string
	Why          string // why this person: one line of reason, printed on cards and in the pocket
	Note         string // private, printed only where Fields.Note asks for it; may hold line breaks
	Address      string // may hold line breaks
	Birthday     string
	Photo        []byte   // JPEG, PNG, GIF or WebP as it came; nil, or what does not read, prints initials
	VCard        string   // a vCard for the QR, the lines that matter most first; empty prints no QR
	Reasons      []string // why a coffee with this guest of an event, in words
	Open         []string // what was left open with them
	Offers       []string // what I could offer them
}

// coffee tells whether somebody is a guest of an event one would like a coffee with.
func (p Person) coffee() bool { return len(p.Reasons)+len(p.Open)+len(p.Offers) > 0 }

// Known is a guest of an event whom I know and who is no coffee. Organisation and Reason may be empty.
type Known struct {
	Name, Organisation, Reason string
}

// Fields chooses what is printed of each person. What a person does not have takes no room.
type Fields struct {
	Photo        bool
	Role         bool
	Organisation bool
	Phone        bool
	Email        bool
	Tags         bool
	Tick         bool // a box to tick
	Line         bool // a line to write on
	Address      bool
	Birthday     bool
	Note         bool
	QR           bool
}

// DefaultFields returns what a layout prints unless told otherwise. Notes are private, so Note is false in all of them.
func DefaultFields(l Layout) Fields {
	f := Fields{Photo: true, Role: true, Organisation: true}
	switch l {
	case Cards:
		f.QR = true
	case Pocket:
		f.Tags, f.Tick, f.Line = true, true, true
	default:
		f.Phone, f.Email, f.Tags, f.Tick, f.Line = true, true, true, true, true
	}
	return f
}

// Options say how the sheet looks and what stands around the people.
type Options struct {
	Layout       Layout // List if empty
	Paper        Paper  // A4 if empty
	Lang         string // BCP 47, the language of Words: "de", "en"
	Title        string
	Date         string
	Place        string
	Introduction string   // how I introduce myself; may hold line breaks
	Questions    []string // what I bring along to ask
	Known        []Known  // printed after the people, in their order
	Fields       Fields
	Words        Words
	Now          time.Time // the PDF's creation date; the same input gives the same bytes
}

// Result tells what was written.
type Result struct {
	Pages   int      // sides of paper
	Missing []string // Unicode script names ("Tamil") and single symbols that no font here can draw, sorted; empty when all is well
}

// ErrLayout and ErrPaper are returned for a layout or paper that does not exist.
var (
	ErrLayout = errors.New("no such layout")
	ErrPaper  = errors.New("no such paper")
)

// Write writes the sheet as a PDF. The error is ErrLayout, ErrPaper or what w returned; people are never a reason to fail.
func Write(w io.Writer, people []Person, o Options, fonts *Fonts) (Result, error) {
	if o.Layout == "" {
		o.Layout = List
	}
	if o.Paper == "" {
		o.Paper = A4
	}
	pages, missing, err := compose(people, o, fonts)
	if err != nil {
		return Result{}, err
	}
	d := drawer{
		doc:    pdf.New(w, pdf.About{Title: o.Title, Lang: o.Lang, Now: o.Now}),
		images: map[*photo]pdf.Image{},
	}
	for _, p := range pages {
		d.page(p)
	}
	if err := d.doc.Close(); err != nil {
		return Result{}, fmt.Errorf("write the sheet: %w", err)
	}
	return Result{Pages: len(pages), Missing: missing}, nil
}

// compose lays the people out, and names what no font had.
func compose(people []Person, o Options, fonts *Fonts) ([]page, []string, error) {
	size, ok := papers[o.Paper]
	if !ok {
		return nil, nil, fmt.Errorf("%w: %q", ErrPaper, o.Paper)
	}
	side, ok := photoSides[o.Layout]
	if !ok {
		return nil, nil, fmt.Errorf("%w: %q", ErrLayout, o.Layout)
	}
	c := &composer{options: o, setter: typeset.NewSetter(fonts, o.Lang), width: size[0], height: size[1]}
	if o.Fields.Photo {
		c.photos = photosOf(people, side)
	}
	var pages []page
	switch o.Layout {
	case Cards:
		pages = c.cards(people)
	case Pocket:
		pages = c.pocket(people)
	default:
		pages = c.list(people)
	}
	return pages, c.setter.Missing(), nil
}
