package book

import (
	"context"
	"slices"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// changeReader finds out what an operation changed: in numbers and names, or closely, with what was said before and after.
type changeReader struct {
	tx      *store.Tx
	of      store.Operation
	closely bool
	region  string // of phone numbers
	known   map[contact.ID]recalled
}

func (r *changeReader) read(ctx context.Context) (people ChangedPeople, things []ChangedThings, err error) {
	tables, err := r.tx.Changes(ctx, r.of)
	if err != nil {
		return people, nil, err
	}
	for _, one := range tables {
		tally := Tally{one.Added, one.Gone, one.Changed}
		switch one.Table {
		case "person":
			people.Added, people.Gone, people.Changed = people.Added+one.Added, people.Gone+one.Gone, people.Changed+one.Changed
		case "membership":
			// The card stayed as it was; a tag that a group gives came or went.
			people.Changed += tally.sum()
		default:
			more := ChangedThings{Thing: thingOf(one.Table), Tally: tally}
			if r.closely {
				if more.First, err = r.things(ctx, one.Table); err != nil {
					return people, nil, err
				}
			}
			things = append(things, more)
		}
	}
	people, err = r.people(ctx, people)
	return people, things, err
}

// people reads the first people.
func (r *changeReader) people(ctx context.Context, people ChangedPeople) (ChangedPeople, error) {
	rows, err := r.tx.ChangedRows(ctx, r.of, "person", mostChanged)
	if err != nil {
		return people, err
	}
	groups, err := r.tx.ChangedRows(ctx, r.of, "membership", mostChanged)
	if err != nil {
		return people, err
	}
	worn := map[any]store.RowChange{}
	for _, g := range groups {
		worn[g.Key] = g
		if !slices.ContainsFunc(rows, func(row store.RowChange) bool { return row.Key == g.Key }) {
			rows = append(rows, store.RowChange{Key: g.Key})
		}
	}
	for _, row := range rows[:min(len(rows), mostChanged)] {
		id, ok := row.Key.(int64)
		if !ok {
			continue
		}
		one, err := r.person(ctx, contact.ID(id), row, worn[row.Key])
		if err != nil {
			return people, err
		}
		people.First = append(people.First, one)
	}
	return people, nil
}

func (r *changeReader) person(ctx context.Context, id contact.ID, row, groups store.RowChange) (ChangedPerson, error) {
	one := ChangedPerson{ID: id, Becoming: becomingOf(row)}
	var err error
	if one.Name, one.Here, err = r.name(ctx, id); err != nil {
		return one, err
	}
	if row.Before == nil && row.After == nil && becomingOf(groups) != "" {
		one.Becoming = Changed
	}
	before, after := cardIn(row.Before), cardIn(row.After)
	if !r.closely || one.Becoming != Changed {
		return one, nil
	}
	if before != nil && after != nil {
		for _, d := range compare(before, after, r.region).differences {
			one.Changes = append(one.Changes, CardChange{Field: d.Field, Property: d.Property, Before: d.Mine, After: d.Theirs})
		}
	}
	one.Changes = append(one.Changes, tagChanges(groups)...)
	one.More = max(0, len(one.Changes)-mostChangesOf)
	one.Changes = one.Changes[:len(one.Changes)-one.More]
	return one, nil
}

// name returns what somebody is called, or was called last, and whether they are in the book now.
func (r *changeReader) name(ctx context.Context, id contact.ID) (name string, here bool, err error) {
	if known, ok := r.known[id]; ok {
		return known.name, known.here, nil
	}
	people, err := r.tx.Summaries(ctx, []contact.ID{id}, store.Order{})
	if err != nil {
		return "", false, err
	}
	if here = len(people) > 0; here {
		name = people[0].Name
	} else {
		err = r.tx.PastCards(ctx, []contact.ID{id}, func(_ contact.ID, card []byte, charset string) {
			if c, err := vcard.Parse(card, vcard.Options{Charset: charset}); err == nil {
				name = shownName(c)
			}
		})
	}
	r.known[id] = recalled{name, here}
	return name, here, err
}

// recalled is what somebody is called, or was.
type recalled struct {
	name string
	here bool
}

// becomingOf says what became of a row, "" for one that was there neither before nor after.
func becomingOf(row store.RowChange) Becoming {
	switch {
	case row.Before != nil && row.After != nil:
		return Changed
	case row.Before != nil:
		return Gone
	case row.After != nil:
		return Added
	}
	return ""
}

// cardIn returns the card in a row, nil where there is none or it cannot be read.
func cardIn(row []store.Column) *vcard.Card {
	raw, _ := valueIn(row, "card").([]byte)
	charset, _ := valueIn(row, "charset").(string)
	if raw == nil {
		return nil
	}
	c, err := vcard.Parse(raw, vcard.Options{Charset: charset})
	if err != nil {
		return nil
	}
	return c
}

func valueIn(row []store.Column, name string) any {
	at := slices.IndexFunc(row, func(c store.Column) bool { return c.Name == name })
	if at < 0 {
		return nil
	}
	return row[at].Value
}

// tagChanges says which tags somebody's groups gave and took.
func tagChanges(groups store.RowChange) []CardChange {
	before, after := store.SplitTags(textIn(groups.Before, "tags")), store.SplitTags(textIn(groups.After, "tags"))
	var list []CardChange
	for _, tag := range before {
		if !slices.Contains(after, tag) {
			list = append(list, CardChange{Field: FieldTags, Before: []DifferenceValue{{Value: printable(tag)}}})
		}
	}
	for _, tag := range after {
		if !slices.Contains(before, tag) {
			list = append(list, CardChange{Field: FieldTags, After: []DifferenceValue{{Value: printable(tag)}}})
		}
	}
	return list
}

func textIn(row []store.Column, name string) string {
	text, _ := valueIn(row, name).(string)
	return text
}
