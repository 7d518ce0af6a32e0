package main

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	_ "github.com/mattn/go-sqlite3"

	"kaffeerunde/backend/book"
)

// typed are what people type: the beginnings of names, both spellings of umlauts, inner digits of numbers, single Chinese
// characters, a word of a note, and what is not there.
var typed = []string{
	"mu", "mul", "mull", "mulle", "muller", "mueller", "Müller", "jo", "jör", "jörg", "jorg schm", "schaefer", "groß", "gros",
	"ka", "kat", "kath", "katharina", "wi", "wil", "will", "o'br", "nowak", "łuk", "luk", "伟", "王", "欧阳", "さくら", "خوري", "анна",
	"49", "0049 1", "+49 17", "555", "1234", "98765", "gmail", "@gmx.de", "berlin", "köln", "chor", "acme", "teacher", "ärztin",
	"anna chor", "zzzzzz", "xq", "maria 0", "meier hans",
}

// search compares the first fifty of everything typed with the same question asked of SQLite by LIKE.
func search(s setting) error {
	ctx := context.Background()
	file, err := s.generate("search.vcf", "--n", strconv.Itoa(s.people(100_000)))
	if err != nil {
		return err
	}
	path := filepath.Join(s.dir, "search.db")
	b, err := book.Open(ctx, path, book.Options{Language: "de"})
	if err != nil {
		return err
	}
	defer b.Close()
	if _, err := b.ImportFiles(ctx, []string{file}, book.ImportOptions{Similar: book.DecisionAdd}, nil); err != nil {
		return err
	}
	start := time.Now()
	if _, err := b.People(ctx, book.Query{Text: "warm"}, 0, 50); err != nil {
		return err
	}
	fmt.Printf("  first search, with everything read from the book: %.1f ms\n", milliseconds(time.Since(start)))
	db, err := sql.Open("sqlite3", "file:"+path+"?mode=ro")
	if err != nil {
		return err
	}
	defer db.Close()
	var ours, like []float64
	for round := range s.rounds {
		for _, text := range typed {
			start := time.Now()
			// The spaces make each round a question that was not asked before.
			if _, err := b.People(ctx, book.Query{Text: text + strings.Repeat(" ", round)}, 0, 50); err != nil {
				return err
			}
			ours = append(ours, milliseconds(time.Since(start)))
			start = time.Now()
			if err := askByLike(ctx, db, text); err != nil {
				return err
			}
			like = append(like, milliseconds(time.Since(start)))
		}
	}
	percentiles("ours, first 50", ours)
	percentiles("LIKE on the same text", like)
	fmt.Println("  goals: p95 5 ms, never over 16 ms")
	ratio("ours / LIKE", ours, like, "below 1")
	start = time.Now()
	if _, err := b.People(ctx, book.Query{}, s.people(50_000), 50); err != nil {
		return err
	}
	fmt.Printf("  fifty rows from the middle of the whole list: %.1f ms\n", milliseconds(time.Since(start)))
	return nil
}

func askByLike(ctx context.Context, db *sql.DB, text string) error {
	rows, err := db.QueryContext(ctx, "SELECT person FROM person_index WHERE folded LIKE ? LIMIT 50", "%"+text+"%")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			return err
		}
	}
	return rows.Err()
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func percentiles(name string, values []float64) {
	sorted := slices.Sorted(slices.Values(values))
	at := func(p float64) float64 { return sorted[int(p*float64(len(sorted)-1))] }
	fmt.Printf("  %-34s p50 %6.2f ms   p95 %6.2f ms   most %6.2f ms   (%d questions)\n", name, at(.5), at(.95), sorted[len(sorted)-1], len(sorted))
}
