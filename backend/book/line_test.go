package book

import (
	"slices"
	"testing"
)

func TestMoves(t *testing.T) {
	for _, c := range []struct {
		claim         string
		before, after []string
		touched       int
		want          []int
	}{
		{"a line that changed stays where it is", []string{"a", "b", "c"}, []string{"a", "x", "c"}, 1, []int{0, 1, 2}},
		{"a line that went moves those behind it", []string{"a", "b", "c"}, []string{"a", "c"}, 1, []int{0, -1, 1}},
		{"of two that read alike the touched one went", []string{"a", "a", "b"}, []string{"a", "b"}, 0, []int{-1, 0, 1}},
		{"of two that read alike the touched one changed", []string{"a", "a", "b"}, []string{"x", "a", "b"}, 0, []int{0, 1, 2}},
		{"a line that came before moves those behind it", []string{"a", "a", "b"}, []string{"a", "x", "a", "b"}, 1, []int{0, 2, 3}},
	} {
		t.Run(c.claim, func(t *testing.T) {
			if got := moves(c.before, c.after, c.touched); !slices.Equal(got, c.want) {
				t.Errorf("moves(%q, %q, %d) = %v, want %v", c.before, c.after, c.touched, got, c.want)
			}
		})
	}
}
