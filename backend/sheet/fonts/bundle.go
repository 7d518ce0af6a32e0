package fonts

import (
	"bytes"
	"embed"
	"fmt"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/language"
)

//go:embed *.ttf
var files embed.FS

// base names the bundled font of a style for Latin, Greek and Cyrillic.
var base = map[Style]string{
	Regular: "NotoSans-Regular.ttf",
	Bold:    "NotoSans-Bold.ttf",
	Serif:   "NotoSerif-Regular.ttf",
}

// scripts are those with a bundled font of their own, without the weight and the suffix. They have no serif.
var scripts = []struct {
	script language.Script
	family string
}{
	{language.Arabic, "NotoSansArabic"},
	{language.Hebrew, "NotoSansHebrew"},
	{language.Devanagari, "NotoSansDevanagari"},
	{language.Thai, "NotoSansThai"},
}

// bundledFor returns the bundled files to try for text of a script, the best one first.
func bundledFor(style Style, script language.Script) []string {
	weight := "-Regular.ttf"
	if style == Bold {
		weight = "-Bold.ttf"
	}
	first, rest := []string(nil), []string(nil)
	for _, s := range scripts {
		if s.script == script {
			first = append(first, s.family+weight)
			continue
		}
		rest = append(rest, s.family+weight)
	}
	names := append(first, base[style])
	if style == Serif {
		names = append(names, base[Regular])
	}
	return append(names, rest...)
}

func openBundled(name string) (*Font, error) {
	raw, err := files.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("read the bundled font %s: %w", name, err)
	}
	loader, err := opentype.NewLoader(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("read the bundled font %s: %w", name, err)
	}
	parsed, err := font.NewFont(loader)
	if err != nil {
		return nil, fmt.Errorf("read the bundled font %s: %w", name, err)
	}
	return &Font{Font: parsed, Name: trimSuffix(name)}, nil
}
