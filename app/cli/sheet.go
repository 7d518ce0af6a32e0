package cli

import (
	"context"
	"strings"

	"kaffeerunde/backend/book"
	"kaffeerunde/backend/sheet"
)

// sheetVerb writes a contact sheet as a PDF.
type sheetVerb struct {
	selection
	Layout string `name:"layout" enum:"list,cards,pocket" default:"list"`
	Lang   string `name:"lang" enum:",de,en" default:""`
	Title  string `name:"title"`
	Force  bool   `name:"force"`
	Output string `name:"output" short:"o" required:""`
}

// Run draws the sheet with what its layout prints unless told otherwise, so without private notes.
func (v *sheetVerb) Run(ctx context.Context, s *session) error {
	b, err := s.bookThere(ctx)
	if err != nil {
		return err
	}
	if err := noSuchTag(ctx, b, v.Tag); err != nil {
		return err
	}
	found, err := b.People(ctx, v.query(), 0, 1)
	if err != nil {
		return err
	}
	if found.Total == 0 {
		return book.ErrNoPeople
	}
	if err := s.mayReplace(ctx, v.Output, v.Force); err != nil {
		return err
	}
	settings, err := b.Settings(ctx)
	if err != nil {
		return err
	}
	layout := sheet.Layout(v.Layout)
	options := book.SheetOptions{
		Layout: layout, Paper: paper(s.paperLocale), Language: v.Lang, Title: v.Title,
		Introduction: settings.SheetIntroduction, Fields: sheet.DefaultFields(layout),
	}
	if options.Language == "" {
		options.Language = s.Language()
	}
	if v.Output == standardOutput {
		result, err := b.Sheet(ctx, v.query(), options, s.out)
		s.tellMissing(result)
		return err
	}
	result, err := b.SheetFile(ctx, v.query(), options, v.Output)
	if err != nil {
		return err
	}
	s.say("cli.sheet.done", "n", found.Total, "pages", result.Pages, "file", v.Output)
	s.tellMissing(result)
	return nil
}

func (t *terminal) tellMissing(r sheet.Result) {
	if len(r.Missing) > 0 {
		t.note("sheets.missing", "characters", strings.Join(r.Missing, ", "))
	}
}

// paper is what printers hold where the person lives: Letter in the United States and Canada, else A4. name is a POSIX
// locale, as "en_US.UTF-8".
func paper(name string) sheet.Paper {
	_, region, _ := strings.Cut(name, "_")
	if strings.HasPrefix(region, "US") || strings.HasPrefix(region, "CA") {
		return sheet.Letter
	}
	return sheet.A4
}
