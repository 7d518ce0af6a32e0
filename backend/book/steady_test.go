package book

import (
	"bytes"
	"compress/flate"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"kaffeerunde/backend/contact"
)

// However uniform a table is, it does not become so small that it would be refused, and it unpacks to what it was.
func TestSteadyIsNeverRefused(t *testing.T) {
	for claim, line := range map[string]string{"a table all alike": "0", "alike lines of a table": strings.Repeat(`{"name":"","stands":0}`, 8) + "\n"} {
		t.Run(claim, func(t *testing.T) {
			was := bytes.Repeat([]byte(line), freeRatio*5/4/len(line))
			var packed bytes.Buffer
			w, err := newSteady(&packed)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := w.Write(was); err != nil {
				t.Fatal(err)
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			if len(was)/mostRatio > packed.Len() {
				t.Errorf("%d bytes become %d", len(was), packed.Len())
			}
			if again, err := io.ReadAll(flate.NewReader(&packed)); err != nil || !bytes.Equal(again, was) {
				t.Errorf("%d bytes are %d unpacked (%v)", len(was), len(again), err)
			}
		})
	}
}

// What is far more uniform than people are is read back all the same, as it was: without steady the archive would be refused.
func TestWholeBookOfUniformText(t *testing.T) {
	b := opened(t, filepath.Join(t.TempDir(), "book.db"), 1)
	defer b.Close()
	kim, _, err := b.Add(t.Context(), contact.Draft{Name: "Kim Example"})
	if err != nil {
		t.Fatal(err)
	}
	note := strings.Repeat("0", freeRatio+1<<10)
	if _, _, err := b.Meet(t.Context(), contact.Encounter{Kind: "coffee", Day: "2026-04-20", People: []contact.ID{kim.ID}, Note: note}); err != nil {
		t.Fatal(err)
	}
	into := opened(t, filepath.Join(t.TempDir(), "other.db"), 2)
	defer into.Close()
	if change, err := into.ImportWhole(t.Context(), wholeFile(t, b, ""), ""); err != nil || change.Count != 1 {
		t.Fatalf("ImportWhole = %+v, %v, want everybody", change, err)
	}
	timeline, err := into.Timeline(t.Context(), must(into.IDs(t.Context(), Query{}))[0])
	if err != nil || len(timeline.Encounters) != 1 || timeline.Encounters[0].Note != note {
		t.Errorf("there are %d encounters, %v, want the one with its note", len(timeline.Encounters), err)
	}
}
