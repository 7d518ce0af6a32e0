package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"

	"kaffeerunde/backend/contact"
)

// PastCards calls f for every card that the journal holds of these people, of each the last of them last, and with the one they had
// when they became a part of somebody.
func (tx *Tx) PastCards(ctx context.Context, ids []contact.ID, f func(id contact.ID, card []byte, charset string)) error {
	return tx.each(ctx, `SELECT id, card, charset FROM person_journal WHERE existed = 1 AND id IN (SELECT value FROM json_each(?1))
		UNION ALL SELECT id, card, charset FROM part WHERE id IN (SELECT value FROM json_each(?1))`, []any{jsonIDs(ids)}, func(row *sql.Rows) error {
		var id contact.ID
		var card []byte
		var charset string
		if err := row.Scan(&id, &card, &charset); err != nil {
			return err
		}
		f(id, card, charset)
		return nil
	})
}

// Remains tell what else is about people who are let go of, beside what the journal holds of them.
type Remains struct {
	// Named reports whether the name of an operation, which touched them or did not, holds one of theirs.
	Named func(name string, touched bool) bool
	// Quoted reports whether a text that came with an import is of theirs.
	Quoted func(text string) bool
	// Theirs reports whether a card that was left for later is theirs.
	Theirs func(name string, card []byte) bool
	// Within reports whether the card of somebody who they were one with said of them what it does not say now.
	Within func(was, is []byte) bool
	// File returns a file of a receipt without them.
	File func(ReceiptFile) (ReceiptFile, error)
	// Tags are those that they wore. One that nobody else wears and nobody put there goes with them.
	Tags []string
}

// GuestNames calls f with every name under which people stood on guest lists.
func (tx *Tx) GuestNames(ctx context.Context, ids []contact.ID, f func(name string)) error {
	query := `SELECT name FROM guest WHERE person IN (SELECT value FROM json_each(?1))
		UNION SELECT name FROM guest_journal WHERE existed = 1 AND person IN (SELECT value FROM json_each(?1)) AND id NOT IN (SELECT id FROM guest)`
	return tx.each(ctx, query, []any{jsonIDs(ids)}, func(row *sql.Rows) error {
		var name string
		if err := row.Scan(&name); err != nil {
			return err
		}
		f(name)
		return nil
	})
}

// EachName calls f with the name of everyone in the book, as lists show it.
func (tx *Tx) EachName(ctx context.Context, f func(name string)) error {
	return tx.each(ctx, `SELECT name FROM person_index`, nil, func(row *sql.Rows) error {
		var name string
		if err := row.Scan(&name); err != nil {
			return err
		}
		f(name)
		return nil
	})
}

// omitted stands in a receipt for what somebody said who was let go of.
const omitted = "…"

