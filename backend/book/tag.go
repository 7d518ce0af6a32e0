package book

import (
	"cmp"
	"context"
	"slices"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

// maxTag is the length of a tag in bytes beyond which it is a text and no label.
const maxTag = 200

// Tags returns all tags, in the order of their names.
func (b *Book) Tags(ctx context.Context) (tags []contact.Tag, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		tags, err = tx.Tags(ctx)
		return err
	})
	keys := make(map[string][]byte, len(tags))
	for i := range tags {
		keys[tags[i].Name] = b.names.key(tags[i].Name)
		if tags[i].Colour == "" {
			tags[i].Colour = colourOf(tags[i].Name)
		}
	}
	slices.SortFunc(tags, func(a, b contact.Tag) int {
		return cmp.Or(slices.Compare(keys[a.Name], keys[b.Name]), cmp.Compare(a.Name, b.Name))
	})
	return tags, err
}

// CreateTag lets a tag stand in the list before anybody wears it. Colour "" gives it the one that the fewest tags have.
func (b *Book) CreateTag(ctx context.Context, name, colour string) (Change, error) {
	name, err := tagName(name)
	if err != nil {
		return Change{}, err
	}
	if err := checkColour(colour); colour != "" && err != nil {
		return Change{}, err
	}
	return b.operate(ctx, KindTagCreated, name, func(w *work) error {
		if known, err := w.sameTag(ctx, name); err != nil || known != "" {
			return cmp.Or(err, errNothing)
		}
		if colour == "" {
			tags, err := w.tx.Tags(ctx)
			if err != nil {
				return err
			}
			colour = rarestColour(tags)
		}
		w.count = 1
		return w.tx.PutTag(ctx, name, colour)
	})
}

// ColourTag gives a tag another colour, "hue-1" to "hue-8".
func (b *Book) ColourTag(ctx context.Context, name, colour string) (Change, error) {
	if err := checkColour(colour); err != nil {
		return Change{}, err
	}
	return b.operate(ctx, KindTagColoured, name, func(w *work) error {
		before, err := w.findTag(ctx, name)
		if err != nil || before == colour {
			return cmp.Or(err, errNothing)
		}
		w.count = 1
		return w.tx.PutTag(ctx, name, colour)
	})
}

// RenameTag renames a tag on every card. Where the new name is that of another tag the two become one, and Change.Kind is
// KindTagMerged.
func (b *Book) RenameTag(ctx context.Context, name, to string) (Change, error) {
	to, err := tagName(to)
	if err != nil {
		return Change{}, err
	}
	return b.operate(ctx, KindTagRenamed, to, func(w *work) error {
		if name == to {
			return errNothing
		}
		tags, err := w.tx.TagNames(ctx)
		if err != nil {
			return err
		}
		if slices.Contains(tags, to) {
			w.kind = KindTagMerged
		}
		return w.moveTag(ctx, name, to)
	})
}

// MergeTags gives everyone who wears one of the tags the tag into, in their place.
func (b *Book) MergeTags(ctx context.Context, from []string, into string) (Change, error) {
	into, err := tagName(into)
	if err != nil {
		return Change{}, err
	}
	return b.operate(ctx, KindTagMerged, into, func(w *work) error {
		for _, name := range from {
			if name == into {
				continue
			}
			if err := w.moveTag(ctx, name, into); err != nil {
				return err
			}
		}
		return nil
	})
}

// DeleteTag takes a tag off everyone and out of the list.
func (b *Book) DeleteTag(ctx context.Context, name string) (Change, error) {
	return b.operate(ctx, KindTagDeleted, name, func(w *work) error { return w.moveTag(ctx, name, "") })
}

// Tag puts a tag on people and creates it where it is new. A tag of the same name in other letters is taken instead.
func (b *Book) Tag(ctx context.Context, name string, ids []contact.ID) (Change, error) {
	name, err := tagName(name)
	if err != nil {
		return Change{}, err
	}
	return b.operate(ctx, KindTag, name, func(w *work) error {
		known, err := w.sameTag(ctx, name)
		if err != nil {
			return err
		}
		w.name = cmp.Or(known, name)
		return w.retag(ctx, ids, func(tags []string) []string {
			if slices.Contains(tags, w.name) {
				return tags
			}
			return append(tags, w.name)
		})
	})
}

// Untag takes a tag off people.
func (b *Book) Untag(ctx context.Context, name string, ids []contact.ID) (Change, error) {
	return b.operate(ctx, KindUntag, name, func(w *work) error {
		return w.retag(ctx, ids, func(tags []string) []string {
			return slices.DeleteFunc(tags, func(tag string) bool { return tag == name })
		})
	})
}

func tagName(name string) (string, error) {
	name = printable(name)
	switch {
	case name == "":
		return "", &contact.InvalidError{Field: "tag", Reason: "empty"}
	case len(name) > maxTag:
		return "", &contact.InvalidError{Field: "tag", Reason: "too-long"}
	}
	return name, nil
}

func checkColour(colour string) error {
	for i := range contact.Hues {
		if colour == hue(i) {
			return nil
		}
	}
	return &contact.InvalidError{Field: "colour", Reason: "unknown"}
}
