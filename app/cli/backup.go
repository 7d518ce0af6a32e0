package cli

import (
	"context"
	"errors"

	"kaffeerunde/backend/book"
)

// backupVerb copies the book.
type backupVerb struct {
	// File is where to, "" for the folder of backups beside the book.
	File  string `arg:"" optional:"" name:"copy"`
	Force bool   `name:"force"`
}

// Run makes a verified copy and says where it is.
func (v *backupVerb) Run(ctx context.Context, s *session) error {
	b, err := s.bookToCopy(ctx)
	if err != nil {
		return err
	}
	back := func() (book.Backup, error) { return b.BackUp(ctx) }
	if v.File != "" {
		if err := s.mayReplace(ctx, v.File, v.Force); err != nil {
			return err
		}
		back = func() (book.Backup, error) { return b.BackUpTo(ctx, v.File) }
	}
	made, err := back()
	if err != nil {
		return err
	}
	s.say("cli.backup.done", "n", made.People, "file", made.Path)
	return nil
}

// tend makes the backup of the day before a verb that may change the book, and what else a book needs now and then. Where that does
// not succeed the verb goes on, and the person hears of it.
func (s *session) tend(ctx context.Context, b *book.Book) {
	err := b.Tend(ctx)
	if err == nil || ctx.Err() != nil {
		return
	}
	var unmade *book.BackupError
	if errors.As(err, &unmade) {
		s.backupFailed(unmade)
		return
	}
	fault := book.Explain(err)
	s.note("cli.tend.failed", "why", s.fault("error."+fault.Code, fault.Args))
}

func (s *session) backupFailed(err error) {
	fault := book.Explain(err)
	s.note("cli.backup.failed", "why", s.fault("error."+fault.Code, fault.Args))
}
