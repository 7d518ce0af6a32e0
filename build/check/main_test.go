package main

import (
	"context"
	"strings"
	"testing"
)

func TestGroups(t *testing.T) {
	all := []check{{"a", narrow, nil}, {"b", wide, nil}, {"c", wide, nil}, {"d", narrow, nil}, {"e", narrow, nil}, {"f", wide, nil}}
	for _, c := range []struct{ claim, wanted, want string }{
		{"narrow checks that follow each other are one group", "", "a|b|c|d e|f"},
		{"what is not wanted is left out", "a d e", "a d e"},
	} {
		t.Run(c.claim, func(t *testing.T) {
			var got []string
			for _, group := range groups(all, strings.Fields(c.wanted)) {
				var names []string
				for _, one := range group {
					names = append(names, one.name)
				}
				got = append(got, strings.Join(names, " "))
			}
			if got := strings.Join(got, "|"); got != c.want {
				t.Errorf("groups = %s, want %s", got, c.want)
			}
		})
	}
}

func TestStart(t *testing.T) {
	t.Run("each check of a group is run once and found", func(t *testing.T) {
		passes := func(context.Context) outcome { return outcome{passed: 1} }
		for _, r := range start(t.Context(), []check{{"a", narrow, passes}, {"b", narrow, passes}, {"c", narrow, passes}}) {
			<-r.done
			if r.found.passed != 1 {
				t.Errorf("%s = %+v, want one that passed", r.name, r.found)
			}
		}
	})
}
