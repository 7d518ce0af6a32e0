package vcard_test

import (
	"bytes"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"kaffeerunde/backend/vcard"
)

// TestWhatPhonesWrite says which fixture shows which habit of the programs and phones that write vCards, and what is
// read from it. The golden files have the whole reading.
func TestWhatPhonesWrite(t *testing.T) {
	habits := []struct {
		habit, fixture string
		says           []string // of the golden file
	}{
		{"1 a bare word is a type", "outlook-2.1", []string{`TEL "+49 (89) 555-0100" types ["work" "voice"]`, `URL "http://muehle.example" types ["work"]`}},
		{"2 quoted-printable is decoded before the charset and the components", "android-2.1", []string{`N "Öztürk" "Женевьева"`}},
		{"3 a soft line break keeps white space and may cut a character", "android-2.1", []string{`ohne Nuesse  und ohne Zimt.`, `FN ["Женевьева Öztürk"]`}},
		{"3 a soft line break may cut an octet", "symbian-2.1", []string{`"Soittaa äänekkäästi 🎻"`}},
		{"4 base64 with indented lines", "android-2.1", []string{`photo 194 bytes image/jpeg`}},
		{"4 base64 with lines that nobody indented, from the next line on", "nokia-2.1", []string{`photo 74 bytes image/png`}},
		{"4 base64 under the wrong type", "macos-addressbook-3.0", []string{`photo 204 bytes image/tiff`}},
		{"5 a charset is decoded before its backslashes are looked at", "japanese-2.1", []string{`N "表" "十能"`, `"能ある鷹;は爪を隠す"`}},
		{"5 charsets of single bytes, an unknown one, one broken byte", "siemens-2.1", []string{`"Лебедева"`, `"Świetlica Łąkowa"`, `ROLE ["Hüterin"]`, `"Grüße, � bis bald"`, `unknown-charset "x-handset"`, `broken-text`}},
		{"6 text without a label is in a charset of the file", "siemens-2.1", []string{`N "Орлов" "Глеб"`, `guessed-charset "Орлов;Глеб" -> "windows-1251"`}},
		{"6 text without any label is in windows-1252", "damaged", []string{`guessed-charset "außen;Sören" -> "windows-1252"`}},
		{"7 a label belongs to its address", "outlook-2.1", []string{`formatted "Mühlgasse 4,\n\n80331 München" types ["work" "pref"]`}},
		{"8 vCard 2.1 knows two escapes", "android-2.1", []string{`ORG [["Lesekreis Sued; Gruppe 2" "Vorstand"]]`, `NOTE ["Pfad C:\\\\alt und Zeile 1\nZeile 2"]`}},
		{"9 a card inside the card leaves the outer one whole", "lotus-notes-3.0", []string{`related "Ole Tiede" uri false types ["agent"]`, `NOTE ["after the agent"]`}},
		{"9 a card that no AGENT announces", "damaged", []string{`nested-card "BEGIN:VCARD"`, `N "außen" "Sören"`}},
		{"10 a byte-order mark", "windows-contacts-2.1", []string{`FN ["Tuva Ødegård"]`, `Encoding:utf-8 with mark`}},
		{"10 UTF-16 with a mark", "macos-utf16", []string{`FN ["Æsa Çelik"]`, `utf-16le`}},
		{"10 UTF-16 without a mark", "macos-utf16be-unmarked", []string{`FN ["Æsa Çelik"]`, `utf-16be`}},
		{"10 lines that end with a carriage return", "entourage-cr", []string{`NOTE ["Ferme le lundi\net le mardi"]`}},
		{"10 lines that end with two carriage returns", "iphone-3.0", []string{`photo 194 bytes image/jpeg`}},
		{"11 a label belongs to its group", "iphone-3.0", []string{`label "Werkstatt, hinten"`, `date other 2019-4-1 "2019-04-01" label "Erste Ausstellung"`, `related "Jon" uri false types ["pref" "sibling"] label "Brother"`}},
		{"12 a day without a year, of Google", "google-3.0", []string{`date birthday 0-1-22 "--0122"`}},
		{"12 a day without a year, of Apple", "iphone-3.0", []string{`date birthday 0-2-29 "1604-02-29"`}},
		{"12 a day that is text", "thunderbird-3.0", []string{`date birthday 0-0-0 "circa 1980"`}},
		{"13 escapes that nobody needs", "google-3.0", []string{`URL "http://www.google.com/profiles/000"`}},
		{"13 a capital N is a line break", "kde-3.0", []string{`NOTE ["eins\nzwei\ndrei"]`}},
		{"14 bare commas are text outside of lists", "iphone-3.0", []string{`"Am Kai 5, Hof 2\nAufgang C"`, `"Marit,Elin"`, `NICKNAME ["Libbi" "Li"]`}},
		{"15 a data: URI under a wrong label, an address, nothing", "thunderbird-3.0", []string{`photo 74 bytes image/png`, `photo 0 bytes  "https://photos.example/odile.jpg"`}},
		{"15 a data: URI with an escaped comma", "nextcloud-4.0", []string{`photo 74 bytes image/png`}},
		{"16 an eighth part of an address", "google-3.0", []string{`formatted "7 Lime Row\nLeeds LS1 4AB"`}},
		{"16 a sixth part of a name", "thunderbird-3.0", []string{`N "Marchetti" "Odile" "" "" ""`}},
		{"16 marks of direction around a number", "iphone-3.0", []string{`TEL "\u202d+49 30 5550111\u202c"`}},
		{"17 profiles and messengers", "icloud-groups-3.0", []string{`account "skype" "bela.quint"`, `account "twitter" "belaq"`}},
		{"17 a group of Apple", "icloud-groups-3.0", []string{`kind group`, `members ["urn:uuid:00000000-0000-4000-8000-000000000128" "urn:uuid:00000000-0000-4000-8000-000000000129"]`}},
		{"17 a company of Apple", "iphone-3.0", []string{`kind org`}},
		{"17 a list of Evolution", "evolution-list-3.0", []string{`kind group`, `members ["pas-id-0001" "mailto:chor@example.org"]`, `related "Ada Lind" uri false types ["manager"]`}},
		{"17 what Evolution keeps for itself", "evolution-3.0", []string{`date anniversary 2015-6-20`, `related "Nils" uri false types ["spouse"]`}},
		{"17 what Android keeps for itself", "android-2.1", []string{`NICKNAME ["Женя"]`, `date anniversary 0-5-17`, `related "Mira" uri false types ["spouse"]`}},
		{"17 what Outlook keeps for itself", "outlook-2.1", []string{`account "" "klaere.chat"`, `date anniversary 2010-6-1`}},
		{"18 quoted parameters and carets", "nextcloud-4.0", []string{`formatted "Ngozi Adeyemi\nSonnenweg 9, 2. Stock\nHof: links"`, `types ["work" "fax"]`}},
		{"19 preferences, alternatives and extensions of 4.0", "thunderbird-4.0", []string{`TEL "+39-06-555-0126;ext=7" types ["pref" "cell"] label "" pref true`, `FN ["Odile Marchetti" "Одиль Маркетти"]`, `related "Ivo Šimek" uri false types ["co-worker"]`}},
		{"20 damage of every kind", "damaged", []string{`missing-begin`, `missing-end`, `odd-version "3"`, `odd-end "END:VCARD."`, `odd-name "LABEL,TYPE=HOME:Am Rand 1"`, `unfolded-line`, `missing-version`}},
		{"20 a line without a name", "symbian-2.1", []string{`TEL "+358 40 5550 120"`, `no-property ";CHARSET=UTF-8:"`}},
		{"21 a name that has to be derived", "sim-card-2.1", []string{`name "0151 5550131" derived true`, `name "hallo@kiosk.example" derived true`, `name "Kiosk am Eck" derived true`}},
	}
	seen := map[string]bool{}
	for _, h := range habits {
		seen[h.fixture] = true
		t.Run(h.habit+"/"+h.fixture, func(t *testing.T) {
			golden := string(fixture(t, filepath.Join("testdata", h.fixture+".golden")))
			for _, want := range h.says {
				if !strings.Contains(golden, want) {
					t.Errorf("the reading of %s has no %s", h.fixture, want)
				}
			}
		})
	}
	for _, name := range fixtures(t) {
		if base := strings.TrimSuffix(filepath.Base(name), ".vcf"); !seen[base] {
			t.Errorf("nothing says what %s shows", base)
		}
	}
}

