package app

import (
	"strings"
	"testing"
)

func TestFileName(t *testing.T) {
	cases := []struct{ claim, title, want string }{
		{"a title is a name", "Barcamp Köln", "Barcamp Köln"},
		{"a title stays in its folder", "../../etc/passwd", "etc passwd"},
		{"what no system takes is left out", "A: B? <C>\x00", "A B C"},
		{"no title has the usual name", "  ", "usual"},
		{"dots alone are no name", "..", "usual"},
		{"a long title is cut", strings.Repeat("ü", 300), strings.Repeat("ü", maxFileName)},
	}
	for _, c := range cases {
		t.Run(c.claim, func(t *testing.T) {
			if got := fileName(c.title, "usual"); got != c.want {
				t.Errorf("fileName(%q) = %q, want %q", c.title, got, c.want)
			}
		})
	}
}
