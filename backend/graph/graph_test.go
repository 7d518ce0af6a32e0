package graph_test

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"kaffeerunde/backend/graph"
)

// drawn is a small graph drawn by hand: two circles of four, 0 to 3 and 5 to 8, which 4 links; 9 stands at the edge of the
// second, 10 alone.
//
//	0───1       5───6
//	│ ╳ │       │ ╳ │
//	2───3───4───7───8───9    10
func drawn() *graph.Graph {
	var edges []graph.Edge
	for _, pair := range [][2]int{
		{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}, {3, 4}, {4, 7}, {5, 6}, {5, 7}, {5, 8}, {6, 7}, {6, 8}, {7, 8}, {8, 9},
	} {
		edges = append(edges, graph.Edge{A: pair[0], B: pair[1], Strength: 1})
	}
	return graph.New(11, edges)
}

func chance() *rand.Rand { return rand.New(rand.NewPCG(1, 2)) }

func TestRoutes(t *testing.T) {
	for _, c := range []struct {
		name     string
		from, to int
		want     []graph.Route
	}{
		{"over one step there is nobody to ask", 8, 9, []graph.Route{{8, 9}}},
		{"ways that share nobody come first, then the others", 0, 3, []graph.Route{{0, 3}, {0, 1, 3}, {0, 2, 3}}},
		{"three steps are the most", 3, 8, []graph.Route{{3, 4, 7, 8}}},
		{"four steps are too many", 3, 9, nil},
		{"nobody reaches who stands alone", 0, 10, nil},
		{"nobody needs a way to themselves", 4, 4, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := drawn().Routes(c.from, c.to, 3)
			if !slices.EqualFunc(got, c.want, slices.Equal[graph.Route]) {
				t.Errorf("Routes(%d, %d) = %v, want %v", c.from, c.to, got, c.want)
			}
		})
	}

	t.Run("of two ways of one length the one over stronger connections is the better", func(t *testing.T) {
		g := graph.New(4, []graph.Edge{{A: 0, B: 1, Strength: 1}, {A: 1, B: 3, Strength: 1}, {A: 0, B: 2, Strength: 2}, {A: 2, B: 3, Strength: 1}})
		want := []graph.Route{{0, 2, 3}, {0, 1, 3}}
		if got := g.Routes(0, 3, 3); !slices.EqualFunc(got, want, slices.Equal[graph.Route]) {
			t.Errorf("Routes = %v, want %v", got, want)
		}
	})
}

func TestCommon(t *testing.T) {
	if got, want := drawn().Common(0, 3), []int{1, 2}; !slices.Equal(got, want) {
		t.Errorf("Common(0, 3) = %v, want %v", got, want)
	}
	if got := drawn().Common(0, 8); got != nil {
		t.Errorf("Common(0, 8) = %v, want nobody", got)
	}
}

func TestCircles(t *testing.T) {
	t.Run("are those that one sees, the largest first, without who stands alone", func(t *testing.T) {
		got := drawn().Circles(chance())
		want := [][]int{{0, 1, 2, 3}, {5, 6, 7, 8, 9}}
		// 4 stands between the two, and either is right.
		for i := range got {
			got[i] = slices.DeleteFunc(got[i], func(p int) bool { return p == 4 })
		}
		slices.SortFunc(got, slices.Compare[[]int])
		if !slices.EqualFunc(got, want, slices.Equal[[]int]) {
			t.Errorf("Circles = %v, want %v", got, want)
		}
	})
	t.Run("of nobody there are none", func(t *testing.T) {
		if got := graph.New(3, nil).Circles(chance()); got != nil {
			t.Errorf("Circles = %v, want none", got)
		}
	})
	t.Run("are the same with the same chance", func(t *testing.T) {
		for _, r := range references(t) {
			first, second := r.graph().Circles(chance()), r.graph().Circles(chance())
			if !slices.EqualFunc(first, second, slices.Equal[[]int]) {
				t.Errorf("%s: %v, then %v", r.Name, first, second)
			}
		}
	})
}

