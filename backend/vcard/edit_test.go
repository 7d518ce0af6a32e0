package vcard_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"kaffeerunde/backend/vcard"
)

// card returns the one card of lines in a version, with \n for line ends.
func card(t *testing.T, version string, lines ...string) *vcard.Card {
	t.Helper()
	raw := "BEGIN:VCARD\nVERSION:" + version + "\n" + strings.Join(lines, "\n") + "\nEND:VCARD\n"
	c, err := vcard.Parse([]byte(raw), vcard.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// body returns the lines of a card between VERSION and END.
func body(c *vcard.Card) string {
	s := strings.ReplaceAll(string(c.Raw), "\r\n", "\n")
	_, s, _ = strings.Cut(s, "VERSION:"+c.Version.String()+"\n")
	return s[:strings.LastIndex(s, "END:VCARD")]
}

func index(t *testing.T, c *vcard.Card, name string) int {
	t.Helper()
	for i := range c.Lines {
		if c.Lines[i].Is(name) {
			return i
		}
	}
	t.Fatalf("no %s in %q", name, c.Raw)
	return -1
}

func TestEditing(t *testing.T) {
	edits := []struct {
		name, version string
		lines         []string
		edit          func(t *testing.T, c *vcard.Card)
		want          []string
	}{
		{"changing a number touches one line", "3.0",
			[]string{"x.tel;Type=Cell;x-mine=\"a;b\":0171", "X-Odd:un\\touched, really", " folded"},
			func(t *testing.T, c *vcard.Card) { c.Set(index(t, c, "TEL"), vcard.Text("0172")) },
			[]string{"x.tel;Type=Cell;x-mine=\"a;b\":0172", "X-Odd:un\\touched, really", " folded"}},
		{"a label stays with its value", "3.0",
			[]string{"item1.TEL:1", "item1.X-ABLabel:Boat", "item2.TEL:2", "item2.X-ABLabel:Hut"},
			func(t *testing.T, c *vcard.Card) { c.Remove(index(t, c, "TEL")) },
			[]string{"item2.TEL:2", "item2.X-ABLabel:Hut"}},
		{"a label that another line of the group uses stays", "3.0",
			[]string{"item1.TEL:1", "item1.EMAIL:a@b.example", "item1.X-ABLabel:Boat"},
			func(t *testing.T, c *vcard.Card) { c.Remove(index(t, c, "TEL")) },
			[]string{"item1.EMAIL:a@b.example", "item1.X-ABLabel:Boat"}},
		{"a label can be renamed", "3.0",
			[]string{"item1.TEL:1", "item1.X-ABLabel:_$!<Other>!$_"},
			func(t *testing.T, c *vcard.Card) { c.SetLabel(index(t, c, "TEL"), "Boat, \"Ilse\"") },
			[]string{"item1.TEL:1", "item1.X-ABLabel:Boat\\, \"Ilse\""}},
		{"a label can be taken away", "3.0",
			[]string{"item1.TEL:1", "item1.X-ABLabel:Boat"},
			func(t *testing.T, c *vcard.Card) { c.SetLabel(index(t, c, "TEL"), "") },
			[]string{"item1.TEL:1"}},
		{"a new label takes a group that is free", "3.0",
			[]string{"ITEM1.TEL:1", "EMAIL:a@b.example"},
			func(t *testing.T, c *vcard.Card) { c.SetLabel(index(t, c, "EMAIL"), "Boat") },
			[]string{"ITEM1.TEL:1", "item2.EMAIL:a@b.example", "item2.X-ABLabel:Boat"}},
		{"text is escaped", "3.0", []string{"FN:a"},
			func(_ *testing.T, c *vcard.Card) { c.Add("NOTE", vcard.Text("a, b; c\\d\ne")) },
			[]string{"FN:a", "NOTE:a\\, b\\; c\\\\d\\ne"}},
		{"an old card gets quoted-printable", "2.1", []string{"FN:a"},
			func(_ *testing.T, c *vcard.Card) { c.Add("NOTE", vcard.Text("schön\nhier")) },
			[]string{"FN:a", "NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:sch=C3=B6n=0D=0Ahier"}},
		{"an old encoding goes when its value goes", "2.1",
			[]string{"FN;CHARSET=ISO-8859-1;QUOTED-PRINTABLE:J=F6rg=", " K."},
			func(t *testing.T, c *vcard.Card) { c.Set(index(t, c, "FN"), vcard.Text("Jo K.")) },
			[]string{"FN:Jo K."}},
		{"types are written as the version does", "2.1", []string{"FN:a"},
			func(_ *testing.T, c *vcard.Card) { c.Add("TEL", vcard.Text("1"), "home", "pref") },
			[]string{"FN:a", "TEL;HOME;PREF:1"}},
		{"the preferred one of 4.0 has PREF", "4.0", []string{"FN:a"},
			func(_ *testing.T, c *vcard.Card) { c.Add("TEL", vcard.Text("1"), "home", "pref") },
			[]string{"FN:a", "TEL;TYPE=home;PREF=1:1"}},
		{"new types leave other parameters", "3.0", []string{"TEL;type=HOME;X-A=1;type=pref:1"},
			func(t *testing.T, c *vcard.Card) { c.SetTypes(index(t, c, "TEL"), "work", "fax") },
			[]string{"TEL;X-A=1;TYPE=work,fax:1"}},
		{"a changed address loses the label that would lie", "3.0",
			[]string{"ADR;TYPE=HOME:;;Old 1;;;;", "LABEL;TYPE=HOME:Old 1", "LABEL;TYPE=WORK:Office"},
			func(t *testing.T, c *vcard.Card) {
				c.Set(index(t, c, "ADR"), vcard.Components("", "", "New 2", "", "", "", ""))
			},
			[]string{"ADR;TYPE=HOME:;;New 2;;;;", "LABEL;TYPE=WORK:Office"}},
		{"a year that nobody knows is left out", "3.0", []string{"BDAY;VALUE=date:1980-01-22"},
			func(_ *testing.T, c *vcard.Card) { c.Put("BDAY", vcard.Day(0, 1, 22)) },
			[]string{"BDAY;X-APPLE-OMIT-YEAR=1604:1604-01-22"}},
		{"nothing removes", "3.0", []string{"TITLE:a", "FN:b", "TITLE:c"},
			func(_ *testing.T, c *vcard.Card) { c.Put("TITLE", vcard.Text("")) },
			[]string{"FN:b"}},
		{"a tag touches only the line it is in", "3.0", []string{"CATEGORIES:A,B", "CATEGORIES:C\\,c,D"},
			func(_ *testing.T, c *vcard.Card) { c.PutItems("CATEGORIES", []string{"A", "B", "C,c", "E"}) },
			[]string{"CATEGORIES:A,B,E", "CATEGORIES:C\\,c"}},
		{"the last tag takes its line with it", "3.0", []string{"CATEGORIES:A", "FN:b"},
			func(_ *testing.T, c *vcard.Card) { c.PutItems("CATEGORIES", nil) },
			[]string{"FN:b"}},
		{"a line that is no property does not join the line before", "3.0",
			[]string{"NOTE:a", "PHOTO;ENCODING=b:AAAA", "not base64!", "FN:b"},
			func(t *testing.T, c *vcard.Card) { c.Remove(index(t, c, "PHOTO")) },
			[]string{"NOTE:a", "X-UNREADABLE:not base64!", "FN:b"}},
	}
	for _, e := range edits {
		t.Run(e.name, func(t *testing.T) {
			c := card(t, e.version, e.lines...)
			e.edit(t, c)
			if got, want := body(c), strings.Join(e.want, "\n")+"\n"; got != want {
				t.Errorf("%q became\n%s\nwant\n%s", e.lines, got, want)
			}
			checkStored(t, c)
		})
	}
}

func TestEditedCards(t *testing.T) {
	t.Run("a derived name is not written back", func(t *testing.T) {
		c := card(t, "3.0", "N:Keller;Ute;;;")
		c.Set(index(t, c, "N"), vcard.Components("Keller", "Uta", "", "", ""))
		name, derived := c.DisplayName()
		if name != "Uta Keller" || !derived || bytes.Contains(c.Raw, []byte("FN")) {
			t.Errorf("name %q derived %v in %q", name, derived, c.Raw)
		}
	})
	t.Run("a long line is folded on character borders", func(t *testing.T) {
		c := card(t, "4.0", "FN:a")
		text := strings.Repeat("Grüße aus 東京 ", 30)
		c.Add("NOTE", vcard.Text(text))
		for _, line := range strings.Split(string(c.Raw), "\n") {
			if len(line) > 75 {
				t.Errorf("a line of %d octets: %q", len(line), line)
			}
		}
		if got := c.Notes()[0]; got != text {
			t.Errorf("note %q, want %q", got, text)
		}
	})
	t.Run("a photo can be set in each version", func(t *testing.T) {
		gif := []byte("GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x01D\x00;")
		for _, version := range []string{"2.1", "3.0", "4.0"} {
			c := card(t, version, "PHOTO;VALUE=uri:http://old.example/p.jpg", "FN:a")
			c.Put("PHOTO", vcard.Bytes(gif, "image/gif"))
			photos := c.Photos()
			if len(photos) != 1 || !bytes.Equal(photos[0].Data, gif) || photos[0].Mime != "image/gif" {
				t.Errorf("%s: photos %+v in %q", version, photos, c.Raw)
			}
			checkDetached(t, c)
		}
	})
	t.Run("the line ends of the card are kept", func(t *testing.T) {
		c := read(t, "BEGIN:VCARD\r\r\nVERSION:3.0\r\r\nFN:a\r\r\nEND:VCARD\r\r\n")[0]
		c.Add("NOTE", vcard.Text("b"))
		if want := "BEGIN:VCARD\r\r\nVERSION:3.0\r\r\nFN:a\r\r\nNOTE:b\r\r\nEND:VCARD\r\r\n"; string(c.Raw) != want {
			t.Errorf("%q, want %q", c.Raw, want)
		}
	})
	t.Run("a new line does not run into a soft line break", func(t *testing.T) {
		c := card(t, "2.1", "NOTE;QUOTED-PRINTABLE:open=")
		c.Add("TEL", vcard.Text("1"))
		if got := c.Phones(); len(got) != 1 || c.Notes()[0] != "open" {
			t.Errorf("phones %v notes %q in %q", got, c.Notes(), c.Raw)
		}
	})
	t.Run("a card that lost its BEGIN can lose its first line", func(t *testing.T) {
		c := read(t, "FN:a\nTEL:1\nEND:VCARD\n")[0]
		c.Remove(0)
		if want := "BEGIN:VCARD\nTEL:1\nEND:VCARD\n"; string(c.Raw) != want {
			t.Errorf("%q, want %q", c.Raw, want)
		}
	})
	t.Run("a new card says nothing but its version", func(t *testing.T) {
		for _, v := range []vcard.Version{vcard.V21, vcard.V30, vcard.V40} {
			c := vcard.New(v)
			if len(c.Lines) != 1 || c.Version != v {
				t.Errorf("new card of %s: %q", v, c.Raw)
			}
		}
	})
	t.Run("every fixture keeps its other lines when one is edited", func(t *testing.T) {
		for _, name := range fixtures(t) {
			for _, c := range readAll(t, vcard.NewReader(bytes.NewReader(fixture(t, name)), vcard.Options{})) {
				for i := range c.Lines {
					d := c.Clone()
					if d.Lines[i].Name() == "" || d.Lines[i].Is("VERSION") || d.Lines[i].Is("ADR") {
						continue
					}
					before := sources(d)
					d.Set(i, vcard.Text("Jana"))
					if lost := missing(before, sources(d)); lost > 1 {
						t.Errorf("%s card %d line %d: %d lines changed", name, c.Number, i, lost)
					}
					if !slices.Contains([]string{"Jana", "SmFuYQ=="}, d.Lines[i].Text()) {
						t.Errorf("%s card %d line %d: %q", name, c.Number, i, d.Lines[i].Text())
					}
				}
			}
		}
	})
}
