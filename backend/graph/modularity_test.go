package graph

// Modularity says how much more strength lies within the circles than chance would put there (Newman and Girvan, 2004): 0 for
// no more, towards 1 for circles that are apart. Who is in none counts as a circle of their own.
func (g *Graph) Modularity(circles [][]int) float64 {
	l := newLevel(g)
	if l.total == 0 {
		return 0
	}
	of := make([]int, g.Len())
	for i := range of {
		of[i] = -1 - i
	}
	for c, members := range circles {
		for _, i := range members {
			of[i] = c
		}
	}
	inside, degree := make([]float64, len(circles)), make([]float64, len(circles))
	for i, c := range of {
		if c < 0 {
			continue
		}
		degree[c] += l.degree[i]
		for k, j := range g.Neighbours(i) {
			if of[j] == c {
				inside[c] += g.strengths(i)[k]
			}
		}
	}
	q := 0.0
	for c := range circles {
		q += inside[c]/l.total - degree[c]/l.total*degree[c]/l.total
	}
	for i, c := range of {
		if c < 0 {
			q -= l.degree[i] / l.total * l.degree[i] / l.total
		}
	}
	return q
}
