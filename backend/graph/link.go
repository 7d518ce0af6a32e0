package graph

import (
	"cmp"
	"slices"
)

// Links returns who stands on the shortest ways between two groups of people, who on most of them first. People of the groups
// themselves count when a way between two others leads over them.
func (g *Graph) Links(a, b []int) []int {
	weight := g.Betweenness(a, b)
	var on []int
	for i, w := range weight {
		if w > 0 {
			on = append(on, i)
		}
	}
	slices.SortStableFunc(on, func(x, y int) int { return cmp.Compare(weight[y], weight[x]) })
	return on
}

// Betweenness returns for everyone the sum, over each way from one of the sources to one of the targets, of the share of the
// shortest ways between the two that lead over them (Brandes: On variants of shortest-path betweenness centrality, 2008,
// section 3.3). The ends of a way do not count for it. Strengths play no part.
func (g *Graph) Betweenness(sources, targets []int) []float64 {
	n := g.Len()
	weight := make([]float64, n)
	target := make([]bool, n)
	for _, i := range targets {
		target[i] = true
	}
	distance := make([]int32, n)
	ways, share := make([]float64, n), make([]float64, n)
	var order []int32
	for _, source := range sources {
		for i := range n {
			distance[i], ways[i], share[i] = -1, 0, 0
		}
		distance[source], ways[source] = 0, 1
		order = append(order[:0], int32(source))
		for head := 0; head < len(order); head++ {
			i := order[head]
			for _, j := range g.Neighbours(int(i)) {
				if distance[j] < 0 {
					distance[j] = distance[i] + 1
					order = append(order, j)
				}
				if distance[j] == distance[i]+1 {
					ways[j] += ways[i]
				}
			}
		}
		for at := len(order) - 1; at > 0; at-- {
			j := order[at]
			weight[j] += share[j]
			ends := 0.0
			if target[j] {
				ends = 1
			}
			for _, i := range g.Neighbours(int(j)) {
				if distance[i] == distance[j]-1 {
					share[i] += float64(ways[i] / ways[j] * (ends + share[j]))
				}
			}
		}
	}
	return weight
}
