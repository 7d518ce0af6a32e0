package store

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"kaffeerunde/backend/contact"
)

// journaled is a table of truth. X_journal has the same columns under the names in kept: a row's own operation is called
// source there, because operation is what the journal entry belongs to.
type journaled struct {
	name, key     string
	columns, kept []string
}

var truth = []journaled{
	{
		name: "person", key: "id",
		columns: []string{"uid", "card", "charset", "photos", "operation", "file", "created", "changed"},
		kept:    []string{"uid", "card", "charset", "photos", "source", "file", "created", "changed"},
	},
	alike("tag", "name", "colour", "stands"),
	alike("membership", "person", "tags"),
	{
		name: "pending", key: "id",
		columns: []string{"operation", "file", "number", "line", "name", "card", "charset", "photos", "decision"},
		kept:    []string{"source", "file", "number", "line", "name", "card", "charset", "photos", "decision"},
	},
	alike("encounter", "id", "kind", "day", "people", "event", "note"),
	alike("circle", "id", "name", "people"),
	alike("thread", "id", "text", "state", "people", "event", "opened", "closed"),
	alike("introduction", "id", "occasion", "short_de", "long_de", "short_en", "long_en"),
	alike("event", "id", "title", "at", "place", "link", "topics", "note", "introduction", "questions", "names", "came",
		"invitation"),
	alike("guest", "id", "event", "number", "line", "name", "parts", "before", "organisation", "role",
		"mail", "phone", "note", "person", "stranger", "status", "coffee", "remark", "promise", "topics"),
	alike("verdict", "id", "kind", "people"),
	{
		name: "part", key: "id",
		columns: []string{"whole", "came", "name", "hash", "uid", "card", "charset", "photos", "operation", "file", "created", "changed", "tags",
			"before", "charset_before", "photos_before", "changed_before", "tags_before", "after", "tags_after", "moved"},
		kept: []string{"whole", "came", "name", "hash", "uid", "card", "charset", "photos", "source", "file", "created", "changed", "tags",
			"before", "charset_before", "photos_before", "changed_before", "tags_before", "after", "tags_after", "moved"},
	},
}

// alike is a table whose journal calls every column what the table calls it.
func alike(name, key string, columns ...string) journaled {
	return journaled{name: name, key: key, columns: columns, kept: columns}
}

// writeJournalFor lets the triggers write for an operation; the negative number of one is for its redo.
func (tx *Tx) writeJournalFor(ctx context.Context, operation int64) error {
	return tx.exec(ctx, `UPDATE book SET operation = ?`, operation)
}

// Undo takes operations back, which must be given newest first and be closed under [Tx.Standing]. The index of the people
// in [Tx.Touched] is the caller's to renew.
func (tx *Tx) Undo(ctx context.Context, operations []int64) error {
	var turn int64
	if err := tx.scan(ctx, `SELECT max(0, coalesce(max(undone), 0)) + 1 FROM operation`, nil, &turn); err != nil {
		return err
	}
	for _, id := range operations {
		if err := tx.restore(ctx, id, -id); err != nil {
			return fmt.Errorf("undo operation %d: %w", id, err)
		}
		if err := tx.choose(ctx, id, sideBefore); err != nil {
			return fmt.Errorf("undo operation %d: %w", id, err)
		}
		if err := tx.exec(ctx, `UPDATE operation SET undone = ? WHERE id = ?`, turn, id); err != nil {
			return err
		}
	}
	return nil
}

// Redo does operations again, oldest first. The index of the people in [Tx.Touched] is the caller's to renew.
func (tx *Tx) Redo(ctx context.Context, operations []int64) error {
	for _, id := range operations {
		if err := tx.restore(ctx, -id, id); err != nil {
			return fmt.Errorf("redo operation %d: %w", id, err)
		}
		if err := tx.choose(ctx, id, sideAfter); err != nil {
			return fmt.Errorf("redo operation %d: %w", id, err)
		}
		if err := tx.exec(ctx, `UPDATE operation SET undone = 0 WHERE id = ?`, id); err != nil {
			return err
		}
	}
	return nil
}

