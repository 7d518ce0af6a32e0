package book

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	"kaffeerunde/backend/contact"
)

// states are the errors that are a state and nothing more, with their codes.
var states = []struct {
	err  error
	code string
}{
	{context.Canceled, "cancelled"},
	{ErrNewerBook, "newer-book"},
	{ErrNotABook, "not-a-book"},
	{ErrLocked, "book-locked"},
	{ErrReadOnly, "book-read-only"},
	{ErrNoSpace, "no-space"},
	{ErrDamaged, "book-damaged"},
	{ErrGone, "book-gone"},
	{ErrNothingLeft, "nothing-left"},
	{ErrTooOld, "too-old"},
	{ErrPassphrase, "passphrase"},
	{ErrLockedBook, "passphrase-needed"},
	{ErrNotBlank, "not-blank"},
	{ErrNoPeople, "no-people"},
	{contact.ErrNotFound, "not-found"},
	{syscall.ENOSPC, "no-space"},
	{fs.ErrPermission, "no-permission"},
}

// Explain turns an error into the sentence "error.<Code>" of the catalogue. One that it does not know becomes "unexpected"
// with {detail}.
func Explain(err error) contact.Fault {
	var file *FileError
	var target *TargetError
	var invalid *contact.InvalidError
	var ambiguous *contact.AmbiguousError
	switch {
	case errors.As(err, &file):
		args := []contact.Arg{{Name: "file", Value: filepath.Base(file.Path)}}
		if file.Detail != "" {
			args = append(args, contact.Arg{Name: "detail", Value: file.Detail})
		}
		return contact.Fault{Code: file.Code, Args: args}
	case errors.As(err, &target):
		return contact.Fault{Code: target.Code, Args: []contact.Arg{{Name: "file", Value: filepath.Base(target.Path)}}}
	case errors.As(err, &invalid):
		return contact.Fault{Code: "invalid-" + invalid.Field + "-" + invalid.Reason}
	case errors.As(err, &ambiguous):
		return contact.Fault{Code: "ambiguous", Args: []contact.Arg{
			{Name: "name", Value: ambiguous.Name}, {Name: "matches", Value: matches(ambiguous.Matches)},
		}}
	}
	for _, state := range states {
		if errors.Is(err, state.err) {
			return contact.Fault{Code: state.code}
		}
	}
	return contact.Fault{Code: "unexpected", Args: []contact.Arg{{Name: "detail", Value: err.Error()}}}
}

func matches(people []contact.Summary) string {
	list := make([]string, len(people))
	for i, p := range people {
		list[i] = strconv.FormatInt(int64(p.ID), 10) + " " + p.Name
		if p.Organisation != "" {
			list[i] += " (" + p.Organisation + ")"
		}
	}
	return strings.Join(list, ", ")
}
