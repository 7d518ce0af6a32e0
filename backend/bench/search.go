package main

import (
	"context"
	"database/sql"
	"slices"
	"strings"

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
	file, err := s.cards(s.people(100_000))
	if err != nil {
		return err
	}
	path, err := s.book(file)
	if err != nil {
		return err
	}
	b, err := book.Open(ctx, path, book.Options{})
	if err != nil {
		return err
	}
	defer b.Close()
	first, err := timed(func() error { return ask(ctx, b, book.Query{Text: "warm"}, 0) })
	if err != nil {
		return err
	}
	known("first search of a program", "ms", 1000*first.seconds)
	prepared, err := timed(func() error { return b.Prepare(ctx) })
	if err != nil {
		return err
	}
	known("reading what searches look through, once", "ms", 1000*prepared.seconds)
	db, err := sql.Open("sqlite3", "file:"+path+"?mode=ro")
	if err != nil {
		return err
	}
	defer db.Close()
	var ours, like, cpu []float64
	for round := range s.rounds {
		for _, text := range typed {
			// The spaces make each round a question that was not asked before.
			q := book.Query{Text: text + strings.Repeat(" ", round)}
			f, err := timed(func() error { return ask(ctx, b, q, 0) })
			if err != nil {
				return err
			}
			ours, cpu = append(ours, 1000*f.seconds), append(cpu, 1000*f.cpu)
			if f, err = timed(func() error { return askByLike(ctx, db, text) }); err != nil {
				return err
			}
			like = append(like, 1000*f.seconds)
		}
	}
	row{what: "first 50 of 100k / LIKE on the same text", unit: "ms", ours: ours, peer: like, goal: 1}.print()
	within("first 50 of 100k, 95 of 100 questions", "ms", percentile(ours, 0.95), 5)
	within("first 50 of 100k, the slowest", "ms", slices.Max(ours), 16)
	known("in CPU, 95 of 100 questions", "ms", percentile(cpu, 0.95))
	known("in CPU, the slowest", "ms", slices.Max(cpu))
	middle, err := timed(func() error { return ask(ctx, b, book.Query{}, s.people(50_000)) })
	if err != nil {
		return err
	}
	known("50 rows from the middle of everyone", "ms", 1000*middle.seconds)
	return nil
}

func ask(ctx context.Context, b *book.Book, q book.Query, offset int) error {
	_, err := b.People(ctx, q, offset, 50)
	return err
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

// percentile returns the value that a share of all values does not exceed.
func percentile(values []float64, share float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[int(share*float64(len(sorted)-1))]
}
