package app

import "kaffeerunde/backend/contact"

// Tags serves the tag picker and the management of tags.
type Tags struct{ session *session }

// List returns all tags with how many people wear them.
func (t *Tags) List() (v []Tag, err error) {
	defer rescue(&err)
	ctx, b, err := t.session.library()
	if err != nil {
		return list(v), err
	}
	tags, err := b.Tags(ctx)
	return each(tags, func(t contact.Tag) Tag { return Tag{Name: t.Name, Colour: t.Colour, Count: t.Count} }), err
}

// Create makes a tag that nobody wears yet. Colour "" leaves the choice to the book.
func (t *Tags) Create(name, colour string) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := t.session.library()
	if err != nil {
		return v, err
	}
	change, err := b.CreateTag(ctx, name, colour)
	return t.session.changed(change, err)
}

// Rename renames a tag on everyone; onto an existing name it merges the two.
func (t *Tags) Rename(name, to string) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := t.session.library()
	if err != nil {
		return v, err
	}
	change, err := b.RenameTag(ctx, name, to)
	return t.session.changed(change, err)
}

// Colour gives a tag one of the colours "hue-1" to "hue-8".
func (t *Tags) Colour(name, colour string) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := t.session.library()
	if err != nil {
		return v, err
	}
	change, err := b.ColourTag(ctx, name, colour)
	return t.session.changed(change, err)
}

// Delete takes a tag off everyone and removes it.
func (t *Tags) Delete(name string) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := t.session.library()
	if err != nil {
		return v, err
	}
	change, err := b.DeleteTag(ctx, name)
	return t.session.changed(change, err)
}

// Merge makes several tags one.
func (t *Tags) Merge(names []string, into string) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := t.session.library()
	if err != nil {
		return v, err
	}
	change, err := b.MergeTags(ctx, names, into)
	return t.session.changed(change, err)
}

// Put puts a tag on people and creates it where it is new.
func (t *Tags) Put(name string, ids []int64) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := t.session.library()
	if err != nil {
		return v, err
	}
	change, err := b.Tag(ctx, name, contactIDs(ids))
	return t.session.changed(change, err)
}

// Take takes a tag off people.
func (t *Tags) Take(name string, ids []int64) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := t.session.library()
	if err != nil {
		return v, err
	}
	change, err := b.Untag(ctx, name, contactIDs(ids))
	return t.session.changed(change, err)
}
