package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kaffeerunde/backend/sample"
)

func TestInterrupted(t *testing.T) {
	folder := t.TempDir()
	book := filepath.Join(folder, "book.db")
	cards := filepath.Join(folder, "sample.vcf")
	if err := os.WriteFile(cards, sample.VCards(), 0o600); err != nil {
		t.Fatal(err)
	}
	tell(t, "list", "--book", book)

	ctx, interrupt := context.WithCancel(t.Context())
	interrupt()
	var out, complaints bytes.Buffer
	code := Run(ctx, []string{"import", "--book", book, cards}, "", nil, &out, &complaints)
	if got, want := complaints.String(), "kaffeerunde: Stopped. The book is as before.\n"; code != exitFailed || got != want {
		t.Errorf("an interrupted import ended with %d and said %q, want %d and %q", code, got, exitFailed, want)
	}
	if got := string(tell(t, "list", "--json", "--book", book)); got != "[]\n" {
		t.Errorf("after an interrupted import the book holds %s, want nobody", got)
	}
}

func TestFullDisk(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("skipped: this system has no /dev/full to write to")
	}
	defer full.Close()
	var complaints bytes.Buffer
	code := Run(t.Context(), []string{"help"}, "", nil, full, &complaints)
	if got := complaints.String(); code != exitFailed || !strings.HasPrefix(got, "kaffeerunde: ") || strings.Count(got, "\n") > 2 {
		t.Errorf("help onto a full disk ended with %d and said %q, want %d, a sentence and a hint", code, got, exitFailed)
	}
}

func TestWhatIsMissingHasAHint(t *testing.T) {
	folder := t.TempDir()
	for _, args := range [][]string{{"event", "show", "Nowhere"}, {"thread", "done", "7"}, {"show", "7"}, {"show", "Nobody"}, {"undo", "7"}} {
		var out, complaints bytes.Buffer
		Run(t.Context(), append(args, "--book", filepath.Join(folder, "book.db")), "", nil, &out, &complaints)
		if lines := strings.Split(strings.TrimSpace(complaints.String()), "\n"); len(lines) != 2 || strings.Contains(complaints.String(), "cli.error") {
			t.Errorf("%q says %q, want a sentence and a hint", args, lines)
		}
	}
}
