// Check runs everything that has to hold before a change is taken, named checks in their order, and sums up. It goes on
// after a failure, keeps quiet about what passed, and its last line is "N passed, N failed". It runs in the root of the
// repository; "make test" has installed what it needs.
//
//	make test                    everything
//	make test ONLY="fuzz end"   only the checks whose name begins like one of these words
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"strings"
	"time"
)

// outcome is what a check found: how many tests passed, failed and did not run, and what to read when something failed.
type outcome struct {
	passed, failed, skipped int
	output                  string
}

// check is one named thing that has to hold.
type check struct {
	name  string
	width width
	run   func(context.Context) outcome
}

// width is how much of the machine a check needs. Narrow ones that follow each other run beside each other.
type width int

const (
	wide   width = iota
	narrow       // one core
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, os.Args[1:]))
}

func run(ctx context.Context, wanted []string) int {
	var sum outcome
	for _, group := range groups(checks(), wanted) {
		for _, r := range start(ctx, group) {
			if ctx.Err() != nil {
				break
			}
			fmt.Printf("%-28s", r.name)
			<-r.done
			fmt.Println(line(r.found, r.took))
			if r.found.failed > 0 {
				fmt.Printf("\n%s\n\n", strings.TrimSpace(r.found.output))
			}
			sum.passed += r.found.passed
			sum.failed += r.found.failed
		}
	}
	if ctx.Err() != nil {
		sum.failed++
	}
	fmt.Printf("%d passed, %d failed\n", sum.passed, sum.failed)
	if sum.failed > 0 {
		return 1
	}
	return 0
}

// groups are the checks that are wanted, in their order: narrow ones that follow each other are one group, every other is its own.
func groups(checks []check, wanted []string) [][]check {
	var all [][]check
	last := wide
	for _, c := range checks {
		if !chosen(c.name, wanted) {
			continue
		}
		if c.width == narrow && last == narrow {
			all[len(all)-1] = append(all[len(all)-1], c)
		} else {
			all = append(all, []check{c})
		}
		last = c.width
	}
	return all
}

// running is a check that was started; found and took are there when done is closed.
type running struct {
	check
	done  chan struct{}
	found outcome
	took  time.Duration
}

// start runs the checks of a group beside each other, as many at a time as there are cores, in their order.
func start(ctx context.Context, group []check) []*running {
	var all []*running
	for _, c := range group {
		all = append(all, &running{check: c, done: make(chan struct{})})
	}
	next := make(chan *running, len(all))
	for _, r := range all {
		next <- r
	}
	close(next)
	for range runtime.NumCPU() {
		go func() {
			for r := range next {
				begun := time.Now()
				r.found = r.run(ctx)
				r.took = time.Since(begun)
				close(r.done)
			}
		}()
	}
	return all
}

func chosen(name string, wanted []string) bool {
	if len(wanted) == 0 {
		return true
	}
	for _, w := range wanted {
		if strings.HasPrefix(name, w) {
			return true
		}
	}
	return false
}

func line(o outcome, took time.Duration) string {
	text := fmt.Sprintf("%5d passed", o.passed)
	if o.failed > 0 {
		text += fmt.Sprintf(", %d FAILED", o.failed)
	}
	if o.skipped > 0 {
		text += fmt.Sprintf(", %d skipped", o.skipped)
	}
	return fmt.Sprintf("%s   (%.1f s)", text, took.Seconds())
}
