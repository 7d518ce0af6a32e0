package guestlist

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kaffeerunde/backend/locale"
)

// line is a guest in one line, for the tests below: what is known, in the order of the struct, empty parts left out.
func line(g Guest) string {
	var parts []string
	for _, p := range []struct{ name, value string }{
		{"", g.Display}, {"given", g.Name.Given}, {"family", g.Name.Family}, {"before", g.Name.Before}, {"org", g.Organisation}, {"role", g.Role}, {"mail", g.Mail}, {"phone", g.Phone}, {"note", g.Note},
	} {
		if p.value != "" {
			parts = append(parts, strings.TrimSpace(p.name+" "+p.value))
		}
	}
	if g.Derived {
		parts = append(parts, "derived")
	}
	if g.Twin != 0 {
		parts = append(parts, fmt.Sprintf("twin of %d", g.Twin))
	}
	return strings.Join(parts, "; ")
}

func TestRead(t *testing.T) {
	for _, c := range []struct{ claim, list, want string }{
		{"a name a line", "Anna Müller\nTorben Hinrichsen\n", "Anna Müller; given Anna; family Müller\nTorben Hinrichsen; given Torben; family Hinrichsen"},
		{"name and company", "Anna Müller, Brückenwerk GmbH\nTorben Hinrichsen, Hafenkontor\nNoor Winter, Fjordlys", "Anna Müller; given Anna; family Müller; org Brückenwerk GmbH\nTorben Hinrichsen; given Torben; family Hinrichsen; org Hafenkontor\nNoor Winter; given Noor; family Winter; org Fjordlys"},
		{"who brings somebody along", "Ralf Albrecht +1\nAnna Müller (+1)\nTorben Hinrichsen & partner, Hafenkontor\nNoor Winter mit Begleitung", "Ralf Albrecht; given Ralf; family Albrecht; note +1\nAnna Müller; given Anna; family Müller; note +1\nTorben Hinrichsen; given Torben; family Hinrichsen; org Hafenkontor; note & partner\nNoor Winter; given Noor; family Winter; note mit Begleitung"},
		{"a firm that is called so", "Anna Müller, Albers & Partner\nTorben Hinrichsen, Wolff & Partner", "Anna Müller; given Anna; family Müller; org Albers & Partner\nTorben Hinrichsen; given Torben; family Hinrichsen; org Wolff & Partner"},
		{"two in a line", "Robert Adams & Karen Anderson\nAnna Müller und Dr. Torben von Hinrichsen, Hafenkontor", "Robert Adams; given Robert; family Adams\nKaren Anderson; given Karen; family Anderson\nAnna Müller; given Anna; family Müller; org Hafenkontor\nDr. Torben von Hinrichsen; given Torben; family von Hinrichsen; org Hafenkontor"},
		{"one of whom a link is said", "Anna Müller https://x.example/anna", "Anna Müller; given Anna; family Müller; note https://x.example/anna"},
		{"family name and given name", "Müller, Anna\nHinrichsen, Torben\nvon Tannwald, Konrad", "Anna Müller; given Anna; family Müller\nTorben Hinrichsen; given Torben; family Hinrichsen\nKonrad von Tannwald; given Konrad; family von Tannwald"},
		{"family name, given name and company", "Müller, Anna, Brückenwerk\nHinrichsen, Dr. Torben, Hafenkontor", "Anna Müller; given Anna; family Müller; org Brückenwerk\nDr. Torben Hinrichsen; given Torben; family Hinrichsen; org Hafenkontor"},
		{"name and mail", "Anna Müller <anna@x.example>\n\"Hinrichsen, Torben\" <torben@x.example>", "Anna Müller; given Anna; family Müller; mail anna@x.example\nTorben Hinrichsen; given Torben; family Hinrichsen; mail torben@x.example"},
		{"recipients in one line", "Anna Müller <anna@x.example>; \"Hinrichsen, Torben\" <torben@x.example>, noor@x.example", "Anna Müller; given Anna; family Müller; mail anna@x.example\nTorben Hinrichsen; given Torben; family Hinrichsen; mail torben@x.example\nNoor; given Noor; mail noor@x.example; derived"},
		{"a company in brackets", "Anna Müller (Brückenwerk GmbH)\nTorben Hinrichsen (Hafenkontor Nord)", "Anna Müller; given Anna; family Müller; org Brückenwerk GmbH\nTorben Hinrichsen; given Torben; family Hinrichsen; org Hafenkontor Nord"},
		{"a role and a company in brackets", "Müller, Anna (CEO, X GmbH)\nTorben Hinrichsen (Lotse, Hafenkontor)", "Anna Müller; given Anna; family Müller; org X GmbH; role CEO\nTorben Hinrichsen; given Torben; family Hinrichsen; org Hafenkontor; role Lotse"},
		{"a dash, a role and a company", "Dr. Anna Müller – CEO, X GmbH\nTorben Hinrichsen – Lotse, Hafenkontor", "Dr. Anna Müller; given Anna; family Müller; org X GmbH; role CEO\nTorben Hinrichsen; given Torben; family Hinrichsen; org Hafenkontor; role Lotse"},
		{"bars", "Anna Müller | X GmbH | anna@x.example\nTorben Hinrichsen | Hafenkontor | ", "Anna Müller; given Anna; family Müller; org X GmbH; mail anna@x.example\nTorben Hinrichsen; given Torben; family Hinrichsen; org Hafenkontor"},
		{"tabs under a header", "Nr.\tNachname\tVorname\tFirma\tTelefon\n1\tMüller\tAnna\tX GmbH\t+49 30 23125104\n2\tHinrichsen\tTorben\t\t", "Anna Müller; given Anna; family Müller; org X GmbH; phone +49 30 23125104\nTorben Hinrichsen; given Torben; family Hinrichsen"},
		{"Name beside Vorname", "Name;Vorname;Firma\nMüller;Anna;X GmbH\nPeters;Peter;", "Anna Müller; given Anna; family Müller; org X GmbH\nPeter Peters; given Peter; family Peters"},
		{"whole names beside Vorname", "Name\tVorname\nAnna Müller\tAnna", "Anna Müller; given Anna; family Müller"},
		{"numbers", "1. Anna Müller\n12) Torben Hinrichsen\n(3) Noor Winter", "Anna Müller; given Anna; family Müller\nTorben Hinrichsen; given Torben; family Hinrichsen\nNoor Winter; given Noor; family Winter"},
		{"bullets", "• Anna Müller\n- Torben Hinrichsen\n* Noor Winter\n– Lea Binder", "Anna Müller; given Anna; family Müller\nTorben Hinrichsen; given Torben; family Hinrichsen\nNoor Winter; given Noor; family Winter\nLea Binder; given Lea; family Binder"},
		{"two columns of a page", "Anna Müller          Torben Hinrichsen\nLea Binder           Noor Winter", "Anna Müller; given Anna; family Müller\nTorben Hinrichsen; given Torben; family Hinrichsen\nLea Binder; given Lea; family Binder\nNoor Winter; given Noor; family Winter"},
		{"mail addresses only", "anna.mueller@x.example\ninfo@y.example\nj.roth@z.example", "Anna Mueller; given Anna; family Mueller; mail anna.mueller@x.example; derived\ninfo@y.example; mail info@y.example\nJ. Roth; given J.; family Roth; mail j.roth@z.example; derived"},
		{"capitals", "ANNA MÜLLER\nMÜLLER Torben\nJan VAN DER VELDHUIS", "Anna Müller; given Anna; family Müller\nTorben Müller; given Torben; family Müller\nJan van der Veldhuis; given Jan; family van der Veldhuis"},
		{"marks that nobody sees", "\u202aAnna\u00a0Mül\u00adler\u202c", "Anna Müller; given Anna; family Müller"},
		{"windows-1252", "Anna M\xfcller\nBj\xf6rn Wei\xdf", "Anna Müller; given Anna; family Müller\nBjörn Weiß; given Björn; family Weiß"},
		{"a name before a wedding", "Anna Müller (geb. Weber)\nLea Binder, geb. Hohenau\nCarla Rehberg née Stolte, X GmbH", "Anna Müller; given Anna; family Müller; before Weber\nLea Binder; given Lea; family Binder; before Hohenau\nCarla Rehberg; given Carla; family Rehberg; before Stolte; org X GmbH"},
		{"who comes twice", "Anna Müller, X GmbH\nTorben Hinrichsen, Y AG\nANNA MUELLER, X GmbH", "Anna Müller; given Anna; family Müller; org X GmbH\nTorben Hinrichsen; given Torben; family Hinrichsen; org Y AG\nAnna Mueller; given Anna; family Mueller; org X GmbH; twin of 1"},
		{"family names first where most are", "Hinrichsen Torben\nBinder Lea\nMüller Anna\nZirnbauer Xaverl", "Torben Hinrichsen; given Torben; family Hinrichsen\nLea Binder; given Lea; family Binder\nAnna Müller; given Anna; family Müller\nXaverl Zirnbauer; given Xaverl; family Zirnbauer"},
		{"numbers before names that begin as a month does", "3. Marangoni, Astrid\n4. Junker, Otto\n15. May, Karl", "Astrid Marangoni; given Astrid; family Marangoni\nOtto Junker; given Otto; family Junker\nKarl May; given Karl; family May"},
		{"a given name that is a family name elsewhere", "Kim Muster", "Kim Muster; given Kim; family Muster"},
		{"names of other countries", "Lin Shuya\n林书雅\nSzabó Ildikó\nJan van der Veldhuis\nKhalid bin Salem\nMaria de la Torriente\nليان الحداد", "Shuya Lin; given Shuya; family Lin\n林书雅; given 书雅; family 林\nIldikó Szabó; given Ildikó; family Szabó\nJan van der Veldhuis; given Jan; family van der Veldhuis\nKhalid bin Salem; given Khalid; family bin Salem\nMaria de la Torriente; given Maria; family de la Torriente\nليان الحداد; given ليان; family الحداد"},
		{"titles before and behind", "Prof. Dr. Veit Rottenbücher\nDipl.-Ing. Torben Hinrichsen\nLea Binder, MBA\nFrau Hagedorn", "Prof. Dr. Veit Rottenbücher; given Veit; family Rottenbücher\nDipl.-Ing. Torben Hinrichsen; given Torben; family Hinrichsen\nLea Binder MBA; given Lea; family Binder\nFrau Hagedorn; family Hagedorn"},
	} {
		t.Run(c.claim, func(t *testing.T) {
			var got []string
			list := Read([]byte(c.list), nil)
			for _, g := range list.Guests {
				got = append(got, line(g))
			}
			if strings.Join(got, "\n") != c.want {
				t.Errorf("Read(%q):\n%s\nwant\n%s\nskipped %+v, shapes %+v", c.list, strings.Join(got, "\n"), c.want, list.Skipped, list.Shapes)
			}
		})
	}
}

