package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	sqlite3 "github.com/mattn/go-sqlite3"

	"kaffeerunde/backend/lock"
)

// pagesAtOnce is how much of a book is copied before it is seen whether somebody has cancelled: about four megabytes.
const pagesAtOnce = 1024

// halfPattern is the name of a file that is not whole yet. Whoever finds one whose lock can be taken may remove it.
const halfPattern = ".kaffeerunde-*"

// errCopy says that a copy is not what the book was.
var errCopy = errors.New("the copy is not what the book is")

// Copy writes the book as it is at this moment to path: one file, readable by its owner only, that replaces what was there once
// it is whole, on the disk and verified. Others may write to the book meanwhile.
func (db *DB) Copy(ctx context.Context, path string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return fmt.Errorf("copy the book: %w", err)
	}
	if err := db.noticing(fault(copyBook(ctx, db.read, path))); err != nil {
		return fmt.Errorf("copy the book: %w", err)
	}
	return nil
}

func copyBook(ctx context.Context, from *sql.DB, path string) error {
	f, err := os.CreateTemp(filepath.Dir(path), halfPattern)
	if err != nil {
		return err
	}
	half := f.Name()
	_, _ = lock.Try(f) // where there are no locks nobody sweeps either
	err = fill(ctx, from, half)
	// The file is closed when SQLite has let go of it: closing it sooner would give up the locks that SQLite has.
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return errors.Join(err, os.Remove(half))
	}
	if err := os.Rename(half, path); err != nil {
		return errors.Join(err, os.Remove(half))
	}
	settleFolder(filepath.Dir(path))
	return nil
}

// fill copies a book into an empty file and verifies it.
func fill(ctx context.Context, from *sql.DB, path string) error {
	conn, err := from.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	// Inside of a transaction the book stands still for this connection, so the copy never has to begin anew.
	if _, err := conn.ExecContext(ctx, `BEGIN`); err != nil {
		return err
	}
	defer func() { _, _ = conn.ExecContext(context.WithoutCancel(ctx), `ROLLBACK`) }()
	people, err := rowsIn(ctx, conn)
	if err != nil {
		return err
	}
	if err := conn.Raw(func(source any) error { return copyPages(ctx, source, path) }); err != nil {
		return err
	}
	return verify(ctx, path, people)
}

func copyPages(ctx context.Context, source any, path string) (err error) {
	into, err := (&sqlite3.SQLiteDriver{}).Open(fileURI(path, "_synchronous=OFF"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, into.Close()) }()
	to, ok := into.(*sqlite3.SQLiteConn)
	from, fine := source.(*sqlite3.SQLiteConn)
	if !ok || !fine {
		return fmt.Errorf("unexpected driver %T", source)
	}
	copying, err := to.Backup("main", from, "main")
	if err != nil {
		return err
	}
	for done := false; !done && err == nil; {
		if err = ctx.Err(); err == nil {
			done, err = copying.Step(pagesAtOnce)
		}
	}
	return errors.Join(err, copying.Finish())
}

// verify makes one file of a copy, without a log beside it, and sees that it is sound and holds as many people as there were.
func verify(ctx context.Context, path string, people int) error {
	pool, err := sql.Open("sqlite3", fileURI(path, "_synchronous=FULL"))
	if err != nil {
		return err
	}
	defer pool.Close()
	pool.SetMaxOpenConns(1)
	if _, err := pool.ExecContext(ctx, `PRAGMA journal_mode = DELETE`); err != nil {
		return err
	}
	var verdict string
	if err := pool.QueryRowContext(ctx, `PRAGMA integrity_check(1)`).Scan(&verdict); err != nil {
		return err
	}
	if verdict != "ok" {
		return fmt.Errorf("%w: %w: %s", ErrDamaged, errCopy, verdict)
	}
	conn, err := pool.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	copied, err := rowsIn(ctx, conn)
	if err == nil && copied != people {
		err = fmt.Errorf("%w: %d people of %d", errCopy, copied, people)
	}
	return err
}

// rowsIn counts the people of a book, of whatever schema.
func rowsIn(ctx context.Context, conn *sql.Conn) (n int, err error) {
	err = conn.QueryRowContext(ctx, `SELECT count(*) FROM person`).Scan(&n)
	return n, err
}

// Glance is what a look at a book that is not opened tells.
type Glance struct {
	People int
	// State is the same for two copies of one book between which nothing was changed.
	State string
}

// Look looks at the copy of a book without changing anything of it. It is for a file that nobody writes to.
func Look(ctx context.Context, path string) (Glance, error) {
	g, err := look(ctx, path)
	if err != nil {
		return g, fmt.Errorf("look at %s: %w", path, fault(err))
	}
	return g, nil
}

func look(ctx context.Context, path string) (Glance, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return Glance{}, err
	}
	f, err := os.Open(path)
	if err != nil {
		return Glance{}, err
	}
	if err := errors.Join(recognise(f), f.Close()); err != nil {
		return Glance{}, err
	}
	pool, err := sql.Open("sqlite3", fileURI(path, "immutable=1&mode=ro"))
	if err != nil {
		return Glance{}, err
	}
	defer pool.Close()
	return glance(ctx, pool)
}

// Sound returns nil for the copy of a book in which SQLite finds nothing wrong. It is for a file that nobody writes to.
func Sound(ctx context.Context, path string) error {
	pool, err := sql.Open("sqlite3", fileURI(path, "immutable=1&mode=ro"))
	if err != nil {
		return err
	}
	defer pool.Close()
	var verdict string
	if err := pool.QueryRowContext(ctx, `PRAGMA integrity_check(1)`).Scan(&verdict); err != nil {
		return fault(err)
	}
	if verdict != "ok" {
		return fmt.Errorf("%w: %s", ErrDamaged, verdict)
	}
	return nil
}

// Glance is what Look tells of the book's copies, for the book itself.
func (db *DB) Glance(ctx context.Context) (Glance, error) { return glance(ctx, db.read) }

func glance(ctx context.Context, pool *sql.DB) (g Glance, err error) {
	var revision, operation, at int64
	err = pool.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM person), revision, (SELECT coalesce(max(id), 0) FROM operation),
		(SELECT coalesce(max(at), 0) FROM operation) FROM book`).Scan(&g.People, &revision, &operation, &at)
	g.State = fmt.Sprintf("%d %d %d", revision, operation, at)
	if errors.Is(err, sql.ErrNoRows) || errors.Is(err, driver.ErrBadConn) {
		err = fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return g, err
}

// settleFolder makes a rename outlast a power cut. Not every system can do it, and the file is whole either way.
func settleFolder(path string) {
	folder, err := os.Open(path)
	if err != nil {
		return
	}
	defer folder.Close()
	_ = folder.Sync()
}
