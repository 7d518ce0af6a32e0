package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"path/filepath"
	"time"

	"github.com/pressly/goose/v3"
)

//go:embed migrations/*.sql
var migrations embed.FS

// schema is the number of the newest migration. A new one takes the next number: one that filled a gap below would never come to a book
// that is past it.
const schema = 23

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
		if err := copyBefore(ctx, db, path); err != nil {
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

// copyBefore copies the book into the folder of its backups.
func copyBefore(ctx context.Context, db *sql.DB, path string) error {
	folder, err := MakeBackupFolder(path)
	if err != nil {
		return err
	}
	// The file is named by the system's clock: whoever opens a book gives none.
	return copyBook(ctx, db, filepath.Join(folder, BackupName(time.Now(), reasonSchema)))
}