// restore gives every row that the journal holds under from the state it has there. The triggers meanwhile write under to
// what leads back.
func (tx *Tx) restore(ctx context.Context, from, to int64) error {
	if err := tx.writeJournalFor(ctx, to); err != nil {
		return err
	}
	for _, t := range truth {
		gone := fmt.Sprintf(`DELETE FROM %[1]s WHERE %[2]s IN (SELECT %[2]s FROM %[1]s_journal WHERE operation = ? AND existed = 0)`, t.name, t.key)
		if err := tx.exec(ctx, gone, from); err != nil {
			return err
		}
		set := make([]string, len(t.columns))
		for i, column := range t.columns {
			set[i] = column + " = excluded." + column
		}
		back := fmt.Sprintf(`INSERT INTO %[1]s (%[2]s, %[3]s) SELECT %[2]s, %[4]s FROM %[1]s_journal WHERE operation = ? AND existed = 1
			ON CONFLICT (%[2]s) DO UPDATE SET %[5]s`,
			t.name, t.key, strings.Join(t.columns, ", "), strings.Join(t.kept, ", "), strings.Join(set, ", "))
		if err := tx.exec(ctx, back, from); err != nil {
			return err
		}
		if err := tx.exec(ctx, fmt.Sprintf(`DELETE FROM %s_journal WHERE operation = ?`, t.name), from); err != nil {
			return err
		}
	}
	return nil
}

// Touched returns up to limit people beyond after that the operation touched and that are there now, in the order of IDs.
// It takes an operation that is undone as well as one that is done.
func (tx *Tx) Touched(ctx context.Context, operation int64, after contact.ID, limit int) ([]Person, error) {
	// Only one of the two numbers has entries, so the union keeps the order of one index and stops at the limit.
	return tx.people(ctx, `SELECT `+personColumns+` FROM person WHERE id IN (
		SELECT id FROM person_journal WHERE operation = ?1 AND id > ?2
		UNION ALL SELECT id FROM person_journal WHERE operation = -?1 AND id > ?2
	) ORDER BY id LIMIT ?3`, operation, after, limit)
}

// AllTouched returns the people whom the operations touched, whether they are there now or not; nil when there are more
// than limit.
func (tx *Tx) AllTouched(ctx context.Context, operations []int64, limit int) ([]contact.ID, error) {
	list, err := json.Marshal(operations)
	if err != nil {
		return nil, err
	}
	ids, err := tx.ids(ctx, `SELECT DISTINCT id FROM person_journal
		WHERE operation IN (SELECT value FROM json_each(?1) UNION ALL SELECT -value FROM json_each(?1)) LIMIT ?2`, string(list), limit+1)
	if len(ids) > limit {
		return nil, err
	}
	return append([]contact.ID{}, ids...), err
}

// dropRedo forgets what was undone, and the pictures that only it named.
func (tx *Tx) dropRedo(ctx context.Context) error {
	var undone, pictures bool
	if err := tx.scan(ctx, `SELECT EXISTS (SELECT 1 FROM operation WHERE undone > 0)`, nil, &undone); err != nil || !undone {
		return err
	}
	query := `SELECT EXISTS (SELECT 1 FROM person_journal WHERE operation < 0 AND photos IS NOT NULL)
		OR EXISTS (SELECT 1 FROM pending_journal WHERE operation < 0 AND photos IS NOT NULL)
		OR EXISTS (SELECT 1 FROM part_journal WHERE operation < 0 AND coalesce(photos, photos_before) IS NOT NULL)`
	if err := tx.scan(ctx, query, nil, &pictures); err != nil {
		return err
	}
	for _, t := range truth {
		if err := tx.exec(ctx, fmt.Sprintf(`DELETE FROM %s_journal WHERE operation < 0`, t.name)); err != nil {
			return err
		}
	}
	if err := tx.exec(ctx, `UPDATE operation SET undone = -1 WHERE undone > 0`); err != nil {
		return err
	}
	if err := tx.sweepChosen(ctx); err != nil || !pictures {
		return err
	}
	return tx.sweepPhotos(ctx)
}
