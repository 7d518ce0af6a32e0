package fonts

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/go-text/typesetting/language"
)

func load(t *testing.T, dirs ...string) *Set {
	t.Helper()
	s, err := Load(dirs...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// name is the name of a font that may not have been found.
func name(f *Font) string {
	if f == nil {
		return "none"
	}
	return f.Name
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		claim  string
		style  Style
		script language.Script
		r      rune
		want   string
	}{
		{"Latin is in the bundle", Regular, language.Latin, 'ß', "NotoSans-Regular"},
		{"Greek is in the bundle", Bold, language.Greek, 'Ω', "NotoSans-Bold"},
		{"Cyrillic headings have a serif", Serif, language.Cyrillic, 'Ж', "NotoSerif-Regular"},
		{"Arabic headings have none", Serif, language.Arabic, 'ن', "NotoSansArabic-Regular"},
		{"Thai is in the bundle, bold too", Bold, language.Thai, 'ณ', "NotoSansThai-Bold"},
		{"an Arabic comma in Arabic is taken from its font", Regular, language.Arabic, '،', "NotoSansArabic-Regular"},
		{"a letter of another script than its run is found all the same", Regular, language.Latin, 'א', "NotoSansHebrew-Regular"},
		{"what no font has is not found", Regular, language.Tamil, 'ஔ', "none"},
	} {
		t.Run(c.claim, func(t *testing.T) {
			if got := name(load(t).Find(c.style, c.script, China, c.r)); got != c.want {
				t.Errorf("Find(%q) = %s, want %s", c.r, got, c.want)
			}
		})
	}

	t.Run("a folder that does not exist and a broken font are passed over", func(t *testing.T) {
		dir := t.TempDir()
		for _, file := range []string{"NotoSansTamil-Regular.ttf", "NotoSansCJK-Regular.ttc", "other.otf"} {
			if err := os.WriteFile(filepath.Join(dir, file), []byte("true\x00\x01 but broken"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		s := load(t, filepath.Join(dir, "missing"), dir)
		for _, r := range "ஔ陈" {
			if got := name(s.Find(Regular, language.LookupScript(r), China, r)); got != "none" {
				t.Errorf("Find(%q) = %s", r, got)
			}
		}
	})
}

func TestSystem(t *testing.T) {
	s := load(t, SystemDirs("")...)
	for _, c := range []struct {
		claim, install string
		region         Region
		r              rune
	}{
		{"Chinese comes from the system", "fonts-noto-cjk", China, '陈'},
		{"Korean comes from the system", "fonts-noto-cjk", Korea, '김'},
		{"Tamil comes from the system", "fonts-noto-core", China, 'ஔ'},
		{"a script without a font of that name is found by what fonts cover", "fonts-noto-core", China, '⠁'},
		{"a star comes from a font for symbols", "fonts-noto-core", China, '★'},
	} {
		t.Run(c.claim, func(t *testing.T) {
			if name(s.Find(Regular, language.LookupScript(c.r), c.region, c.r)) == "none" {
				t.Skipf("no font here has %q: install %s", c.r, c.install)
			}
		})
	}
	t.Run("a Chinese character is drawn as its country draws it", func(t *testing.T) {
		china, japan := s.Find(Regular, language.Han, China, '直'), s.Find(Regular, language.Han, Japan, '直')
		if china == nil || japan == nil || !strings.HasPrefix(china.Name, "NotoSansCJK") {
			t.Skip("no font here knows the countries: install fonts-noto-cjk")
		}
		a, _ := china.NominalGlyph('直')
		b, _ := japan.NominalGlyph('直')
		if a == b {
			t.Errorf("both are glyph %d", a)
		}
	})
}

func TestScriptName(t *testing.T) {
	for _, c := range []struct {
		r    rune
		want string
	}{{'ß', "Latin"}, {'ن', "Arabic"}, {'陈', "Han"}, {'𐌀', "Old_Italic"}, {',', ""}, {'́', ""}} {
		t.Run(c.want, func(t *testing.T) {
			if got := ScriptName(c.r); got != c.want {
				t.Errorf("ScriptName(%q) = %q, want %q", c.r, got, c.want)
			}
		})
	}
}
