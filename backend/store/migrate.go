package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/pressly/goose/v3"
)

//go:embed migrations/*.sql
var migrations embed.FS

// schema is the number of the newest migration.
const schema = 13

// backupSuffix follows the path of a book in the name of the copy that is made before its schema changes.
const backupSuffix = ".before-%d.db"

func migrate(ctx context.Context, db *sql.DB, path string) error {
	now, err := version(ctx, db)
	if err != nil || now == schema {
		return err
	}
	return alone(ctx, path, func() error { return migrateAlone(ctx, db, path) })
}

func migrateAlone(ctx context.Context, db *sql.DB, path string) error {
	// Another program may have done it while this one waited.
	now, err := version(ctx, db)
	if err != nil || now == schema {
		return err
	}
	if now > schema {
		return fmt.Errorf("%w: schema %d, this program knows %d", ErrNewer, now, schema)
	}
	if now > 0 {
		if err := backup(ctx, db, fmt.Sprintf(path+backupSuffix, schema)); err != nil {
			return fmt.Errorf("copy the book before its schema changes: %w", err)
		}
	}
	if err := upgrade(ctx, db); err != nil {
		return fmt.Errorf("change the schema: %w", err)
	}
	return nil
}

// version returns the schema of the book, 0 for one that has none yet.
func version(ctx context.Context, db *sql.DB) (int64, error) {
	var tables int64
	if err := db.QueryRowContext(ctx, `SELECT count(*) FROM sqlite_master WHERE name = 'goose_db_version'`).Scan(&tables); err != nil || tables == 0 {
		return 0, err
	}
	var newest sql.NullInt64
	err := db.QueryRowContext(ctx, `SELECT max(version_id) FROM goose_db_version WHERE is_applied`).Scan(&newest)
	return newest.Int64, err
}

func upgrade(ctx context.Context, db *sql.DB) error {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, db, files)
	if err != nil {
		return err
	}
	_, err = provider.Up(ctx)
	return err
}

// backup writes a copy of the book to path, readable by its owner only. An older copy of the same name is replaced once
// the new one is whole.
func backup(ctx context.Context, db *sql.DB, path string) error {
	half := path + ".half"
	if err := os.Remove(half); err != nil && !os.IsNotExist(err) {
		return err
	}
	f, err := os.OpenFile(half, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	if _, err := db.ExecContext(ctx, `VACUUM INTO ?`, half); err != nil {
		return err
	}
	if err := settle(half); err != nil {
		return err
	}
	return os.Rename(half, path)
}

// settle sees a file onto the disk: VACUUM INTO leaves that to the system, and the change that the copy is for does not.
func settle(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
