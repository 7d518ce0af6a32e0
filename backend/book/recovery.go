package book

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kaffeerunde/backend/store"
)

// Recovery is what can be done for a damaged book: what could be read of it, and the newest good backup. The damaged file stays as
// it is until GoBack or KeepSalvaged. Close it.
type Recovery struct {
	Salvaged
	// Nothing tells that nothing of a book could be read.
	Nothing bool
	// Backup is the newest good backup, nil where there is none.
	Backup *Backup
	// Same names those whose card cannot be read, but is known to be the same in the backup, from where it was taken.
	Same []string
	// Since says how the backup differs from what could be read: who and what would come, go and change with it.
	Since Differences

	path         string
	folder       string
	salvagedPath string // what could be read, a book in folder
	options      Options
}

// Recover reads what can be read of the book at path and compares it with the newest good backup. Nothing is changed. Where this process
// has that book open it has to be handed over, and is nil otherwise: to open and close the file beside it would give up the locks by which
// other programs know that it is open. What is read is a copy, so the book may be closed meanwhile.
func Recover(ctx context.Context, path string, open *Book, o Options) (r *Recovery, err error) {
	o.BackupFailed = nil
	o = o.filled()
	folder, err := scratchFor(path, o)
	if err != nil {
		return nil, fmt.Errorf("recover: %w", err)
	}
	r = &Recovery{path: path, folder: folder, salvagedPath: filepath.Join(folder, "book.db"), options: o}
	if err := r.look(ctx, open); err != nil {
		return nil, errors.Join(fmt.Errorf("recover: %w", err), r.Close())
	}
	return r, nil
}

// scratchFor makes a folder for what is read of a book: beside its backups, where there is room for a book, else where the system has
// its temporary files.
func scratchFor(path string, o Options) (string, error) {
	parent, err := store.MakeBackupFolder(path)
	if err != nil {
		return os.MkdirTemp("", "kaffeerunde-")
	}
	sweepRestoring(parent, o.Now())
	return os.MkdirTemp(parent, restoringPattern)
}

// copyRaw copies the damaged file and its log as they are, under the name that the book has. Salvaging makes a copy of its own of that
// one and mends the header there; carving needs the bytes as they were, and both read what nobody changes meanwhile.
func (r *Recovery) copyRaw(ctx context.Context, open *Book) (path string, err error) {
	folder := filepath.Join(r.folder, "damaged")
	if err := os.Mkdir(folder, 0o700); err != nil {
		return "", err
	}
	path = filepath.Join(folder, filepath.Base(r.path))
	if open != nil {
		return path, open.store.CopyRaw(ctx, path)
	}
	return path, fileFault(r.path, store.CopyRaw(r.path, path))
}

func (r *Recovery) look(ctx context.Context, open *Book) (err error) {
	damaged, err := r.copyRaw(ctx, open)
	if err != nil {
		return err
	}
	r.Salvaged, err = salvage(ctx, damaged, r.salvagedPath, r.options)
	if r.Nothing = errors.Is(err, ErrNotABook); err != nil && !r.Nothing {
		return err
	}
	if err := os.RemoveAll(filepath.Dir(damaged)); err != nil {
		return err
	}
	good, ok := NewestGoodBackup(ctx, r.path)
	if !ok {
		return ctx.Err()
	}
	r.Backup = &good
	if r.Nothing {
		return nil
	}
	return r.withSalvaged(ctx, func(b *Book) error {
		read, err := b.Restore(ctx, good.Path, "")
		if err != nil {
			return err
		}
		if err = r.refill(ctx, b, read); err == nil {
			r.Since, err = read.Differences(ctx)
		}
		return errors.Join(err, read.Close())
	})
}

// refill takes out of the backup what is known to be the same there.
func (r *Recovery) refill(ctx context.Context, b *Book, backup *Restoring) (err error) {
	detach, err := b.store.Attach(ctx, backup.path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, detach()) }()
	_, err = b.operate(ctx, KindSalvage, "", func(w *work) error {
		same, renewed, err := w.tx.Refill(ctx, r.lost)
		if err != nil {
			return err
		}
		r.Same, w.count, w.touched = indexedNames(same), len(same)+renewed, nil
		r.lost = slices.DeleteFunc(r.lost, func(l store.Indexed) bool {
			return slices.ContainsFunc(same, func(s store.Indexed) bool { return s.ID == l.ID })
		})
		if w.count == 0 {
			return nil // it is no operation
		}
		return b.reindex(ctx, w.tx, touchedBy(w.id))
	})
	if err != nil {
		return err
	}
	r.People, err = b.Count(ctx)
	return err
}

func (r *Recovery) withSalvaged(ctx context.Context, f func(b *Book) error) error {
	b, err := Open(ctx, r.salvagedPath, r.options)
	if err != nil {
		return err
	}
	return errors.Join(f(b), b.Close())
}

// Save writes what could be read to a file of the person's choice: a book, or vCards where its name ends in .vcf. The error is a
// *TargetError or ErrNoSpace where that file is to blame, ErrNotABook where there is nothing to save.
func (r *Recovery) Save(ctx context.Context, into string) error {
	if r.Nothing {
		return ErrNotABook
	}
	if isSame(r.path, into) {
		return &TargetError{Path: into, Code: "target-is-book", Err: os.ErrExist}
	}
	return r.withSalvaged(ctx, func(b *Book) (err error) {
		if strings.EqualFold(filepath.Ext(into), ".vcf") {
			_, err = b.ExportFile(ctx, Query{}, ExportOptions{Format: FormatVCard, Version: Original}, into, nil)
		} else {
			_, err = b.BackUpTo(ctx, into)
		}
		return err
	})
}

// GoBack puts the backup in the place of the damaged book, which nobody may have open any more, and returns where that is now. The
// error is ErrNothingLeft where there is no backup.
func (r *Recovery) GoBack(ctx context.Context) (aside string, err error) {
	if r.Backup == nil {
		return "", ErrNothingLeft
	}
	return GoBack(ctx, r.path, *r.Backup, r.options.Now())
}

// KeepSalvaged puts what could be read in the place of the damaged book, which nobody may have open any more, and returns where that is
// now. The error is ErrNothingLeft where nothing could be read.
func (r *Recovery) KeepSalvaged(ctx context.Context) (aside string, err error) {
	if r.Nothing {
		return "", ErrNothingLeft
	}
	return putInPlace(ctx, r.path, r.salvagedPath, r.options.Now())
}

// Close deletes what was read and not saved; the damaged book and its backups stay. Closing twice does no harm.
func (r *Recovery) Close() error {
	if err := os.RemoveAll(r.folder); err != nil {
		return fmt.Errorf("end a recovery: %w", err)
	}
	return nil
}
