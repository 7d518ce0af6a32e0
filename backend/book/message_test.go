package book

import (
	"errors"
	"strings"
	"testing"

	"kaffeerunde/backend/contact"
)

func TestMessage(t *testing.T) {
	b := newBook(t)
	imported(t, b, ImportOptions{}, card("FN:Ada Birk", "N:Birk;Ada;;;")+card("FN:Bo Dal", "N:Dal;Bo;;;", "EMAIL:bo@example.org", "NOTE:a secret")+
		card("FN:Cem Ek", "N:Ek;Cem;;;")+card("FN:Dr. Dora Falk", "N:Falk;Dora;;Dr.;"))
	ids, err := b.IDs(t.Context(), Query{})
	if err != nil {
		t.Fatal(err)
	}
	private := contact.Connection{Kind: contact.Friend, Note: "a secret"}
	connect(t, b, private, ids...)
	draft := func(t *testing.T, about, language string, people int) Message {
		t.Helper()
		m, err := b.Message(t.Context(), MessageForm{Route: ids[:people], About: about, Language: language})
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	t.Run("without what it is about nothing is written", func(t *testing.T) {
		for _, about := range []string{"", " \n ", "..."} {
			m, err := b.Message(t.Context(), MessageForm{Route: ids, About: about, Language: "en"})
			var invalid *contact.InvalidError
			if !errors.As(err, &invalid) || invalid.Reason != "about" || m.Text != "" {
				t.Errorf("about %q: %+v, %v; want a question what it is about", about, m, err)
			}
		}
	})
	t.Run("its first sentence says what it is about, in both languages and over every way", func(t *testing.T) {
		for language, want := range map[string]string{"en": "Hi Bo,\n\nThis is about a flat in Kiel. ", "de": "Hallo Bo,\n\nes geht um a flat in Kiel. "} {
			for people := 2; people <= 4; people++ {
				if m := draft(t, " a flat\nin Kiel. ", language, people); !strings.HasPrefix(m.Text, want) {
					t.Errorf("%s over %d: %q, want it to begin %q", language, people, m.Text, want)
				}
			}
		}
	})
	t.Run("it goes to the first on the way and names whom it is about", func(t *testing.T) {
		m := draft(t, "a flat in Kiel", "en", 4)
		if m.To != ids[1] || m.Mail != "bo@example.org" || m.Subject != "A flat in Kiel" {
			t.Errorf("%+v", m)
		}
		for _, want := range []string{"talk to Dr. Dora Falk", "you know Cem Ek, and Cem Ek knows Dr. Dora Falk", "Best wishes\nAda"} {
			if !strings.Contains(m.Text, want) {
				t.Errorf("%q does not say %q", m.Text, want)
			}
		}
	})
	t.Run("nothing private and no brace is in it", func(t *testing.T) {
		for _, language := range []string{"en", "de"} {
			for people := 2; people <= 4; people++ {
				if m := draft(t, "a flat", language, people); strings.Contains(m.Text, "secret") || strings.Contains(m.Text, "{") {
					t.Errorf("%q", m.Text)
				}
			}
		}
	})
	t.Run("a long subject is cut between words", func(t *testing.T) {
		m := draft(t, strings.Repeat("word ", 40), "en", 2)
		if len(m.Subject) > subjectLimit+4 || !strings.HasSuffix(m.Subject, "word …") {
			t.Errorf("subject %q", m.Subject)
		}
	})
}
