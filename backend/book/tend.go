package book

import (
	"context"
	"errors"
	"fmt"
	"time"

	"kaffeerunde/backend/store"
)

const (
	// journalBytes is what the journal may take before the oldest operations can no longer be undone.
	journalBytes = 256 << 20
	// journalAlways is how long every operation can be undone, however large the journal is.
	journalAlways = 30 * day
)

// Tend does what a book needs now and then, and is to be called once it is in use: it makes the backup of the day, empties the bin
// of who lies there longer than the settings say, and forgets how to undo what is older than they say. What does not succeed keeps
// nothing else from being done. That there is no backup of the day is a *BackupError, among others or alone; what another program is
// in the way of is left to the next time.
func (b *Book) Tend(ctx context.Context) error {
	made, err := b.BackUpDaily(ctx)
	if err != nil {
		err = &BackupError{err}
	}
	settings, unread := b.Settings(ctx)
	if unread != nil {
		return errors.Join(err, unread)
	}
	// How large the journal is takes a while to find out: once a day is enough.
	limit := int64(journalBytes)
	if !made {
		limit = 0
	}
	for _, step := range []error{
		b.expire(ctx, settings.BinDays), b.clearRemains(ctx), b.trim(ctx, settings.HistoryDays, limit),
	} {
		if !errors.Is(step, store.ErrLocked) {
			err = errors.Join(err, step)
		}
	}
	return err
}

// BackupError says that the backup of the day could not be made.
type BackupError struct{ err error }

func (e *BackupError) Error() string { return "backup of the day: " + e.err.Error() }

func (e *BackupError) Unwrap() error { return e.err }

// expire empties the bin of those who lie there for more than so many days; for 0 never.
func (b *Book) expire(ctx context.Context, days int) error {
	if days == 0 {
		return nil
	}
	before := b.now().Add(-time.Duration(days) * day)
	list, err := b.Bin(ctx)
	if err != nil {
		return err
	}
	due := false
	for _, one := range list {
		due = due || one.Deleted.Before(before)
	}
	if !due {
		return nil
	}
	_, err = b.emptyBin(ctx, func(rows []store.Binned) (old []store.Binned, err error) {
		for _, row := range rows {
			if row.Deleted.Before(before) {
				old = append(old, row)
			}
		}
		return old, nil
	})
	return err
}

// trim forgets how to undo what is older than so many days, for 0 nothing, and what makes the journal larger than limit.
func (b *Book) trim(ctx context.Context, days int, limit int64) error {
	var before time.Time
	if days > 0 {
		before = b.now().Add(-time.Duration(days) * day)
	}
	return b.trimTo(ctx, before, b.now().Add(-journalAlways), limit)
}

func (b *Book) trimTo(ctx context.Context, before, always time.Time, limit int64) error {
	err := b.store.Keep(ctx, func(tx *store.Tx) error {
		_, err := tx.Trim(ctx, before, always, limit, binKinds)
		return err
	})
	if err != nil {
		return fmt.Errorf("trim the history: %w", err)
	}
	return nil
}
