package book

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"time"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/match"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// retagBatch is how many cards are edited at a time.
const retagBatch = 512

// retag changes the tags of people and counts those whose card changes.
func (w *work) retag(ctx context.Context, ids []contact.ID, change func([]string) []string) error {
	for batch := range slices.Chunk(ids, retagBatch) {
		people, err := w.tx.People(ctx, batch)
		if err != nil {
			return err
		}
		for _, id := range batch {
			if !slices.ContainsFunc(people, func(p store.Person) bool { return p.ID == id }) {
				return fmt.Errorf("person %d: %w", id, contact.ErrNotFound)
			}
		}
		changed, err := w.retagged(ctx, people, change)
		if err != nil {
			return err
		}
		if err := w.loader.Replace(ctx, changed); err != nil {
			return err
		}
		for i := range changed {
			p := &changed[i].Person
			w.touch(p.ID)
			if err := w.tx.SetGroups(ctx, p.ID, p.Groups); err != nil {
				return err
			}
		}
		w.count += len(changed)
	}
	return nil
}

// retagged edits cards on all cores and returns those that differ now.
func (w *work) retagged(ctx context.Context, people []store.Person, change func([]string) []string) ([]store.Newcomer, error) {
	edited := make([]*store.Newcomer, len(people))
	err := share(ctx, len(people), func(part iter.Seq[int]) error {
		index := &indexer{names: w.index.names, region: w.index.region}
		for i := range part {
			var err error
			if edited[i], err = index.retagged(people[i], change, w.now); err != nil {
				return err
			}
		}
		return nil
	})
	var changed []store.Newcomer
	for _, e := range edited {
		if e != nil {
			changed = append(changed, *e)
		}
	}
	return changed, err
}

// retagged returns somebody with other tags on their card, nil where the tags stay. The error names them.
func (x *indexer) retagged(p store.Person, change func([]string) []string, now time.Time) (edited *store.Newcomer, err error) {
	defer caughtIn(p.ID, &err)
	card, err := vcard.Parse(p.Card, vcard.Options{Charset: p.Charset})
	if err != nil {
		return nil, fmt.Errorf("card of person %d: %w", p.ID, err)
	}
	before := wornTags(card, p.Groups)
	after := change(slices.Clone(before))
	if slices.Equal(before, after) {
		return nil, nil
	}
	var onCard []string
	onCard, p.Groups = sharedOut(after, tagsOf(card), p.Groups)
	card.PutItems("CATEGORIES", onCard)
	p.Card, p.Charset, p.Changed = card.Raw, card.Charset, now
	return &store.Newcomer{Person: p, Entry: x.entry(p.ID, card, p.Groups...)}, nil
}

// moveTag takes a tag off everyone and puts another in its place, or none for "". The operation counts who wore it, and the
// tag itself where nobody did.
func (w *work) moveTag(ctx context.Context, name, to string) error {
	if _, err := w.findTag(ctx, name); err != nil {
		return err
	}
	wearers, err := w.tx.Wearers(ctx, name)
	if err != nil {
		return err
	}
	err = w.retag(ctx, wearers, func(tags []string) []string {
		at := slices.Index(tags, name)
		if at < 0 {
			return tags
		}
		if to == "" || slices.Contains(tags, to) {
			return slices.Delete(tags, at, at+1)
		}
		tags[at] = to
		return tags
	})
	if err != nil {
		return err
	}
	w.count = max(w.count, 1)
	if to != "" {
		// A renamed tag looks as it did.
		if err := w.tx.InheritTag(ctx, name, to); err != nil {
			return err
		}
	}
	return w.tx.DropTag(ctx, name)
}

// findTag returns the colour that was given to a tag, contact.ErrNotFound where there is no such tag.
func (w *work) findTag(ctx context.Context, name string) (colour string, err error) {
	names, err := w.tx.TagNames(ctx)
	if err != nil {
		return "", err
	}
	if !slices.Contains(names, name) {
		return "", fmt.Errorf("tag %q: %w", name, contact.ErrNotFound)
	}
	return w.tx.TagColour(ctx, name)
}

// sameTag returns the tag that differs from name in case and accents at most, "" without one.
func (w *work) sameTag(ctx context.Context, name string) (string, error) {
	names, err := w.tx.TagNames(ctx)
	if err != nil {
		return "", err
	}
	same := ""
	for _, other := range names {
		if other == name {
			return name, nil
		}
		if match.Fold(other) == match.Fold(name) {
			same = other
		}
	}
	return same, nil
}
