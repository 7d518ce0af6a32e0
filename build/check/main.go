// Check runs everything that has to hold before a change is taken, one named check after the other, and sums up. It goes on
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
	name string
	run  func(context.Context) outcome
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, os.Args[1:]))
}

func run(ctx context.Context, wanted []string) int {
	var sum outcome
	for _, c := range checks() {
		if !chosen(c.name, wanted) || ctx.Err() != nil {
			continue
		}
		fmt.Printf("%-28s", c.name)
		begun := time.Now()
		o := c.run(ctx)
		fmt.Println(line(o, time.Since(begun)))
		if o.failed > 0 {
			fmt.Printf("\n%s\n\n", strings.TrimSpace(o.output))
		}
		sum.passed += o.passed
		sum.failed += o.failed
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
