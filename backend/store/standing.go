package store

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
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
	for _, candidate := range later {
		stands, err := tx.standsOn(ctx, candidate, group)
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

func (tx *Tx) standsOn(ctx context.Context, candidate Operation, group []Operation) (bool, error) {
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
	if at, err := tx.atEvent(ctx, candidate.ID, all); err != nil || at {
		return at, err
	}
	return tx.tookUID(ctx, candidate.ID, gone, all)
}

// belonging are the operations that touched what belongs to an event, with the event: guests, encounters and threads. A journal that
// keeps no event, since there was no row before, is asked for by the row or by what is known of it otherwise.
var belonging = func() string {
	var all []string
	for _, table := range []string{"guest", "encounter", "thread"} {
		all = append(all, fmt.Sprintf(`SELECT j.operation, coalesce(j.event, (SELECT event FROM %[1]s c WHERE c.id = j.id),
			(SELECT max(event) FROM %[1]s_journal k WHERE k.id = j.id)) AS event FROM %[1]s_journal j WHERE j.operation > 0`, table))
	}
	return strings.Join(all, " UNION ALL ")
}()

// atEvent reports whether the candidate touched what belongs to an event that the group added: without the event nobody could come to
// it any more.
func (tx *Tx) atEvent(ctx context.Context, candidate int64, group []int64) (at bool, err error) {
	all, err := json.Marshal(group)
	if err != nil {
		return false, err
	}
	var added bool
	const events = `SELECT id FROM event_journal WHERE existed = 0 AND operation IN (SELECT value FROM json_each(?1))`
	if err := tx.scan(ctx, `SELECT EXISTS (`+events+`)`, []any{string(all)}, &added); err != nil || !added {
		return false, err
	}
	err = tx.scan(ctx, `SELECT EXISTS (SELECT 1 FROM (`+belonging+`) WHERE operation = ?2 AND event IN (`+events+`))`, []any{string(all), candidate}, &at)
	return at, err
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
