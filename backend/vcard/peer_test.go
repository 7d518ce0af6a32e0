package vcard_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"kaffeerunde/backend/vcard"
)

// peers are other readers of vCards, as Debian packages them. Each is run by a small program in testdata/peers that
// prints what it reads. What it is known to misread has its reason under a version, a version and a card, or a version
// and a property.
var peers = []struct {
	name, pack string
	probe      []string // succeeds where the reader is installed
	command    []string // the name of the file is added
	misread    map[string]string
}{
	{"vobject", "python3-vobject",
		[]string{"/usr/bin/python3", "-c", "import vobject"},
		[]string{"/usr/bin/python3", "testdata/peers/vobject_cards.py"},
		map[string]string{
			"2.1 NOTE":  "it cuts the text of 2.1 at commas, as only lists of 3.0 have them",
			"2.1 ADR":   "the same",
			"4.0 PHOTO": "it does not know 4.0 and takes the comma of a data: URI for the end of the value",
		}},
	{"evolution", "python3-gi and gir1.2-ebookcontacts-1.2",
		[]string{"/usr/bin/python3", "-c", "import gi; gi.require_version('EBookContacts', '1.2')"},
		[]string{"/usr/bin/python3", "testdata/peers/evolution_cards.py"},
		map[string]string{
			"2.1 damaged.vcf card 4":         "it mixes a card inside the card into the outer one",
			"2.1 damaged.vcf card 5":         "it mixes a card inside the card into the outer one",
			"2.1 lotus-notes-3.0.vcf card 1": "it mixes a card inside the card into the outer one",
			"2.1 lotus-notes-3.0.vcf card 2": "it mixes a card inside the card into the outer one",
			"2.1 android-2.1.vcf card 1":     "it keeps the soft line breaks of Android, whose card goes out as it came",
			"2.1 android-2.1.vcf card 2":     "it takes one of two backslashes away",
		}},
	{"ez-vcard", "libez-vcard-java and a JDK",
		[]string{"sh", "-c", "test -e /usr/share/java/ez-vcard.jar && test -e /usr/share/java/vinnie.jar && java --list-modules | grep -q jdk.compiler"},
		[]string{"java", "-cp", "/usr/share/java/ez-vcard.jar:/usr/share/java/vinnie.jar", "testdata/peers/EzVCardCards.java"},
		map[string]string{
			"2.1 android-2.1.vcf card 1": "it drops the white space after the soft line breaks of Android, whose card goes out as it came",
			"2.1 android-2.1.vcf card 2": "it takes one of two backslashes away",
		}},
	{"kde", "libkf5contacts-dev, qtbase5-dev and g++",
		[]string{"sh", "testdata/peers/kde_cards.sh", "probe"},
		[]string{"sh", "testdata/peers/kde_cards.sh"},
		map[string]string{
			"2.1":                            "it reads a card inside a card as one of its own, so that cards cannot be told apart",
			"3.0 android-2.1.vcf card 2":     "it leaves a backslash before a semicolon",
			"3.0 google-3.0.vcf card 1":      "it does not read the lines of a group",
			"3.0 iphone-3.0.vcf card 1":      "it does not read the lines of a group, and leaves a backslash before a semicolon",
			"3.0 japanese-2.1.vcf card 1":    "it leaves a backslash before a semicolon",
			"3.0 thunderbird-4.0.vcf card 1": "it knows one FN",
			"4.0 android-2.1.vcf card 2":     "it leaves a backslash before a semicolon",
			"4.0 google-3.0.vcf card 1":      "it does not read the lines of a group",
			"4.0 iphone-3.0.vcf card 1":      "it does not read the lines of a group, and leaves a backslash before a semicolon",
			"4.0 japanese-2.1.vcf card 1":    "it leaves a backslash before a semicolon",
			"4.0 thunderbird-4.0.vcf card 1": "it knows one FN",
			"3.0 thunderbird-3.0.vcf card 1": "it knows one PHOTO",
			"4.0 PHOTO":                      "it does not read data: URIs",
		}},
}

// TestOtherReadersAgree exports every fixture to each version and compares what other programs read in it with what the
// fixture said.
func TestOtherReadersAgree(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: starting other programs takes seconds")
	}
	for _, peer := range peers {
		t.Run(peer.name, func(t *testing.T) {
			if err := exec.Command(peer.probe[0], peer.probe[1:]...).Run(); err != nil {
				t.Skipf("skipped: %s is not installed", peer.pack)
			}
			for _, version := range []vcard.Version{vcard.V21, vcard.V30, vcard.V40} {
				t.Run(version.String(), func(t *testing.T) {
					if why := peer.misread[version.String()]; why != "" {
						t.Skipf("skipped: %s", why)
					}
					file, cards := exportFixtures(t, version)
					got := ask(t, append(slices.Clone(peer.command), file))
					if len(got) != len(cards) {
						t.Fatalf("%d cards, want %d", len(got), len(cards))
					}
					for i, c := range cards {
						if peer.misread[version.String()+" "+c.from] == "" {
							comparePeer(t, c, got[i], func(name string) bool { return peer.misread[version.String()+" "+name] == "" })
						}
					}
				})
			}
		})
	}
}

