package vcard_test

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"kaffeerunde/backend/vcard"
)

// seeds returns our fixtures, and the corpus where there is one.
func seeds(f *testing.F) [][]byte {
	names, err := filepath.Glob(filepath.Join("testdata", "*.vcf"))
	if err != nil {
		f.Fatal(err)
	}
	if folder := os.Getenv("KAFFEERUNDE_CORPUS"); folder != "" {
		err := filepath.WalkDir(filepath.Join(folder, "files"), func(path string, d os.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				names = append(names, path)
			}
			return err
		})
		if err != nil {
			f.Fatal(err)
		}
	}
	var all [][]byte
	for _, name := range names {
		content, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		// Large files teach a fuzzer little and keep it busy; other tests read them.
		if len(content) < 8<<10 {
			all = append(all, content)
		}
	}
	return all
}

func addSeeds(f *testing.F) {
	for _, content := range seeds(f) {
		f.Add(content)
	}
	for _, s := range []string{
		"BEGIN:VCARD\nN:a;b\nBEGIN:VCARD\nEND:VCARD\nTEL:1\nEND:VCARD", "FN:x\nEND:VCARD\n", "BEGIN:VCARD\r\r\nNOTE;QUOTED-PRINTABLE:a=\r\r\n b=0A=\r\r\n\r\r\nEND:VCARD",
		"BEGIN:VCARD\nAGENT:\nBEGIN:VCARD\nEND:VCARD\nEND:VCARD\n", "BEGIN:VCARD\nPHOTO;B:AAAA\n BBBB\nCCCC\n\nEND:VCARD\n", "BEGIN:VCARD\nVERSION:4.0\nADR;LABEL=\"a\n :b\":;;c\nEND:VCARD",
	} {
		f.Add([]byte(s))
	}
}

func FuzzRead(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, content []byte) {
		reader := vcard.NewReader(bytes.NewReader(content), vcard.Options{})
		cards := readAll(t, reader)
		sum := reader.Counts()
		if sum.Shown+sum.Kept+sum.Unreadable != sum.Total {
			t.Errorf("counts %+v do not add up", sum)
		}
		slow := readAll(t, vcard.NewReader(iotest.OneByteReader(bytes.NewReader(content)), vcard.Options{}))
		if len(slow) != len(cards) {
			t.Fatalf("%d cards byte by byte, %d at once", len(slow), len(cards))
		}
		for i, c := range cards {
			if !bytes.Equal(slow[i].Raw, c.Raw) || !reflect.DeepEqual(lineViews(slow[i]), lineViews(c)) {
				t.Errorf("card %d differs when read byte by byte", i+1)
			}
			if c.Counts.Shown+c.Counts.Kept+c.Counts.Unreadable != c.Counts.Total {
				t.Errorf("card %d: counts %+v do not add up", i+1, c.Counts)
			}
			sayingOf(c)
			c.DisplayName()
			c.Messengers()
			c.Socials()
			c.Related()
			c.Members()
			c.Topics()
			c.Others()
			c.Fields()
		}
	})
}

func FuzzRoundTrip(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, content []byte) {
		for _, c := range readAll(t, vcard.NewReader(bytes.NewReader(content), vcard.Options{})) {
			checkStored(t, c)
			checkWritten(t, c)
			checkDetached(t, c)
			for _, to := range []vcard.Version{vcard.V21, vcard.V30, vcard.V40} {
				checkWay(t, c, []vcard.Version{to, to})
			}
			three, _ := c.Convert(vcard.V30)
			checkWay(t, three, []vcard.Version{vcard.V40, vcard.V30})
		}
	})
}

func FuzzEdit(f *testing.F) {
	for i, content := range seeds(f) {
		f.Add(content, i, i, "Jana; \"die\" Große,\nC:\\new")
	}
	f.Fuzz(func(t *testing.T, content []byte, what, where int, text string) {
		c, err := vcard.NewReader(bytes.NewReader(content), vcard.Options{}).Read()
		if err == io.EOF || len(c.Lines) == 0 {
			t.Skip()
		}
		i := where & 0xffff % len(c.Lines)
		if c.Lines[i].Name() == "" {
			t.Skip()
		}
		before := sources(c)
		text = strings.Map(func(r rune) rune {
			if r < ' ' && r != '\n' || r == 0xfffd {
				return -1
			}
			return r
		}, text)
		switch what & 3 {
		case 0:
			lines := len(c.Lines)
			c.Set(i, vcard.Text(text))
			if lines != len(c.Lines) {
				break // A LABEL went with its address, and the lines behind it moved up.
			}
			if strings.TrimSpace(text) != "" && c.Dialect() != vcard.V21 && !c.Lines[i].Is("VERSION") && c.Lines[i].Text() != text {
				t.Errorf("set %q reads %q in %q", text, c.Lines[i].Text(), c.Raw)
			}
		case 1:
			i = c.Add("NOTE", vcard.Text(text))
			if c.Dialect() != vcard.V21 && c.Lines[i].Text() != text {
				t.Errorf("add %q reads %q in %q", text, c.Lines[i].Text(), c.Raw)
			}
		case 2:
			c.SetTypes(i, "work", "cell")
		case 3:
			c.Remove(i)
		}
		if lost := missing(before, sources(c)); lost > 2 {
			t.Errorf("%d lines changed by one edit:\nbefore %q\nafter  %q", lost, content, c.Raw)
		}
	})
}

// sources returns the bytes of each line that is a property, without its line end.
func sources(c *vcard.Card) []string {
	var all []string
	for i := range c.Lines {
		if l := &c.Lines[i]; l.Name() != "" {
			all = append(all, strings.TrimRight(string(l.Source()), "\r\n"))
		}
	}
	return all
}

// missing counts the lines of before that are not in after.
func missing(before, after []string) int {
	rest := slices.Clone(after)
	lost := 0
	for _, line := range before {
		if i := slices.Index(rest, line); i >= 0 {
			rest = slices.Delete(rest, i, i+1)
		} else {
			lost++
		}
	}
	return lost
}
