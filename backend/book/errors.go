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
	ErrGone        = store.ErrGone
	ErrNothingLeft = store.ErrNoHistory
	ErrTooOld      = store.ErrTooOld
	ErrNoPeople    = errors.New("the query finds nobody")
)

// FileError says why a file, archive or folder that was handed over cannot be taken: "error.<Code>" of the catalogue.
// FileCodes lists the codes. Detail fills {detail} of its sentence, "" where it has none.
type FileError struct {
	Path   string
	Code   string
	Detail string
	Err    error
}

// FileCodes returns the codes that a FileError may have, so that the catalogue can be checked against them.
func FileCodes() []string {
	return []string{
		"file-missing", "file-empty", "file-binary", "file-unreadable", "file-changed", "file-no-cards", "calendar-broken", "calendar-day",
		"folder-empty", "folder-too-large",
		"archive-empty", "archive-broken", "archive-locked", "archive-nested", "archive-too-large", "whole-book",
		"table-none", "table-empty", "table-broken", "table-old", "table-too-large", "table-no-column",
	}
}

func (e *FileError) Error() string {
	if e.Err == nil {
		return fmt.Sprintf("read %s: %s", e.Path, e.Code)
	}
	return fmt.Sprintf("read %s: %v", e.Path, e.Err)
}

func (e *FileError) Unwrap() error { return e.Err }
