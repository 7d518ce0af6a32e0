package store

import (
	"context"
	"database/sql"

	"kaffeerunde/backend/contact"
)

// Tags returns every tag that somebody wears or that stands by itself, with its Count; Colour is "" where none was given.
// They are in no particular order.
func (tx *Tx) Tags(ctx context.Context) ([]contact.Tag, error) {
	var tags []contact.Tag
	query := `
		WITH worn (name, count) AS (
			SELECT w.name, n FROM (SELECT tag, count(*) AS n FROM person_tag GROUP BY tag) t JOIN tag_word w ON w.id = t.tag
		)
		SELECT worn.name, coalesce(tag.colour, ''), worn.count FROM worn LEFT JOIN tag USING (name)
		UNION ALL
		SELECT name, colour, 0 FROM tag WHERE stands AND name NOT IN (SELECT name FROM worn)`
	err := tx.each(ctx, query, nil, func(row *sql.Rows) error {
		var t contact.Tag
		if err := row.Scan(&t.Name, &t.Colour, &t.Count); err != nil {
			return err
		}
		tags = append(tags, t)
		return nil
	})
	return tags, err
}

// TagNames returns the names of all tags, in no particular order.
func (tx *Tx) TagNames(ctx context.Context) ([]string, error) {
	var names []string
	query := `SELECT name FROM tag_word w WHERE EXISTS (SELECT 1 FROM person_tag t WHERE t.tag = w.id)
		UNION SELECT name FROM tag WHERE stands`
	err := tx.each(ctx, query, nil, func(row *sql.Rows) error {
		var name string
		if err := row.Scan(&name); err != nil {
			return err
		}
		names = append(names, name)
		return nil
	})
	return names, err
}

// TagColour returns the colour that a tag was given, "" where none was.
func (tx *Tx) TagColour(ctx context.Context, name string) (string, error) {
	var colour string
	err := tx.scan(ctx, `SELECT colour FROM tag WHERE name = ?`, []any{name}, &colour)
	if err == ErrNotFound {
		return "", nil
	}
	return colour, err
}

// PutTag lets a tag stand by itself, in a colour.
func (tx *Tx) PutTag(ctx context.Context, name, colour string) error {
	return tx.exec(ctx, `INSERT INTO tag (name, colour, stands) VALUES (?, ?, 1)
		ON CONFLICT (name) DO UPDATE SET colour = excluded.colour, stands = 1`, name, colour)
}

// GiveColour gives a colour to a tag that has none. The tag does not stand by itself for that.
func (tx *Tx) GiveColour(ctx context.Context, name, colour string) error {
	return tx.exec(ctx, `INSERT INTO tag (name, colour, stands) VALUES (?, ?, 0) ON CONFLICT DO NOTHING`, name, colour)
}

// InheritTag gives the tag to what the other one was given, unless it has a colour already.
func (tx *Tx) InheritTag(ctx context.Context, from, to string) error {
	return tx.exec(ctx, `INSERT INTO tag (name, colour, stands) SELECT ?2, colour, stands FROM tag WHERE name = ?1
		ON CONFLICT DO NOTHING`, from, to)
}

// DropTag takes away what PutTag and GiveColour did. Those who wear the tag keep it.
func (tx *Tx) DropTag(ctx context.Context, name string) error {
	return tx.exec(ctx, `DELETE FROM tag WHERE name = ?`, name)
}

// Wearers returns who wears the tag.
func (tx *Tx) Wearers(ctx context.Context, name string) ([]contact.ID, error) {
	return tx.ids(ctx, `SELECT person FROM person_tag WHERE tag = (SELECT id FROM tag_word WHERE name = ?)`, name)
}

func (tx *Tx) ids(ctx context.Context, query string, args ...any) ([]contact.ID, error) {
	ids := []contact.ID{}
	err := tx.each(ctx, query, args, func(row *sql.Rows) error {
		var id contact.ID
		if err := row.Scan(&id); err != nil {
			return err
		}
		ids = append(ids, id)
		return nil
	})
	return ids, err
}