func TestLinks(t *testing.T) {
	for _, c := range []struct {
		name       string
		a, b, want []int
	}{
		{"who stands between two circles, and who leads out of each", []int{0, 1, 2}, []int{5, 6, 8}, []int{3, 4, 7}},
		{"of a circle those are named whom a way of others leads over", []int{0, 1, 2, 3}, []int{5, 6, 7, 8}, []int{3, 4, 7}},
		{"neighbours need nobody", []int{0}, []int{1}, nil},
		{"nobody links who stands alone", []int{0, 1}, []int{10}, nil},
		{"nobody links nobody", nil, []int{1}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := drawn().Links(c.a, c.b)
			slices.Sort(got)
			if !slices.Equal(got, c.want) {
				t.Errorf("Links(%v, %v) = %v, want %v", c.a, c.b, got, c.want)
			}
		})
	}
	t.Run("who stands on more of the ways comes first", func(t *testing.T) {
		// Over 2 lead the ways from 0 and from 1, over 3 that from 1 alone, which may take 4 as well.
		g := graph.New(7, []graph.Edge{{A: 0, B: 2, Strength: 1}, {A: 1, B: 2, Strength: 1}, {A: 2, B: 3, Strength: 1}, {A: 2, B: 4, Strength: 1},
			{A: 3, B: 5, Strength: 1}, {A: 4, B: 5, Strength: 1}, {A: 3, B: 6, Strength: 1}})
		if got, want := g.Links([]int{0, 1}, []int{5, 6}), []int{2, 3, 4}; !slices.Equal(got, want) {
			t.Errorf("Links = %v, want %v", got, want)
		}
	})
}

// reference is what NetworkX answers; testdata/reference.py writes it.
type reference struct {
	Name             string
	People           int
	Edges            [][3]float64
	Routes           [][4]int // from, to, steps of the shortest way or -1, ways of at most three steps
	Sources, Targets []int
	Between          []float64
	Split            [][]int
	Modularity, Best float64
}

func references(tb testing.TB) []reference {
	tb.Helper()
	content, err := os.ReadFile(filepath.Join("testdata", "reference.json"))
	if err != nil {
		tb.Fatal(err)
	}
	var all []reference
	if err := json.Unmarshal(content, &all); err != nil {
		tb.Fatal(err)
	}
	return all
}

func (r reference) graph() *graph.Graph {
	edges := make([]graph.Edge, len(r.Edges))
	for i, e := range r.Edges {
		edges[i] = graph.Edge{A: int(e[0]), B: int(e[1]), Strength: e[2]}
	}
	return graph.New(r.People, edges)
}

func TestAnswersAreThoseOfNetworkX(t *testing.T) {
	for _, r := range references(t) {
		g := r.graph()
		t.Run(r.Name+": routes", func(t *testing.T) {
			for _, want := range r.Routes {
				all := g.Routes(want[0], want[1], math.MaxInt)
				if len(all) != want[3] {
					t.Errorf("%d to %d: %d routes, want %d", want[0], want[1], len(all), want[3])
				}
				if steps := want[2]; steps > 0 && steps <= graph.Steps && len(all[0]) != steps+1 {
					t.Errorf("%d to %d: %v, want %d steps", want[0], want[1], all[0], steps)
				}
			}
		})
		t.Run(r.Name+": who links", func(t *testing.T) {
			for i, got := range g.Betweenness(r.Sources, r.Targets) {
				if math.Abs(got-r.Between[i]) > 1e-6 {
					t.Errorf("person %d: %v, want %v", i, got, r.Between[i])
				}
			}
		})
		t.Run(r.Name+": the modularity of its circles", func(t *testing.T) {
			if got := g.Modularity(r.Split); math.Abs(got-r.Modularity) > 1e-6 {
				t.Errorf("Modularity = %v, want %v", got, r.Modularity)
			}
		})
		t.Run(r.Name+": circles as good as the best of twenty tries", func(t *testing.T) {
			if got := g.Modularity(g.Circles(chance())); got < r.Best-0.01 {
				t.Errorf("modularity %v, want at least %v", got, r.Best-0.01)
			}
		})
	}
}
