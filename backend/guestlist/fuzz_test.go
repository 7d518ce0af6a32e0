package guestlist

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"", "\n", "Anna Müller", "Müller, Anna\r\nRoth, Jana\r\n", "1. Anna\n\n2) Otto (X GmbH)\n", "a@b.cd; \"c, d\" <e@f.gh>", "Name\tFirma\nAnna\tX\n\tY", "A  B  C\nD  E  F",
		"Anna | X | a@b.cd\n|||\n", "Anna – CEO, X GmbH", "\xff\xfeA\x00\n\x00", "M\xfcller", "geb. Weber, (", "Teilnehmerliste Stand 3.11.", "林书雅\r欧阳明", "Anna\u202a \u00adM", "\"\"\",\",;\t|(", "İI ŞI", "née née (née",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		list := Read(raw, nil)
		conserved(t, raw, list)
		again := Read(raw, list.Shapes)
		if len(again.Guests) != len(list.Guests) {
			t.Errorf("%q: %d guests, and with its own shapes %d", raw, len(list.Guests), len(again.Guests))
		}
	})
}

// conserved checks that every line is in guests or left out, once, as it came.
func conserved(t *testing.T, raw []byte, list *List) {
	t.Helper()
	lines, _ := decoded(raw)
	texts := make([]string, len(lines))
	seen := make([]byte, len(lines))
	note := func(number int, text string, where byte) {
		if number < 1 || number > len(lines) {
			t.Fatalf("%q: there is no line %d", raw, number)
		}
		if seen[number-1] != 0 && (where == 's' || seen[number-1] == 's') {
			t.Errorf("%q: line %d is in two places", raw, number)
		}
		seen[number-1], texts[number-1] = where, text
	}
	for _, g := range list.Guests {
		note(g.Line, g.Text, 'g')
		if g.Display == "" {
			t.Errorf("%q: a guest of line %d has nothing to be shown by: %+v", raw, g.Line, g)
		}
	}
	for _, s := range list.Skipped {
		note(s.Line, s.Text, 's')
		if s.Why == "" {
			t.Errorf("%q: line %d is left out for nothing", raw, s.Line)
		}
	}
	for i, line := range lines {
		if seen[i] == 0 || texts[i] != line {
			t.Errorf("%q: line %d came as %q and is kept as %q", raw, i+1, line, texts[i])
		}
	}
	if utf8.Valid(raw) && list.Encoding == "utf-8" {
		plain := strings.TrimPrefix(string(raw), "\ufeff")
		plain = strings.ReplaceAll(strings.ReplaceAll(plain, "\r\n", "\n"), "\r", "\n")
		if got := strings.Join(texts, "\n"); strings.TrimSuffix(plain, "\n") != got && plain != got+"\n" {
			t.Errorf("%q: the lines together are %q", raw, got)
		}
	}
}

func TestLongLists(t *testing.T) {
	t.Run("beyond the limit lines are left out, with the reason", func(t *testing.T) {
		var text strings.Builder
		for i := range MaxGuests + 3 {
			fmt.Fprintf(&text, "Anna Nummer%s\n", strings.Repeat("x", 1+i%50))
		}
		list := Read([]byte(text.String()), nil)
		if len(list.Guests) != MaxGuests || len(list.Skipped) != 3 || list.Skipped[0].Why != TooMany {
			t.Errorf("%d guests, %d lines left out", len(list.Guests), len(list.Skipped))
		}
	})
	t.Run("what follows far too many lines is left out as one", func(t *testing.T) {
		list := Read([]byte(strings.Repeat("\n", 50*MaxLines)+"Anna Müller"), nil)
		last := list.Skipped[len(list.Skipped)-1]
		if len(list.Guests) != 0 || len(list.Skipped) != MaxLines+1 || last.Why != TooMany || !strings.HasSuffix(last.Text, "Anna Müller") {
			t.Errorf("%d guests, %d lines left out, the last for %s", len(list.Guests), len(list.Skipped), last.Why)
		}
	})
	t.Run("lines that look like nothing else come out whole", func(t *testing.T) {
		for _, hostile := range []string{
			strings.Repeat("(", 4000), strings.Repeat("a@b.cd,", 500), strings.Repeat("geb. ", 800), strings.Repeat("0", 4000),
			strings.Repeat("- ", 2000), strings.Repeat("\t", 4000), strings.Repeat("1.", 2000), strings.Repeat("+1 ", 1300),
			strings.Repeat("Anna & partner ", 250), strings.Repeat("www.", 1000),
		} {
			raw := []byte(strings.Repeat(hostile+"\n", 10))
			conserved(t, raw, Read(raw, nil))
		}
	})
}

func BenchmarkRead(b *testing.B) {
	var text strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&text, "%d. Dr. Anna%c Müller-%c%c – CEO, Werk %d GmbH\n", i+1, 'a'+i%26, 'A'+i%26, 'a'+i/26%26, i)
	}
	raw := []byte(text.String())
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		if got := len(Read(raw, nil).Guests); got != 5000 {
			b.Fatalf("%d guests, want 5000", got)
		}
	}
}
