package cli

import (
	"slices"
	"strings"
	"testing"

	"github.com/mattn/go-runewidth"
)

func TestPlain(t *testing.T) {
	for _, c := range []struct{ claim, text, want string }{
		{"a plain name stays", "Jana Krüger", "Jana Krüger"},
		{"a colour is left out whole", "\x1b[31mRed\x1b[0m", "Red"},
		{"a window title is left out whole", "a\x1b]0;pwned\x07b", "ab"},
		{"a hyperlink is left out, its text stays", "\x1b]8;;http://x.example\x1b\\here\x1b]8;;\x1b\\", "here"},
		{"a string that nothing ends does not swallow the name", "\x1b]Jana", "Jana"},
		{"an eight-bit sequence is left out whole", "\u009b2Jb", "b"},
		{"a sequence that a letter cuts short does not take the letter", "\x1b[3ü", "ü"},
		{"an escape at the end is left out", "Jana\x1b", "Jana"},
		{"a clear-screen and a bell are left out", "\x1b[2J\x1b[HJana\x07\b\b", "Jana"},
		{"line ends become spaces", "a\nb\tc\u2028d", "a b c d"},
		{"a carriage return cannot overwrite the line", "good\rbad", "goodbad"},
		{"the direction of the line cannot be turned", "abc\u202egpj.exe\u202c\u2066x\u2069", "abcgpj.exex"},
		{"right-to-left marks stay", "\u200fنور", "\u200fنور"},
		{"joiners of scripts stay", "क्\u200dष 👩\u200d🔬", "क्\u200dष 👩\u200d🔬"},
		{"bytes that are no UTF-8 are replaced", "a\xffb", "a\ufffdb"},
		{"markup is text", "<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"},
	} {
		t.Run(c.claim, func(t *testing.T) {
			if got := plain(c.text); got != c.want {
				t.Errorf("plain(%q) = %q, want %q", c.text, got, c.want)
			}
		})
	}
}

func FuzzPlain(f *testing.F) {
	f.Add("\x1b[31mRed\x1b]0;t\x07\u009b2J\u202e")
	f.Fuzz(func(t *testing.T, text string) {
		got := plain(text)
		if !harmless(got) {
			t.Errorf("plain(%q) = %q, which is not harmless", text, got)
		}
		if again := plain(got); again != got {
			t.Errorf("plain(%q) = %q, want what the first pass gave", got, again)
		}
	})
}

func lines(t *testing.T, term *terminal, out *captured) []string {
	t.Helper()
	if err := term.out.Flush(); err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(out.out.String(), "\n"), "\n")
}

func TestTable(t *testing.T) {
	t.Run("columns of wide and of combining characters stand in line", func(t *testing.T) {
		var out captured
		term := out.terminal("en")
		term.table([]string{"A", "B"}, [][]string{{"林书雅", "x"}, {"Jose\u0301", "x"}, {"", "x"}})
		for _, line := range lines(t, term, &out)[1:] {
			before, _, _ := strings.Cut(line, "x")
			if got := runewidth.StringWidth(before); got != 8 {
				t.Errorf("%q: the second column begins at %d, want 8", line, got)
			}
		}
	})

	t.Run("a row keeps to its line on a narrow terminal", func(t *testing.T) {
		var out captured
		term := out.terminal("en")
		term.width = 40
		term.table([]string{"ID", "NAME", "ORGANISATION"}, [][]string{
			{"1", "Konstanze Sophie von der Aue zu Hohenlinden", "Archiv für Alltagsgeschichte"},
			{"2", "周明轩周明轩周明轩周明轩周明轩", "x"},
		})
		for _, line := range lines(t, term, &out) {
			if got := runewidth.StringWidth(line); got > 40 {
				t.Errorf("%q is %d wide, want at most 40", line, got)
			}
		}
	})

	t.Run("nothing is cut in a pipe", func(t *testing.T) {
		var out captured
		long := string(slices.Repeat([]rune("ü"), 300))
		term := out.terminal("en")
		term.table([]string{"A"}, [][]string{{long}})
		if got := lines(t, term, &out)[1]; got != long {
			t.Errorf("the cell is %d letters long, want 300", len([]rune(got)))
		}
	})
}
