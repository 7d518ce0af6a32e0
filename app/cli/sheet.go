package cli

import (
	"cmp"
	"context"
	"runtime/debug"
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
	Event  string `name:"event"`
	Notes  bool   `name:"notes"`
	Force  bool   `name:"force"`
	Output string `name:"output" short:"o" required:""`
}

// Validate keeps a sheet of an event from being asked for people, too. The error is a usageError.
func (v *sheetVerb) Validate() error {
	if v.Event != "" && (len(v.Query) > 0 || len(v.Tag) > 0) {
		return &usageError{key: "cli.error.sheet-event"}
	}
	return nil
}

// Run draws the sheet with what its layout prints unless told otherwise; private notes only where they are asked for.
func (v *sheetVerb) Run(ctx context.Context, s *session) error {
	debug.SetGCPercent(briefGC)
	b, err := s.bookThere(ctx)
	if err != nil {
		return err
	}
	v.Lang = cmp.Or(v.Lang, s.Language())
	options, n, err := v.options(ctx, s, b)
	if err != nil {
		return err
	}
	if err := s.mayReplace(ctx, v.Output, v.Force); err != nil {
		return err
	}
	options.Layout, options.Paper, options.Title = sheet.Layout(v.Layout), paper(s.paperLocale), cmp.Or(v.Title, options.Title)
	options.Fields = sheet.DefaultFields(options.Layout)
	options.Fields.Note = v.Notes
	if v.Output == standardOutput {
		result, err := b.Sheet(ctx, v.query(), options, s.out)
		s.tellMissing(result)
		return err
	}
	result, err := b.SheetFile(ctx, v.query(), options, v.Output)
	if err != nil {
		return err
	}
	s.say("cli.sheet.done", "n", n, "pages", result.Pages, "file", v.Output)
	s.tellMissing(result)
	return nil
}

// options are what the sheet says of its own, and how many people are on it.
func (v *sheetVerb) options(ctx context.Context, s *session, b *book.Book) (book.SheetOptions, int, error) {
	if v.Event != "" {
		e, err := b.FindEvent(ctx, v.Event)
		if err != nil {
			return book.SheetOptions{}, 0, orMissing(err, "cli.error.no-event", v.Event)
		}
		coffees, err := b.CountCoffees(ctx, e.ID)
		if err != nil {
			return book.SheetOptions{}, 0, err
		}
		o, err := b.EventHead(ctx, e.ID, v.Lang)
		return o, coffees, err
	}
	if err := noSuchTag(ctx, b, v.Tag); err != nil {
		return book.SheetOptions{}, 0, err
	}
	found, err := b.People(ctx, v.query(), 0, 1)
	if err == nil && found.Total == 0 {
		err = book.ErrNoPeople
	}
	if err != nil {
		return book.SheetOptions{}, 0, err
	}
	settings, err := b.Settings(ctx)
	return book.SheetOptions{Language: v.Lang, Introduction: settings.SheetIntroduction}, found.Total, err
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
