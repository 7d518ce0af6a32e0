package store

import (
	"context"
	"database/sql"
	"errors"
	"io"
	"io/fs"
	"os"
	"time"
)

// rawEndings are the files that a book is in while it is open: the book and the log beside it.
var rawEndings = []string{"", "-wal"}

// CopyRaw copies the bytes of the book at path and of its log to another place, whatever they are. This process must not have the book
// open: [DB.CopyRaw] is for that.
func CopyRaw(path, to string) error {
	return copyRaw(path, to, func(f *os.File) error { return f.Close() })
}

// CopyRaw copies the bytes of this book and of its log to another place, whatever they are. What it reads them through is closed with
// the book and not before: to close any descriptor of a file gives up all locks that the process has on it, and another program that
// ends would take itself for the last and remove the log (https://sqlite.org/howtocorrupt.html, 2.2).
func (db *DB) CopyRaw(ctx context.Context, to string) (err error) {
	var through []*os.File
	db.holding(ctx, func() {
		err = copyRaw(db.path, to, func(f *os.File) error { through = append(through, f); return nil })
	})
	return errors.Join(err, db.keepOpen(through))
}

// holding runs f once, while nobody can begin the log anew and what the log held goes missing between two looks at the files. A book
// that is too damaged for that, or closed, is left unheld: of it nothing more is written.
func (db *DB) holding(ctx context.Context, f func()) {
	ran := false
	// Whether the book can be read is not asked here.
	_ = db.Read(ctx, func(tx *Tx) error {
		// To read anything at all holds the log, whatever comes of it.
		_ = tx.exec(ctx, `SELECT count(*) FROM sqlite_schema`)
		ran = true
		f()
		return nil
	})
	if !ran {
		f()
	}
}

// keepOpen closes files with the book, and at once where it is closed.
func (db *DB) keepOpen(files []*os.File) error {
	db.ends.Lock()
	defer db.ends.Unlock()
	db.lasting = append(db.lasting, files...)
	if !db.closed {
		return nil
	}
	return db.closeLasting()
}

func copyRaw(from, to string, done func(*os.File) error) error {
	for _, ending := range rawEndings {
		in, err := os.Open(from + ending)
		if errors.Is(err, fs.ErrNotExist) && ending != "" {
			continue
		}
		if err != nil {
			return fault(err)
		}
		out, err := os.OpenFile(to+ending, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if err != nil {
			return errors.Join(fault(err), done(in))
		}
		_, err = io.Copy(out, in)
		if err := errors.Join(err, done(in), out.Close()); err != nil {
			return fault(err)
		}
	}
	return nil
}

const (
	// lastCalls is how long calls that are running are waited for when a book is closed.
	lastCalls = 5 * time.Second
	// lookForCalls is how soon it is seen that they have ended.
	lookForCalls = time.Millisecond
)

// closePool closes a pool and waits until nothing uses its connections any more, for the pool alone closes those later and leaves the
// file open until then.
func closePool(pool *sql.DB) error {
	err := pool.Close()
	for waited := time.Duration(0); pool.Stats().OpenConnections > 0 && waited < lastCalls; waited += lookForCalls {
		time.Sleep(lookForCalls)
	}
	return err
}
