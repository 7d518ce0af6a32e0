package match

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// someone is a card as the pairs below tell it.
type someone struct {
	display, family, given, nickname    string
	phone, email, organisation, address string
	born                                Day
	company                             bool
}

func (s someone) profile(region string) Profile {
	p := Profile{Born: s.born, Company: s.company}
	spelled := Spelled{Display: s.display, Family: s.family, Given: s.given}
	if s.nickname != "" {
		spelled.Nicknames = []string{s.nickname}
	}
	p.Name = NameOf(spelled)
	add := func(k Key, ok bool) {
		if ok {
			p.Keys = append(p.Keys, k)
		}
	}
	for number := range strings.SplitSeq(s.phone, ",") {
		add(Phone(number, E164(number, region)))
	}
	add(Email(s.email))
	add(Organisation(s.organisation))
	street, town, _ := strings.Cut(s.address, ",")
	add(Address(street, town))
	return p
}

func TestFind(t *testing.T) {
	const phone, mail, uni, home = "030 23125001", "jana@mail.example", "Uni Köln", "Lindenstraße 5, Köln"
	born := DayOf(1980, 2, 3)
	jana := someone{family: "Roth", given: "Jana", phone: phone, email: mail, organisation: uni, address: home, born: born}
	for _, c := range []struct {
		claim       string
		here, comes someone
		want        string // reasons, "" for a stranger
		sure        Sureness
	}{
		{"the same phone in another format", jana, someone{display: "jana roth", phone: "+49 (0)30 23125-001"}, "same-phone", Likely},
		{"the same mail in other letters", jana, someone{display: "Jana Roth", email: "JANA@mail.example"}, "same-email", Likely},
		{"both", jana, someone{display: "Jana Roth", phone: phone, email: mail}, "same-email same-phone", Likely},
		{"the same phone, and only a given name", jana, someone{display: "Jana", phone: phone}, "same-phone", Likely},
		{"the same phone, and no name", jana, someone{phone: phone}, "same-phone", Likely},
		{"the same phone, and the number for a name", jana, someone{display: phone, phone: phone}, "same-phone", Likely},
		{"a slip of the finger in the name", jana, someone{display: "Jana Rtoh", email: mail}, "same-email", Likely},
		{"one who married", jana, someone{display: "Jana Weber", email: mail}, "same-email-other-name", Perhaps},
		{"another name on the same phone", jana, someone{display: "Mama", phone: phone}, "same-phone-other-name", Perhaps},
		{"the family's phone", jana, someone{display: "Timo Roth", phone: phone}, "same-phone-other-name", Apart},
		{"the family's mail address", jana, someone{display: "Timo Roth", email: mail}, "same-email-other-name", Perhaps},
		{"a company and who works there", jana, someone{display: "Uni Köln", phone: phone, company: true}, "same-phone-other-name", Apart},

		{"a number without its country", someone{display: "Ann Lee", phone: "+1 202 555 0143"}, someone{display: "Ann Lee", phone: "2025550143"}, "same-phone-tail", Likely},
		{"a number that is dialled from another country", someone{display: "Zoé Petit", phone: "+33 6 12 34 56 78"}, someone{display: "Zoé Petit", phone: "06 12 34 56 78"}, "same-phone-tail", Likely},
		{"the end of a number, and another name", someone{display: "Zoé Petit", phone: "+33 6 12 34 56 78"}, someone{display: "Timo Roth", phone: "06 12 34 56 78"}, "", Apart},
		{"numbers of two countries", someone{display: "Ann Lee", phone: "+33 6 12 34 56 78"}, someone{display: "Ann Lee", phone: "+32 6 12 34 56 78"}, "", Apart},
		{"one number in four hundred", someone{display: "Ann Lee", phone: "+49 30 23125001"}, someone{display: "Ann Lee", phone: "+49 30 23125401"}, "", Apart},

		{"name and organisation", jana, someone{display: "ROTH, Jana", organisation: "uni koeln"}, "name-and-organisation", Likely},
		{"an initial at the same organisation", jana, someone{display: "J. Roth", organisation: uni}, "name-and-organisation", Likely},
		{"another initial at the same organisation", jana, someone{display: "T. Roth", organisation: uni}, "", Apart},
		{"one family at the same organisation", jana, someone{display: "Johannes Roth", organisation: uni}, "", Apart},
		{"the same name at another organisation", jana, someone{display: "Jana Roth", organisation: "Uni Bonn"}, "", Apart},
		{"the same name at the same organisation, born on another day", jana, someone{display: "Jana Roth", organisation: uni, born: DayOf(1991, 7, 1)}, "", Apart},
		{"name and birthday", jana, someone{display: "Roth Jana", born: born}, "name-and-birthday", Likely},
		{"name and birthday, whose year one does not say", jana, someone{display: "Jana Roth", born: DayOf(0, 2, 3)}, "name-and-birthday", Likely},
		{"name and day, in other years", jana, someone{display: "Jana Roth", born: DayOf(1981, 2, 3)}, "", Apart},
		{"birthday and family name", jana, someone{display: "Timo Roth", born: born}, "", Apart},
		{"name and address", jana, someone{display: "Jana Roth", address: "Lindenstr. 5, Köln"}, "name-and-address", Likely},
		{"a family's address", jana, someone{display: "Timo Roth", address: home}, "", Apart},

		{"nothing but the name", jana, someone{display: "Jana Roth"}, "", Apart},
		{"the name, and all else another", jana, someone{display: "Jana Roth", phone: "0171 3920000", email: "roth@mail.example", organisation: "Chor", born: DayOf(1999, 1, 1)}, "", Apart},
		{"nobody", jana, someone{}, "", Apart},
	} {
		t.Run(c.claim, func(t *testing.T) {
			circle := NewCircle(0)
			circle.Add(someone{display: "Otto Beck", phone: "030 11111111"}.profile("DE"))
			circle.Add(c.here.profile("DE"))
			m, ok := circle.Find(c.comes.profile("DE"))
			if got := reasonsIn(m); got != c.want || ok != (c.want != "") || m.Sure != c.sure {
				t.Errorf("%+v meets %+v: %q, sure %d, want %q, sure %d", c.comes, c.here, got, m.Sure, c.want, c.sure)
			}
			if ok && m.Who != 1 {
				t.Errorf("meets %d, want 1", m.Who)
			}
		})
	}
}