// Forget lets nothing be left of people who are not there any more: not in the journal, not in what happened with them alone, not on
// guest lists, not in what imports quoted and left for later, not in the names of operations. What the operations did to others can
// be undone as before, but for what stood on somebody's card while they were one with them. It is written over in the file, and is no
// operation itself; [DB.Rewrite] clears away what lies there from before.
func (tx *Tx) Forget(ctx context.Context, ids []contact.ID, r Remains) error {
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
	list := jsonIDs(ids)
	for _, step := range []func() error{
		func() error { return tx.forgetNames(ctx, touched, r) },
		func() error { return tx.forgetReceipts(ctx, list, r) },
		func() error { return tx.forgetPending(ctx, r) },
		func() error { return tx.forgetWithin(ctx, list, r) },
		func() error { return tx.forgetAlone(ctx, "encounter", list) },
		func() error { return tx.forgetAlone(ctx, "thread", list) },
		func() error { return tx.forgetTags(ctx, r.Tags) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	for _, statement := range []string{
		`DELETE FROM person_journal WHERE id IN (SELECT value FROM json_each(?1))`,
		`DELETE FROM membership_journal WHERE person IN (SELECT value FROM json_each(?1))`,
		`DELETE FROM part WHERE whole IN (SELECT value FROM json_each(?1))`,
		`DELETE FROM part_journal WHERE whole IN (SELECT value FROM json_each(?1)) OR id IN (SELECT value FROM json_each(?1))`,
		// A guest who was them goes from the list; one who was once taken for them stays.
		`DELETE FROM guest WHERE person IN (SELECT value FROM json_each(?1))`,
		`DELETE FROM guest_journal WHERE id NOT IN (SELECT id FROM guest)
			AND id IN (SELECT id FROM guest_journal WHERE person IN (SELECT value FROM json_each(?1)))`,
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
	for _, statement := range []string{
		`DELETE FROM tag_word WHERE id NOT IN (SELECT tag FROM person_tag)`,
		`DELETE FROM topic_word WHERE id NOT IN (SELECT topic FROM person_topic)`,
		`UPDATE book SET traces = 1`,
		`PRAGMA secure_delete = FAST`,
	} {
		if err := tx.exec(ctx, statement); err != nil {
			return err
		}
	}
	return tx.sweepPhotos(ctx)
}

// HasRemains reports whether somebody was let go of and the file has not been written anew since: what they said may still lie in it.
func (tx *Tx) HasRemains(ctx context.Context) (left bool, err error) {
	err = tx.scan(ctx, `SELECT traces <> 0 FROM book`, nil, &left)
	return left, err
}

// touching returns the operations, done or undone, that touched any of the people, or a guest who was one of them.
func (tx *Tx) touching(ctx context.Context, ids []contact.ID) ([]Operation, error) {
	return tx.operations(ctx, `WHERE id IN (SELECT abs(operation) FROM person_journal WHERE id IN (SELECT value FROM json_each(?1))
		UNION SELECT abs(operation) FROM guest_journal WHERE id IN (SELECT id FROM guest WHERE person IN (SELECT value FROM json_each(?1))))`, jsonIDs(ids))
}

// forgetNames takes their names off the operations, also off those that were undone for good and touch nobody any more.
func (tx *Tx) forgetNames(ctx context.Context, touched []Operation, r Remains) error {
	list, err := tx.operations(ctx, `WHERE name <> ''`)
	ours := map[int64]bool{}
	for _, o := range touched {
		ours[o.ID] = true
	}
	for i := 0; err == nil && i < len(list); i++ {
		if r.Named(list[i].Name, ours[list[i].ID]) {
			err = tx.exec(ctx, `UPDATE operation SET name = '' WHERE id = ?`, list[i].ID)
		}
	}
	return err
}

// touchedImports is a query for the operations with a receipt that people came with, or that touched them.
const touchedImports = `SELECT operation FROM receipt WHERE operation IN (
	SELECT abs(operation) FROM person_journal WHERE id IN (SELECT value FROM json_each(?1))
	UNION SELECT source FROM person_journal WHERE id IN (SELECT value FROM json_each(?1))
	UNION SELECT operation FROM part WHERE whole IN (SELECT value FROM json_each(?1)))`

// forgetReceipts leaves out of the receipts of imports what is quoted of people. How much there was is counted as before.
func (tx *Tx) forgetReceipts(ctx context.Context, list string, r Remains) error {
	type place struct {
		operation  int64
		unreadable bool
		number     int
	}
	var quotes []place
	err := tx.each(ctx, `SELECT operation, unreadable, number, text, made FROM receipt_finding WHERE operation IN (`+touchedImports+`)`, []any{list}, func(row *sql.Rows) error {
		var at place
		var text, made string
		if err := row.Scan(&at.operation, &at.unreadable, &at.number, &text, &made); err != nil {
			return err
		}
		if r.Quoted(text) || r.Quoted(made) {
			quotes = append(quotes, at)
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, at := range quotes {
		err := tx.exec(ctx, `UPDATE receipt_finding SET text = ?4, made = CASE made WHEN '' THEN '' ELSE ?4 END
			WHERE operation = ?1 AND unreadable = ?2 AND number = ?3`, at.operation, at.unreadable, at.number, omitted)
		if err != nil {
			return err
		}
	}
	// Any file may be called after them, also one that said nothing new of them.
	if err := tx.forgetOrigins(ctx, r); err != nil {
		return err
	}
	operations, err := tx.operations(ctx, `WHERE id IN (SELECT operation FROM receipt)`)
	for i := 0; err == nil && i < len(operations); i++ {
		err = tx.forgetFiles(ctx, operations[i].ID, r)
	}
	return err
}

func (tx *Tx) forgetFiles(ctx context.Context, operation int64, r Remains) error {
	files, err := tx.receiptFiles(ctx, operation)
	if err != nil {
		return err
	}
	for i, f := range files {
		without, err := r.File(f)
		if err == nil && without != f {
			err = tx.exec(ctx, `UPDATE receipt_file SET name = ?3, summary = ?4 WHERE operation = ?1 AND file = ?2`, operation, i, without.Name, without.Summary)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// forgetPending deletes the cards that were left for later and are theirs, decided or not.
func (tx *Tx) forgetPending(ctx context.Context, r Remains) error {
	var gone []int64
	query := `SELECT id, name, card FROM pending UNION ALL SELECT id, name, card FROM pending_journal WHERE existed = 1`
	err := tx.each(ctx, query, nil, func(row *sql.Rows) error {
		var id int64
		var name string
		var card sql.RawBytes
		if err := row.Scan(&id, &name, &card); err != nil {
			return err
		}
		if r.Theirs(name, card) {
			gone = append(gone, id)
		}
		return nil
	})
	if err != nil || len(gone) == 0 {
		return err
	}
	ids, err := json.Marshal(gone)
	if err != nil {
		return err
	}
	for _, table := range []string{"pending", "pending_journal"} {
		if err := tx.exec(ctx, `DELETE FROM `+table+` WHERE id IN (SELECT value FROM json_each(?))`, string(ids)); err != nil {
			return err
		}
	}
	return nil
}

// forgetWithin deletes the states of others' cards from while people were one with them, where they tell of those.
func (tx *Tx) forgetWithin(ctx context.Context, list string, r Remains) error {
	type state struct{ operation, id int64 }
	var states []state
	// From the merge until the split; or what a merge that was undone would lead back to.
	query := `SELECT j.operation, j.id, j.card, coalesce(p.card, x'') FROM person_journal j LEFT JOIN person p ON p.id = j.id
		WHERE j.existed = 1 AND j.id NOT IN (SELECT value FROM json_each(?1)) AND EXISTS (
			SELECT 1 FROM part_journal s WHERE s.id IN (SELECT value FROM json_each(?1)) AND s.existed = 1 AND s.whole = j.id
			AND (j.operation = s.operation OR j.operation BETWEEN 1 + coalesce((SELECT max(m.operation) FROM part_journal m
				WHERE m.id = s.id AND m.existed = 0 AND m.operation BETWEEN 1 AND s.operation - 1), 0) AND s.operation))`
	err := tx.each(ctx, query, []any{list}, func(row *sql.Rows) error {
		var s state
		var was, is sql.RawBytes
		if err := row.Scan(&s.operation, &s.id, &was, &is); err != nil {
			return err
		}
		if r.Within(was, is) {
			states = append(states, s)
		}
		return nil
	})
	for i := 0; err == nil && i < len(states); i++ {
		err = tx.exec(ctx, `DELETE FROM person_journal WHERE operation = ? AND id = ?`, states[i].operation, states[i].id)
	}
	return err
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
	// One that was about others, too, at another time is kept there; not that it was moved to somebody while the two were one.
	for _, statement := range []string{
		fmt.Sprintf(`DELETE FROM %[1]s WHERE %[2]s AND id IN (SELECT value FROM json_each(?2))`, table, alone),
		fmt.Sprintf(`DELETE FROM %[1]s_journal WHERE id IN (SELECT value FROM json_each(?2)) AND id NOT IN (SELECT id FROM %[1]s)
			AND NOT EXISTS (SELECT 1 FROM %[1]s_journal o WHERE o.id = %[1]s_journal.id AND o.existed = 1
				AND EXISTS (SELECT 1 FROM json_each(o.people) WHERE value NOT IN (SELECT value FROM json_each(?1)
					UNION SELECT whole FROM part_journal WHERE existed = 1 AND id IN (SELECT value FROM json_each(?1)))))`, table),
	} {
		if err := tx.exec(ctx, statement, list, string(ids)); err != nil {
			return err
		}
	}
	return nil
}

// forgetTags forgets the colours of tags that nobody wears any more.
func (tx *Tx) forgetTags(ctx context.Context, tags []string) error {
	const worn = `SELECT name FROM tag_word WHERE id IN (SELECT tag FROM person_tag)`
	for _, statement := range []string{
		`DELETE FROM tag WHERE NOT stands AND name IN (SELECT value FROM json_each(?)) AND name NOT IN (` + worn + `)`,
		`DELETE FROM tag_journal WHERE name IN (SELECT value FROM json_each(?)) AND name NOT IN (` + worn + ` UNION SELECT name FROM tag)`,
	} {
		if err := tx.exec(ctx, statement, jsonTexts(tags)); err != nil {
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
