package typeset

import (
	"slices"

	"kaffeerunde/backend/sheet/fonts"
)

// Ellipsis stands at the end of a text that was cut.
const Ellipsis = "…"

// Line sets a text as one line, however wide.
func (s *Setter) Line(style fonts.Style, text string) Line {
	p := s.paragraph(style, text)
	return s.shape(p, 0, len(p.text))
}

// Wrap sets a text in lines no wider than width, broken where its language breaks lines, and inside a word only when the word
// alone is too wide. After most lines the text is cut with an ellipsis; most is at least 1. An empty text has no lines.
func (s *Setter) Wrap(style fonts.Style, text string, width float64, most int) []Line {
	p := s.paragraph(style, text)
	if len(p.text) == 0 {
		return nil
	}
	whole := s.shape(p, 0, len(p.text))
	if whole.Width <= width {
		return []Line{whole}
	}
	ends := s.measure(p, whole)
	var lines []Line
	for start := 0; start < len(p.text); {
		line, next := s.next(p, ends, start, width)
		if next < len(p.text) && len(lines)+1 == most {
			return append(lines, s.cut(p, ends, start, width))
		}
		lines = append(lines, line)
		start = next
	}
	return lines
}

// stops tell where a text may be broken, and how wide it is up to there. A position is the index of the rune behind the break.
type stops struct {
	advance   []float64 // from the start of the text up to a position
	softs     []int     // between words
	graphemes []int     // between what a reader takes for one character
}

func (s *Setter) measure(p *paragraph, whole Line) stops {
	st := stops{advance: make([]float64, len(p.text)+1)}
	for _, level := range p.levels {
		runs, _ := s.shapeStretch(p, level)
		var order []Cluster
		for _, run := range runs {
			order = append(order, run.Clusters...)
		}
		if level.rightToLeft() {
			slices.Reverse(order)
		}
		at := level.start
		for _, c := range order {
			at += len([]rune(c.Text))
			st.advance[min(at, len(p.text))] = c.Advance
		}
	}
	for i := 1; i < len(st.advance); i++ {
		st.advance[i] += st.advance[i-1]
	}
	s.breaks.Init(p.text)
	for words := s.breaks.LineIterator(); words.Next(); {
		st.softs = append(st.softs, words.Line().Offset+len(words.Line().Text))
	}
	for chars := s.breaks.GraphemeIterator(); chars.Next(); {
		st.graphemes = append(st.graphemes, chars.Grapheme().Offset+len(chars.Grapheme().Text))
	}
	return st
}

// next returns the line that starts at start, and where the one behind it starts.
func (s *Setter) next(p *paragraph, st stops, start int, width float64) (Line, int) {
	for _, candidates := range [][]int{st.softs, st.graphemes} {
		for _, end := range fitting(candidates, st, p.text, start, width) {
			if line := s.shape(p, start, trimmed(p.text, start, end)); line.Width <= width {
				return line, end
			}
		}
	}
	// Not even one character fits: it stands out, for nothing may be lost.
	end := after(st.graphemes, start)
	return s.shape(p, start, end), end
}

// cut returns what fits of the text from start, with an ellipsis behind it.
func (s *Setter) cut(p *paragraph, st stops, start int, width float64) Line {
	for _, end := range append(fitting(st.graphemes, st, p.text, start, width), start) {
		kept := append(slices.Clone(p.text[start:trimmed(p.text, start, end)]), []rune(Ellipsis)...)
		if line := s.Line(p.style, string(kept)); line.Width <= width || end == start {
			return line
		}
	}
	return Line{}
}

// fitting returns the ends of lines that start at start and seem to fit, the longest first. They are measured as part of the
// whole text; a letter that joins its neighbours can be wider at the end of a line, so the caller looks again.
func fitting(candidates []int, st stops, text []rune, start int, width float64) []int {
	var out []int
	for _, end := range candidates {
		if end <= start {
			continue
		}
		if st.advance[trimmed(text, start, end)]-st.advance[start] > width {
			break
		}
		out = append(out, end)
	}
	slices.Reverse(out)
	return out
}

// trimmed is end without the white space in front of it.
func trimmed(text []rune, start, end int) int {
	for end > start && text[end-1] == ' ' {
		end--
	}
	return end
}

func after(positions []int, start int) int {
	for _, p := range positions {
		if p > start {
			return p
		}
	}
	return start + 1
}
