package store

import (
	"context"
	"database/sql"
	"strings"
	"time"

	"kaffeerunde/backend/contact"
)

// Person is a row of truth. Photos are the hashes of the pictures that were taken out of the card.
type Person struct {
	ID        contact.ID
	UID       string
	Card      []byte
	Charset   string
	Photos    []Hash
	Groups    []string // to which they belong, as tags; read only, see [Tx.SetGroups]
	Operation int64    // the import they came with, 0 by hand; negative for a file of another book, see [Tx.FileName]
	File      int      // which of its files
	Created   time.Time
	Changed   time.Time
}

const (
	storedColumns = `id, uid, card, charset, photos, operation, file, created, changed`
	personColumns = storedColumns + `, (SELECT tags FROM membership WHERE membership.person = person.id)`
)

func scanPerson(row interface{ Scan(...any) error }) (Person, error) {
	var p Person
	var photos []byte
	var created, changed int64
	var groups sql.NullString
	err := row.Scan(&p.ID, &p.UID, &p.Card, &p.Charset, &photos, &p.Operation, &p.File, &created, &changed, &groups)
	if groups.Valid {
		p.Groups = strings.Split(groups.String, tagSeparator)
	}
	p.Photos, p.Created, p.Changed = unpackHashes(photos), time.UnixMilli(created), time.UnixMilli(changed)
	return p, err
}

// Person returns one person, ErrNotFound without them.
func (tx *Tx) Person(ctx context.Context, id contact.ID) (Person, error) {
	row := tx.conn.QueryRowContext(ctx, `SELECT `+personColumns+` FROM person WHERE id = ?`, id)
	p, err := scanPerson(row)
	if err == sql.ErrNoRows {
		return p, ErrNotFound
	}
	return p, err
}

// PersonByUID returns who has the uid, ErrNotFound where nobody has.
func (tx *Tx) PersonByUID(ctx context.Context, uid string) (contact.ID, error) {
	var id contact.ID
	err := tx.scan(ctx, `SELECT id FROM person WHERE uid = ? ORDER BY id LIMIT 1`, []any{uid}, &id)
	return id, err
}

// PeopleAfter returns up to limit people with an ID beyond after, in the order of IDs.
func (tx *Tx) PeopleAfter(ctx context.Context, after contact.ID, limit int) ([]Person, error) {
	return tx.people(ctx, `SELECT `+personColumns+` FROM person WHERE id > ? ORDER BY id LIMIT ?`, after, limit)
}

// People returns those of the IDs that are there, in no particular order.
func (tx *Tx) People(ctx context.Context, ids []contact.ID) ([]Person, error) {
	return tx.people(ctx, `SELECT `+personColumns+` FROM person WHERE id IN (SELECT value FROM json_each(?))`, jsonIDs(ids))
}

func (tx *Tx) people(ctx context.Context, query string, args ...any) ([]Person, error) {
	var people []Person
	err := tx.each(ctx, query, args, func(row *sql.Rows) error {
		p, err := scanPerson(row)
		if err != nil {
			return err
		}
		people = append(people, p)
		return nil
	})
	return people, err
}

// PutRow puts somebody in under the ID they had; to which groups they belong stays as it is.
func (tx *Tx) PutRow(ctx context.Context, p Person) error {
	return tx.exec(ctx, insertPerson, p.ID, p.UID, p.Card, p.Charset, packHashes(p.Photos), p.Operation, p.File, p.Created.UnixMilli(),
		p.Changed.UnixMilli())
}

// reserve gives out n IDs in a row and returns the first.
func (tx *Tx) reserve(ctx context.Context, n int) (contact.ID, error) {
	var next contact.ID
	err := tx.scan(ctx, `UPDATE book SET next_id = next_id + ? RETURNING next_id`, []any{n}, &next)
	return next - contact.ID(n), err
}

// DeletePeople deletes those of the IDs that are there and returns how many were.
func (tx *Tx) DeletePeople(ctx context.Context, ids []contact.ID) (int, error) {
	if err := tx.exec(ctx, `DELETE FROM membership WHERE person IN (SELECT value FROM json_each(?))`, jsonIDs(ids)); err != nil {
		return 0, err
	}
	result, err := tx.conn.ExecContext(ctx, `DELETE FROM person WHERE id IN (SELECT value FROM json_each(?))`, jsonIDs(ids))
	if err != nil {
		return 0, err
	}
	n, err := result.RowsAffected()
	return int(n), err
}

// Lean writes into the journal that the running operation relies on somebody whom it leaves as they are: an undo of what
// brought them takes it along.
func (tx *Tx) Lean(ctx context.Context, id contact.ID) error {
	return tx.exec(ctx, `UPDATE person SET changed = changed WHERE id = ?`, id)
}

// Count returns how many people there are.
func (tx *Tx) Count(ctx context.Context) (int, error) {
	var n int
	err := tx.scan(ctx, `SELECT count(*) FROM person_index`, nil, &n)
	return n, err
}
