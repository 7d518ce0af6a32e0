package store

import (
	"context"
	"database/sql"

	"kaffeerunde/backend/contact"
)

// UIDs calls f for everyone, in the order of IDs.
func (tx *Tx) UIDs(ctx context.Context, f func(id contact.ID, uid string)) error {
	return tx.each(ctx, `SELECT id, uid FROM person ORDER BY id`, nil, func(row *sql.Rows) error {
		var id contact.ID
		var uid string
		if err := row.Scan(&id, &uid); err != nil {
			return err
		}
		f(id, uid)
		return nil
	})
}

// Relating returns everyone whose card names somebody, in the order of IDs.
func (tx *Tx) Relating(ctx context.Context) ([]Person, error) {
	return tx.people(ctx, `SELECT `+personColumns+` FROM person
		WHERE id IN (SELECT person FROM person_index WHERE related <> '') ORDER BY id`)
}

// Naming returns those whose card names somebody as Entry.Related says it in one of these ways, in the order of IDs.
func (tx *Tx) Naming(ctx context.Context, ways ...string) ([]Person, error) {
	var found []Person
	for _, way := range ways {
		people, err := tx.people(ctx, `SELECT `+personColumns+` FROM person
			WHERE id IN (SELECT person FROM person_index WHERE related <> '' AND instr(related, ?) > 0) ORDER BY id`, way)
		if err != nil {
			return nil, err
		}
		found = append(found, people...)
	}
	return found, nil
}

// Derived returns the rules by which the index was derived, as [Tx.SetDerived] named them.
func (tx *Tx) Derived(ctx context.Context) (rules int, err error) {
	err = tx.scan(ctx, `SELECT derived FROM book`, nil, &rules)
	return rules, err
}

// SetDerived notes by which rules the index is derived now.
func (tx *Tx) SetDerived(ctx context.Context, rules int) error {
	return tx.exec(ctx, `UPDATE book SET derived = ?`, rules)
}
