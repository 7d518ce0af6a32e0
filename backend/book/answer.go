package book

import (
	"cmp"
	"context"
	"slices"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/graph"
	"kaffeerunde/backend/store"
)

// Answer is somebody whom a question to the network finds, with what speaks for them: whom of those asked about they know, or
// what their card says.
type Answer struct {
	Person contact.Summary
	Ties   []Tie
	Facts  []Fact
}

// Tie is how somebody is connected with one of those a question is about. Is says what they are to From. Side says which of
// two circles From belongs to, 0 or 1; it is 0 where no circles are asked about.
type Tie struct {
	From     contact.ID
	FromName string
	Side     int
	Is       contact.Connection
}

// tieLimit is how many ties an answer gives for each side as its reasons: more than that nobody reads.
const tieLimit = 4

// Shared returns whom two people are both connected with, and how each of the two knows them.
func (b *Book) Shared(ctx context.Context, one, other contact.ID) (answers []Answer, err error) {
	err = b.askNetwork(ctx, func(tx *store.Tx, n *network) error {
		places, err := n.places(one, other)
		if err != nil {
			return err
		}
		answers, err = n.answers(ctx, tx, n.graph(false).Common(places[0], places[1]), []contact.ID{one}, []contact.ID{other})
		return err
	})
	return answers, err
}

// Links returns who links two circles, and whom they know in each.
func (b *Book) Links(ctx context.Context, one, other []contact.ID) (answers []Answer, err error) {
	err = b.askNetwork(ctx, func(tx *store.Tx, n *network) error {
		from, to := n.present(one), n.present(other)
		answers, err = n.answers(ctx, tx, linking(n.graph(false), from, to), one, other)
		return err
	})
	return answers, err
}

// Among returns the people of a query with whom of each other they know; who knows nobody of them comes last.
func (b *Book) Among(ctx context.Context, q Query) (answers []Answer, err error) {
	ids, err := b.IDs(ctx, q)
	if err != nil {
		return nil, err
	}
	err = b.askNetwork(ctx, func(tx *store.Tx, n *network) error {
		if answers, err = n.answers(ctx, tx, n.present(ids), ids); err != nil {
			return err
		}
		slices.SortStableFunc(answers, func(x, y Answer) int { return cmp.Compare(min(len(y.Ties), 1), min(len(x.Ties), 1)) })
		return nil
	})
	return answers, err
}

// Alone returns who has no tag, no topic and no connection, in the order of the list.
func (b *Book) Alone(ctx context.Context) (people []contact.Summary, err error) {
	ids, err := b.IDs(ctx, Query{Untagged: true})
	if err != nil {
		return nil, err
	}
	err = b.askNetwork(ctx, func(tx *store.Tx, n *network) error {
		known, err := b.atlas.at(ctx, tx)
		if err != nil {
			return err
		}
		accompanied := map[contact.ID]bool{}
		for ends := range n.ties {
			accompanied[ends.low], accompanied[ends.high] = true, true
		}
		for _, id := range known.topical {
			accompanied[id] = true
		}
		by, err := b.order(ctx, tx, Query{})
		if err != nil {
			return err
		}
		people, err = tx.Summaries(ctx, slices.DeleteFunc(ids, func(id contact.ID) bool { return accompanied[id] }), by)
		return err
	})
	return people, err
}

// answers names the people at these places, with their ties to those who are asked about: one list for each side.
func (n *network) answers(ctx context.Context, tx *store.Tx, places []int, sides ...[]contact.ID) ([]Answer, error) {
	people, err := tx.Summaries(ctx, n.ids(places), store.Order{})
	if err != nil {
		return nil, err
	}
	var named []contact.ID
	answers := make([]Answer, len(people))
	for i, p := range people {
		answers[i].Person = p
		for side, ids := range sides {
			ties := n.tiesTo(p.ID, ids, side)
			// Somebody who belongs to both sides is named once.
			ties = slices.DeleteFunc(ties, func(t Tie) bool {
				return slices.ContainsFunc(answers[i].Ties, func(known Tie) bool { return known.From == t.From })
			})
			for _, tie := range ties {
				named = append(named, tie.From)
			}
			answers[i].Ties = append(answers[i].Ties, ties...)
		}
	}
	return answers, n.nameTies(ctx, tx, answers, named)
}

// tiesTo returns how somebody is connected with those of the people whom they know, the strongest connections first.
func (n *network) tiesTo(id contact.ID, from []contact.ID, side int) []Tie {
	var ties []Tie
	for _, other := range from {
		if is, ok := n.between(other, id); ok && other != id {
			ties = append(ties, Tie{From: other, Side: side, Is: is})
		}
	}
	slices.SortStableFunc(ties, func(x, y Tie) int { return cmp.Compare(y.Is.Kind.Strength(), x.Is.Kind.Strength()) })
	return ties[:min(len(ties), tieLimit)]
}

func (n *network) nameTies(ctx context.Context, tx *store.Tx, answers []Answer, ids []contact.ID) error {
	people, err := tx.Summaries(ctx, distinctOf(ids), store.Order{})
	if err != nil {
		return err
	}
	names := make(map[contact.ID]string, len(people))
	for _, p := range people {
		names[p.ID] = p.Name
	}
	for i := range answers {
		for k := range answers[i].Ties {
			tie := &answers[i].Ties[k]
			tie.FromName, tie.Is.Name = names[tie.From], answers[i].Person.Name
		}
	}
	return nil
}

// present returns the places of those of the people who are in the network.
func (n *network) present(ids []contact.ID) []int {
	var places []int
	for _, id := range ids {
		if place, ok := n.at[id]; ok {
			places = append(places, place)
		}
	}
	return places
}

// linking returns who links two circles: who knows somebody of both, or belongs to the one and knows somebody of the other. Where
// nobody does, it is everyone whom the shortest ways between the two lead over. Those come first on whom most ways depend.
func linking(g *graph.Graph, from, to []int) []int {
	near := [2]map[int]bool{{}, {}}
	for side, circle := range [...][]int{from, to} {
		for _, member := range circle {
			near[side][member] = true
			for _, other := range g.Neighbours(member) {
				near[side][int(other)] = true
			}
		}
	}
	weight := g.Betweenness(from, to)
	var links []int
	for i := range near[0] {
		if near[1][i] && len(g.Neighbours(i)) > 0 {
			links = append(links, i)
		}
	}
	if len(links) == 0 {
		return g.Links(from, to)
	}
	slices.SortFunc(links, func(x, y int) int { return cmp.Or(cmp.Compare(weight[y], weight[x]), cmp.Compare(x, y)) })
	return links
}

func distinctOf(ids []contact.ID) []contact.ID {
	ids = slices.Clone(ids)
	slices.Sort(ids)
	return slices.Compact(ids)
}
