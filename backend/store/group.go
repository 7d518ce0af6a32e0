package store

import (
	"context"
	"strings"

	"kaffeerunde/backend/contact"
)

// Groups returns the cards of groups, in the order of IDs.
func (tx *Tx) Groups(ctx context.Context) ([]Person, error) {
	return tx.people(ctx, `SELECT `+personColumns+` FROM person WHERE id IN (SELECT person FROM group_index) ORDER BY id`)
}

// SetGroups says to which groups somebody belongs, by the tags that stand for them. What lists read of them is the caller's to
// renew.
func (tx *Tx) SetGroups(ctx context.Context, id contact.ID, groups []string) error {
	if len(groups) == 0 {
		return tx.exec(ctx, `DELETE FROM membership WHERE person = ?`, id)
	}
	return tx.exec(ctx, `INSERT INTO membership (person, tags) VALUES (?, ?) ON CONFLICT (person) DO UPDATE SET tags = excluded.tags`,
		id, strings.Join(groups, tagSeparator))
}
