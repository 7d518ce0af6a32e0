package book

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"

	"github.com/adrg/xdg"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/locale"
	"kaffeerunde/backend/sheet"
	"kaffeerunde/backend/store"
)

// SheetOptions say which contact sheet to draw.
type SheetOptions struct {
	Layout sheet.Layout
	Paper  sheet.Paper
	// Language, "de" or "en", is that of the fixed words and of birthdays; else English.
	Language string
	// Title, Date, Place, Introduction and Questions are printed as they are; empty ones take no room.
	Title, Date, Place, Introduction string
	Questions                        []string
	// Event, where it is one, lets the sheet be of its coffees, followed by the other guests whom the book knows, instead of
	// people that a query finds.
	Event int64
	// Fields chooses what is printed of each person. Notes are private: Fields.Note is what ticks them.
	Fields sheet.Fields
}

// Sheet draws the people of q, in the order of the list, or the coffees of an event, as a PDF. A sheet of nobody says so. The error is a
// *contact.InvalidError for a layout or paper that does not exist.
func (b *Book) Sheet(ctx context.Context, q Query, o SheetOptions, w io.Writer) (sheet.Result, error) {
	var people []sheet.Person
	var known []sheet.Known
	var err error
	if o.Event != 0 {
		people, known, err = b.onEvening(ctx, o)
	} else {
		people, err = b.sheetPeople(ctx, q, o)
	}
	if err != nil {
		return sheet.Result{}, fmt.Errorf("contact sheet: %w", err)
	}
	fonts, err := b.typefaces.load()
	if err != nil {
		return sheet.Result{}, fmt.Errorf("contact sheet: %w", err)
	}
	result, err := sheet.Write(w, people, sheet.Options{
		Layout: o.Layout, Paper: o.Paper, Lang: locale.For(o.Language).Language(),
		Title: o.Title, Date: o.Date, Place: o.Place, Introduction: o.Introduction, Questions: o.Questions, Known: known, Fields: o.Fields,
		Words: sheet.WordsFrom(func(key string) string { return locale.For(o.Language).T(key) }), Now: b.now(),
	}, fonts)
	switch {
	case errors.Is(err, sheet.ErrLayout):
		err = &contact.InvalidError{Field: "layout", Reason: "unknown"}
	case errors.Is(err, sheet.ErrPaper):
		err = &contact.InvalidError{Field: "paper", Reason: "unknown"}
	case err == nil:
		return result, nil
	}
	return sheet.Result{}, fmt.Errorf("contact sheet: %w", err)
}

// SheetFile is Sheet into a file that only the owner can read. As with ExportFile no half file is ever there, and the error
// is a *TargetError or ErrNoSpace where the file is to blame.
func (b *Book) SheetFile(ctx context.Context, q Query, o SheetOptions, path string) (sheet.Result, error) {
	var result sheet.Result
	err := b.replaceFile(path, func(w io.Writer) error {
		var err error
		result, err = b.Sheet(ctx, q, o, w)
		return err
	})
	if err != nil {
		return sheet.Result{}, err
	}
	return result, nil
}

// typefaces are loaded when the first sheet asks and kept: to find a Chinese font on a system takes longer than a sheet.
type typefaces struct {
	once  sync.Once
	fonts *sheet.Fonts
	err   error
}

func (t *typefaces) load() (*sheet.Fonts, error) {
	t.once.Do(func() { t.fonts, t.err = sheet.LoadFonts(sheet.SystemFonts(xdg.Home)...) })
	return t.fonts, t.err
}

func (b *Book) sheetPeople(ctx context.Context, q Query, o SheetOptions) ([]sheet.Person, error) {
	ids, err := b.IDs(ctx, q)
	if err != nil {
		return nil, err
	}
	words := locale.For(o.Language)
	people := make([]sheet.Person, 0, len(ids))
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		return b.eachPerson(ctx, tx, ids, func(p *contact.Person) error {
			printed := onSheet(p, o.Fields, words)
			if o.Fields.Photo && p.Photo != "" {
				var err error
				if printed.Photo, err = picture(ctx, tx, p.Photo); err != nil {
					return err
				}
			}
			people = append(people, printed)
			return nil
		})
	})
	return people, err
}

// onSheet returns what the fields ask for of a person, without the picture.
func onSheet(p *contact.Person, f sheet.Fields, words *locale.Locale) sheet.Person {
	organisation := firstOf(p.Organisation, p.Unit)
	if organisation == p.Name {
		organisation = "" // the card of a company
	}
	printed := sheet.Person{
		Name: firstOf(p.Name, words.T("common.nameless")), Role: firstOf(p.Title, p.Role), Organisation: organisation,
		Phones: plain(preferredFirst(p.Phones)), Emails: plain(preferredFirst(p.Emails)), Tags: p.Tags, Why: why(p.Tags, organisation, f),
		Address: at(p.Addresses, 0).Formatted, Birthday: longDate(at(dates(p, contact.Birthday), 0), words),
	}
	if f.Note {
		printed.Note = strings.Join(p.Notes, "\n")
	}
	if f.QR {
		printed.VCard = businessCard(p)
	}
	return printed
}

// why returns the line that says why this person: what they are tagged with, else where they are from. What a field prints
// anyway is not said twice.
func why(tags []string, organisation string, f sheet.Fields) string {
	if len(tags) > 0 && !f.Tags {
		return strings.Join(tags, ", ")
	}
	if !f.Organisation {
		return organisation
	}
	return ""
}

func plain(values []contact.Value) []string {
	all := make([]string, len(values))
	for i, v := range values {
		all[i] = v.Value
	}
	return all
}

// longDate writes a date out: "3 May 1984", or without what the card does not say. A date that is only text stays that text.
func longDate(d contact.Date, words *locale.Locale) string {
	year, day := strconv.Itoa(d.Year), strconv.Itoa(d.Day)
	month := words.T("date.month." + strconv.Itoa(d.Month))
	switch {
	case d.Year > 0 && d.Month > 0 && d.Day > 0:
		return words.T("date.full", "day", day, "month", month, "year", year)
	case d.Year > 0 && d.Month > 0:
		return words.T("date.month", "month", month, "year", year)
	case d.Year > 0:
		return year
	case d.Month > 0 && d.Day > 0:
		return words.T("date.yearless", "day", day, "month", month)
	case d.Month > 0:
		return month
	}
	return d.Text
}
