package store

import (
	"context"
	"database/sql"
	"fmt"
)

// fileOf is the name of the file that a row of people or parts of a book says it came from; NULL where it came from none, and where that is
// no longer known. An archive of before the names of files left with a book has only what the import was called.
func fileOf(book, row string) string {
	return fmt.Sprintf(`coalesce(
		(SELECT f.name FROM %[1]s.receipt_file f WHERE f.operation = %[2]s.operation AND f.file = %[2]s.file),
		(SELECT f.name FROM %[1]s.origin f WHERE f.operation = %[2]s.operation AND f.file = CASE WHEN f.operation < 0 THEN 0 ELSE %[2]s.file END),
		(SELECT nullif(f.name, '') FROM %[1]s.operation f WHERE f.id = %[2]s.operation))`, book, row)
}

// putOrigins notes the names of files that a query finds and that are not noted yet.
func (tx *Tx) putOrigins(ctx context.Context, names string) error {
	return tx.exec(ctx, `INSERT INTO main.origin (operation, file, name)
		SELECT coalesce((SELECT min(operation) FROM main.origin WHERE operation < 0), 0) - row_number() OVER (ORDER BY name), 0, name
		FROM (SELECT DISTINCT name FROM (`+names+`) WHERE name <> '' EXCEPT SELECT name FROM main.origin WHERE operation < 0)`)
}

// originNamed is the number of somebody's origin by the name of its file, 0 where there is none.
func originNamed(name string) string {
	return `coalesce((SELECT n.operation FROM main.origin n WHERE n.operation < 0 AND n.name = ` + name + `), 0)`
}

// takeOrigins notes from which files the people of the book beside this one came with imports that are none of this book's.
func (tx *Tx) takeOrigins(ctx context.Context) error {
	return tx.putOrigins(ctx, `SELECT `+fileOf("other", "b")+` AS name FROM (
		SELECT operation, file FROM other.person UNION SELECT operation, file FROM other.part
	) b WHERE b.operation <> 0 AND b.operation NOT IN (`+sameImport+`)`)
}

// originsOf is a query for the names of the files that people and parts came from, for a whole book.
const originsOf = `(SELECT operation, file, name FROM receipt_file UNION SELECT operation, file, name FROM origin)
	WHERE (operation, file) IN (SELECT operation, CASE WHEN operation < 0 THEN 0 ELSE file END FROM person WHERE operation <> 0
		UNION SELECT operation, CASE WHEN operation < 0 THEN 0 ELSE file END FROM part WHERE operation <> 0)`

// forgetOrigins gives the files that people came from other names where those have them in them who are let go of.
func (tx *Tx) forgetOrigins(ctx context.Context, r Remains) error {
	type origin struct {
		operation, file int64
		name            string
	}
	var list []origin
	err := tx.each(ctx, `SELECT operation, file, name FROM origin`, nil, func(row *sql.Rows) error {
		var o origin
		err := row.Scan(&o.operation, &o.file, &o.name)
		list = append(list, o)
		return err
	})
	for i := 0; err == nil && i < len(list); i++ {
		o := list[i]
		var without ReceiptFile
		if without, err = r.File(ReceiptFile{Name: o.name, Summary: `{}`}); err == nil && without.Name != o.name {
			err = tx.exec(ctx, `UPDATE origin SET name = ?3 WHERE operation = ?1 AND file = ?2`, o.operation, o.file, without.Name)
		}
	}
	return err
}
