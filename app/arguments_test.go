package app

import (
	"reflect"
	"testing"
)

func TestParseArguments(t *testing.T) {
	cases := []struct {
		claim string
		args  []string
		want  Arguments
	}{
		{"no argument opens the usual book", nil, Arguments{}},
		{"a file is made absolute", []string{"phone.vcf"}, Arguments{Files: []string{"/home/kim/phone.vcf"}}},
		{"several files stay in order", []string{"b.vcf", "/a.vcf"}, Arguments{Files: []string{"/home/kim/b.vcf", "/a.vcf"}}},
		{"a file address is a path", []string{"file:///tmp/my%20phone.vcf"}, Arguments{Files: []string{"/tmp/my phone.vcf"}}},
		{"the book may stand before a file", []string{"--book", "b.db", "p.vcf"},
			Arguments{Book: "/home/kim/b.db", Files: []string{"/home/kim/p.vcf"}}},
		{"the book may stand behind a file", []string{"p.vcf", "--book=/b.db"},
			Arguments{Book: "/b.db", Files: []string{"/home/kim/p.vcf"}}},
		{"a flag of the toolkit is no file", []string{"--gtk-debug=misc"}, Arguments{}},
		{"after -- everything is a file", []string{"--", "--book"}, Arguments{Files: []string{"/home/kim/--book"}}},
	}
	for _, c := range cases {
		t.Run(c.claim, func(t *testing.T) {
			if got := ParseArguments(c.args, "/home/kim"); !reflect.DeepEqual(got, c.want) {
				t.Errorf("ParseArguments(%q) = %+v, want %+v", c.args, got, c.want)
			}
		})
	}
}
