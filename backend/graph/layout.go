package graph

import (
	"cmp"
	"context"
	"math"
	"math/rand/v2"
	"slices"
)

// Apart is how far any two people of a settled [Layout] stay from each other. It is the unit of its points: a dot of half that
// size touches no other.
const Apart = 1.0

// Point is a place in a picture. X grows to the right, Y upwards.
type Point struct{ X, Y float64 }

// Layout is the picture of a whole graph as it comes to rest: connected people draw each other near, everybody keeps everybody
// at a distance (after Barnes and Hut, 1986), and circles stay together. Parts that hang apart are laid beside each other
// around the middle, which is at (0, 0). Who is connected with nobody stands on rings around them, those of an incomplete ring
// at its bottom.
//
// A Layout depends on its graph, the held and the chance alone, to the bit: neither on how many cores there are nor on when
// its points are asked for. It is not safe for concurrent use.
type Layout struct {
	graph   *Graph
	held    map[int]Point
	clouds  []*cloud // the parts of two and more people, the largest first
	alone   []int    // who is connected with nobody and not held
	settled []Point  // nil until it has settled
}

// NewLayout begins the layout of a graph. Whoever is in held stays there, whether kept from an earlier layout or put there by
// hand. Newcomers among held people begin beside those they are connected with, and only they move. Where less than half of
// a part is held it is laid out anew around them, so a caller who wants the old picture back holds everyone in it. Somebody who
// stood alone and now knows others is better not held: they would stay on their ring.
func NewLayout(g *Graph, held map[int]Point, chance *rand.Rand) *Layout {
	l := &Layout{graph: g, held: held}
	for _, people := range g.components() {
		if len(people) > 1 {
			l.clouds = append(l.clouds, newCloud(g, people, held, rand.New(rand.NewPCG(chance.Uint64(), chance.Uint64()))))
		} else if _, ok := held[people[0]]; !ok {
			l.alone = append(l.alone, people[0])
		}
	}
	return l
}

// Settled reports whether everybody has come to rest.
func (l *Layout) Settled() bool { return l.settled != nil }

// Step lets everybody move once. The last one also sees to it that nobody is nearer to another than [Apart], save two who are
// held. It does nothing once the layout has settled.
func (l *Layout) Step() {
	if l.Settled() {
		return
	}
	moving := false
	for _, c := range l.clouds {
		c.step()
		moving = moving || !c.resting()
	}
	if !moving {
		l.settled = l.finish()
	}
}

// Settle steps until the layout has settled or the context ends, which is the error it returns.
func (l *Layout) Settle(ctx context.Context) error {
	for !l.Settled() {
		if err := ctx.Err(); err != nil {
			return err
		}
		l.Step()
	}
	return nil
}

// Progress says how much of the way to rest has been gone, from 0 to 1.
func (l *Layout) Progress() float64 {
	if l.Settled() || len(l.clouds) == 0 {
		return 1
	}
	done, all := 0.0, 0.0
	for _, c := range l.clouds {
		// A tick of a large part takes longer.
		done += c.progress() * float64(len(c.people))
		all += float64(len(c.people))
	}
	return done / all
}

// Points returns where everybody is now. Before the layout has settled it is what is to be shown meanwhile: two may still be on
// top of each other.
func (l *Layout) Points() []Point {
	if l.Settled() {
		return slices.Clone(l.settled)
	}
	return l.arrange()
}

// finish takes the last step.
func (l *Layout) finish() []Point {
	points := l.arrange()
	fixed := make([]bool, len(points))
	for i := range l.held {
		fixed[i] = true
	}
	spread(points, fixed)
	for i := range points {
		if !fixed[i] {
			points[i] = Point{round(points[i].X), round(points[i].Y)}
		}
	}
	return points
}

// round leaves a thousandth of [Apart], which is what is worth keeping.
func round(v float64) float64 { return math.Round(v*1000) / 1000 }

// components returns the parts of the graph that hang together, the largest first, those of one size in the order of their
// first person.
func (g *Graph) components() [][]int {
	seen := make([]bool, g.Len())
	var all [][]int
	for start := range g.Len() {
		if seen[start] {
			continue
		}
		seen[start] = true
		part := []int{start}
		for head := 0; head < len(part); head++ {
			for _, j := range g.Neighbours(part[head]) {
				if !seen[j] {
					seen[j] = true
					part = append(part, int(j))
				}
			}
		}
		slices.Sort(part)
		all = append(all, part)
	}
	slices.SortStableFunc(all, func(x, y []int) int { return cmp.Compare(len(y), len(x)) })
	return all
}
