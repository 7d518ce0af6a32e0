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
	// paperLocale is the POSIX locale that says what paper printers hold.
	paperLocale string
	// scratch is a folder to be removed at the end, "" for none.
	scratch string
}

// book opens the book, and makes it where there is none yet.
func (s *session) book(ctx context.Context) (*book.Book, error) {
	path, err := s.bookPath()
	if err != nil {
		return nil, err
	}
	return s.open(ctx, path)
}

// bookToRead is the book for a verb that promises to write nothing. Where there is no book yet, an empty one in a folder
// that goes away at the end stands in for it.
func (s *session) bookToRead(ctx context.Context) (*book.Book, error) {
	path, err := s.bookPath()
	if err != nil {
		return nil, err
	}
	if _, err := os.Lstat(path); !os.IsNotExist(err) {
		return s.open(ctx, path)
	}
	if s.scratch, err = os.MkdirTemp("", programName+"-"); err != nil {
		return nil, fmt.Errorf("make a place for the dry run: %w", err)
	}
	return s.open(ctx, filepath.Join(s.scratch, "book.db"))
}

// bookPath is what --book or KAFFEERUNDE_BOOK said, else where the book usually lies.
func (s *session) bookPath() (string, error) {
	if s.path != "" {
		return s.path, nil
	}
	return book.DefaultPath()
}

func (s *session) open(ctx context.Context, path string) (*book.Book, error) {
	b, err := book.Open(ctx, path, book.Options{Language: s.Language()})
	if err != nil {
		return nil, err
	}
	s.opened = b
	return b, nil
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
