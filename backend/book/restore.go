package book

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"kaffeerunde/backend/store"
)

// Restoring is a backup or a whole book that was read and verified, ready to take the place of what the book says. Close it.
type Restoring struct {
	book   *Book
	name   string // of the file
	folder string
	path   string // of a copy in folder, of the newest schema and with an index
}

// Differences say what would become of the book with a restore. Names are those of the first people of each kind.
type Differences struct {
	Coming, Going, Changing DifferingPeople
	Things                  []DifferingThings
}

// DifferingPeople are how many people would come, go or become another, and the first of them.
type DifferingPeople struct {
	Count int
	Names []string
}

// DifferingThings counts things of a kind that are no people: the sentences "restore.things.<Thing>".
type DifferingThings struct {
	Thing                    string
	Coming, Going, Different int
}

// None reports whether nothing would change.
func (d Differences) None() bool {
	return d.Coming.Count+d.Going.Count+d.Changing.Count+len(d.Things) == 0
}

// otherThings stands for whatever has no sentence of its own.
const otherThings = "other"

// restoreThings are the tables that have sentences of their own.
var restoreThings = []string{"encounter", "thread", "event", "guest", "tag", "circle", "pending", "introduction", "verdict", "part"}

// RestoreThings returns the kinds of things that Differences count, so that a test can hold the catalogue complete.
func RestoreThings() []string { return append([]string{otherThings}, restoreThings...) }

// restoringPattern is the name of a folder that a restore works in.
const restoringPattern = ".restoring-*"

// Restore reads a backup, or a whole book that was exported, and verifies it; the book stays as it is until Run. passphrase is for
// one that is encrypted. The error is ErrNotABook, ErrDamaged, ErrNewerBook, ErrPassphrase or a *FileError where the file is to
// blame.
func (b *Book) Restore(ctx context.Context, path, passphrase string) (r *Restoring, err error) {
	if err := b.Foreign(path); err != nil {
		return nil, err
	}
	parent, err := store.MakeBackupFolder(b.Path())
	if err != nil {
		return nil, err
	}
	sweepRestoring(parent, b.now())
	folder, err := os.MkdirTemp(parent, restoringPattern)
	if err != nil {
		return nil, fmt.Errorf("restore: %w", err)
	}
	r = &Restoring{book: b, name: restoredName(path), folder: folder, path: filepath.Join(folder, "book.db")}
	if err := r.read(ctx, path, passphrase); err != nil {
		return nil, errors.Join(fmt.Errorf("restore: %w", err), r.Close())
	}
	return r, nil
}

// restoredName is how the history calls what was restored: a backup by when it was made, as any language can write it.
func restoredName(path string) string {
	if at, _, ok := store.ParseBackupName(filepath.Base(path)); ok {
		return at.Local().Format("2006-01-02 15:04")
	}
	return filepath.Base(path)
}

func (r *Restoring) read(ctx context.Context, path, passphrase string) error {
	whole, err := wholeAt(path)
	if err != nil {
		return err
	}
	if whole {
		err = readWhole(ctx, path, passphrase, r.path)
	} else {
		err = store.CopyOf(ctx, path, r.path)
	}
	if err != nil {
		return fileFault(path, err)
	}
	settings, err := r.book.Settings(ctx)
	if err != nil {
		return err
	}
	// Opening brings the copy to the newest schema and derives what lists read.
	copied, err := Open(ctx, r.path, Options{Now: r.book.now, Rand: r.book.rand, Region: settings.Region})
	if err != nil {
		return err
	}
	// What cannot be read must not come into the book: all of it is read once.
	unreadable := copied.Dump(ctx, io.Discard)
	if err := copied.Close(); err != nil || unreadable == nil || ctx.Err() != nil {
		return errors.Join(unreadable, err)
	}
	if whole {
		return &FileError{Path: path, Code: "archive-broken", Err: unreadable}
	}
	return fmt.Errorf("%w: %w", ErrDamaged, unreadable)
}

// fileFault turns what the system says of a file into a *FileError.
func fileFault(path string, err error) error {
	if errors.Is(err, os.ErrNotExist) || errors.Is(err, os.ErrPermission) {
		return &FileError{Path: path, Code: fileCode(err), Err: err}
	}
	return err
}

// Close forgets what was read.
func (r *Restoring) Close() error {
	if err := os.RemoveAll(r.folder); err != nil {
		return fmt.Errorf("end a restore: %w", err)
	}
	return nil
}

// sweepRestoring removes the folders that killed restores have left, once they are a day old.
func sweepRestoring(parent string, now time.Time) {
	folders, _ := filepath.Glob(filepath.Join(parent, restoringPattern)) // the pattern is sound
	for _, folder := range folders {
		if state, err := os.Stat(folder); err == nil && now.Sub(state.ModTime()) > day {
			_ = os.RemoveAll(folder)
		}
	}
}

