package store

import (
	"context"
	"database/sql"
	"strings"

	"kaffeerunde/backend/contact"
)

// Entry is what is derived from one card, so that lists, filters, searches and matching need not read it.
type Entry struct {
	Person       contact.ID
	Name         string
	Inverted     string // family name first, "" where that is the same
	Organisation string
	Title        string
	Kind         contact.Kind // of a group only Name and Hash are kept, apart from the others
	Photo        []byte       // hash, nil without one
	Tags         []string
	FamilyKey    []byte // section letter, a zero byte, collation key
	GivenKey     []byte
	Folded       string              // what a search looks through, without line breaks
	Keys         []byte              // by what somebody is recognised, as package match packs it
	Hash         []byte              // of the card's content
	Related      string              // whom the card names, as a search through it finds them; "" for nobody
	Topics       []EntryTopic        // in the order of Name and Kind, each once
	Further      []EntryOrganisation // beside Organisation, in the order of Name, each once
}

// EntryTopic is a topic on a card. Key is the same for all its spellings.
type EntryTopic struct {
	Name, Key string
	Kind      contact.TopicKind
}

// EntryOrganisation is an organisation on a card; Former says that it is over.
type EntryOrganisation struct {
	Name   string
	Former bool
}

// tagSeparator joins tags in a column; no tag holds a control character.
const tagSeparator = "\x1f"

// SplitTags returns the tags that a column holds.
func SplitTags(joined string) []string {
	if joined == "" {
		return nil
	}
	return strings.Split(joined, tagSeparator)
}

// Summaries returns the lines of a list for the IDs, in their order; who is not there is left out. Letters are by family
// or by given name.
func (tx *Tx) Summaries(ctx context.Context, ids []contact.ID, by Order) ([]contact.Summary, error) {
	found := make(map[contact.ID]contact.Summary, len(ids))
	query := `SELECT person, name, inverted, organisation, title, kind, photo, tags, ` + by.letter() + `
		FROM person_index WHERE person IN (SELECT value FROM json_each(?))`
	err := tx.each(ctx, query, []any{jsonIDs(ids)}, func(row *sql.Rows) error {
		var s contact.Summary
		var inverted, tags string
		var photo []byte
		err := row.Scan(&s.ID, &s.Name, &inverted, &s.Organisation, &s.Title, &s.Kind, &photo, &tags, &s.Letter)
		if err != nil {
			return err
		}
		if by.Inverted && inverted != "" {
			s.Name = inverted
		}
		if len(photo) == len(Hash{}) {
			s.Photo = Hash(photo).String()
		}
		if tags != "" {
			s.Tags = strings.Split(tags, tagSeparator)
		}
		found[s.ID] = s
		return nil
	})
	list := make([]contact.Summary, 0, len(found))
	for _, id := range ids {
		if s, ok := found[id]; ok {
			list = append(list, s)
		}
	}
	return list, err
}

// Order is the order of a list and how it shows a name.
type Order struct {
	ByGiven  bool
	Inverted bool // family name first
}

func (o Order) key() string {
	if o.ByGiven {
		return "given_key"
	}
	return "family_key"
}

func (o Order) letter() string {
	return `CAST(substr(` + o.key() + `, 1, instr(` + o.key() + `, x'00') - 1) AS TEXT)`
}

