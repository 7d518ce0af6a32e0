package store

import (
	"context"
	"database/sql"

	"kaffeerunde/backend/contact"
)

// NamedCircle is how a person calls a circle, and who was in it when they did.
type NamedCircle struct {
	ID     int64
	Name   string
	People []contact.ID
}

// NamedCircles returns the names of circles, in the order in which they were given.
func (tx *Tx) NamedCircles(ctx context.Context) ([]NamedCircle, error) {
	var list []NamedCircle
	err := tx.each(ctx, `SELECT id, name, people FROM circle ORDER BY id`, nil, func(row *sql.Rows) error {
		var c NamedCircle
		var people string
		if err := row.Scan(&c.ID, &c.Name, &people); err != nil {
			return err
		}
		list = append(list, c)
		return readIDs(people, &list[len(list)-1].People)
	})
	return list, err
}

// PutNamedCircle adds a name with ID 0, or changes the one of its ID.
func (tx *Tx) PutNamedCircle(ctx context.Context, c NamedCircle) error {
	return tx.exec(ctx, `INSERT INTO circle (id, name, people) VALUES (nullif(?1, 0), ?2, ?3)
		ON CONFLICT (id) DO UPDATE SET name = ?2, people = ?3`, c.ID, c.Name, jsonIDs(c.People))
}

// DropNamedCircle forgets a name.
func (tx *Tx) DropNamedCircle(ctx context.Context, id int64) error {
	return tx.exec(ctx, `DELETE FROM circle WHERE id = ?`, id)
}
