package cli

import (
	"context"

	"kaffeerunde/backend/book"
)

// validateWhole refuses what a whole book leaves no choice about. The error is a usageError.
func (v *exportVerb) validateWhole() error {
	if v.Whole == "" || v.Output != "" || v.Event != "" || len(v.Query) > 0 || len(v.Tag) > 0 || v.Format != "" || v.VCard != "" || v.Notes || v.Groups {
		return &usageError{key: "cli.error.export-whole"}
	}
	return nil
}

// whole writes everything that the book holds into one archive.
func (v *exportVerb) whole(ctx context.Context, s *session, b *book.Book) error {
	if err := s.mayReplace(ctx, v.Whole, v.Force); err != nil {
		return err
	}
	passphrase := ""
	if v.Passphrase || v.PassphraseFile != "" {
		var err error
		if passphrase, err = s.newPassphrase(ctx, v.PassphraseFile); err != nil {
			return err
		}
	}
	bar := s.newProgress()
	n, err := b.ExportWhole(ctx, v.Whole, passphrase, bar.tick)
	bar.clear()
	if err != nil {
		return err
	}
	s.say("cli.export.whole.done", "n", n, "file", v.Whole)
	return nil
}
