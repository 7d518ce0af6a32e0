package store

import (
	"context"
	"database/sql"
)

// Place is where a node stands in a picture of the network. X grows to the right, Y upwards. Pinned is what was put there by
// hand.
type Place struct {
	Node   string
	X, Y   float64
	Pinned bool
	Alone  bool // connected with nothing when it was put there
}

// Places calls f for every place that is kept of a picture.
func (tx *Tx) Places(ctx context.Context, picture string, f func(Place)) error {
	return tx.each(ctx, `SELECT node, x, y, pinned, alone FROM place WHERE picture = ?`, []any{picture}, func(row *sql.Rows) error {
		var p Place
		if err := row.Scan(&p.Node, &p.X, &p.Y, &p.Pinned, &p.Alone); err != nil {
			return err
		}
		f(p)
		return nil
	})
}

// PutPlaces keeps places of a picture, in the stead of those that its nodes had.
func (tx *Tx) PutPlaces(ctx context.Context, picture string, places []Place) error {
	put, err := tx.conn.PrepareContext(ctx, `INSERT INTO place (picture, node, x, y, pinned, alone) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (picture, node) DO UPDATE SET x = excluded.x, y = excluded.y, pinned = excluded.pinned, alone = excluded.alone`)
	if err != nil {
		return err
	}
	defer put.Close()
	for _, p := range places {
		if _, err := put.ExecContext(ctx, picture, p.Node, p.X, p.Y, p.Pinned, p.Alone); err != nil {
			return err
		}
	}
	return nil
}

// DropPlaces forgets the places of a picture, but for what was put there by hand.
func (tx *Tx) DropPlaces(ctx context.Context, picture string) error {
	return tx.exec(ctx, `DELETE FROM place WHERE picture = ? AND pinned = 0`, picture)
}
