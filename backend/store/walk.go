package store

import (
	"context"
	"database/sql"
	"strings"

	"kaffeerunde/backend/contact"
)

// EachByUID calls f for everyone, in the order of their uids.
func (tx *Tx) EachByUID(ctx context.Context, f func(Person) error) error {
	return tx.each(ctx, `SELECT `+personColumns+` FROM person ORDER BY uid, id`, nil, func(row *sql.Rows) error {
		p, err := scanPerson(row)
		if err != nil {
			return err
		}
		return f(p)
	})
}

// EachStanding calls the functions for what is truth beside people: tags that stand by themselves, pictures that a card in
// the book names, with their size in bytes, and cards left for later. Each comes in an order of its own that is always the same.
func (tx *Tx) EachStanding(ctx context.Context, tag func(contact.Tag) error, picture func(Hash, string, int) error, later func(Pending) error) error {
	err := tx.each(ctx, `SELECT name, colour FROM tag WHERE stands ORDER BY name`, nil, func(row *sql.Rows) error {
		var t contact.Tag
		if err := row.Scan(&t.Name, &t.Colour); err != nil {
			return err
		}
		return tag(t)
	})
	if err != nil {
		return err
	}
	query := `SELECT hash, mime, length(data) FROM photo WHERE hash IN (` + hashesOf("person", "pending", "part") + `) ORDER BY hash`
	err = tx.each(ctx, query, nil, func(row *sql.Rows) error {
		var hash []byte
		var mime string
		var size int
		if err := row.Scan(&hash, &mime, &size); err != nil {
			return err
		}
		return picture(Hash(hash), mime, size)
	})
	if err != nil {
		return err
	}
	list, err := tx.pending(ctx, `ORDER BY file, number, id`)
	for i := 0; err == nil && i < len(list); i++ {
		err = later(list[i])
	}
	return err
}

// hashesOf is a query for the pictures that rows of these tables name.
func hashesOf(tables ...string) string {
	var named []string
	for _, table := range tables {
		named = append(named, `SELECT photos FROM `+table+` WHERE photos IS NOT NULL`)
		if strings.HasPrefix(table, "part") {
			named = append(named, `SELECT photos_before FROM `+table+` WHERE photos_before IS NOT NULL`)
		}
	}
	packed := strings.Join(named, ` UNION `)
	return `WITH packed (photos) AS (` + packed + `), single (photos, hash) AS (
			SELECT photos, substr(photos, 1, 32) FROM packed
			UNION ALL SELECT substr(photos, 33), substr(photos, 33, 32) FROM single WHERE length(photos) > 32
		) SELECT hash FROM single`
}

// PeopleOf returns who came with operations of a kind.
func (tx *Tx) PeopleOf(ctx context.Context, kind string) ([]contact.ID, error) {
	return tx.ids(ctx, `SELECT id FROM person WHERE operation > 0 AND operation IN (SELECT id FROM operation WHERE kind = ?) ORDER BY id`, kind)
}
