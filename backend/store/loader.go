package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	sqlite3 "github.com/mattn/go-sqlite3"

	"kaffeerunde/backend/contact"
)

// Loader puts many rows in at once. It speaks to the driver directly: database/sql costs more than SQLite for rows as short
// as these. Close it before the transaction ends.
type Loader struct {
	tx       *Tx
	prepared map[string]*sqlite3.SQLiteStmt
	words    map[string]int64 // tag_word
	topics   map[string]int64 // topic_word
	deferred bool
}

// NewLoader returns a loader for the transaction.
func (tx *Tx) NewLoader() *Loader {
	return &Loader{tx: tx, prepared: map[string]*sqlite3.SQLiteStmt{}, words: map[string]int64{}, topics: map[string]int64{}}
}

// Newcomer is a person with what is derived from their card, as both come into the book.
type Newcomer struct {
	Person Person
	Entry  Entry
}

const (
	insertPerson = `INSERT INTO person (` + storedColumns + `) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
	insertEntry  = `INSERT INTO person_index (person, name, inverted, organisation, title, kind, photo, tags, family_key, given_key,
		folded, keys, hash, related) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	updateCard  = `UPDATE person SET card = ?, charset = ?, photos = ?, changed = ? WHERE id = ?`
	insertGroup = `INSERT INTO group_index (person, name, hash) VALUES (?, ?, ?)`
	deleteEntry = `DELETE FROM person_index WHERE person = ?`
	deleteGroup = `DELETE FROM group_index WHERE person = ?`
	deleteTags  = `DELETE FROM person_tag WHERE person = ?`
	insertTag   = `INSERT INTO person_tag (person, tag) VALUES (?, ?) ON CONFLICT DO NOTHING`
	insertWord  = `INSERT INTO tag_word (name) VALUES (?) ON CONFLICT (name) DO UPDATE SET name = name RETURNING id`
	// A topic whose key is derived otherwise than before gets the new one.
	insertTopicWord = `INSERT INTO topic_word (name, key) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET key = excluded.key RETURNING id`
	insertTopic     = `INSERT INTO person_topic (person, topic, kind) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`
	deleteTopics    = `DELETE FROM person_topic WHERE person = ?`
	insertFurther   = `INSERT INTO person_organisation (person, name, former) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`
	deleteFurther   = `DELETE FROM person_organisation WHERE person = ?`
	insertPhoto     = `INSERT INTO photo (hash, mime, data) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`
)

// Add puts people in and gives them their IDs, in order.
func (l *Loader) Add(ctx context.Context, people []Newcomer) error {
	first, err := l.tx.reserve(ctx, len(people))
	if err != nil {
		return err
	}
	return l.each(ctx, len(people), func(i int) error {
		p, e := &people[i].Person, &people[i].Entry
		p.ID, e.Person = first+contact.ID(i), first+contact.ID(i)
		if err := l.exec(insertPerson, int64(p.ID), p.UID, p.Card, p.Charset, packHashes(p.Photos), p.Operation, int64(p.File),
			p.Created.UnixMilli(), p.Changed.UnixMilli()); err != nil {
			return err
		}
		return l.entry(e)
	})
}

// Replace gives people other cards, and replaces what is derived from them.
func (l *Loader) Replace(ctx context.Context, people []Newcomer) error {
	return l.each(ctx, len(people), func(i int) error {
		p := &people[i].Person
		if err := l.exec(updateCard, p.Card, p.Charset, packHashes(p.Photos), p.Changed.UnixMilli(), int64(p.ID)); err != nil {
			return err
		}
		return l.again(&people[i].Entry)
	})
}

// Index replaces what is derived from the cards of these people.
func (l *Loader) Index(ctx context.Context, entries []Entry) error {
	return l.each(ctx, len(entries), func(i int) error { return l.again(&entries[i]) })
}

// Unindex takes away what is derived from the cards of these people.
func (l *Loader) Unindex(ctx context.Context, people []contact.ID) error {
	return l.each(ctx, len(people), func(i int) error { return l.unindex(people[i]) })
}

func (l *Loader) unindex(id contact.ID) error {
	for _, statement := range []string{deleteEntry, deleteGroup, deleteTags, deleteTopics, deleteFurther} {
		if err := l.exec(statement, int64(id)); err != nil {
			return err
		}
	}
	return nil
}

// again replaces an entry that is there already.
func (l *Loader) again(e *Entry) error {
	if err := l.unindex(e.Person); err != nil {
		return err
	}
	return l.entry(e)
}

// AddPhotos keeps pictures.
func (l *Loader) AddPhotos(ctx context.Context, photos []Photo) error {
	return l.each(ctx, len(photos), func(i int) error {
		p := &photos[i]
		return l.exec(insertPhoto, p.Hash[:], p.Mime, p.Data)
	})
}

