package book

import (
	"bytes"
	"compress/flate"
	command "flag"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"testing"
)

// However uniform a table is, it does not become so small that it would be refused, and it unpacks to what it was.
func TestSteady(t *testing.T) {
	for claim, line := range map[string]string{"all alike": "0", "alike lines": strings.Repeat(`{"name":"","stands":0}`, 8) + "\n"} {
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

var alike = command.Int("alike", 1000, "how many plain people a whole book is read back with")

// A whole book of plain people who are all alike is read back; run "go test ./backend/book -run TestWholeBookOfPeopleAlike -alike 50000"
// for many.
func TestWholeBookOfPeopleAlike(t *testing.T) {
	b := opened(t, filepath.Join(t.TempDir(), "book.db"), 1)
	defer b.Close()
	var cards strings.Builder
	for i := range *alike {
		fmt.Fprintf(&cards, "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Kim %[1]d\r\nN:%[1]d;Kim;;;\r\nEND:VCARD\r\n", i)
	}
	imported(t, b, ImportOptions{Similar: DecisionAdd}, cards.String())
	into := opened(t, filepath.Join(t.TempDir(), "other.db"), 2)
	defer into.Close()
	change, err := into.ImportWhole(t.Context(), wholeFile(t, b, ""), "")
	if err != nil || change.Count != *alike {
		t.Errorf("ImportWhole = %+v, %v, want everybody", change, err)
	}
}
