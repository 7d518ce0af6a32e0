package coffee

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"kaffeerunde/backend/locale"
)

var update = flag.Bool("update", false, "write the golden files anew")

var me = Me{
	Topics:        []Topic{{Name: "Effectuation", Question: true}, {Name: "Moderation", Offer: true, Interest: true}, {Name: "Lastenräder", Interest: true}, {Name: "Genossenschaften", Question: true}},
	Organisations: []string{"Werkstatt Lindenhof"}, FormerOrganisations: []string{"Hochschule am Deich"},
}

func day(year int, month time.Month) time.Time {
	return time.Date(year, month, 12, 0, 0, 0, 0, time.UTC)
}

var guests = []Guest{
	{Name: "Özlem Zirnbauer"},
	{Name: "Jana Krüger", LastKind: "coffee", Last: day(2026, time.May), Threads: []string{"sie wollte den Artikel schicken"}, Organisations: []string{"Werkstatt Lindenhof"}},
	{Name: "Harriet Thistlewood", Topics: []Topic{{Name: "effectuation", Offer: true}}, LastKind: "call", Last: day(2025, time.March)},
	{Name: "Minh Nguyen-Bartels", Topics: []Topic{{Name: "Moderation", Question: true}}, FormerOrganisations: []string{"Hochschule am Deich"}, LastKind: "message", Last: day(2026, time.January)},
	{Name: "Benedikt Reuter", Topics: []Topic{{Name: "Lastenräder", Interest: true}}, LastKind: "event", Last: day(2024, time.October), Events: []string{"Radforum"}},
	{Name: "Lior Grünbaum", Topics: []Topic{{Name: "Genossenschaften", Question: true}}, Since: day(2019, time.July)},
	{Name: "Ada Unbekannt", Through: []Introducer{{Name: "Jana Krüger", OnList: true}, {Name: "Veit Rottenbücher"}}},
	{Name: "Fiete Petersen", Topics: []Topic{{Name: "Häfen", Interest: true}}},
	{Name: "Anke Feddersen", Since: day(2011, time.May)},
	{Name: "Änne Albers"},
	{Name: "Anna Adler"},
	{Name: "Wilma Selbst", Me: true, Threads: []string{"nothing with oneself"}},
}

var about = []string{"Häfen"}

func TestReasonsInWords(t *testing.T) {
	for _, lang := range locale.Languages() {
		t.Run(lang, func(t *testing.T) {
			l := locale.For(lang)
			var out strings.Builder
			choices := Choose(me, guests, about)
			write := func(heading string, list []Choice) {
				fmt.Fprintf(&out, "%s\n", heading)
				for _, c := range list {
					fmt.Fprintf(&out, "  %s\n", guests[c.Guest].Name)
					for _, r := range c.Reasons {
						fmt.Fprintf(&out, "    %s\n", r.Say(l.T))
					}
					if len(c.Reasons) == 0 {
						fmt.Fprintf(&out, "    %s\n", l.T("coffee.nothing.guest"))
					}
				}
			}
			write("*", choices.Suggested)
			write("A–Z", choices.Others)
			for _, t := range []Turnout{Expect(200, nil), Expect(48, []Evening{{60, 40}, {100, 75}, {30, 21}})} {
				fmt.Fprintln(&out, l.T("coffee.turnout."+string(t.Source), "n", t.Names, "low", t.Low, "high", t.High))
			}
			fmt.Fprintln(&out, l.T("coffee.turnout.told.source"))
			fmt.Fprintln(&out, l.T("coffee.nothing"))
			fmt.Fprintln(&out, l.T("coffee.enough"))
			golden := filepath.Join("testdata", lang+".golden")
			if *update {
				if err := os.WriteFile(golden, []byte(out.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if out.String() != string(want) {
				t.Errorf("got\n%s\nwant\n%s", &out, want)
			}
			if left := regexp.MustCompile(`\{\w+\}|coffee\.`).FindString(out.String()); left != "" {
				t.Errorf("something is not filled in: %s", left)
			}
		})
	}
}

func TestChoose(t *testing.T) {
	t.Run("never more than five are suggested, and nobody is left out", func(t *testing.T) {
		choices := Choose(me, guests, about)
		if len(choices.Suggested) != Most || len(choices.Suggested)+len(choices.Others) != len(guests) {
			t.Errorf("%d suggested, %d others", len(choices.Suggested), len(choices.Others))
		}
	})
	t.Run("being in the book is no reason for a coffee", func(t *testing.T) {
		choices := Choose(me, []Guest{{Name: "Anke", Since: day(2011, time.May)}}, nil)
		if len(choices.Suggested) != 0 || len(choices.Others[0].Reasons) != 1 {
			t.Errorf("choices = %+v", choices)
		}
		if choices := Choose(me, []Guest{{Name: "Änne"}}, nil); len(choices.Others[0].Reasons) != 0 {
			t.Errorf("reasons = %+v, want nothing to talk about", choices.Others[0].Reasons)
		}
	})
	t.Run("the order of the list changes nothing", func(t *testing.T) {
		names := func(list []Guest) (names []string) {
			choices := Choose(me, list, about)
			for _, c := range slices.Concat(choices.Suggested, choices.Others) {
				names = append(names, list[c.Guest].Name)
			}
			return names
		}
		turned := slices.Clone(guests)
		slices.Reverse(turned)
		if got, want := names(turned), names(guests); !slices.Equal(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	})
	t.Run("time that passes changes nothing", func(t *testing.T) {
		older := slices.Clone(guests)
		for i := range older {
			if !older[i].Last.IsZero() {
				older[i].Last = older[i].Last.AddDate(-2, 0, 0)
			}
		}
		got, want := Choose(me, older, about), Choose(me, guests, about)
		for i := range want.Suggested {
			if got.Suggested[i].Guest != want.Suggested[i].Guest {
				t.Errorf("two years later %q is suggested in place %d", guests[got.Suggested[i].Guest].Name, i)
			}
		}
	})
}

func TestExpect(t *testing.T) {
	for _, c := range []struct {
		claim string
		names int
		past  []Evening
		want  Turnout
	}{
		{"a third stays away", 200, nil, Turnout{200, 130, 150, Told}},
		{"two evenings tell nothing yet", 200, []Evening{{100, 100}, {100, 100}}, Turnout{200, 130, 150, Told}},
		{"one's own evenings tell better", 200, []Evening{{100, 80}, {50, 45}, {20, 17}}, Turnout{200, 160, 180, Own}},
		{"a dinner is no evening to learn from", 200, []Evening{{4, 4}, {5, 5}, {6, 6}}, Turnout{200, 130, 150, Told}},
		{"nobody", 0, nil, Turnout{0, 0, 0, Told}},
		{"a handful is not rounded", 7, nil, Turnout{7, 4, 5, Told}},
	} {
		t.Run(c.claim, func(t *testing.T) {
			if got := Expect(c.names, c.past); got != c.want {
				t.Errorf("Expect(%d, %v) = %+v, want %+v", c.names, c.past, got, c.want)
			}
		})
	}
}

func TestEveryCodeHasItsSentence(t *testing.T) {
	for _, lang := range locale.Languages() {
		for _, code := range Codes() {
			if !locale.For(lang).Has("coffee.reason." + string(code)) {
				t.Errorf("the catalogue does not say %q in %s", code, lang)
			}
		}
	}
}
