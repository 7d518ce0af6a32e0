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
	"strconv"
	"strings"

	"kaffeerunde/backend/vcard"
)

// duplicates measures how many of the known duplicates of generated books are found, and how much of what is found is one, beside the
// rule of KAddressBook: the same name, nickname or mail address. Two kinds of books are looked at: those whose doubles are of the ways of
// people's books, with families, namesakes and switchboards in between, and one of a hundred thousand whose copies are altered a little.
// Then it measures what the first look at everybody takes, and a look after a decision.
func duplicates(s setting) error {
	n := s.people(20_000)
	for _, seed := range []string{"1", "2", "3"} {
		k := knownDoubles{what: "doubles, seed " + seed, n: n}
		if err := k.judge(s, "--version", "4.0", "--seed", seed, "--doubles", strconv.Itoa(n*3/20)); err != nil {
			return err
		}
	}
	k := knownDoubles{what: "copies", n: s.people(100_000), least: 0.98}
	if err := k.judge(s, "--dups", "0.1"); err != nil {
		return err
	}
	return s.looks()
}

// knownDoubles is a generated book of n cards of which it is known who is in it twice. Least is the precision and the recall it is to
// reach, 0 for none.
type knownDoubles struct {
	what  string
	n     int
	least float64
}

// judge makes the book and compares what is found in it with what is known.
func (k knownDoubles) judge(s setting, flags ...string) error {
	file := filepath.Join(s.dir, k.what+".vcf")
	truthFile := file + ".tsv"
	cards, err := exec.Command(s.gen, append(flags, "--n", strconv.Itoa(k.n), "--truth", truthFile)...).Output()
	if err != nil {
		return fmt.Errorf("make a book of doubles: %w", err)
	}
	if err := os.WriteFile(file, cards, 0o600); err != nil {
		return err
	}
	path, err := s.book(file)
	if err != nil {
		return err
	}
	peer, uids, err := sameNameOrMail(cards)
	if err != nil {
		return err
	}
	at, err := s.cardsOf(path, uids)
	if err != nil {
		return err
	}
	same, err := readTruth(truthFile, at)
	if err != nil {
		return err
	}
	found, sure, err := s.found(path, at)
	if err != nil {
		return err
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
		precision, recall := float64(right)/float64(max(len(row.of), 1)), float64(right)/float64(len(same))
		fmt.Printf("%-17s %-20s %6d pairs, %6d wrong, precision %.4f, recall %.4f%s\n", k.what, row.name, len(row.of), len(row.of)-right,
			precision, recall, k.verdict(row.name, precision, recall))
	}
	return nil
}

// verdict says whether a goal is met, "" where there is none.
func (k knownDoubles) verdict(row string, precision, recall float64) string {
	met := precision >= k.least && recall >= k.least
	switch {
	case row == "sure":
		met = precision == 1
	case row != "all that may be one" || k.least == 0:
		return ""
	}
	if met {
		return "  yes"
	}
	return "  no"
}

// cardsOf returns which card each person of a book came with. Who came twice to the letter is there once.
func (s setting) cardsOf(path string, uids map[string]int) (map[int]int, error) {
	var people []struct {
		ID  int    `json:"id"`
		UID string `json:"uid"`
	}
	if err := s.answer(&people, "list", "--book", path, "--json"); err != nil {
		return nil, err
	}
	at := map[int]int{}
	for _, p := range people {
		at[p.ID] = uids[p.UID]
	}
	return at, nil
}

// found returns which cards may be of one person, and which surely are.
func (s setting) found(path string, at map[int]int) (found, sure pairs, err error) {
	var groups []struct {
		Sure   bool  `json:"sure"`
		People []int `json:"people"`
	}
	if err := s.answer(&groups, "duplicates", "--book", path, "--json"); err != nil {
		return nil, nil, err
	}
	found, sure = pairs{}, pairs{}
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
	return found, sure, nil
}

// answer runs the program and reads what it answers.
func (s setting) answer(v any, args ...string) error {
	out, err := exec.Command(s.program, args...).Output()
	if err != nil {
		return fmt.Errorf("%s: %w", args[0], err)
	}
	return json.Unmarshal(out, v)
}

// pairs are two cards each, the lower number first.
type pairs map[[2]int]bool

func (p pairs) add(a, b int) { p[[2]int{min(a, b), max(a, b)}] = true }

// readTruth reads which cards of a book are of one person: a copy with its original, and the copies of one original.
func readTruth(path string, at map[int]int) (pairs, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	here := map[int]bool{}
	for _, card := range at {
		here[card] = true
	}
	of := map[int][]int{}
	for line := range strings.Lines(string(text)) {
		var copied, original int
		if _, err := fmt.Sscanf(line, "%d\t%d", &copied, &original); err != nil {
			return nil, fmt.Errorf("read the truth: %q", line)
		}
		of[original] = append(of[original], copied)
	}
	same := pairs{}
	for original, copies := range of {
		all := append([]int{original}, copies...)
		for i, a := range all {
			for _, b := range all[i+1:] {
				if here[a] && here[b] {
					same.add(a, b)
				}
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
