package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestMayReplace(t *testing.T) {
	path := filepath.Join(t.TempDir(), "choir.pdf")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		claim, lang, path, answer string
		asks, force, asked        bool
		want                      error
	}{
		{"yes writes over it", "en", path, "y\n", true, false, true, nil},
		{"ja does in German", "de", path, "Ja\n", true, false, true, nil},
		{"no keeps it", "en", path, "n\n", true, false, true, errKept},
		{"Enter keeps it", "en", path, "\n", true, false, true, errKept},
		{"an input that ends keeps it", "en", path, "", true, false, true, errKept},
		{"--force is not asked", "en", path, "", true, true, false, nil},
		{"a script is not asked", "en", path, "", false, false, false, nil},
		{"a new file is not asked about", "en", path + ".new", "", true, false, false, nil},
		{"a device is not asked about", "en", os.DevNull, "", true, false, false, nil},
		{"standard output is not asked about", "en", standardOutput, "", true, false, false, nil},
	} {
		t.Run(c.claim, func(t *testing.T) {
			var out captured
			s := &session{terminal: out.terminal(c.lang)}
			s.in, s.asks = strings.NewReader(c.answer), c.asks
			if err := s.mayReplace(t.Context(), c.path, c.force); !errors.Is(err, c.want) {
				t.Errorf("mayReplace(%q) = %v, want %v", c.answer, err, c.want)
			}
			if asked := strings.Contains(out.err.String(), "choir.pdf"); asked != c.asked {
				t.Errorf("said %q, want a question: %v", out.err.String(), c.asked)
			}
		})
	}

	t.Run("an interruption ends the question", func(t *testing.T) {
		ctx, interrupt := context.WithCancel(t.Context())
		interrupt()
		in, typing, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		defer in.Close()
		defer typing.Close()
		var out captured
		s := &session{terminal: out.terminal("en")}
		s.in, s.asks = in, true
		if err := s.mayReplace(ctx, path, false); !errors.Is(err, context.Canceled) {
			t.Errorf("mayReplace = %v, want %v", err, context.Canceled)
		}
	})
}
