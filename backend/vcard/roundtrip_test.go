package vcard_test

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"kaffeerunde/backend/vcard"
)

// lineView is what a line says in its file.
type lineView struct {
	Group, Name, Raw string
	Params           []vcard.Param
}

func lineViews(c *vcard.Card) []lineView {
	views := make([]lineView, len(c.Lines))
	for i := range c.Lines {
		l := &c.Lines[i]
		views[i] = lineView{l.Group(), l.Name(), string(l.Raw()), l.Params()}
	}
	return views
}

// saying is what a card says to a person.
type saying struct {
	FNs, Nicknames, Categories, Notes, Titles, Roles []string
	Names, Phones, Emails, URLs, Addresses, Dates    []string
	Orgs                                             [][]string
	UID, Kind                                        string
	Photos                                           []string
}

func sayingOf(c *vcard.Card) saying {
	s := saying{
		FNs: c.FNs(), Nicknames: c.Nicknames(), Categories: c.Categories(), Notes: c.Notes(), Titles: c.Titles(), Roles: c.Roles(),
		Orgs: c.Orgs(), UID: c.UID(), Kind: c.Kind(),
	}
	for _, n := range c.Names() {
		parts := []string{n.FamilyName, n.GivenName, n.AdditionalName, n.HonorificPrefix, n.HonorificSuffix}
		if strings.Join(parts, "") != "" {
			s.Names = append(s.Names, strings.Join(parts, "|"))
		}
	}
	value := func(v vcard.Value) string {
		return fmt.Sprintf("%q %v %q %v", v.Value, sorted(v.Types), v.Label, v.Pref)
	}
	for _, v := range c.Phones() {
		s.Phones = append(s.Phones, value(v))
	}
	for _, v := range c.Emails() {
		s.Emails = append(s.Emails, value(v))
	}
	for _, v := range c.URLs() {
		s.URLs = append(s.URLs, value(v))
	}
	for _, a := range c.Addresses() {
		a.Index = 0
		s.Addresses = append(s.Addresses, fmt.Sprintf("%v %q %v %q", a.Address, a.Formatted, sorted(a.Types), a.Label))
	}
	for _, d := range c.Dates() {
		if d.Year+d.Month+d.Day > 0 && !strings.ContainsAny(d.Text, "T ") {
			d.Text = ""
		}
		d.Text = strings.NewReplacer("-", "", ":", "").Replace(d.Text)
		d.Index = 0
		if d.Kind == "anniversary" {
			d.Label = ""
		}
		s.Dates = append(s.Dates, fmt.Sprint(d))
	}
	for _, p := range c.Photos() {
		s.Photos = append(s.Photos, p.Hash+p.URI)
	}
	return s
}

func sorted(types []string) []string {
	all := append([]string{}, types...)
	for i := range all {
		for j := i; j > 0 && all[j] < all[j-1]; j-- {
			all[j], all[j-1] = all[j-1], all[j]
		}
	}
	return all
}

// checkStored fails unless a card reads the same from what is stored of it.
func checkStored(t *testing.T, c *vcard.Card) {
	t.Helper()
	again, err := vcard.Parse(c.Raw, vcard.Options{Charset: c.Charset})
	if err != nil {
		t.Fatalf("card %d: parse %q: %v", c.Number, clip(c.Raw), err)
	}
	if !bytes.Equal(again.Raw, c.Raw) {
		t.Errorf("card %d: stored bytes %q, want %q", c.Number, clip(again.Raw), clip(c.Raw))
	}
	checkSame(t, "lines of the stored card", lineViews(again), lineViews(c))
	checkSame(t, "what the stored card says", sayingOf(again), sayingOf(c))
}

// checkWritten fails unless a card reads the same from a file that it was written to.
func checkWritten(t *testing.T, c *vcard.Card) {
	t.Helper()
	var file bytes.Buffer
	w := vcard.NewWriter(&file)
	for range 2 {
		if err := w.Write(c); err != nil {
			t.Fatal(err)
		}
	}
	cards := readAll(t, vcard.NewReader(&file, vcard.Options{Charset: c.Charset}))
	if len(cards) != 2 {
		t.Fatalf("card %d: %d cards after writing %q twice, want 2", c.Number, len(cards), clip(c.Raw))
	}
	for _, again := range cards {
		checkSame(t, "lines of the written card", lineViews(again), lineViews(c))
	}
}

// checkDetached fails unless a card gives its pictures away and gets them back to the byte.
func checkDetached(t *testing.T, c *vcard.Card) {
	t.Helper()
	d := c.Clone()
	store := map[string][]byte{}
	for _, p := range d.Detach() {
		store[p.Hash] = p.Data
	}
	if d.ContentHash() != c.ContentHash() {
		t.Errorf("card %d: another content hash without its pictures", c.Number)
	}
	if len(d.Lines) != len(c.Lines) {
		t.Errorf("card %d: %d lines without its pictures, want %d", c.Number, len(d.Lines), len(c.Lines))
	}
	raw, err := vcard.Attach(d.Raw, func(hash string) ([]byte, error) {
		if data, ok := store[hash]; ok {
			return data, nil
		}
		return nil, errors.New("no such picture")
	})
	if err != nil {
		t.Fatalf("card %d: %v", c.Number, err)
	}
	if !bytes.Equal(raw, c.Raw) {
		t.Errorf("card %d: with its pictures again %q, want %q", c.Number, clip(raw), clip(c.Raw))
	}
}

func checkSame[T any](t *testing.T, what string, got, want T) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s:\n got %s\nwant %s", what, clip([]byte(fmt.Sprintf("%+v", got))), clip([]byte(fmt.Sprintf("%+v", want))))
	}
}

func clip(b []byte) string {
	return string(b[:min(len(b), 3000)])
}

// forEachCorpusCard runs check on every card of the corpus.
func forEachCorpusCard(t *testing.T, check func(t *testing.T, c *vcard.Card)) {
	names, files := corpusFiles(t)
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			for _, c := range readAll(t, vcard.NewReader(bytes.NewReader(files[name]), vcard.Options{})) {
				check(t, c)
			}
		})
	}
}

func TestCorpusCardsReadTheSameFromWhatIsStored(t *testing.T)  { forEachCorpusCard(t, checkStored) }
func TestCorpusCardsReadTheSameFromWhatIsWritten(t *testing.T) { forEachCorpusCard(t, checkWritten) }
func TestCorpusPicturesComeBackToTheByte(t *testing.T)         { forEachCorpusCard(t, checkDetached) }

func TestCorpusCardsSayTheSameInEveryVersion(t *testing.T) {
	forEachCorpusCard(t, func(t *testing.T, c *vcard.Card) {
		for _, way := range [][]vcard.Version{{vcard.V30, vcard.V40, vcard.V30}, {vcard.V40}, {vcard.V30}, {vcard.V21}, {vcard.V21, vcard.V30, vcard.V40, vcard.V21}} {
			checkWay(t, c, way)
		}
	})
}

// checkWay fails unless a card says the same after each conversion, save what its losses list.
func checkWay(t *testing.T, c *vcard.Card, way []vcard.Version) {
	t.Helper()
	last := c
	for _, to := range way {
		next, losses := last.Convert(to)
		if len(next.Repairs) > 0 {
			t.Errorf("card %d to %s needs repair: %+v in %q", c.Number, to, next.Repairs, clip(next.Raw))
		}
		if len(losses) == 0 {
			checkSame(t, fmt.Sprintf("card %d in %v at %s", c.Number, way, to), sayingOf(next), sayingOf(last))
		}
		last = next
	}
}
