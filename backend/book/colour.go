package book

import (
	"context"
	"slices"
	"strconv"

	"kaffeerunde/backend/contact"
)

// colourTags gives every tag that came into the book with this operation the colour that the fewest others have, in the order of
// their names, so that the first eight tags are told apart at a glance.
func (w *work) colourTags(ctx context.Context) error {
	fresh := []string{}
	for _, name := range w.loader.Tags() {
		colour, err := w.tx.TagColour(ctx, name)
		if err != nil {
			return err
		}
		if colour == "" {
			fresh = append(fresh, name)
		}
	}
	if len(fresh) == 0 {
		return nil
	}
	tags, err := w.tx.Tags(ctx)
	if err != nil {
		return err
	}
	for _, name := range fresh {
		at := slices.IndexFunc(tags, func(t contact.Tag) bool { return t.Name == name })
		if at < 0 {
			continue // put on and taken off again in one operation
		}
		tags[at].Colour = rarestColour(tags)
		if err := w.tx.GiveColour(ctx, name, tags[at].Colour); err != nil {
			return err
		}
	}
	return nil
}

// rarestColour returns the colour that the fewest tags have, the first of several.
func rarestColour(tags []contact.Tag) string {
	best, fewest := "", len(tags)+1
	for i := range contact.Hues {
		colour := hue(i)
		count := 0
		for _, tag := range tags {
			if tag.Colour == colour {
				count++
			}
		}
		if count < fewest {
			best, fewest = colour, count
		}
	}
	return best
}

// colourOf returns the colour of a tag that was given none, always the same. There are few: an undo takes the colour along that
// came with what is undone, though others may wear the tag.
func colourOf(name string) string {
	sum := 0
	for _, r := range name {
		sum = (sum*31 + int(r)) % 8191
	}
	return hue(sum % contact.Hues)
}

func hue(i int) string { return "hue-" + strconv.Itoa(i+1) }
