package app

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"kaffeerunde/backend/book"
	"kaffeerunde/backend/sheet"
)

// Sheets serves the contact sheet.
type Sheets struct{ session *session }

// Preview draws the sheet and returns where the page reads it.
func (s *Sheets) Preview(f SheetForm) (v SheetPreview, err error) {
	defer rescue(&err)
	v.Missing = []string{}
	ctx, b, err := s.session.library()
	if err != nil {
		return v, err
	}
	var pdf bytes.Buffer
	drawn, err := b.Sheet(ctx, query(f.Query), sheetOptions(f), &pdf)
	if err != nil {
		return v, err
	}
	people, err := countPeople(ctx, b, f)
	if err != nil {
		return v, err
	}
	return SheetPreview{
		URL: s.session.papers.keep(pdf.Bytes()), Pages: drawn.Pages, People: people, Missing: list(drawn.Missing),
	}, nil
}

// Save asks where to and writes the sheet; Path is "" when the dialog was closed.
func (s *Sheets) Save(f SheetForm) (v WrittenFile, err error) {
	defer rescue(&err)
	v.Missing = []string{}
	ctx, b, err := s.session.library()
	if err != nil {
		return v, err
	}
	words := s.session.words(ctx, b)
	path, err := s.session.savePath(ctx, dialog{
		Title:    words.T("dialog.sheet"),
		Name:     fileName(f.Title, words.T("dialog.sheet.name", "date", s.session.today())) + ".pdf",
		Kind:     words.T("dialog.kind.pdf"),
		Patterns: "*.pdf",
	})
	if path == "" || err != nil {
		return v, err
	}
	return s.write(f, path)
}

// Open writes the sheet into a folder of its own and opens it with the system's viewer. The folder goes with the window.
func (s *Sheets) Open(f SheetForm) (v WrittenFile, err error) {
	defer rescue(&err)
	v.Missing = []string{}
	ctx, b, err := s.session.library()
	if err != nil {
		return v, err
	}
	dir, err := s.session.scratchFolder()
	if err != nil {
		return v, err
	}
	name := fileName(f.Title, s.session.words(ctx, b).T("dialog.sheet.name", "date", s.session.today()))
	v, err = s.write(f, filepath.Join(dir, name+".pdf"))
	if err != nil {
		return v, err
	}
	return v, s.session.desktop.open(v.Path)
}

// Fields returns what a layout prints unless told otherwise.
func (s *Sheets) Fields(layout string) (v SheetFields, err error) {
	defer rescue(&err)
	return SheetFields(sheet.DefaultFields(sheet.Layout(layout))), nil
}

// Event returns what the sheet of an event says above the guests, the day written out in a language.
func (s *Sheets) Event(id int64, lang string) (v SheetHead, err error) {
	defer rescue(&err)
	v.Questions = []string{}
	ctx, b, err := s.session.library()
	if err != nil {
		return v, err
	}
	o, err := b.EventHead(ctx, id, lang)
	return SheetHead{Title: o.Title, Date: o.Date, Place: o.Place, Introduction: o.Introduction, Questions: list(o.Questions)}, err
}

// SaveCards asks where to and writes the vCards of the coffees of an event for a phone; Path is "" when the dialog was closed.
func (s *Sheets) SaveCards(event int64, title string) (v WrittenFile, err error) {
	defer rescue(&err)
	v.Missing = []string{}
	ctx, b, err := s.session.library()
	if err != nil {
		return v, err
	}
	words := s.session.words(ctx, b)
	path, err := s.session.savePath(ctx, dialog{
		Title:    words.T("dialog.coffees"),
		Name:     fileName(title, words.T("dialog.sheet.name", "date", s.session.today())) + ".vcf",
		Kind:     words.T("dialog.kind.vcf"),
		Patterns: "*.vcf",
	})
	if path == "" || err != nil {
		return v, err
	}
	v.Count, err = b.CoffeeCardsFile(ctx, event, path)
	if err != nil {
		return v, err
	}
	s.session.remember(path)
	v.Path = path
	return v, nil
}

func (s *Sheets) write(f SheetForm, path string) (WrittenFile, error) {
	v := WrittenFile{Missing: []string{}}
	ctx, b, err := s.session.library()
	if err != nil {
		return v, err
	}
	drawn, err := b.SheetFile(ctx, query(f.Query), sheetOptions(f), path)
	if err != nil {
		return v, err
	}
	s.session.remember(path)
	v.Path, v.Pages, v.Missing = path, drawn.Pages, list(drawn.Missing)
	v.Count, err = countPeople(ctx, b, f)
	return v, err
}

// countPeople returns how many people the sheet is about.
func countPeople(ctx context.Context, b *book.Book, f SheetForm) (int, error) {
	if f.Event != 0 {
		return b.CountCoffees(ctx, f.Event)
	}
	page, err := b.People(ctx, query(f.Query), 0, 1)
	return page.Total, err
}

func sheetOptions(f SheetForm) book.SheetOptions {
	return book.SheetOptions{
		Layout: sheet.Layout(f.Layout), Paper: sheet.Paper(f.Paper), Language: f.Lang,
		Title: f.Title, Date: f.Date, Place: f.Place, Introduction: f.Introduction, Questions: f.Questions, Event: f.Event, Fields: sheet.Fields(f.Fields),
	}
}

// fileName makes a title fit to be a file's name on every system; usual takes the place of one with nothing left.
func fileName(title, usual string) string {
	safe := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || strings.ContainsRune(`/\:*?"<>|`, r) {
			return ' '
		}
		return r
	}, title)
	safe = strings.Trim(strings.Join(strings.Fields(safe), " "), ". ")
	if safe == "" {
		return usual
	}
	if runes := []rune(safe); len(runes) > maxFileName {
		safe = string(runes[:maxFileName])
	}
	return safe
}

// maxFileName, in characters, keeps a title in any script below the 255 bytes that file systems take.
const maxFileName = 60

// scratchFolder is readable by its owner only and removed with the window.
func (s *session) scratchFolder() (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.scratch != "" {
		return s.scratch, nil
	}
	dir, err := os.MkdirTemp("", "kaffeerunde-")
	if err != nil {
		return "", fmt.Errorf("make a folder for the sheet: %w", err)
	}
	s.scratch = dir
	return dir, nil
}
