package store

import (
	"bytes"
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
	Topics                   []string          // keys; who has one of them, in whatever kind
	TopicKind                contact.TopicKind // narrows Topics to one kind; "" does not
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
		add(`(p.organisation = ? OR p.person IN (SELECT person FROM person_organisation WHERE name = ? AND NOT former))`,
			f.Organisation, f.Organisation)
	}
	if len(f.Topics) > 0 {
		add(`p.person IN (SELECT t.person FROM person_topic t JOIN topic_word w ON w.id = t.topic
			WHERE w.key IN (SELECT value FROM json_each(?)) AND ? IN ('', t.kind))`, jsonStrings(f.Topics), string(f.TopicKind))
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
	if len(args) == 0 && !filter.Untagged {
		query = strings.ReplaceAll(everyLetter, "@", by.key())
	}
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

// everyLetter goes from the first name of one section to the first of the next in the index on @, instead of looking at the
// names of everyone.
const everyLetter = `
	WITH RECURSIVE head (key) AS (
		SELECT min(@) FROM person_index
		UNION ALL
		SELECT (SELECT min(@) FROM person_index WHERE @ > CAST(substr(key, 1, instr(key, x'00') - 1) || x'01' AS BLOB))
		FROM head WHERE key IS NOT NULL
	), section (letter) AS (SELECT substr(key, 1, instr(key, x'00') - 1) FROM head WHERE key IS NOT NULL)
	SELECT CAST(letter AS TEXT), (
		SELECT count(*) FROM person_index WHERE @ >= CAST(letter || x'00' AS BLOB) AND @ < CAST(letter || x'01' AS BLOB)
	) FROM section ORDER BY letter`

// Texts calls f for everyone in the order of IDs, with the text that a search looks through. The text is valid until f
// returns.
func (tx *Tx) Texts(ctx context.Context, f func(id contact.ID, text []byte)) error {
	// In large pieces, because to cross into SQLite and back costs more than to read a row there. Only U+000A never stands in
	// a text.
	query := `SELECT group_concat(person), group_concat(folded, char(10)) FROM person_index GROUP BY person / 1024`
	return tx.each(ctx, query, nil, func(row *sql.Rows) error {
		var ids, texts sql.RawBytes
		if err := row.Scan(&ids, &texts); err != nil {
			return err
		}
		for len(ids) > 0 {
			var number, text []byte
			number, ids, _ = bytes.Cut(ids, []byte{','})
			text, texts, _ = bytes.Cut(texts, []byte{'\n'})
			id, err := strconv.ParseInt(string(number), 10, 64)
			if err != nil {
				return err
			}
			f(contact.ID(id), text)
		}
		return nil
	})
}

// Holding calls f with everyone whom the filter leaves and whose folded text holds one of the pieces, in the order of the
// list. The text is good until f returns.
func (tx *Tx) Holding(ctx context.Context, filter Filter, by Order, pieces [][]byte, f func(id contact.ID, text []byte)) error {
	where, args := filter.where()
	holds := make([]string, len(pieces))
	for i, piece := range pieces {
		holds[i] = "instr(p.folded, ?) > 0"
		args = append(args, string(piece))
	}
	// The plus keeps SQLite from walking through everyone by the index of the order: few are left, and they sort quickly.
	query := `SELECT p.person, p.folded FROM person_index p WHERE ` + where + ` AND (` + strings.Join(holds, " OR ") + `)
		ORDER BY +p.` + by.key() + `, p.person`
	return tx.each(ctx, query, args, func(row *sql.Rows) error {
		var id contact.ID
		var text sql.RawBytes
		if err := row.Scan(&id, &text); err != nil {
			return err
		}
		f(id, text)
		return nil
	})
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
