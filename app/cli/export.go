package cli

import (
	"context"

	"kaffeerunde/backend/book"
)

// exportVerb writes people to a file that other programs read.
type exportVerb struct {
	selection
	Format string `name:"format" required:"" enum:"vcf,csv,xlsx"`
	VCard  string `name:"vcard" enum:",original,2.1,3.0,4.0" default:""`
	Notes  bool   `name:"notes"`
	Output string `name:"output" short:"o" required:""`
}

// standardOutput is the name of a file that is written to a pipe.
const standardOutput = "-"

// Run writes the people, and tells beside it what the version of vCard cannot hold.
func (v *exportVerb) Run(ctx context.Context, s *session) error {
	b, err := s.book(ctx)
	if err != nil {
		return err
	}
	options := book.ExportOptions{Format: book.Format(v.Format), Version: book.Version(v.VCard), Notes: v.Notes, Language: s.Language()}
	if options.Format == book.FormatVCard {
		// A card without its notes would come back as another card.
		options.Notes = true
		if err := v.tellLosses(ctx, s, b, options.Version); err != nil {
			return err
		}
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
