package book

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"kaffeerunde/backend/store"
)

// Backup is a copy of the book beside it, as it was at a moment. People is -1 for one that can no longer be read.
type Backup struct {
	Path   string
	At     time.Time
	Reason BackupReason
	Size   int64
	People int
	state  string // as store.Glance has it, "" for one that can no longer be read
}

// BackupReason says what a backup was made for: the sentence "backup.reason.<reason>".
type BackupReason string

// The reasons for a backup.
const (
	BackupDaily  BackupReason = "daily"
	BackupByHand BackupReason = "hand"
	BackupBefore BackupReason = "before" // before something large
	BackupSchema BackupReason = "schema" // before a newer program changed how the book is kept
)

// BackupReasons returns all reasons, so that a test can hold the catalogue complete.
func BackupReasons() []BackupReason {
	return []BackupReason{BackupDaily, BackupByHand, BackupBefore, BackupSchema}
}

// largeOperation is how many people an operation must be about to be preceded by a backup.
const largeOperation = 500

// Backups returns the backups of the book at path, newest first. The book itself is not opened, so it may be damaged or gone.
func Backups(ctx context.Context, path string) ([]Backup, error) {
	entries, err := os.ReadDir(store.BackupFolder(path))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("list backups: %w", err)
	}
	var list []Backup
	for _, entry := range entries {
		at, reason, ok := store.ParseBackupName(entry.Name())
		state, err := entry.Info()
		if !ok || err != nil || !state.Mode().IsRegular() {
			continue
		}
		one := Backup{
			Path: filepath.Join(store.BackupFolder(path), entry.Name()), At: at, Reason: BackupReason(reason), Size: state.Size(), People: -1,
		}
		if seen, err := store.Look(ctx, one.Path); err == nil {
			one.People, one.state = seen.People, seen.State
		}
		list = append(list, one)
	}
	slices.SortStableFunc(list, func(a, b Backup) int { return b.At.Compare(a.At) })
	return list, ctx.Err()
}

// Backups returns the backups of the book, newest first.
func (b *Book) Backups(ctx context.Context) ([]Backup, error) { return Backups(ctx, b.Path()) }

// BackUp makes a backup beside the book, verified, and lets go of those that are no longer kept.
func (b *Book) BackUp(ctx context.Context) (Backup, error) { return b.backUp(ctx, BackupByHand) }

// BackUpTo writes a copy of the book to a file of the person's choice, readable by its owner only, and verifies it. A file that
// was there stays until the copy is whole. The error is a *TargetError or ErrNoSpace where the file is to blame.
func (b *Book) BackUpTo(ctx context.Context, path string) (Backup, error) {
	path, err := b.targetBeside(path)
	if err != nil {
		return Backup{}, err
	}
	if err := b.store.Copy(ctx, path); err != nil {
		return Backup{}, targetFault(path, err)
	}
	return b.backupAt(ctx, path, BackupByHand)
}

// targetBeside returns where a file is put that is no book: the error is a *TargetError for the book itself and for what no
// file can be renamed to.
func (b *Book) targetBeside(path string) (string, error) {
	path, err := target(path)
	if err != nil {
		return "", err
	}
	state, err := os.Stat(path)
	if err != nil {
		sweepHalves(filepath.Dir(path))
		return path, nil
	}
	if own, err := os.Stat(b.Path()); err == nil && os.SameFile(own, state) {
		return "", &TargetError{Path: path, Code: "target-is-book", Err: fs.ErrExist}
	}
	if !state.Mode().IsRegular() {
		return "", &TargetError{Path: path, Code: "target-is-folder", Err: fs.ErrInvalid}
	}
	sweepHalves(filepath.Dir(path))
	return path, nil
}

// BackUpDaily makes a backup when there is none of within a day and something was changed since, and reports whether it did. An empty
// book needs none.
func (b *Book) BackUpDaily(ctx context.Context) (bool, error) {
	list, err := b.Backups(ctx)
	if err != nil {
		return false, err
	}
	now := b.now()
	// The clock may have gone backwards: a backup of next week says nothing of today, and one of in an hour is as good as one of an
	// hour ago, or a clock that goes on going backwards would make one each time.
	if slices.ContainsFunc(list, func(one Backup) bool { return now.Sub(one.At).Abs() < day }) {
		return false, nil
	}
	needed, err := b.needsBackup(ctx, list)
	if err != nil || !needed {
		return false, err
	}
	_, err = b.backUp(ctx, BackupDaily)
	return err == nil, err
}

// backUpBefore makes a backup before an operation on n people. That it cannot be made is no reason not to go on: whoever opened
// the book is told, as Options.BackupFailed says.
func (b *Book) backUpBefore(ctx context.Context, n int) {
	if n < largeOperation {
		return
	}
	list, err := b.Backups(ctx)
	needed := false
	if err == nil {
		needed, err = b.needsBackup(ctx, list)
	}
	if err == nil && needed {
		_, err = b.backUp(ctx, BackupBefore)
	}
	if err != nil && ctx.Err() == nil && b.backupFailed != nil {
		b.backupFailed(err)
	}
}

// needsBackup reports whether the book says something that none of its backups does. The newest alone would not do: a clock that went
// backwards lets one of tomorrow be the newest for long.
func (b *Book) needsBackup(ctx context.Context, list []Backup) (bool, error) {
	now, err := b.store.Glance(ctx)
	if err != nil {
		return false, err
	}
	if len(list) == 0 {
		return now.People > 0, nil
	}
	return !slices.ContainsFunc(list, func(one Backup) bool { return one.state == now.State }), nil
}

func (b *Book) backUp(ctx context.Context, reason BackupReason) (Backup, error) {
	folder, err := store.MakeBackupFolder(b.Path())
	if err != nil {
		return Backup{}, err
	}
	sweepHalves(folder)
	path := filepath.Join(folder, store.BackupName(b.now(), string(reason)))
	if err := b.store.Copy(ctx, path); err != nil {
		return Backup{}, err
	}
	made, err := b.backupAt(ctx, path, reason)
	if err != nil {
		return made, err
	}
	return made, b.thinOut(ctx)
}

func (b *Book) backupAt(ctx context.Context, path string, reason BackupReason) (Backup, error) {
	state, err := os.Stat(path)
	if err != nil {
		return Backup{}, err
	}
	seen, err := store.Look(ctx, path)
	return Backup{Path: path, At: b.now(), Reason: reason, Size: state.Size(), People: seen.People}, err
}

// thinOut removes the backups that are no longer kept.
func (b *Book) thinOut(ctx context.Context) error {
	list, err := b.Backups(ctx)
	if err != nil {
		return err
	}
	times := make([]time.Time, len(list))
	for i := range list {
		times[i] = list[i].At
	}
	for i, stays := range keptBackups(times, b.now()) {
		if stays {
			continue
		}
		if err := os.Remove(list[i].Path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("remove an old backup: %w", err)
		}
	}
	return nil
}
