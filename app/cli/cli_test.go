package cli

import (
	"bytes"
	"os"
	"testing"

	"github.com/alecthomas/kong"

	"kaffeerunde/backend/locale"
)

// captured is a terminal's output for a test to read.
type captured struct{ out, err bytes.Buffer }

func (c *captured) terminal(lang string) *terminal {
	return newTerminal(nil, &c.out, &c.err, locale.For(lang))
}

func TestIsVerb(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"contacts", "contacts.vcf"} {
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		claim string
		args  []string
		want  bool
	}{
		{"nothing opens the window", nil, false},
		{"a book alone opens the window", []string{"--book", "x.db"}, false},
		{"a verb is for the terminal", []string{"list"}, true},
		{"a verb after the book is for the terminal", []string{"--book", "x.db", "list"}, true},
		{"a verb after the book with an equals sign too", []string{"--book=x.db", "list"}, true},
		{"a book of a verb's name is no verb", []string{"--book", "list"}, false},
		{"help is for the terminal", []string{"--help"}, true},
		{"the version is for the terminal", []string{"--version"}, true},
		{"help in short is for the terminal", []string{"-h"}, true},
		{"a file that is there opens the window", []string{"contacts"}, false},
		{"a file that is not there opens the window, which says so", []string{"gone.vcf"}, false},
		{"a path opens the window", []string{"./list"}, false},
		{"an address of a file opens the window", []string{"file:///tmp/a.vcf"}, false},
		{"a flag of the toolkit is for the window", []string{"-loglevel", "debug"}, false},
		{"a slip of the keyboard is for the terminal, which says so", []string{"lsit"}, true},
	} {
		t.Run(c.claim, func(t *testing.T) {
			if got := IsVerb(c.args); got != c.want {
				t.Errorf("IsVerb(%q) = %v, want %v", c.args, got, c.want)
			}
		})
	}
}

// TestEveryWordOfTheGrammarIsExplained holds the catalogue complete: kong knows the words, the catalogue what they mean.
func TestEveryWordOfTheGrammarIsExplained(t *testing.T) {
	var g grammar
	parser, err := newParser(&g)
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range locale.Languages() {
		words := locale.For(lang)
		has := func(keys ...string) {
			for _, key := range keys {
				if words.Has(key) {
					return
				}
			}
			t.Errorf("%s: none of %q is in the catalogue", lang, keys)
		}
		err := kong.Visit(parser.Model.Node, func(at kong.Visitable, next kong.Next) error {
			node, ok := at.(*kong.Node)
			if !ok || node.Parent == nil {
				return next(nil)
			}
			key := nodeKey(node)
			has(key)
			has(key + ".help")
			values := append([]*kong.Value{}, node.Positional...)
			for _, flag := range node.Flags {
				values = append(values, flag.Value)
				if !flag.IsBool() && flag.Enum == "" {
					has("cli.placeholder." + flag.Name)
				}
			}
			for _, argument := range node.Positional {
				has("cli.placeholder." + argument.Name)
			}
			for _, value := range values {
				has(key+"."+value.Name, "cli.flag."+value.Name)
				if value.Required {
					has("cli.error.missing." + value.Name)
				}
			}
			return next(nil)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestEveryVerbIsKnownToIsVerb(t *testing.T) {
	var g grammar
	parser, err := newParser(&g)
	if err != nil {
		t.Fatal(err)
	}
	for _, verb := range parser.Model.Children {
		if !IsVerb([]string{verb.Name}) {
			t.Errorf("IsVerb(%q) = false, want true", verb.Name)
		}
	}
}

func TestNearest(t *testing.T) {
	for _, c := range []struct{ word, want string }{
		{"lsit", "list"}, {"imprt", "import"}, {"exports", "export"}, {"shoe", "show"}, {"photograph", ""},
	} {
		if got := nearest(c.word, verbs); got != c.want {
			t.Errorf("nearest(%q) = %q, want %q", c.word, got, c.want)
		}
	}
}
