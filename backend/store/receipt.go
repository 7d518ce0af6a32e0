package store

import (
	"context"
	"database/sql"
)

// Receipt is what an import did. Summaries describe its files, in whatever form the caller writes them.
type Receipt struct {
	Operation                     int64
	Added, Merged, Skipped, Later int
	Files                         []ReceiptFile
}

// ReceiptFile is one file of an import.
type ReceiptFile struct {
	Name    string
	Summary string
}

// Finding is a repair or an unreadable piece of one file of an import.
type Finding struct {
	Unreadable       bool
	File, Card, Line int
	Reason           string
	Text, Made       string
}

// PutReceipt writes a receipt down.
func (tx *Tx) PutReceipt(ctx context.Context, r Receipt) error {
	err := tx.exec(ctx, `INSERT INTO receipt (operation, added, merged, skipped, later) VALUES (?, ?, ?, ?, ?)`,
		r.Operation, r.Added, r.Merged, r.Skipped, r.Later)
	if err != nil {
		return err
	}
	for i, f := range r.Files {
		err := tx.exec(ctx, `INSERT INTO receipt_file (operation, file, name, summary) VALUES (?, ?, ?, ?)`, r.Operation, i, f.Name, f.Summary)
		if err != nil {
			return err
		}
	}
	return nil
}

// PutFindings adds to the findings of a receipt that is about to be put. Number is that of the first of them.
func (tx *Tx) PutFindings(ctx context.Context, operation int64, number int, findings []Finding) error {
	for i, f := range findings {
		err := tx.exec(ctx, `INSERT INTO receipt_finding (operation, unreadable, number, file, card, line, reason, text, made)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`, operation, f.Unreadable, number+i, f.File, f.Card, f.Line, f.Reason, f.Text, f.Made)
		if err != nil {
			return err
		}
	}
	return nil
}

// Receipts returns the receipts of all imports, newest first, or of one operation where it is not 0.
func (tx *Tx) Receipts(ctx context.Context, operation int64) ([]Receipt, error) {
	var list []Receipt
	query := `SELECT operation, added, merged, skipped, later FROM receipt WHERE ?1 = 0 OR operation = ?1 ORDER BY operation DESC`
	err := tx.each(ctx, query, []any{operation}, func(row *sql.Rows) error {
		var r Receipt
		if err := row.Scan(&r.Operation, &r.Added, &r.Merged, &r.Skipped, &r.Later); err != nil {
			return err
		}
		list = append(list, r)
		return nil
	})
	if err != nil {
		return nil, err
	}
	for i := range list {
		files, err := tx.receiptFiles(ctx, list[i].Operation)
		if err != nil {
			return nil, err
		}
		list[i].Files = files
	}
	return list, nil
}

func (tx *Tx) receiptFiles(ctx context.Context, operation int64) ([]ReceiptFile, error) {
	var files []ReceiptFile
	query := `SELECT name, summary FROM receipt_file WHERE operation = ? ORDER BY file`
	err := tx.each(ctx, query, []any{operation}, func(row *sql.Rows) error {
		var f ReceiptFile
		if err := row.Scan(&f.Name, &f.Summary); err != nil {
			return err
		}
		files = append(files, f)
		return nil
	})
	return files, err
}

// FileName returns the name of one file of an import, or of that which somebody came from who came from another book, "" where there is
// none.
func (tx *Tx) FileName(ctx context.Context, operation int64, file int) (string, error) {
	var name string
	query := `SELECT name FROM receipt_file WHERE operation = ?1 AND file = ?2 UNION ALL SELECT name FROM origin WHERE operation = ?1 AND operation < 0`
	err := tx.scan(ctx, query, []any{operation, file}, &name)
	if err == ErrNotFound {
		return "", nil
	}
	return name, err
}

// Findings returns a stretch of the repairs of a receipt, or of its unreadable pieces, and how many there are.
func (tx *Tx) Findings(ctx context.Context, operation int64, unreadable bool, offset, limit int) ([]Finding, int, error) {
	var total int
	err := tx.scan(ctx, `SELECT count(*) FROM receipt_finding WHERE operation = ? AND unreadable = ?`, []any{operation, unreadable}, &total)
	if err != nil {
		return nil, 0, err
	}
	var list []Finding
	query := `SELECT file, card, line, reason, text, made FROM receipt_finding WHERE operation = ? AND unreadable = ?
		ORDER BY number LIMIT ? OFFSET ?`
	err = tx.each(ctx, query, []any{operation, unreadable, limit, offset}, func(row *sql.Rows) error {
		f := Finding{Unreadable: unreadable}
		if err := row.Scan(&f.File, &f.Card, &f.Line, &f.Reason, &f.Text, &f.Made); err != nil {
			return err
		}
		list = append(list, f)
		return nil
	})
	return list, total, err
}