// EntriesAfter returns the entries with IDs beyond after up to last, those of groups behind the others, with tags, topics and
// organisations as a filter finds them.
func (tx *Tx) EntriesAfter(ctx context.Context, after, last contact.ID) ([]Entry, error) {
	var list []Entry
	query := `SELECT person, name, inverted, organisation, title, kind, photo, tags, family_key, given_key, folded, keys, hash,
			related, (SELECT count(*) FROM person_tag t WHERE t.person = p.person)
		FROM person_index p WHERE person > ? AND person <= ? ORDER BY person`
	err := tx.each(ctx, query, []any{after, last}, func(row *sql.Rows) error {
		var e Entry
		var tags string
		var worn int
		err := row.Scan(&e.Person, &e.Name, &e.Inverted, &e.Organisation, &e.Title, &e.Kind, &e.Photo, &tags, &e.FamilyKey,
			&e.GivenKey, &e.Folded, &e.Keys, &e.Hash, &e.Related, &worn)
		if err != nil {
			return err
		}
		if tags != "" {
			e.Tags = strings.Split(tags, tagSeparator)
		}
		if worn != len(e.Tags) {
			e.Tags = nil
		}
		list = append(list, e)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if err := tx.addFound(ctx, list, after, last); err != nil {
		return nil, err
	}
	err = tx.each(ctx, `SELECT person, name, hash FROM group_index WHERE person > ? AND person <= ?`, []any{after, last}, func(row *sql.Rows) error {
		e := Entry{Kind: contact.Group}
		err := row.Scan(&e.Person, &e.Name, &e.Hash)
		list = append(list, e)
		return err
	})
	return list, err
}

// Organisations returns the organisations that begin with prefix, in any case, the most common first, at most limit.
func (tx *Tx) Organisations(ctx context.Context, prefix string, limit int, f func(name string, count int)) error {
	query := `SELECT organisation, count(*) FROM person_index
		WHERE organisation <> '' AND organisation LIKE ? ESCAPE '\' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?`
	pattern := strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(prefix) + "%"
	return tx.each(ctx, query, []any{pattern, limit}, func(row *sql.Rows) error {
		var name string
		var count int
		if err := row.Scan(&name, &count); err != nil {
			return err
		}
		f(name, count)
		return nil
	})
}

// ClearIndex deletes all that is derived, so that it can be derived again.
func (tx *Tx) ClearIndex(ctx context.Context) error {
	for _, table := range []string{
		"person_tag", "tag_word", "person_topic", "topic_word", "person_organisation", "person_index", "group_index",
	} {
		if err := tx.exec(ctx, `DELETE FROM `+table); err != nil {
			return err
		}
	}
	return nil
}

// Known calls f for everyone with what somebody is recognised by, and for groups, which have no keys. The slices are valid
// until f returns.
func (tx *Tx) Known(ctx context.Context, f func(id contact.ID, uid string, hash, keys []byte)) error {
	query := `SELECT i.person, p.uid, i.hash, i.keys FROM person_index i JOIN person p ON p.id = i.person
		UNION ALL SELECT g.person, p.uid, g.hash, x'' FROM group_index g JOIN person p ON p.id = g.person`
	return tx.each(ctx, query, nil, func(row *sql.Rows) error {
		var id contact.ID
		var uid string
		var hash, keys sql.RawBytes
		if err := row.Scan(&id, &uid, &hash, &keys); err != nil {
			return err
		}
		f(id, uid, hash, keys)
		return nil
	})
}

// Recognised calls f for everyone in the order of IDs with what somebody is recognised by. The slice is valid until f returns.
func (tx *Tx) Recognised(ctx context.Context, f func(id contact.ID, keys []byte)) error {
	return tx.recognised(ctx, `SELECT person, keys FROM person_index ORDER BY person`, nil, f)
}

// RecognisedOf calls f for those of the people who are there.
func (tx *Tx) RecognisedOf(ctx context.Context, ids []contact.ID, f func(id contact.ID, keys []byte)) error {
	query := `SELECT person, keys FROM person_index WHERE person IN (SELECT value FROM json_each(?))`
	return tx.recognised(ctx, query, []any{jsonIDs(ids)}, f)
}

func (tx *Tx) recognised(ctx context.Context, query string, args []any, f func(id contact.ID, keys []byte)) error {
	return tx.each(ctx, query, args, func(row *sql.Rows) error {
		var id contact.ID
		var keys sql.RawBytes
		if err := row.Scan(&id, &keys); err != nil {
			return err
		}
		f(id, keys)
		return nil
	})
}
