package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"kaffeerunde/backend/contact"
)

// CopyOf copies the book at one path to another, verified, and leaves the first as it is. The error is ErrNotABook or ErrDamaged
// where it is no sound book.
func CopyOf(ctx context.Context, from, to string) error {
	if err := copyOf(ctx, from, to); err != nil {
		return fmt.Errorf("copy %s: %w", from, fault(err))
	}
	return nil
}

func copyOf(ctx context.Context, from, to string) error {
	from, err := filepath.Abs(from)
	if err != nil {
		return err
	}
	f, err := os.Open(from)
	if err != nil {
		return err
	}
	state, err := f.Stat()
	if err == nil && state.Size() == 0 {
		err = ErrNotABook
	}
	if err := errors.Join(err, recognise(f), f.Close()); err != nil {
		return err
	}
	pool, err := sql.Open("sqlite3", fileURI(from, "mode=ro"))
	if err != nil {
		return err
	}
	defer pool.Close()
	return copyBook(ctx, pool, to)
}

// Attach puts another book of the same schema, which nobody writes to, beside this one for writing transactions, where
// [Tx.TakeOver] reads it. The caller must call detach; until then none else can be attached.
func (db *DB) Attach(ctx context.Context, path string) (detach func() error, err error) {
	if _, err := db.write.ExecContext(ctx, attachOther, besideSource(path)); err != nil {
		return nil, fmt.Errorf("attach a book: %w", fault(err))
	}
	return func() error {
		_, err := db.write.ExecContext(context.WithoutCancel(ctx), detachOther)
		return fault(err)
	}, nil
}

const (
	attachOther = `ATTACH ? AS other`
	detachOther = `DETACH other`
)

func besideSource(path string) string {
	return fileURI(path, "mode=ro&immutable=1")
}

// ReadBeside runs f as Read does, with another book of the same schema beside this one.
func (db *DB) ReadBeside(ctx context.Context, path string, f func(tx *Tx) error) (err error) {
	conn, err := db.read.Conn(ctx)
	if err != nil {
		return fault(err)
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, attachOther, besideSource(path)); err != nil {
		return fmt.Errorf("attach a book: %w", fault(err))
	}
	end := context.WithoutCancel(ctx)
	defer func() {
		_, detached := conn.ExecContext(end, detachOther)
		err = errors.Join(err, fault(detached))
	}()
	if _, err := conn.ExecContext(ctx, `BEGIN`); err != nil {
		return fault(err)
	}
	err = f(&Tx{conn: conn})
	_, ended := conn.ExecContext(end, `ROLLBACK`)
	return fault(errors.Join(err, ended))
}

// sameImport tells of an operation of the book beside this one whether it is one of this book, too.
const sameImport = `SELECT o.id FROM main.operation o JOIN other.operation p ON p.id = o.id AND p.at = o.at AND p.kind = o.kind`

// valueFor is what a column of a row of the book beside this one becomes here: who came with an import of another book came with
// none of this one, but from the same file, and a card that was left for later then came with the operation that is running.
func (t journaled) valueFor(column string) string {
	switch {
	case column != "operation":
		return "b." + column
	case t.name == "pending":
		return `CASE WHEN b.operation IN (` + sameImport + `) THEN b.operation ELSE (SELECT operation FROM main.book) END`
	}
	return `CASE WHEN b.operation = 0 OR b.operation IN (` + sameImport + `) THEN b.operation ELSE ` + originNamed(fileOf("other", "b")) + ` END`
}

// TakeOver makes this book say what the one beside it says, row by row, and writes down for the running operation what that
// changes. The index of the people in [Tx.Touched] is the caller's to renew.
func (tx *Tx) TakeOver(ctx context.Context) error {
	if err := tx.exec(ctx, `INSERT INTO main.photo (hash, mime, data) SELECT hash, mime, data FROM other.photo WHERE true ON CONFLICT DO NOTHING`); err != nil {
		return err
	}
	if err := tx.exec(ctx, `UPDATE main.book SET next_id = max(next_id, (SELECT next_id FROM other.book))`); err != nil {
		return err
	}
	if err := tx.takeOrigins(ctx); err != nil {
		return fmt.Errorf("take over where people came from: %w", err)
	}
	for _, t := range truth {
		if err := tx.takeOver(ctx, t); err != nil {
			return fmt.Errorf("take over %s: %w", t.name, err)
		}
	}
	return nil
}

func (tx *Tx) takeOver(ctx context.Context, t journaled) error {
	gone := fmt.Sprintf(`DELETE FROM main.%[1]s WHERE %[2]s NOT IN (SELECT %[2]s FROM other.%[1]s)`, t.name, t.key)
	if err := tx.exec(ctx, gone); err != nil {
		return err
	}
	values, set, same := make([]string, len(t.columns)), make([]string, len(t.columns)), make([]string, len(t.columns))
	for i, column := range t.columns {
		values[i] = t.valueFor(column)
		set[i] = column + " = excluded." + column
		same[i] = "m." + column + " IS " + values[i]
	}
	come := fmt.Sprintf(`INSERT INTO main.%[1]s (%[2]s, %[3]s) SELECT b.%[2]s, %[4]s FROM other.%[1]s b
		WHERE NOT EXISTS (SELECT 1 FROM main.%[1]s m WHERE m.%[2]s = b.%[2]s AND %[6]s)
		ON CONFLICT (%[2]s) DO UPDATE SET %[5]s`,
		t.name, t.key, strings.Join(t.columns, ", "), strings.Join(values, ", "), strings.Join(set, ", "), strings.Join(same, " AND "))
	return tx.exec(ctx, come)
}

