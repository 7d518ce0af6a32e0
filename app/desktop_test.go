package app

import (
	"errors"
	"testing"
)

func TestLink(t *testing.T) {
	cases := []struct {
		claim   string
		address string
		want    string // "" when it is refused
	}{
		{"a mail address passes", "mailto:kim@example.org", "mailto:kim@example.org"},
		{"a telephone number passes", "tel:+493023125000", "tel:+493023125000"},
		{"an https address passes", "https://example.org/a?b=c", "https://example.org/a?b=c"},
		{"space around it is cut", " https://example.org ", "https://example.org"},
		{"http is not private enough", "http://example.org", ""},
		{"a file stays closed", "file:///etc/passwd", ""},
		{"a script stays closed", "javascript:alert(1)", ""},
		{"a flag is no address", "--help", ""},
		{"https needs a host", "https:///etc/passwd", ""},
		{"a password in an address is refused", "https://kim:secret@example.org", ""},
		{"mailto with slashes is refused", "mailto:///etc/passwd", ""},
		{"a line break is refused", "https://example.org/\n--help", ""},
		{"nothing is no address", "", ""},
	}
	for _, c := range cases {
		t.Run(c.claim, func(t *testing.T) {
			got, err := link(c.address)
			if got != c.want {
				t.Errorf("link(%q) = %q, want %q", c.address, got, c.want)
			}
			if refused := errors.Is(err, errLink); refused != (c.want == "") {
				t.Errorf("link(%q) gave the error %v", c.address, err)
			}
		})
	}
}
