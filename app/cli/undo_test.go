package cli

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"kaffeerunde/backend/book"
	"kaffeerunde/backend/contact"
)

func TestMayTakeAlong(t *testing.T) {
	b, err := book.Open(t.Context(), filepath.Join(t.TempDir(), "book.db"), book.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	ada, added, err := b.Add(t.Context(), contact.Draft{N: contact.Name{Given: "Ada", Family: "Birk"}})
	if err != nil {
		t.Fatal(err)
	}
	tagged, err := b.Tag(t.Context(), "choir", []contact.ID{ada.ID})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		claim, lang, answer string
		operation           int64
		asks, asked         bool
		want                error
	}{
		{"yes takes the later ones along", "en", "y\n", added.Operation, true, true, nil},
		{"ja does in German", "de", "ja\n", added.Operation, true, true, nil},
		{"Enter undoes nothing", "en", "\n", added.Operation, true, true, errTold},
		{"a script is not asked", "en", "", added.Operation, false, false, nil},
		{"what nothing stands on is not asked about", "en", "", tagged.Operation, true, false, nil},
		{"the newest is not asked about", "en", "", 0, true, false, nil},
	} {
		t.Run(c.claim, func(t *testing.T) {
			var out captured
			s := &session{terminal: out.terminal(c.lang)}
			s.in, s.asks = strings.NewReader(c.answer), c.asks
			if err := s.mayTakeAlong(t.Context(), b, c.operation); !errors.Is(err, c.want) {
				t.Errorf("mayTakeAlong(%q) = %v, want %v", c.answer, err, c.want)
			}
			if named := strings.Contains(out.err.String(), "choir"); named != c.asked {
				t.Errorf("said %q, want the later operation: %v", out.err.String(), c.asked)
			}
		})
	}
}
