package book

import (
	"errors"
	"fmt"

	"kaffeerunde/backend/store"
)

// Errors that a book gives for what it meets outside of itself.
var (
	ErrNewerBook   = store.ErrNewer
	ErrNotABook    = store.ErrNotABook
	ErrLocked      = store.ErrLocked
	ErrReadOnly    = store.ErrReadOnly
	ErrNoSpace     = store.ErrNoSpace
	ErrDamaged     = store.ErrDamaged
	ErrNothingLeft = store.ErrNoHistory
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