// namedDifferences is how many people of each kind a preview names.
const namedDifferences = 100

// Differences compares what was read with the book as it is now.
func (r *Restoring) Differences(ctx context.Context) (d Differences, err error) {
	err = r.book.store.ReadBeside(ctx, r.path, func(tx *store.Tx) error {
		coming, going, other, err := tx.PeopleDiffering(ctx, namedDifferences)
		if err != nil {
			return err
		}
		d.Coming, d.Going, d.Changing = differing(coming), differing(going), differing(other)
		tables, err := tx.Differences(ctx)
		d.Things = thingsOf(tables)
		return err
	})
	if err != nil {
		return d, fmt.Errorf("compare with the book: %w", err)
	}
	return d, nil
}

func differing(from store.Differing) DifferingPeople {
	d := DifferingPeople{Count: from.Count}
	for _, p := range from.People {
		d.Names = append(d.Names, p.Name)
	}
	return d
}

func thingsOf(tables []store.Difference) []DifferingThings {
	at := map[string]*DifferingThings{}
	var order []string
	for _, t := range tables {
		thing := otherThings
		for _, known := range restoreThings {
			if known == t.Table {
				thing = known
			}
		}
		if at[thing] == nil {
			at[thing] = &DifferingThings{Thing: thing}
			order = append(order, thing)
		}
		at[thing].Coming += t.Coming
		at[thing].Going += t.Going
		at[thing].Different += t.Other
	}
	var list []DifferingThings
	for _, thing := range order {
		list = append(list, *at[thing])
	}
	return list
}

// Run lets the book say what was read. It is one operation like any other, so an undo brings back what was there before; where
// many people are touched a backup is made first.
func (r *Restoring) Run(ctx context.Context) (Change, error) {
	d, err := r.Differences(ctx)
	if err != nil {
		return Change{}, err
	}
	r.book.backUpBefore(ctx, d.Coming.Count+d.Going.Count+d.Changing.Count)
	return r.run(ctx, KindRestore, func(w *work) error {
		w.count = d.Coming.Count + d.Going.Count + d.Changing.Count
		if w.count == 0 && len(d.Things) > 0 {
			// Nobody changes, and something does: it is an operation all the same.
			for _, t := range d.Things {
				w.count += t.Coming + t.Going + t.Different
			}
		}
		return nil
	})
}

// run takes over what was read. count says what is to be told of it, and may refuse.
func (r *Restoring) run(ctx context.Context, kind Kind, count func(w *work) error) (change Change, err error) {
	detach, err := r.book.store.Attach(ctx, r.path)
	if err != nil {
		return Change{}, err
	}
	defer func() { err = errors.Join(err, detach()) }()
	change, err = r.book.operate(ctx, kind, r.name, func(w *work) error {
		if err := count(w); err != nil || w.count == 0 {
			return err
		}
		w.touched = nil
		owner, err := ownerUID(ctx, w.tx)
		if err != nil {
			return err
		}
		// What was chosen is no part of the history, and has to come back with an undo of this all the same.
		if err := w.tx.KeepChosen(ctx); err != nil {
			return err
		}
		if err := w.tx.LeaveStrangers(ctx); err != nil {
			return err
		}
		if err := w.tx.TakeOver(ctx); err != nil {
			return err
		}
		if err := w.tx.TakeSettings(ctx, kind == KindWhole); err != nil {
			return err
		}
		// In another book the same number is somebody else.
		if now, err := ownerUID(ctx, w.tx); err != nil {
			return err
		} else if now != owner {
			if err := w.tx.TakeSetting(ctx, meSetting); err != nil {
				return err
			}
		}
		if err := w.tx.NoteChosen(ctx); err != nil {
			return err
		}
		if err := w.keepLater(ctx, r.name); err != nil {
			return err
		}
		return r.book.reindex(ctx, w.tx, touchedBy(w.id))
	})
	return change, err
}

// ImportWhole takes in a whole book that was exported, or a backup, into a book that says nothing yet. The error is ErrNotBlank
// where this one does: then Restore shows what would change. Otherwise it is as Restore says.
func (b *Book) ImportWhole(ctx context.Context, path, passphrase string) (change Change, err error) {
	r, err := b.Restore(ctx, path, passphrase)
	if err != nil {
		return Change{}, err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	coming := 0
	if err := b.store.ReadBeside(ctx, r.path, func(tx *store.Tx) error {
		people, _, _, err := tx.PeopleDiffering(ctx, 0)
		coming = people.Count
		return err
	}); err != nil {
		return Change{}, err
	}
	return r.run(ctx, KindWhole, func(w *work) error {
		blank, err := w.tx.IsBlank(ctx)
		if err == nil && !blank {
			err = ErrNotBlank
		}
		w.count = max(coming, 1)
		return err
	})
}
