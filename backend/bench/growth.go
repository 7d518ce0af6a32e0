package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"

	"kaffeerunde/backend/vcard"
)

// linesOfACard is how many content lines the generator's cards have on average.
const linesOfACard = 12.9

// growth tells whether time and memory follow the length of a file: from a thousand content lines to a million, and to a
// file of 1 GiB.
func growth(s setting) error {
	if err := s.readingGrows(); err != nil {
		return err
	}
	if err := s.importGrows(); err != nil {
		return err
	}
	return s.gibibyte()
}

func (s setting) lines(n int) (string, error) {
	return s.cards(int(float64(s.people(n)) / linesOfACard))
}

// readingGrows compares what a line costs in a file and in one of ten times the lines. Each is read as often as it takes to read
// a million lines, so that the start of a process is not what is measured.
func (s setting) readingGrows() error {
	const longest = 1_000_000
	var shorter []figure
	for n := 1000; n <= longest; n *= 10 {
		file, err := s.lines(n)
		if err != nil {
			return err
		}
		raw, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		if err := readOften(raw, 1); err != nil {
			return err
		}
		var figures []figure
		for range s.rounds {
			f, err := timed(func() error { return readOften(raw, longest/n) })
			if err != nil {
				return err
			}
			figures = append(figures, f)
		}
		if shorter != nil {
			beside(fmt.Sprintf("reading %d lines / ten times %d", n, n/10), figures, shorter, 1.2)
		}
		shorter = figures
	}
	return nil
}

func readOften(raw []byte, times int) error {
	for range times {
		r := vcard.NewReader(bytes.NewReader(raw), vcard.Options{})
		for {
			_, err := r.Read()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// importGrows compares whole imports, each with one of ten times the lines.
func (s setting) importGrows() error {
	var imports []contender
	sizes := []int{1000, 10_000, 100_000, 1_000_000}
	for _, n := range sizes {
		file, err := s.lines(n)
		if err != nil {
			return err
		}
		imports = append(imports, s.importInto("", file))
	}
	figures, err := compare(s.rounds, imports...)
	if err != nil {
		return err
	}
	for i, n := range sizes[1:] {
		beside(fmt.Sprintf("importing %d lines / %d", n, n/10), figures[i+1], figures[i], 12)
	}
	last := len(sizes) - 1
	besidePeak("importing 1000000 lines / 100000, peak memory", figures[last], figures[last-1], 2.5)
	return nil
}

// gibibyte reads and imports a file of 1 GiB: 35,000 cards with photos.
func (s setting) gibibyte() error {
	file, err := s.cards(s.people(35_000), "--photos", "1", "--seed", "3")
	if err != nil {
		return err
	}
	defer os.Remove(file)
	for _, c := range []contender{
		{name: "reading 1 GiB", args: []string{s.peer, "read", file}},
		s.importInto("", file),
	} {
		f, err := measure(c)
		if err != nil {
			return err
		}
		what := "reading 1 GiB"
		if c.before != nil {
			what = "importing 1 GiB"
		}
		known(what, "s", f.seconds)
		within(what+", peak memory", "MiB", f.peak, 128)
	}
	return nil
}
