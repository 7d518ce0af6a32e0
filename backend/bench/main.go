// Command bench measures the program beside its peers and prints ratios.
//
//	go run ./backend/bench --program build/bin/kaffeerunde [--rounds 3] [--only import] [--quick]
//
// Machines are noisy and differ, so nothing passes or fails by time: every comparison runs its commands in turn (A B A B …)
// in one go and prints the medians, their ratio and the spread. A whole process is measured from outside, with its peak memory
// as the operating system counted it. Goals are printed beside, for the reader.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
)

// setting is what every section needs: our program, the peers' program, a folder to work in and how often to repeat.
type setting struct {
	program, peer, dir string
	rounds             int
	quick              bool
}

// sections are the parts of the report, in the order they are printed.
var sections = []struct {
	name string
	run  func(setting) error
}{
	{"read", read},
	{"import", importing},
	{"search", search},
	{"terminal", terminal},
	{"sheet", sheet},
}

func main() {
	log.SetFlags(0)
	program := flag.String("program", "build/bin/kaffeerunde", "the built program")
	rounds := flag.Int("rounds", 3, "how often each command runs")
	only := flag.String("only", "", "read, import, search, terminal or sheet; all without it")
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
	s := setting{program: program, peer: filepath.Join(dir, "peer"), dir: dir, rounds: rounds, quick: quick}
	if err := goBuild(s.peer, "./backend/bench/peer"); err != nil {
		return err
	}
	names := make([]string, 0, len(sections))
	for _, section := range sections {
		names = append(names, section.name)
		if only != "" && only != section.name {
			continue
		}
		fmt.Printf("\n== %s\n", section.name)
		if err := section.run(s); err != nil {
			return fmt.Errorf("%s: %w", section.name, err)
		}
	}
	if only != "" && !slices.Contains(names, only) {
		return fmt.Errorf("--only takes one of %v", names)
	}
	return nil
}
