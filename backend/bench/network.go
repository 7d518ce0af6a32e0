package main

import (
	"bufio"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	gonum "gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/community"
	"gonum.org/v1/gonum/graph/path"
	"gonum.org/v1/gonum/graph/simple"

	"kaffeerunde/backend/bench/town"
	"kaffeerunde/backend/graph"
)

// network measures the questions to the network and its picture, for about 1,000, 5,000 and 20,000 people who hang together:
// peers let parts that do not drift away, which would make their connections look short.
func network(s setting) error {
	for _, n := range []int{1000, 5000, 20_000} {
		w, err := s.web(s.people(n))
		if err != nil {
			return err
		}
		fmt.Printf("   %d people, %d connections\n", w.n, len(w.edges))
		for _, part := range []func(setting, *web) error{building, routes, circles, layout, frames} {
			if err := part(s, w); err != nil {
				return err
			}
		}
	}
	return nil
}

// web is a graph in each of the forms that the contenders take.
type web struct {
	n     int
	edges []graph.Edge
	graph *graph.Graph
	plain *simple.WeightedUndirectedGraph
	file  string // the number of people, then two numbers a line
	dot   string
}

// web invents a town and takes the largest part of it that hangs together, which is of about n people.
func (s setting) web(n int) (*web, error) {
	t := town.New(n*3/2, rand.New(rand.NewPCG(7, 7)))
	edges := make([]graph.Edge, len(t.Ties))
	for i, tie := range t.Ties {
		edges[i] = graph.Edge{A: tie.A, B: tie.B, Strength: 1}
	}
	number := largestPart(graph.New(t.People, edges))
	w := &web{n: len(number)}
	for _, e := range edges {
		a, inside := number[e.A]
		if inside {
			w.edges = append(w.edges, graph.Edge{A: a, B: number[e.B], Strength: 1})
		}
	}
	w.graph, w.plain = graph.New(w.n, w.edges), plainOf(w)
	w.file, w.dot = filepath.Join(s.dir, fmt.Sprintf("web-%d.txt", n)), filepath.Join(s.dir, fmt.Sprintf("web-%d.dot", n))
	var text, dot strings.Builder
	fmt.Fprintln(&text, w.n)
	dot.WriteString("graph {\n")
	for _, e := range w.edges {
		fmt.Fprintln(&text, e.A, e.B)
		fmt.Fprintf(&dot, "%d -- %d\n", e.A, e.B)
	}
	dot.WriteString("}\n")
	return w, errors.Join(os.WriteFile(w.file, []byte(text.String()), 0o600), os.WriteFile(w.dot, []byte(dot.String()), 0o600))
}

// largestPart numbers the people of the largest part of a graph.
func largestPart(g *graph.Graph) map[int]int {
	var largest map[int]int
	seen := map[int]bool{}
	for start := range g.Len() {
		if seen[start] {
			continue
		}
		seen[start] = true
		part := map[int]int{start: 0}
		for queue := []int{start}; len(queue) > 0; queue = queue[1:] {
			for _, j := range g.Neighbours(queue[0]) {
				if !seen[int(j)] {
					seen[int(j)] = true
					part[int(j)] = len(part)
					queue = append(queue, int(j))
				}
			}
		}
		if len(part) > len(largest) {
			largest = part
		}
	}
	return largest
}

func plainOf(w *web) *simple.WeightedUndirectedGraph {
	g := simple.NewWeightedUndirectedGraph(0, math.Inf(1))
	for _, e := range w.edges {
		g.SetWeightedEdge(simple.WeightedEdge{F: simple.Node(e.A), T: simple.Node(e.B), W: 1})
	}
	return g
}

// sideBySide times two functions in turn, after one run that is not counted.
func sideBySide(rounds int, ours, peer func() error) (a, b []figure, err error) {
	for round := range rounds + 1 {
		x, err := timed(ours)
		if err != nil {
			return nil, nil, err
		}
		y, err := timed(peer)
		if err != nil {
			return nil, nil, err
		}
		if round > 0 {
			a, b = append(a, x), append(b, y)
		}
	}
	return a, b, nil
}

func building(s setting, w *web) error {
	ours, peer, err := sideBySide(s.rounds, func() error { graph.New(w.n, w.edges); return nil }, func() error { plainOf(w); return nil })
	if err != nil {
		return err
	}
	beside("   the graph, beside gonum", ours, peer, 0)
	return nil
}

// asked is between how many pairs of people a way is looked for.
const asked = 50

func routes(s setting, w *web) error {
	r := rand.New(rand.NewPCG(3, 4))
	pairs := make([][2]int, asked)
	for i := range pairs {
		pairs[i] = [2]int{r.IntN(w.n), r.IntN(w.n)}
	}
	ours, peer, err := sideBySide(s.rounds, func() error {
		for _, p := range pairs {
			w.graph.Routes(p[0], p[1], 3)
		}
		return nil
	}, func() error {
		for _, p := range pairs {
			path.DijkstraFromTo(simple.Node(p[0]), simple.Node(p[1]), w.plain)
		}
		return nil
	})
	if err != nil {
		return err
	}
	beside(fmt.Sprintf("   %d routes, beside Dijkstra of gonum", asked), ours, peer, 0.1)
	return nil
}

