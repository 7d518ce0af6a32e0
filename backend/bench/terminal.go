package main

import (
	"os/exec"
	"path/filepath"
	"strings"
)

// terminal compares verbs on a book of 100,000 people with the bare start of the same program.
func terminal(s setting) error {
	file, err := s.cards(s.people(100_000))
	if err != nil {
		return err
	}
	filled, err := s.book(file)
	if err != nil {
		return err
	}
	verbs := []string{"list --limit 50", "list muller --limit 50", "show 77", "tag add Chor 77"}
	book := filepath.Join(s.dir, "verbs.db")
	// Each verb finds the book without what the one before may have written.
	fresh := func(*exec.Cmd) error { return copyBook(filled, book) }
	cs := []contender{{name: "process start", args: []string{s.program, "list", "--help"}, before: fresh}}
	for _, verb := range verbs {
		args := append([]string{s.program, "--book", book}, strings.Fields(verb)...)
		cs = append(cs, contender{name: verb, args: args, before: fresh})
	}
	figures, err := compare(s.rounds*3, cs...)
	if err != nil {
		return err
	}
	for i, verb := range verbs {
		beside(verb+" / process start", figures[i+1], figures[0], 1.2)
	}
	return nil
}
