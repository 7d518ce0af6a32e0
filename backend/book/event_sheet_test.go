package book

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/sheet"
)

func TestEventSheet(t *testing.T) {
	b := newBook(t)
	ctx := context.Background()
	jana, _, err := b.Add(ctx, contact.Draft{Name: "Jana Ohnsorg", Emails: []contact.Value{{Index: contact.NewLine, Value: "jana@hafen.example"}}, Title: "Redakteurin", Notes: []string{"mag Filterkaffee"}})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := b.Add(ctx, contact.Draft{Name: "Zoë Adler", Organisation: "Werft", Emails: []contact.Value{{Index: contact.NewLine, Value: "zoe@werft.example"}}}); err != nil {
		t.Fatal(err)
	}
	if _, _, err := b.Leave(ctx, contact.Thread{Text: "sie wollte den Artikel schicken", People: []contact.ID{jana.ID}}); err != nil {
		t.Fatal(err)
	}
	e, _, err := b.SaveEvent(ctx, contact.Event{Title: "Stammtisch", When: "2026-12-03 19:00", Place: "Betahaus", Introduction: "Ich baue Probenräume.", Questions: []string{"Wer hat ein Haus gekauft?"}})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := b.Invite(ctx, e.ID, []contact.Guest{
		{Line: "1", Name: "Timo Rohwer", Role: "Tischler", Organisation: "Holz & Co", Mail: "timo@holz.example", Note: "kommt später"},
		{Line: "2", Name: "Jana Ohnsorg", Mail: "jana@hafen.example"},
		{Line: "3", Name: "Zoe Adler", Mail: "zoe@werft.example"},
		{Line: "4", Name: "Niemand Bekanntes"},
	}, nil); err != nil {
		t.Fatal(err)
	}
	rows, err := b.Guests(ctx, e.ID)
	if err != nil {
		t.Fatal(err)
	}

	t.Run("nobody chosen has no cards to take along", func(t *testing.T) {
		if _, err := b.CoffeeCards(ctx, e.ID, &bytes.Buffer{}); !errors.Is(err, ErrNoPeople) {
			t.Errorf("got %v, want ErrNoPeople", err)
		}
	})
	if _, err := b.Choose(ctx, []int64{rows[0].ID, rows[1].ID}, Coffee); err != nil {
		t.Fatal(err)
	}

	for _, l := range []sheet.Layout{sheet.List, sheet.Cards, sheet.Pocket} {
		t.Run("the coffees come first, then whom one knows, and nobody else: "+string(l), func(t *testing.T) {
			text := eventSheet(t, b, e.ID, l, "de", false)
			for _, want := range []string{
				"Stammtisch", "Donnerstag, 3. Dezember 2026, 19:00 Uhr", "Betahaus", "Ich baue Probenräume.", "Fragen, die ich mitbringe", "Wer hat ein Haus gekauft?",
				"Jana Ohnsorg", "Redakteurin", "Noch offen: sie wollte den Artikel schicken", "Timo Rohwer", "Tischler", "Wen ich dort kenne", "Zoë Adler", "Werft",
			} {
				if !strings.Contains(text, want) {
					t.Errorf("it does not say %q: %s", want, text)
				}
			}
			for _, banned := range []string{"Niemand Bekanntes", "Filterkaffee", "kommt später"} {
				if strings.Contains(text, banned) {
					t.Errorf("it says %q", banned)
				}
			}
		})
	}
	t.Run("private notes are printed once they are ticked", func(t *testing.T) {
		if text := eventSheet(t, b, e.ID, sheet.Pocket, "en", true); !strings.Contains(text, "Filterkaffee") {
			t.Errorf("it says %s", text)
		}
	})
	t.Run("the phone gets the card of the book, and of the others what the list says, without notes", func(t *testing.T) {
		var cards bytes.Buffer
		n, err := b.CoffeeCards(ctx, e.ID, &cards)
		if err != nil || n != 2 {
			t.Fatalf("got %d, %v", n, err)
		}
		for _, want := range []string{"FN:Jana Ohnsorg", "jana@hafen.example", "FN:Timo Rohwer", "ORG:Holz & Co", "timo@holz.example"} {
			if !strings.Contains(cards.String(), want) {
				t.Errorf("%q is not in %s", want, &cards)
			}
		}
		if strings.Contains(cards.String(), "NOTE") {
			t.Errorf("a note left: %s", &cards)
		}
	})
	t.Run("an event that is not there is not found", func(t *testing.T) {
		if _, err := b.EventHead(ctx, 99, "de"); !errors.Is(err, contact.ErrNotFound) {
			t.Errorf("got %v", err)
		}
	})
}

// eventSheet draws the sheet of an event and returns what pdftotext reads on it, spaces as one.
func eventSheet(t *testing.T, b *Book, event int64, l sheet.Layout, lang string, notes bool) string {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not here: install poppler-utils")
	}
	o, err := b.EventHead(context.Background(), event, lang)
	if err != nil {
		t.Fatal(err)
	}
	o.Layout, o.Fields = l, sheet.DefaultFields(l)
	o.Fields.Note = notes
	file := filepath.Join(t.TempDir(), "sheet.pdf")
	if _, err := b.SheetFile(context.Background(), Query{}, o, file); err != nil {
		t.Fatal(err)
	}
	if state, err := os.Stat(file); err != nil || state.Mode().Perm() != 0o600 {
		t.Errorf("the file is %v, %v", state.Mode(), err)
	}
	out, err := exec.Command("pdftotext", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(string(out)), " ")
}
