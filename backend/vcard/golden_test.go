package vcard_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kaffeerunde/backend/vcard"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestProducersAreReadAsTheyMeant reads each fixture and compares what its cards say with the golden file beside it.
func TestProducersAreReadAsTheyMeant(t *testing.T) {
	names, err := filepath.Glob(filepath.Join("testdata", "*.vcf"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			content, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			got := report(t, content)
			golden := strings.TrimSuffix(name, ".vcf") + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s reads\n%s\nwant\n%s", name, got, want)
			}
		})
	}
}

// TestProducersSurvive holds the fixtures to what the corpus is held to.
func TestProducersSurvive(t *testing.T) {
	names, err := filepath.Glob(filepath.Join("testdata", "*.vcf"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range readAll(t, vcard.NewReader(bytes.NewReader(content), vcard.Options{})) {
			t.Run(fmt.Sprintf("%s/card %d", filepath.Base(name), c.Number), func(t *testing.T) {
				checkStored(t, c)
				checkWritten(t, c)
				checkDetached(t, c)
				for _, way := range [][]vcard.Version{{vcard.V30, vcard.V40, vcard.V30}, {vcard.V21, vcard.V30}, {vcard.V40, vcard.V40}} {
					checkWay(t, c, way)
				}
			})
		}
	}
}

// report tells all that a file says, a line for each thing.
func report(t *testing.T, content []byte) string {
	t.Helper()
	var b strings.Builder
	say := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	r := vcard.NewReader(bytes.NewReader(content), vcard.Options{})
	for _, c := range readAll(t, r) {
		name, derived := c.DisplayName()
		say("card %d at line %d, version %q, kind %s, charset %q, counts %+v", c.Number, c.Line, c.Version, c.Kind(), c.Charset, c.Counts)
		say("  name %q derived %v", name, derived)
		for _, n := range c.Names() {
			say("  N %q %q %q %q %q", n.FamilyName, n.GivenName, n.AdditionalName, n.HonorificPrefix, n.HonorificSuffix)
		}
		say("  FN %q NICKNAME %q TITLE %q ROLE %q ORG %q", c.FNs(), c.Nicknames(), c.Titles(), c.Roles(), c.Orgs())
		sayValues(say, "TEL", c.Phones())
		sayValues(say, "EMAIL", c.Emails())
		sayValues(say, "URL", c.URLs())
		for _, m := range append(c.Messengers(), c.Socials()...) {
			say("  account %q %q %q label %q", m.Service, m.Value.Value, m.Types, m.Label)
		}
		for _, a := range c.Addresses() {
			say("  ADR %q %q %q %q %q %q %q formatted %q types %q pref %v", a.PostOfficeBox, a.ExtendedAddress, a.StreetAddress, a.Locality,
				a.Region, a.PostalCode, a.Country, a.Formatted, a.Types, a.Pref)
		}
		for _, d := range c.Dates() {
			say("  date %s %d-%d-%d %q label %q", d.Kind, d.Year, d.Month, d.Day, d.Text, d.Label)
		}
		for _, p := range c.Related() {
			say("  related %q uri %v types %q label %q", p.Value, p.URI, p.Types, p.Label)
		}
		for _, topic := range c.Topics() {
			say("  topic %s %q level %q", topic.Kind, topic.Value, topic.Level)
		}
		say("  NOTE %q CATEGORIES %q UID %q members %q", c.Notes(), c.Categories(), c.UID(), c.Members())
		for _, p := range c.Photos() {
			say("  photo %d bytes %s %q", len(p.Data), p.Mime, p.URI)
		}
		for _, l := range c.Others() {
			say("  kept line %d %q %q", l.Number, l.Name(), l.Text())
		}
		for _, p := range c.Repairs {
			say("  repair line %d %s %q -> %q", p.Line, p.Reason, p.Text, p.Made)
		}
	}
	for _, u := range r.Unreadable() {
		say("unreadable card %d line %d %s %q", u.Card, u.Line, u.Reason, u.Text)
	}
	say("format %+v", r.Format())
	say("counts %+v", r.Counts())
	return b.String()
}

func sayValues(say func(string, ...any), name string, values []vcard.Value) {
	for _, v := range values {
		say("  %s %q types %q label %q pref %v", name, v.Value, v.Types, v.Label, v.Pref)
	}
}
