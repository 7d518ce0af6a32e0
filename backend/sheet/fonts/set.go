// Package fonts finds a font for every character: the bundled Noto fonts first, then what the system has.
//
// The bundle holds Latin, Greek, Cyrillic, Arabic, Hebrew, Devanagari and Thai as Debian's fonts-noto-core 20201225 has them,
// whole (2.7 MB) and under the licence in OFL.txt. Chinese, Japanese and Korean would be 17 MB and more, so they and the rarer
// scripts come from the system.
package fonts

import (
	"path"
	"strings"
	"sync"
	"unicode"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
)

// Style is what a text is set in.
type Style uint8

// Regular and Bold are for text, Serif is for headings. A script without a serif is set in its sans.
const (
	Regular Style = iota
	Bold
	Serif
)

// Region says how Chinese characters are drawn, which differs from country to country at the same code point.
type Region string

// The regions are named as the families of Noto Sans CJK end.
const (
	China  Region = "SC"
	Japan  Region = "JP"
	Korea  Region = "KR"
	Taiwan Region = "TC"
)

// Font is one font, parsed. It is never changed and safe for concurrent use.
type Font struct {
	*font.Font
	Name string // its file without the suffix: "NotoSans-Regular"
}

// Set finds fonts and keeps those that were opened. It is safe for concurrent use.
type Set struct {
	mu     sync.Mutex
	opened map[string]*Font // by file and region; nil where the file is no use
	found  map[question]*Font
	system *system
}

type question struct {
	style  Style
	script language.Script
	region Region
	r      rune
}

// Load returns the bundled fonts with those of the folders behind them. A folder is read when a text first needs it; one that
// does not exist is passed over. The error says that the program itself was built with a broken bundle.
func Load(dirs ...string) (*Set, error) {
	s := &Set{opened: map[string]*Font{}, found: map[question]*Font{}, system: &system{dirs: dirs}}
	for _, style := range []Style{Regular, Bold, Serif} {
		opened, err := openBundled(base[style])
		if err != nil {
			return nil, err
		}
		s.opened[base[style]] = opened
	}
	return s, nil
}

// Base is the font of a style that draws what no other font does.
func (s *Set) Base(style Style) *Font {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.opened[base[style]]
}

// Find returns the font for a character that stands in text of the given script, or nil where no font here has it.
func (s *Set) Find(style Style, script language.Script, region Region, r rune) *Font {
	s.mu.Lock()
	defer s.mu.Unlock()
	q := question{style, script, region, r}
	if f, known := s.found[q]; known {
		return f
	}
	f := s.search(q)
	s.found[q] = f
	return f
}

func (s *Set) search(q question) *Font {
	for _, name := range bundledFor(q.style, q.script) {
		if f := s.bundled(name); f.has(q.r) {
			return f
		}
	}
	for _, file := range s.system.named(q) {
		if f := s.external(file, q.region); f.has(q.r) {
			return f
		}
	}
	if pictograph(q.r) || !unicode.IsGraphic(q.r) {
		// Few fonts draw pictographs without colour, and what is not in Unicode means something else in each font: not worth
		// opening every font.
		return nil
	}
	for _, file := range s.system.covering(q.r) {
		if f := s.external(file, q.region); f.has(q.r) {
			return f
		}
	}
	return nil
}

func (s *Set) bundled(name string) *Font {
	if f, known := s.opened[name]; known {
		return f
	}
	f, err := openBundled(name)
	if err != nil {
		f = nil
	}
	s.opened[name] = f
	return f
}

func (s *Set) external(file string, region Region) *Font {
	key := file + "\x00" + string(region)
	if f, known := s.opened[key]; known {
		return f
	}
	f, err := openExternal(file, region)
	if err != nil {
		// A broken font on the system is as good as none: the next one is asked.
		f = nil
	}
	s.opened[key] = f
	return f
}

func (f *Font) has(r rune) bool {
	if f == nil {
		return false
	}
	_, ok := f.NominalGlyph(r)
	return ok
}

func pictograph(r rune) bool { return r >= 0x1F000 && r <= 0x1FBFF }

func trimSuffix(file string) string { return strings.TrimSuffix(path.Base(file), path.Ext(file)) }
