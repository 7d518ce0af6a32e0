package graph

import "slices"

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
	// Sorted by one end and then, without mixing up what is sorted already, by the other: each row comes out in order.
	half := make([]Edge, 0, 2*len(edges))
	for _, e := range edges {
		if e.A != e.B {
			half = append(half, e, Edge{A: e.B, B: e.A, Strength: e.Strength})
		}
	}
	spare := make([]Edge, len(half))
	deal(n, half, spare, func(e *Edge) int { return e.B })
	first := deal(n, spare, half, func(e *Edge) int { return e.A })

	g := &Graph{first: make([]int32, n+1), neighbour: make([]int32, 0, len(half)), strength: make([]float64, 0, len(half))}
	for i := range n {
		start := len(g.neighbour)
		for _, e := range half[first[i]:first[i+1]] {
			if last := len(g.neighbour) - 1; last >= start && g.neighbour[last] == int32(e.B) {
				g.strength[last] = max(g.strength[last], e.Strength)
				continue
			}
			g.neighbour, g.strength = append(g.neighbour, int32(e.B)), append(g.strength, e.Strength)
		}
		g.first[i+1] = int32(len(g.neighbour))
	}
	return g
}

// deal puts edges in the order of one of their ends and returns where those of each person begin, with the end of all.
func deal(n int, from, to []Edge, end func(*Edge) int) []int32 {
	first := make([]int32, n+1)
	for i := range from {
		first[end(&from[i])+1]++
	}
	for i := range n {
		first[i+1] += first[i]
	}
	next := slices.Clone(first)
	for i := range from {
		k := end(&from[i])
		to[next[k]] = from[i]
		next[k]++
	}
	return first
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
