package store

import (
	"context"
	"database/sql"

	"kaffeerunde/backend/contact"
)

// Introductions returns all introductions, in the order in which they were written.
func (tx *Tx) Introductions(ctx context.Context) ([]contact.Introduction, error) {
	return tx.introductions(ctx, `ORDER BY id`)
}

// Introduction returns one introduction, ErrNotFound without it.
func (tx *Tx) Introduction(ctx context.Context, id int64) (contact.Introduction, error) {
	return one(tx.introductions(ctx, `WHERE id = ?`, id))
}

// PutIntroduction adds an introduction, or changes the one of its number.
func (tx *Tx) PutIntroduction(ctx context.Context, i contact.Introduction) (id int64, err error) {
	err = tx.scan(ctx, `INSERT INTO introduction (id, occasion, short_de, long_de, short_en, long_en) VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5, ?6)
		ON CONFLICT (id) DO UPDATE SET occasion = ?2, short_de = ?3, long_de = ?4, short_en = ?5, long_en = ?6 RETURNING id`,
		[]any{i.ID, i.Occasion, i.ShortDE, i.LongDE, i.ShortEN, i.LongEN}, &id)
	return id, err
}

// DropIntroduction deletes an introduction.
func (tx *Tx) DropIntroduction(ctx context.Context, id int64) error {
	return tx.exec(ctx, `DELETE FROM introduction WHERE id = ?`, id)
}

func (tx *Tx) introductions(ctx context.Context, rest string, args ...any) ([]contact.Introduction, error) {
	var list []contact.Introduction
	err := tx.each(ctx, `SELECT id, occasion, short_de, long_de, short_en, long_en FROM introduction `+rest, args, func(row *sql.Rows) error {
		var i contact.Introduction
		err := row.Scan(&i.ID, &i.Occasion, &i.ShortDE, &i.LongDE, &i.ShortEN, &i.LongEN)
		list = append(list, i)
		return err
	})
	return list, err
}
