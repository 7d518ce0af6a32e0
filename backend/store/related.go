package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"kaffeerunde/backend/contact"
)

// UIDs calls f for everyone but groups, in the order of IDs.
func (tx *Tx) UIDs(ctx context.Context, f func(id contact.ID, uid string)) error {
	return tx.each(ctx, `SELECT id, uid FROM person WHERE id NOT IN (SELECT person FROM group_index) ORDER BY id`, nil, func(row *sql.Rows) error {
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

// Meant returns whom a card means by a uid, as the card has it but without "urn:uuid:", or else by a name; 0 where that is
// nobody, or several. A uid may stand in the book in other capitals.
func (tx *Tx) Meant(ctx context.Context, uid, name string) (contact.ID, error) {
	found, err := tx.ids(ctx, `SELECT id FROM person WHERE uid IN (?1, 'urn:uuid:' || ?1, lower(?1), 'urn:uuid:' || lower(?1),
		upper(?1), 'urn:uuid:' || upper(?1)) AND id NOT IN (SELECT person FROM group_index) LIMIT 1`, uid)
	if err == nil && len(found) == 0 {
		// Hardly any uid mixes capitals, so looking through all of them is left for last.
		found, err = tx.ids(ctx, `SELECT id FROM person WHERE (uid = ?1 COLLATE NOCASE OR uid = 'urn:uuid:' || ?1 COLLATE NOCASE)
			AND id NOT IN (SELECT person FROM group_index) LIMIT 1`, uid)
	}
	if err == nil && len(found) == 0 {
		// Whoever is a part of somebody is meant by what they were known by.
		found, err = tx.ids(ctx, `SELECT whole FROM part WHERE uid = ?1 COLLATE NOCASE OR uid = 'urn:uuid:' || ?1 COLLATE NOCASE LIMIT 1`, uid)
		if len(found) == 1 {
			return tx.Whole(ctx, found[0])
		}
	}
	if err != nil || len(found) == 1 || name == "" {
		return append(found, 0)[0], err
	}
	found, err = tx.ids(ctx, `SELECT person FROM person_index WHERE name = ? LIMIT 2`, name)
	if err == nil && len(found) == 0 {
		found, err = tx.wholesCalled(ctx, name)
	}
	if len(found) != 1 {
		return 0, err
	}
	return found[0], err
}

// Naming returns those whose card names somebody in one of these ways, which are parts of Entry.Related, in the order of IDs.
func (tx *Tx) Naming(ctx context.Context, ways ...string) ([]Person, error) {
	list, err := json.Marshal(ways)
	if err != nil {
		return nil, err
	}
	return tx.people(ctx, `SELECT `+personColumns+` FROM person WHERE id IN (SELECT person FROM person_index
		WHERE related <> '' AND EXISTS (SELECT 1 FROM json_each(?) WHERE instr(related, value) > 0)) ORDER BY id`, string(list))
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
