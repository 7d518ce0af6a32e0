package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"

	"kaffeerunde/backend/graph"
)

// layout lays out a graph, given as the number of people and two numbers for each connection, and prints a place a line.
func layout(in io.Reader) (int, error) {
	buffered := bufio.NewReader(in)
	var n int
	if _, err := fmt.Fscan(buffered, &n); err != nil {
		return 0, err
	}
	var edges []graph.Edge
	for {
		e := graph.Edge{Strength: 1}
		if _, err := fmt.Fscan(buffered, &e.A, &e.B); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return 0, err
		}
		edges = append(edges, e)
	}
	l := graph.NewLayout(graph.New(n, edges), nil, rand.New(rand.NewPCG(1, 2)))
	if err := l.Settle(context.Background()); err != nil {
		return 0, err
	}
	out := bufio.NewWriter(os.Stdout)
	for _, p := range l.Points() {
		fmt.Fprintln(out, p.X, p.Y)
	}
	return n, out.Flush()
}
