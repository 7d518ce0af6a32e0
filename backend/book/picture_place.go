package book

import (
	"context"
	"math/rand/v2"
	"time"

	"kaffeerunde/backend/graph"
	"kaffeerunde/backend/store"
)

// Arranging is a picture on its way to rest. X and Y are where the nodes are meanwhile, in the order in which [Book.Picture]
// has them; Done grows from 0 to 1.
type Arranging struct {
	Revision int64
	Done     float64
	X, Y     []float64
}

// showEvery is how often a picture on its way to rest is shown.
const showEvery = 250 * time.Millisecond

// layoutChance is the source of chance for places, the same each time.
func layoutChance() *rand.Rand { return rand.New(rand.NewPCG(2, 3)) }

// recall gives the nodes the places that are kept. Around somebody only what was put there by hand is: everything else
// follows from who knows whom, and is quickly found again.
func (s *sketch) recall(ctx context.Context, tx *store.Tx) error {
	places := map[string]store.Place{}
	err := tx.Places(ctx, s.form.name(), func(p store.Place) { places[p.Node] = p })
	if err != nil {
		return err
	}
	g := s.graph()
	for i := range s.Nodes {
		node := &s.Nodes[i]
		p, ok := places[node.Key]
		// Whoever stood alone and is connected by now moves in near those they know.
		if ok && (p.Pinned || !p.Alone || len(g.Neighbours(i)) == 0) {
			node.X, node.Y, node.Pinned = p.X, p.Y, p.Pinned
			s.kept[i] = graph.Point{X: p.X, Y: p.Y}
		}
	}
	switch {
	case s.form.Centre != 0:
		s.encircle()
	case len(s.kept) == len(s.Nodes):
		s.Settled = true
	default:
		s.put(graph.NewLayout(s.graph(), s.kept, layoutChance()).Points())
	}
	return nil
}

// encircle puts everybody on the rings around the centre, but for those who were put somewhere by hand.
func (s *sketch) encircle() {
	middle := 0
	for i, node := range s.Nodes {
		if node.Person == s.form.Centre {
			middle = i
		}
	}
	for _, place := range s.graph().Around(middle, s.form.Steps, layoutChance()) {
		if node := &s.Nodes[place.Person]; !node.Pinned {
			node.X, node.Y = place.At.X, place.At.Y
		}
	}
	s.Settled = true
}

// forget lets everybody go who was not put where they are by hand.
func (s *sketch) forget() {
	for i, node := range s.Nodes {
		if !node.Pinned {
			delete(s.kept, i)
		}
	}
	s.Settled = s.form.Centre != 0
}

// arrange lets those without a place find one, and keeps it.
func (b *Book) arrange(ctx context.Context, s *sketch, tick func(Arranging)) error {
	if s.Settled {
		return nil
	}
	layout := graph.NewLayout(s.graph(), s.kept, layoutChance())
	shown := time.Now()
	for !layout.Settled() {
		if err := ctx.Err(); err != nil {
			return err
		}
		layout.Step()
		if tick != nil && time.Since(shown) > showEvery {
			shown = time.Now()
			s.put(layout.Points())
			tick(s.arranging(layout.Progress()))
		}
	}
	s.put(layout.Points())
	s.Settled = true
	var places []store.Place
	g := s.graph()
	for i, node := range s.Nodes {
		if _, ok := s.kept[i]; !ok {
			places = append(places, store.Place{Node: node.Key, X: node.X, Y: node.Y, Alone: len(g.Neighbours(i)) == 0})
		}
	}
	return b.store.Keep(ctx, func(tx *store.Tx) error {
		if len(s.kept) < len(s.Nodes)/2 {
			// Those who are gone leave their places too when most find new ones.
			if err := tx.DropPlaces(ctx, s.form.name()); err != nil {
				return err
			}
		}
		return tx.PutPlaces(ctx, s.form.name(), places)
	})
}

func (s *sketch) put(points []graph.Point) {
	for i, p := range points {
		s.Nodes[i].X, s.Nodes[i].Y = p.X, p.Y
	}
}

// arranging is what [sketch.finish] would show now.
func (s *sketch) arranging(done float64) Arranging {
	now := Arranging{Revision: s.Revision, Done: done}
	g := s.graph()
	for i, node := range s.Nodes {
		if s.form.Alone || len(g.Neighbours(i)) > 0 {
			now.X, now.Y = append(now.X, node.X), append(now.Y, node.Y)
		}
	}
	return now
}
