package typeset

import (
	"strings"
	"testing"

	"kaffeerunde/backend/sheet/fonts"
)

func setter(t testing.TB) *Setter {
	t.Helper()
	set, err := fonts.Load()
	if err != nil {
		t.Fatal(err)
	}
	return NewSetter(set, "de")
}

// seen is a line as the eye meets it, cluster by cluster from left to right, without spaces.
func seen(l Line) string {
	var out []string
	for _, run := range l.Runs {
		for _, c := range run.Clusters {
			if c.Text != " " {
				out = append(out, c.Text)
			}
		}
	}
	return strings.Join(out, "|")
}

func TestLine(t *testing.T) {
	s := setter(t)
	for _, c := range []struct{ claim, text, want string }{
		{"Latin letters stand as they are read", "Jürg", "J|ü|r|g"},
		{"Hebrew runs from right to left", "הדס", "ס|ד|ה"},
		{"a number in Hebrew keeps its digits in order", "רחוב 12", "1|2|ב|ו|ח|ר"},
		{"Latin in a Hebrew text stands to its left", "ספר Alef 3", "A|l|e|f|3|ר|פ|ס"},
		{"Hebrew in a Latin text stays where it is", "Bar הדס Alef", "B|a|r|ס|ד|ה|A|l|e|f"},
		{"a number stays with the Hebrew before it", "Bar הדס 12 Alef", "B|a|r|1|2|ס|ד|ה|A|l|e|f"},
		{"Arabic digits stay with the Arabic behind them", "Bar ٣٤ بر", "B|a|r|ر|ب|٣|٤"},
		{"brackets around Hebrew turn with it", "(הדס)", ")|ס|ד|ה|("},
		{"marks that turn text around have no power", "\u202Eabc\u202C", "a|b|c"},
		{"an Arabic ligature means both of its letters", "سلام", "م|لا|س"},
		{"a vowel written before its consonant belongs to it", "कि", "कि"},
		{"marks follow their letter", "ดิ์", "ด|ิ|์"},
		{"Hebrew points stand left of their letter, as it runs", "ב\u05B8\u05BC", "\u05BC|\u05B8|ב"},
		{"a Thai vowel of two parts belongs to its consonant", "กำ", "กำ"},
		{"white space is one space", " a\t\n b ", "a|b"},
		{"control characters are left out", "a\x00\x1Bb", "a|b"},
	} {
		t.Run(c.claim, func(t *testing.T) {
			if got := seen(s.Line(fonts.Regular, c.text)); got != c.want {
				t.Errorf("Line(%q) shows %q, want %q", c.text, got, c.want)
			}
		})
	}

	t.Run("a letter joins its neighbours", func(t *testing.T) {
		joined, alone := s.Line(fonts.Regular, "بب"), s.Line(fonts.Regular, "ب")
		if joined.Runs[0].Clusters[0].Glyphs[0].ID == alone.Runs[0].Clusters[0].Glyphs[0].ID {
			t.Errorf("the beh at the end of a word looks as it does alone")
		}
	})
	t.Run("a letter that no font has is an empty box and is reported", func(t *testing.T) {
		s := setter(t)
		line := s.Line(fonts.Regular, "ஔ")
		if len(line.Runs) != 1 || line.Runs[0].Clusters[0].Glyphs[0].ID != 0 {
			t.Errorf("got %+v, want the glyph for what is missing", line.Runs)
		}
		if got := s.Missing(); len(got) != 1 || got[0] != "Tamil" {
			t.Errorf("Missing() = %q, want Tamil", got)
		}
	})
	t.Run("a pictograph that no font has is left out and reported", func(t *testing.T) {
		s := setter(t)
		if got := seen(s.Line(fonts.Regular, "Ana 🌻")); got != "A|n|a" {
			t.Errorf("got %q, want only the name", got)
		}
		if got := s.Missing(); len(got) != 1 || got[0] != "🌻" {
			t.Errorf("Missing() = %q, want the sunflower", got)
		}
	})
	t.Run("a character that is not in Unicode is reported by its number", func(t *testing.T) {
		s := setter(t)
		s.Line(fonts.Regular, "Ana \uF8FF")
		if got := s.Missing(); len(got) != 1 || got[0] != "U+F8FF" {
			t.Errorf("Missing() = %q, want U+F8FF", got)
		}
	})
	t.Run("marks piled on a letter make the line higher, but only so far", func(t *testing.T) {
		plain, four, forty := s.Line(fonts.Regular, "a"), s.Line(fonts.Regular, "a"+strings.Repeat("\u0306", 4)), s.Line(fonts.Regular, "a"+strings.Repeat("\u0306", 40))
		if four.Ascent <= plain.Ascent || forty.Ascent != four.Ascent {
			t.Errorf("ascents are %.0f, %.0f with four and %.0f with forty marks", plain.Ascent, four.Ascent, forty.Ascent)
		}
	})
}