func (l *Loader) entry(e *Entry) error {
	id := int64(e.Person)
	if e.Kind == contact.Group {
		return l.exec(insertGroup, id, e.Name, e.Hash)
	}
	if err := l.exec(insertEntry, id, e.Name, e.Inverted, e.Organisation, e.Title, string(e.Kind), e.Photo,
		strings.Join(e.Tags, tagSeparator), e.FamilyKey, e.GivenKey, e.Folded, e.Keys, e.Hash, e.Related); err != nil {
		return err
	}
	for _, tag := range e.Tags {
		word, err := l.number(l.words, tag, insertWord, tag)
		if err != nil {
			return err
		}
		if err := l.exec(insertTag, id, word); err != nil {
			return err
		}
	}
	for _, topic := range e.Topics {
		word, err := l.number(l.topics, topic.Name, insertTopicWord, topic.Name, topic.Key)
		if err != nil {
			return err
		}
		if err := l.exec(insertTopic, id, word, string(topic.Kind)); err != nil {
			return err
		}
	}
	for _, o := range e.Further {
		if err := l.exec(insertFurther, id, o.Name, o.Former); err != nil {
			return err
		}
	}
	return nil
}

// number returns the ID that a word has in its table, and puts it in where it is new.
func (l *Loader) number(known map[string]int64, word, insert string, values ...driver.Value) (int64, error) {
	if id, ok := known[word]; ok {
		return id, nil
	}
	statement, err := l.statement(insert)
	if err != nil {
		return 0, err
	}
	rows, err := statement.Query(values)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	row := make([]driver.Value, 1)
	if err := rows.Next(row); err != nil {
		return 0, err
	}
	id, ok := row[0].(int64)
	if !ok {
		return 0, fmt.Errorf("number of a word: %v", row[0])
	}
	known[word] = id
	return id, nil
}

// Tags returns the tags that this loader has put on somebody, in the order of their names.
func (l *Loader) Tags() []string { return slices.Sorted(maps.Keys(l.words)) }

// each lends the driver's connection to f, n times.
func (l *Loader) each(ctx context.Context, n int, f func(i int) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return l.tx.conn.Raw(func(conn any) error {
		lite, ok := conn.(*sqlite3.SQLiteConn)
		if !ok {
			return fmt.Errorf("load rows: unexpected driver %T", conn)
		}
		if err := l.prepare(lite); err != nil {
			return err
		}
		for i := range n {
			if err := f(i); err != nil {
				return err
			}
		}
		return nil
	})
}

func (l *Loader) prepare(conn *sqlite3.SQLiteConn) error {
	if len(l.prepared) > 0 {
		return nil
	}
	for _, text := range []string{
		insertPerson, insertEntry, updateCard, insertGroup, deleteEntry, deleteGroup, deleteTags, insertTag, insertWord, insertPhoto,
		insertTopicWord, insertTopic, deleteTopics, insertFurther, deleteFurther,
	} {
		statement, err := conn.Prepare(text)
		if err != nil {
			return err
		}
		prepared, ok := statement.(*sqlite3.SQLiteStmt)
		if !ok {
			return fmt.Errorf("load rows: unexpected statement %T", statement)
		}
		l.prepared[text] = prepared
	}
	return nil
}

func (l *Loader) statement(text string) (*sqlite3.SQLiteStmt, error) {
	statement, ok := l.prepared[text]
	if !ok {
		return nil, fmt.Errorf("not prepared: %s", text)
	}
	return statement, nil
}

func (l *Loader) exec(text string, args ...driver.Value) error {
	statement, err := l.statement(text)
	if err != nil {
		return err
	}
	_, err = statement.Exec(args)
	return err
}

// Defer takes the indexes away until Close, which builds them again in one go. It is worth it when more rows come than
// there are.
func (l *Loader) Defer(ctx context.Context) error {
	l.deferred = true
	for _, index := range deferrable {
		if err := l.tx.exec(ctx, `DROP INDEX `+index.name); err != nil {
			return err
		}
	}
	return nil
}

var deferrable = []struct{ name, on string }{
	{"person_by_family", "person_index (family_key)"},
	{"person_by_given", "person_index (given_key)"},
	{"person_by_organisation", "person_index (organisation) WHERE organisation <> ''"},
	{"person_by_tag", "person_tag (tag)"},
	{"person_uid", "person (uid)"},
}

// Close gives the statements back and builds what was deferred.
func (l *Loader) Close(ctx context.Context) error {
	var errs []error
	for _, statement := range l.prepared {
		errs = append(errs, statement.Close())
	}
	clear(l.prepared)
	if !l.deferred {
		return errors.Join(errs...)
	}
	l.deferred = false
	for _, index := range deferrable {
		errs = append(errs, l.tx.exec(ctx, `CREATE INDEX `+index.name+` ON `+index.on))
	}
	return errors.Join(errs...)
}
