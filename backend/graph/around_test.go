package graph_test

import (
	"math"
	"slices"
	"testing"

	"kaffeerunde/backend/graph"
)

func pointsOf(places []graph.Place) []graph.Point {
	points := make([]graph.Point, len(places))
	for i, p := range places {
		points[i] = p.At
	}
	return points
}

func TestAround(t *testing.T) {
	t.Run("shows those within reach, ring by ring, and nobody else", func(t *testing.T) {
		for _, c := range []struct {
			middle, steps int
			want          [][]int
		}{
			{4, 1, [][]int{{4}, {3, 7}}},
			{4, 2, [][]int{{4}, {3, 7}, {0, 1, 2, 5, 6, 8}}},
			{4, 3, [][]int{{4}, {3, 7}, {0, 1, 2, 5, 6, 8}, {9}}},
			{10, 3, [][]int{{10}}},
			{0, 0, [][]int{{0}}},
		} {
			got := make([][]int, len(c.want))
			last := 0
			for _, p := range drawn().Around(c.middle, c.steps, chance()) {
				if p.Step < last || p.Step >= len(got) {
					t.Fatalf("Around(%d, %d): step %d after %d", c.middle, c.steps, p.Step, last)
				}
				last = p.Step
				got[p.Step] = append(got[p.Step], p.Person)
			}
			for _, ring := range got {
				slices.Sort(ring)
			}
			if !slices.EqualFunc(got, c.want, slices.Equal[[]int]) {
				t.Errorf("Around(%d, %d) shows %v, want %v", c.middle, c.steps, got, c.want)
			}
		}
	})
	t.Run("people are apart, and farther out the more steps away", func(t *testing.T) {
		for _, g := range []*graph.Graph{crowd(300, 1), crowd(2500, 2), star(6), star(41), star(151), star(700), clique(150), ring(8, 20), drawn()} {
			for steps := 1; steps <= 3; steps++ {
				places := g.Around(0, steps, chance())
				fitting(t, pointsOf(places), nil)
				reach := make([]float64, steps+1)
				for _, p := range places {
					reach[p.Step] = max(reach[p.Step], distance(p.At, graph.Point{}))
				}
				for _, p := range places {
					if d := distance(p.At, graph.Point{}); p.Step > 0 && d <= reach[p.Step-1] {
						t.Errorf("person %d, %d steps away, is %v out; the ring within reaches %v", p.Person, p.Step, d, reach[p.Step-1])
					}
				}
			}
		}
	})
	t.Run("is the same each time", func(t *testing.T) {
		for range 5 {
			if !slices.Equal(crowd(600, 3).Around(1, 3, chance()), crowd(600, 3).Around(1, 3, chance())) {
				t.Fatal("two pictures differ")
			}
		}
	})
	t.Run("in a tree no connections cross", func(t *testing.T) {
		// A middle with seven, who have none to six behind them, who have none to two.
		var edges []graph.Edge
		n := 1
		grow := func(from, count int) (made []int) {
			for range count {
				edges = append(edges, graph.Edge{A: from, B: n, Strength: 1})
				made = append(made, n)
				n++
			}
			return made
		}
		for k, i := range grow(0, 7) {
			for l, j := range grow(i, k) {
				grow(j, l%3)
			}
		}
		if got := crossings(graph.New(n, edges), 0, 3); got != 0 {
			t.Errorf("%d crossings, want none", got)
		}
	})
	t.Run("who is near shares the room that the outermost ring needs", func(t *testing.T) {
		// Two, who have two each, who have twenty each: the last need a ring far out.
		var edges []graph.Edge
		n := 1
		for i := range 2 + 4 + 80 {
			from := 0
			if i >= 6 {
				from = 3 + (i-6)%4
			} else if i >= 2 {
				from = 1 + (i-2)%2
			}
			edges = append(edges, graph.Edge{A: from, B: n, Strength: 1})
			n++
		}
		least, most := map[int]float64{}, map[int]float64{}
		for _, p := range graph.New(n, edges).Around(0, 3, chance())[1:] {
			far := math.Hypot(p.At.X, p.At.Y)
			if least[p.Step] == 0 || far < least[p.Step] {
				least[p.Step] = far
			}
			most[p.Step] = max(most[p.Step], far)
		}
		for step, share := range map[int]float64{1: 1. / 3, 2: 2. / 3} {
			if got := least[step] / least[3]; math.Abs(got-share) > 0.05 || most[step] >= least[step+1] {
				t.Errorf("ring %d stands at %.2f of the way, want %.2f", step, got, share)
			}
		}
	})
	t.Run("circles stand together", func(t *testing.T) {
		// The middle knows everybody of five circles.
		var edges []graph.Edge
		for i := 1; i <= 40; i++ {
			edges = append(edges, graph.Edge{A: 0, B: i, Strength: 1})
			for j := 1; j < i; j++ {
				if i%5 == j%5 {
					edges = append(edges, graph.Edge{A: i, B: j, Strength: 1})
				}
			}
		}
		changes, last := 0, -1
		for _, p := range graph.New(41, edges).Around(0, 1, chance())[1:] {
			if p.Person%5 != last {
				changes++
			}
			last = p.Person % 5
		}
		if changes != 5 {
			t.Errorf("the ring changes its circle %d times, want 5", changes)
		}
	})
}

// crossings counts the pairs of connections that cross in the picture around somebody.
func crossings(g *graph.Graph, middle, steps int) int {
	at := map[int]graph.Point{}
	for _, p := range g.Around(middle, steps, chance()) {
		at[p.Person] = p.At
	}
	var lines [][2]int
	for i := range g.Len() {
		for _, j := range g.Neighbours(i) {
			_, iThere := at[i]
			_, jThere := at[int(j)]
			if int(j) > i && iThere && jThere {
				lines = append(lines, [2]int{i, int(j)})
			}
		}
	}
	side := func(p, q, r graph.Point) float64 {
		return math.Copysign(1, (q.X-p.X)*(r.Y-p.Y)-(q.Y-p.Y)*(r.X-p.X))
	}
	count := 0
	for x, one := range lines {
		for _, other := range lines[:x] {
			if one[0] == other[0] || one[0] == other[1] || one[1] == other[0] || one[1] == other[1] {
				continue
			}
			a, b, c, d := at[one[0]], at[one[1]], at[other[0]], at[other[1]]
			if side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b) {
				count++
			}
		}
	}
	return count
}

func BenchmarkAround(b *testing.B) {
	g := crowd(20000, 1)
	middle := 0
	var edges []graph.Edge
	for i := range g.Len() {
		for _, j := range g.Neighbours(i) {
			edges = append(edges, graph.Edge{A: i, B: int(j), Strength: 1})
		}
		if i%20 == 1 {
			edges = append(edges, graph.Edge{A: middle, B: i, Strength: 1})
		}
	}
	g = graph.New(g.Len(), edges)
	for b.Loop() {
		g.Around(middle, 2, chance())
	}
}
