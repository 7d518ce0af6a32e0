package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// ErrTooOld says that the journal does not reach back to an operation any more.
var ErrTooOld = errors.New("the operation is too old to be undone")

// begins is the first operation that the journal still reaches back to.
const begins = `coalesce((SELECT CAST(value AS INTEGER) FROM setting WHERE name = '` + historyBegins + `'), 0)`

// Trim forgets how the operations of before a time are undone, and beyond that the oldest ones until what is left of the journal
// takes about limit bytes, 0 for any number, but none of after always. It always forgets all up to a point: whatever an undo takes along is younger
// than what it undoes, so no undo that is left needs what is gone. People in the bin, whom operations of kinds deleted, stay there,
// and nothing that can be redone is forgotten. It returns how many operations there are that can no longer be undone.
func (tx *Tx) Trim(ctx context.Context, before, always time.Time, limit int64, kinds []string) (int, error) {
	first, err := tx.firstAfter(ctx, before)
	if err != nil {
		return 0, err
	}
	small := int64(0)
	if limit > 0 {
		if small, err = tx.firstWithin(ctx, limit); err != nil {
			return 0, err
		}
	}
	recent, err := tx.firstAfter(ctx, always)
	if err != nil {
		return 0, err
	}
	first = max(first, min(small, recent))
	var now int64
	if err := tx.scan(ctx, `SELECT min(?1, coalesce((SELECT min(id) FROM operation WHERE undone > 0), ?1)), `+begins, []any{first}, &first, &now); err != nil {
		return 0, err
	}
	if first <= now {
		return 0, nil
	}
	if err := tx.trimBelow(ctx, first, kinds); err != nil {
		return 0, err
	}
	var n int
	if err := tx.scan(ctx, `SELECT count(*) FROM operation WHERE id >= ? AND id < ? AND undone = 0`, []any{now, first}, &n); err != nil {
		return 0, err
	}
	return n, errors.Join(tx.Set(ctx, historyBegins, strconv.FormatInt(first, 10)), tx.sweepChosen(ctx), tx.sweepPhotos(ctx))
}

// firstAfter returns the number of the first operation from a time on, or that of the next one there will be.
func (tx *Tx) firstAfter(ctx context.Context, at time.Time) (first int64, err error) {
	// By number, not by time: the clock may have gone backwards, and then what lies between stays.
	err = tx.scan(ctx, `SELECT coalesce((SELECT min(id) FROM operation WHERE at >= ?), (SELECT coalesce(max(id), 0) + 1 FROM operation))`,
		[]any{at.UnixMilli()}, &first)
	return first, err
}

// rowBytes is about what a row of the journal takes beside its card.
const rowBytes = 60

// firstWithin returns the number of the first operation from which on the journal takes no more than limit bytes.
func (tx *Tx) firstWithin(ctx context.Context, limit int64) (first int64, err error) {
	var size int64
	full := errors.New("full")
	query := fmt.Sprintf(`SELECT operation, sum(bytes) FROM (
		SELECT operation, %[1]d + coalesce(length(card), 0) AS bytes FROM person_journal WHERE operation > 0
		UNION ALL SELECT operation, %[1]d + coalesce(length(card), 0) FROM pending_journal WHERE operation > 0
	) GROUP BY operation ORDER BY operation DESC`, rowBytes)
	err = tx.each(ctx, query, nil, func(row *sql.Rows) error {
		var operation, bytes int64
		if err := row.Scan(&operation, &bytes); err != nil {
			return err
		}
		if size += bytes; size > limit {
			first = operation + 1
			return full
		}
		return nil
	})
	if errors.Is(err, full) {
		err = nil
	}
	return first, err
}

func (tx *Tx) trimBelow(ctx context.Context, first int64, kinds []string) error {
	for _, t := range truth {
		inBin := ""
		args := []any{first}
		if t.name == "person" || t.name == "membership" {
			inBin = fmt.Sprintf(` AND (operation, %s) NOT IN (SELECT deleter, id FROM (%s))`, t.key, strings.ReplaceAll(binned, "?1", "?2"))
			args = []any{first, jsonTexts(kinds)}
		}
		if err := tx.exec(ctx, fmt.Sprintf(`DELETE FROM %s_journal WHERE operation > 0 AND operation < ?1%s`, t.name, inBin), args...); err != nil {
			return err
		}
	}
	return nil
}