func TestSkipped(t *testing.T) {
	for _, c := range []struct {
		claim, line string
		why         Reason
	}{
		{"an empty line", " ", Blank},
		{"a rule", "-----", Rule},
		{"a page", "Seite 3 von 7", Page},
		{"a page in English", "- 3 -", Page},
		{"a heading", "Teilnehmerliste Stand 3.11.", Heading},
		{"a date", "Dienstag, 3. November 2026", Heading},
		{"a letter of the alphabet", "A", Heading},
		{"what follows", "Es kommen:", Heading},
		{"the name of a column", "Name", Header},
		{"a sentence", "hier kommt die Liste, wie du sie haben wolltest.", Prose},
		{"a greeting", "Viele Grüße", Prose},
		{"a number", "12345", NoName},
		{"somebody to be announced", "TBA", Nobody},
		{"nomen nominandum", "3. N.N.", Nobody},
		{"a question", "???", Nobody},
		{"a link", "- https://www.linkedin.example/in/somebody", Link},
		{"a book", strings.Repeat("Anna ", 2000), TooLong},
	} {
		t.Run(c.claim, func(t *testing.T) {
			list := Read([]byte("Torben Hinrichsen\n"+c.line+"\nLea Binder"), nil)
			if len(list.Guests) != 2 || len(list.Skipped) != 1 || list.Skipped[0].Why != c.why || list.Skipped[0].Line != 2 || list.Skipped[0].Text != c.line {
				t.Errorf("%q: %d guests, skipped %+v, want %s", c.line, len(list.Guests), list.Skipped, c.why)
			}
		})
	}
}

