package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	sqlite3 "github.com/mattn/go-sqlite3"
)

// What can be the matter with the file of a book.
var (
	ErrNewer     = errors.New("the book was written by a newer program")
	ErrNotABook  = errors.New("the file is not a book")
	ErrLocked    = errors.New("another program is writing to the book")
	ErrReadOnly  = errors.New("the book cannot be written")
	ErrNoSpace   = errors.New("there is no space left on the disk")
	ErrDamaged   = errors.New("the book is damaged")
	ErrGone      = errors.New("the book is no longer where it was")
	ErrNotFound  = errors.New("no such row")
	ErrNoHistory = errors.New("there is nothing to undo or redo")
)

// fault joins one of the errors above to what SQLite or the system said, so that callers need to know neither.
func fault(err error) error {
	var known error
	var lite sqlite3.Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &lite):
		known = ofSQLite(lite)
	default:
		known = ofSystem(err)
	}
	if known == nil || errors.Is(err, known) {
		return err
	}
	return fmt.Errorf("%w: %w", known, err)
}

// opening is fault for a file that has the mark of a book: where it lacks what every book has, it is damaged.
func opening(ctx context.Context, err error) error {
	err = fault(err)
	var system *fs.PathError
	if err == nil || ctx.Err() != nil || errors.As(err, &system) {
		return err
	}
	for _, known := range []error{ErrNewer, ErrNotABook, ErrLocked, ErrReadOnly, ErrNoSpace, ErrDamaged, ErrGone} {
		if errors.Is(err, known) {
			return err
		}
	}
	return fmt.Errorf("%w: %w", ErrDamaged, err)
}

func ofSQLite(err sqlite3.Error) error {
	switch err.Code {
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return ErrLocked
	case sqlite3.ErrReadonly, sqlite3.ErrPerm, sqlite3.ErrCantOpen, sqlite3.ErrAuth:
		return ErrReadOnly
	case sqlite3.ErrFull:
		return ErrNoSpace
	case sqlite3.ErrNotADB:
		return ErrNotABook
	case sqlite3.ErrCorrupt:
		return ErrDamaged
	case sqlite3.ErrIoErr:
		// What the system refuses comes back as an I/O error with its own reason beside it.
		return ofSystem(err.SystemErrno)
	}
	return nil
}

func ofSystem(err error) error {
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT), errors.Is(err, syscall.EFBIG):
		return ErrNoSpace
	case errors.Is(err, syscall.EROFS), errors.Is(err, fs.ErrPermission):
		return ErrReadOnly
	case errors.Is(err, syscall.EIO), errors.Is(err, syscall.ENODEV), errors.Is(err, syscall.ENXIO):
		return ErrGone
	}
	return nil
}
