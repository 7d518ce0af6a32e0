package match_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"kaffeerunde/backend/guestlist"
	"kaffeerunde/backend/match"
	"kaffeerunde/backend/sample"
	"kaffeerunde/backend/vcard"
)

// invited are guests who are in the sample's book under another spelling, with the name that the book has.
var invited = []struct{ given, family, organisation, mail, inBook string }{
	{"J.", "Krüger", "Werkstatt Lindenhof", "", "Jana Krüger"},
	{"Friederike", "Mueller", "Praxis am Weiher", "", "Dr. Friederike Müller"},
	{"Hartmut", "Müller", "", "", "Hartmut Mueller"},
	{"Bjoern Ole", "Weiss", "Kranich & Söhne GmbH", "", "Björn-Ole Weiß"},
	{"Cigdem", "Aksoylu", "", "cigdem@brueckenwerk.example", "Çiğdem Aksoylu"},
	{"Ilker", "Gunisik", "", "", "İlker Günışık"},
	{"Layan", "Al-Haddad", "", "", "ليان الحداد"},
	{"Yousef", "Mansouri", "Bewegte Bilder", "", "يوسف منصوري"},
	{"Shuya", "Lin", "Atelier Papierkranich", "", "林书雅"},
	{"Ming-Xuan", "Zhou", "Tidewater Analytics", "", "周明轩"},
	{"Maelle", "Fontanes", "", "", "Maëlle Fontanès"},
	{"Harriett", "Thistlewood", "", "", "Harriet Thistlewood"},
	{"Temi", "Hale", "Signal Box Theatre", "", "Temi Okonjo-Hale"},
	{"Calvin", "Pruitt", "Old Mill Radio", "", "Calvin R. Pruitt"},
	{"Ragnhild", "Oestermann", "Gemüsekiste", "", "Ragnhild Östermann"},
	{"Wojtek", "Salacki", "Fahrradhof", "", "Wojciech Sałacki"},
	{"Selin", "Yildirimli", "", "", "Selin Yıldırımlı"},
	{"Konstanze", "Aue", "Archiv für Alltagsgeschichte", "", "Konstanze Sophie von der Aue"},
	{"Ildiko", "Szabo", "Freie Bühne Nord", "", "Ildikó Szabó-Lang"},
	{"Veit", "Rottenbuecher", "", "rottenbuecher@hsdeich.example", "Prof. Dr. Veit Rottenbücher"},
	{"Eleni", "Papadimou", "Olivenhain Import", "", "Ελένη Παπαδήμου"},
	{"Wera", "Sidorenkowa", "", "", "Vera Sidorenkova"},
	{"Philippa", "Brandt", "", "", "Philippa Löwenherz-Brandt"},
}

// strangers are 177 guests whom nobody in the book resembles, some of them at organisations of the book.
func strangers() (all [][4]string) {
	given := strings.Fields("Torben Sibylle Lukas Wiebke Fridolin Henriette Leopold Carla Sandra Gökhan Agnieszka Zoltán Giulia Kofi Astrid Liam Claire Matteo Tereza")
	family := strings.Fields("Hinrichsen Ehrentraut Beckenstein Harmsen Kattwinkel Moosbrugger Zirnbauer Rehberg Lindqvist Çetinel Żółkiewska Nagyváry Marangoni Mensahnor Wiklander")
	orgs := []string{"Brückenwerk Beratung", "Stadtwerke Altona", "", "Hochschule am Deich", "Nordlicht Verlag GmbH", "", "Kanzlei Sandmann", "Polderlab"}
	for i := 0; len(all) < 177; i++ {
		g, f := given[i%len(given)], family[(i/len(given)+3*i)%len(family)]
		guest := [4]string{g, f, orgs[i%len(orgs)], ""}
		if i%9 == 0 {
			guest[3] = fmt.Sprintf("gast%d@abend.example", i)
		}
		if !slices.ContainsFunc(all, func(other [4]string) bool { return other[0] == g && other[1] == f }) {
			all = append(all, guest)
		}
	}
	return all
}

// formats are five ways in which one list comes.
var formats = []struct {
	name  string
	write func(guests [][4]string) []byte
}{
	{"commas", func(guests [][4]string) []byte {
		return written(guests, "Teilnehmerliste, Stand 3.11.\n\n", func(i int, g [4]string) string {
			line := g[0] + " " + g[1]
			for _, rest := range g[2:] {
				if rest != "" {
					line += ", " + rest
				}
			}
			return line
		})
	}},
	{"numbers and bars", func(guests [][4]string) []byte {
		return written(guests, "Gäste:\n", func(i int, g [4]string) string {
			return fmt.Sprintf("%d. %s, %s | %s | %s", i+1, g[1], g[0], g[2], g[3])
		})
	}},
	{"bullets, dashes and angle brackets", func(guests [][4]string) []byte {
		return written(guests, "Liebe alle, hier kommt die Liste für den Abend.\n", func(i int, g [4]string) string {
			line := "• " + g[0] + " " + strings.ToUpper(g[1])
			if g[2] != "" {
				line += " – " + g[2]
			}
			if g[3] != "" {
				line += " <" + g[3] + ">"
			}
			return line
		})
	}},
	{"a workbook, copied", func(guests [][4]string) []byte {
		return written(guests, "Nr.\tNachname\tVorname\tFirma\tE-Mail\n", func(i int, g [4]string) string {
			return fmt.Sprintf("%d\t%s\t%s\t%s\t%s", i+1, g[1], g[0], g[2], g[3])
		})
	}},
	{"semicolons with pages", func(guests [][4]string) []byte {
		return written(guests, "Name;Unternehmen;Mail\r\n", func(i int, g [4]string) string {
			line := fmt.Sprintf("\"%s\u00a0%s\";%s;%s\r", g[0], g[1], g[2], g[3])
			if i%50 == 49 {
				line += fmt.Sprintf("\nSeite %d von 4\r\n\r\nName;Unternehmen;Mail\r", i/50+1)
			}
			return line
		})
	}},
}

