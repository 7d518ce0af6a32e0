package book

import (
	"slices"
	"strings"
	"testing"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/vcard"
)

func TestBusinessCard(t *testing.T) {
	text := businessCard(&jana)
	card, err := vcard.Parse([]byte(text), vcard.Options{})
	if err != nil {
		t.Fatal(err)
	}

	t.Run("what matters most stands first", func(t *testing.T) {
		var names []string
		for i := range card.Lines {
			names = append(names, card.Lines[i].Name())
		}
		want := []string{"VERSION", "N", "FN", "TEL", "EMAIL", "ORG", "TITLE", "TEL", "URL"}
		if !slices.Equal(names, want) {
			t.Errorf("the lines are %v, want %v", names, want)
		}
	})
	t.Run("it reads as the person", func(t *testing.T) {
		got := []string{card.FN(), card.Names()[0].FamilyName, card.Phones()[0].Value, card.Emails()[0].Value, card.Orgs()[0][0], card.URLs()[0].Value}
		want := []string{"Dr. Jana Krüger", "Krüger", "+49 171 3920001", "jana@hafenwerk.example", "Hafenwerk", "https://hafenwerk.example"}
		if !slices.Equal(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	})
	t.Run("a number keeps the type that a phone shows", func(t *testing.T) {
		if got, want := card.Phones()[0].Types, []string{"cell"}; !slices.Equal(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	})
	t.Run("notes, tags and birthdays are nobody's business", func(t *testing.T) {
		for _, private := range []string{"Filterkaffee", "Chor", "BDAY"} {
			if strings.Contains(text, private) {
				t.Errorf("%q stands on the card:\n%s", private, text)
			}
		}
	})
	t.Run("it is short", func(t *testing.T) {
		if got, want := len(text), 300; got > want {
			t.Errorf("it has %d bytes, want at most %d:\n%s", got, want, text)
		}
	})
	t.Run("no line is folded", func(t *testing.T) {
		got := businessCard(&contact.Person{Name: strings.Repeat("Wolfeschlegelstein ", 20)})
		if n := strings.Count(got, "\r\n"); n != 5 {
			t.Errorf("it has %d lines, want 5:\n%s", n, got)
		}
	})
	t.Run("somebody with a name only has a name for every phone", func(t *testing.T) {
		got := businessCard(&contact.Person{Name: "陈军"})
		want := "BEGIN:VCARD\r\nVERSION:3.0\r\nN:;陈军;;;\r\nFN:陈军\r\nEND:VCARD\r\n"
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	})
}
