package match

import (
	"strings"
	"testing"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ claim, text, want string }{
		{"case goes", "Anna MEIER", "anna meier"},
		{"umlauts lose their dots", "ÄÖÜ äöü", "aou aou"},
		{"letters with a combining mark are the same", "A\u0308pfel", "apfel"},
		{"ß is ss", "Strauß STRAẞE", "strauss strasse"},
		{"letters that Unicode does not take apart", "Søren Łukasz Đorđe Æsa Œuvre Þór", "soren lukasz dorde aesa oeuvre thor"},
		{"the Turkish i's are one", "İZMİR ılık", "izmir ilik"},
		{"Vietnamese", "Nguyễn Thị Hồng", "nguyen thi hong"},
		{"Greek and Cyrillic are lower case without accents", "Ελένη Йосиф", "ελενη иосиф"},
		{"Arabic loses its vowel signs", "مُحَمَّد", "محمد"},
		{"Chinese and Korean stay whole", "王小明 김철수", "王小明 김철수"},
		{"full-width characters are ordinary ones", "ＡＢＣ１２３", "abc123"},
		{"white space is one space", "a\t\n b\u00a0c", "a b c"},
		{"marks of direction go", "\u202a+49\u202c\u200b", "+49"},
		{"broken UTF-8 breaks nothing", "a\xff\xfeb", "a\uFFFD\uFFFDb"},
		{"nothing is nothing", "", ""},
	} {
		t.Run(c.claim, func(t *testing.T) {
			if got := Fold(c.text); got != c.want {
				t.Errorf("Fold(%q) = %q, want %q", c.text, got, c.want)
			}
		})
	}
}

func TestAppendSpellings(t *testing.T) {
	for _, c := range []struct{ claim, text, want string }{
		{"an umlaut is spelled out", "Jörg Müller", " joerg mueller"},
		{"a combining diaeresis too", "Mu\u0308ller", " mueller"},
		{"ae, oe and ue are drawn together", "Mueller Goethe Jaeger", " muller gothe jager"},
		{"not behind a vowel or q", "Quelle Feuer Manuel", " manul"},
		{"both kinds in one word", "Müller-Schroeder", " mueller schroder"},
		{"words without have no other spelling", "Anna Meier", ""},
		{"ß is folded already", "Weiß", ""},
	} {
		t.Run(c.claim, func(t *testing.T) {
			if got := string(AppendSpellings(nil, c.text)); got != c.want {
				t.Errorf("AppendSpellings(%q) = %q, want %q", c.text, got, c.want)
			}
		})
	}
}

func TestE164(t *testing.T) {
	for _, c := range []struct{ number, region, want string }{
		{"+49 30 23125-000", "DE", "+493023125000"},
		{"0049 30 23125000", "DE", "+493023125000"},
		{"030/23125000", "DE", "+493023125000"},
		{"(030) 23 12 50 00", "DE", "+493023125000"},
		{"+49 (0) 30 23125000", "DE", "+493023125000"},
		{"+49 030 23125000", "DE", "+493023125000"},
		{"\u202a+49 171 3920000\u202c", "DE", "+491713920000"},
		{"tel:+49-171-3920000;ext=12", "DE", "+491713920000"},
		{"020 7946 0000", "GB", "+442079460000"},
		{"(202) 555-0123", "US", "+12025550123"},
		{"1-202-555-0123", "US", "+12025550123"},
		{"+1 202 555 0123", "DE", "+12025550123"},
		{"٠٣٠٢٣١٢٥٠٠٠", "DE", "+493023125000"},
		{"612 34 56 78", "ES", "+34612345678"},
		{"110", "DE", ""},
		{"23125000", "DE", ""},
		{"ask Jenny", "DE", ""},
		{"", "DE", ""},
		{"+", "DE", ""},
		{"+49 30 23125000 23125000 23125000", "DE", ""},
	} {
		t.Run(c.number+" in "+c.region, func(t *testing.T) {
			if got := E164(c.number, c.region); got != c.want {
				t.Errorf("E164(%q, %q) = %q, want %q", c.number, c.region, got, c.want)
			}
		})
	}
}

func TestNational(t *testing.T) {
	for _, c := range []struct{ e164, region, want string }{
		{"+493023125000", "DE", "03023125000"},
		{"+12025550123", "DE", ""},
		{"+12025550123", "US", ""},
	} {
		if got := National(c.e164, c.region); got != c.want {
			t.Errorf("National(%q, %q) = %q, want %q", c.e164, c.region, got, c.want)
		}
	}
}

func TestKeys(t *testing.T) {
	same := func(a, b string, key func(string) (Key, bool)) bool {
		k, ok := key(a)
		l, also := key(b)
		return ok && also && k == l
	}
	phone := func(s string) (Key, bool) {
		k, ok := Phone(s, E164(s, "DE"))
		return k &^ explicitBit, ok
	}
	place := func(s string) (Key, bool) {
		street, town, _ := strings.Cut(s, ",")
		return Address(street, town)
	}
	for _, c := range []struct {
		claim string
		key   func(string) (Key, bool)
		a, b  string
		want  bool
	}{
		{"mail addresses differ in case only", Email, "Jana@Mail.Example", "jana@mail.example ", true},
		{"mail addresses differ in dots", Email, "jana.roth@mail.example", "janaroth@mail.example", false},
		{"Gmail does not see dots and what follows a plus", Email, "Jana.Roth+chor@googlemail.com", "janaroth@gmail.com", true},
		{"a mail address stands behind its name", Email, "Jana <jana@mail.example>", "jana@mail.example", true},
		{"what has no @ is no mail address", Email, "jana", "jana", false},
		{"phone numbers differ in format", phone, "+49 30 23125001", "(030) 23125-001", true},
		{"phone numbers without area code match each other", phone, "23125001", "231 25 001", true},
		{"short numbers are shared by many", phone, "110", "110", false},
		{"organisations differ in case and accents", Organisation, "Uni Köln", "UNI KOELN", true},
		{"organisations in other places", Organisation, "Uni Köln", "Uni Bonn", false},
		{"nothing is no organisation", Organisation, " - ", " - ", false},
		{"streets are shortened", place, "Lindenstraße 5, Köln", "Lindenstr. 5, koeln", true},
		{"houses in one street", place, "Lindenstr. 5, Köln", "Lindenstr. 6, Köln", false},
		{"a town is no address", place, ",Köln", ",Köln", false},
	} {
		t.Run(c.claim, func(t *testing.T) {
			if got := same(c.a, c.b, c.key); got != c.want {
				t.Errorf("%q and %q match = %v, want %v", c.a, c.b, got, c.want)
			}
		})
	}
	t.Run("keys of different kinds never meet", func(t *testing.T) {
		a, _ := Organisation("Uni Köln 1234567")
		b, _ := Address("Uni Köln", "1234567")
		if a == b || a.kind() != organisation || b.kind() != address {
			t.Errorf("keys = %x %x, want two kinds", a, b)
		}
	})
}

func FuzzFold(f *testing.F) {
	for _, seed := range []string{"", "Müller", "A\u0308", "\xff", "王 ＡＢ", "مُحَمَّد", "İ"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Fold(s)
		if twice := Fold(once); twice != once {
			t.Errorf("Fold(Fold(%q)) = %q, want %q", s, twice, once)
		}
		AppendSpellings(nil, s)
		E164(s, "DE")
		name := NameOf(Spelled{Display: s, Given: s})
		if got := name.Like(NameOf(Spelled{Display: s, Given: s})); got != Equal && got != Unnamed {
			t.Errorf("%q (%q) is like itself = %d, want equal", s, name, got)
		}
	})
}
