package graph

import (
	"cmp"
	"slices"
)

// Edge is a connection between two people, in both directions. Strength is above 0: of two ways to somebody the one over
// stronger connections is the better, and strong connections hold a circle together.
type Edge struct {
	A, B     int
	Strength float64
}

// Graph is an undirected graph without loops. It keeps the neighbours of everyone in one array (compressed sparse rows),
// which is what makes a walk over it quick. It does not change and is safe for concurrent use.
type Graph struct {
	first     []int32 // where the neighbours of i begin; first[n] is the end
	neighbour []int32 // in ascending order
	strength  []float64
}

// New returns the graph of n people. Where two people have several connections the strongest counts; one of somebody with
// themselves counts nothing.
func New(n int, edges []Edge) *Graph {
	half := make([]Edge, 0, 2*len(edges))
	for _, e := range edges {
		if e.A != e.B {
			half = append(half, e, Edge{A: e.B, B: e.A, Strength: e.Strength})
		}
	}
	slices.SortFunc(half, func(x, y Edge) int {
		return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B), cmp.Compare(y.Strength, x.Strength))
	})
	half = slices.CompactFunc(half, func(x, y Edge) bool { return x.A == y.A && x.B == y.B })
	g := &Graph{first: make([]int32, n+1), neighbour: make([]int32, len(half)), strength: make([]float64, len(half))}
	for i, e := range half {
		g.first[e.A+1]++
		g.neighbour[i], g.strength[i] = int32(e.B), e.Strength
	}
	for i := range n {
		g.first[i+1] += g.first[i]
	}
	return g
}

// Len returns the number of people.
func (g *Graph) Len() int { return len(g.first) - 1 }

// Neighbours returns whom i is connected with, in ascending order. It must not be changed.
func (g *Graph) Neighbours(i int) []int32 { return g.neighbour[g.first[i]:g.first[i+1]] }

func (g *Graph) strengths(i int) []float64 { return g.strength[g.first[i]:g.first[i+1]] }

// Common returns whom both a and b are connected with, in ascending order.
func (g *Graph) Common(a, b int) []int {
	var both []int
	theirs := g.Neighbours(b)
	for _, i := range g.Neighbours(a) {
		if _, found := slices.BinarySearch(theirs, i); found {
			both = append(both, int(i))
		}
	}
	return both
}
