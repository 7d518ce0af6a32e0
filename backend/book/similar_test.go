package book

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The generator plants copies of people as two phones or a slip of the finger would make them, and their relatives, who look
// alike and are somebody else.
func TestCopiesAmongGeneratedPeople(t *testing.T) {
	if testing.Short() {
		t.Skip("generates ten thousand people")
	}
	people, truth := generatedPeople(t, 10_000)
	b := newBook(t)
	p, err := b.Preview(t.Context(), []string{people}, nil)
	if err != nil {
		t.Fatal(err)
	}
	met, right := 0, 0
	for _, pile := range []Pile{PileSame, PileSimilar} {
		rows, err := p.Rows(t.Context(), pile, 0, 10_000)
		if err != nil {
			t.Fatal(err)
		}
		met += rows.Total
		for _, row := range rows.Items {
			if row.Twin != nil && truth.one(row.Card-1, row.Twin.Card-1) {
				right++
			}
		}
	}
	recall, precision := float64(right)/float64(truth.copies), float64(right)/float64(met)
	t.Logf("%d of %d copies were found, among %d cards that meet somebody: recall %.3f, precision %.3f", right, truth.copies, met, recall, precision)
	if recall < 0.98 || precision < 0.98 {
		t.Errorf("recall %.3f, precision %.3f, want 0.98 of both", recall, precision)
	}
}

// copies says which of the generated people are one.
type copies struct {
	original map[int]int
	copies   int
}

func (c copies) one(a, b int) bool { return c.first(a) == c.first(b) }

func (c copies) first(card int) int {
	for {
		original, ok := c.original[card]
		if !ok {
			return card
		}
		card = original
	}
}

// generatedPeople writes a file of n people, a tenth of whom are copies or relatives of others.
func generatedPeople(t *testing.T, n int) (path string, truth copies) {
	t.Helper()
	folder := t.TempDir()
	path, pairs := filepath.Join(folder, "people.vcf"), filepath.Join(folder, "truth.tsv")
	out, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	gen := exec.CommandContext(t.Context(), "go", "run", "kaffeerunde/backend/bench/gen", "--n", fmt.Sprint(n), "--dups", "0.1", "--version", "mix", "--truth", pairs)
	gen.Stdout = out
	if err := gen.Run(); err != nil {
		t.Fatalf("generate people: %v", err)
	}
	text, err := os.ReadFile(pairs)
	if err != nil {
		t.Fatal(err)
	}
	truth.original = map[int]int{}
	for line := range strings.Lines(string(text)) {
		var one, original int
		if _, err := fmt.Sscanf(line, "%d\t%d", &one, &original); err != nil {
			t.Fatal(err)
		}
		truth.original[one] = original
		truth.copies++
	}
	return path, truth
}
