package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"kaffeerunde/backend/contact"
)

// Part is somebody who became a part of another person, with all that gives them back.
type Part struct {
	Person                 // as they were
	Whole       contact.ID // whose part they are, who may be a part in turn
	Name        string     // by which other cards may call them
	Hash        []byte     // of their card's content
	Before      Person     // the whole before they came to it: card, charset, photos, groups and when it changed
	After       []byte     // its card after that
	AfterGroups []string
	Moved       []Moved
}

// partColumns must stay in the order in which PutPart and scanPart have them.
const partColumns = `id, whole, name, hash, uid, card, charset, photos, operation, file, created, changed, tags,
	before, charset_before, photos_before, changed_before, tags_before, after, tags_after, moved`

// PutPart notes a part. The person must not be there any more.
func (tx *Tx) PutPart(ctx context.Context, p Part) error {
	moved, err := json.Marshal(p.Moved)
	if err != nil {
		return fmt.Errorf("note part %d: %w", p.ID, err)
	}
	return tx.exec(ctx, `INSERT INTO part (`+partColumns+`, came)
		SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(came), 0) + 1 FROM part WHERE whole = ?2)`,
		p.ID, p.Whole, p.Name, p.Hash, p.UID, p.Card, p.Charset, packHashes(p.Photos), p.Operation, p.File, p.Created.UnixMilli(),
		p.Changed.UnixMilli(), strings.Join(p.Groups, tagSeparator), p.Before.Card, p.Before.Charset, packHashes(p.Before.Photos),
		p.Before.Changed.UnixMilli(), strings.Join(p.Before.Groups, tagSeparator), p.After, strings.Join(p.AfterGroups, tagSeparator), string(moved))
}

// DropPart forgets a part; the person is the caller's to put back.
func (tx *Tx) DropPart(ctx context.Context, id contact.ID) error {
	return tx.exec(ctx, `DELETE FROM part WHERE id = ?`, id)
}

// PartsOf returns the parts of somebody, the last that came first. The parts of a part are not among them.
func (tx *Tx) PartsOf(ctx context.Context, whole contact.ID) ([]Part, error) {
	return tx.parts(ctx, `WHERE whole = ? ORDER BY came DESC`, whole)
}

// Part returns the part that somebody became. The error is ErrNotFound for nobody's.
func (tx *Tx) Part(ctx context.Context, id contact.ID) (Part, error) {
	list, err := tx.parts(ctx, `WHERE id = ?`, id)
	if err != nil || len(list) == 0 {
		return Part{}, cmp.Or(err, ErrNotFound)
	}
	return list[0], nil
}

// EachPart calls f for every part, in the order of uids.
func (tx *Tx) EachPart(ctx context.Context, f func(Part) error) error {
	list, err := tx.parts(ctx, `ORDER BY uid, id`)
	for i := 0; err == nil && i < len(list); i++ {
		err = f(list[i])
	}
	return err
}

func (tx *Tx) parts(ctx context.Context, rest string, args ...any) ([]Part, error) {
	var list []Part
	err := tx.each(ctx, `SELECT `+partColumns+` FROM part `+rest, args, func(row *sql.Rows) error {
		p, err := scanPart(row)
		list = append(list, p)
		return err
	})
	return list, err
}

func scanPart(row *sql.Rows) (Part, error) {
	var p Part
	var photos, photosBefore []byte
	var created, changed, changedBefore int64
	var tags, tagsBefore, tagsAfter, moved string
	err := row.Scan(&p.ID, &p.Whole, &p.Name, &p.Hash, &p.UID, &p.Card, &p.Charset, &photos, &p.Operation, &p.File, &created, &changed, &tags,
		&p.Before.Card, &p.Before.Charset, &photosBefore, &changedBefore, &tagsBefore, &p.After, &tagsAfter, &moved)
	if err != nil {
		return p, err
	}
	p.Photos, p.Before.Photos = unpackHashes(photos), unpackHashes(photosBefore)
	p.Created, p.Changed, p.Before.Changed = time.UnixMilli(created), time.UnixMilli(changed), time.UnixMilli(changedBefore)
	p.Groups, p.Before.Groups, p.AfterGroups = tagsFrom(tags), tagsFrom(tagsBefore), tagsFrom(tagsAfter)
	if err := json.Unmarshal([]byte(moved), &p.Moved); err != nil {
		return p, fmt.Errorf("read part %d: %w", p.ID, err)
	}
	return p, nil
}

func tagsFrom(packed string) []string {
	if packed == "" {
		return nil
	}
	return strings.Split(packed, tagSeparator)
}

// Whole returns who somebody is by now: they themselves while they are in the book, else whom they became a part of; 0 where
// that is nobody.
func (tx *Tx) Whole(ctx context.Context, id contact.ID) (contact.ID, error) {
	found, err := tx.ids(ctx, `WITH RECURSIVE chain (id) AS (SELECT ?1 UNION SELECT whole FROM part JOIN chain USING (id))
		SELECT person.id FROM chain JOIN person USING (id) LIMIT 1`, id)
	return append(found, 0)[0], err
}

// wholesCalled returns who has a part of a name, up to two.
func (tx *Tx) wholesCalled(ctx context.Context, name string) ([]contact.ID, error) {
	return tx.ids(ctx, `WITH RECURSIVE chain (id) AS (SELECT whole FROM part WHERE name = ?1 UNION SELECT whole FROM part JOIN chain USING (id))
		SELECT DISTINCT person.id FROM chain JOIN person USING (id) LIMIT 2`, name)
}

// Alias is somebody who is a part by now, and whose.
type Alias struct {
	UID, Name string
	Hash      []byte
	Whole     contact.ID
	WholeUID  string
}

// Aliases returns by what the parts of people were known, each with whoever has them now, in the order of IDs. Parts of nobody
// are left out.
func (tx *Tx) Aliases(ctx context.Context) ([]Alias, error) {
	var list []Alias
	err := tx.each(ctx, `WITH RECURSIVE chain (part, id) AS (SELECT id, whole FROM part UNION SELECT chain.part, part.whole FROM part JOIN chain ON part.id = chain.id)
		SELECT part.uid, part.name, part.hash, person.id, person.uid FROM chain JOIN person ON person.id = chain.id JOIN part ON part.id = chain.part ORDER BY part.id`,
		nil, func(row *sql.Rows) error {
			var a Alias
			err := row.Scan(&a.UID, &a.Name, &a.Hash, &a.Whole, &a.WholeUID)
			list = append(list, a)
			return err
		})
	return list, err
}

// PutBack puts somebody in again under the ID and with the row that they had. The index is the caller's to renew.
func (tx *Tx) PutBack(ctx context.Context, p Person) error {
	if err := tx.PutRow(ctx, p); err != nil {
		return err
	}
	return tx.SetGroups(ctx, p.ID, p.Groups)
}
