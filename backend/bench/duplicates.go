package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"kaffeerunde/backend/vcard"
)

// duplicates measures how many of the known duplicates of a generated book are found, and how much of what is found is one, beside
// the rule of KAddressBook: the same name, nickname or mail address.
func duplicates(s setting) error {
	n := s.people(20_000)
	cards, truthFile := filepath.Join(s.dir, "doubles.vcf"), filepath.Join(s.dir, "doubles.tsv")
	out, err := exec.Command(s.gen, "--version", "4.0", "--n", fmt.Sprint(n), "--doubles", fmt.Sprint(n*3/20), "--truth", truthFile).Output()
	if err != nil {
		return fmt.Errorf("make a book of doubles: %w", err)
	}
	if err := os.WriteFile(cards, out, 0o600); err != nil {
		return err
	}
	same, err := readTruth(truthFile, n)
	if err != nil {
		return err
	}
	book := filepath.Join(s.dir, "doubles.db")
	if out, err := exec.Command(s.program, "--book", book, "import", cards, "--similar", "add").CombinedOutput(); err != nil {
		return fmt.Errorf("import: %w\n%s", err, out)
	}
	answer, err := exec.Command(s.program, "--book", book, "duplicates", "--json").Output()
	if err != nil {
		return fmt.Errorf("duplicates: %w", err)
	}
	var groups []struct {
		Sure   bool  `json:"sure"`
		People []int `json:"people"`
	}
	if err := json.Unmarshal(answer, &groups); err != nil {
		return err
	}
	peer, uids, err := sameNameOrMail(out)
	if err != nil {
		return err
	}
	answer, err = exec.Command(s.program, "--book", book, "list", "--json").Output()
	if err != nil {
		return fmt.Errorf("list: %w", err)
	}
	var people []struct {
		ID  int    `json:"id"`
		UID string `json:"uid"`
	}
	if err := json.Unmarshal(answer, &people); err != nil {
		return err
	}
	at := map[int]int{} // the card of a person
	for _, p := range people {
		at[p.ID] = uids[p.UID]
	}
	found, sure := pairs{}, pairs{}
	for _, g := range groups {
		for i, a := range g.People {
			for _, b := range g.People[i+1:] {
				found.add(at[a], at[b])
				if g.Sure {
					sure.add(at[a], at[b])
				}
			}
		}
	}
	for _, row := range []struct {
		name string
		of   pairs
	}{{"all that may be one", found}, {"sure", sure}, {"KAddressBook's rule", peer}} {
		right := 0
		for p := range row.of {
			if same[p] {
				right++
			}
		}
		fmt.Printf("%-22s %6d pairs, %6d wrong, precision %.4f, recall %.4f\n", row.name, len(row.of), len(row.of)-right,
			float64(right)/float64(max(len(row.of), 1)), float64(right)/float64(len(same)))
	}
	return nil
}

// pairs are two cards each, the lower number first.
type pairs map[[2]int]bool

func (p pairs) add(a, b int) { p[[2]int{min(a, b), max(a, b)}] = true }

// readTruth reads which cards are of one person: a copy with its original, and the copies of one original.
func readTruth(path string, n int) (pairs, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	of := map[int][]int{}
	for line := range strings.Lines(string(text)) {
		var copied, original int
		if _, err := fmt.Sscanf(line, "%d\t%d", &copied, &original); err != nil || copied >= n {
			return nil, fmt.Errorf("read the truth: %q", line)
		}
		of[original] = append(of[original], copied)
	}
	same := pairs{}
	for original, copies := range of {
		all := append([]int{original}, copies...)
		for i, a := range all {
			for _, b := range all[i+1:] {
				same.add(a, b)
			}
		}
	}
	return same, nil
}

// sameNameOrMail returns who has the same name, nickname or mail address, to the letter, and which card has which UID.
func sameNameOrMail(cards []byte) (pairs, map[string]int, error) {
	uids := map[string]int{}
	said := map[string][]int{}
	reader := vcard.NewReader(bytes.NewReader(cards), vcard.Options{})
	for i := 0; ; i++ {
		c, err := reader.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, nil, err
		}
		uids[c.UID()] = i
		name, _ := c.DisplayName()
		keys := []string{"name " + name}
		for _, nickname := range c.Nicknames() {
			keys = append(keys, "nickname "+nickname)
		}
		for _, email := range c.Emails() {
			keys = append(keys, "mail "+email.Value)
		}
		for _, key := range keys {
			said[key] = append(said[key], i)
		}
	}
	found := pairs{}
	for _, who := range said {
		for i, a := range who {
			for _, b := range who[i+1:] {
				if a != b {
					found.add(a, b)
				}
			}
		}
	}
	return found, uids, nil
}