func TestShapesAreTakenBack(t *testing.T) {
	const text = "Anna Müller, Altona\nTorben Hinrichsen, Ottensen"
	list := Read([]byte(text), nil)
	if len(list.Shapes) != 1 || list.Shapes[0].Separator != Comma || list.Shapes[0].Fields[1] != FieldOrganisation {
		t.Fatalf("shapes = %+v, want a name and an organisation", list.Shapes)
	}
	list.Shapes[0].Fields[1] = FieldNote
	mended := Read([]byte(text), list.Shapes)
	if g := mended.Guests[0]; g.Organisation != "" || g.Note != "Altona" || g.Display != "Anna Müller" {
		t.Errorf("with the second column for the note: %+v", g)
	}
	t.Run("one that does not fit gives way", func(t *testing.T) {
		list := Read([]byte(text), []Shape{{Separator: Comma, Fields: []Field{FieldName}}, {Separator: Comma, Fields: []Field{FieldName, "shoe size"}}})
		if g := list.Guests[0]; g.Organisation != "Altona" {
			t.Errorf("guest = %+v, want the columns as they look", g)
		}
	})
}

func TestReadRows(t *testing.T) {
	list := ReadRows([]Row{
		{Line: 1, Cells: []string{"Teilnehmer", "Unternehmen", "E-Mail"}},
		{Line: 3, Cells: []string{"Anna Müller", "X GmbH", "anna@x.example"}},
		{Line: 4, Cells: []string{"", "", ""}},
		{Line: 5, Cells: []string{"Hinrichsen, Torben", "Hafenkontor"}},
	}, nil)
	if len(list.Guests) != 2 || len(list.Skipped) != 2 || list.Skipped[0].Why != Header {
		t.Fatalf("list = %+v", list)
	}
	if got := line(list.Guests[1]); got != "Torben Hinrichsen; given Torben; family Hinrichsen; org Hafenkontor" || list.Guests[1].Line != 5 {
		t.Errorf("guest = %q in line %d", got, list.Guests[1].Line)
	}
}

