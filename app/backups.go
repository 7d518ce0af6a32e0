package app

import (
	"context"
	"errors"
	"log/slog"

	"kaffeerunde/backend/book"
)

// Backups serves the copies of the book: those beside it, a restore with its preview, and the whole book as one archive.
type Backups struct{ session *session }

// List returns the backups beside the book, the newest first.
func (s *Backups) List() (v []BackupView, err error) {
	defer rescue(&err)
	ctx, b, err := s.session.library()
	if err != nil {
		return list(v), err
	}
	backups, err := b.Backups(ctx)
	return each(backups, backupView), err
}

// Make makes a backup now.
func (s *Backups) Make() (v BackupView, err error) {
	defer rescue(&err)
	ctx, b, err := s.session.library()
	if err != nil {
		return v, err
	}
	made, err := b.BackUp(ctx)
	return backupView(made), err
}

// Choose asks for a backup or a whole book; "" when the dialog was closed.
func (s *Backups) Choose() (path string, err error) {
	defer rescue(&err)
	ctx, b, err := s.session.library()
	if err != nil {
		return "", err
	}
	words := s.session.words(ctx, b)
	return s.session.desktop.chooseFile(ctx, dialog{
		Title: words.T("dialog.restore"), Kind: words.T("dialog.kind.whole"), Patterns: "*.zip;*.db;*.age;*.ZIP;*.DB",
	})
}

// Preview reads a backup or a whole book and says what would become of the book with it; nothing is written. The passphrase is for
// one that is encrypted: without it the error is "passphrase-needed". It is a job, and what was read waits for Run or Close.
func (s *Backups) Preview(job, path, passphrase string) (v RestoreView, err error) {
	defer rescue(&err)
	v = restoreView(book.Differences{})
	ctx, b, err := s.session.library()
	if err != nil {
		return v, err
	}
	err = s.session.jobs.run(ctx, job, func(ctx context.Context, _ tick) error {
		read, err := b.Restore(ctx, path, passphrase)
		if err != nil {
			return err
		}
		d, err := read.Differences(ctx)
		if err != nil {
			return errors.Join(err, read.Close())
		}
		v = restoreView(d)
		return s.session.restoring.keep(ctx, read)
	})
	return v, err
}

// Run lets the book say what Preview read. It is an operation like any other.
func (s *Backups) Run() (v Change, err error) {
	defer rescue(&err)
	ctx, _, err := s.session.library()
	if err != nil {
		return v, err
	}
	read := s.session.restoring.take()
	if read == nil {
		return v, errPreview
	}
	change, err := read.Run(ctx)
	return s.session.changed(change, errors.Join(err, read.Close()))
}

// Close forgets what Preview read.
func (s *Backups) Close() (err error) {
	defer rescue(&err)
	return s.session.restoring.drop()
}

// ExportWhole asks where to and writes everything that the book holds into one archive, encrypted where there is a passphrase. It is
// a job; Path is "" when the dialog was closed.
func (s *Backups) ExportWhole(job, passphrase string) (v WrittenFile, err error) {
	defer rescue(&err)
	v.Missing = []string{}
	ctx, b, err := s.session.library()
	if err != nil {
		return v, err
	}
	words := s.session.words(ctx, b)
	ending, kind := ".zip", "dialog.kind.zip"
	if passphrase != "" {
		ending, kind = ".zip.age", "dialog.kind.age"
	}
	path, err := s.session.savePath(ctx, dialog{
		Title: words.T("dialog.whole"), Name: words.T("dialog.whole.name", "date", s.session.today()) + ending,
		Kind: words.T(kind), Patterns: "*" + ending,
	})
	if path == "" || err != nil {
		return v, err
	}
	err = s.session.jobs.run(ctx, job, func(ctx context.Context, t tick) error {
		v.Count, err = b.ExportWhole(ctx, path, passphrase, countTick(t))
		return err
	})
	if err != nil {
		return v, err
	}
	v.Path = path
	s.session.remember(path)
	return v, nil
}

// backupFailed tells the person that a backup could not be made.
func (s *session) backupFailed(err error) {
	slog.Error("the book was not backed up", "cause", causeOf(err))
	s.emit("backup-failed", problemView(err))
}
