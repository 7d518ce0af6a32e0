package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/pressly/goose/v3"
)

// ErrDraft says that rows do not make a book.
var ErrDraft = errors.New("the rows are not those of a book")

// Draft is a book that is put together row by row. Finish or Close it.
type Draft struct {
	pool    *sql.DB
	tx      *sql.Tx
	columns map[string][]string // that the tables have in this schema
	puts    map[string]*sql.Stmt
}

// NewDraft makes an empty book of a schema at path. The error is ErrNewer for a schema that this program does not know.
func NewDraft(ctx context.Context, path string, version int) (*Draft, error) {
	d := &Draft{columns: map[string][]string{}, puts: map[string]*sql.Stmt{}}
	if err := d.begin(ctx, path, int64(version)); err != nil {
		return nil, errors.Join(fmt.Errorf("begin a book: %w", fault(err)), d.Close())
	}
	return d, nil
}

func (d *Draft) begin(ctx context.Context, path string, version int64) error {
	switch {
	case version > schema:
		return fmt.Errorf("%w: schema %d", ErrNewer, version)
	case version < 1:
		return fmt.Errorf("%w: schema %d", ErrDraft, version)
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	if err := mark(ctx, path); err != nil {
		return err
	}
	// Triggers keep their tables, and a schema of before some table had them refers to nothing.
	if d.pool, err = sql.Open("sqlite3", source(path, nil)); err != nil {
		return err
	}
	d.pool.SetMaxOpenConns(1)
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, d.pool, files)
	if err != nil {
		return err
	}
	if _, err := provider.UpTo(ctx, version); err != nil {
		return err
	}
	if err := d.look(ctx); err != nil {
		return err
	}
	if d.tx, err = d.pool.BeginTx(ctx, nil); err != nil {
		return err
	}
	// What the triggers write goes to an operation that is nobody's, and is thrown away at the end.
	_, err = d.tx.ExecContext(ctx, `UPDATE book SET operation = 0`)
	return err
}

// look notes which columns the tables have.
func (d *Draft) look(ctx context.Context) error {
	for _, t := range wholeTables() {
		rows, err := d.pool.QueryContext(ctx, `SELECT name FROM pragma_table_info(?)`, t.name)
		if err != nil {
			return err
		}
		for rows.Next() {
			var name string
			if err := rows.Scan(&name); err != nil {
				return errors.Join(err, rows.Close())
			}
			if slices.Contains(t.columns, name) {
				d.columns[t.name] = append(d.columns[t.name], name)
			}
		}
		if err := errors.Join(rows.Err(), rows.Close()); err != nil {
			return err
		}
	}
	return nil
}

// Put puts a row into a table of [WholeTables]. The error is ErrDraft for a table or a column that the schema does not have, and
// for values that do not fit.
func (d *Draft) Put(ctx context.Context, name string, row []Column) error {
	known := d.columns[name]
	names, values := make([]string, len(row)), make([]any, len(row))
	for i, column := range row {
		if !slices.Contains(known, column.Name) || slices.Contains(names[:i], column.Name) {
			return fmt.Errorf("%w: column %q of %q", ErrDraft, column.Name, name)
		}
		names[i], values[i] = column.Name, column.Value
		if hashes, ok := column.Value.([]Hash); ok {
			values[i] = packHashes(hashes)
		}
	}
	if len(row) == 0 {
		return fmt.Errorf("%w: an empty row of %q", ErrDraft, name)
	}
	key := name + " " + strings.Join(names, " ")
	put, ok := d.puts[key]
	if !ok {
		var err error
		put, err = d.tx.PrepareContext(ctx, fmt.Sprintf(`INSERT INTO %s (%s) VALUES (?%s)`, name, strings.Join(names, ", "), strings.Repeat(", ?", len(names)-1)))
		if err != nil {
			return fmt.Errorf("%w: %w", ErrDraft, fault(err))
		}
		d.puts[key] = put
	}
	if _, err := put.ExecContext(ctx, values...); err != nil {
		return draftFault(err)
	}
	return nil
}

// PutPhoto keeps a picture.
func (d *Draft) PutPhoto(ctx context.Context, p Photo) error {
	_, err := d.tx.ExecContext(ctx, insertPhoto, p.Hash[:], p.Mime, p.Data)
	return fault(err)
}

// draftFault tells a full disk from a row that does not fit.
func draftFault(err error) error {
	if known := fault(err); errors.Is(known, ErrNoSpace) || errors.Is(known, ErrLocked) || errors.Is(known, context.Canceled) {
		return known
	}
	return fmt.Errorf("%w: %w", ErrDraft, err)
}

// Finish sees that all belongs together, and closes the book. From then on it can be opened.
func (d *Draft) Finish(ctx context.Context) error {
	err := d.finish(ctx)
	return errors.Join(err, d.Close())
}

func (d *Draft) finish(ctx context.Context) error {
	for _, t := range truth {
		if len(d.columns[t.name]) == 0 {
			continue
		}
		if _, err := d.tx.ExecContext(ctx, fmt.Sprintf(`DELETE FROM %s_journal`, t.name)); err != nil {
			return fault(err)
		}
	}
	next := nextID(func(table string) bool { return len(d.columns[table]) > 0 })
	if _, err := d.tx.ExecContext(ctx, `UPDATE book SET operation = NULL, next_id = (`+next+`)`); err != nil {
		return draftFault(err)
	}
	var orphans int
	if err := d.tx.QueryRowContext(ctx, `SELECT count(*) FROM pragma_foreign_key_check`).Scan(&orphans); err != nil {
		return fault(err)
	}
	if orphans > 0 {
		return fmt.Errorf("%w: rows that belong to nothing", ErrDraft)
	}
	if err := d.tx.Commit(); err != nil {
		return draftFault(err)
	}
	d.tx = nil
	return nil
}

// Close gives up what is not finished.
func (d *Draft) Close() error {
	var errs []error
	for _, put := range d.puts {
		errs = append(errs, put.Close())
	}
	clear(d.puts)
	if d.tx != nil {
		errs = append(errs, d.tx.Rollback())
		d.tx = nil
	}
	if d.pool != nil {
		errs = append(errs, d.pool.Close())
		d.pool = nil
	}
	return errors.Join(errs...)
}
