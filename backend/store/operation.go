package store

import (
	"context"
	"database/sql"
	"time"
)

// Operation is one entry of the history.
type Operation struct {
	ID        int64
	At        time.Time
	Kind      string
	Name      string
	Count     int
	Undone    bool
	TooOld    bool  // to be undone
	redoable  bool  // it was undone and nothing new followed
	low, high int64 // the people it touched lie between
	gone      int   // people it deleted
}

const operationColumns = `id, at, kind, name, count, undone <> 0, undone > 0, id < ` + begins + `, low, high, gone`

// Begin announces an operation: all changes of truth in this transaction are written down for it. What was undone before
// cannot be redone from here on.
func (tx *Tx) Begin(ctx context.Context, kind, name string, at time.Time) (int64, error) {
	if err := tx.dropRedo(ctx); err != nil {
		return 0, err
	}
	var id int64
	err := tx.scan(ctx, `INSERT INTO operation (at, kind, name, count) VALUES (?, ?, ?, 0) RETURNING id`,
		[]any{at.UnixMilli(), kind, name}, &id)
	if err != nil {
		return 0, err
	}
	return id, tx.writeJournalFor(ctx, id)
}

// Resume lets the changes of this transaction belong to an operation of that kind and name, and reports whether they do: it has to
// be the newest and must not be undone, so that nothing stands between its beginning and what it goes on with. While anything can
// be done again it is not resumed: what it would change now the redo does not know.
func (tx *Tx) Resume(ctx context.Context, id int64, kind, name string) (bool, error) {
	var here bool
	err := tx.scan(ctx, `SELECT EXISTS (SELECT 1 FROM operation WHERE id = ?1 AND kind = ?2 AND name = ?3 AND undone = 0 AND id >= `+begins+`
		AND id = (SELECT max(id) FROM operation) AND NOT EXISTS (SELECT 1 FROM operation WHERE undone > 0))`, []any{id, kind, name}, &here)
	if err != nil || !here {
		return false, err
	}
	return true, tx.writeJournalFor(ctx, id)
}

// Finish says what the operation turned out to be, how many people or things it changed, and what fills its sentence.
func (tx *Tx) Finish(ctx context.Context, id int64, kind string, count int, name string) error {
	return tx.exec(ctx, `UPDATE operation SET kind = ?4, count = ?2, name = ?3,
		low = coalesce((SELECT min(id) FROM person_journal WHERE operation = ?1), 0),
		high = coalesce((SELECT max(id) FROM person_journal WHERE operation = ?1), 0),
		gone = (SELECT count(*) FROM person_journal WHERE operation = ?1 AND existed = 1 AND id NOT IN (SELECT id FROM person))
		WHERE id = ?1`, id, count, name, kind)
}

// Operation returns one entry of the history.
func (tx *Tx) Operation(ctx context.Context, id int64) (Operation, error) {
	found, err := tx.operations(ctx, `WHERE id = ?`, id)
	if err == nil && len(found) == 0 {
		return Operation{}, ErrNotFound
	}
	if err != nil {
		return Operation{}, err
	}
	return found[0], nil
}

// Operations returns a stretch of the history, newest first, and how long it is.
func (tx *Tx) Operations(ctx context.Context, offset, limit int) ([]Operation, int, error) {
	var total int
	if err := tx.scan(ctx, `SELECT count(*) FROM operation`, nil, &total); err != nil {
		return nil, 0, err
	}
	list, err := tx.operations(ctx, `ORDER BY id DESC LIMIT ? OFFSET ?`, limit, offset)
	return list, total, err
}

// Newest returns the newest operation that is not undone and that the journal reaches back to, ErrNoHistory without one.
func (tx *Tx) Newest(ctx context.Context) (Operation, error) {
	found, err := tx.operations(ctx, `WHERE undone = 0 AND id >= `+begins+` ORDER BY id DESC LIMIT 1`)
	if err == nil && len(found) == 0 {
		return Operation{}, ErrNoHistory
	}
	if err != nil {
		return Operation{}, err
	}
	return found[0], nil
}

// Redoable returns the operations that the newest undo took back, oldest first; none where a new operation followed.
func (tx *Tx) Redoable(ctx context.Context) ([]Operation, error) {
	return tx.operations(ctx, `WHERE undone = (SELECT max(undone) FROM operation WHERE undone > 0) ORDER BY id`)
}

func (tx *Tx) operations(ctx context.Context, rest string, args ...any) ([]Operation, error) {
	var list []Operation
	err := tx.each(ctx, `SELECT `+operationColumns+` FROM operation `+rest, args, func(row *sql.Rows) error {
		var o Operation
		var at int64
		if err := row.Scan(&o.ID, &at, &o.Kind, &o.Name, &o.Count, &o.Undone, &o.redoable, &o.TooOld, &o.low, &o.high, &o.gone); err != nil {
			return err
		}
		o.At = time.UnixMilli(at)
		list = append(list, o)
		return nil
	})
	return list, err
}