func circles(s setting, w *web) error {
	find := func() error { w.graph.Circles(rand.New(rand.NewPCG(1, 2))); return nil }
	var theirs float64
	ours, peer, err := sideBySide(s.rounds, find, func() error {
		reduced := community.Modularize(w.plain, 1, rand.NewPCG(1, 2))
		theirs = community.Q(w.plain, reduced.Communities(), 1)
		return nil
	})
	if err != nil {
		return err
	}
	beside("   circles, beside gonum", ours, peer, 0)
	q := community.Q(w.plain, w.circles(), 1)
	within("   hundredths of modularity that gonum has more", "", percent(theirs-q), 1)

	script, err := nodePeer("circles.mjs")
	if err != nil {
		skipped("   circles, beside graphology", err.Error())
		return nil
	}
	// It is measured from inside, warm, so that node's own start does not count.
	out, err := output("node", script, w.file, strconv.Itoa(s.rounds+2))
	if err != nil {
		return err
	}
	var found []float64
	for _, field := range strings.Fields(out) {
		v, err := strconv.ParseFloat(field, 64)
		if err != nil {
			return fmt.Errorf("read what graphology says: %w", err)
		}
		found = append(found, v)
	}
	last := len(found) - 1
	row{what: "   circles, beside graphology", unit: "s", ours: seconds(ours), peer: found[2:last], goal: 2}.print()
	within("   hundredths of modularity that it has more", "", percent(found[last]-q), 1)
	return nil
}

// circles returns the circles that we find, as gonum takes them.
func (w *web) circles() [][]gonum.Node {
	var all [][]gonum.Node
	for _, people := range w.graph.Circles(rand.New(rand.NewPCG(1, 2))) {
		nodes := make([]gonum.Node, len(people))
		for k, i := range people {
			nodes[k] = simple.Node(i)
		}
		all = append(all, nodes)
	}
	return all
}

// percent is a share in hundredths; of what is below nothing there is nothing.
func percent(share float64) float64 { return max(0, 100*share) }

// nodePeer returns the path of a script of the peers in node, if they are installed.
func nodePeer(name string) (string, error) {
	dir := filepath.Join(others, "network")
	if _, err := exec.LookPath("node"); err != nil {
		return "", missing("nodejs", nil)
	}
	if _, err := os.Stat(filepath.Join(dir, "node_modules")); err != nil {
		return "", fmt.Errorf("run npm install in %s", dir)
	}
	return filepath.Join(dir, name), nil
}

func layout(s setting, w *web) error {
	ours := filepath.Join(s.dir, "ours.txt")
	mine := contender{name: "ours", args: []string{"sh", "-c", `"$1" layout "$2" > "$3"`, "sh", s.peer, w.file, ours}}
	if _, err := exec.LookPath("sfdp"); err != nil {
		skipped("   the picture, beside sfdp", missing("graphviz", nil).Error())
	} else {
		figures, err := compare(s.rounds, mine, contender{name: "sfdp", args: []string{"sfdp", "-Tplain", "-o", os.DevNull, w.dot}})
		if err != nil {
			return err
		}
		// Of a small picture most is the start of the process.
		goal := 0.0
		if w.n > 10_000 {
			goal = 0.4
		}
		beside("   the picture, beside sfdp", figures[0], figures[1], goal)
	}
	if err := tick(w); err != nil {
		return err
	}
	script, err := nodePeer("layout.mjs")
	if err != nil {
		skipped("   the picture, beside d3-force", err.Error())
		return nil
	}
	theirs := filepath.Join(s.dir, "d3.txt")
	d3 := contender{name: "d3-force", args: []string{"sh", "-c", `node "$1" "$2" > "$3"`, "sh", script, w.file, theirs}}
	// Once is enough to see a hundredfold.
	f, err := measure(mine)
	if err != nil {
		return err
	}
	g, err := measure(d3)
	if err != nil {
		return err
	}
	beside("   the picture, beside d3-force", []figure{f}, []figure{g}, 0)
	a, err := lengthIn(ours, w)
	if err != nil {
		return err
	}
	b, err := lengthIn(theirs, w)
	if err != nil {
		return err
	}
	row{what: "   how long connections are in it", unit: "", ours: []float64{1000 * a}, peer: []float64{1000 * b}, goal: 1.05}.print()
	return nil
}

// tick measures one movement of everybody.
func tick(w *web) error {
	l := graph.NewLayout(w.graph, nil, rand.New(rand.NewPCG(1, 2)))
	steps := 0
	f, err := timed(func() error {
		for ; !l.Settled(); steps++ {
			l.Step()
		}
		return nil
	})
	if err != nil {
		return err
	}
	known(fmt.Sprintf("   of %d steps each", steps), "ms", 1000*f.seconds/float64(steps))
	return nil
}

// lengthIn returns how long the connections of a picture are: their mean length over the root mean square of the distances of
// any two people.
func lengthIn(picture string, w *web) (float64, error) {
	f, err := os.Open(picture)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	points := make([]graph.Point, w.n)
	in := bufio.NewReader(f)
	for i := range points {
		if _, err := fmt.Fscan(in, &points[i].X, &points[i].Y); err != nil {
			return 0, fmt.Errorf("read place %d of %s: %w", i, picture, err)
		}
	}
	sum := 0.0
	for _, e := range w.edges {
		sum += math.Hypot(points[e.A].X-points[e.B].X, points[e.A].Y-points[e.B].Y)
	}
	// The mean square of all distances is twice that of the distances from the middle.
	var mx, my, square float64
	for _, p := range points {
		mx, my = mx+p.X/float64(w.n), my+p.Y/float64(w.n)
	}
	for _, p := range points {
		square += (p.X-mx)*(p.X-mx) + (p.Y-my)*(p.Y-my)
	}
	return sum / float64(len(w.edges)) / math.Sqrt(2*square/float64(w.n)), nil
}
