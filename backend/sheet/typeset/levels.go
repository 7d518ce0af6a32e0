package typeset

import (
	"slices"

	segment "github.com/go-text/typesetting/bidi"
	"golang.org/x/text/unicode/bidi"
)

// stretch is a part of a text in one direction. Even levels run from left to right, odd ones from right to left, and a higher
// one lies within a lower one (Unicode Bidirectional Algorithm, UAX 9).
type stretch struct {
	start, end int
	level      int
}

func (s stretch) rightToLeft() bool { return s.level%2 == 1 }

// levels splits a text, whose first letter says in which direction the whole runs.
func (s *Setter) levels(text []rune) []stretch {
	if simple(text) {
		return []stretch{{0, len(text), 0}}
	}
	var out []stretch
	runs := s.bidi.Segment(text, segment.Neutral)
	inner := startsRightToLeft(text)
	for i := range runs.NumRuns() {
		run := runs.Run(i)
		found := stretch{run.Start, run.End, int(run.Level)}
		if inner || found.rightToLeft() {
			out = append(out, found)
			continue
		}
		out = append(out, numbers(text, found)...)
	}
	return out
}

func startsRightToLeft(text []rune) bool {
	for _, r := range text {
		switch class(r) {
		case bidi.L:
			return false
		case bidi.R, bidi.AL:
			return true
		}
	}
	return false
}

// numbers parts the numbers that belong to right-to-left words from the left-to-right text around them. The segmenter gives
// both as one run, since they have one direction, but a number stays on the side of its words.
func numbers(text []rune, run stretch) []stretch {
	var out []stretch
	for at := run.start; at < run.end; {
		start := at
		if end := numberEnd(text, at, run.end, run.level == 2 && at == run.start); end > at {
			out = append(out, stretch{start, end, 2})
			at = end
			continue
		}
		for at < run.end && (at == start || class(text[at]) != bidi.AN) {
			at++
		}
		out = append(out, stretch{start, at, 0})
	}
	return out
}

// numberEnd is where the number that starts at start ends, or start if there is none. European digits count only where the
// words before them run from right to left.
func numberEnd(text []rune, start, end int, european bool) int {
	last := start
	for i := start; i < end; i++ {
		switch class(text[i]) {
		case bidi.AN:
			last = i + 1
		case bidi.EN, bidi.ET:
			if !european {
				return last
			}
			last = i + 1
		case bidi.ES, bidi.CS, bidi.NSM:
		default:
			return last
		}
	}
	return last
}

func class(r rune) bidi.Class {
	properties, _ := bidi.LookupRune(r)
	return properties.Class()
}

// reorder puts stretches from the order in which they are read into the one from left to right: from the highest level down
// to 1, all that stands next to each other at that level or above is turned around (UAX 9, rule L2).
func reorder[T any](runs []T, level func(T) int) {
	highest := 0
	for _, run := range runs {
		highest = max(highest, level(run))
	}
	for at := highest; at > 0; at-- {
		for i := 0; i < len(runs); i++ {
			j := i
			for j < len(runs) && level(runs[j]) >= at {
				j++
			}
			slices.Reverse(runs[i:j])
			i = max(i, j-1)
		}
	}
}
