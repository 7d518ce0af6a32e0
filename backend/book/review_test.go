package book

import (
	"slices"
	"testing"

	"kaffeerunde/backend/contact"
)

func TestReview(t *testing.T) {
	b := newBook(t)
	imported(t, b, ImportOptions{}, card("FN:Ada", "CATEGORIES:Choir")+card("FN:Bo")+card("FN:Cem", "CATEGORIES:Choir")+card("FN:Dora"))
	ids, err := b.IDs(t.Context(), Query{})
	if err != nil {
		t.Fatal(err)
	}
	ada, bo, cem, dora := ids[0], ids[1], ids[2], ids[3]
	unseen := func(q Query) []contact.ID {
		t.Helper()
		left, err := b.Unseen(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		return left
	}
	see := func(ids ...contact.ID) {
		t.Helper()
		for _, id := range ids {
			if err := b.Seen(t.Context(), id); err != nil {
				t.Fatal(err)
			}
		}
	}
	history := func() int {
		t.Helper()
		page, err := b.History(t.Context(), 0, 100)
		if err != nil {
			t.Fatal(err)
		}
		return page.Total
	}
	before := history()
	if got, want := unseen(Query{}), []contact.ID{bo, dora, ada, cem}; !slices.Equal(got, want) {
		t.Errorf("it begins with %v, want those without a tag first: %v", got, want)
	}
	see(bo, ada)
	if got, want := unseen(Query{}), []contact.ID{dora, cem}; !slices.Equal(got, want) {
		t.Errorf("it goes on with %v, want %v", got, want)
	}
	if got, want := unseen(Query{AllTags: []string{"Choir"}}), []contact.ID{cem}; !slices.Equal(got, want) {
		t.Errorf("of a filter it shows %v, want %v", got, want)
	}
	see(dora, cem)
	if got := unseen(Query{}); len(got) != 4 {
		t.Errorf("once all were shown it shows %v, want everyone again", got)
	}
	if after := history(); after != before {
		t.Errorf("looking at people made %d operations, want none", after-before)
	}
	if got := unseen(Query{Text: "nobody"}); len(got) != 0 {
		t.Errorf("of nobody it shows %v", got)
	}
}
