package store

import (
	"context"
	"database/sql"
	"errors"
)

// Tx is a transaction. It is good inside the function it is handed to, for one goroutine.
type Tx struct {
	conn *sql.Conn
}

// Write runs f in a transaction that no other program can write beside, and commits when f returns nil.
func (db *DB) Write(ctx context.Context, f func(tx *Tx) error) error {
	var revision int64
	ending := false
	err := db.change(ctx, func(tx *Tx) error {
		if err := f(tx); err != nil {
			return err
		}
		err := tx.scan(ctx, `UPDATE book SET revision = revision + 1, operation = NULL RETURNING revision`, nil, &revision)
		if err != nil {
			return err
		}
		// From here until it is known to be our own, nobody may see the new revision and take it for somebody else's.
		db.ends.Lock()
		ending = true
		return nil
	})
	if !ending {
		return err
	}
	defer db.ends.Unlock()
	if err == nil {
		db.outside += revision - 1 - db.known
		db.known = revision
	}
	return err
}

// Keep runs f as Write does, for what is no part of what the book says, such as where somebody stands in a picture: it makes no
// new revision, so nothing that was read from the book before is out of date.
func (db *DB) Keep(ctx context.Context, f func(tx *Tx) error) error {
	return db.change(ctx, f)
}

// change runs f in a transaction that writes, unless the book refuses that. What would be written to a file that is no longer
// where the book was would be lost with it, so it is not said to be done.
func (db *DB) change(ctx context.Context, f func(tx *Tx) error) error {
	if err := db.Refuses(); err != nil {
		return err
	}
	return db.noticing(run(ctx, db.write, "BEGIN IMMEDIATE", func(tx *Tx) error {
		if err := f(tx); err != nil {
			return err
		}
		return db.inPlace()
	}))
}

// Outside returns how many changes other programs have made since the book was opened.
func (db *DB) Outside(ctx context.Context) (int64, error) {
	db.ends.Lock()
	defer db.ends.Unlock()
	err := db.Read(ctx, func(tx *Tx) error {
		revision, err := tx.Revision(ctx)
		if err != nil {
			return err
		}
		db.outside += revision - db.known
		db.known = revision
		return nil
	})
	return db.outside, err
}

// Read runs f over the book as it is at one moment.
func (db *DB) Read(ctx context.Context, f func(tx *Tx) error) error {
	return db.noticing(run(ctx, db.read, "BEGIN", f))
}

func run(ctx context.Context, pool *sql.DB, begin string, f func(tx *Tx) error) (err error) {
	conn, err := pool.Conn(ctx)
	if err != nil {
		// Of a book that was closed meanwhile it is told that the call was ended, where it was.
		return fault(errors.Join(ctx.Err(), err))
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, begin); err != nil {
		return fault(err)
	}
	// The end is not left to the caller's context: a cancelled one must still roll back.
	end := context.WithoutCancel(ctx)
	done := false
	defer func() {
		if !done {
			_, failed := conn.ExecContext(end, "ROLLBACK")
			// After a full disk SQLite has rolled back by itself, and says that no transaction is active.
			if err == nil {
				err = fault(failed)
			}
		}
	}()
	if err := f(&Tx{conn: conn}); err != nil {
		return fault(err)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if _, err := conn.ExecContext(end, "COMMIT"); err != nil {
		return fault(err)
	}
	done = true
	return nil
}

func (tx *Tx) exec(ctx context.Context, statement string, args ...any) error {
	_, err := tx.conn.ExecContext(ctx, statement, args...)
	return err
}

// scan reads the one row of a query into targets. The error is ErrNotFound where there is none.
func (tx *Tx) scan(ctx context.Context, query string, args []any, targets ...any) error {
	err := tx.conn.QueryRowContext(ctx, query, args...).Scan(targets...)
	if errors.Is(err, sql.ErrNoRows) {
		return ErrNotFound
	}
	return err
}

// each calls f for every row of a query.
func (tx *Tx) each(ctx context.Context, query string, args []any, f func(row *sql.Rows) error) error {
	rows, err := tx.conn.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := f(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// Revision grows with every change of the book, whichever program made it.
func (tx *Tx) Revision(ctx context.Context) (int64, error) {
	var revision int64
	err := tx.scan(ctx, `SELECT revision FROM book`, nil, &revision)
	return revision, err
}
