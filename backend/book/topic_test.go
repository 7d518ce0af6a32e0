package book

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/vcard"
)

const topical = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna\r\nN:;Anna;;;\r\nEXPERTISE;LEVEL=expert:Brot\r\nHOBBY:Schach\r\nEND:VCARD\r\n"

func topicBook(t *testing.T) (*Book, []contact.ID) {
	t.Helper()
	b := newBook(t)
	imported(t, b, ImportOptions{}, topical+card("FN:Bela", "INTEREST;LEVEL=high:brot")+card("FN:Clara", "X-KAFFEERUNDE-QUESTION:Brot"))
	ids, err := b.IDs(t.Context(), Query{})
	if err != nil || len(ids) != 3 {
		t.Fatal(ids, err)
	}
	return b, ids
}

// subjects are all topics with how many are into, offer and ask about them.
func subjects(t *testing.T, b *Book) string {
	t.Helper()
	list, err := b.Topics(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for _, c := range list {
		words = append(words, fmt.Sprintf("%s %d %d/%d/%d", c.Name, c.People, c.Into, c.Offers, c.Asks))
	}
	return strings.Join(words, ", ")
}

func TestTopics(t *testing.T) {
	ctx := t.Context()
	const before = "Brot 3 1/1/1, Schach 1 1/0/0"
	for _, c := range []struct {
		claim string
		do    func(b *Book, ids []contact.ID) (Change, error)
		kind  Kind
		count int
		after string
	}{
		{"a topic is added to those who do not have it in the kind", func(b *Book, ids []contact.ID) (Change, error) {
			return b.AddTopic(ctx, contact.Topic{Name: "BROT", Kind: contact.Interest}, ids)
		}, KindTopic, 2, "Brot 3 3/1/1, Schach 1 1/0/0"},
		{"a level is written where it is another", func(b *Book, ids []contact.ID) (Change, error) {
			return b.AddTopic(ctx, contact.Topic{Name: "Brot", Kind: contact.Offer, Level: "beginner"}, ids[:1])
		}, KindTopic, 1, before},
		{"a topic goes in one kind", func(b *Book, ids []contact.ID) (Change, error) {
			return b.RemoveTopic(ctx, "brot", contact.Question, ids)
		}, KindTopicRemoved, 1, "Brot 2 1/1/0, Schach 1 1/0/0"},
		{"a topic goes in every kind", func(b *Book, ids []contact.ID) (Change, error) {
			return b.RemoveTopic(ctx, "brot", "", ids)
		}, KindTopicRemoved, 3, "Schach 1 1/0/0"},
		{"a topic is renamed in all spellings", func(b *Book, ids []contact.ID) (Change, error) {
			return b.RenameTopic(ctx, "Brot", "Backen")
		}, KindTopicRenamed, 3, "Backen 3 1/1/1, Schach 1 1/0/0"},
		{"topics become one", func(b *Book, ids []contact.ID) (Change, error) {
			return b.RenameTopic(ctx, "Schach", "brot")
		}, KindTopicMerged, 1, "Brot 3 2/1/1"},
		{"a topic is deleted", func(b *Book, ids []contact.ID) (Change, error) { return b.DeleteTopic(ctx, "BROT") }, KindTopicDeleted, 3, "Schach 1 1/0/0"},
	} {
		t.Run(c.claim+", and undone", func(t *testing.T) {
			b, ids := topicBook(t)
			if got := subjects(t, b); got != before {
				t.Fatalf("topics = %s, want %s", got, before)
			}
			change, err := c.do(b, ids)
			if err != nil || change.Kind != c.kind || change.Count != c.count {
				t.Fatalf("change = %+v, %v, want %s of %d", change, err, c.kind, c.count)
			}
			if got := subjects(t, b); got != c.after {
				t.Errorf("topics = %s, want %s", got, c.after)
			}
			if d, err := b.Doctor(ctx); err != nil || len(d) > 0 {
				t.Errorf("the index is not that of the cards: %+v, %v", d, err)
			}
			if _, err := b.Undo(ctx, 0); err != nil {
				t.Fatal(err)
			}
			if got := subjects(t, b); got != before {
				t.Errorf("topics after the undo = %s, want %s", got, before)
			}
			raw, err := b.Card(ctx, ids[0])
			if err != nil || string(raw) != topical {
				t.Errorf("card = %q, %v, want it as it came", raw, err)
			}
		})
	}
	t.Run("adding one touches one line", func(t *testing.T) {
		b, ids := topicBook(t)
		if _, err := b.AddTopic(ctx, contact.Topic{Name: "Bier; Wein", Kind: contact.Question}, ids[:1]); err != nil {
			t.Fatal(err)
		}
		raw, _ := b.Card(ctx, ids[0])
		if want := strings.Replace(topical, "END:", "X-KAFFEERUNDE-QUESTION:Bier\\; Wein\r\nEND:", 1); string(raw) != want {
			t.Errorf("card = %q, want %q", raw, want)
		}
	})
	t.Run("an edit changes kind, name and level of a line", func(t *testing.T) {
		b, ids := topicBook(t)
		_, raw := edit(t, b, ids[0], func(d *contact.Draft) {
			d.Topics[0].Level = "average"
			d.Topics[1].Kind = contact.Question
			d.Topics = append(d.Topics, contact.Topic{Index: contact.NewLine, Name: "Chor", Kind: contact.Interest, Level: "low"})
		})
		want := "EXPERTISE;LEVEL=average:Brot\r\nX-KAFFEERUNDE-QUESTION:Schach\r\nINTEREST;LEVEL=low:Chor\r\nEND"
		if !strings.Contains(raw, want) {
			t.Errorf("card = %q, want %q in it", raw, want)
		}
	})
	t.Run("people are found by a topic and its kind", func(t *testing.T) {
		b, _ := topicBook(t)
		for _, c := range []struct {
			q    Query
			want []string
		}{
			{Query{Topics: []string{"BROT"}}, []string{"Anna", "Bela", "Clara"}},
			{Query{Topics: []string{"Brot", "Schach"}, TopicKind: contact.Interest}, []string{"Anna", "Bela"}},
			{Query{Topics: []string{"Brot"}, TopicKind: contact.Question}, []string{"Clara"}},
			{Query{Text: "schach"}, []string{"Anna"}},
		} {
			page, err := b.People(ctx, c.q, 0, -1)
			var names []string
			for _, s := range page.Items {
				names = append(names, s.Name)
			}
			if err != nil || !slices.Equal(names, c.want) {
				t.Errorf("%+v finds %q, %v, want %q", c.q, names, err, c.want)
			}
		}
	})
	t.Run("what is no topic is refused", func(t *testing.T) {
		b, ids := topicBook(t)
		for field, topic := range map[string]contact.Topic{
			"topic": {Kind: contact.Offer}, "kind": {Name: "Brot"}, "level": {Name: "Brot", Kind: contact.Question, Level: "high"},
		} {
			var invalid *contact.InvalidError
			if _, err := b.AddTopic(ctx, topic, ids); !errors.As(err, &invalid) || invalid.Field != field {
				t.Errorf("AddTopic(%+v) = %v, want %s to be invalid", topic, err, field)
			}
		}
	})
}

func TestTopicsAndYearsSurviveTheVersions(t *testing.T) {
	source := card("FN:Anna", "ORG:Hafenwerk;Werkstatt", "TITLE:Tischlerin", "EXPERTISE;LEVEL=expert:Brot", "INTEREST:Chor",
		"X-KAFFEERUNDE-QUESTION:Steuern", "item1.ORG:Uni Köln", "item1.X-KAFFEERUNDE-SINCE:2019", "item1.X-KAFFEERUNDE-UNTIL:2023", "item1.TITLE:Köchin")
	c, err := vcard.Parse([]byte(source), vcard.Options{})
	if err != nil {
		t.Fatal(err)
	}
	there, _ := c.Convert(vcard.V40)
	back, _ := there.Convert(vcard.V30)
	old, _ := there.Convert(vcard.V21)
	for _, other := range []*vcard.Card{there, back, old} {
		if got, want := topicsOf(other), topicsOf(c); !slices.EqualFunc(got, want, func(a, b contact.Topic) bool { a.Index, b.Index = 0, 0; return a == b }) {
			t.Errorf("topics in %s = %+v, want %+v", other.Version, got, want)
		}
		got, want := postsOf(other), postsOf(c)
		same := func(a, b post) bool { a.Index, b.Index = 0, 0; return a.Position == b.Position }
		if !slices.EqualFunc(got, want, same) || len(got) != 2 || got[1].Until != "2023" || got[1].Title != "Köchin" {
			t.Errorf("posts in %s = %+v, want %+v", other.Version, got, want)
		}
	}
}

func TestPositions(t *testing.T) {
	start := func(t *testing.T) (*Book, contact.ID, string) {
		b := newBook(t)
		came := card("FN:Anna", "ORG:Hafenwerk;Werkstatt", "TITLE:Tischlerin", "NOTE:Mag Holz")
		imported(t, b, ImportOptions{}, came)
		ids, err := b.IDs(t.Context(), Query{})
		if err != nil {
			t.Fatal(err)
		}
		return b, ids[0], came
	}
	t.Run("a job that is over makes room for a new one", func(t *testing.T) {
		b, id, came := start(t)
		p, raw := edit(t, b, id, func(d *contact.Draft) {
			was := contact.Position{Index: contact.NewLine, Organisation: "Uni Köln", Title: "Dozentin", Since: "2024"}
			d.Since, d.Until = "2019", "2023"
			d.Further = append(d.Further, was)
		})
		if p.Organisation != "Uni Köln" || p.Title != "Dozentin" || p.Since != "2024" || p.Until != "" {
			t.Errorf("present = %+v\n%s", p, raw)
		}
		if len(p.Further) != 1 || p.Further[0].Organisation != "Hafenwerk" || p.Further[0].Title != "Tischlerin" || p.Further[0].Since != "2019" || !p.Further[0].Former() {
			t.Errorf("further = %+v\n%s", p.Further, raw)
		}
		for organisation, want := range map[string]int{"Uni Köln": 1, "Hafenwerk": 0} {
			if page, err := b.People(t.Context(), Query{Organisation: organisation}, 0, -1); err != nil || page.Total != want {
				t.Errorf("%d are at %s, %v, want %d", page.Total, organisation, err, want)
			}
		}
		if page, err := b.People(t.Context(), Query{Text: "hafenwerk"}, 0, -1); err != nil || page.Total != 1 {
			t.Errorf("the search finds %d, %v, want 1", page.Total, err)
		}
		if d, err := b.Doctor(t.Context()); err != nil || len(d) > 0 {
			t.Errorf("the index is not that of the cards: %+v, %v", d, err)
		}
		if _, err := b.Undo(t.Context(), 0); err != nil {
			t.Fatal(err)
		}
		if after, _ := b.Card(t.Context(), id); string(after) != came {
			t.Errorf("card = %q, want %q", after, came)
		}
	})
	t.Run("a title of the present one changes its line alone", func(t *testing.T) {
		b, id, came := start(t)
		_, raw := edit(t, b, id, func(d *contact.Draft) { d.Title = "Meisterin" })
		if want := strings.Replace(came, "Tischlerin", "Meisterin", 1); raw != want {
			t.Errorf("card = %q, want %q", raw, want)
		}
	})
	t.Run("one that goes takes its title and its years along", func(t *testing.T) {
		b, id, _ := start(t)
		_, first := edit(t, b, id, func(d *contact.Draft) {
			d.Further = []contact.Position{{Index: contact.NewLine, Organisation: "Chor e. V.", Title: "Kassenwartin", Role: "Vorstand", Since: "2020"}}
		})
		p, raw := edit(t, b, id, func(d *contact.Draft) { d.Further = nil })
		if strings.Contains(raw, "Kassenwartin") || strings.Contains(raw, "2020") || strings.Contains(raw, "Vorstand") || strings.Contains(raw, "Chor") {
			t.Errorf("card = %q, was %q", raw, first)
		}
		if p.Title != "Tischlerin" {
			t.Errorf("title = %q, want it to stay", p.Title)
		}
	})
}
