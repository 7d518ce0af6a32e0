package store

import (
	"context"
	"database/sql"
	"time"

	"kaffeerunde/backend/contact"
)

// Binned is somebody who was deleted and can come back. Operation deleted them.
type Binned struct {
	Person  Person
	Deleted time.Time
	By      int64
}

// binned are the people that operations of the kinds in ?1 deleted and who are neither there again nor a part of somebody: of each
// the state that they were deleted in last.
const binned = `SELECT j.id AS id, max(j.operation) AS deleter FROM operation o JOIN person_journal j ON j.operation = o.id
	WHERE o.gone > 0 AND o.undone = 0 AND o.kind IN (SELECT value FROM json_each(?1)) AND j.existed = 1
	AND j.id NOT IN (SELECT id FROM person) AND j.id NOT IN (SELECT id FROM part) GROUP BY j.id`

// Bin returns the people whom operations of these kinds deleted, the last deleted first.
func (tx *Tx) Bin(ctx context.Context, kinds []string) ([]Binned, error) {
	var list []Binned
	query := `SELECT j.id, j.uid, j.card, j.charset, b.deleter, o.at FROM (` + binned + `) b
		JOIN person_journal j ON j.operation = b.deleter AND j.id = b.id JOIN operation o ON o.id = b.deleter ORDER BY o.at DESC, b.deleter DESC, j.id`
	err := tx.each(ctx, query, []any{jsonTexts(kinds)}, func(row *sql.Rows) error {
		var one Binned
		var at int64
		err := row.Scan(&one.Person.ID, &one.Person.UID, &one.Person.Card, &one.Person.Charset, &one.By, &at)
		one.Deleted = time.UnixMilli(at)
		list = append(list, one)
		return err
	})
	return list, err
}

// TakeOut puts somebody from the bin back, with the tags of their groups, under the number they had and under a uid that may be
// another. The index is the caller's to renew.
func (tx *Tx) TakeOut(ctx context.Context, b Binned, uid string) error {
	err := tx.exec(ctx, `INSERT INTO person (id, uid, card, charset, photos, operation, file, created, changed)
		SELECT id, ?3, card, charset, photos, source, file, created, changed FROM person_journal WHERE operation = ?1 AND id = ?2`,
		b.By, b.Person.ID, uid)
	if err != nil {
		return err
	}
	return tx.exec(ctx, `INSERT INTO membership (person, tags) SELECT person, tags FROM membership_journal
		WHERE operation = ?1 AND person = ?2 AND existed = 1 ON CONFLICT DO NOTHING`, b.By, b.Person.ID)
}

// WithParts returns people together with whoever became a part of them, and of those in turn.
func (tx *Tx) WithParts(ctx context.Context, ids []contact.ID) ([]contact.ID, error) {
	return tx.ids(ctx, `WITH RECURSIVE whole (id) AS (SELECT value FROM json_each(?) UNION SELECT part.id FROM part JOIN whole ON part.whole = whole.id)
		SELECT id FROM whole`, jsonIDs(ids))
}
