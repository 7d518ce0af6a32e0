package book

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/match"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// Organisation is an organisation as the cards of its people tell of it.
type Organisation struct {
	Name string
	// Card is the person that the organisation itself is in the book, 0 without one.
	Card contact.ID
	// Now and Before are who is there and who was, in the order of the list. Whoever came back is there now.
	Now, Before []Member
	// Topics are what at least two of those who are there now have in common, what most of them have first.
	Topics []contact.TopicCount
	// Ways are who is not there and knows somebody who is, whom the owner of the book knows first.
	Ways []Answer
	Lately
}

// Member is somebody at an organisation, with what they are and were there, in the order of their card.
type Member struct {
	Person    contact.Summary
	Positions []contact.Position
}

// Organisation returns what is known of an organisation. Spellings that differ in case and accents at most are one. Where nobody
// is there nor was, it has nothing but its name.
func (b *Book) Organisation(ctx context.Context, name string) (o Organisation, err error) {
	o.Name = name
	err = b.askNetwork(ctx, func(tx *store.Tx, n *network) error {
		names, err := spelledLike(ctx, tx, name)
		if err != nil {
			return err
		}
		if len(names) == 0 {
			return nil
		}
		if !slices.Contains(names, name) {
			o.Name = names[0]
		}
		if err := b.members(ctx, tx, &o, names); err != nil {
			return err
		}
		now, all := memberIDs(o.Now), append(memberIDs(o.Now), memberIDs(o.Before)...)
		if o.Topics, err = inCommon(ctx, tx, now); err != nil {
			return err
		}
		if o.Ways, err = b.waysInto(ctx, tx, n, now, all); err != nil {
			return err
		}
		o.Lately, err = latelyWith(ctx, tx, all)
		return err
	})
	if err != nil {
		return o, fmt.Errorf("organisation %q: %w", name, err)
	}
	return o, nil
}

// organisationsShown is how many organisations complete what is typed.
const organisationsShown = 20

// FindOrganisations returns the organisations that somebody is or was at and that hold a word beginning like that, those of the
// most people first.
func (b *Book) FindOrganisations(ctx context.Context, typed string) (names []string, err error) {
	typed = match.Fold(typed)
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		return tx.OrganisationNames(ctx, func(name string) {
			if len(names) < organisationsShown && strings.Contains(" "+match.Fold(name), " "+typed) {
				names = append(names, name)
			}
		})
	})
	return names, err
}

func memberIDs(members []Member) []contact.ID {
	ids := make([]contact.ID, len(members))
	for i, m := range members {
		ids[i] = m.Person.ID
	}
	return ids
}

// spelledLike returns the names of organisations that are the same but for case and accents, the most common first.
func spelledLike(ctx context.Context, tx *store.Tx, name string) (names []string, err error) {
	key := match.Fold(name)
	err = tx.OrganisationNames(ctx, func(one string) {
		if one == name || key != "" && match.Fold(one) == key {
			names = append(names, one)
		}
	})
	return names, err
}

// members reads who is at an organisation that has these names and who was.
func (b *Book) members(ctx context.Context, tx *store.Tx, o *Organisation, names []string) error {
	var ids []contact.ID
	for _, name := range names {
		some, err := tx.Affiliated(ctx, name)
		if err != nil {
			return err
		}
		ids = append(ids, some...)
	}
	people, cards, err := b.read(ctx, tx, distinctOf(ids))
	if err != nil {
		return err
	}
	for i, p := range people {
		if p.Kind == contact.Organisation {
			o.Card = cmp.Or(o.Card, p.ID)
			continue
		}
		m := Member{Person: p}
		for _, post := range postsOf(cards[i]) {
			if slices.Contains(names, post.Organisation) {
				m.Positions = append(m.Positions, post.Position)
			}
		}
		if slices.ContainsFunc(m.Positions, func(p contact.Position) bool { return !p.Former() }) {
			o.Now = append(o.Now, m)
		} else {
			o.Before = append(o.Before, m)
		}
	}
	return nil
}

// read returns people in the order of the list, with their cards. Whose card cannot be read is left out: that is the doctor's
// to find.
func (b *Book) read(ctx context.Context, tx *store.Tx, ids []contact.ID) ([]contact.Summary, []*vcard.Card, error) {
	by, err := b.order(ctx, tx, Query{})
	if err != nil {
		return nil, nil, err
	}
	if ids, err = b.sorted(ctx, tx, ids); err != nil {
		return nil, nil, err
	}
	people, err := tx.Summaries(ctx, ids, by)
	if err != nil {
		return nil, nil, err
	}
	rows, err := tx.People(ctx, ids)
	if err != nil {
		return nil, nil, err
	}
	at := make(map[contact.ID]int, len(people))
	for i, p := range people {
		at[p.ID] = i
	}
	cards := make([]*vcard.Card, len(people))
	err = share(ctx, len(rows), func(part iter.Seq[int]) error {
		for i := range part {
			if c, err := vcard.Parse(rows[i].Card, vcard.Options{Charset: rows[i].Charset}); err == nil {
				cards[at[rows[i].ID]] = c
			}
		}
		return nil
	})
	kept := 0
	for i, c := range cards {
		if c != nil {
			people[kept], cards[kept] = people[i], c
			kept++
		}
	}
	return people[:kept], cards[:kept], err
}

// inCommon returns the topics that at least two of the people have, what most have first.
func inCommon(ctx context.Context, tx *store.Tx, ids []contact.ID) ([]contact.TopicCount, error) {
	topics, err := tx.TopicsAmong(ctx, ids)
	if err != nil {
		return nil, err
	}
	counts := slices.DeleteFunc(countTopics(topics), func(t contact.TopicCount) bool { return t.People < 2 })
	slices.SortFunc(counts, func(x, y contact.TopicCount) int {
		return cmp.Or(cmp.Compare(y.People, x.People), cmp.Compare(match.Fold(x.Name), match.Fold(y.Name)))
	})
	return counts, nil
}

// waysInto returns who is none of all and is connected with one of those there, whom the owner of the book knows first; the
// owner comes before everyone.
func (b *Book) waysInto(ctx context.Context, tx *store.Tx, n *network, there, all []contact.ID) ([]Answer, error) {
	own, err := me(ctx, tx)
	if err != nil {
		return nil, err
	}
	inside, known := idSet(there), idSet(all)
	var outside []contact.ID
	for ends := range n.ties {
		for _, way := range [][2]contact.ID{{ends.low, ends.high}, {ends.high, ends.low}} {
			if inside[way[0]] && !known[way[1]] {
				outside = append(outside, way[1])
			}
		}
	}
	ids, err := b.sorted(ctx, tx, distinctOf(outside))
	if err != nil {
		return nil, err
	}
	far := func(id contact.ID) int {
		_, near := n.between(own, id)
		switch {
		case id == own:
			return 0
		case near:
			return 1
		}
		return 2
	}
	slices.SortStableFunc(ids, func(x, y contact.ID) int { return cmp.Compare(far(x), far(y)) })
	return n.answers(ctx, tx, n.present(ids), there)
}
