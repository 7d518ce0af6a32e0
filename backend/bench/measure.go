package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
)

// contender is one command of a comparison. Before, where it is there, prepares each run and is not measured.
type contender struct {
	name   string
	args   []string
	before func() error
}

// figure is what one run took: wall seconds and the peak memory of the process in MiB.
type figure struct{ seconds, peak float64 }

// compare runs the contenders in turn, rounds times after one run that is not counted, and returns each one's figures in the
// order they ran.
func compare(rounds int, contenders ...contender) ([][]figure, error) {
	figures := make([][]figure, len(contenders))
	for round := range rounds + 1 {
		for i, c := range contenders {
			f, err := measure(c)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", c.name, err)
			}
			if round > 0 {
				figures[i] = append(figures[i], f)
			}
		}
	}
	return figures, nil
}

func measure(c contender) (figure, error) {
	if c.before != nil {
		if err := c.before(); err != nil {
			return figure{}, err
		}
	}
	cmd := exec.Command(c.args[0], c.args[1:]...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	start := time.Now()
	if err := cmd.Run(); err != nil {
		return figure{}, fmt.Errorf("%s: %w: %s", strings.Join(c.args, " "), err, strings.TrimSpace(stderr.String()))
	}
	took := time.Since(start).Seconds()
	usage := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	return figure{seconds: took, peak: float64(usage.Maxrss) / 1024}, nil
}

// seconds and peaks are the two columns of a run's figures.
func seconds(f []figure) []float64 { return column(f, func(f figure) float64 { return f.seconds }) }
func peaks(f []figure) []float64   { return column(f, func(f figure) float64 { return f.peak }) }

func column(figures []figure, of func(figure) float64) []float64 {
	values := make([]float64, len(figures))
	for i, f := range figures {
		values[i] = of(f)
	}
	return values
}

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	middle := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[middle]
	}
	return (sorted[middle-1] + sorted[middle]) / 2
}

// times prints each contender's median, spread and peak memory.
func times(contenders []contender, figures [][]figure) {
	for i, c := range contenders {
		s := seconds(figures[i])
		fmt.Printf("  %-34s %8.3f s  (%.3f to %.3f)  peak %5.0f MiB\n", c.name, median(s), slices.Min(s), slices.Max(s), median(peaks(figures[i])))
	}
}

// ratio prints how a compares with b: the median of the ratios of runs that stood side by side, their spread, and the goal.
func ratio(what string, a, b []float64, goal string) {
	pairs := make([]float64, len(a))
	for i := range a {
		pairs[i] = a[i] / b[i]
	}
	fmt.Printf("  %-52s %6.2f x  (%.2f to %.2f)   goal %s\n", what, median(pairs), slices.Min(pairs), slices.Max(pairs), goal)
}

// goBuild builds a command of this module without the window.
func goBuild(to, pkg string) error {
	cmd := exec.Command("go", "build", "-o", to, pkg)
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("build %s: %w", pkg, err)
	}
	return nil
}

// generate writes a phone export with the generator's flags and returns its path.
func (s setting) generate(name string, flags ...string) (string, error) {
	path := filepath.Join(s.dir, name)
	gen := filepath.Join(s.dir, "gen")
	if _, err := os.Stat(gen); err != nil {
		if err := goBuild(gen, "./backend/bench/gen"); err != nil {
			return "", err
		}
	}
	out, err := os.Create(path)
	if err != nil {
		return "", err
	}
	cmd := exec.Command(gen, flags...)
	cmd.Stdout = out
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("generate %s: %w", name, err)
	}
	return path, out.Close()
}

// people scales a number of people down for a quick run.
func (s setting) people(n int) int {
	if s.quick {
		return n / 10
	}
	return n
}