// exportedCard is a card of a fixture on its way to other readers.
type exportedCard struct {
	from    string
	said    *vcard.Card // as the fixture has it
	written *vcard.Card
}

// exportFixtures writes all fixtures as one file of a version.
func exportFixtures(t *testing.T, to vcard.Version) (file string, cards []exportedCard) {
	t.Helper()
	var out bytes.Buffer
	w := vcard.NewWriter(&out)
	for _, name := range fixtures(t) {
		for _, c := range readAll(t, vcard.NewReader(bytes.NewReader(fixture(t, name)), vcard.Options{})) {
			written, _ := c.Convert(to)
			if err := w.Write(written); err != nil {
				t.Fatal(err)
			}
			cards = append(cards, exportedCard{fmt.Sprintf("%s card %d", filepath.Base(name), c.Number), c, written})
		}
	}
	file = filepath.Join(t.TempDir(), "export.vcf")
	if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return file, cards
}

// ask runs the program of a peer and returns for each card its properties: the name and the parts of the value.
func ask(t *testing.T, command []string) [][][]string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	var out, complaints bytes.Buffer
	cmd := exec.CommandContext(ctx, command[0], command[1:]...)
	cmd.Stdout, cmd.Stderr = &out, &complaints
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v: %s", err, complaints.Bytes())
	}
	if complaints.Len() > 0 {
		t.Logf("it complains: %s", complaints.Bytes())
	}
	var cards [][][]string
	if err := json.Unmarshal(out.Bytes(), &cards); err != nil {
		t.Fatal(err)
	}
	return cards
}

// comparePeer checks the properties that all readers know, as far as reads says that this one reads them.
func comparePeer(t *testing.T, c exportedCard, properties [][]string, reads func(name string) bool) {
	t.Helper()
	got := map[string][]string{}
	for _, p := range properties {
		for i := range p {
			p[i] = strings.TrimSpace(p[i])
		}
		value := strings.TrimRight(strings.Join(p[1:], "|"), "|")
		if p[0] == "TEL" {
			value = strings.TrimPrefix(value, "tel:")
		}
		if value = strings.ReplaceAll(value, "\r\n", "\n"); value != "" && value != "0" {
			got[p[0]] = append(got[p[0]], value)
		}
	}
	for name, want := range c.wanted() {
		have := got[name]
		slices.Sort(have)
		slices.Sort(want)
		if reads(name) && !slices.Equal(have, want) {
			t.Errorf("%s: %s\n got %q\nwant %q in\n%s", c.from, name, have, want, c.written.Raw[:min(len(c.written.Raw), 1500)])
		}
	}
}

// wanted returns what the fixture says under the names of properties.
func (c exportedCard) wanted() map[string][]string {
	want := map[string][]string{"FN": nil, "N": nil, "TEL": nil, "EMAIL": nil, "NOTE": nil, "ORG": nil, "TITLE": nil, "CATEGORIES": nil, "ADR": nil, "PHOTO": nil}
	say := func(name string, parts ...string) {
		value := strings.TrimRight(strings.TrimSpace(strings.Join(parts, "|")), "|")
		if value != "" {
			want[name] = append(want[name], value)
		}
	}
	for _, s := range c.said.FNs() {
		say("FN", s)
	}
	for i, n := range c.said.Names() {
		if i == 0 {
			say("N", n.FamilyName, n.GivenName, n.AdditionalName, n.HonorificPrefix, n.HonorificSuffix)
		}
	}
	for _, v := range c.said.Phones() {
		say("TEL", v.Value)
	}
	for _, v := range c.said.Emails() {
		say("EMAIL", v.Value)
	}
	for _, s := range c.said.Notes() {
		say("NOTE", s)
	}
	for _, units := range c.said.Orgs() {
		say("ORG", units...)
	}
	for _, s := range c.said.Titles() {
		say("TITLE", s)
	}
	say("CATEGORIES", c.said.Categories()...)
	for _, a := range c.said.Addresses() {
		say("ADR", a.PostOfficeBox, a.ExtendedAddress, a.StreetAddress, a.Locality, a.Region, a.PostalCode, a.Country)
	}
	for _, p := range c.said.Photos() {
		if p.Data != nil {
			say("PHOTO", fmt.Sprint(len(p.Data)))
		} else {
			say("PHOTO", p.URI)
		}
	}
	return want
}