func reasonsIn(m Meeting) string {
	var list []string
	for _, c := range m.Common {
		list = append(list, string(c.Reason))
	}
	return strings.Join(list, " ")
}

func TestLike(t *testing.T) {
	for _, c := range []struct {
		claim string
		a, b  Spelled
		want  Likeness
	}{
		{"case and accents", Spelled{Display: "Jörg Müller"}, Spelled{Display: "JORG MULLER"}, Equal},
		{"umlauts written out", Spelled{Display: "Jörg Müller"}, Spelled{Display: "Joerg Mueller"}, Equal},
		{"ß and ss", Spelled{Display: "Anna Weiß"}, Spelled{Display: "Anna Weiss"}, Equal},
		{"the family name first", Spelled{Family: "Müller", Given: "Jana"}, Spelled{Display: "Müller Jana"}, Equal},
		{"the family name first, and a comma", Spelled{Display: "Jana Müller"}, Spelled{Display: "Müller, Jana"}, Equal},
		{"parts in each other's place", Spelled{Family: "Müller", Given: "Jana"}, Spelled{Family: "Jana", Given: "Müller"}, Equal},
		{"all of a name among the given names", Spelled{Family: "Müller", Given: "Jana"}, Spelled{Given: "Jana Müller"}, Equal},
		{"a title", Spelled{Display: "Prof. Dr. Jana Müller"}, Spelled{Display: "Jana Müller"}, Equal},
		{"a title behind", Spelled{Display: "Jana Müller, MBA"}, Spelled{Display: "Frau Jana Müller"}, Equal},
		{"of and from", Spelled{Display: "Jana von Berg"}, Spelled{Display: "Jana Berg"}, Equal},
		{"a name in Han, apart and together", Spelled{Family: "王", Given: "小明"}, Spelled{Display: "王小明"}, Equal},
		{"a name in Cyrillic", Spelled{Display: "Иван Петров"}, Spelled{Display: "Ivan Petrov"}, Equal},
		{"a name in Greek", Spelled{Display: "Ελένη Παππά"}, Spelled{Display: "Eleni Pappa"}, Equal},
		{"an initial", Spelled{Display: "J. Müller"}, Spelled{Display: "Jana Müller"}, Near},
		{"another initial", Spelled{Display: "T. Müller"}, Spelled{Display: "Jana Müller"}, Kin},
		{"a double name", Spelled{Display: "Jana Müller-Roth"}, Spelled{Display: "Jana Müller"}, Near},
		{"a second given name", Spelled{Display: "Jana Maria Müller"}, Spelled{Display: "Jana Müller"}, Near},
		{"a nickname on the card", Spelled{Display: "Robert Smith", Nicknames: []string{"Bo"}}, Spelled{Display: "Bo Smith"}, Near},
		{"a nickname as the whole name", Spelled{Display: "Robert Smith", Nicknames: []string{"Bo"}}, Spelled{Display: "Bo"}, Partly},
		{"another name in FN than in N", Spelled{Display: "Omi Käthe", Family: "Roth", Given: "Katharina"}, Spelled{Display: "Käthe"}, Partly},
		{"a short form", Spelled{Display: "Bob Smith"}, Spelled{Display: "Robert Smith"}, Near},
		{"a short form in German", Spelled{Display: "Hans Roth"}, Spelled{Display: "Johannes Roth"}, Near},
		{"two short for one", Spelled{Display: "Chris Roth"}, Spelled{Display: "Christine Roth"}, Near},
		{"a slip in the given name", Spelled{Display: "Sabnie Roth"}, Spelled{Display: "Sabine Roth"}, Near},
		{"a slip in the family name", Spelled{Display: "Jana Schmdit"}, Spelled{Display: "Jana Schmidt"}, Near},
		{"a wedding", Spelled{Display: "Jana Roth"}, Spelled{Display: "Jana Weber"}, Renamed},
		{"only the given name", Spelled{Display: "Jana"}, Spelled{Display: "Jana Roth"}, Partly},
		{"only the family name", Spelled{Display: "Frau Roth"}, Spelled{Display: "Jana Roth"}, Partly},
		{"sister and brother", Spelled{Display: "Paul Roth"}, Spelled{Display: "Paula Roth"}, Kin},
		{"names that differ in their last letter", Spelled{Display: "Maria Roth"}, Spelled{Display: "Mario Roth"}, Kin},
		{"a couple", Spelled{Display: "Andrea Roth"}, Spelled{Display: "Andreas Roth"}, Kin},
		{"names that share no word", Spelled{Display: "Jana Roth"}, Spelled{Display: "Timo Weber"}, Stranger},
		{"von and von", Spelled{Display: "Jana von Berg"}, Spelled{Display: "Timo von Stein"}, Stranger},
		{"only a title and the family name", Spelled{Display: "Dr. Roth"}, Spelled{Display: "Jana Roth"}, Partly},
		{"only a title and another family name", Spelled{Display: "Dr. Roth"}, Spelled{Display: "Dr. Weber"}, Stranger},
		{"no name", Spelled{}, Spelled{Display: "Jana Roth"}, Unnamed},
		{"a mail address for a name", Spelled{Display: "jana@mail.example"}, Spelled{Display: "Jana Roth"}, Unnamed},
	} {
		t.Run(c.claim, func(t *testing.T) {
			a, b := NameOf(c.a), NameOf(c.b)
			if got := a.Like(b); got != c.want {
				t.Errorf("%+v (%q) like %+v (%q) = %d, want %d", c.a, a, c.b, b, got, c.want)
			}
			if there, back := a.Like(b), b.Like(a); there != back {
				t.Errorf("%+v and %+v: %d there, %d back", c.a, c.b, there, back)
			}
		})
	}
}

