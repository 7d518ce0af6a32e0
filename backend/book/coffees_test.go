package book

import (
	flags "flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"kaffeerunde/backend/coffee"
	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/locale"
)

var update = flags.Bool("update", false, "write the golden files anew")

func coffees(t *testing.T, b *Book, e contact.Event) Coffees {
	t.Helper()
	c, err := b.Coffees(t.Context(), e.ID)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// regulars is a book whose owner has a past with several guests of an evening.
func regulars(t *testing.T) (*Book, contact.Event) {
	b := newBook(t)
	interest := func(kind contact.TopicKind, names ...string) (list []contact.Topic) {
		for _, name := range names {
			list = append(list, contact.Topic{Index: contact.NewLine, Name: name, Kind: kind})
		}
		return list
	}
	person := func(name, organisation string, topics ...contact.Topic) contact.ID {
		return add(t, b, contact.Draft{Name: name, Organisation: organisation, Topics: topics}).ID
	}
	wilma := add(t, b, contact.Draft{
		Name: "Wilma Selbst", Organisation: "Werkstatt Lindenhof",
		Further: []contact.Position{{Index: contact.NewLine, Organisation: "Hochschule am Deich", Until: "2014"}},
		Topics:  slices.Concat(interest(contact.Question, "Genossenschaften"), interest(contact.Offer, "Moderation"), interest(contact.Interest, "Lastenräder")),
	}).ID
	if err := b.SetMe(t.Context(), wilma); err != nil {
		t.Fatal(err)
	}
	jana := person("Jana Krüger", "Werkstatt Lindenhof")
	harriet := person("Harriet Thistlewood", "", interest(contact.Offer, "genossenschaften")...)
	person("Minh Nguyen-Bartels", "Hochschule am Deich", interest(contact.Question, "moderation")...)
	benedikt := person("Benedikt Reuter", "Hafenradio", interest(contact.Interest, "Lastenrader")...)
	lior := person("Lior Grünbaum", "", interest(contact.Offer, "Effectuation")...)
	thekla := person("Thekla Ohm", "")
	veit := person("Veit Rottenbücher", "Deichbau")
	anke := person("Anke Feddersen", "")
	person("Fiete Petersen", "Kranwerk", interest(contact.Interest, "Häfen")...)

	met(t, b, contact.Encounter{Kind: contact.CoffeeEncounter, Day: "2026-03-01", People: []contact.ID{jana}})
	met(t, b, contact.Encounter{Kind: contact.CallEncounter, Day: "2025-03-01", People: []contact.ID{harriet}})
	radforum, _, err := b.SaveEvent(t.Context(), contact.Event{Title: "Radforum", When: "2024-10-01"})
	if err != nil {
		t.Fatal(err)
	}
	met(t, b, contact.Encounter{Kind: contact.EventEncounter, Day: "2024-10-01", People: []contact.ID{benedikt}, Event: radforum.ID})
	if _, _, err := b.Leave(t.Context(), contact.Thread{Text: "sie wollte den Artikel schicken", People: []contact.ID{jana}}); err != nil {
		t.Fatal(err)
	}
	connect(t, b, contact.Connection{Kind: contact.Knows}, jana, thekla)
	connect(t, b, contact.Connection{Kind: contact.Knows}, veit, thekla)
	connect(t, b, contact.Connection{Kind: contact.Knows, Closed: true}, lior, thekla)
	connect(t, b, contact.Connection{Kind: contact.Friend, Since: "Sommer 2011"}, wilma, anke)
	takeIn(t, b, "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Nele Ahrens\r\nRELATED;TYPE=colleague;VALUE=text:Ada Unbekannt\r\nEND:VCARD\r\n")

	e, _, err := b.SaveEvent(t.Context(), contact.Event{
		Title: "Open Space Stammtisch", When: "2026-05-04 19:00", Topics: []string{"Häfen"}, Questions: []string{"Wer hat Effectuation schon einmal ausprobiert?"},
	})
	if err != nil {
		t.Fatal(err)
	}
	invite(t, b, e, "Özlem Zirnbauer", "Jana Krüger, Werkstatt Lindenhof", "Harriet Thistlewood", "Minh Nguyen-Bartels, Hochschule am Deich",
		"Benedikt Reuter, Hafenradio", "Lior Grünbaum", "Thekla Ohm", "Ada Unbekannt", "Anke Feddersen", "Fiete Petersen, Kranwerk",
		"Wilma Selbst, Werkstatt Lindenhof", "Uwe Neumann, Werkstatt Lindenhof e. V.", "J. Krüger")
	for _, row := range guests(t, b, e) {
		if m := row.Match(); m != nil && !m.Sure && row.Name == m.Person.Name {
			if _, err := b.Recognise(t.Context(), row.ID, m.Person.ID); err != nil {
				t.Fatal(err)
			}
		}
	}
	return b, e
}

// suggestedIn writes what the book suggests as a person reads it.
func suggestedIn(c *Coffees, l *locale.Locale) string {
	var out strings.Builder
	fmt.Fprintln(&out, l.T("coffee.turnout."+string(c.Turnout.Source), "n", c.Turnout.Names, "low", c.Turnout.Low, "high", c.Turnout.High))
	for _, part := range []struct {
		heading string
		choices []coffee.Choice
	}{{l.T("coffee.suggested"), c.Suggested}, {"A–Z", c.Others}} {
		fmt.Fprintln(&out, part.heading)
		for _, choice := range part.choices {
			fmt.Fprintf(&out, "  %s\n", c.Guests[choice.Guest].Name)
			for _, r := range choice.Reasons {
				fmt.Fprintf(&out, "    %s\n", r.Say(l.T))
			}
		}
	}
	return out.String()
}

func TestCoffees(t *testing.T) {
	b, e := regulars(t)
	before := coffees(t, b, e)
	for _, lang := range locale.Languages() {
		t.Run("the reasons are what the book says, in words: "+lang, func(t *testing.T) {
			got := suggestedIn(&before, locale.For(lang))
			golden := filepath.Join("testdata", "coffees."+lang+".golden")
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			lines := strings.Split(got, "\n")[1:] // how many will come is no number of a person
			if press := regexp.MustCompile(`(?i)\b[0-9]{1,3}\b|%|\bscore|\brang\b|\brank|\bpunkte|überfällig|overdue`).FindString(strings.Join(lines, "\n")); press != "" {
				t.Errorf("%q presses or counts", press)
			}
		})
	}
	t.Run("two years later nothing is said otherwise", func(t *testing.T) {
		now := b.now
		b.now = func() time.Time { return now().AddDate(2, 0, 0) }
		defer func() { b.now = now }()
		later := coffees(t, b, e)
		if got, want := suggestedIn(&later, locale.For("en")), suggestedIn(&before, locale.For("en")); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	})
	t.Run("what came of the evening is no reason for it", func(t *testing.T) {
		rows := guests(t, b, e)
		if _, _, err := b.Afterwards(t.Context(), e.ID, []Outcome{{Guest: rows[2].ID, Status: contact.GuestMet, Thread: "lend her the book"}}); err != nil {
			t.Fatal(err)
		}
		after := coffees(t, b, e)
		if got, want := suggestedIn(&after, locale.For("en")), suggestedIn(&before, locale.For("en")); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	})
	t.Run("without an owner nobody has to be introduced who is in the book", func(t *testing.T) {
		if err := b.SetMe(t.Context(), 0); err != nil {
			t.Fatal(err)
		}
		c := coffees(t, b, e)
		thekla := c.Reasons()[slices.IndexFunc(c.Guests, func(g GuestRow) bool { return g.Name == "Thekla Ohm" })]
		if len(thekla) != 0 {
			t.Errorf("reasons for Thekla = %+v, want none", thekla)
		}
	})
}
