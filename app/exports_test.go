package app

import (
	"reflect"
	"testing"

	"kaffeerunde/backend/book"
)

func TestGather(t *testing.T) {
	t.Run("each kind of loss is told once, with how many have it and the first of them", func(t *testing.T) {
		got := gather([]book.Loss{
			{Name: "Ada", Line: "GENDER", Reason: "no-place"},
			{Name: "Bo", Line: "KIND", Reason: "no-place"},
			{Name: "Cleo", Line: "GENDER", Reason: "no-place"},
		})
		want := []Loss{
			{Property: "GENDER", Reason: "no-place", Count: 2, Example: "Ada"},
			{Property: "KIND", Reason: "no-place", Count: 1, Example: "Bo"},
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("gather = %+v, want %+v", got, want)
		}
	})
	t.Run("no loss is an empty list", func(t *testing.T) {
		if got := gather(nil); got == nil || len(got) != 0 {
			t.Errorf("gather(nil) = %#v, want an empty list", got)
		}
	})
}
