package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"syscall"

	_ "github.com/mattn/go-sqlite3" // the driver "sqlite3"
)

// applicationID marks a file as a book: "KAFF".
const applicationID = 0x4b414646

// readers is how many lists, details and pictures are read at the same time.
const readers = 4

// writeCache bounds what a change keeps of the file in memory, in KiB with a minus as SQLite has it. An import of 100,000 has to stay
// below 128 MiB, nearly half of which are the libraries of the window; with twice as much it writes 5 % less.
const writeCache = "-5120"

// DB is an open book file. It is safe for concurrent use.
type DB struct {
	path  string
	write *sql.DB // one connection: SQLite has one writer; nil where the book is opened to be read alone
	read  *sql.DB
	found os.FileInfo // the file that was opened

	refusing atomic.Pointer[error] // why nothing can be written, nil where it can

	ends    sync.Mutex // held while a change ends, and guards what follows
	known   int64      // the revision at the last look or change
	outside int64      // how many changes other programs have made
	lasting []*os.File // of the book, that are closed after everything else
	closed  bool       // so is everything else
}

// Open opens the book at path, creates it with its folder where there is none, and brings it to the newest schema; a copy
// of the file as it was is made beside it first. Nobody but the owner can read what it creates, whatever the umask. The
// error is one of this package's where the file is to blame.
func Open(ctx context.Context, path string) (*DB, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("open book: %w", err)
	}
	if err := prepare(path); err != nil {
		return nil, fmt.Errorf("open book: %w", fault(err))
	}
	db := &DB{path: path}
	if err := db.connect(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("open book: %w", opening(ctx, err)), db.Close())
	}
	return db, nil
}

// prepare makes folder and file before SQLite does, which would leave their modes to the umask. The -wal and -shm files get
// the mode of the file.
func prepare(path string) error {
	folder := filepath.Dir(path)
	if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
		if err := os.MkdirAll(folder, 0o700); err != nil {
			return err
		}
		if err := os.Chmod(folder, 0o700); err != nil {
			return err
		}
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if errors.Is(err, syscall.EISDIR) {
		return ErrNotABook
	}
	if err != nil {
		return err
	}
	defer f.Close()
	if err := recognise(f); err != nil {
		return err
	}
	state, err := f.Stat()
	if err != nil {
		return err
	}
	if state.Mode().Perm() != 0o600 {
		return f.Chmod(0o600)
	}
	return nil
}

// recognise returns ErrNotABook for a file that is neither a book nor empty. It reads the header itself, because SQLite
// would make any database its own by the mode it is opened in.
func recognise(f *os.File) error {
	header := make([]byte, 72)
	n, err := io.ReadFull(f, header)
	if n == 0 && errors.Is(err, io.EOF) {
		return nil
	}
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return err
	}
	// https://www.sqlite.org/fileformat2.html#the_database_header
	if n < len(header) || string(header[:16]) != "SQLite format 3\x00" || binary.BigEndian.Uint32(header[68:]) != applicationID {
		return ErrNotABook
	}
	return nil
}

func (db *DB) connect(ctx context.Context) error {
	if err := mark(ctx, db.path); err != nil {
		return err
	}
	var err error
	if db.write, err = sql.Open("sqlite3", source(db.path, url.Values{"_cache_size": {writeCache}})); err != nil {
		return err
	}
	db.write.SetMaxOpenConns(1)
	if err := migrate(ctx, db.write, db.path); err != nil {
		return err
	}
	if db.read, err = sql.Open("sqlite3", source(db.path, url.Values{"_query_only": {"1"}})); err != nil {
		return err
	}
	return db.begin(ctx)
}

// begin looks at the file and reads for the first time.
func (db *DB) begin(ctx context.Context) (err error) {
	db.read.SetMaxOpenConns(readers)
	db.read.SetMaxIdleConns(readers)
	if db.found, err = os.Stat(db.path); err != nil {
		return err
	}
	return db.Read(ctx, func(tx *Tx) (err error) {
		db.known, err = tx.Revision(ctx)
		return err
	})
}

// mark makes a book of an empty file. The mark itself is made without a write-ahead log, so that it is in the file from the
// first moment and a kill leaves nothing that is not recognised again.
func mark(ctx context.Context, path string) error {
	if marked, err := isMarked(path); err != nil || marked {
		return err
	}
	return alone(ctx, path, func() error {
		if marked, err := isMarked(path); err != nil || marked {
			return err
		}
		pool, err := sql.Open("sqlite3", fileURI(path, "_synchronous=FULL"))
		if err != nil {
			return err
		}
		_, err = pool.ExecContext(ctx, fmt.Sprintf(`PRAGMA application_id = %d; PRAGMA journal_mode = WAL`, applicationID))
		return errors.Join(err, pool.Close())
	})
}

func isMarked(path string) (bool, error) {
	state, err := os.Stat(path)
	if err != nil {
		return false, err
	}
	return state.Size() > 0, nil
}

// source is the data source name. A commit is on the disk when it returns (synchronous FULL).
func source(path string, more url.Values) string {
	options := url.Values{
		"_journal_mode": {"WAL"}, "_synchronous": {"FULL"}, "_foreign_keys": {"1"}, "_busy_timeout": {"5000"},
		"_secure_delete": {"FAST"},
	}
	for name, values := range more {
		options[name] = values
	}
	return fileURI(path, options.Encode())
}

// Path returns the absolute path of the file.
func (db *DB) Path() string { return db.path }

// Close closes the book, once the calls that are running have ended: whoever closes it sees to it that they do. The file alone is left,
// without -wal and -shm.
func (db *DB) Close() error {
	var errs []error
	for _, pool := range []*sql.DB{db.read, db.write} {
		if pool != nil {
			errs = append(errs, closePool(pool))
		}
	}
	db.ends.Lock()
	defer db.ends.Unlock()
	db.closed = true
	return errors.Join(append(errs, db.closeLasting())...)
}

func (db *DB) closeLasting() error {
	var errs []error
	for _, f := range db.lasting {
		errs = append(errs, f.Close())
	}
	db.lasting = nil
	return errors.Join(errs...)
}

// Settle writes what the write-ahead log holds into the file and empties the log. It belongs around large transactions: one
// that does not fit on the disk can then be cleared away, and one that does leaves no log as large as itself. A reader that is
// in the way is waited for a few seconds and then left alone.
func (db *DB) Settle(ctx context.Context) error {
	if err := db.Refuses(); err != nil {
		return err
	}
	var busy, pages, moved int
	err := db.write.QueryRowContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`).Scan(&busy, &pages, &moved)
	return fault(err)
}

// Rewrite writes the file anew from what the book says: of what was deleted nothing is left in it then, nor in the log beside it. It
// takes as long as a copy, and as much space while it lasts. The error is ErrLocked where somebody reads for too long.
func (db *DB) Rewrite(ctx context.Context) error {
	if err := db.Refuses(); err != nil {
		return err
	}
	if _, err := db.write.ExecContext(ctx, `VACUUM`); err != nil {
		return fault(err)
	}
	var busy, pages, moved int
	if err := db.write.QueryRowContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`).Scan(&busy, &pages, &moved); err != nil {
		return fault(err)
	}
	if busy != 0 {
		return ErrLocked
	}
	return db.Keep(ctx, func(tx *Tx) error { return tx.exec(ctx, `UPDATE book SET traces = 0`) })
}
