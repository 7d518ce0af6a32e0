package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
)

// read compares our reader with go-vcard's decoder, with a bare scan of the lines as the limit.
func read(s setting) error {
	n := s.people(100_000)
	plain, err := s.generate("plain.vcf", "--n", strconv.Itoa(n))
	if err != nil {
		return err
	}
	photos, err := s.generate("photos.vcf", "--n", strconv.Itoa(s.people(5_000)), "--photos", "1")
	if err != nil {
		return err
	}
	for _, input := range []struct{ title, file, goal string }{
		{fmt.Sprintf("%d cards without photos", n), plain, "0.40"},
		{fmt.Sprintf("%d cards with 30 KB photos", s.people(5_000)), photos, "0.05"},
	} {
		fmt.Printf("%s\n", input.title)
		cs := []contender{
			{name: "ours", args: []string{s.peer, "read", input.file}},
			{name: "go-vcard decode", args: []string{s.peer, "govcard", input.file}},
			{name: "line scan (limit)", args: []string{s.peer, "scan", input.file}},
		}
		figures, err := compare(s.rounds, cs...)
		if err != nil {
			return err
		}
		times(cs, figures)
		ratio("ours / go-vcard decode", seconds(figures[0]), seconds(figures[1]), input.goal)
	}
	return nil
}

// importing compares whole imports: cards, index, search, journal, all of it.
func importing(s setting) error {
	files := map[string]string{}
	for _, f := range []struct {
		name  string
		flags []string
	}{
		{"10k", []string{"--n", strconv.Itoa(s.people(10_000))}},
		{"100k", []string{"--n", strconv.Itoa(s.people(100_000))}},
		{"other", []string{"--n", strconv.Itoa(s.people(100_000)), "--seed", "2"}},
		{"photos", []string{"--n", strconv.Itoa(s.people(5_000)), "--photos", "1"}},
	} {
		path, err := s.generate(f.name+".vcf", f.flags...)
		if err != nil {
			return err
		}
		files[f.name] = path
	}
	full := filepath.Join(s.dir, "full.db")
	if out, err := exec.Command(s.program, "import", "--book", full, files["100k"]).CombinedOutput(); err != nil {
		return fmt.Errorf("fill a book: %w: %s", err, out)
	}
	cs := []contender{
		s.importInto("10k", files["10k"], ""),
		s.importInto("100k", files["100k"], ""),
		s.importInto("100k more into a book of 100k", files["other"], full),
		s.importInto("5k with photos", files["photos"], ""),
		{name: "go-vcard decode, 100k", args: []string{s.peer, "govcard", files["100k"]}},
		{name: "go-vcard decode, 5k with photos", args: []string{s.peer, "govcard", files["photos"]}},
	}
	figures, err := compare(s.rounds, cs...)
	if err != nil {
		return err
	}
	times(cs, figures)
	ratio("import 100k / go-vcard decode", seconds(figures[1]), seconds(figures[4]), "5")
	ratio("import 5k with photos / go-vcard decode", seconds(figures[3]), seconds(figures[5]), "0.1")
	ratio("growth 10k to 100k, time", seconds(figures[1]), seconds(figures[0]), "12")
	ratio("growth 10k to 100k, peak memory", peaks(figures[1]), peaks(figures[0]), "2.5 and 128 MiB")
	ratio("into a book of 100k / into an empty one", seconds(figures[2]), seconds(figures[1]), "2")
	return nil
}

// importInto imports a file into a fresh copy of a book, or into an empty one where no book is given.
func (s setting) importInto(name, file, book string) contender {
	target := filepath.Join(s.dir, "target.db")
	return contender{
		name: "import " + name,
		args: []string{s.program, "import", "--book", target, "--similar", "add", file},
		before: func() error {
			for _, suffix := range []string{"", "-wal", "-shm"} {
				if err := os.RemoveAll(target + suffix); err != nil {
					return err
				}
			}
			if book == "" {
				return nil
			}
			raw, err := os.ReadFile(book)
			if err != nil {
				return err
			}
			return os.WriteFile(target, raw, 0o600)
		},
	}
}

// terminal compares verbs on a large book with the bare start of the same program.
func terminal(s setting) error {
	file, err := s.generate("verbs.vcf", "--n", strconv.Itoa(s.people(100_000)))
	if err != nil {
		return err
	}
	book := filepath.Join(s.dir, "verbs.db")
	if out, err := exec.Command(s.program, "import", "--book", book, file).CombinedOutput(); err != nil {
		return fmt.Errorf("fill a book: %w: %s", err, out)
	}
	cs := []contender{
		{name: "--help (process start)", args: []string{s.program, "list", "--help"}},
		{name: "list --limit 50", args: []string{s.program, "list", "--book", book, "--limit", "50"}},
		{name: "list muller --limit 50", args: []string{s.program, "list", "muller", "--book", book, "--limit", "50"}},
		{name: "show 77", args: []string{s.program, "show", "77", "--book", book}},
		{name: "tag add Chor 77", args: []string{s.program, "tag", "add", "Chor", "77", "--book", book}},
	}
	figures, err := compare(s.rounds*3, cs...)
	if err != nil {
		return err
	}
	times(cs, figures)
	for i, c := range cs[1:] {
		ratio(c.name+" / process start", seconds(figures[i+1]), seconds(figures[0]), "1.2")
	}
	return nil
}

// sheet compares the contact sheet of 200 people with what Chromium takes to print a page of the same size.
func sheet(s setting) error {
	file, err := s.generate("guests.vcf", "--n", "200", "--photos", "1")
	if err != nil {
		return err
	}
	book := filepath.Join(s.dir, "guests.db")
	if out, err := exec.Command(s.program, "import", "--book", book, file).CombinedOutput(); err != nil {
		return fmt.Errorf("fill a book: %w: %s", err, out)
	}
	pdf := filepath.Join(s.dir, "sheet.pdf")
	cs := []contender{
		{name: "sheet, list, 200 people", args: []string{s.program, "sheet", "--book", book, "--layout", "list", "-o", pdf}},
		{name: "sheet, cards with QR, 200 people", args: []string{s.program, "sheet", "--book", book, "--layout", "cards", "-o", pdf}},
		{name: "go-pdf/fpdf, photo and QR, unshaped", args: []string{s.peer, "fpdf", file, filepath.Join(s.dir, "peer.pdf")}},
	}
	figures, err := compare(s.rounds, cs...)
	if err != nil {
		return err
	}
	times(cs, figures)
	ratio("cards / fpdf", seconds(figures[1]), seconds(figures[2]), "2")
	ratio("list / fpdf", seconds(figures[0]), seconds(figures[2]), "2")
	return nil
}