// TakeSettings takes over what the book beside this one has set and this one has not: where somebody stands in pictures, how
// tables are read, and, where all is set, everything that is set there.
func (tx *Tx) TakeSettings(ctx context.Context, all bool) error {
	conflict := `ON CONFLICT DO NOTHING`
	if all {
		conflict = `ON CONFLICT (name) DO UPDATE SET value = excluded.value`
	}
	for _, statement := range []string{
		`INSERT INTO main.setting (name, value) SELECT name, value FROM other.setting WHERE name <> '` + historyBegins + `' ` + conflict,
		`INSERT INTO main.table_mapping (fingerprint, mapping) SELECT fingerprint, mapping FROM other.table_mapping WHERE true ON CONFLICT DO NOTHING`,
		`INSERT INTO main.place (picture, node, x, y, pinned, alone) SELECT picture, node, x, y, pinned, alone FROM other.place WHERE true ON CONFLICT DO NOTHING`,
	} {
		if err := tx.exec(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}

// TakeSetting lets a setting be what it is in the book beside this one, which may be that there is none.
func (tx *Tx) TakeSetting(ctx context.Context, name string) error {
	if err := tx.exec(ctx, `DELETE FROM main.setting WHERE name = ?`, name); err != nil {
		return err
	}
	return tx.exec(ctx, `INSERT INTO main.setting (name, value) SELECT name, value FROM other.setting WHERE name = ?`, name)
}

// historyBegins is the setting that says which operation is the first that can be undone.
const historyBegins = "history-begins"

// Difference is how the rows of a table of the book beside this one differ from those here.
type Difference struct {
	Table                string
	Coming, Going, Other int
}

// Differences counts for each table of truth but that of people and their groups what would come, go and become another with
// [Tx.TakeOver].
func (tx *Tx) Differences(ctx context.Context) ([]Difference, error) {
	var list []Difference
	for _, t := range truth {
		if t.name == "person" || t.name == "membership" {
			continue
		}
		same := make([]string, len(t.columns))
		for i, column := range t.columns {
			same[i] = "m." + column + " IS b." + column
			if column == "operation" {
				same[i] = "true"
			}
		}
		d := Difference{Table: t.name}
		query := fmt.Sprintf(`SELECT
			(SELECT count(*) FROM other.%[1]s WHERE %[2]s NOT IN (SELECT %[2]s FROM main.%[1]s)),
			(SELECT count(*) FROM main.%[1]s WHERE %[2]s NOT IN (SELECT %[2]s FROM other.%[1]s)),
			(SELECT count(*) FROM other.%[1]s b JOIN main.%[1]s m ON m.%[2]s = b.%[2]s WHERE NOT (%[3]s))`,
			t.name, t.key, strings.Join(same, " AND "))
		if err := tx.scan(ctx, query, nil, &d.Coming, &d.Going, &d.Other); err != nil {
			return nil, fmt.Errorf("compare %s: %w", t.name, err)
		}
		if d.Coming+d.Going+d.Other > 0 {
			list = append(list, d)
		}
	}
	return list, nil
}

// The people that differ between two books, found by their uids.
const (
	comingPeople = `FROM other.person p JOIN other.person_index i ON i.person = p.id WHERE p.uid NOT IN (SELECT uid FROM main.person)`
	goingPeople  = `FROM main.person p JOIN main.person_index i ON i.person = p.id WHERE p.uid NOT IN (SELECT uid FROM other.person)`
	otherPeople  = `FROM main.person p JOIN main.person_index i ON i.person = p.id JOIN other.person b ON b.uid = p.uid
		WHERE p.card <> b.card OR p.charset <> b.charset OR p.photos IS NOT b.photos OR
			(SELECT tags FROM main.membership WHERE person = p.id) IS NOT (SELECT tags FROM other.membership WHERE person = b.id)`
)

// PeopleDiffering returns how many people would come, go and become another with [Tx.TakeOver], and the first of each.
func (tx *Tx) PeopleDiffering(ctx context.Context, limit int) (coming, going, other Differing, err error) {
	for _, side := range []struct {
		of   string
		into *Differing
	}{{comingPeople, &coming}, {goingPeople, &going}, {otherPeople, &other}} {
		if err = tx.scan(ctx, `SELECT count(*) `+side.of, nil, &side.into.Count); err != nil {
			return coming, going, other, err
		}
		err = tx.each(ctx, `SELECT p.id, i.name, i.organisation `+side.of+` ORDER BY i.family_key, p.id LIMIT ?`, []any{limit}, func(row *sql.Rows) error {
			var s contact.Summary
			if err := row.Scan(&s.ID, &s.Name, &s.Organisation); err != nil {
				return err
			}
			side.into.People = append(side.into.People, s)
			return nil
		})
		if err != nil {
			return coming, going, other, err
		}
	}
	return coming, going, other, nil
}

// Differing is how many people there are of a kind, and the first of them.
type Differing struct {
	Count  int
	People []contact.Summary
}

// IsBlank reports whether the book says nothing of anybody. Tags that nobody wears are nothing.
func (tx *Tx) IsBlank(ctx context.Context) (bool, error) {
	for _, t := range truth {
		if t.name == "tag" {
			continue
		}
		var some bool
		if err := tx.scan(ctx, fmt.Sprintf(`SELECT EXISTS (SELECT 1 FROM %s)`, t.name), nil, &some); err != nil || some {
			return false, err
		}
	}
	return true, nil
}
