package graph_test

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"kaffeerunde/backend/graph"
)

// settled lays a graph out.
func settled(t testing.TB, g *graph.Graph, held map[int]graph.Point) []graph.Point {
	t.Helper()
	l := graph.NewLayout(g, held, chance())
	if err := l.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	return l.Points()
}

// fitting reports what every settled layout promises: finite places, apart from each other, the held where they were.
func fitting(t testing.TB, points []graph.Point, held map[int]graph.Point) {
	t.Helper()
	for i, p := range points {
		if math.IsNaN(p.X+p.Y) || math.IsInf(p.X+p.Y, 0) {
			t.Fatalf("person %d is at %v", i, p)
		}
	}
	for i, at := range held {
		if points[i] != at {
			t.Errorf("person %d, held at %v, is at %v", i, at, points[i])
		}
	}
	order := make([]int, len(points))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmpFloat(points[a].X, points[b].X) })
	for at, i := range order {
		for _, j := range order[at+1:] {
			if points[j].X-points[i].X >= graph.Apart {
				break
			}
			_, heldI := held[i]
			_, heldJ := held[j]
			if !(heldI && heldJ) && distance(points[i], points[j]) < graph.Apart {
				t.Fatalf("persons %d and %d are at %v and %v: %v apart", i, j, points[i], points[j], distance(points[i], points[j]))
			}
		}
	}
}

