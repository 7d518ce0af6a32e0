package app

import (
	"errors"
	"testing"
)

func TestShellOpens(t *testing.T) {
	opened := &notedDesktop{}
	s := newSession(Options{Book: "/home/kim/book.db"})
	s.desktop = opened
	s.remember("/home/kim/people.csv")
	shell := &Shell{s}

	cases := []struct {
		claim string
		call  func() error
		want  string // "" when it is refused
	}{
		{"a file that was written opens", func() error { return shell.OpenFile("/home/kim/people.csv") }, "/home/kim/people.csv"},
		{"another spelling of its path is the same file", func() error { return shell.OpenFile("/home/kim/./people.csv") }, "/home/kim/./people.csv"},
		{"another file stays closed", func() error { return shell.OpenFile("/usr/bin/true") }, ""},
		{"the book is not opened with another program", func() error { return shell.OpenFile("/home/kim/book.db") }, ""},
		{"the book's folder is shown", func() error { return shell.ShowFile("/home/kim/book.db") }, "folder of /home/kim/book.db"},
		{"another folder stays closed", func() error { return shell.ShowFile("/etc/passwd") }, ""},
		{"a mail address opens", func() error { return shell.OpenLink("mailto:kim@example.org") }, "mailto:kim@example.org"},
		{"a script does not", func() error { return shell.OpenLink("javascript:alert(1)") }, ""},
	}
	for _, c := range cases {
		t.Run(c.claim, func(t *testing.T) {
			opened.last = ""
			err := c.call()
			if opened.last != c.want {
				t.Errorf("it opened %q, want %q (error %v)", opened.last, c.want, err)
			}
			if refused := errors.Is(err, errNotOurs) || errors.Is(err, errLink); refused != (c.want == "") {
				t.Errorf("the error is %v", err)
			}
		})
	}
}

// notedDesktop remembers what it was to open.
type notedDesktop struct {
	desktop
	last string
}

func (d *notedDesktop) open(target string) error { d.last = target; return nil }
func (d *notedDesktop) show(path string) error   { d.last = "folder of " + path; return nil }
