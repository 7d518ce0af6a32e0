// Command bench measures the program beside its peers and prints ratios.
//
//	go run ./backend/bench --program build/bin/kaffeerunde [--rounds 3] [--only import] [--quick]
//
// Machines are noisy and differ, so nothing passes or fails by time: every comparison runs its commands in turn (A B A B …)
// in one go and prints the medians, their ratio and the spread. A whole process is measured from outside, with its peak memory
// as the operating system counted it. The ratio of CPU seconds stands beside that of wall seconds, because a busy machine
// stretches the one and not the other. Goals are printed for the reader; peers that are not installed are skipped with a
// sentence. Everything is written below TMPDIR, up to 4 GiB, and removed at the end.
package main

import (
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// setting is what every section needs: our program, the peers' program, the generator of cards, a folder to work in and how
// often to repeat.
type setting struct {
	program, peer, gen, dir string
	rounds                  int
	quick                   bool
}

// sections are the parts of the report, in the order they are printed.
var sections = []struct {
	name string
	run  func(setting) error
}{
	{"read", read},
	{"import", importing},
	{"growth", growth},
	{"search", search},
	{"terminal", terminal},
	{"sheet", sheet},
	{"start", start},
	{"list", list},
	{"guests", guests},
	{"network", network},
	{"duplicates", duplicates},
}

func main() {
	log.SetFlags(0)
	program := flag.String("program", "build/bin/kaffeerunde", "the built program")
	rounds := flag.Int("rounds", 3, "how often each command runs")
	only := flag.String("only", "", "read, import, growth, search, terminal, sheet, start, list, network or guests; all without it")
	quick := flag.Bool("quick", false, "a tenth of the people, to see that it works")
	flag.Parse()
	if err := run(*program, *rounds, *only, *quick); err != nil {
		log.Fatalf("bench: %v", err)
	}
}

func run(program string, rounds int, only string, quick bool) error {
	program, err := filepath.Abs(program)
	if err != nil {
		return err
	}
	if _, err := os.Stat(program); err != nil {
		return fmt.Errorf("look for the program (make build makes it): %w", err)
	}
	dir, err := os.MkdirTemp("", "kaffeerunde-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	s := setting{program: program, peer: filepath.Join(dir, "peer"), gen: filepath.Join(dir, "gen"), dir: dir, rounds: rounds, quick: quick}
	for to, pkg := range map[string]string{s.peer: "./backend/bench/peer", s.gen: "./backend/bench/gen"} {
		if err := goBuild(to, pkg, ""); err != nil {
			return err
		}
	}
	begun := time.Now()
	var failed []error
	names := make([]string, 0, len(sections))
	for _, section := range sections {
		names = append(names, section.name)
		if only != "" && only != section.name {
			continue
		}
		heading(section.name)
		if err := section.run(s); err != nil {
			// The other sections still have something to say.
			fmt.Printf("stopped: %v\n", err)
			failed = append(failed, fmt.Errorf("%s: %w", section.name, err))
		}
	}
	if only != "" && !slices.Contains(names, only) {
		return fmt.Errorf("--only takes one of %v", names)
	}
	fmt.Printf("\nMeasured in %s. \"in CPU\" is met where only the wall clock of a busy machine is beyond the goal.\n", time.Since(begun).Round(time.Second))
	return errors.Join(failed...)
}

// people scales a number of people down for a quick run.
func (s setting) people(n int) int {
	if s.quick {
		return n / 10
	}
	return n
}