func TestEveryCodeHasItsSentence(t *testing.T) {
	for _, lang := range locale.Languages() {
		for _, why := range Reasons() {
			if !locale.For(lang).Has("guestlist.skipped." + string(why)) {
				t.Errorf("the catalogue does not say %q in %s", why, lang)
			}
		}
		for _, f := range Fields() {
			if !locale.For(lang).Has("guestlist.field." + string(f)) {
				t.Errorf("the catalogue does not say %q in %s", f, lang)
			}
		}
	}
}

func TestATableWithWholeNamesAndTheirParts(t *testing.T) {
	list := ReadRows([]Row{
		{Line: 1, Cells: []string{"Name", "Prefix", "Given name", "Middle name", "Family name", "Organisation", "Mail 1"}},
		{Line: 2, Cells: []string{"Dr. Björn-Ole K. Weiß", "Dr.", "Björn-Ole", "K.", "Weiß", "Kranich & Söhne", "bow@kranich.example"}},
		{Line: 3, Cells: []string{"Temi Adeyemi", "", "Temi", "", "Adeyemi", "", "temi@mail.example"}},
	}, nil)
	var got []string
	for _, g := range list.Guests {
		got = append(got, g.Name.Given+"|"+g.Name.Family+"|"+g.Organisation+"|"+g.Mail)
	}
	if want := []string{"Björn-Ole|Weiß|Kranich & Söhne|bow@kranich.example", "Temi|Adeyemi||temi@mail.example"}; !slices.Equal(got, want) {
		t.Errorf("guests = %q, want one of each line: %q", got, want)
	}
}
