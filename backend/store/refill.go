package store

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"kaffeerunde/backend/contact"
)

// foundUID begins the uid of somebody whose card was found in the bytes of a damaged book, and whose uid was not.
const foundUID = "salvaged-"

// FoundUID is the uid of somebody of whom no other is known.
func FoundUID(id contact.ID) string { return fmt.Sprintf("%s%d", foundUID, id) }

// Refill takes out of the book beside this one, which is an older state of the book that this one was salvaged from, what is known to
// be the same there: the rows of those lost whose card has not changed since, which it returns, and the uids that were not found, of
// as many people as renewed says. The index is the caller's to renew. Without a book that [DB.Attach] put beside this one it is an error
// of SQLite.
func (tx *Tx) Refill(ctx context.Context, lost []Indexed) (found []Indexed, renewed int, err error) {
	columns := `uid, card, charset, photos, created, changed`
	for _, l := range lost {
		var n int64
		back := `INSERT INTO main.person (id, ` + columns + `, operation, file) SELECT p.id, p.` + strings.ReplaceAll(columns, ", ", ", p.") + `, 0, 0
			FROM other.person p JOIN other.person_index i ON i.person = p.id
			WHERE p.id = ?1 AND i.hash = ?2 AND p.id NOT IN (SELECT id FROM main.person) AND p.uid NOT IN (SELECT uid FROM main.person)`
		if err := tx.exec(ctx, back, l.ID, l.Hash); err != nil {
			return nil, 0, err
		}
		if err := tx.scan(ctx, `SELECT changes()`, nil, &n); err != nil {
			return nil, 0, err
		}
		if n > 0 {
			found = append(found, l)
		}
	}
	of := `FROM other.person p JOIN other.person_index i ON i.person = p.id WHERE p.id = main.person.id`
	unknown := `main.person.uid GLOB '` + foundUID + `*'`
	for _, statement := range []string{
		`UPDATE main.person SET (` + columns + `) = (SELECT p.` + strings.ReplaceAll(columns, ", ", ", p.") + ` ` + of + `) WHERE ` + unknown + `
			AND EXISTS (SELECT 1 ` + of + ` AND p.uid NOT IN (SELECT uid FROM main.person)
				AND i.hash = (SELECT hash FROM main.person_index m WHERE m.person = main.person.id))`,
		`UPDATE main.person SET uid = (SELECT p.uid ` + of + `) WHERE ` + unknown + ` AND EXISTS (SELECT 1 ` + of + ` AND p.uid NOT IN (SELECT uid FROM main.person))`,
	} {
		var n int
		if err := tx.exec(ctx, statement); err != nil {
			return nil, 0, err
		}
		if err := tx.scan(ctx, `SELECT changes()`, nil, &n); err != nil {
			return nil, 0, err
		}
		renewed += n
	}
	err = tx.exec(ctx, `INSERT INTO main.photo (hash, mime, data) SELECT hash, mime, data FROM other.photo WHERE hash IN (`+hashesOf("main.person")+`) ON CONFLICT DO NOTHING`)
	return found, renewed, errors.Join(err, tx.sweepPhotos(ctx))
}
