package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
)

// RowFate says what became of a row of truth with an operation: whether it was there before and after. It is one that was changed, came or
// went.
type RowFate struct {
	Operation     int64
	Table         string
	Key           any // int64 or string
	Before, After bool
}

// journalled are the rows of a table that the journal still knows, each with the place where its other side is: with the next operation, in the
// direction in which that lies, that touched it; NULL where it stands in the table.
func (t journaled) journalled() string {
	return fmt.Sprintf(`SELECT j.operation, j.%[2]s AS key, lead(j.operation) OVER (PARTITION BY j.operation > 0, j.%[2]s ORDER BY j.operation) AS next
		FROM %[1]s_journal j JOIN operation o ON o.id = abs(j.operation)
		WHERE j.operation > 0 AND o.undone = 0 AND o.id >= `+begins+` OR j.operation < 0 AND o.undone > 0`, t.name, t.key)
}

// RowFates calls f for every row that an operation changed of which [Operation.HasChanges], by tables, operations and keys. Of memberships
// they are those of people to whom the operation did nothing else. A long history takes as long as its journal is, not as the square of it,
// as asking for one operation after the other would.
func (tx *Tx) RowFates(ctx context.Context, f func(RowFate) error) error {
	for _, t := range truth {
		alone := ``
		if t.name == "membership" {
			alone = ` WHERE NOT EXISTS (SELECT 1 FROM person_journal p WHERE p.operation = q.operation AND p.id = q.key)`
		}
		query := fmt.Sprintf(`SELECT q.operation, q.key, j.existed, CASE WHEN q.next IS NULL THEN c.%[2]s IS NOT NULL ELSE n.existed END,
			CASE WHEN j.existed THEN %[3]s ELSE 0 END
			FROM (%[4]s) q JOIN %[1]s_journal j ON j.operation = q.operation AND j.%[2]s = q.key
			LEFT JOIN %[1]s_journal n ON n.operation = q.next AND n.%[2]s = q.key
			LEFT JOIN %[1]s c ON q.next IS NULL AND c.%[2]s = q.key%[5]s ORDER BY 1, 2`, t.name, t.key, t.same(), t.journalled(), alone)
		err := tx.each(ctx, query, nil, func(row *sql.Rows) error {
			fate, same := RowFate{Table: t.name}, false
			if err := row.Scan(&fate.Operation, &fate.Key, &fate.Before, &fate.After, &same); err != nil {
				return err
			}
			if fate.Operation < 0 {
				fate.Operation, fate.Before, fate.After = -fate.Operation, fate.After, fate.Before
			}
			if same && fate.Before && fate.After || !fate.Before && !fate.After {
				return nil
			}
			return f(fate)
		})
		if err != nil {
			return fmt.Errorf("read what became of %s: %w", t.name, err)
		}
	}
	return nil
}

// AllStanding returns of every operation what Standing returns of it, in one go.
func (tx *Tx) AllStanding(ctx context.Context) (map[int64][]int64, error) {
	next := map[int64][]int64{}
	for _, t := range truth {
		query := `SELECT DISTINCT operation, next FROM (` + t.touching() + `) WHERE next IS NOT NULL`
		err := tx.each(ctx, query, nil, func(row *sql.Rows) error {
			var from, to int64
			err := row.Scan(&from, &to)
			next[from] = append(next[from], to)
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("read what touched %s: %w", t.name, err)
		}
	}
	evenings, err := tx.evenings(ctx)
	if err != nil {
		return nil, err
	}
	for from, to := range evenings {
		next[from] = append(next[from], to...)
	}
	returning, err := tx.returningUIDs(ctx)
	if err != nil {
		return nil, err
	}
	operations, err := tx.operations(ctx, `WHERE undone = 0 ORDER BY id`)
	if err != nil {
		return nil, err
	}
	all := map[int64][]int64{}
	for _, o := range operations {
		standing := reached(next, o.ID)
		if slices.ContainsFunc(append(standing, o.ID), func(id int64) bool { return returning[id] }) {
			// Whether an undo gives a uid back depends on all that goes along with it.
			if standing, err = tx.Standing(ctx, o.ID); err != nil {
				return nil, err
			}
		}
		all[o.ID] = standing
	}
	return all, nil
}

// touching are the rows that operations touched which are not undone, each with the next operation that touched it, too.
func (t journaled) touching() string {
	return fmt.Sprintf(`SELECT j.operation, lead(j.operation) OVER (PARTITION BY j.%[2]s ORDER BY j.operation) AS next
		FROM %[1]s_journal j JOIN operation o ON o.id = j.operation WHERE o.undone = 0`, t.name, t.key)
}

// reached returns what can be come to from somewhere, the highest first.
func reached(next map[int64][]int64, from int64) []int64 {
	var found []int64
	seen := map[int64]bool{from: true}
	for queue := []int64{from}; len(queue) > 0; {
		at := queue[0]
		queue = queue[1:]
		for _, to := range next[at] {
			if !seen[to] {
				seen[to] = true
				found, queue = append(found, to), append(queue, to)
			}
		}
	}
	slices.Sort(found)
	slices.Reverse(found)
	return found
}

// returningUIDs are the operations that deleted somebody whose uid somebody else has now.
func (tx *Tx) returningUIDs(ctx context.Context) (map[int64]bool, error) {
	ids, err := tx.numbers(ctx, `SELECT DISTINCT k.operation FROM operation o JOIN person_journal k ON k.operation = o.id
		WHERE o.gone > 0 AND o.undone = 0 AND k.existed = 1 AND k.id NOT IN (SELECT id FROM person) AND k.uid IN (SELECT uid FROM person)`)
	found := map[int64]bool{}
	for _, id := range ids {
		found[id] = true
	}
	return found, err
}

func (tx *Tx) numbers(ctx context.Context, query string, args ...any) ([]int64, error) {
	var list []int64
	err := tx.each(ctx, query, args, func(row *sql.Rows) error {
		var n int64
		err := row.Scan(&n)
		list = append(list, n)
		return err
	})
	return list, err
}
