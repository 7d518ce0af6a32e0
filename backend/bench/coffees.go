package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"kaffeerunde/backend/book"
	"kaffeerunde/backend/contact"
)

// coffees asks a book with whom of a list one has something to talk about: who they are, what both are into, where both were, who
// knows them, what happened and what is open. A third of the guests are in the book.
func coffees(s setting) error {
	ctx := context.Background()
	path := filepath.Join(s.dir, "evening.db")
	people, list := crowd(s.people(20_000), 1), crowd(s.people(5_000), 2)
	for i := range list {
		if i%3 == 0 {
			list[i] = people[i]
		}
	}
	event, err := evening(ctx, path, people, list)
	if err != nil {
		return err
	}
	b, err := book.Open(ctx, path, book.Options{})
	if err != nil {
		return err
	}
	defer b.Close()
	what := fmt.Sprintf("reasons for %d guests against %d people", len(list), len(people))
	ask := func() (book.Coffees, figure, error) {
		var c book.Coffees
		took, err := timed(func() (err error) {
			c, err = b.Coffees(ctx, event)
			return err
		})
		return c, took, err
	}
	c, first, err := ask()
	if err != nil {
		return err
	}
	within(what, "s", first.seconds, 2)
	var again, rolls []float64
	for i := range max(3, s.rounds) {
		g := c.Guests[i*7]
		if _, err := b.Recognise(ctx, g.ID, 0); err != nil {
			return err
		}
		took, err := timed(func() error {
			_, err := b.Guests(ctx, event)
			return err
		})
		if err != nil {
			return err
		}
		rolls = append(rolls, 1000*took.seconds)
		if _, took, err = ask(); err != nil {
			return err
		}
		again = append(again, 1000*took.seconds)
	}
	known("the reasons again, after a decision", "ms", median(again))
	within("the list again, after a decision", "ms", median(rolls), 50)
	return nil
}

// evening makes a book of people with everything that a reason may come from, and an event with a list of guests.
func evening(ctx context.Context, path string, people, list []invented) (event int64, err error) {
	file := path + ".vcf"
	if err := os.WriteFile(file, cardsOf(people), 0o600); err != nil {
		return 0, err
	}
	b, err := book.Open(ctx, path, book.Options{})
	if err != nil {
		return 0, err
	}
	defer b.Close()
	if _, err := b.ImportFiles(ctx, []string{file}, book.ImportOptions{Similar: book.DecisionAdd}, nil); err != nil {
		return 0, err
	}
	ids, err := b.IDs(ctx, book.Query{})
	if err != nil {
		return 0, err
	}
	slices.Sort(ids)
	if err := b.SetMe(ctx, ids[0]); err != nil {
		return 0, err
	}
	for group := range slices.Chunk(ids[1:len(ids)/20], 10) {
		if _, _, err := b.Meet(ctx, contact.Encounter{Kind: contact.CoffeeEncounter, Day: "2026-03-01", People: group}); err != nil {
			return 0, err
		}
		if _, _, err := b.Leave(ctx, contact.Thread{Text: "the article", People: group[:1]}); err != nil {
			return 0, err
		}
	}
	guests := make([]contact.Guest, len(list))
	for i, p := range list {
		name := p.given + " " + p.family
		guests[i] = contact.Guest{Line: name, Number: i + 1, Name: name, N: contact.Name{Given: p.given, Family: p.family}, Organisation: p.organisation, Mail: p.mail}
	}
	e, _, err := b.AddEvent(ctx, contact.Event{Title: "Open Space", When: "2026-12-03 19:00", Topics: []string{"topic 3"}}, guests)
	return e.ID, err
}

// cardsOf writes cards: a third of the people have topics, and a fifth name somebody whom they know.
func cardsOf(people []invented) []byte {
	var cards bytes.Buffer
	for i, p := range people {
		fmt.Fprintf(&cards, "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:urn:x-bench:%d\r\nFN:%s %s\r\nN:%s;%s;;;\r\nEMAIL:%s\r\nORG:%s\r\n",
			i, p.given, p.family, p.family, p.given, p.mail, p.organisation)
		if i%3 == 0 {
			fmt.Fprintf(&cards, "INTEREST:topic %d\r\nEXPERTISE:topic %d\r\n", i%40, i%70)
		}
		if i%5 == 0 {
			fmt.Fprintf(&cards, "RELATED;TYPE=acquaintance:urn:x-bench:%d\r\n", (i*7+1)%len(people))
		}
		cards.WriteString("END:VCARD\r\n")
	}
	return cards.Bytes()
}
