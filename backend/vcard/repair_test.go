package vcard_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kaffeerunde/backend/vcard"
)

func TestEveryReasonHasASentence(t *testing.T) {
	for _, language := range []string{"en", "de"} {
		content, err := os.ReadFile(filepath.Join("..", "locale", language, "repairs.json"))
		if err != nil {
			t.Fatal(err)
		}
		var sentences map[string]string
		if err := json.Unmarshal(content, &sentences); err != nil {
			t.Fatal(err)
		}
		for _, reason := range vcard.Reasons() {
			key := "repair." + string(reason)
			if strings.TrimSpace(sentences[key]) == "" {
				t.Errorf("%s: no sentence for %s", language, key)
			}
		}
	}
}

func TestWhatIsCountedAsUnreadableIsQuoted(t *testing.T) {
	const card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Kim Beispiel\r\n%END:VCARD\r\n"
	cases := []struct {
		claim, lines string
		want         []vcard.Unreadable
	}{
		{"nothing where all could be read", "TEL:1\r\n", nil},
		{"a line that is no property", "UID:1\r\nno property\r\n",
			[]vcard.Unreadable{{Card: 1, Line: 5, Reason: vcard.NoProperty, Text: "no property"}}},
		{"a picture without anything in it", "PHOTO;ENCODING=b;TYPE=JPEG:!!\r\n",
			[]vcard.Unreadable{{Card: 1, Line: 4, Reason: vcard.NoBase64, Text: "PHOTO;ENCODING=b;TYPE=JPEG:!!"}}},
		{"a long line in full", "UID:1\r\n" + strings.Repeat("long ", 400) + "\r\n",
			[]vcard.Unreadable{{Card: 1, Line: 5, Reason: vcard.NoProperty, Text: strings.Repeat("long ", 400)}}},
	}
	for _, c := range cases {
		t.Run(c.claim, func(t *testing.T) {
			r := vcard.NewReader(strings.NewReader(strings.Replace(card, "%", c.lines, 1)), vcard.Options{})
			readAll(t, r)
			if got := r.Unreadable(); !slices.Equal(got, c.want) || r.Counts().Unreadable != len(got) {
				t.Errorf("%q: %d counted, quoted %+v, want %+v", c.lines, r.Counts().Unreadable, got, c.want)
			}
		})
	}
}