// TestWhatGoesOut holds every fixture to what is promised of cards that go out.
func TestWhatGoesOut(t *testing.T) {
	eachFixtureCard := func(t *testing.T, check func(t *testing.T, name string, c *vcard.Card)) {
		for _, name := range fixtures(t) {
			for _, c := range readAll(t, vcard.NewReader(bytes.NewReader(fixture(t, name)), vcard.Options{})) {
				check(t, filepath.Base(name), c)
			}
		}
	}
	t.Run("22 a card that nobody edited goes out as it came", func(t *testing.T) {
		eachFixtureCard(t, func(t *testing.T, name string, c *vcard.Card) {
			var out bytes.Buffer
			if err := vcard.NewWriter(&out).Write(c); err != nil {
				t.Fatal(err)
			}
			if !bytes.Contains(out.Bytes(), c.Raw) {
				t.Errorf("%s card %d goes out as %q, want %q", name, c.Number, out.Bytes(), c.Raw)
			}
		})
	})
	t.Run("23 what is written has a version, short lines and whole characters", func(t *testing.T) {
		eachFixtureCard(t, func(t *testing.T, name string, c *vcard.Card) {
			for _, to := range []vcard.Version{vcard.V30, vcard.V40} {
				d, _ := c.Convert(to)
				if d.Version != to || len(d.Repairs) > 0 {
					t.Errorf("%s card %d to %s: version %s, repairs %v", name, c.Number, to, d.Version, d.Repairs)
				}
				for line := range bytes.SplitSeq(bytes.TrimSpace(d.Raw), []byte("\r\n")) {
					if c.Version != to && len(line) > 75 || !utf8.Valid(line) {
						t.Errorf("%s card %d to %s has the line %q", name, c.Number, to, line)
					}
				}
			}
		})
	})
	t.Run("24 a card has the same content hash after it was stored and written", func(t *testing.T) {
		eachFixtureCard(t, func(t *testing.T, name string, c *vcard.Card) {
			again, err := vcard.Parse(c.Raw, vcard.Options{Charset: c.Charset})
			if err != nil || again.ContentHash() != c.ContentHash() {
				t.Errorf("%s card %d has another hash when it is read again: %v", name, c.Number, err)
			}
		})
	})
	t.Run("25 a version says what it cannot hold", func(t *testing.T) {
		c := readAll(t, vcard.NewReader(bytes.NewReader(fixture(t, "testdata/thunderbird-4.0.vcf")), vcard.Options{}))[0]
		_, losses := c.Convert(vcard.V21)
		var names []string
		for _, l := range losses {
			if l.Reason == vcard.NoSuchProperty {
				names = append(names, l.Name)
			}
		}
		if want := []string{"EXPERTISE", "HOBBY", "INTEREST", "RELATED", "CLIENTPIDMAP"}; !slices.Equal(names, want) {
			t.Errorf("lost %q, want %q", names, want)
		}
	})
	t.Run("26 a file of 20,000 cards is read one by one", func(t *testing.T) {
		card := fixture(t, "testdata/outlook-2.1.vcf")
		const count = 20000
		r := vcard.NewReader(io.LimitReader(&loop{card}, int64(count*len(card))), vcard.Options{})
		cards := 0
		for {
			if _, err := r.Read(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatal(err)
			}
			cards++
		}
		if cards != count {
			t.Errorf("%d cards, want %d", cards, count)
		}
	})
}

// loop reads the same bytes again and again.
type loop struct{ content []byte }

func (l *loop) Read(b []byte) (int, error) {
	n := copy(b, l.content)
	l.content = append(l.content[n:len(l.content):len(l.content)], l.content[:n]...)
	return n, nil
}
