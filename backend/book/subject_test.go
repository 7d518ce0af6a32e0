package book

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kaffeerunde/backend/contact"
)

// lindenhof is two people at a workshop, one who left it, one who comes back to it, and two who know them from outside.
func lindenhof(t *testing.T) (*Book, map[string]contact.ID) {
	t.Helper()
	b := newBook(t)
	imported(t, b, ImportOptions{}, card("FN:Ada", "N:;Ada;;;", "item1.ORG:Werkstatt Lindenhof;Holz", "item1.TITLE:Meisterin", "item1.X-KAFFEERUNDE-SINCE:2019",
		"INTEREST:Brot", "EXPERTISE;LEVEL=expert:Intarsien")+
		card("FN:Bela", "N:;Bela;;;", "ORG:werkstatt lindenhof", "HOBBY:brot", "item2.X-KAFFEERUNDE-QUESTION:Intarsien", "item2.X-KAFFEERUNDE-SINCE:2024")+
		card("FN:Cleo", "N:;Cleo;;;", "ORG:Hafenradio", "item1.ORG:Werkstatt Lindenhof", "item1.X-KAFFEERUNDE-SINCE:2010", "item1.X-KAFFEERUNDE-UNTIL:2015")+
		card("FN:Dora", "N:;Dora;;;", "RELATED;TYPE=friend;VALUE=text:Ada")+
		card("FN:Emil", "N:;Emil;;;", "RELATED;TYPE=colleague;VALUE=text:Bela")+
		card("FN:Werkstatt Lindenhof", "N:;;;;", "ORG:Werkstatt Lindenhof", "X-ABSHOWAS:COMPANY"))
	ids := map[string]contact.ID{}
	page, err := b.People(t.Context(), Query{}, 0, -1)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range page.Items {
		ids[p.Name] = p.ID
	}
	return b, ids
}

func membersSay(members []Member) string {
	var all []string
	for _, m := range members {
		words := m.Person.Name
		for _, p := range m.Positions {
			words += fmt.Sprintf(" [%s %s %s-%s]", p.Title, p.Unit, p.Since, p.Until)
		}
		all = append(all, words)
	}
	return strings.Join(all, ", ")
}

func TestOrganisation(t *testing.T) {
	ctx := t.Context()
	b, ids := lindenhof(t)
	for _, who := range []string{"Ada", "Cleo", "Dora"} {
		if _, _, err := b.Leave(ctx, contact.Thread{Text: "with " + who, State: contact.ThreadOpen, People: []contact.ID{ids[who]}}); err != nil {
			t.Fatal(err)
		}
	}
	if _, _, err := b.Meet(ctx, contact.Encounter{Kind: contact.CoffeeEncounter, People: []contact.ID{ids["Bela"], ids["Dora"]}, Note: "Brot"}); err != nil {
		t.Fatal(err)
	}
	o, err := b.Organisation(ctx, "Werkstatt Lindenhof")
	if err != nil {
		t.Fatal(err)
	}
	t.Run("says who is there and since when, and who was", func(t *testing.T) {
		if got, want := membersSay(o.Now), "Ada [Meisterin Holz 2019-], Bela [  -]"; got != want {
			t.Errorf("now = %s, want %s", got, want)
		}
		if got, want := membersSay(o.Before), "Cleo [  2010-2015]"; got != want {
			t.Errorf("before = %s, want %s", got, want)
		}
		if o.Card != ids["Werkstatt Lindenhof"] {
			t.Errorf("card = %d, want %d", o.Card, ids["Werkstatt Lindenhof"])
		}
	})
	t.Run("is the same in other letters", func(t *testing.T) {
		other, err := b.Organisation(ctx, "WERKSTATT LINDENHOF")
		if err != nil || membersSay(other.Now) != membersSay(o.Now) || other.Name != "Werkstatt Lindenhof" {
			t.Errorf("%q: now = %s, %v", other.Name, membersSay(other.Now), err)
		}
	})
	t.Run("says what is open and what happened with its people", func(t *testing.T) {
		var threads []string
		for _, thread := range o.Threads {
			threads = append(threads, thread.Text)
		}
		if got, want := strings.Join(threads, ", "), "with Cleo, with Ada"; got != want {
			t.Errorf("threads = %s, want %s", got, want)
		}
		if len(o.Encounters) != 1 || len(o.People) != 4 {
			t.Errorf("%d encounters, %d people in them and the threads, want 1 and 4", len(o.Encounters), len(o.People))
		}
	})
	t.Run("says what those there have in common", func(t *testing.T) {
		if len(o.Topics) != 2 || o.Topics[0].Name != "Brot" || o.Topics[0].People != 2 || o.Topics[1].Name != "Intarsien" {
			t.Errorf("topics = %+v, want Brot and Intarsien of two", o.Topics)
		}
	})
	t.Run("says who knows somebody there, whom one knows oneself first", func(t *testing.T) {
		ways := func(o Organisation) string {
			var all []string
			for _, a := range o.Ways {
				all = append(all, a.Person.Name+" "+a.Ties[0].FromName)
			}
			return strings.Join(all, ", ")
		}
		if got, want := ways(o), "Dora Ada, Emil Bela"; got != want {
			t.Errorf("ways = %s, want %s", got, want)
		}
		if err := b.SetMe(ctx, ids["Emil"]); err != nil {
			t.Fatal(err)
		}
		again, err := b.Organisation(ctx, "Werkstatt Lindenhof")
		if got, want := ways(again), "Emil Bela, Dora Ada"; err != nil || got != want {
			t.Errorf("ways = %s, %v, want %s", got, err, want)
		}
	})
	t.Run("where nobody is has nothing but its name", func(t *testing.T) {
		for _, name := range []string{"", "***", "Nirgends", "%", "日本"} {
			o, err := b.Organisation(ctx, name)
			if err != nil || o.Name != name || len(o.Now)+len(o.Before)+len(o.Threads)+len(o.Ways) > 0 {
				t.Errorf("Organisation(%q) = %+v, %v", name, o, err)
			}
		}
	})
	t.Run("is found by the beginning of any word, former ones too", func(t *testing.T) {
		names, err := b.FindOrganisations(ctx, "LINDEN")
		if err != nil || !slices.Equal(names, []string{"Werkstatt Lindenhof", "werkstatt lindenhof"}) {
			t.Errorf("FindOrganisations = %q, %v", names, err)
		}
	})
}

