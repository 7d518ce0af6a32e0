package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"kaffeerunde/backend/contact"
)

const threadColumns = `id, text, state, people, event, opened, closed`

// Threads returns all threads with somebody: the open ones first, among each the latest.
func (tx *Tx) Threads(ctx context.Context, person contact.ID) ([]contact.Thread, error) {
	return tx.threads(ctx, `WHERE id IN (SELECT thread FROM thread_person WHERE person = ?)
		ORDER BY state <> 'open', opened DESC, id DESC`, person)
}

// OpenThreads returns every open thread, the latest first.
func (tx *Tx) OpenThreads(ctx context.Context) ([]contact.Thread, error) {
	return tx.threads(ctx, `WHERE state = 'open' ORDER BY opened DESC, id DESC`)
}

// OpenThreadsWith returns the open threads with any of the people, the latest first.
func (tx *Tx) OpenThreadsWith(ctx context.Context, people []contact.ID) ([]contact.Thread, error) {
	return tx.threads(ctx, `WHERE state = 'open' AND id IN (SELECT thread FROM thread_person WHERE person IN (SELECT value FROM json_each(?)))
		ORDER BY opened DESC, id DESC`, jsonIDs(people))
}

// AllThreads returns every thread, in the order of their numbers.
func (tx *Tx) AllThreads(ctx context.Context) ([]contact.Thread, error) {
	return tx.threads(ctx, `ORDER BY id`)
}

// Thread returns one thread, ErrNotFound without it.
func (tx *Tx) Thread(ctx context.Context, id int64) (contact.Thread, error) {
	return one(tx.threads(ctx, `WHERE id = ?`, id))
}

// PutThread adds a thread, or changes the one of its number.
func (tx *Tx) PutThread(ctx context.Context, t contact.Thread) (id int64, err error) {
	err = tx.scan(ctx, `INSERT INTO thread (id, text, state, people, event, opened, closed) VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, ?7)
		ON CONFLICT (id) DO UPDATE SET text = ?2, state = ?3, people = ?4, event = ?5, opened = ?6, closed = ?7 RETURNING id`,
		[]any{t.ID, t.Text, t.State, jsonIDs(t.People), t.Event, t.Opened, t.Closed}, &id)
	return id, err
}

// DropThread deletes a thread.
func (tx *Tx) DropThread(ctx context.Context, id int64) error {
	return tx.exec(ctx, `DELETE FROM thread WHERE id = ?`, id)
}

func (tx *Tx) threads(ctx context.Context, rest string, args ...any) ([]contact.Thread, error) {
	var list []contact.Thread
	err := tx.each(ctx, `SELECT `+threadColumns+` FROM thread `+rest, args, func(row *sql.Rows) error {
		var t contact.Thread
		var people string
		if err := row.Scan(&t.ID, &t.Text, &t.State, &people, &t.Event, &t.Opened, &t.Closed); err != nil {
			return err
		}
		list = append(list, t)
		return readIDs(people, &list[len(list)-1].People)
	})
	return list, err
}

// one returns the one row of a query, ErrNotFound where it has none.
func one[T any](list []T, err error) (T, error) {
	var none T
	if err == nil && len(list) == 0 {
		err = ErrNotFound
	}
	if err != nil {
		return none, err
	}
	return list[0], nil
}

func readIDs(text string, ids *[]contact.ID) error {
	if err := json.Unmarshal([]byte(text), ids); err != nil {
		return fmt.Errorf("read a list of people: %w", err)
	}
	return nil
}
