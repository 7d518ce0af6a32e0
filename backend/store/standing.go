package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
)

// Standing returns the later operations that stand on one: they are not undone and touched something that it, or one of
// them, touched too. They are newest first, as an undo takes them.
func (tx *Tx) Standing(ctx context.Context, id int64) ([]int64, error) {
	base, err := tx.Operation(ctx, id)
	if err != nil {
		return nil, err
	}
	later, err := tx.operations(ctx, `WHERE id > ? AND undone = 0 ORDER BY id`, id)
	if err != nil {
		return nil, err
	}
	group := []Operation{base}
	evenings := sync.OnceValues(func() (map[int64][]int64, error) { return tx.evenings(ctx) })
	for _, candidate := range later {
		stands, err := tx.standsOn(ctx, candidate, group, evenings)
		if err != nil {
			return nil, err
		}
		if stands {
			group = append(group, candidate)
		}
	}
	var ids []int64
	for _, operation := range slices.Backward(group[1:]) {
		ids = append(ids, operation.ID)
	}
	return ids, nil
}

func (tx *Tx) standsOn(
	ctx context.Context, candidate Operation, group []Operation, evenings func() (map[int64][]int64, error),
) (bool, error) {
	var people, gone []int64 // of the group: whose people can be the candidate's, and who deleted some
	all := make([]int64, len(group))
	touched := 0
	for i, operation := range group {
		all[i] = operation.ID
		if operation.low > 0 && candidate.low <= operation.high && operation.low <= candidate.high {
			people = append(people, operation.ID)
			touched += operation.Count
		}
		if operation.gone > 0 {
			gone = append(gone, operation.ID)
		}
	}
	for _, t := range truth {
		below, candidateFirst := all, true
		if t.name == "person" {
			// An import touched many people, most of what follows it few: the walk goes over the fewer.
			below, candidateFirst = people, candidate.Count <= touched
		}
		met, err := tx.meet(ctx, t, candidate.ID, below, candidateFirst)
		if err != nil || met {
			return met, err
		}
	}
	if at, err := tx.atEvent(ctx, candidate.ID, all, evenings); err != nil || at {
		return at, err
	}
	return tx.tookUID(ctx, candidate.ID, gone, all)
}

// belonging are the operations that touched what belongs to an event: guests, encounters and threads, each with the events that these
// had before and after. Afterwards a row stands as the next operation that touched it found it, else as it is now.
var belonging = func() string {
	var all []string
	for _, table := range []string{"guest", "encounter", "thread"} {
		all = append(all, fmt.Sprintf(`SELECT j.operation, j.event AS before,
			coalesce(lead(j.event) OVER (PARTITION BY j.id ORDER BY j.operation), c.event) AS after
			FROM %[1]s_journal j LEFT JOIN %[1]s c ON c.id = j.id WHERE j.operation > 0`, table))
	}
	return strings.Join(all, " UNION ALL ")
}()

// evenings are the operations that added an event, each with the later ones that touched what belongs to it: without the event nobody
// could come to that any more. It takes as long as the journal is.
func (tx *Tx) evenings(ctx context.Context) (map[int64][]int64, error) {
	query := `WITH touched AS MATERIALIZED (` + belonging + `)
		SELECT DISTINCT a.operation, b.operation FROM event_journal a
		JOIN (SELECT operation, before AS event FROM touched UNION ALL SELECT operation, after FROM touched) b ON b.event = a.id
		JOIN operation o ON o.id = a.operation JOIN operation p ON p.id = b.operation
		WHERE a.existed = 0 AND a.operation > 0 AND b.operation > a.operation AND o.undone = 0 AND p.undone = 0`
	all := map[int64][]int64{}
	err := tx.each(ctx, query, nil, func(row *sql.Rows) error {
		var from, to int64
		err := row.Scan(&from, &to)
		all[from] = append(all[from], to)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read what happened at events: %w", err)
	}
	return all, nil
}

// atEvent reports whether the candidate touched what belongs to an event that the group added. What happened at events is asked for only
// where it added one.
func (tx *Tx) atEvent(ctx context.Context, candidate int64, group []int64, evenings func() (map[int64][]int64, error)) (bool, error) {
	list, err := json.Marshal(group)
	if err != nil {
		return false, err
	}
	var added bool
	const events = `SELECT EXISTS (SELECT 1 FROM event_journal WHERE existed = 0 AND operation IN (SELECT value FROM json_each(?)))`
	if err := tx.scan(ctx, events, []any{string(list)}, &added); err != nil || !added {
		return false, err
	}
	all, err := evenings()
	return slices.ContainsFunc(group, func(id int64) bool { return slices.Contains(all[id], candidate) }), err
}

const (
	ofOne    = `operation = ?1`
	ofOthers = `operation IN (SELECT value FROM json_each(?2))`
)

// meet reports whether two sides touched the same row of a table. It walks over the rows of one side and looks each up on
// the other.
func (tx *Tx) meet(ctx context.Context, t journaled, one int64, others []int64, oneFirst bool) (met bool, err error) {
	if len(others) == 0 {
		return false, nil
	}
	list, err := json.Marshal(others)
	if err != nil {
		return false, err
	}
	outer, inner := ofOne, ofOthers
	if !oneFirst {
		outer, inner = inner, outer
	}
	query := fmt.Sprintf(`SELECT EXISTS (SELECT 1 FROM %[1]s_journal o WHERE o.%[3]s
		AND EXISTS (SELECT 1 FROM %[1]s_journal i WHERE i.%[4]s AND i.%[2]s = o.%[2]s))`, t.name, t.key, outer, inner)
	err = tx.scan(ctx, query, []any{one, string(list)}, &met)
	return met, err
}

// tookUID reports whether the candidate brought in somebody under a uid that an undo of the group, in which gone deleted
// people, gives back to its former owner. Who came with the group themselves do not come back.
func (tx *Tx) tookUID(ctx context.Context, candidate int64, gone, group []int64) (bool, error) {
	if len(gone) == 0 {
		return false, nil
	}
	deleting, err := json.Marshal(gone)
	if err != nil {
		return false, err
	}
	all, err := json.Marshal(group)
	if err != nil {
		return false, err
	}
	var took bool
	query := `SELECT EXISTS (
		SELECT 1 FROM person_journal k
		WHERE k.operation IN (SELECT value FROM json_each(?2)) AND k.existed = 1 AND k.id NOT IN (SELECT id FROM person)
		AND NOT EXISTS (SELECT 1 FROM person_journal a
			WHERE a.operation IN (SELECT value FROM json_each(?3)) AND a.id = k.id AND a.existed = 0)
		AND EXISTS (SELECT 1 FROM person p JOIN person_journal c ON c.operation = ?1 AND c.id = p.id WHERE p.uid = k.uid))`
	err = tx.scan(ctx, query, []any{candidate, string(deleting), string(all)}, &took)
	return took, err
}
