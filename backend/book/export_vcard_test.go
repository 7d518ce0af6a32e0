package book

import (
	"bytes"
	"encoding/base64"
	"errors"
	"strings"
	"testing"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/locale"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// stored returns a card as it lies in the book, and what puts its pictures back.
func stored(t *testing.T, uid string, lines ...string) (store.Person, func([]byte) ([]byte, error)) {
	t.Helper()
	raw := "BEGIN:VCARD\r\n" + strings.Join(lines, "\r\n") + "\r\nEND:VCARD\r\n"
	card, err := vcard.Parse([]byte(raw), vcard.Options{})
	if err != nil {
		t.Fatal(err)
	}
	pictures := map[string][]byte{}
	for _, p := range card.Detach() {
		pictures[p.Hash] = p.Data
	}
	return store.Person{UID: uid, Card: card.Raw, Charset: card.Charset}, func(raw []byte) ([]byte, error) {
		return vcard.Attach(raw, func(hash string) ([]byte, error) { return pictures[hash], nil })
	}
}

// leaves returns the text of the card as it leaves.
func leaves(t *testing.T, v Version, notes bool, uid string, lines ...string) string {
	t.Helper()
	to, err := v.target()
	if err != nil {
		t.Fatal(err)
	}
	person, attach := stored(t, uid, lines...)
	card, err := outgoing(person, ExportOptions{Version: v, Notes: notes}, to, attach)
	if err != nil {
		t.Fatal(err)
	}
	return string(card.Raw)
}

func TestOutgoing(t *testing.T) {
	versions := []Version{V21, V30, V40}

	t.Run("a card without a UID leaves under the one of its person", func(t *testing.T) {
		for _, v := range versions {
			got := leaves(t, v, false, "urn:uuid:1", "VERSION:3.0", "N:Kruse;Bo;;;", "FN:Bo Kruse")
			if !strings.Contains(got, "\r\nUID:urn:uuid:1\r\n") {
				t.Errorf("as %s it is\n%s", v, got)
			}
		}
	})
	t.Run("a card whose UID somebody else had first leaves under that of its person", func(t *testing.T) {
		got := leaves(t, V30, false, "urn:uuid:2", "VERSION:3.0", "N:Kruse;Bo;;;", "FN:Bo Kruse", "UID:taken")
		if strings.Contains(got, "taken") || !strings.Contains(got, "\r\nUID:urn:uuid:2\r\n") {
			t.Errorf("it is\n%s", got)
		}
	})
	t.Run("the original leaves to the letter", func(t *testing.T) {
		lines := []string{"VERSION:2.1", "n;charset=utf-8:Kruse;Bo", "TEL;CELL:0171 3920002", "NOTE:kommt nie", "X-ODD:  1"}
		want := "BEGIN:VCARD\r\n" + strings.Join(lines, "\r\n") + "\r\nEND:VCARD\r\n"
		if got := leaves(t, Original, false, "urn:uuid:1", lines...); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	})
	t.Run("pictures are put back", func(t *testing.T) {
		data := []byte("\xff\xd8\xff\xe0 not much of a picture")
		line := "PHOTO;ENCODING=b;TYPE=JPEG:" + base64.StdEncoding.EncodeToString(data)
		for _, v := range append(versions, Original) {
			got := leaves(t, v, false, "1", "VERSION:3.0", "FN:Bo", "UID:1", line)
			card, err := vcard.Parse([]byte(got), vcard.Options{})
			if err != nil {
				t.Fatal(err)
			}
			photos := card.Photos()
			if len(photos) != 1 || !bytes.Equal(photos[0].Data, data) {
				t.Errorf("as %s it has the pictures %v", v, photos)
			}
		}
	})
	t.Run("a missing picture is an error", func(t *testing.T) {
		person, _ := stored(t, "1", "VERSION:3.0", "FN:Bo", "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4A==")
		none := func([]byte) ([]byte, error) { return nil, store.ErrNotFound }
		if _, err := outgoing(person, ExportOptions{Version: V30}, vcard.V30, none); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("the error is %v, want %v", err, store.ErrNotFound)
		}
	})
}

func TestOutgoingNotes(t *testing.T) {
	lines := []string{
		"VERSION:2.1", "N:Kruse;Bo", "NOTE:secret one", "item1.NOTE:secret two", "item1.X-ABLabel:Privat", "NOTE;ENCODING=QUOTED-PRINTABLE:=73ecret three",
		"AGENT:", "BEGIN:VCARD", "VERSION:2.1", "N:Inner", "NOTE:secret four", "END:VCARD", "TEL:0171 3920002",
	}
	for _, v := range []Version{V21, V30, V40} {
		t.Run("they stay out of "+string(v), func(t *testing.T) {
			got := leaves(t, v, false, "1", lines...)
			if strings.Contains(got, "secret") || strings.Contains(got, "Privat") || strings.Contains(got, "NOTE") {
				t.Errorf("a note left:\n%s", got)
			}
			if !strings.Contains(got, "0171 3920002") {
				t.Errorf("more than the notes stayed:\n%s", got)
			}
		})
		t.Run("they leave in "+string(v)+" when asked for", func(t *testing.T) {
			got := leaves(t, v, true, "1", lines...)
			for _, note := range []string{"secret one", "secret two", "secret three"} {
				if !strings.Contains(got, note) {
					t.Errorf("%q stayed:\n%s", note, got)
				}
			}
		})
	}
}

func TestExportOptions(t *testing.T) {
	for _, o := range []ExportOptions{
		{Format: FormatVCard}, {Format: FormatVCard, Version: Original}, {Format: FormatVCard, Version: V40}, {Format: FormatCSV}, {Format: FormatXLSX},
	} {
		if err := o.validate(); err != nil {
			t.Errorf("%+v is refused: %v", o, err)
		}
	}
	for _, o := range []ExportOptions{{}, {Format: "pdf"}, {Format: FormatVCard, Version: "5.0"}} {
		var invalid *contact.InvalidError
		err := o.validate()
		if !errors.As(err, &invalid) {
			t.Fatalf("%+v gives %v, want a *contact.InvalidError", o, err)
		}
		if key := "error." + Explain(err).Code; !locale.For("de").Has(key) {
			t.Errorf("the catalogue has no %q", key)
		}
	}
}
