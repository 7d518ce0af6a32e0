package store

import (
	"context"
	"database/sql"
)

// Settings returns what was set, by name.
func (tx *Tx) Settings(ctx context.Context) (map[string]string, error) {
	settings := map[string]string{}
	err := tx.each(ctx, `SELECT name, value FROM setting`, nil, func(row *sql.Rows) error {
		var name, value string
		if err := row.Scan(&name, &value); err != nil {
			return err
		}
		settings[name] = value
		return nil
	})
	return settings, err
}

// Set sets one setting.
func (tx *Tx) Set(ctx context.Context, name, value string) error {
	return tx.exec(ctx, `INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`, name, value)
}
