package store

import (
	"context"
	"database/sql"

	"kaffeerunde/backend/contact"
)

// Verdict is what somebody decided about people who resemble each other. It is about each two of them.
type Verdict struct {
	ID     int64
	Kind   string
	People []contact.ID
}

// Verdicts returns what was decided, in the order in which it was.
func (tx *Tx) Verdicts(ctx context.Context) ([]Verdict, error) {
	var list []Verdict
	err := tx.each(ctx, `SELECT id, kind, people FROM verdict ORDER BY id`, nil, func(row *sql.Rows) error {
		var v Verdict
		var people string
		if err := row.Scan(&v.ID, &v.Kind, &people); err != nil {
			return err
		}
		list = append(list, v)
		return readIDs(people, &list[len(list)-1].People)
	})
	return list, err
}

// PutVerdict notes what was decided about people.
func (tx *Tx) PutVerdict(ctx context.Context, kind string, people []contact.ID) error {
	return tx.exec(ctx, `INSERT INTO verdict (kind, people) VALUES (?, ?)`, kind, jsonIDs(people))
}

// DropVerdict forgets what was decided.
func (tx *Tx) DropVerdict(ctx context.Context, id int64) error {
	return tx.exec(ctx, `DELETE FROM verdict WHERE id = ?`, id)
}
