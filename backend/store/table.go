package store

import "context"

// TableMapping returns how tables with a fingerprint are read, in the form that PutTableMapping was given; "" when nobody
// chose.
func (tx *Tx) TableMapping(ctx context.Context, fingerprint string) (string, error) {
	var mapping string
	err := tx.scan(ctx, `SELECT mapping FROM table_mapping WHERE fingerprint = ?`, []any{fingerprint}, &mapping)
	if err == ErrNotFound {
		return "", nil
	}
	return mapping, err
}

// PutTableMapping remembers how tables with a fingerprint are read; "" forgets it. Like a setting it is no part of the
// history.
func (tx *Tx) PutTableMapping(ctx context.Context, fingerprint, mapping string) error {
	if mapping == "" {
		return tx.exec(ctx, `DELETE FROM table_mapping WHERE fingerprint = ?`, fingerprint)
	}
	return tx.exec(ctx, `INSERT INTO table_mapping (fingerprint, mapping) VALUES (?, ?)
		ON CONFLICT (fingerprint) DO UPDATE SET mapping = excluded.mapping`, fingerprint, mapping)
}
