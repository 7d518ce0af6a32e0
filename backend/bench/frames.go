package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"

	"kaffeerunde/backend/graph"
)

// frames measures how long a frame lasts in Chromium while the picture of a large network is dragged about and zoomed, ours
// beside sigma's own, in turn in the same page.
func frames(s setting, w *web) error {
	if w.n < s.people(15_000) {
		return nil
	}
	const what = "   a frame of the moving picture, beside sigma"
	if _, err := chromium(); err != nil {
		skipped(what, err.Error())
		return nil
	}
	file, report := filepath.Join(s.dir, "network.json"), filepath.Join(s.dir, "frames.json")
	if err := w.draw(file); err != nil {
		return err
	}
	rounds := "KAFFEERUNDE_BENCH_ROUNDS=" + strconv.Itoa(s.rounds)
	if err := drive("frames", "KAFFEERUNDE_BENCH_NETWORK="+file, "KAFFEERUNDE_BENCH_REPORT="+report, rounds); err != nil {
		return err
	}
	raw, err := os.ReadFile(report)
	if err != nil {
		return err
	}
	var lasted struct{ Ours, Sigma []float64 } // milliseconds of a frame in each round
	if err := json.Unmarshal(raw, &lasted); err != nil {
		return fmt.Errorf("read the report: %w", err)
	}
	row{what: what, unit: "ms", ours: lasted.Ours, peer: lasted.Sigma, goal: 0.5}.print()
	return nil
}

// draw writes the network with its places and circles, as the page of the bench takes it.
func (w *web) draw(file string) error {
	l := graph.NewLayout(w.graph, nil, rand.New(rand.NewPCG(1, 2)))
	for !l.Settled() {
		l.Step()
	}
	type network struct {
		X      []float64 `json:"x"`
		Y      []float64 `json:"y"`
		From   []int     `json:"from"`
		To     []int     `json:"to"`
		Circle []int     `json:"circle"`
	}
	n := network{Circle: make([]int, w.n)}
	for _, p := range l.Points() {
		n.X, n.Y = append(n.X, p.X), append(n.Y, p.Y)
	}
	for _, e := range w.edges {
		n.From, n.To = append(n.From, e.A), append(n.To, e.B)
	}
	for c, people := range w.graph.Circles(rand.New(rand.NewPCG(1, 2))) {
		for _, i := range people {
			n.Circle[i] = c
		}
	}
	raw, err := json.Marshal(n)
	if err != nil {
		return err
	}
	return os.WriteFile(file, raw, 0o600)
}
