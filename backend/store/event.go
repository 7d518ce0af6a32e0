package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"kaffeerunde/backend/contact"
)

const eventColumns = `id, title, at, place, link, topics, note, introduction, questions, invitation`

// Events returns every event: those without a day first, then the latest.
func (tx *Tx) Events(ctx context.Context) ([]contact.Event, error) {
	return tx.events(ctx, `ORDER BY at <> '', at DESC, id DESC`)
}

// Event returns one event, ErrNotFound without it.
func (tx *Tx) Event(ctx context.Context, id int64) (contact.Event, error) {
	return one(tx.events(ctx, `WHERE id = ?`, id))
}

// PutEvent adds an event, or changes the one of its number.
func (tx *Tx) PutEvent(ctx context.Context, e contact.Event) (id int64, err error) {
	err = tx.scan(ctx, `INSERT INTO event (id, title, at, place, link, topics, note, introduction, questions, invitation)
		VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
		ON CONFLICT (id) DO UPDATE SET title = ?2, at = ?3, place = ?4, link = ?5, topics = ?6, note = ?7, introduction = ?8, questions = ?9,
			invitation = ?10
		RETURNING id`,
		[]any{e.ID, e.Title, e.When, e.Place, e.Link, jsonTexts(e.Topics), e.Note, e.Introduction, jsonTexts(e.Questions), invitationTexts(e.Invitation)}, &id)
	return id, err
}

// Turnouts returns how many people came to events, as far as somebody told.
func (tx *Tx) Turnouts(ctx context.Context) ([]contact.Turnout, error) {
	var list []contact.Turnout
	err := tx.each(ctx, `SELECT id, names, came FROM event WHERE came > 0 ORDER BY id`, nil, func(row *sql.Rows) error {
		var t contact.Turnout
		err := row.Scan(&t.Event, &t.Names, &t.Came)
		list = append(list, t)
		return err
	})
	return list, err
}

// PutTurnout notes how many people came to an event; with Came 0 nobody knows.
func (tx *Tx) PutTurnout(ctx context.Context, t contact.Turnout) error {
	return tx.exec(ctx, `UPDATE event SET names = ?2, came = ?3 WHERE id = ?1`, t.Event, t.Names, t.Came)
}

// DropEvent deletes an event with its guest list.
func (tx *Tx) DropEvent(ctx context.Context, id int64) error {
	if err := tx.exec(ctx, `DELETE FROM guest WHERE event = ?`, id); err != nil {
		return err
	}
	return tx.exec(ctx, `DELETE FROM event WHERE id = ?`, id)
}

func (tx *Tx) events(ctx context.Context, rest string, args ...any) ([]contact.Event, error) {
	var list []contact.Event
	err := tx.each(ctx, `SELECT `+eventColumns+` FROM event `+rest, args, func(row *sql.Rows) error {
		var e contact.Event
		var topics, questions, invitation string
		if err := row.Scan(&e.ID, &e.Title, &e.When, &e.Place, &e.Link, &topics, &e.Note, &e.Introduction, &questions, &invitation); err != nil {
			return err
		}
		var err error
		if e.Topics, err = readTexts(topics); err != nil {
			return err
		}
		if e.Questions, err = readTexts(questions); err != nil {
			return err
		}
		said, err := readTexts(invitation)
		if err != nil {
			return err
		}
		for i, text := range textsOf(&e.Invitation) {
			if i < len(said) {
				*text = said[i]
			}
		}
		list = append(list, e)
		return nil
	})
	return list, err
}

// textsOf are the texts of an invitation in the order in which they are kept.
func textsOf(i *contact.Invitation) []*string {
	return []*string{&i.UID, &i.Title, &i.When, &i.Place, &i.Link, &i.Note}
}

func invitationTexts(i contact.Invitation) string {
	if i == (contact.Invitation{}) {
		return "[]"
	}
	var texts []string
	for _, text := range textsOf(&i) {
		texts = append(texts, *text)
	}
	return jsonTexts(texts)
}

func jsonTexts(texts []string) string {
	if len(texts) == 0 {
		return "[]"
	}
	packed, err := json.Marshal(texts)
	if err != nil {
		return "[]" // strings always marshal
	}
	return string(packed)
}

func readTexts(packed string) (texts []string, err error) {
	if err := json.Unmarshal([]byte(packed), &texts); err != nil {
		return nil, fmt.Errorf("read a list of texts: %w", err)
	}
	return texts, nil
}
