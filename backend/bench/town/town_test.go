package town_test

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"kaffeerunde/backend/bench/town"
)

func TestNew(t *testing.T) {
	invent := func(n int) *town.Town { return town.New(n, rand.New(rand.NewPCG(1, 2))) }
	t.Run("the same chance invents the same town", func(t *testing.T) {
		if !reflect.DeepEqual(invent(500), invent(500)) {
			t.Error("two towns differ")
		}
	})
	t.Run("two people have one tie at most, and nobody has one with themselves", func(t *testing.T) {
		for _, n := range []int{0, 1, 2, 10, 3000} {
			met := map[[2]int]bool{}
			for _, tie := range invent(n).Ties {
				pair := [2]int{min(tie.A, tie.B), max(tie.A, tie.B)}
				if tie.A == tie.B || met[pair] || pair[0] < 0 || pair[1] >= n {
					t.Fatalf("of %d people: %v", n, tie)
				}
				met[pair] = true
			}
		}
	})
	t.Run("most people know somebody, some stand alone", func(t *testing.T) {
		ties := map[int]int{}
		for _, tie := range invent(3000).Ties {
			ties[tie.A]++
			ties[tie.B]++
		}
		if len(ties) < 1800 || len(ties) > 2700 {
			t.Errorf("%d of 3000 know somebody", len(ties))
		}
	})
}
