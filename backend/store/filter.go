package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"strconv"
	"strings"

	"kaffeerunde/backend/contact"
)

// Filter narrows a list. Empty fields do not; IDs is nil for no limit.
type Filter struct {
	AnyTags, AllTags, NoTags []string
	Organisation             string
	Operation                int64
	Untagged                 bool
	IDs                      []contact.ID
}

// where returns the condition on person_index p with its arguments, "1" for a filter that does not narrow.
func (f Filter) where() (string, []any) {
	conditions, args := []string{"1"}, []any(nil)
	add := func(condition string, arg ...any) {
		conditions, args = append(conditions, condition), append(args, arg...)
	}
	const wears = `SELECT t.person FROM person_tag t JOIN tag_word w ON w.id = t.tag WHERE w.name `
	if len(f.AnyTags) > 0 {
		add(`p.person IN (`+wears+`IN (SELECT value FROM json_each(?)))`, jsonStrings(f.AnyTags))
	}
	for _, tag := range f.AllTags {
		add(`p.person IN (`+wears+`= ?)`, tag)
	}
	if len(f.NoTags) > 0 {
		add(`p.person NOT IN (`+wears+`IN (SELECT value FROM json_each(?)))`, jsonStrings(f.NoTags))
	}
	if f.Organisation != "" {
		add(`p.organisation = ?`, f.Organisation)
	}
	if f.Operation != 0 {
		add(`p.person IN (SELECT id FROM person WHERE operation = ? AND operation > 0)`, f.Operation)
	}
	if f.Untagged {
		add(`p.tags = ''`)
	}
	if f.IDs != nil {
		add(`p.person IN (SELECT value FROM json_each(?))`, jsonIDs(f.IDs))
	}
	return strings.Join(conditions, " AND "), args
}

// Find returns everyone the filter leaves, in the order of the list.
func (tx *Tx) Find(ctx context.Context, f Filter, by Order) ([]contact.ID, error) {
	where, args := f.where()
	// One row with all IDs instead of a row for each: a hundred thousand of them come over in a few milliseconds.
	query := `SELECT group_concat(person) FROM (SELECT person FROM person_index p WHERE ` + where + ` ORDER BY p.` + by.key() + `, person)`
	var list sql.NullString
	if err := tx.scan(ctx, query, args, &list); err != nil || !list.Valid {
		return nil, err
	}
	ids := make([]contact.ID, 0, strings.Count(list.String, ",")+1)
	for number := range strings.SplitSeq(list.String, ",") {
		id, err := strconv.ParseInt(number, 10, 64)
		if err != nil {
			return nil, err
		}
		ids = append(ids, contact.ID(id))
	}
	return ids, nil
}

// First returns the first of everyone in the order of the list, without finding the others.
func (tx *Tx) First(ctx context.Context, by Order, offset, limit int) ([]contact.ID, error) {
	return tx.ids(ctx, `SELECT person FROM person_index ORDER BY `+by.key()+`, person LIMIT ? OFFSET ?`, limit, offset)
}

// Letters calls f with every section of the list that Find gives and how many people stand in it.
func (tx *Tx) Letters(ctx context.Context, filter Filter, by Order, f func(letter string, count int)) error {
	where, args := filter.where()
	query := `SELECT ` + by.letter() + ` AS letter, count(*) FROM person_index p WHERE ` + where + ` GROUP BY letter ORDER BY letter`
	return tx.each(ctx, query, args, func(row *sql.Rows) error {
		var letter string
		var count int
		if err := row.Scan(&letter, &count); err != nil {
			return err
		}
		f(letter, count)
		return nil
	})
}

// Texts returns the folded texts of everyone, joined by line breaks, and whose they are.
func (tx *Tx) Texts(ctx context.Context, by Order) (ids []contact.ID, texts []byte, err error) {
	if ids, err = tx.Find(ctx, Filter{}, by); err != nil || len(ids) == 0 {
		return nil, nil, err
	}
	// In pieces, because SQLite builds a value by growing it and holds at most a gigabyte in one.
	query := `SELECT group_concat(folded, char(10)) FROM (
		SELECT folded, row_number() OVER () / 4096 AS piece FROM (SELECT folded FROM person_index ORDER BY ` + by.key() + `, person)
	) GROUP BY piece ORDER BY piece`
	err = tx.each(ctx, query, nil, func(row *sql.Rows) error {
		var piece sql.RawBytes
		if err := row.Scan(&piece); err != nil {
			return err
		}
		if texts != nil {
			texts = append(texts, '\n')
		}
		texts = append(texts, piece...)
		return nil
	})
	return ids, texts, err
}

func jsonIDs(ids []contact.ID) string {
	text := make([]byte, 0, len(ids)*8+2)
	text = append(text, '[')
	for i, id := range ids {
		if i > 0 {
			text = append(text, ',')
		}
		text = strconv.AppendInt(text, int64(id), 10)
	}
	return string(append(text, ']'))
}

func jsonStrings(values []string) string {
	text, _ := json.Marshal(values) // strings always marshal
	return string(text)
}

// Folded returns the folded texts of those of the IDs that are there.
func (tx *Tx) Folded(ctx context.Context, ids []contact.ID) (map[contact.ID]string, error) {
	texts := make(map[contact.ID]string, len(ids))
	query := `SELECT person, folded FROM person_index WHERE person IN (SELECT value FROM json_each(?))`
	err := tx.each(ctx, query, []any{jsonIDs(ids)}, func(row *sql.Rows) error {
		var id contact.ID
		var text string
		if err := row.Scan(&id, &text); err != nil {
			return err
		}
		texts[id] = text
		return nil
	})
	return texts, err
}
