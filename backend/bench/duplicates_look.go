package main

import (
	"context"
	"errors"
	"path/filepath"

	"kaffeerunde/backend/book"
	"kaffeerunde/backend/contact"
)

// looks compares a look at everybody with one at a tenth of them.
func (s setting) looks() error {
	ctx := context.Background()
	var small, large []figure
	for range s.rounds {
		for n, figures := range map[int]*[]figure{s.people(10_000): &small, s.people(100_000): &large} {
			file, err := s.cards(n, "--dups", "0.1")
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
			f, err := timed(func() error {
				_, err := b.Duplicates(ctx, 0, firstGroups)
				return err
			})
			if err = errors.Join(err, b.Close()); err != nil {
				return err
			}
			*figures = append(*figures, f)
		}
	}
	within("first look at 100k, CPU", "s", median(cpus(large)), 1)
	beside("first look at 100k / at 10k", large, small, 20)
	return s.decided(ctx)
}

// firstGroups is how many groups the window shows first.
const firstGroups = 100

// decided measures how long the list takes after a decision.
func (s setting) decided(ctx context.Context) error {
	file, err := s.cards(s.people(100_000), "--dups", "0.1")
	if err != nil {
		return err
	}
	path := filepath.Join(s.dir, "decided.db")
	from, err := s.book(file)
	if err != nil {
		return err
	}
	if err := copyBook(from, path); err != nil {
		return err
	}
	b, err := book.Open(ctx, path, book.Options{})
	if err != nil {
		return err
	}
	defer b.Close()
	var looks []figure
	for range 1 + 4*s.rounds {
		var page book.Duplicates
		f, err := timed(func() (err error) {
			page, err = b.Duplicates(ctx, 0, firstGroups)
			return err
		})
		if err != nil {
			return err
		}
		looks = append(looks, f)
		if len(page.Items) == 0 {
			break
		}
		ids := make([]contact.ID, len(page.Items[0].People))
		for i, p := range page.Items[0].People {
			ids[i] = p.ID
		}
		if _, _, err := b.Merge(ctx, ids, nil); err != nil {
			return err
		}
	}
	known("the list after a merge, CPU", "ms", 1000*median(cpus(looks[1:])))
	return nil
}