func TestWhoSharesANumber(t *testing.T) {
	const office = "0221 4700"
	circle := NewCircle(0)
	for _, name := range []string{"Anna Beck", "Timo Roth", "Jana Weber"} {
		circle.Add(someone{display: name, phone: office + "1234"}.profile("DE"))
	}
	t.Run("a switchboard says nothing of who somebody is", func(t *testing.T) {
		m, ok := circle.Find(someone{display: "Nur Demir", phone: office + "1234"}.profile("DE"))
		if !ok || m.Sure != Apart || reasonsIn(m) != "same-phone-other-name" {
			t.Errorf("meets %+v, %v, want somebody apart", m, ok)
		}
	})
	t.Run("but the name among those who have it does", func(t *testing.T) {
		m, ok := circle.Find(someone{display: "Roth, Timo", phone: office + "1234"}.profile("DE"))
		if !ok || m.Sure != Likely || m.Who != 1 {
			t.Errorf("meets %+v, %v, want the second", m, ok)
		}
	})
	t.Run("at a large organisation two have one name", func(t *testing.T) {
		circle := NewCircle(0)
		for i := range large {
			circle.Add(someone{display: "Mitarbeiter " + string(rune('A'+i)), organisation: "Stadtwerke"}.profile("DE"))
		}
		circle.Add(someone{display: "Anna Beck", organisation: "Stadtwerke", phone: "030 23125001"}.profile("DE"))
		other := someone{display: "Anna Beck", organisation: "Stadtwerke", phone: "030 23125999"}
		if m, ok := circle.Find(other.profile("DE")); ok {
			t.Errorf("meets %+v, want nobody", m)
		}
		other.phone = ""
		if _, ok := circle.Find(other.profile("DE")); !ok {
			t.Error("meets nobody, want Anna Beck: nothing speaks against it")
		}
	})
}

