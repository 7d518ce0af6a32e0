package store

import (
	"context"
	"database/sql"

	"kaffeerunde/backend/contact"
)

// PersonTopic is a topic of somebody.
type PersonTopic struct {
	Person contact.ID
	EntryTopic
}

// PersonOrganisation is where somebody is or was.
type PersonOrganisation struct {
	Person contact.ID
	EntryOrganisation
}

// PersonTopics returns the topics of all people, in the order of IDs.
func (tx *Tx) PersonTopics(ctx context.Context) ([]PersonTopic, error) {
	return tx.personTopics(ctx, "")
}

func (tx *Tx) personTopics(ctx context.Context, where string, args ...any) ([]PersonTopic, error) {
	var list []PersonTopic
	query := `SELECT t.person, w.name, w.key, t.kind FROM person_topic t JOIN topic_word w ON w.id = t.topic ` + where + `
		ORDER BY t.person, w.name, t.kind`
	err := tx.each(ctx, query, args, func(row *sql.Rows) error {
		var p PersonTopic
		err := row.Scan(&p.Person, &p.Name, &p.Key, &p.Kind)
		list = append(list, p)
		return err
	})
	return list, err
}

// TopicsAmong returns the topics of these people, in the order of IDs.
func (tx *Tx) TopicsAmong(ctx context.Context, people []contact.ID) ([]PersonTopic, error) {
	return tx.personTopics(ctx, `WHERE t.person IN (SELECT value FROM json_each(?))`, jsonIDs(people))
}

// OrganisationsAmong returns where these people are and were, in the order of IDs; first for each where their line in a list
// says that they are.
func (tx *Tx) OrganisationsAmong(ctx context.Context, people []contact.ID) ([]PersonOrganisation, error) {
	var list []PersonOrganisation
	err := tx.each(ctx, `SELECT person, organisation, 0, 0 FROM person_index
		WHERE person IN (SELECT value FROM json_each(?1)) AND organisation <> ''
		UNION ALL SELECT person, name, former, 1 FROM person_organisation WHERE person IN (SELECT value FROM json_each(?1))
		ORDER BY 1, 4, 2`, []any{jsonIDs(people)}, func(row *sql.Rows) error {
		var o PersonOrganisation
		var further bool
		err := row.Scan(&o.Person, &o.Name, &o.Former, &further)
		list = append(list, o)
		return err
	})
	return list, err
}

// Topical returns who has a topic, in whatever spelling and kind.
func (tx *Tx) Topical(ctx context.Context, key string) ([]contact.ID, error) {
	return tx.ids(ctx, `SELECT DISTINCT person FROM person_topic WHERE topic IN (SELECT id FROM topic_word WHERE key = ?)
		ORDER BY person`, key)
}

// Affiliated returns who is or was at an organisation, in the order of IDs.
func (tx *Tx) Affiliated(ctx context.Context, name string) ([]contact.ID, error) {
	return tx.ids(ctx, `SELECT person FROM person_index WHERE organisation = ?1 AND organisation <> ''
		UNION SELECT person FROM person_organisation WHERE name = ?1 ORDER BY person`, name)
}

// OrganisationNames calls f with every organisation that somebody is or was at, those of the most people first.
func (tx *Tx) OrganisationNames(ctx context.Context, f func(name string)) error {
	query := `SELECT name FROM (
			SELECT organisation AS name FROM person_index WHERE organisation <> '' UNION ALL SELECT name FROM person_organisation
		) GROUP BY name ORDER BY count(*) DESC, name`
	return tx.each(ctx, query, nil, func(row *sql.Rows) error {
		var name string
		if err := row.Scan(&name); err != nil {
			return err
		}
		f(name)
		return nil
	})
}

// addFound gives the entries, which are in the order of IDs, their topics and organisations.
func (tx *Tx) addFound(ctx context.Context, list []Entry, after, last contact.ID) error {
	at := make(map[contact.ID]int, len(list))
	for i := range list {
		at[list[i].Person] = i
	}
	topics := `SELECT t.person, w.name, w.key, t.kind FROM person_topic t JOIN topic_word w ON w.id = t.topic
		WHERE t.person > ? AND t.person <= ? ORDER BY w.name, t.kind`
	err := tx.each(ctx, topics, []any{after, last}, func(row *sql.Rows) error {
		var id contact.ID
		var t EntryTopic
		if err := row.Scan(&id, &t.Name, &t.Key, &t.Kind); err != nil {
			return err
		}
		if i, ok := at[id]; ok {
			list[i].Topics = append(list[i].Topics, t)
		}
		return nil
	})
	if err != nil {
		return err
	}
	organisations := `SELECT person, name, former FROM person_organisation WHERE person > ? AND person <= ? ORDER BY name`
	return tx.each(ctx, organisations, []any{after, last}, func(row *sql.Rows) error {
		var id contact.ID
		var o EntryOrganisation
		if err := row.Scan(&id, &o.Name, &o.Former); err != nil {
			return err
		}
		if i, ok := at[id]; ok {
			list[i].Further = append(list[i].Further, o)
		}
		return nil
	})
}
