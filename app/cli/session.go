package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"kaffeerunde/backend/book"
)

// session is one run of one verb: where it speaks, and the book, which is opened when the verb first needs it.
type session struct {
	*terminal
	path   string
	opened *book.Book
	// region is the country the computer is set to, "" where it says none.
	region string
	// paperLocale is the POSIX locale that says what paper printers hold.
	paperLocale string
	// scratch is a folder to be removed at the end, "" for none.
	scratch string
}

// book opens the book, and makes it where there is none yet. It is for the verbs that put something in.
func (s *session) book(ctx context.Context) (*book.Book, error) {
	path, err := s.bookHere(ctx)
	if err != nil {
		return nil, err
	}
	b, err := s.open(ctx, path)
	if err == nil {
		s.tend(ctx, b)
	}
	return b, err
}

// bookThere opens a book that is there. The error is a missingError where there is none: a slip in its name must not make
// another one.
func (s *session) bookThere(ctx context.Context) (*book.Book, error) {
	b, err := s.bookToCopy(ctx)
	if err == nil {
		s.tend(ctx, b)
	}
	return b, err
}

// bookToCopy is bookThere for a verb that makes a backup itself, or none.
func (s *session) bookToCopy(ctx context.Context) (*book.Book, error) {
	path, err := s.bookHere(ctx)
	if err != nil {
		return nil, err
	}
	if isMissing(path) {
		return nil, &missingError{key: "cli.error.no-book", ref: path}
	}
	return s.open(ctx, path)
}

// bookToAsk is bookToRead for a verb whose answer without a book is empty. It tells when there is none where the person
// said.
func (s *session) bookToAsk(ctx context.Context) (*book.Book, error) {
	b, err := s.bookToRead(ctx)
	if err == nil && s.isAbsent() && s.path != "" {
		s.noteAbsent()
	}
	return b, err
}

// isAbsent tells that an empty book stands in for one that is not there.
func (s *session) isAbsent() bool { return s.scratch != "" }

func (s *session) noteAbsent() {
	if path, err := s.bookPath(); err == nil {
		s.note("cli.error.no-book", "ref", path)
		s.note("cli.error.no-book.hint", "ref", path)
	}
}

// bookToRead is the book for a verb that writes nothing. Where there is no book yet, an empty one in a folder that goes away
// at the end stands in for it.
func (s *session) bookToRead(ctx context.Context) (*book.Book, error) {
	path, err := s.bookHere(ctx)
	if err != nil {
		return nil, err
	}
	if !isMissing(path) {
		return s.open(ctx, path)
	}
	if s.scratch, err = os.MkdirTemp("", programName+"-"); err != nil {
		return nil, fmt.Errorf("make a place for an empty book: %w", err)
	}
	return s.open(ctx, filepath.Join(s.scratch, "book.db"))
}

func isMissing(path string) bool {
	_, err := os.Lstat(path)
	return os.IsNotExist(err)
}

// bookHere is bookPath. Where nothing is in the book any more and there are backups of it, it says so: nobody begins anew who only lost
// a file.
func (s *session) bookHere(ctx context.Context) (string, error) {
	path, err := s.bookPath()
	if err != nil {
		return "", err
	}
	if state, err := os.Stat(path); err == nil && state.Size() > 0 {
		return path, nil
	}
	if kept, err := book.Backups(ctx, path); err == nil && len(kept) > 0 {
		s.note("cli.backups-left")
	}
	return path, nil
}

// bookPath is what --book or KAFFEERUNDE_BOOK said, else where the book usually lies.
func (s *session) bookPath() (string, error) {
	if s.path != "" {
		return s.path, nil
	}
	return book.DefaultPath()
}

func (s *session) open(ctx context.Context, path string) (*book.Book, error) {
	b, err := book.Open(ctx, path, book.Options{Region: s.region, BackupFailed: s.backupFailed})
	if err != nil {
		return nil, err
	}
	s.opened = b
	s.lookOver(ctx, b)
	return b, nil
}

// soonLooked is up to how many bytes a book is looked over before a verb does anything with it, so that nothing is built on what is
// damaged. A larger one is looked over with the backup of the day.
const soonLooked = 32 << 20

// lookOver notices damage that the verb itself would not come across. What is wrong is told at the end, or by the doctor.
func (s *session) lookOver(ctx context.Context, b *book.Book) {
	if state, err := os.Stat(b.Path()); err == nil && state.Size() <= soonLooked {
		_ = b.Check(ctx)
	}
}

// tellRefusal says of a book that can be read but not changed why that is, where the verb did not fail over it.
func (s *session) tellRefusal(err error) {
	if s.opened == nil {
		return
	}
	why := s.opened.Refuses()
	if why == nil || errors.Is(err, why) || errors.Is(err, errTold) {
		return
	}
	fault := book.Explain(why)
	s.note("error." + fault.Code)
	if hint := s.hintOf(fault); hint != "" {
		s.aside(hint)
	}
}

func (s *session) close() error {
	var err error
	if s.opened != nil {
		err = s.opened.Close()
	}
	if s.scratch != "" {
		err = errors.Join(err, os.RemoveAll(s.scratch))
	}
	return err
}
