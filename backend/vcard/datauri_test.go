package vcard_test

import (
	"strings"
	"testing"

	"kaffeerunde/backend/vcard"
)

const dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="

func TestDataURIs(t *testing.T) {
	t.Run("a fold may go through any place of the head and the scheme", func(t *testing.T) {
		for n := 1; n < 300; n++ {
			from := card(t, "3.0", "N:a", "FN:a", "PHOTO;X-"+strings.Repeat("A", n)+"=u;ENCODING=b:"+dot)
			for _, to := range []vcard.Version{vcard.V21, vcard.V30, vcard.V40} {
				got, _ := from.Convert(to)
				checkSame(t, to.String(), sayingOf(got).Photos, sayingOf(from).Photos)
			}
		}
	})
	for _, c := range []struct{ name, lines string }{
		{"the value starts on the next line", "PHOTO:\n data:image/png;base64," + dot},
		{"each letter on a line of its own", "PHOTO:d\n a\n t\n a\n :image/png;base64," + dot},
		{"base64 is announced as well", "PHOTO;ENCODING=b:\n data:image/png;base64\\," + dot},
		{"quoted-printable on top", "PHOTO;ENCODING=QUOTED-PRINTABLE:data:image/png;base64," + strings.ReplaceAll(dot, "=", "=3D")},
		{"white space before it", "PHOTO: data:image/png;base64," + dot},
	} {
		t.Run(c.name, func(t *testing.T) {
			photos := card(t, "4.0", "FN:a", c.lines).Photos()
			if len(photos) != 1 || photos[0].Mime != "image/png" || len(photos[0].Data) != 70 {
				t.Errorf("%q has the pictures %+v", c.lines, photos)
			}
		})
	}
	t.Run("in a text data: is a word", func(t *testing.T) {
		c := card(t, "3.0", "FN:a", "NOTE:Data: a lo\n ng story;base64,", "X-MINE:data: not\n  much")
		for i, want := range map[int]string{2: "Data: a long story;base64,", 3: "data: not much"} {
			if got := c.Lines[i].Text(); got != want || !c.Lines[i].Readable() {
				t.Errorf("line %d reads %q, want %q", i, got, want)
			}
		}
		if len(c.Repairs) > 0 {
			t.Errorf("repairs %+v", c.Repairs)
		}
	})
}
