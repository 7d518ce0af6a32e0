package book

import (
	"errors"
	"fmt"
)

// Errors that a book gives for what it meets outside of itself.
var (
	ErrNewerBook   = errors.New("the book was written by a newer program")
	ErrNotABook    = errors.New("the file is not a book")
	ErrLocked      = errors.New("another program is writing to the book")
	ErrReadOnly    = errors.New("the book cannot be written")
	ErrNoSpace     = errors.New("there is no space left on the disk")
	ErrDamaged     = errors.New("the book is damaged")
	ErrNothingLeft = errors.New("there is nothing to undo or redo")
	ErrNoPeople    = errors.New("the query finds nobody")
)

// FileError says why a file that was handed over cannot be taken. Code is "file-missing", "file-folder", "file-empty",
// "file-binary", "file-unreadable", "file-changed" or "file-no-cards".
type FileError struct {
	Path string
	Code string
	Err  error
}

func (e *FileError) Error() string {
	if e.Err == nil {
		return fmt.Sprintf("read %s: %s", e.Path, e.Code)
	}
	return fmt.Sprintf("read %s: %v", e.Path, e.Err)
}

func (e *FileError) Unwrap() error { return e.Err }
