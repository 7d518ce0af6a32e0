package table_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kaffeerunde/backend/table"
	"kaffeerunde/backend/vcard"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestProgramsAreReadAsTheyMeant reads a table of each program, with invented people, and compares its cards with the golden
// file beside it.
func TestProgramsAreReadAsTheyMeant(t *testing.T) {
	names, err := filepath.Glob(filepath.Join("testdata", "*.?sv"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			content, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			got := report(t, opened(t, content))
			golden := strings.TrimSuffix(name, filepath.Ext(name)) + ".golden"
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
				t.Errorf("%s reads\n%s\nwant\n%s", name, got, want)
			}
		})
	}
}

func opened(t testing.TB, content []byte) *table.Table {
	t.Helper()
	read, err := table.OpenCSV(bytes.NewReader(content))
	if err != nil {
		t.Fatalf("open %.60q: %v", content, err)
	}
	return read
}

// cards reads all of a table.
func cards(t testing.TB, r *table.Reader) []*vcard.Card {
	t.Helper()
	var list []*vcard.Card
	for {
		card, err := r.Read()
		if errors.Is(err, io.EOF) {
			return list
		}
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, card)
	}
}

// report tells all that was made of a table.
func report(t testing.TB, read *table.Table) string {
	t.Helper()
	var b strings.Builder
	fmt.Fprintf(&b, "layout %q headed %v\n", read.Layout, read.Headed)
	for i, header := range read.Headers {
		fmt.Fprintf(&b, "  %q: %s %s\n", header, read.Guess[i].Field, read.Guess[i].Type)
	}
	r := read.Reader(nil)
	for _, card := range cards(t, r) {
		fmt.Fprintf(&b, "card %d at line %d\n%s", card.Number, card.Line, strings.ReplaceAll(string(card.Raw), "\r\n", "\n"))
		for _, repair := range card.Repairs {
			fmt.Fprintf(&b, "repair line %d %s %q -> %q\n", repair.Line, repair.Reason, repair.Text, repair.Made)
		}
	}
	for _, u := range r.Unreadable() {
		fmt.Fprintf(&b, "unreadable line %d %s %q\n", u.Line, u.Reason, u.Text)
	}
	fmt.Fprintf(&b, "kept %q\nformat %+v\ncounts %+v\n", r.Kept(), r.Format(), r.Counts())
	return b.String()
}
