package fonts

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// SystemDirs names the folders where Linux, macOS and Windows keep fonts; home is the person's home folder, or empty.
func SystemDirs(home string) []string {
	dirs := []string{"/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts", "/Library/Fonts", `C:\Windows\Fonts`}
	if home == "" {
		return dirs
	}
	for _, below := range []string{".local/share/fonts", ".fonts", "Library/Fonts", "AppData/Local/Microsoft/Windows/Fonts"} {
		dirs = append(dirs, filepath.Join(home, filepath.FromSlash(below)))
	}
	return dirs
}

// symbols are the families that draw arrows, stars and pictographs with outlines; symbol fonts that only come in colour
// cannot be printed as text.
var symbols = []string{"notosanssymbols", "notosanssymbols2", "notoemoji", "notosansmath", "notomusic", "symbola", "dejavusans", "seguisym", "applesymbols"}

// system knows the font files in some folders, by name first, and by what they cover only when a name did not help.
type system struct {
	dirs   []string
	listed bool
	files  []string
	byName map[string]string // "notosanstamil-bold": its file

	covered   []coverage
	isCovered bool
}

type coverage struct {
	file   string
	ranges [][2]rune
}

// list walks the folders once. Noto comes first, for it looks like the rest of the page.
func (s *system) list() {
	if s.listed {
		return
	}
	s.listed, s.byName = true, map[string]string{}
	for _, dir := range s.dirs {
		// What cannot be read is passed over: the worst is a character less.
		_ = filepath.WalkDir(dir, func(file string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() && isFont(file) {
				s.files = append(s.files, file)
			}
			return nil
		})
	}
	slices.SortStableFunc(s.files, func(a, b string) int {
		return cmp.Or(cmp.Compare(preference(a), preference(b)), cmp.Compare(a, b))
	})
	for _, file := range s.files {
		name := strings.ToLower(trimSuffix(filepath.ToSlash(file)))
		if _, taken := s.byName[name]; !taken {
			s.byName[name] = file
		}
	}
}

func isFont(file string) bool {
	switch strings.ToLower(filepath.Ext(file)) {
	case ".ttf", ".otf", ".ttc", ".otc":
		return true
	}
	return false
}

func preference(file string) int {
	name := strings.ToLower(filepath.Base(file))
	switch {
	case strings.Contains(name, "italic"), strings.Contains(name, "oblique"), strings.Contains(name, "mono"):
		return 3
	case !strings.HasPrefix(name, "noto"):
		return 2
	case !strings.Contains(name, "regular"):
		return 1
	}
	return 0
}

// named returns the files whose name says that they are made for the character, the best one first.
func (s *system) named(q question) []string {
	s.list()
	var out []string
	for _, family := range families(q) {
		weights := []string{"-regular", "", "[wght]", "-vf", "-bold"}
		if q.style == Bold {
			weights = []string{"-bold", "-regular", "", "[wght]", "-vf"}
		}
		for _, weight := range weights {
			if file, ok := s.byName[family+weight]; ok {
				out = append(out, file)
				break
			}
		}
	}
	return out
}

func families(q question) []string {
	name := strings.ToLower(strings.ReplaceAll(ScriptName(q.r), "_", ""))
	switch name {
	case "han", "hiragana", "katakana", "hangul", "bopomofo":
		return eastAsian(q.region)
	case "":
		// A full-width comma is nobody's script, but it is drawn like the characters around it.
		if unicode.Is(eastAsianCommon, q.r) {
			return eastAsian(q.region)
		}
		return symbols
	}
	return []string{"notosans" + name, "notoserif" + name, "notonaskh" + name}
}

var eastAsianCommon = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x3000, Hi: 0x303F, Stride: 1}, {Lo: 0x30A0, Hi: 0x30FF, Stride: 1}, {Lo: 0x3200, Hi: 0x33FF, Stride: 1}, {Lo: 0xFE30, Hi: 0xFE4F, Stride: 1}, {Lo: 0xFF00, Hi: 0xFFEF, Stride: 1}}}

