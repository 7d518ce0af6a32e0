package book

import (
	"bytes"
	"slices"
	"testing"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

func TestSortKeys(t *testing.T) {
	n := newNamer()
	t.Run("names sort as people look for them", func(t *testing.T) {
		want := []string{
			"", "3M", "42 Grad", "Aalto", "Ägir", "Ahrens", "Ångström", "Muller", "Müller", "Mullet", "o'Neill", "Ostermann", "Özdemir",
			"Straße", "Strasser", "van Dyck", "Ελένη", "Иван", "עברית", "نور", "あき", "漢字", "김철수",
		}
		got := slices.Clone(want)
		slices.Reverse(got)
		slices.SortStableFunc(got, func(a, b string) int { return bytes.Compare(n.key(a), n.key(b)) })
		if !slices.Equal(got, want) {
			t.Errorf("sorted = %q\nwant %q", got, want)
		}
	})
	t.Run("the quick way for ASCII is the collation's", func(t *testing.T) {
		c := collate.New(language.Und, collate.Loose)
		var buffer collate.Buffer
		for _, name := range []string{"Anna", "anna-maria o'neill", "3M", "A.B. (Jun.), 2nd", "zZ 09 ~!@#$%^&*()_+", "ll ch dz"} {
			buffer.Reset()
			want := c.KeyFromString(&buffer, name)
			if got := n.key(name)[2:]; !bytes.Equal(got, want) {
				t.Errorf("key of %q = %x, want %x", name, got, want)
			}
		}
	})
	t.Run("a section has one letter for all its names", func(t *testing.T) {
		for name, want := range map[string]string{
			"Ärger": "A", "øre": "O", "Łukasz": "L", "ßen": "S", "3M": "#", "": "#", "Иван": "И", "نور": "ن", "王": "漢", "김": "가", "アキ": "あ", "😀": "#",
		} {
			if got := section(name); got != want {
				t.Errorf("section of %q = %q, want %q", name, got, want)
			}
		}
	})
}
