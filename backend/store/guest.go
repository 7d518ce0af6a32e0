package store

import (
	"context"
	"database/sql"

	"kaffeerunde/backend/contact"
)

const guestColumns = `id, event, number, line, name, parts, before, organisation, role, mail, phone, note, person, stranger, status, coffee, remark, promise, topics`

// Guests returns the guest list of an event, in the order in which it came.
func (tx *Tx) Guests(ctx context.Context, event int64) ([]contact.Guest, error) {
	return tx.guests(ctx, `WHERE event = ? ORDER BY number, id`, event)
}

// GuestsWho returns where somebody stood on a guest list.
func (tx *Tx) GuestsWho(ctx context.Context, person contact.ID) ([]contact.Guest, error) {
	return tx.guests(ctx, `WHERE person = ? ORDER BY id`, person)
}

// AllGuests returns every guest of every event.
func (tx *Tx) AllGuests(ctx context.Context) ([]contact.Guest, error) {
	return tx.guests(ctx, `ORDER BY event, number, id`)
}

// GuestCounts returns how many guests each event has that has any.
func (tx *Tx) GuestCounts(ctx context.Context) (map[int64]int, error) {
	counts := map[int64]int{}
	err := tx.each(ctx, `SELECT event, count(*) FROM guest GROUP BY event`, nil, func(row *sql.Rows) error {
		var event int64
		var n int
		err := row.Scan(&event, &n)
		counts[event] = n
		return err
	})
	return counts, err
}

// Guest returns one guest, ErrNotFound without them.
func (tx *Tx) Guest(ctx context.Context, id int64) (contact.Guest, error) {
	return one(tx.guests(ctx, `WHERE id = ?`, id))
}

// PutGuest adds a guest to a list, or changes the one of its number.
func (tx *Tx) PutGuest(ctx context.Context, g contact.Guest) (id int64, err error) {
	parts := jsonTexts([]string{g.N.Family, g.N.Given, g.N.Additional, g.N.Prefixes, g.N.Suffixes})
	err = tx.scan(ctx, `INSERT INTO guest (id, event, number, line, name, parts, before, organisation, role, mail, phone, note, person, stranger, status, coffee, remark, promise, topics)
		VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
		ON CONFLICT (id) DO UPDATE SET name = ?5, parts = ?6, before = ?7, organisation = ?8, role = ?9, mail = ?10, phone = ?11, note = ?12,
			person = ?13, stranger = ?14, status = ?15, coffee = ?16, remark = ?17, promise = ?18, topics = ?19
		RETURNING id`,
		[]any{g.ID, g.Event, g.Number, g.Line, g.Name, parts, g.Before, g.Organisation, g.Role, g.Mail, g.Phone, g.Note, g.Person, g.Stranger,
			g.Status, g.Coffee, g.Remark, g.Promise, g.Topics}, &id)
	return id, err
}

// DropGuest takes a guest off the list.
func (tx *Tx) DropGuest(ctx context.Context, id int64) error {
	return tx.exec(ctx, `DELETE FROM guest WHERE id = ?`, id)
}

// forgettable are the guests of events before a day who were neither met nor found to be somebody in the book, but for those who came
// onto the list on that day or later: whoever writes a past evening down has the same time for it.
const forgettable = `SELECT g.id FROM guest g JOIN event e ON e.id = g.event WHERE e.at <> '' AND substr(e.at, 1, 10) < ?1
	AND g.status <> 'met' AND g.person = 0 AND g.id NOT IN (
		SELECT j.id FROM guest_journal j JOIN operation o ON o.id = abs(j.operation) WHERE j.existed = 0 AND date(o.at / 1000, 'unixepoch') >= ?1)`

// Forgettable reports whether [Tx.ForgetGuests] would forget anybody.
func (tx *Tx) Forgettable(ctx context.Context, before contact.Day) (some bool, err error) {
	err = tx.scan(ctx, `SELECT EXISTS (`+forgettable+`)`, []any{before}, &some)
	return some, err
}

// ForgetGuests forgets who stood on the list of an event before a day and was neither met nor found to be somebody in the book:
// from the list, from the journal, so that no undo brings them back, and from the names of those kinds of operations, which are
// called after guests. It returns how many there were.
func (tx *Tx) ForgetGuests(ctx context.Context, before contact.Day, calledAfter []string) (n int, err error) {
	ids, err := tx.ids(ctx, forgettable, before)
	if err != nil || len(ids) == 0 {
		return 0, err
	}
	// The triggers write what is deleted into the journal; operation 0 is nobody's and is emptied with the rest.
	if err := tx.writeJournalFor(ctx, 0); err != nil {
		return 0, err
	}
	list := jsonIDs(ids)
	err = tx.exec(ctx, `UPDATE operation SET name = '' WHERE kind IN (SELECT value FROM json_each(?1))
		AND id IN (SELECT abs(operation) FROM guest_journal WHERE id IN (SELECT value FROM json_each(?2)))`, jsonTexts(calledAfter), list)
	if err != nil {
		return 0, err
	}
	for _, statement := range []string{
		`DELETE FROM guest WHERE id IN (SELECT value FROM json_each(?))`,
		`DELETE FROM guest_journal WHERE id IN (SELECT value FROM json_each(?))`,
	} {
		if err := tx.exec(ctx, statement, list); err != nil {
			return 0, err
		}
	}
	return len(ids), nil
}

func (tx *Tx) guests(ctx context.Context, rest string, args ...any) ([]contact.Guest, error) {
	var list []contact.Guest
	err := tx.each(ctx, `SELECT `+guestColumns+` FROM guest `+rest, args, func(row *sql.Rows) error {
		var g contact.Guest
		var packed string
		err := row.Scan(&g.ID, &g.Event, &g.Number, &g.Line, &g.Name, &packed, &g.Before, &g.Organisation, &g.Role, &g.Mail, &g.Phone, &g.Note,
			&g.Person, &g.Stranger, &g.Status, &g.Coffee, &g.Remark, &g.Promise, &g.Topics)
		if err != nil {
			return err
		}
		parts, err := readTexts(packed)
		if err != nil {
			return err
		}
		for i, part := range []*string{&g.N.Family, &g.N.Given, &g.N.Additional, &g.N.Prefixes, &g.N.Suffixes} {
			if i < len(parts) {
				*part = parts[i]
			}
		}
		list = append(list, g)
		return nil
	})
	return list, err
}
