package graph

import (
	"cmp"
	"slices"
)

// Steps is how far a route goes at most. Over more people than that nobody passes a word on.
const Steps = 3

// Route is a way from one person to another: everyone on it in turn, both ends included.
type Route []int

// Routes returns up to limit ways from one person to another of at most [Steps] steps. The shortest come first, among those
// of one length the ones over the strongest connections. Ways that share nobody between the ends go before ways that do, for
// who has been asked in vain need not be asked again.
func (g *Graph) Routes(from, to, limit int) []Route {
	if from == to || limit <= 0 {
		return nil
	}
	var found []weighed
	steps := g.strengths(from)
	for i, next := range g.Neighbours(from) {
		first := int(next)
		if first == to {
			found = append(found, weighed{Route{from, to}, 1 / steps[i]})
			continue
		}
		if last, ok := g.between(first, to); ok {
			found = append(found, weighed{Route{from, first, to}, 1/steps[i] + 1/last})
		}
		middle := g.strengths(first)
		for j, next := range g.Neighbours(first) {
			second := int(next)
			if second == from || second == to {
				continue
			}
			if last, ok := g.between(second, to); ok {
				found = append(found, weighed{Route{from, first, second, to}, 1/steps[i] + 1/middle[j] + 1/last})
			}
		}
	}
	slices.SortFunc(found, func(x, y weighed) int {
		return cmp.Or(cmp.Compare(len(x.route), len(y.route)), cmp.Compare(x.cost, y.cost), slices.Compare(x.route, y.route))
	})
	return different(found, limit)
}

// weighed is a route and how little its connections carry.
type weighed struct {
	route Route
	cost  float64
}

// between returns the strength of the connection of two people, and whether there is one.
func (g *Graph) between(a, b int) (float64, bool) {
	// The shorter list is searched: whoever knows thousands is asked about often.
	if len(g.Neighbours(b)) < len(g.Neighbours(a)) {
		a, b = b, a
	}
	i, found := slices.BinarySearch(g.Neighbours(a), int32(b))
	if !found {
		return 0, false
	}
	return g.strengths(a)[i], true
}

// different takes the best routes that share nobody, then fills up with the best of the rest.
func different(sorted []weighed, limit int) []Route {
	asked := map[int]bool{}
	var apart, rest []Route
	for _, w := range sorted {
		middle := w.route[1 : len(w.route)-1]
		if slices.ContainsFunc(middle, func(i int) bool { return asked[i] }) {
			rest = append(rest, w.route)
			continue
		}
		for _, i := range middle {
			asked[i] = true
		}
		if apart = append(apart, w.route); len(apart) == limit {
			return apart
		}
	}
	routes := append(apart, rest...)
	return routes[:min(limit, len(routes))]
}