func TestFindIsBounded(t *testing.T) {
	circle := NewCircle(0)
	shared := someone{display: "Anna Beck", email: "info@mail.example", organisation: "Verein", born: DayOf(1980, 1, 1)}.profile("DE")
	for range 20_000 {
		circle.Add(shared)
	}
	looked := 0
	circle.table.each(shared.Keys[0], func(uint32, int32) { looked++ })
	if looked > mostLinks {
		t.Errorf("one key leads to %d people, want at most %d", looked, mostLinks)
	}
	if m, ok := circle.Find(shared); !ok || m.Sure != Likely {
		t.Errorf("meets %+v, %v, want one of them", m, ok)
	}
}

// However a name is written, it is the same name.
func TestSpellingDoesNotMatter(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	given := strings.Fields("Jana Jörg Anaïs Łukasz Özlem Søren Björn Käthe Zoë Nguyễn")
	family := strings.Fields("Roth Müller Weiß Öztürk Lefèvre Dąbrowski Groß Jäger O'Brien Şahin")
	ways := []func(string) string{
		strings.ToUpper, strings.ToLower, Fold,
		func(s string) string { return umlauts.Replace(strings.ReplaceAll(s, "ß", "ss")) },
		func(s string) string { return "Dr. " + s },
		func(s string) string { return strings.ReplaceAll(s, " ", "  ") + "\u200e" },
	}
	for range 2000 {
		names := []string{given[r.IntN(len(given))], family[r.IntN(len(family))]}
		if r.IntN(2) == 0 {
			names = append(names, given[r.IntN(len(given))])
		}
		turned := slices.Clone(names)
		r.Shuffle(len(turned), func(i, j int) { turned[i], turned[j] = turned[j], turned[i] })
		written := strings.Join(turned, " ")
		for range r.IntN(3) {
			written = ways[r.IntN(len(ways))](written)
		}
		a, b := NameOf(Spelled{Display: strings.Join(names, " ")}), NameOf(Spelled{Display: written})
		if got := a.Like(b); got != Equal {
			t.Fatalf("%q (%q) like %q (%q) = %d, want equal", names, a, written, b, got)
		}
	}
}

func FuzzUnpack(f *testing.F) {
	f.Add(someone{display: "Jana Roth", phone: "030 23125001", email: "jana@mail.example", born: DayOf(1980, 2, 3)}.profile("DE").Pack(nil))
	f.Add([]byte{})
	f.Add([]byte{layout, 0xff, 0xff})
	f.Fuzz(func(t *testing.T, packed []byte) {
		p, ok := Unpack(packed)
		if !ok {
			return
		}
		again, ok := Unpack(p.Pack(nil))
		if !ok || again.Name != p.Name || again.Born != p.Born || again.Company != p.Company || !slices.Equal(again.Keys, p.Keys) {
			t.Errorf("%x unpacks as %+v, packed and unpacked again as %+v", packed, p, again)
		}
		circle := NewCircle(1)
		circle.Add(p)
		circle.Find(p)
	})
}
