package cli

import (
	"context"

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

// backUpDaily makes the backup of the day before a verb that may change the book. Where it cannot be made the verb goes on, and
// the person hears of it.
func (s *session) backUpDaily(ctx context.Context, b *book.Book) {
	if _, err := b.BackUpDaily(ctx); err != nil && ctx.Err() == nil {
		s.backupFailed(err)
	}
}

func (s *session) backupFailed(err error) {
	fault := book.Explain(err)
	s.note("cli.backup.failed", "why", s.fault("error."+fault.Code, fault.Args))
}
