package book

import (
	"context"
	"fmt"
	"slices"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/match"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// retag changes the tags of people and counts those whose card changes.
func (w *work) retag(ctx context.Context, ids []contact.ID, change func([]string) []string) error {
	return w.revise(ctx, ids, func(p *store.Person, c *vcard.Card) bool {
		before := wornTags(c, p.Groups)
		after := change(slices.Clone(before))
		if slices.Equal(before, after) {
			return false
		}
		var onCard []string
		onCard, p.Groups = sharedOut(after, tagsOf(c), p.Groups)
		c.PutItems("CATEGORIES", onCard)
		return true
	})
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