func written(guests [][4]string, head string, line func(int, [4]string) string) []byte {
	var text strings.Builder
	text.WriteString(head)
	for i, g := range guests {
		text.WriteString(line(i, g) + "\n")
	}
	return []byte(text.String())
}

// TestAnEvening reads one list of two hundred names in five formats, 23 of whom are in the sample's book under another spelling.
func TestAnEvening(t *testing.T) {
	register, names := sampleRegister(t)
	guests := strangers()
	inBook := map[string]string{}
	for i, g := range invited {
		guests = slices.Insert(guests, (i*8+5)%len(guests), [4]string{g.given, g.family, g.organisation, g.mail})
		inBook[key(g.given, g.family)] = g.inBook
	}
	for _, f := range formats {
		t.Run(f.name, func(t *testing.T) {
			list := guestlist.Read(f.write(guests), nil)
			if len(list.Guests) != len(guests) {
				t.Errorf("%d guests, want %d; left out %+v", len(list.Guests), len(guests), list.Skipped)
			}
			found, sure := 0, 0
			for i, g := range list.Guests {
				if want := guests[min(i, len(guests)-1)]; key(g.Name.Given, g.Name.Family) != key(want[0], want[1]) || g.Organisation != want[2] || g.Mail != want[3] {
					t.Errorf("%q is %+v, %q, %q, want %q", g.Text, g.Name, g.Organisation, g.Mail, want)
				}
				matches := register.Find(wanted(g))
				want := inBook[key(g.Name.Given, g.Name.Family)]
				hit := false
				for _, m := range matches {
					if m.Certainty == match.Sure {
						sure++
						if names[m.Who] != want {
							t.Errorf("%q is surely %q, want %q", g.Text, names[m.Who], want)
						}
					}
					hit = hit || names[m.Who] == want
				}
				switch {
				case want == "" && len(matches) > 0:
					t.Errorf("%q may be %q, want nobody", g.Text, names[matches[0].Who])
				case want != "" && !hit:
					t.Logf("%q is not found to be %q", g.Text, want)
				case want != "":
					found++
				}
			}
			t.Logf("%d of %d found, %d of them surely", found, len(invited), sure)
			if found < 22 {
				t.Errorf("%d of %d found, want 22 at least", found, len(invited))
			}
		})
	}
}

// key is a name as every format can tell it: one of them writes the family name in capitals.
func key(given, family string) string { return given + " " + strings.ToUpper(family) }

func wanted(g guestlist.Guest) match.Guest {
	guest := match.Guest{
		Name:   match.Spelled{Display: g.Display, Family: g.Name.Family, Given: g.Name.Given},
		Suffix: g.Name.Suffix, Before: g.Name.Before, Organisation: g.Organisation,
	}
	if k, ok := match.Email(g.Mail); ok {
		guest.Reach = append(guest.Reach, k)
	}
	if k, ok := match.Phone(g.Phone, match.E164(g.Phone, "DE")); ok {
		guest.Reach = append(guest.Reach, k)
	}
	return guest
}

func sampleRegister(t *testing.T) (*match.Register, []string) {
	t.Helper()
	register := match.NewRegister(40)
	var names []string
	reader := vcard.NewReader(bytes.NewReader(sample.VCards()), vcard.Options{})
	for {
		card, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return register, names
		}
		if err != nil {
			t.Fatal(err)
		}
		name, _ := card.DisplayName()
		spelled := match.Spelled{Display: name, Nicknames: card.Nicknames()}
		for _, n := range card.Names()[:min(1, len(card.Names()))] {
			spelled.Family, spelled.Given = n.FamilyName, strings.TrimSpace(n.GivenName+" "+n.AdditionalName)
		}
		p := match.Profile{Name: match.NameOf(spelled)}
		for _, email := range card.Emails() {
			if k, ok := match.Email(email.Value); ok {
				p.Keys = append(p.Keys, k)
			}
		}
		for _, org := range card.Orgs()[:min(1, len(card.Orgs()))] {
			if k, ok := match.Organisation(org[0]); ok {
				p.Keys = append(p.Keys, k)
			}
			p.Company = org[0] == name
		}
		register.Add(p)
		names = append(names, name)
	}
}
