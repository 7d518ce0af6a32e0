package graph

import (
	"cmp"
	"math/rand/v2"
	"slices"
)

// Circles returns the circles that people form, by the Louvain method (Blondel, Guillaume, Lambiotte, Lefebvre: Fast
// unfolding of communities in large networks, 2008), in which circles grow and join while that raises the modularity. The
// largest comes first, those of one size in the order of their first person. Who is connected with nobody is in no circle.
// Every circle hangs together. chance says in which order people are looked at.
func (g *Graph) Circles(chance *rand.Rand) [][]int {
	circle := make([]int32, g.Len())
	for i := range circle {
		circle[i] = int32(i)
	}
	for level := newLevel(g); ; {
		joined, count := level.join(chance)
		for i := range circle {
			circle[i] = joined[circle[i]]
		}
		if count == level.graph.Len() {
			break
		}
		level = level.fold(joined, count)
	}
	return g.parts(circle)
}

// level is a graph whose nodes are circles found so far.
type level struct {
	graph  *Graph
	inside []float64 // twice the strength within each node
	degree []float64 // the strength of all ends in each node
	total  float64   // the strength of all ends
}

func newLevel(g *Graph) *level {
	l := &level{graph: g, inside: make([]float64, g.Len()), degree: make([]float64, g.Len())}
	l.weigh()
	return l
}

func (l *level) weigh() {
	for i := range l.degree {
		l.degree[i] = l.inside[i]
		for _, s := range l.graph.strengths(i) {
			l.degree[i] += s
		}
		l.total += l.degree[i]
	}
}

// join moves each node into the neighbouring circle where it raises the modularity most, until none does. Only nodes with a
// neighbour that moved are looked at again. It returns the circle of each node, numbered from 0, and how many there are.
func (l *level) join(chance *rand.Rand) ([]int32, int) {
	n := l.graph.Len()
	circle := make([]int32, n)
	sum := slices.Clone(l.degree)
	queue := chance.Perm(n)
	waiting := make([]bool, n)
	for i := range n {
		circle[i], waiting[i] = int32(i), true
	}
	to := make([]float64, n) // strength from the node at hand to each circle near it
	var near []int32
	for head := 0; head < len(queue); head++ {
		i := queue[head]
		waiting[i] = false
		own := circle[i]
		near = append(near[:0], own)
		for k, j := range l.graph.Neighbours(i) {
			c := circle[j]
			if to[c] == 0 && c != own {
				near = append(near, c)
			}
			to[c] += l.graph.strengths(i)[k]
		}
		sum[own] -= l.degree[i]
		best, gain := own, to[own]-sum[own]*l.degree[i]/l.total
		for _, c := range near[1:] {
			if g := to[c] - sum[c]*l.degree[i]/l.total; g > gain+1e-12 {
				best, gain = c, g
			}
		}
		sum[best] += l.degree[i]
		circle[i] = best
		for _, c := range near {
			to[c] = 0
		}
		if best == own {
			continue
		}
		for _, j := range l.graph.Neighbours(i) {
			if !waiting[j] && circle[j] != best {
				waiting[j] = true
				queue = append(queue, int(j))
			}
		}
	}
	return renumber(circle)
}

// renumber gives the circles the numbers from 0 in the order in which they are met.
func renumber(circle []int32) ([]int32, int) {
	number := make([]int32, len(circle))
	for i := range number {
		number[i] = -1
	}
	next := int32(0)
	for i, c := range circle {
		if number[c] < 0 {
			number[c] = next
			next++
		}
		circle[i] = number[c]
	}
	return circle, int(next)
}

// fold makes each circle one node.
func (l *level) fold(circle []int32, count int) *level {
	folded := &level{inside: make([]float64, count), degree: make([]float64, count)}
	sums := map[[2]int32]float64{}
	for i, c := range circle {
		folded.inside[c] += l.inside[i]
		for k, j := range l.graph.Neighbours(i) {
			s := l.graph.strengths(i)[k]
			if d := circle[j]; d == c {
				folded.inside[c] += s
			} else if c < d {
				sums[[2]int32{c, d}] += s
			}
		}
	}
	edges := make([]Edge, 0, len(sums))
	for pair, s := range sums {
		edges = append(edges, Edge{A: int(pair[0]), B: int(pair[1]), Strength: s})
	}
	folded.graph = New(count, edges)
	folded.weigh()
	return folded
}

// parts lists the circles, each in pieces that hang together: Louvain may leave a circle in two when the node that joined its
// halves moves out.
func (g *Graph) parts(circle []int32) [][]int {
	seen := make([]bool, g.Len())
	var all [][]int
	for start := range circle {
		if seen[start] || len(g.Neighbours(start)) == 0 {
			continue
		}
		seen[start] = true
		part := []int{start}
		for head := 0; head < len(part); head++ {
			for _, j := range g.Neighbours(part[head]) {
				if !seen[j] && circle[j] == circle[start] {
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
