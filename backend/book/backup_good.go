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
	aside = path + now.UTC().Format(".damaged-2006-01-02T15-04-05Z.db")
	half := path + ".half"
	if err := store.CopyOf(ctx, from, half); err != nil {
		return "", err
	}
	for _, ending := range []string{"-wal", "-shm"} {
		if err := os.Rename(path+ending, aside+ending); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("put the book aside: %w", err)
		}
	}
	// With a second name for the book there is one at path at any moment: where none is, the next start would make an empty one.
	if err := os.Link(path, aside); err != nil {
		if err := os.Rename(path, aside); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("put the book aside: %w", err)
		}
	}
	if err := os.Rename(half, path); err != nil {
		return aside, fmt.Errorf("put the backup in its place: %w", err)
	}
	return aside, nil
}
