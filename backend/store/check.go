package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Integrity returns what SQLite finds wrong with the file, in its words; nothing for a sound one. Lookups tells that all of it is
// about SQLite's own indexes, which can be made again.
func (tx *Tx) Integrity(ctx context.Context) (faults []string, lookups bool, err error) {
	lookups = true
	err = tx.each(ctx, `PRAGMA integrity_check`, nil, func(row *sql.Rows) error {
		var fault string
		if err := row.Scan(&fault); err != nil {
			return err
		}
		if fault != "ok" {
			faults = append(faults, fault)
			lookups = lookups && aboutLookup.MatchString(fault)
		}
		return nil
	})
	return faults, lookups && len(faults) > 0, err
}

// aboutLookup is how SQLite speaks of an index that does not fit its table.
var aboutLookup = regexp.MustCompile(`^(row \d+ missing from index|wrong # of entries in index|non-unique entry in index|row \d+ values differ from index) `)

// Orphans counts rows of the index that belong to nobody.
func (tx *Tx) Orphans(ctx context.Context) (n int, err error) {
	err = tx.scan(ctx, `SELECT count(*) FROM pragma_foreign_key_check`, nil, &n)
	return n, err
}

// found are the tables that find what is in a table of truth by its people. Triggers keep them; Refind makes them again.
var found = []struct{ table, of string }{{"encounter_person", "encounter"}, {"thread_person", "thread"}}

// theirPeople are the rows that a table of found ought to have.
func theirPeople(of string) string {
	return `SELECT value, t.id FROM ` + of + ` t, json_each(CASE WHEN json_valid(t.people) THEN t.people ELSE '[]' END)`
}

// Unfound counts the encounters and threads that would not be found by each of their people, or by others.
func (tx *Tx) Unfound(ctx context.Context) (n int, err error) {
	for _, f := range found {
		var some int
		is, ought := `SELECT person, `+f.of+` FROM `+f.table, theirPeople(f.of)
		query := `SELECT count(*) FROM (SELECT * FROM (` + is + ` EXCEPT ` + ought + `) UNION ALL SELECT * FROM (` + ought + ` EXCEPT ` + is + `))`
		if err := tx.scan(ctx, query, nil, &some); err != nil {
			return n, err
		}
		n += some
	}
	return n, nil
}

// Refind derives again by which people encounters and threads are found.
func (tx *Tx) Refind(ctx context.Context) error {
	for _, f := range found {
		for _, statement := range []string{
			`DELETE FROM ` + f.table,
			`INSERT OR IGNORE INTO ` + f.table + ` (person, ` + f.of + `) ` + theirPeople(f.of),
		} {
			if err := tx.exec(ctx, statement); err != nil {
				return err
			}
		}
	}
	return nil
}

// Relookup lets SQLite make its own indexes again.
func (tx *Tx) Relookup(ctx context.Context) error { return tx.exec(ctx, `REINDEX`) }

// Garbled counts the rows with texts that hold bytes which are no text, or lists that are no lists.
func (tx *Tx) Garbled(ctx context.Context) (n int, err error) {
	tables, err := tx.texts(ctx)
	if err != nil {
		return 0, err
	}
	for table, columns := range tables {
		err := tx.each(ctx, `SELECT `+strings.Join(columns, ", ")+` FROM `+table, nil, func(row *sql.Rows) error {
			texts, targets := make([]sql.RawBytes, len(columns)), make([]any, len(columns))
			for i := range texts {
				targets[i] = &texts[i]
			}
			if err := row.Scan(targets...); err != nil {
				return err
			}
			for i, text := range texts {
				list := text != nil && columns[i] == "people" && !json.Valid(text)
				if list || !utf8.Valid(text) || bytes.IndexByte(text, 0) >= 0 {
					n++
					break
				}
			}
			return nil
		})
		if err != nil {
			return n, err
		}
	}
	return n, nil
}

// texts returns the columns of text of each table, the derived ones left out.
func (tx *Tx) texts(ctx context.Context) (map[string][]string, error) {
	tables := map[string][]string{}
	query := `SELECT t.name, c.name FROM pragma_table_list t, pragma_table_info(t.name) c
		WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND c.type = 'TEXT' ORDER BY t.name, c.cid`
	err := tx.each(ctx, query, nil, func(row *sql.Rows) error {
		var table, column string
		err := row.Scan(&table, &column)
		// Findings quote what a file said, to the byte.
		if table != "receipt_finding" && !slices.Contains(notSalvaged, table) {
			tables[table] = append(tables[table], column)
		}
		return err
	})
	return tables, err
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

// MissingForUndo counts the pictures that only the journal names and that are not there.
func (tx *Tx) MissingForUndo(ctx context.Context) (n int, err error) {
	err = tx.scan(ctx, `SELECT count(*) FROM (`+hashesOf("person_journal", "pending_journal", "part_journal")+` EXCEPT `+`SELECT * FROM (`+hashesOf("person", "pending", "part")+`)) WHERE hash NOT IN (SELECT hash FROM photo)`, nil, &n)
	return n, err
}

// OpenJournal reports whether the journal still waits for an operation that ended.
func (tx *Tx) OpenJournal(ctx context.Context) (open bool, err error) {
	err = tx.scan(ctx, `SELECT operation IS NOT NULL FROM book`, nil, &open)
	return open, err
}

// Exposed returns those of the book's files that others than the owner can read: the book, what SQLite keeps beside it, backups.
func (db *DB) Exposed() ([]string, error) {
	files := []string{db.path}
	for _, pattern := range []string{db.path + "-wal", db.path + "-shm", filepath.Join(BackupFolder(db.path), "*"+backupEnding)} {
		more, err := filepath.Glob(pattern)
		if err != nil {
			return nil, err
		}
		files = append(files, more...)
	}
	return slices.DeleteFunc(files, func(path string) bool {
		state, err := os.Stat(path)
		return err != nil || state.Mode().Perm()&0o077 == 0
	}), nil
}

// Hide lets nobody but the owner read the book's files.
func (db *DB) Hide() error {
	files, err := db.Exposed()
	for _, path := range files {
		err = errors.Join(err, os.Chmod(path, 0o600))
	}
	return err
}
