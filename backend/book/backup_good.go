package book

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"kaffeerunde/backend/store"
)

// NewestGoodBackup returns the newest backup of the book at path that is sound now, and whether there is one. The book itself is
// not opened, so it may be damaged.
func NewestGoodBackup(ctx context.Context, path string) (Backup, bool) {
	list, err := Backups(ctx, path)
	if err != nil {
		return Backup{}, false
	}
	for _, one := range list {
		if one.People >= 0 && store.Sound(ctx, one.Path) == nil {
			return one, true
		}
	}
	return Backup{}, false
}

// GoBack puts the backup in the place of the book at path, which nobody may have open, and returns where the book is now. It is for a
// book that is damaged: nothing of it is thrown away.
func GoBack(ctx context.Context, path string, backup Backup, now time.Time) (aside string, err error) {
	return putInPlace(ctx, path, backup.Path, now)
}

// putInPlace puts a copy of the book at from in the place of the one at path, and returns where that is now.
func putInPlace(ctx context.Context, path, from string, now time.Time) (aside string, err error) {
	half := path + ".half"
	if err := store.CopyOf(ctx, from, half); err != nil {
		return "", err
	}
	aside = asideOf(path, now)
	if err := putAside(path, aside); err != nil {
		return "", errors.Join(fmt.Errorf("put the book aside: %w", err), os.Remove(half))
	}
	if err := os.Rename(half, path); err != nil {
		return "", errors.Join(fmt.Errorf("put another book in its place: %w", err), takeBack(path, aside), os.Remove(half))
	}
	return aside, nil
}

// asideOf is a name beside the book at path that nothing has yet.
func asideOf(path string, now time.Time) string {
	base := path + now.UTC().Format(".damaged-2006-01-02T15-04-05Z")
	aside := base + ".db"
	for n := 2; ; n++ {
		if _, err := os.Lstat(aside); err != nil {
			return aside
		}
		aside = fmt.Sprintf("%s-%d.db", base, n)
	}
}

// sqliteEndings are the endings of what SQLite keeps beside a book.
var sqliteEndings = []string{"-wal", "-shm"}

// putAside gives the book at path another name, or leaves everything as it was. The book gets its name first and the log
// goes after it, so that whenever that is cut short the log lies beside a book.
func putAside(path, aside string) error {
	// With a second name for the book there is one at path at any moment: where none is, the next start would make an empty one.
	if os.Link(path, aside) != nil {
		if err := os.Rename(path, aside); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	for _, ending := range sqliteEndings {
		if err := os.Rename(path+ending, aside+ending); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return errors.Join(err, takeBack(path, aside))
		}
	}
	return nil
}

// takeBack undoes putAside as far as it came.
func takeBack(path, aside string) error {
	var errs []error
	for _, ending := range append([]string{""}, sqliteEndings...) {
		back := os.Rename
		// To give a file the one of its two names that it has already does nothing.
		if isSame(path+ending, aside+ending) {
			back = func(aside, _ string) error { return os.Remove(aside) }
		}
		if err := back(aside+ending, path+ending); err != nil && !errors.Is(err, fs.ErrNotExist) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// isSame reports whether both are names of one file.
func isSame(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}
