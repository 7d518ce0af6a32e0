package book

import (
	"context"
	"math/rand/v2"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/graph"
	"kaffeerunde/backend/store"
)

// Routes is how many ways to somebody are offered at most.
const Routes = 3

// Route is a way from one person to another: everyone on it, both ends included, and at each step what the next is to the
// one before.
type Route struct {
	People []contact.Summary
	Steps  []contact.Connection
}

// Routes returns up to [Routes] ways of at most three steps from one person to another, the best first. None leads over a
// connection that is not to be asked.
func (b *Book) Routes(ctx context.Context, from, to contact.ID) (routes []Route, err error) {
	err = b.askNetwork(ctx, func(tx *store.Tx, n *network) error {
		ends, err := n.places(from, to)
		if err != nil {
			return err
		}
		for _, way := range n.graph(true).Routes(ends[0], ends[1], Routes) {
			ids := n.ids(way)
			route := Route{}
			if route.People, err = tx.Summaries(ctx, ids, store.Order{}); err != nil {
				return err
			}
			for i := range ids[1:] {
				step, _ := n.between(ids[i], ids[i+1])
				step.Name = route.People[i+1].Name
				route.Steps = append(route.Steps, step)
			}
			routes = append(routes, route)
		}
		return nil
	})
	return routes, err
}

// Common returns whom two people are both connected with.
func (b *Book) Common(ctx context.Context, one, other contact.ID) (people []contact.Summary, err error) {
	err = b.askNetwork(ctx, func(tx *store.Tx, n *network) error {
		places, err := n.places(one, other)
		if err != nil {
			return err
		}
		people, err = tx.Summaries(ctx, n.ids(n.graph(false).Common(places[0], places[1])), store.Order{})
		return err
	})
	return people, err
}

// Circle is a group of people who know each other better than they know others. Name is a tag or an organisation that more
// than half of them have and no larger circle is named after, else empty: then Around is who knows most of the others.
type Circle struct {
	Name   string
	Around string
	People []contact.Summary
}

// Circles returns the circles that people form by their connections, the largest first. The same book gives the same ones.
func (b *Book) Circles(ctx context.Context) (circles []Circle, err error) {
	err = b.askNetwork(ctx, func(tx *store.Tx, n *network) error {
		g := n.graph(false)
		named := map[string]bool{}
		for _, members := range g.Circles(rand.New(rand.NewPCG(1, 1))) {
			people, err := tx.Summaries(ctx, n.ids(members), store.Order{})
			if err != nil {
				return err
			}
			circle := Circle{Name: sharedBy(people), People: people}
			// What two circles share tells neither from the other.
			if circle.Name == "" || named[circle.Name] {
				circle.Name, circle.Around = "", people[centre(g, members)].Name
			}
			named[circle.Name] = true
			circles = append(circles, circle)
		}
		return nil
	})
	return circles, err
}

// askNetwork runs f over the network as it is now.
func (b *Book) askNetwork(ctx context.Context, f func(tx *store.Tx, n *network) error) error {
	return b.store.Read(ctx, func(tx *store.Tx) error {
		n, err := loadNetwork(ctx, tx)
		if err != nil {
			return err
		}
		return f(tx, n)
	})
}

// sharedBy returns the tag, else the organisation, that most people have, "" where no more than half have one.
func sharedBy(people []contact.Summary) string {
	tags, organisations := map[string]int{}, map[string]int{}
	for _, p := range people {
		for _, tag := range p.Tags {
			tags[tag]++
		}
		if p.Organisation != "" {
			organisations[p.Organisation]++
		}
	}
	for _, count := range []map[string]int{tags, organisations} {
		best := ""
		for name, n := range count {
			if 2*n > len(people) && (n > count[best] || n == count[best] && name < best) {
				best = name
			}
		}
		if best != "" {
			return best
		}
	}
	return ""
}

// centre returns which of the members is connected with most of the others.
func centre(g *graph.Graph, members []int) int {
	inside := map[int32]bool{}
	for _, m := range members {
		inside[int32(m)] = true
	}
	best, most := 0, -1
	for i, m := range members {
		known := 0
		for _, other := range g.Neighbours(m) {
			if inside[other] {
				known++
			}
		}
		if known > most {
			best, most = i, known
		}
	}
	return best
}