func cmpFloat(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func distance(p, q graph.Point) float64 { return math.Hypot(p.X-q.X, p.Y-q.Y) }

// crowd is a graph of a few hundred people in circles of about twelve, pairs and people alone.
func crowd(n int, seed uint64) *graph.Graph {
	r := rand.New(rand.NewPCG(seed, 0))
	var edges []graph.Edge
	social := n * 4 / 5
	for range 3 * n {
		a := r.IntN(social)
		b := a/12*12 + r.IntN(12)
		if r.IntN(30) == 0 {
			b = r.IntN(social)
		}
		edges = append(edges, graph.Edge{A: a, B: min(b, social-1), Strength: 1 + float64(r.IntN(3))})
	}
	for a := social; a+1 < n*9/10; a += 2 {
		edges = append(edges, graph.Edge{A: a, B: a + 1, Strength: 1})
	}
	return graph.New(n, edges)
}

func TestLayout(t *testing.T) {
	t.Run("people are apart whatever the graph", func(t *testing.T) {
		for _, r := range references(t) {
			fitting(t, settled(t, r.graph(), nil), nil)
		}
		for _, n := range []int{0, 1, 2, 3, 17, 400} {
			fitting(t, settled(t, graph.New(n, nil), nil), nil)
			fitting(t, settled(t, star(n), nil), nil)
			fitting(t, settled(t, clique(n), nil), nil)
			fitting(t, settled(t, crowd(n+20, 1), nil), nil)
		}
	})
	t.Run("the same chance gives the same picture, to the bit, on one core as on two", func(t *testing.T) {
		g := crowd(2000, 2)
		first := settled(t, g, nil)
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
		if second := settled(t, g, nil); !slices.Equal(first, second) {
			t.Error("two layouts differ")
		}
	})
	t.Run("whether it was watched makes no difference", func(t *testing.T) {
		g := crowd(300, 3)
		l := graph.NewLayout(g, nil, chance())
		for last := 0.0; !l.Settled(); l.Step() {
			if p := l.Progress(); p < last || p > 1 {
				t.Fatalf("progress %v after %v", p, last)
			} else {
				last = p
			}
			l.Points()
		}
		if !slices.Equal(l.Points(), settled(t, g, nil)) {
			t.Error("the picture differs")
		}
	})
	t.Run("held people stay, and newcomers stand by those they know", func(t *testing.T) {
		whole := crowd(300, 4)
		before := settled(t, whole, nil)
		held := map[int]graph.Point{}
		for i, p := range before {
			if i%10 != 7 {
				held[i] = p
			}
		}
		after := settled(t, whole, held)
		fitting(t, after, held)
		far := 0
		for i := range after {
			if i%10 == 7 && distance(after[i], before[i]) > 8 {
				far++
			}
		}
		if far > 3 {
			t.Errorf("%d of 30 newcomers are far from where they would stand if all were new", far)
		}
	})
	t.Run("one held person in many is where they were put", func(t *testing.T) {
		held := map[int]graph.Point{5: {X: 30, Y: -12}, 290: {X: -8, Y: 3}, 299: {X: 1, Y: 1}}
		fitting(t, settled(t, crowd(300, 5), held), held)
	})
	t.Run("who is held on top of another stays there", func(t *testing.T) {
		held := map[int]graph.Point{0: {X: 1, Y: 1}, 1: {X: 1, Y: 1}, 2: {X: 1.2, Y: 1}}
		fitting(t, settled(t, clique(9), held), held)
	})
	t.Run("parts that hang apart do not lie in each other, and are near", func(t *testing.T) {
		var edges []graph.Edge
		for part := range 20 {
			for a := range 10 {
				for b := range a {
					edges = append(edges, graph.Edge{A: 10*part + a, B: 10*part + b, Strength: 1})
				}
			}
		}
		points := settled(t, graph.New(200, edges), nil)
		widest := 0.0
		for part := range 20 {
			own := points[10*part : 10*part+10]
			middle := mean(own)
			radius := 0.0
			for _, p := range own {
				radius = max(radius, distance(p, middle))
				widest = max(widest, distance(p, graph.Point{}))
			}
			for i, p := range points {
				if i/10 != part && distance(p, middle) < radius {
					t.Errorf("person %d lies within part %d", i, part)
				}
			}
		}
		if widest > 25 {
			t.Errorf("twenty parts of ten reach out to %v", widest)
		}
	})
	t.Run("circles stand together", func(t *testing.T) {
		// Sixteen circles of twelve with a bridge from each to two others: most people's nearest are of their own circle.
		g := ring(16, 12)
		points := settled(t, g, nil)
		own := 0
		for i, p := range points {
			nearest, at := -1, math.Inf(1)
			for j, q := range points {
				if d := distance(p, q); j != i && d < at {
					nearest, at = j, d
				}
			}
			if nearest/12 == i/12 {
				own++
			}
		}
		if own < len(points)*95/100 {
			t.Errorf("of %d people %d stand nearest to one of their circle", len(points), own)
		}
	})
	t.Run("who stands alone is on a ring around the others", func(t *testing.T) {
		points := settled(t, crowd(300, 6), nil)
		widest := 0.0
		for _, p := range points[:270] {
			widest = max(widest, distance(p, graph.Point{}))
		}
		for i, p := range points[270:] {
			if d := distance(p, graph.Point{}); d < widest {
				t.Errorf("person %d, alone, is %v from the middle; the others reach out to %v", 270+i, d, widest)
			}
		}
	})
	t.Run("it ends with its context", func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if err := graph.NewLayout(crowd(300, 7), nil, chance()).Settle(ctx); !errors.Is(err, context.Canceled) {
			t.Errorf("Settle = %v, want %v", err, context.Canceled)
		}
	})
}

func mean(points []graph.Point) (m graph.Point) {
	for _, p := range points {
		m.X += p.X / float64(len(points))
		m.Y += p.Y / float64(len(points))
	}
	return m
}

func star(n int) *graph.Graph {
	var edges []graph.Edge
	for i := 1; i < n; i++ {
		edges = append(edges, graph.Edge{A: 0, B: i, Strength: 1})
	}
	return graph.New(n, edges)
}

func clique(n int) *graph.Graph {
	var edges []graph.Edge
	for a := range n {
		for b := range a {
			edges = append(edges, graph.Edge{A: a, B: b, Strength: 1})
		}
	}
	return graph.New(n, edges)
}

// ring is circles in which everybody knows everybody, each with a bridge to the next.
func ring(circles, size int) *graph.Graph {
	var edges []graph.Edge
	for c := range circles {
		for a := range size {
			for b := range a {
				edges = append(edges, graph.Edge{A: c*size + a, B: c*size + b, Strength: 1})
			}
		}
		edges = append(edges, graph.Edge{A: c * size, B: (c + 1) % circles * size, Strength: 1})
	}
	return graph.New(circles*size, edges)
}

func BenchmarkLayout(b *testing.B) {
	g := crowd(5000, 1)
	for b.Loop() {
		settled(b, g, nil)
	}
}
