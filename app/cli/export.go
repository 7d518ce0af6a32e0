package cli

import (
	"context"
	"path/filepath"
	"strings"

	"kaffeerunde/backend/book"
)

// exportVerb writes people to a file that other programs read.
type exportVerb struct {
	selection
	Format string `name:"format" enum:",vcf,csv,xlsx" default:""`
	VCard  string `name:"vcard" enum:",original,2.1,3.0,4.0" default:""`
	Notes  bool   `name:"notes"`
	Groups bool   `name:"groups"`
	Event  string `name:"event"`
	Force  bool   `name:"force"`
	Output string `name:"output" short:"o"`
	// Whole is the archive for the whole book, "" for an export of people.
	Whole          string `name:"whole"`
	Passphrase     bool   `name:"passphrase"`
	PassphraseFile string `name:"passphrase-file"`
}

// Validate takes the format from the ending of the file where the line does not say it. The error is a usageError; kong calls
// it when the line is read.
func (v *exportVerb) Validate() error {
	if v.Whole != "" || v.Passphrase || v.PassphraseFile != "" {
		return v.validateWhole()
	}
	if v.Output == "" {
		return &usageError{key: "cli.error.missing.output"}
	}
	if v.Event != "" {
		return v.validateEvent()
	}
	if v.Format != "" {
		return nil
	}
	ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(v.Output), "."))
	switch format := book.Format(ending); format {
	case book.FormatVCard, book.FormatCSV, book.FormatXLSX:
		v.Format = ending
		return nil
	}
	return &usageError{key: "cli.error.missing.format"}
}

func (v *exportVerb) validateEvent() error {
	if len(v.Query) > 0 || len(v.Tag) > 0 || v.Notes || v.Groups || v.VCard != "" || v.Format != "" && v.Format != string(book.FormatVCard) {
		return &usageError{key: "cli.error.export-event"}
	}
	return nil
}

// coffees writes the cards of the coffees of an event.
func (v *exportVerb) coffees(ctx context.Context, s *session, b *book.Book) error {
	e, err := b.FindEvent(ctx, v.Event)
	if err != nil {
		return orMissing(err, "cli.error.no-event", v.Event)
	}
	if v.Output == standardOutput {
		_, err := b.CoffeeCards(ctx, e.ID, s.out)
		return err
	}
	n, err := b.CoffeeCardsFile(ctx, e.ID, v.Output)
	if err != nil {
		return err
	}
	s.say("cli.export.done", "n", n, "file", v.Output)
	return nil
}

// standardOutput is the name of a file that is written to a pipe.
const standardOutput = "-"

// Run writes the people, and tells beside it what the version of vCard cannot hold.
func (v *exportVerb) Run(ctx context.Context, s *session) error {
	b, err := s.bookThere(ctx)
	if err != nil {
		return err
	}
	if v.Whole != "" {
		return v.whole(ctx, s, b)
	}
	if v.Event != "" {
		if err := s.mayReplace(ctx, v.Output, v.Force); err != nil {
			return err
		}
		return v.coffees(ctx, s, b)
	}
	if err := noSuchTag(ctx, b, v.Tag); err != nil {
		return err
	}
	options := book.ExportOptions{Format: book.Format(v.Format), Version: book.Version(v.VCard), Notes: v.Notes, Groups: v.Groups, Language: s.Language()}
	if options.Format == book.FormatVCard {
		// A card without its notes would come back as another card.
		options.Notes = true
		if err := v.tellLosses(ctx, s, b, options.Version); err != nil {
			return err
		}
	}
	if err := s.mayReplace(ctx, v.Output, v.Force); err != nil {
		return err
	}
	bar := s.newProgress()
	defer bar.clear()
	if v.Output == standardOutput {
		_, err := b.Export(ctx, v.query(), options, s.out, bar.tick)
		return err
	}
	n, err := b.ExportFile(ctx, v.query(), options, v.Output, bar.tick)
	if err != nil {
		return err
	}
	bar.clear()
	s.say("cli.export.done", "n", n, "file", v.Output)
	return nil
}

// mostLosses is how many losses are told one by one.
const mostLosses = 10

func (v *exportVerb) tellLosses(ctx context.Context, s *session, b *book.Book, version book.Version) error {
	losses, err := b.Losses(ctx, v.query(), version)
	if err != nil {
		return err
	}
	for i, l := range losses {
		if i == mostLosses {
			s.note("cli.export.more-losses", "n", len(losses)-mostLosses)
			break
		}
		s.note("cli.export.loss", "name", s.called(l.Name), "line", l.Line, "reason", s.T("repair."+l.Reason, "text", l.Line, "made", ""))
	}
	return nil
}
