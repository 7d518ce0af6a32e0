package main

import "testing"

func TestTally(t *testing.T) {
	cases := []struct {
		claim  string
		stream string
		want   outcome
	}{
		{"a test without subtests counts once",
			`{"Action":"run","Package":"p","Test":"TestA"}
			 {"Action":"pass","Package":"p","Test":"TestA"}
			 {"Action":"pass","Package":"p"}`,
			outcome{passed: 1}},
		{"a test with subtests counts by them",
			`{"Action":"run","Package":"p","Test":"TestA"}
			 {"Action":"run","Package":"p","Test":"TestA/x"}
			 {"Action":"pass","Package":"p","Test":"TestA/x"}
			 {"Action":"run","Package":"p","Test":"TestA/y"}
			 {"Action":"skip","Package":"p","Test":"TestA/y"}
			 {"Action":"pass","Package":"p","Test":"TestA"}`,
			outcome{passed: 1, skipped: 1}},
		{"a package that does not build is one failure",
			`{"Action":"start","Package":"p"}
			 {"Action":"fail","Package":"p"}`,
			outcome{failed: 1}},
		{"a failing test fails once, not with its package again",
			`{"Action":"run","Package":"p","Test":"TestA"}
			 {"Action":"fail","Package":"p","Test":"TestA"}
			 {"Action":"fail","Package":"p"}`,
			outcome{failed: 1}},
	}
	for _, c := range cases {
		t.Run(c.claim, func(t *testing.T) {
			got := tally([]byte(c.stream))
			got.output = ""
			if got != c.want {
				t.Errorf("tally(%s) = %+v, want %+v", c.stream, got, c.want)
			}
		})
	}
}
