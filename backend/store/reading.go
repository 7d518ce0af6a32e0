package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
)

// OpenToRead opens a book without ever writing to it: one that is damaged, or that lies where nothing can be written. Why is what
// every change is refused with. The error is one of this package's; a book of another schema cannot be read this way.
func OpenToRead(ctx context.Context, path string, why error) (*DB, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("open book to read: %w", err)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open book to read: %w", fault(err))
	}
	err = errors.Join(recognise(f), f.Close())
	if err != nil {
		return nil, fmt.Errorf("open book to read: %w", err)
	}
	// Where SQLite can make no files beside the book it reads the book as one that nobody changes.
	for _, options := range []url.Values{{"mode": {"ro"}}, {"mode": {"ro"}, "immutable": {"1"}}} {
		var db *DB
		if db, err = openToRead(ctx, path, options); err == nil {
			db.refuse(why)
			return db, nil
		}
	}
	return nil, fmt.Errorf("open book to read: %w", opening(ctx, err))
}

func openToRead(ctx context.Context, path string, options url.Values) (*DB, error) {
	options.Set("_query_only", "1")
	options.Set("_busy_timeout", "5000")
	pool, err := sql.Open("sqlite3", fileURI(path, options.Encode()))
	if err != nil {
		return nil, err
	}
	db := &DB{path: path, read: pool}
	now, err := version(ctx, pool)
	if err == nil {
		err = known(now)
	}
	if err == nil {
		err = db.begin(ctx)
	}
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// known returns nil for the schema that this program reads.
func known(now int64) error {
	switch {
	case now > schema:
		return fmt.Errorf("%w: schema %d, this program knows %d", ErrNewer, now, schema)
	case now < schema:
		return fmt.Errorf("%w: its schema is %d, and would have to become %d first", ErrReadOnly, now, schema)
	}
	return nil
}

// Refuses returns why the book can be read but not changed: ErrDamaged or ErrReadOnly; nil where it can be changed.
func (db *DB) Refuses() error {
	if why := db.refusing.Load(); why != nil {
		return *why
	}
	return nil
}

func (db *DB) refuse(why error) { db.refusing.CompareAndSwap(nil, &why) }

// noticing lets nothing more be written to a file that turned out to be damaged: it could only become worse.
func (db *DB) noticing(err error) error {
	if errors.Is(err, ErrDamaged) {
		db.refuse(ErrDamaged)
	}
	return err
}

// Check reads the whole file, and returns ErrDamaged where it is not as SQLite wrote it. Nothing is written from then on.
func (db *DB) Check(ctx context.Context) error {
	return db.Read(ctx, func(tx *Tx) error {
		var fault string
		if err := tx.scan(ctx, `PRAGMA quick_check(1)`, nil, &fault); err != nil {
			return err
		}
		if fault != "ok" {
			return fmt.Errorf("%w: %s", ErrDamaged, fault)
		}
		return nil
	})
}

// inPlace returns ErrGone where the file that was opened is no longer where it was.
func (db *DB) inPlace() error {
	now, err := os.Stat(db.path)
	if errors.Is(err, fs.ErrNotExist) || err == nil && !os.SameFile(now, db.found) {
		return ErrGone
	}
	return err
}
