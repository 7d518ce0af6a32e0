package vcard_test

import (
	"strings"
	"testing"

	"kaffeerunde/backend/vcard"
)

func TestAddBeside(t *testing.T) {
	for _, c := range []struct{ name, before, after string }{
		{
			"a line alone gets a group of its own",
			"FN:Ada Birk\r\nitem1.TEL:1\r\nRELATED:urn:uuid:1\r\nNOTE:n\r\n",
			"FN:Ada Birk\r\nitem1.TEL:1\r\nitem2.RELATED:urn:uuid:1\r\nitem2.X-HOW:sang\\, both\r\nNOTE:n\r\n",
		},
		{
			"a line in a group keeps it",
			"FN:Ada Birk\r\nitem1.RELATED:urn:uuid:1\r\n",
			"FN:Ada Birk\r\nitem1.RELATED:urn:uuid:1\r\nitem1.X-HOW:sang\\, both\r\n",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			wrap := func(s string) string { return "BEGIN:VCARD\r\nVERSION:4.0\r\n" + s + "END:VCARD\r\n" }
			card := read(t, wrap(c.before))[0]
			for i := range card.Lines {
				if card.Lines[i].Is("RELATED") {
					card.AddBeside(i, "X-HOW", vcard.Text("sang, both"))
					break
				}
			}
			if got := string(card.Raw); got != wrap(c.after) {
				t.Errorf("got  %q\nwant %q", got, wrap(c.after))
			}
		})
	}
	t.Run("old cards hold text beside as well", func(t *testing.T) {
		card := read(t, "BEGIN:VCARD\r\nVERSION:2.1\r\nN:Birk;Ada\r\nEND:VCARD\r\n")[0]
		card.AddBeside(card.Add("RELATED", vcard.URI("urn:uuid:1"), "friend"), "X-HOW", vcard.Text("im Chor, seit Köln"))
		again := read(t, string(card.Raw))[0]
		got := again.Lines[len(again.Lines)-1]
		if got.Text() != "im Chor, seit Köln" || !strings.EqualFold(got.Group(), "item1") {
			t.Errorf("read again: %q in group %q", got.Text(), got.Group())
		}
	})
}
