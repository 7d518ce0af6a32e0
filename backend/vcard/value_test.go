package vcard_test

import (
	"slices"
	"testing"

	"kaffeerunde/backend/vcard"
)

func TestDates(t *testing.T) {
	cases := []struct {
		line             string
		year, month, day int
	}{
		{"BDAY:1985-01-22", 1985, 1, 22},
		{"BDAY:19850122", 1985, 1, 22},
		{"BDAY:1985-01-22T10:00:00Z", 1985, 1, 22},
		{"BDAY:--0122", 0, 1, 22},
		{"BDAY:--01-22", 0, 1, 22},
		{"BDAY:--04", 0, 4, 0},
		{"BDAY:---22", 0, 0, 22},
		{"BDAY:1985", 1985, 0, 0},
		{"BDAY:1985-04", 1985, 4, 0},
		{"BDAY;X-APPLE-OMIT-YEAR=1604:1604-01-22", 0, 1, 22},
		{"BDAY:1604-01-22", 0, 1, 22},
		{"BDAY;VALUE=text:circa 1800", 0, 0, 0},
		{"BDAY:19723101", 0, 0, 0},
		{"BDAY:22.1.1985", 0, 0, 0},
		{"BDAY:1985-1-2", 0, 0, 0},
	}
	for _, c := range cases {
		t.Run(c.line, func(t *testing.T) {
			dates := card(t, "3.0", c.line).Dates()
			if len(dates) != 1 || dates[0].Year != c.year || dates[0].Month != c.month || dates[0].Day != c.day || dates[0].Text == "" {
				t.Errorf("%q is %+v, want %d-%d-%d", c.line, dates, c.year, c.month, c.day)
			}
		})
	}
}

func TestNames(t *testing.T) {
	cases := []struct {
		name    string
		lines   []string
		want    string
		derived bool
	}{
		{"FN says it", []string{"FN:Ute Keller", "N:x;y"}, "Ute Keller", false},
		{"an empty FN says nothing", []string{"FN: ", "N:Keller;Ute;von der;Dr.;M.A."}, "Dr. Ute von der Keller M.A.", true},
		{"a nickname", []string{"N:;;;;", "NICKNAME:Uti,U"}, "Uti", true},
		{"a company", []string{"ORG:;Backstube"}, "Backstube", true},
		{"an address", []string{"EMAIL:ute@example.org", "TEL:1"}, "ute@example.org", true},
		{"a number", []string{"TEL:0171"}, "0171", true},
		{"nothing", []string{"NOTE:x"}, "", true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			name, derived := card(t, "3.0", c.lines...).DisplayName()
			if name != c.want || derived != c.derived {
				t.Errorf("%q is called %q derived %v, want %q derived %v", c.lines, name, derived, c.want, c.derived)
			}
		})
	}
}

func TestPreference(t *testing.T) {
	cases := []struct {
		name, version string
		lines         []string
		want          []bool
	}{
		{"nobody is preferred", "3.0", []string{"TEL:1", "TEL:2"}, []bool{false, false}},
		{"the type pref", "3.0", []string{"TEL:1", "TEL;type=pref:2"}, []bool{false, true}},
		{"the smallest PREF", "4.0", []string{"TEL;PREF=20:1", "TEL;PREF=3:2", "TEL;PREF=x:3"}, []bool{false, true, false}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []bool
			for _, v := range card(t, c.version, c.lines...).Phones() {
				got = append(got, v.Pref)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%q prefer %v, want %v", c.lines, got, c.want)
			}
		})
	}
}

func TestContentHash(t *testing.T) {
	base := []string{"FN:Jörg", "N:Grün;Jörg;;;", "TEL;TYPE=home,cell:1", "item1.EMAIL:j@example.org", "item1.X-ABLabel:Boat", "BDAY:1980-01-22", "NOTE:a\\nb"}
	want := card(t, "3.0", base...).ContentHash()
	same := map[string]*vcard.Card{
		"another order":            card(t, "3.0", base[6], base[5], base[3], base[4], base[0], base[2], base[1]),
		"another case and folding": card(t, "3.0", "fn:Jö", " rg", "n:Grün;Jörg", "tel;type=CELL;type=HOME:1", "x.email:j@example.org", "x.x-ablabel:Boat", "bday:19800122", "note:a\\Nb"),
		"another version":          card(t, "4.0", "FN:Jörg", "N:Grün;Jörg;;;", "TEL;TYPE=home,cell;VALUE=uri:tel:1", base[3], base[4], "BDAY:19800122", base[6]),
		"another UID and revision": card(t, "3.0", append(slices.Clone(base), "UID:1", "REV:2", "PRODID:3", "ORG:")...),
		"another encoding":         card(t, "3.0", "FN;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:J=F6rg", base[1], base[2], base[3], base[4], base[5], base[6]),
	}
	for name, c := range same {
		t.Run(name, func(t *testing.T) {
			if got := c.ContentHash(); got != want {
				t.Errorf("%q has another hash than %q", c.Raw, base)
			}
		})
	}
	different := map[string][]string{
		"a number":      {"TEL;TYPE=home,cell:2"},
		"a type":        {"TEL;TYPE=home:1"},
		"a second time": {base[2], base[2]},
		"gone":          {},
	}
	for name, lines := range different {
		t.Run(name, func(t *testing.T) {
			changed := slices.Concat(base[:2], lines, base[3:])
			if got := card(t, "3.0", changed...).ContentHash(); got == want {
				t.Errorf("%q has the same hash as %q", changed, base)
			}
		})
	}
	t.Run("another label", func(t *testing.T) {
		changed := slices.Clone(base)
		changed[4] = "item1.X-ABLabel:Hut"
		if got := card(t, "3.0", changed...).ContentHash(); got == want {
			t.Errorf("%q has the same hash as %q", changed, base)
		}
	})
}

func TestKind(t *testing.T) {
	cases := map[string]string{
		"FN:a": "individual", "KIND:ORG": "org", "X-ABShowAs:COMPANY": "org", "X-ADDRESSBOOKSERVER-KIND:group": "group", "KIND:location": "location",
	}
	for line, want := range cases {
		t.Run(line, func(t *testing.T) {
			if got := card(t, "4.0", line).Kind(); got != want {
				t.Errorf("%q is %q, want %q", line, got, want)
			}
		})
	}
}

func TestFieldsAreWhatGoVCardReads(t *testing.T) {
	fields := card(t, "4.0", "fn:Ute", "N:Keller;Ute;;Dr.;", "TEL;TYPE=HOME;PREF=1:tel:1", "CATEGORIES:a,b").Fields()
	if got := fields.Name(); got == nil || got.FamilyName != "Keller" || got.HonorificPrefix != "Dr." {
		t.Errorf("name %+v", got)
	}
	if got := fields.Get("TEL"); got == nil || got.Value != "tel:1" || !got.Params.HasType("home") {
		t.Errorf("phone %+v", got)
	}
	if got := fields.Categories(); !slices.Equal(got, []string{"a", "b"}) {
		t.Errorf("categories %q", got)
	}
}