func TestSubject(t *testing.T) {
	ctx := t.Context()
	b, ids := lindenhof(t)
	event, _, err := b.SaveEvent(ctx, contact.Event{Title: "Messe", When: "2026-11-30", Topics: []string{"intarsien"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"Intarsien zeigen", "Intarsienbuch", "送 intarsien!"} {
		if _, _, err := b.Leave(ctx, contact.Thread{Text: text, State: contact.ThreadOpen, People: []contact.ID{ids["Dora"]}}); err != nil {
			t.Fatal(err)
		}
	}
	if _, _, err := b.Meet(ctx, contact.Encounter{Kind: contact.EventEncounter, People: []contact.ID{ids["Emil"]}, Event: event.ID}); err != nil {
		t.Fatal(err)
	}
	s, err := b.Subject(ctx, "INTARSIEN")
	if err != nil {
		t.Fatal(err)
	}
	said := func(all []Having) string {
		var words []string
		for _, h := range all {
			words = append(words, strings.TrimSpace(h.Person.Name+" "+h.Level+" "+h.Since))
		}
		return strings.Join(words, ", ")
	}
	if got, want := fmt.Sprint(s.Name, " into: ", said(s.Into), " offers: ", said(s.Offers), " asks: ", said(s.Asks)), "Intarsien into:  offers: Ada expert asks: Bela  2024"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if len(s.Events) != 1 || len(s.Encounters) != 1 || len(s.Threads) != 2 || s.Threads[0].Text != "送 intarsien!" {
		t.Errorf("events %v, encounters %v, threads %v", s.Events, s.Encounters, s.Threads)
	}
	for _, name := range []string{"", "***", "Nichts"} {
		s, err := b.Subject(ctx, name)
		if err != nil || s.Name != name || len(s.Into)+len(s.Offers)+len(s.Asks)+len(s.Threads)+len(s.Events) > 0 {
			t.Errorf("Subject(%q) = %+v, %v", name, s, err)
		}
	}
}

func TestSpeaksOf(t *testing.T) {
	for _, c := range []struct {
		text, key string
		want      bool
	}{
		{"Über Brot und Wein", "brot", true}, {"Brotdose", "brot", false}, {"Abendbrot", "brot", false}, {"Abendbrot, dann Brot.", "brot", true},
		{"我想学做面包和咖啡", "面包", true}, {"C++ lernen", "c++", true}, {"", "brot", false},
	} {
		if got := speaksOf(c.text, c.key); got != c.want {
			t.Errorf("speaksOf(%q, %q) = %v, want %v", c.text, c.key, got, c.want)
		}
	}
}

func TestSinceOfATopic(t *testing.T) {
	ctx := t.Context()
	b := newBook(t)
	imported(t, b, ImportOptions{}, card("FN:Ada", "item1.INTEREST:Brot", "item1.X-KAFFEERUNDE-SINCE:2019", "NOTE:still here"))
	ids, err := b.IDs(ctx, Query{})
	if err != nil {
		t.Fatal(err)
	}
	since := func(change func(d *contact.Draft)) string {
		t.Helper()
		p, err := b.Person(ctx, ids[0])
		if err != nil {
			t.Fatal(err)
		}
		d := contact.Draft{Name: p.Name, N: p.N, Notes: p.Notes, Topics: slices.Clone(p.Topics)}
		change(&d)
		p, _, err = b.Edit(ctx, ids[0], d)
		if err != nil {
			t.Fatal(err)
		}
		var words []string
		for _, topic := range p.Topics {
			words = append(words, fmt.Sprintf("%s %s %s", topic.Kind, topic.Name, topic.Since))
		}
		return strings.Join(words, ", ")
	}
	for _, c := range []struct {
		claim  string
		change func(d *contact.Draft)
		want   string
	}{
		{"is read", func(*contact.Draft) {}, "interest Brot 2019"},
		{"is changed", func(d *contact.Draft) { d.Topics[0].Since = "2020" }, "interest Brot 2020"},
		{"goes along into another kind", func(d *contact.Draft) { d.Topics[0].Kind = contact.Offer }, "offer Brot 2020"},
		{"is taken away", func(d *contact.Draft) { d.Topics[0].Since = "" }, "offer Brot "},
		{"comes with a new topic", func(d *contact.Draft) {
			d.Topics = append(d.Topics, contact.Topic{Index: contact.NewLine, Name: "Wein", Kind: contact.Question, Since: "2021"})
		}, "offer Brot , question Wein 2021"},
		{"goes with its topic", func(d *contact.Draft) { d.Topics = d.Topics[:1] }, "offer Brot "},
	} {
		if got := since(c.change); got != c.want {
			t.Fatalf("since %s: %s, want %s", c.claim, got, c.want)
		}
	}
	raw, err := b.Card(ctx, ids[0])
	if err != nil || strings.Contains(string(raw), besideSince) {
		t.Errorf("what stood beside a topic outlived it: %s, %v", raw, err)
	}
}
