package book

import (
	"strings"
	"testing"

	"kaffeerunde/backend/contact"
)

func TestMergeOfWhatStandsBeside(t *testing.T) {
	for _, c := range []struct{ claim, mine, theirs, want string }{
		{"years come to the organisation that both name", "ORG:Hof", "x.ORG:Hof\nx.X-KAFFEERUNDE-SINCE:2010\nx.X-KAFFEERUNDE-UNTIL:2015", "Hof 2010-2015"},
		{"into its group where it has one", "item1.ORG:Hof\nitem1.X-KAFFEERUNDE-SINCE:2010", "x.ORG:Hof\nx.X-KAFFEERUNDE-UNTIL:2015", "Hof 2010-2015"},
		{"where both have years those of the first count", "item1.ORG:Hof\nitem1.X-KAFFEERUNDE-SINCE:2010", "x.ORG:Hof\nx.X-KAFFEERUNDE-SINCE:2011", "Hof 2010-"},
		{"years of another organisation stay with it", "item1.ORG:Hof\nitem1.X-KAFFEERUNDE-SINCE:2010", "item1.ORG:Radio\nitem1.X-KAFFEERUNDE-SINCE:2011", "Hof 2010-, Radio 2011-"},
	} {
		t.Run(c.claim, func(t *testing.T) {
			lines := func(text string) []string { return append(strings.Split(text, "\n"), "FN:Ada", "N:;Ada;;;") }
			b := newBook(t)
			imported(t, b, ImportOptions{}, card(append(lines(c.mine), "UID:a")...)+card(append(lines(c.theirs), "UID:b", "NOTE:other")...))
			ids, err := b.IDs(t.Context(), Query{})
			if err != nil || len(ids) != 2 {
				t.Fatal(ids, err)
			}
			p, _, err := b.Merge(t.Context(), ids, nil)
			if err != nil {
				t.Fatal(err)
			}
			said := []string{p.Organisation + " " + p.Since + "-" + p.Until}
			for _, f := range p.Further {
				said = append(said, f.Organisation+" "+f.Since+"-"+f.Until)
			}
			if got := strings.Join(said, ", "); got != c.want {
				raw, _ := b.Card(t.Context(), ids[0])
				t.Errorf("positions = %s, want %s\n%s", got, c.want, raw)
			}
		})
	}
}

func TestMeAndCirclesFollowAMerge(t *testing.T) {
	ctx := t.Context()
	b := newBook(t)
	ids := acquaint(t, b, "Ada", "Bela", "Cleo", "Ada Zwei")
	connect(t, b, contact.Connection{Kind: contact.Friend}, ids[1:]...)
	if err := b.SetMe(ctx, ids[3]); err != nil {
		t.Fatal(err)
	}
	if _, err := b.NameCircle(ctx, ids[1], "Skat"); err != nil {
		t.Fatal(err)
	}
	holds := func(when string, want contact.ID) {
		t.Helper()
		if me, err := b.Me(ctx); err != nil || me != want {
			t.Errorf("%s: I am %d, %v, want %d", when, me, err, want)
		}
		circles, err := b.Circles(ctx)
		if err != nil || len(circles) != 1 || circles[0].Name != "Skat" || len(circles[0].People) != 3 {
			t.Errorf("%s: circles = %+v, %v, want Skat of three", when, circles, err)
		}
	}
	holds("before", ids[3])
	if _, _, err := b.Merge(ctx, []contact.ID{ids[0], ids[3]}, nil); err != nil {
		t.Fatal(err)
	}
	holds("merged", ids[0])
	if _, err := b.Undo(ctx, 0); err != nil {
		t.Fatal(err)
	}
	holds("undone", ids[3])
}
