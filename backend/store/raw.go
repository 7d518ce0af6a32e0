package store

import (
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
func (db *DB) CopyRaw(to string) error {
	return copyRaw(db.path, to, func(f *os.File) error {
		db.ends.Lock()
		defer db.ends.Unlock()
		db.lasting = append(db.lasting, f)
		return nil
	})
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
