package store

import (
	"context"
	"database/sql"
)

// Pending is a card that was left for later. Decision is "" until somebody decides.
type Pending struct {
	ID        int64
	Operation int64
	File      int
	Number    int // of the card in its file
	Line      int
	Name      string
	Card      []byte
	Charset   string
	Photos    []Hash
	Decision  string
}

const pendingColumns = `id, operation, file, number, line, name, card, charset, photos, decision`

// AddPending keeps a card for later.
func (tx *Tx) AddPending(ctx context.Context, p Pending) error {
	return tx.exec(ctx, `INSERT INTO pending (operation, file, number, line, name, card, charset, photos, decision)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, '')`, p.Operation, p.File, p.Number, p.Line, p.Name, p.Card, p.Charset, packHashes(p.Photos))
}

// GatherPending lets all cards that an operation left for later come from its first file, and returns how many there are.
func (tx *Tx) GatherPending(ctx context.Context, operation int64) (n int, err error) {
	if err := tx.exec(ctx, `UPDATE pending SET file = 0 WHERE operation = ? AND file <> 0`, operation); err != nil {
		return 0, err
	}
	err = tx.scan(ctx, `SELECT count(*) FROM pending WHERE operation = ?`, []any{operation}, &n)
	return n, err
}

// Undecided returns a stretch of the cards that an import left for later and nobody has decided yet, and how many there are.
func (tx *Tx) Undecided(ctx context.Context, operation int64, offset, limit int) ([]Pending, int, error) {
	var total int
	err := tx.scan(ctx, `SELECT count(*) FROM pending WHERE operation = ? AND decision = ''`, []any{operation}, &total)
	if err != nil || limit == 0 {
		return nil, total, err
	}
	list, err := tx.pending(ctx, `WHERE operation = ? AND decision = '' ORDER BY id LIMIT ? OFFSET ?`, operation, limit, offset)
	return list, total, err
}

// Waiting calls f for every card that was left for later and nobody has decided yet, whichever import it came with.
func (tx *Tx) Waiting(ctx context.Context, f func(Pending) error) error {
	list, err := tx.pending(ctx, `WHERE decision = '' ORDER BY id`)
	for i := 0; err == nil && i < len(list); i++ {
		err = f(list[i])
	}
	return err
}

// Pending returns one card that was left for later, ErrNotFound without it.
func (tx *Tx) Pending(ctx context.Context, id int64) (Pending, error) {
	list, err := tx.pending(ctx, `WHERE id = ?`, id)
	if err == nil && len(list) == 0 {
		return Pending{}, ErrNotFound
	}
	if err != nil {
		return Pending{}, err
	}
	return list[0], nil
}

// Decide notes what became of a card that was left for later.
func (tx *Tx) Decide(ctx context.Context, id int64, decision string) error {
	return tx.exec(ctx, `UPDATE pending SET decision = ? WHERE id = ?`, decision, id)
}

func (tx *Tx) pending(ctx context.Context, rest string, args ...any) ([]Pending, error) {
	var list []Pending
	err := tx.each(ctx, `SELECT `+pendingColumns+` FROM pending `+rest, args, func(row *sql.Rows) error {
		var p Pending
		var photos []byte
		err := row.Scan(&p.ID, &p.Operation, &p.File, &p.Number, &p.Line, &p.Name, &p.Card, &p.Charset, &photos, &p.Decision)
		if err != nil {
			return err
		}
		p.Photos = unpackHashes(photos)
		list = append(list, p)
		return nil
	})
	return list, err
}
