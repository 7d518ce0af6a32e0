package app

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"strings"
	"time"

	"kaffeerunde/backend/book"
)

// Recoveries serves what can be done for a damaged book.
type Recoveries struct{ session *session }

// Look reads what can still be read of a damaged book and compares it with the newest good backup; nothing is changed. It is a job, and
// what was read waits for Save, GoBack, KeepSalvaged or Close. A sound book is rejected with "nothing-left".
func (r *Recoveries) Look(job string) (v RecoveryView, err error) {
	defer rescue(&err)
	v = recoveryView(&book.Recovery{})
	ctx, b, failed := r.session.library()
	if failed == nil {
		failed = b.Refuses()
	}
	if !isDamage(failed) {
		return v, book.ErrNothingLeft
	}
	err = r.session.jobs.run(ctx, job, func(ctx context.Context, _ tick) error {
		read, err := book.Recover(ctx, r.session.path, b, r.session.bookOptions())
		if err != nil {
			return err
		}
		v = recoveryView(read)
		return r.session.recovery.keep(ctx, read)
	})
	return v, err
}

// Save asks where to and writes what could be read: for the format "vcf" as vCards, for "db" as a book. It is a job; Path is "" when
// the dialog was closed.
func (r *Recoveries) Save(job, format string) (v WrittenFile, err error) {
	defer rescue(&err)
	v.Missing = []string{}
	ctx, b, _ := r.session.library()
	read := r.session.recovery.look()
	if read == nil {
		return v, errRecovery
	}
	words := r.session.locale("")
	if b != nil {
		words = r.session.words(ctx, b)
	}
	ending := "." + format
	kind, known := map[string]string{".db": "dialog.kind.book", ".vcf": "dialog.kind.vcf"}[ending]
	if !known {
		return v, errFormat
	}
	path, err := r.session.savePath(ctx, dialog{
		Title: words.T("dialog.recovery"), Name: words.T("dialog.recovery.name", "date", r.session.today()) + ending,
		Kind: words.T(kind), Patterns: "*" + ending,
	})
	if path == "" || err != nil {
		return v, err
	}
	if !strings.EqualFold(filepath.Ext(path), ending) {
		path += ending
	}
	err = r.session.jobs.run(ctx, job, func(ctx context.Context, _ tick) error { return read.Save(ctx, path) })
	if err != nil {
		return v, err
	}
	v.Path, v.Count = path, read.People
	r.session.remember(path)
	return v, nil
}

// GoBack puts the newest good backup in the place of the damaged book, which is kept beside it, and opens it. The page then has to
// begin anew.
func (r *Recoveries) GoBack() (err error) {
	defer rescue(&err)
	return r.session.replaceBook((*book.Recovery).GoBack)
}

// KeepSalvaged puts what could be read in the place of the damaged book, which is kept beside it, and opens it. The page then has to begin
// anew. Without a recovery that was looked at the error is "recovery-gone".
func (r *Recoveries) KeepSalvaged() (err error) {
	defer rescue(&err)
	return r.session.replaceBook((*book.Recovery).KeepSalvaged)
}

// Close forgets what was read.
func (r *Recoveries) Close() (err error) {
	defer rescue(&err)
	return r.session.recovery.drop()
}

// replaceBook lets with put another book in the place of the damaged one. What was read of that is forgotten once it succeeded.
func (s *session) replaceBook(with func(*book.Recovery, context.Context) (string, error)) error {
	<-s.ready
	read := s.recovery.take()
	if read == nil {
		return errRecovery
	}
	err := s.exchange(func() error {
		aside, err := with(read, s.ctx)
		if err != nil {
			return err
		}
		s.mu.Lock()
		s.aside = filepath.Base(aside)
		s.mu.Unlock()
		return nil
	})
	if err != nil {
		return errors.Join(err, s.recovery.keep(s.ctx, read))
	}
	// The other book is there, whatever becomes of what was read.
	if err := read.Close(); err != nil {
		slog.Error("the copy of a book was not removed", "cause", causeOf(err))
	}
	return nil
}

// takeAside returns the name of the damaged book whose place another took, once; "" for none.
func (s *session) takeAside() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	aside := s.aside
	s.aside = ""
	return aside
}

// mostNamed is how many names of each kind a view of a recovery has.
const mostNamed = 100

func recoveryView(r *book.Recovery) RecoveryView {
	v := RecoveryView{
		Nothing: r.Nothing, People: r.People, Lost: named(r.Lost()), Same: named(r.Same), Changed: named(r.Changed), Things: list(r.Things), History: r.History, Carved: r.Carved,
		Since: restoreView(r.Since),
	}
	if r.Backup != nil {
		v.Date, v.BackedUp = r.Backup.At.Format(time.RFC3339), r.Backup.People
	}
	return v
}

func named(names []string) DifferingView {
	return DifferingView{Count: len(names), Names: list(names[:min(len(names), mostNamed)])}
}