func eastAsian(region Region) []string {
	code := strings.ToLower(string(region))
	names := []string{"notosanscjk", "notosanscjk" + code, "notosans" + code, "notoserifcjk", "sourcehansans"}
	switch region {
	case Japan:
		names = append(names, "hiragino sans gb", "yugothr", "meiryo", "msgothic", "ipagothic", "takaogothic")
	case Korea:
		names = append(names, "applesdgothicneo", "malgun", "nanumgothic")
	case Taiwan:
		names = append(names, "pingfang", "msjh", "uming")
	default:
		names = append(names, "pingfang", "msyh", "simsun", "wqy-microhei", "wqy-zenhei")
	}
	return append(names, "droidsansfallbackfull", "droidsansfallback", "unifont")
}

// ScriptName is the Unicode name of the script that a character belongs to ("Old_Italic"), or "" for those, like the comma,
// that many scripts share.
func ScriptName(r rune) string {
	if unicode.In(r, unicode.Common, unicode.Inherited) {
		return ""
	}
	for name, table := range unicode.Scripts {
		if unicode.Is(table, r) {
			return name
		}
	}
	return ""
}

// covering returns the files that have the character. The first call opens them all, which takes a good part of a second.
func (s *system) covering(r rune) []string {
	s.list()
	if !s.isCovered {
		s.isCovered = true
		for _, file := range s.files {
			if ranges := rangesOf(file); ranges != nil {
				s.covered = append(s.covered, coverage{file, ranges})
			}
		}
	}
	var out []string
	for _, c := range s.covered {
		if _, has := slices.BinarySearchFunc(c.ranges, r, compareRange); has {
			out = append(out, c.file)
		}
	}
	return out
}

func compareRange(span [2]rune, r rune) int {
	switch {
	case span[1] < r:
		return -1
	case span[0] > r:
		return 1
	}
	return 0
}

// rangesOf returns what the first font of a file covers, sorted, or nil if it has no outlines or does not read.
func rangesOf(file string) [][2]rune {
	f, err := os.Open(file)
	if err != nil {
		return nil
	}
	defer f.Close()
	loaders, err := opentype.NewLoaders(f)
	if err != nil || len(loaders) == 0 || !hasOutlines(loaders[0]) {
		return nil
	}
	cmap, err := readCmap(loaders[0])
	if err != nil {
		return nil
	}
	ranger, ok := cmap.(font.CmapRuneRanger)
	if !ok {
		return nil
	}
	ranges := ranger.RuneRanges(nil)
	slices.SortFunc(ranges, func(a, b [2]rune) int { return cmp.Compare(a[0], b[0]) })
	return ranges
}

func readCmap(loader *opentype.Loader) (font.Cmap, error) {
	raw, err := loader.RawTable(opentype.MustNewTag("cmap"))
	if err != nil {
		return nil, err
	}
	table, _, err := tables.ParseCmap(raw)
	if err != nil {
		return nil, err
	}
	cmap, _, err := font.ProcessCmap(table, tables.FPNone)
	return cmap, err
}

func hasOutlines(loader *opentype.Loader) bool {
	return slices.ContainsFunc([]string{"glyf", "CFF ", "CFF2"}, func(tag string) bool {
		return loader.HasTable(opentype.MustNewTag(tag))
	})
}

// openExternal opens a font file, and of a collection the font of the region, or else its first.
func openExternal(file string, region Region) (*Font, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("open the font %s: %w", filepath.Base(file), err)
	}
	defer f.Close()
	loaders, err := opentype.NewLoaders(f)
	if err != nil {
		return nil, fmt.Errorf("read the font %s: %w", filepath.Base(file), err)
	}
	if len(loaders) == 0 || !hasOutlines(loaders[0]) {
		return nil, fmt.Errorf("read the font %s: it holds no outlines", filepath.Base(file))
	}
	chosen := loaders[0]
	if len(loaders) > 1 {
		for _, loader := range loaders {
			if about, _ := font.Describe(loader, nil); strings.HasSuffix(about.Family, " "+string(region)) {
				chosen = loader
				break
			}
		}
	}
	parsed, err := font.NewFont(chosen)
	if err != nil {
		return nil, fmt.Errorf("read the font %s: %w", filepath.Base(file), err)
	}
	return &Font{Font: parsed, Name: trimSuffix(filepath.ToSlash(file))}, nil
}
