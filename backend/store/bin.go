package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"
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

// PastCards calls f for every card that the journal holds of these people.
func (tx *Tx) PastCards(ctx context.Context, ids []contact.ID, f func(card []byte, charset string)) error {
	return tx.each(ctx, `SELECT card, charset FROM person_journal WHERE existed = 1 AND id IN (SELECT value FROM json_each(?))`,
		[]any{jsonIDs(ids)}, func(row *sql.Rows) error {
			var card []byte
			var charset string
			err := row.Scan(&card, &charset)
			f(card, charset)
			return err
		})
}

// Forget lets nothing be left of people who are not there any more: not in the journal, not in what happened with them alone, not
// in the names of operations, which unnamed is asked about. What the operations did to others can be undone as before. It is
// written over in the file, and is no operation itself; [DB.Rewrite] clears away what lies there from before.
func (tx *Tx) Forget(ctx context.Context, ids []contact.ID, unnamed func(name string) bool) error {
	if err := tx.exec(ctx, `PRAGMA secure_delete = ON`); err != nil {
		return err
	}
	if err := tx.writeJournalFor(ctx, 0); err != nil {
		return err
	}
	touched, err := tx.touching(ctx, ids)
	if err != nil {
		return err
	}
	for _, o := range touched {
		if o.Name != "" && unnamed(o.Name) {
			if err := tx.exec(ctx, `UPDATE operation SET name = '' WHERE id = ?`, o.ID); err != nil {
				return err
			}
		}
	}
	list := jsonIDs(ids)
	for _, t := range []string{"encounter", "thread"} {
		if err := tx.forgetAlone(ctx, t, list); err != nil {
			return err
		}
	}
	for _, statement := range []string{
		`DELETE FROM person_journal WHERE id IN (SELECT value FROM json_each(?1))`,
		`DELETE FROM membership_journal WHERE person IN (SELECT value FROM json_each(?1))`,
		`DELETE FROM part WHERE whole IN (SELECT value FROM json_each(?1))`,
		`DELETE FROM part_journal WHERE whole IN (SELECT value FROM json_each(?1)) OR id IN (SELECT value FROM json_each(?1))`,
		`UPDATE guest SET person = 0 WHERE person IN (SELECT value FROM json_each(?1))`,
		`UPDATE guest_journal SET person = 0 WHERE person IN (SELECT value FROM json_each(?1))`,
	} {
		if err := tx.exec(ctx, statement, list); err != nil {
			return err
		}
	}
	for _, t := range truth {
		if err := tx.exec(ctx, fmt.Sprintf(`DELETE FROM %s_journal WHERE operation = 0`, t.name)); err != nil {
			return err
		}
	}
	if err := tx.dropEmpty(ctx, touched); err != nil {
		return err
	}
	if err := tx.sweepPhotos(ctx); err != nil {
		return err
	}
	return tx.exec(ctx, `PRAGMA secure_delete = FAST`)
}

// touching returns the operations, done or undone, that touched any of the people.
func (tx *Tx) touching(ctx context.Context, ids []contact.ID) ([]Operation, error) {
	return tx.operations(ctx, `WHERE id IN (SELECT abs(operation) FROM person_journal WHERE id IN (SELECT value FROM json_each(?)))`, jsonIDs(ids))
}

// forgetAlone deletes what happened with these people and nobody else, and what the journal knows of it.
func (tx *Tx) forgetAlone(ctx context.Context, table, list string) error {
	alone := `people <> '[]' AND NOT EXISTS (SELECT 1 FROM json_each(people) WHERE value NOT IN (SELECT value FROM json_each(?1)))`
	var gone []int64
	query := fmt.Sprintf(`SELECT id FROM %[1]s WHERE %[2]s UNION SELECT id FROM %[1]s_journal WHERE existed = 1 AND %[2]s`, table, alone)
	err := tx.each(ctx, query, []any{list}, func(row *sql.Rows) error {
		var id int64
		err := row.Scan(&id)
		gone = append(gone, id)
		return err
	})
	if err != nil || len(gone) == 0 {
		return err
	}
	ids, err := json.Marshal(gone)
	if err != nil {
		return err
	}
	// One that was about others, too, at another time is kept there.
	for _, statement := range []string{
		fmt.Sprintf(`DELETE FROM %[1]s WHERE %[2]s AND id IN (SELECT value FROM json_each(?2))`, table, alone),
		fmt.Sprintf(`DELETE FROM %[1]s_journal WHERE id IN (SELECT value FROM json_each(?2)) AND id NOT IN (SELECT id FROM %[1]s)
			AND NOT EXISTS (SELECT 1 FROM %[1]s_journal o WHERE o.id = %[1]s_journal.id AND o.existed = 1
				AND EXISTS (SELECT 1 FROM json_each(o.people) WHERE value NOT IN (SELECT value FROM json_each(?1))))`, table),
	} {
		if err := tx.exec(ctx, statement, list, string(ids)); err != nil {
			return err
		}
	}
	return nil
}

// dropEmpty takes those of the operations out of the history that nothing is left of. One with a receipt stays.
func (tx *Tx) dropEmpty(ctx context.Context, of []Operation) error {
	ids := make([]int64, len(of))
	for i := range of {
		ids[i] = of[i].ID
	}
	list, err := json.Marshal(ids)
	if err != nil {
		return err
	}
	var left []string
	for _, t := range truth {
		left = append(left, fmt.Sprintf(`NOT EXISTS (SELECT 1 FROM %[1]s_journal WHERE operation = o.id)
			AND NOT EXISTS (SELECT 1 FROM %[1]s_journal WHERE operation = -o.id)`, t.name))
	}
	return tx.exec(ctx, `DELETE FROM operation WHERE id IN (SELECT o.id FROM operation o WHERE o.id IN (SELECT value FROM json_each(?))
		AND o.id >= `+begins+` AND NOT EXISTS (SELECT 1 FROM receipt WHERE operation = o.id) AND `+strings.Join(left, " AND ")+`)`, string(list))
}
