package book

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

// seenSetting keeps whom a quiet review has shown. Like a setting it is no operation: only what is written down in a review is
// undone.
const seenSetting = "review-seen"

// Unseen returns whom a query finds and the quiet review has not shown, those without a tag first, each part in the order of
// the list. Once it has shown all of them it begins anew.
func (b *Book) Unseen(ctx context.Context, q Query) ([]contact.ID, error) {
	all, err := b.IDs(ctx, q)
	if err != nil {
		return nil, err
	}
	bare := q
	bare.Untagged = true
	untagged, err := b.IDs(ctx, bare)
	if err != nil {
		return nil, err
	}
	seen, err := b.seen(ctx)
	if err != nil {
		return nil, err
	}
	first := idSet(untagged)
	all = append(untagged, slices.DeleteFunc(all, func(id contact.ID) bool { return first[id] })...)
	left := slices.DeleteFunc(slices.Clone(all), func(id contact.ID) bool { return seen[id] })
	if len(left) > 0 || len(all) == 0 {
		return left, nil
	}
	for _, id := range all {
		delete(seen, id)
	}
	return all, b.keepSeen(ctx, seen)
}

// Seen notes that the quiet review has shown somebody.
func (b *Book) Seen(ctx context.Context, id contact.ID) error {
	seen, err := b.seen(ctx)
	if err != nil {
		return err
	}
	seen[id] = true
	return b.keepSeen(ctx, seen)
}

func idSet(ids []contact.ID) map[contact.ID]bool {
	set := make(map[contact.ID]bool, len(ids))
	for _, id := range ids {
		set[id] = true
	}
	return set
}

func (b *Book) seen(ctx context.Context) (seen map[contact.ID]bool, err error) {
	seen = map[contact.ID]bool{}
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		settings, err := tx.Settings(ctx)
		for number := range strings.FieldsSeq(settings[seenSetting]) {
			// What is no number was written by nobody, and is nobody.
			if id, err := strconv.ParseInt(number, 10, 64); err == nil {
				seen[contact.ID(id)] = true
			}
		}
		return err
	})
	return seen, err
}

func (b *Book) keepSeen(ctx context.Context, seen map[contact.ID]bool) error {
	var text strings.Builder
	for id := range seen {
		text.WriteString(strconv.FormatInt(int64(id), 10) + " ")
	}
	return b.store.Keep(ctx, func(tx *store.Tx) error { return tx.Set(ctx, seenSetting, text.String()) })
}
