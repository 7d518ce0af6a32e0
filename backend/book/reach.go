package book

import (
	"context"

	"kaffeerunde/backend/contact"
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

// askNetwork runs f over the network as it is now. The network is everybody's who asks, and must not be changed.
func (b *Book) askNetwork(ctx context.Context, f func(tx *store.Tx, n *network) error) error {
	return b.store.Read(ctx, func(tx *store.Tx) error {
		n, err := b.network.at(ctx, tx, func(int64) (*network, error) { return loadNetwork(ctx, tx) })
		if err != nil {
			return err
		}
		return f(tx, n)
	})
}
