package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"os"
)

// Integrity returns what SQLite finds wrong with the file, in its words; nothing for a sound one.
func (tx *Tx) Integrity(ctx context.Context) ([]string, error) {
	var faults []string
	err := tx.each(ctx, `PRAGMA integrity_check`, nil, func(row *sql.Rows) error {
		var fault string
		if err := row.Scan(&fault); err != nil {
			return err
		}
		if fault != "ok" {
			faults = append(faults, fault)
		}
		return nil
	})
	if err != nil {
		return faults, err
	}
	var orphans int
	if err := tx.scan(ctx, `SELECT count(*) FROM pragma_foreign_key_check`, nil, &orphans); err != nil {
		return faults, err
	}
	if orphans > 0 {
		faults = append(faults, "rows that belong to nothing")
	}
	return faults, nil
}

// SharedUIDs counts the uids that more than one person has.
func (tx *Tx) SharedUIDs(ctx context.Context) (n int, err error) {
	err = tx.scan(ctx, `SELECT count(*) FROM (SELECT 1 FROM person GROUP BY uid HAVING count(*) > 1)`, nil, &n)
	return n, err
}

// MissingPhotos counts the pictures that a card names and that are not there.
func (tx *Tx) MissingPhotos(ctx context.Context) (n int, err error) {
	err = tx.scan(ctx, `SELECT count(*) FROM (`+hashesOf("person", "pending", "part")+`) WHERE hash NOT IN (SELECT hash FROM photo)`, nil, &n)
	return n, err
}

// DamagedPhotos counts the pictures that are not what their hash says.
func (tx *Tx) DamagedPhotos(ctx context.Context) (n int, err error) {
	err = tx.each(ctx, `SELECT hash, data FROM photo`, nil, func(row *sql.Rows) error {
		var hash, data sql.RawBytes
		if err := row.Scan(&hash, &data); err != nil {
			return err
		}
		if sum := sha256.Sum256(data); string(sum[:]) != string(hash) {
			n++
		}
		return nil
	})
	return n, err
}

// OpenJournal reports whether the journal still waits for an operation that ended.
func (tx *Tx) OpenJournal(ctx context.Context) (open bool, err error) {
	err = tx.scan(ctx, `SELECT operation IS NOT NULL FROM book`, nil, &open)
	return open, err
}

// Exposed reports whether others than the owner can read the file.
func (db *DB) Exposed() (bool, error) {
	state, err := os.Stat(db.path)
	if err != nil {
		return false, err
	}
	return state.Mode().Perm()&0o077 != 0, nil
}
