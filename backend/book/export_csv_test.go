package book

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
)

func TestDefuse(t *testing.T) {
	for _, c := range []struct{ claim, cell, want string }{
		{"a name stays", "Jana Krüger", "Jana Krüger"},
		{"nothing stays nothing", "", ""},
		{"an equals sign", "=1+1", "'=1+1"},
		{"a plus sign, as in a phone number", "+49 30 23125000", "'+49 30 23125000"},
		{"a minus sign, as in a birthday without a year", "--05-03", "'--05-03"},
		{"an at sign", "@SUM(A1)", "'@SUM(A1)"},
		{"a tab", "\tx", "'\tx"},
		{"a line end", "\nx", "'\nx"},
		{"white space before the sign", "  =1+1", "'  =1+1"},
		{"a no-break space before the sign", "\u00A0=1+1", "'\u00A0=1+1"},
		{"a zero-width space before the sign", "\u200B=1+1", "'\u200B=1+1"},
		{"a direction mark before the sign, as phones write them", "\u202D+49 30 23125000\u202C", "'\u202D+49 30 23125000\u202C"},
		{"full-width signs", "＝1", "'＝1"},
		{"a typographic minus", "−1", "'−1"},
		{"a sign inside stays", "1+1=2", "1+1=2"},
		{"an apostrophe alone stays", "'s-Hertogenbosch", "'s-Hertogenbosch"},
		{"an apostrophe that was there before a sign gets another", "'=1", "''=1"},
		{"white space alone stays", "   ", "   "},
	} {
		t.Run(c.claim, func(t *testing.T) {
			if got := defuse(c.cell); got != c.want {
				t.Errorf("defuse(%q) = %q, want %q", c.cell, got, c.want)
			}
			if got := fuse(defuse(c.cell)); got != c.cell {
				t.Errorf("taking the apostrophe off defuse(%q) gives %q", c.cell, got)
			}
		})
	}
}

// fuse undoes defuse as its documentation says a reader can.
func fuse(cell string) string {
	bare := strings.TrimLeft(cell, "'")
	if bare != cell && beginsFormula(bare) {
		return cell[1:]
	}
	return cell
}

func FuzzDefuse(f *testing.F) {
	for _, seed := range []string{"", "'", "''=", "=1", "+49", " ＝", "\r\n@", "'\t"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		defused := defuse(cell)
		if beginsFormula(defused) {
			t.Errorf("defuse(%q) = %q still begins a formula", cell, defused)
		}
		if got := fuse(defused); got != cell {
			t.Errorf("taking the apostrophe off defuse(%q) gives %q", cell, got)
		}
	})
}

func writeCSV(t *testing.T, separator rune, rows ...[]string) string {
	t.Helper()
	var out bytes.Buffer
	table, err := newCSVTable(&out, separator)
	if err != nil {
		t.Fatal(err)
	}
	for _, cells := range rows {
		if err := table.row(cells); err != nil {
			t.Fatal(err)
		}
	}
	if err := table.end(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestCSV(t *testing.T) {
	t.Run("it begins with a byte-order mark and ends lines with CR LF", func(t *testing.T) {
		got := writeCSV(t, 0, []string{"a", "b"}, []string{"ä", ""})
		if want := "\uFEFFa,b\r\nä,\r\n"; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	})
	t.Run("another separator can be asked for", func(t *testing.T) {
		if got, want := writeCSV(t, ';', []string{"a,b", "c;d"}), "\uFEFFa,b;\"c;d\"\r\n"; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	})
	t.Run("quotes, commas and line ends of every kind come back", func(t *testing.T) {
		cells := []string{`say "hello"`, "a, b", "one\ntwo\r\nthree\rfour"}
		text := strings.TrimPrefix(writeCSV(t, 0, cells), byteOrderMark)
		rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		want := []string{`say "hello"`, "a, b", "one\ntwo\nthree\nfour"}
		if got := rows[0]; strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%q came back as %q, want %q", cells, got, want)
		}
	})
}