func TestWrap(t *testing.T) {
	s := setter(t)
	texts := func(lines []Line) []string {
		var out []string
		for _, l := range lines {
			out = append(out, l.Text())
		}
		return out
	}
	for _, c := range []struct {
		claim, text string
		width       float64
		most        int
		want        []string
	}{
		{"an empty text has no lines", " ", 5000, 3, nil},
		{"what fits is one line", "Anna Eze", 5000, 3, []string{"Anna Eze"}},
		{"lines break between words", "Anna-Lena Bergström Eze", 6500, 3, []string{"Anna-Lena", "Bergström", "Eze"}},
		{"what does not fit is cut with an ellipsis", "Anna Lena Bergström", 6000, 1, []string{"Anna Lena…"}},
		{"the last line is cut inside a word if that shows more", "Anna Bergström", 5000, 1, []string{"Anna Ber…"}},
		{"a word too wide for a line is broken", "Donaudampfschifffahrt", 6000, 9, []string{"Donaudamp", "fschifffahrt"}},
		{"Chinese breaks between characters", "上海咖啡研究所", 3500, 9, []string{"上海咖啡研", "究所"}},
	} {
		t.Run(c.claim, func(t *testing.T) {
			got := texts(s.Wrap(fonts.Regular, c.text, c.width, c.most))
			if strings.Join(got, "/") != strings.Join(c.want, "/") {
				t.Errorf("Wrap(%q, %.0f, %d) = %q, want %q", c.text, c.width, c.most, got, c.want)
			}
		})
	}
	t.Run("no line is wider than asked for, and nothing is lost", func(t *testing.T) {
		for _, text := range []string{"مكتب التصميم والعمارة الداخلية في بيروت", "भारतीय विज्ञान संस्थान", "สตูดิโอกำแพงเมืองเก่า", "Bundesverband der gemeinnützigen Träger"} {
			for width := 2500.0; width < 9000; width += 700 {
				var all strings.Builder
				for _, l := range s.Wrap(fonts.Bold, text, width, 99) {
					if l.Width > width {
						t.Errorf("Wrap(%q, %.0f) has a line %.0f wide", text, width, l.Width)
					}
					all.WriteString(l.Text())
				}
				if got, want := letters(all.String()), letters(text); got != want {
					t.Errorf("Wrap(%q, %.0f) holds %d letters, want %d", text, width, got, want)
				}
			}
		}
	})
}

// letters counts what is not a space.
func letters(s string) int { return len([]rune(strings.ReplaceAll(s, " ", ""))) }

func BenchmarkLine(b *testing.B) {
	s := setter(b)
	for _, text := range []string{"Jürgen Müller-Lüdenscheidt", "نور خوري"} {
		b.Run(text, func(b *testing.B) {
			for b.Loop() {
				s.Line(fonts.Regular, text)
			}
		})
	}
}
