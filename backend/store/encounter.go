package store

import (
	"context"
	"database/sql"

	"kaffeerunde/backend/contact"
)

const encounterColumns = `id, kind, day, people, event, note`

// Encounters returns all encounters with somebody, the latest first.
func (tx *Tx) Encounters(ctx context.Context, person contact.ID) ([]contact.Encounter, error) {
	return tx.encounters(ctx, `WHERE id IN (SELECT encounter FROM encounter_person WHERE person = ?) ORDER BY day DESC, id DESC`, person)
}

// EncountersAmong returns all encounters with any of these people, the latest first.
func (tx *Tx) EncountersAmong(ctx context.Context, people []contact.ID) ([]contact.Encounter, error) {
	return tx.encounters(ctx, `WHERE id IN (SELECT encounter FROM encounter_person WHERE person IN (SELECT value FROM json_each(?)))
		ORDER BY day DESC, id DESC`, jsonIDs(people))
}

// EncountersAt returns all encounters at an event, in the order of their numbers.
func (tx *Tx) EncountersAt(ctx context.Context, event int64) ([]contact.Encounter, error) {
	return tx.encounters(ctx, `WHERE event = ? ORDER BY id`, event)
}

// AllEncounters returns every encounter, in the order of their numbers.
func (tx *Tx) AllEncounters(ctx context.Context) ([]contact.Encounter, error) {
	return tx.encounters(ctx, `ORDER BY id`)
}

// Encounter returns one encounter, ErrNotFound without it.
func (tx *Tx) Encounter(ctx context.Context, id int64) (contact.Encounter, error) {
	return one(tx.encounters(ctx, `WHERE id = ?`, id))
}

// PutEncounter adds an encounter, or changes the one of its number.
func (tx *Tx) PutEncounter(ctx context.Context, e contact.Encounter) (id int64, err error) {
	err = tx.scan(ctx, `INSERT INTO encounter (id, kind, day, people, event, note) VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5, ?6)
		ON CONFLICT (id) DO UPDATE SET kind = ?2, day = ?3, people = ?4, event = ?5, note = ?6 RETURNING id`,
		[]any{e.ID, e.Kind, e.Day, jsonIDs(e.People), e.Event, e.Note}, &id)
	return id, err
}

// DropEncounter deletes an encounter.
func (tx *Tx) DropEncounter(ctx context.Context, id int64) error {
	return tx.exec(ctx, `DELETE FROM encounter WHERE id = ?`, id)
}

func (tx *Tx) encounters(ctx context.Context, rest string, args ...any) ([]contact.Encounter, error) {
	var list []contact.Encounter
	err := tx.each(ctx, `SELECT `+encounterColumns+` FROM encounter `+rest, args, func(row *sql.Rows) error {
		var e contact.Encounter
		var people string
		if err := row.Scan(&e.ID, &e.Kind, &e.Day, &people, &e.Event, &e.Note); err != nil {
			return err
		}
		list = append(list, e)
		return readIDs(people, &list[len(list)-1].People)
	})
	return list, err
}
