package sheet

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// evening is the sheet of an event: so many coffees, so many guests whom one knows.
func evening(t testing.TB, l Layout, lang string, coffees, known int) ([]Person, Options) {
	t.Helper()
	o := options(t, l)
	o.Lang, o.Words = lang, wordsIn(t, lang)
	o.Questions = []string{"Wer hat schon einmal ein Haus gemeinsam gekauft?", "Was hättet ihr gern vorher gewusst?", "Welche Bank hat euch verstanden?"}
	people := slices.Clone(guests(t)[:coffees])
	for i := range people {
		people[i].Why = ""
		people[i].Reasons = []string{"Kennt sich mit Effectuation aus, danach fragst du", "Ihr habt zuletzt im Mai 2026 einen Kaffee getrunken"}
		people[i].Open = []string{"sie wollte den Artikel schicken"}
		people[i].Offers = []string{"Moderation"}
	}
	names := []string{"Adler", "Bühler-Sønderskov", "Çelik", "Dąbrowska-Wiśniewska", "خوري", "陈军", "Karl Theodor Maria Nikolaus Johann Jacob Philipp Franz Joseph Sylvester von und zu Guttenberg-Lichtenfels"}
	for i := range known {
		k := Known{Name: fmt.Sprintf("%s %02d", names[i%len(names)], i+1), Organisation: []string{"", "Hafenradio", "Bundesverband der gemeinnützigen Trägerinnen und Träger e. V."}[i%3]}
		if i%2 == 0 {
			k.Reason = "Ihr habt zuletzt im Mai 2026 telefoniert"
		}
		o.Known = append(o.Known, k)
	}
	return people, o
}

func TestEvening(t *testing.T) {
	for _, l := range []Layout{List, Cards, Pocket} {
		t.Run(fmt.Sprintf("the %s sheet of an event is as it was looked at", l), func(t *testing.T) {
			people, o := evening(t, l, "de", 3, 9)
			golden(t, string(l)+"-event.golden", people, o)
		})
		for _, coffees := range []int{0, 1, 5} {
			t.Run(fmt.Sprintf("every coffee, reason, question and known guest is on the %s sheet of %d", l, coffees), func(t *testing.T) {
				people, o := evening(t, l, "de", coffees, 60)
				sheet, _ := write(t, people, o)
				text := strings.Join(strings.Fields(withoutMarks(poppler(t, "pdftotext", sheet, "-"))), " ")
				wants := append(slices.Clone(o.Questions), o.Words.Known, "Dąbrowska-Wiśniewska 60"[:20], "陈军 06", "Adler 57")
				for _, p := range people {
					wants = append(wants, strings.Fields(p.Name)[0])
				}
				if coffees > 0 {
					wants = append(wants, "Noch offen: sie wollte den Artikel schicken", "Das kann ich anbieten: Moderation", "Effectuation aus, danach fragst du")
				}
				for _, want := range wants {
					if !strings.Contains(text, want) {
						t.Errorf("pdftotext does not find %q", want)
					}
				}
			})
		}
	}
	t.Run("the pages of a folded sheet are read in their order", func(t *testing.T) {
		people, o := evening(t, Pocket, "de", 5, 12)
		for i, name := range []string{"Eins", "Zwei", "Drei", "Vier", "Fünf"} {
			people[i].Name = name
		}
		pages, _, err := compose(people, o, bundled(t))
		if err != nil {
			t.Fatal(err)
		}
		if len(pages) != 1 {
			t.Fatalf("five coffees and twelve guests take %d sheets, want 1", len(pages))
		}
		read := folded(t, pages[0])
		wants := []string{"Open Space", o.Words.Introduction, "Eins", "Zwei", "Drei", "Vier", "Fünf", o.Words.Known}
		for i, want := range wants {
			if count(read[i], want) == 0 {
				t.Errorf("page %d does not say %q", i+1, want)
			}
		}
		if count(read[1], o.Words.Questions) == 0 {
			t.Error("the questions do not stand with the introduction")
		}
	})
	t.Run("one sheet holds five coffees and twenty guests, two hold sixty", func(t *testing.T) {
		for known, want := range map[int]int{0: 1, 12: 1, 20: 1, 60: 2} {
			people, o := evening(t, Pocket, "de", 5, known)
			if _, result := write(t, people, o); result.Pages != want {
				t.Errorf("with %d guests it takes %d sheets, want %d", known, result.Pages, want)
			}
		}
	})
	t.Run("the same event is the same bytes", func(t *testing.T) {
		people, o := evening(t, Pocket, "en", 5, 60)
		first, _ := write(t, people, o)
		second, _ := write(t, people, o)
		if !bytes.Equal(first, second) {
			t.Error("two sheets of one event differ")
		}
	})
}

// folded returns what stands on each page of a booklet, from the cover on, as it is read once the sheet is folded: it follows the
// paper. The sheet lies with its print up and is folded along its length, print outside, so that the lower row shows and the upper
// one, on its head, is its back; cut open in the middle and pushed together, the four columns become four leaves. The cover is the
// second of the lower row; its leaf goes on behind, above it, and so round.
func folded(t testing.TB, sheet page) [pocketPages][]box {
	t.Helper()
	var grid [2][4]panelBox
	for _, b := range sheet.boxes {
		if panel, ok := b.(panelBox); ok {
			grid[int(panel.y/panel.h+0.5)][int(panel.x/panel.w+0.5)] = panel
		}
	}
	var read [pocketPages][]box
	for i, at := range [pocketPages][2]int{{1, 1}, {1, 2}, {1, 3}, {0, 3}, {0, 2}, {0, 1}, {0, 0}, {1, 0}} {
		panel := grid[at[0]][at[1]]
		if panel.turned != (at[0] == 0) {
			t.Errorf("page %d is turned: %t", i+1, panel.turned)
		}
		read[i] = panel.boxes
	}
	return read
}
