package book

import (
	"errors"
	"fmt"
	"testing"

	"kaffeerunde/backend/contact"
)

func TestTags(t *testing.T) {
	people := card("FN:Anna", "CATEGORIES:Chor,Barcamp") + card("FN:Bela", "CATEGORIES:Chor") + card("FN:Clara")
	start := func(t *testing.T) (*Book, []contact.ID) {
		b := newBook(t)
		imported(t, b, ImportOptions{}, people)
		ids, err := b.IDs(t.Context(), Query{})
		if err != nil {
			t.Fatal(err)
		}
		return b, ids
	}
	for _, c := range []struct {
		claim  string
		do     func(t *testing.T, b *Book, ids []contact.ID) (Change, error)
		kind   Kind
		count  int
		counts string // of the tags afterwards
	}{
		{"a tag is put on those who do not wear it", func(t *testing.T, b *Book, ids []contact.ID) (Change, error) {
			return b.Tag(t.Context(), "Barcamp", ids)
		}, KindTag, 2, "Barcamp 3, Chor 2"},
		{"a new tag is created by putting it on", func(t *testing.T, b *Book, ids []contact.ID) (Change, error) {
			return b.Tag(t.Context(), "Coaching", ids[:1])
		}, KindTag, 1, "Barcamp 1, Chor 2, Coaching 1"},
		{"a tag in other letters is the same", func(t *testing.T, b *Book, ids []contact.ID) (Change, error) {
			return b.Tag(t.Context(), "chor", ids)
		}, KindTag, 1, "Barcamp 1, Chor 3"},
		{"a tag is taken off", func(t *testing.T, b *Book, ids []contact.ID) (Change, error) {
			return b.Untag(t.Context(), "Chor", ids)
		}, KindUntag, 2, "Barcamp 1"},
		{"a tag nobody wears yet stands by itself", func(t *testing.T, b *Book, ids []contact.ID) (Change, error) {
			return b.CreateTag(t.Context(), "Zirkus", "hue-3")
		}, KindTagCreated, 1, "Barcamp 1, Chor 2, Zirkus 0"},
		{"a tag is renamed on every card", func(t *testing.T, b *Book, ids []contact.ID) (Change, error) {
			return b.RenameTag(t.Context(), "Chor", "Singen")
		}, KindTagRenamed, 2, "Barcamp 1, Singen 2"},
		{"a tag is renamed onto another", func(t *testing.T, b *Book, ids []contact.ID) (Change, error) {
			return b.RenameTag(t.Context(), "Barcamp", "Chor")
		}, KindTagMerged, 1, "Chor 2"},
		{"a tag is renamed in its letters only", func(t *testing.T, b *Book, ids []contact.ID) (Change, error) {
			return b.RenameTag(t.Context(), "Chor", "CHOR")
		}, KindTagRenamed, 2, "Barcamp 1, CHOR 2"},
		{"tags are merged into a new one", func(t *testing.T, b *Book, ids []contact.ID) (Change, error) {
			return b.MergeTags(t.Context(), []string{"Chor", "Barcamp"}, "Alles")
		}, KindTagMerged, 3, "Alles 2"},
		{"a tag is deleted", func(t *testing.T, b *Book, ids []contact.ID) (Change, error) {
			return b.DeleteTag(t.Context(), "Chor")
		}, KindTagDeleted, 2, "Barcamp 1"},
		{"a tag is coloured", func(t *testing.T, b *Book, ids []contact.ID) (Change, error) {
			return b.ColourTag(t.Context(), "Chor", "hue-7")
		}, KindTagColoured, 1, "Barcamp 1, Chor 2"},
	} {
		t.Run(c.claim+", and that is undone", func(t *testing.T) {
			b, ids := start(t)
			before := dump(t, b)
			change, err := c.do(t, b, ids)
			if err != nil || change.Kind != c.kind || change.Count != c.count || change.Operation == 0 {
				t.Errorf("change = %+v, %v, want %s of %d", change, err, c.kind, c.count)
			}
			if got := tagCounts(t, b); got != c.counts {
				t.Errorf("tags = %s, want %s", got, c.counts)
			}
			sound(t, b)
			if _, err := b.Undo(t.Context(), 0); err != nil {
				t.Fatal(err)
			}
			if got := dump(t, b); got != before {
				t.Errorf("the book holds %s, want %s", got, before)
			}
		})
	}
	t.Run("a colour goes along when the tag is renamed", func(t *testing.T) {
		b, _ := start(t)
		if _, err := b.ColourTag(t.Context(), "Chor", "hue-7"); err != nil {
			t.Fatal(err)
		}
		if _, err := b.RenameTag(t.Context(), "Chor", "Singen"); err != nil {
			t.Fatal(err)
		}
		tags, err := b.Tags(t.Context())
		if err != nil || tags[1].Name != "Singen" || tags[1].Colour != "hue-7" {
			t.Errorf("tags = %+v, %v, want Singen in hue-7", tags, err)
		}
	})
	t.Run("the first eight tags have eight colours, whatever brought them", func(t *testing.T) {
		b, ids := start(t)
		for _, name := range []string{"Coaching", "Dorf", "Ems", "Feld"} {
			if _, err := b.Tag(t.Context(), name, ids[:1]); err != nil {
				t.Fatal(err)
			}
		}
		for _, name := range []string{"Garten", "Hafen"} {
			if _, err := b.CreateTag(t.Context(), name, ""); err != nil {
				t.Fatal(err)
			}
		}
		seen := map[string]string{}
		for name, colour := range tagColours(t, b) {
			if other, twice := seen[colour]; twice {
				t.Errorf("%s and %s are both %s", name, other, colour)
			}
			seen[colour] = name
		}
	})
	t.Run("a tag keeps the colour it came with", func(t *testing.T) {
		b, ids := start(t)
		before := tagColours(t, b)["Chor"]
		imported(t, b, ImportOptions{}, card("FN:Dora", "CATEGORIES:Aal,Chor,Zirkus"))
		if _, err := b.Untag(t.Context(), "Chor", ids); err != nil {
			t.Fatal(err)
		}
		if got := tagColours(t, b)["Chor"]; got != before {
			t.Errorf("Chor is %s, want %s", got, before)
		}
		if _, err := b.RenameTag(t.Context(), "Chor", "Singen"); err != nil {
			t.Fatal(err)
		}
		if got := tagColours(t, b)["Singen"]; got != before {
			t.Errorf("Singen is %s, want the colour of Chor, %s", got, before)
		}
	})
	t.Run("what changes nothing is no operation", func(t *testing.T) {
		b, ids := start(t)
		for _, do := range []func() (Change, error){
			func() (Change, error) { return b.Tag(t.Context(), "Chor", nil) },
			func() (Change, error) { return b.Untag(t.Context(), "Nirgends", ids) },
			func() (Change, error) { return b.CreateTag(t.Context(), "chor", "") },
			func() (Change, error) { return b.RenameTag(t.Context(), "Chor", "Chor") },
		} {
			if change, err := do(); err != nil || change.Operation != 0 {
				t.Errorf("change = %+v, %v, want none", change, err)
			}
		}
	})
	t.Run("what cannot be is refused", func(t *testing.T) {
		b, ids := start(t)
		for code, do := range map[string]func() (Change, error){
			"invalid-tag-empty":      func() (Change, error) { return b.Tag(t.Context(), " \n", ids) },
			"invalid-colour-unknown": func() (Change, error) { return b.ColourTag(t.Context(), "Chor", "red") },
			"not-found":              func() (Change, error) { return b.DeleteTag(t.Context(), "Nirgends") },
		} {
			if _, err := do(); Explain(err).Code != code {
				t.Errorf("error = %v, want %s", err, code)
			}
		}
	})
	t.Run("who is gone cannot be tagged, and nobody else is", func(t *testing.T) {
		b, ids := start(t)
		before := dump(t, b)
		if _, err := b.Tag(t.Context(), "Neu", append(ids, 99)); !errors.Is(err, contact.ErrNotFound) {
			t.Errorf("Tag = %v, want %v", err, contact.ErrNotFound)
		}
		if got := dump(t, b); got != before {
			t.Errorf("the book holds %s, want %s", got, before)
		}
	})
}

func tagColours(t *testing.T, b *Book) map[string]string {
	t.Helper()
	tags, err := b.Tags(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	colours := map[string]string{}
	for _, tag := range tags {
		colours[tag.Name] = tag.Colour
	}
	return colours
}

func tagCounts(t *testing.T, b *Book) string {
	t.Helper()
	tags, err := b.Tags(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	for i, tag := range tags {
		if i > 0 {
			text += ", "
		}
		text += fmt.Sprintf("%s %d", tag.Name, tag.Count)
	}
	return text
}
