package book

import (
	"testing"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/locale"
)

func TestLabelOf(t *testing.T) {
	for _, c := range []struct {
		claim string
		label string
		types []string
		want  string
	}{
		{"types are said in words", "", []string{"work", "fax"}, "Arbeit, Fax"},
		{"what says nothing is left out", "", []string{"internet", "pref", "voice", "other"}, ""},
		{"an unknown type stays", "", []string{"x-boat"}, "x-boat"},
		{"a label stands before the types", "Werft", []string{"work"}, "Werft"},
		{"a label that phones have ready is translated", "HomePage", nil, "Webseite"},
	} {
		t.Run(c.claim, func(t *testing.T) {
			if got := labelOf(c.label, c.types, locale.For("de")); got != c.want {
				t.Errorf("labelOf(%q, %q) = %q, want %q", c.label, c.types, got, c.want)
			}
		})
	}
}

func TestPlainDate(t *testing.T) {
	for _, c := range []struct {
		date contact.Date
		want string
	}{
		{contact.Date{Year: 1984, Month: 5, Day: 3}, "1984-05-03"},
		{contact.Date{Year: 1984, Month: 5}, "1984-05"},
		{contact.Date{Year: 1984}, "1984"},
		{contact.Date{Month: 5, Day: 3}, "--05-03"},
		{contact.Date{Month: 5}, "--05"},
		{contact.Date{Text: "circa 1800"}, "circa 1800"},
		{contact.Date{}, ""},
	} {
		if got := plainDate(c.date); got != c.want {
			t.Errorf("plainDate(%+v) = %q, want %q", c.date, got, c.want)
		}
	}
}
