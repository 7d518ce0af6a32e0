package book

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/sheet"
)

// ranking is what would make an order of people: a place, a share, a number before or behind somebody, a word that presses.
var ranking = regexp.MustCompile(`(?i)%|\b(platz|rang|rank|nr|no|top|score|punkte|points)\b\.?\s*\d*|überfällig|overdue|streak|versäumt|neglect`)

func TestNoSheetOfAnEventRanksAnybody(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not here: install poppler-utils")
	}
	b, e := regulars(t)
	var names []string
	for i, g := range guests(t, b, e) {
		names = append(names, g.Name)
		if i < contact.MaxCoffees {
			if _, err := b.Choose(t.Context(), []int64{g.ID}, Coffee); err != nil {
				t.Fatal(err)
			}
		}
	}
	digits := regexp.MustCompile(`\b[0-9]{1,3}\b`)
	for _, lang := range []string{"en", "de"} {
		for _, layout := range []sheet.Layout{sheet.List, sheet.Cards, sheet.Pocket} {
			t.Run(lang+", "+string(layout), func(t *testing.T) {
				text := sheetLines(t, b, e.ID, layout, lang)
				if !strings.Contains(text, "Jana Krüger") {
					t.Fatalf("the sheet does not name the coffees: %s", text)
				}
				if word := ranking.FindString(text); word != "" {
					t.Errorf("the sheet says %q: %s", word, text)
				}
				for line := range strings.Lines(text) {
					about := slices.ContainsFunc(names, func(name string) bool { return strings.Contains(line, name) })
					if number := digits.FindString(line); about && number != "" {
						t.Errorf("the sheet has the number %s beside somebody: %s", number, line)
					}
				}
				now := b.now
				b.now = func() time.Time { return now().AddDate(2, 0, 0) }
				defer func() { b.now = now }()
				if later := sheetLines(t, b, e.ID, layout, lang); later != text {
					t.Errorf("two years later the sheet says\n%s\nbefore it said\n%s", later, text)
				}
			})
		}
	}
}

// sheetLines draws the sheet of an event and returns what pdftotext reads on it, line by line.
func sheetLines(t *testing.T, b *Book, event int64, layout sheet.Layout, lang string) string {
	t.Helper()
	o, err := b.EventHead(t.Context(), event, lang)
	if err != nil {
		t.Fatal(err)
	}
	o.Layout, o.Fields = layout, sheet.DefaultFields(layout)
	file := filepath.Join(t.TempDir(), "sheet.pdf")
	if _, err := b.SheetFile(t.Context(), Query{}, o, file); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdftotext", file, "-").Output()
	if err != nil {
		t.Fatal(fmt.Errorf("read the sheet: %w", err))
	}
	return string(out)
}
