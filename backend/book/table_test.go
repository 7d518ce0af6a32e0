package book

import (
	"strings"
	"testing"

	"kaffeerunde/backend/contact"
)

const linkedIn = "Notes:\n\"Some addresses are missing.\"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n" +
	"Ines,Castro,https://www.linkedin.com/in/ines-example,,Café Central,Roaster,21 Mar 2024\n" +
	"Emre,Yildiz,https://www.linkedin.com/in/emre-example,emre@yildiz.example,Studio,Consultant,03 Dec 2019\n"

const own = "Wer;Erreichbar unter;Kuchen\nAda Beispiel;030 23125001;Käse\nBo Muster;030 23125002;Apfel\n"

func TestImportOfTables(t *testing.T) {
	t.Run("importing a table twice adds nobody, and undone it leaves nothing", func(t *testing.T) {
		for name, content := range map[string]string{"Connections.csv": linkedIn, "own.csv": own} {
			b := newBook(t)
			empty := dump(t, b)
			path := file(t, name, content)
			first := importedFile(t, b, path, ImportOptions{})
			before := dump(t, b)
			again := importedFile(t, b, path, ImportOptions{})
			if first.Add != 2 || again.Add != 0 || again.Same != 2 || again.Operation != 0 || dump(t, b) != before {
				t.Errorf("%s: first %+v, again %+v, want two new, then two here already", name, first.Plan, again.FileSummary)
			}
			if l := first.Lines; l.Shown+l.Kept+l.Unreadable != l.Total || l.Total == 0 {
				t.Errorf("%s: the lines %+v do not add up", name, l)
			}
			if _, err := b.Undo(t.Context(), first.Operation); err != nil {
				t.Fatal(err)
			}
			if got := dump(t, b); got != empty {
				t.Errorf("%s: after the undo the book holds %s", name, got)
			}
		}
	})
	t.Run("a preview says what it knows of a table", func(t *testing.T) {
		b := newBook(t)
		p, err := b.Preview(t.Context(), []string{file(t, "Connections.csv", linkedIn), file(t, "own.csv", own), file(t, "a.vcf", card("FN:Ada"))}, nil)
		if err != nil {
			t.Fatal(err)
		}
		files := p.Files()
		if f := files[0]; f.Table != TableRecognised || f.Layout != "linkedin" || f.Producer != "LinkedIn" || len(f.KeptColumns) != 0 {
			t.Errorf("Connections.csv is %+v, want recognised", f)
		}
		if f := files[1]; f.Table != TableGuessed || f.Layout != "" || strings.Join(f.KeptColumns, ",") != "Kuchen" {
			t.Errorf("own.csv is %+v, want guessed, with the columns that no field fits", f)
		}
		if files[2].Table != "" {
			t.Errorf("a.vcf is a %q table, want none", files[2].Table)
		}
	})
	t.Run("what a person says of columns is remembered by the headers", func(t *testing.T) {
		b := newBook(t)
		path := file(t, "own.csv", own)
		before, err := b.Table(t.Context(), path)
		if err != nil || before.Known != TableGuessed || len(before.Columns) != 3 || len(before.Samples) != 2 {
			t.Fatalf("Table = %+v, %v, want a guess of three columns", before, err)
		}
		said := []TableColumn{{Field: "name"}, {Field: "phone", Type: "cell"}, {Field: "detail"}}
		if _, err := b.MapTable(t.Context(), path, said); err != nil {
			t.Fatal(err)
		}
		other := file(t, "other.csv", strings.Replace(own, "Ada Beispiel", "Cem Muster", 1))
		p, err := b.Preview(t.Context(), []string{other}, nil)
		if err != nil || p.Files()[0].Table != TableRemembered {
			t.Fatalf("preview = %+v, %v, want what was said", p.Files(), err)
		}
		if _, err := b.Import(t.Context(), p, nil); err != nil {
			t.Fatal(err)
		}
		cem, err := b.FindPerson(t.Context(), "Cem Muster")
		if err != nil || len(cem.Phones) != 1 || strings.Join(cem.Phones[0].Types, "") != "cell" || strings.Join(cem.Notes, "") != "Kuchen: Käse" {
			t.Errorf("Cem is %+v, %v, want a mobile number and a cake", cem, err)
		}
		after, err := b.MapTable(t.Context(), path, nil)
		if err != nil || after.Known != TableGuessed {
			t.Errorf("forgotten, the table is %+v, %v, want a guess", after, err)
		}
	})
	t.Run("a mapping changed between preview and import does not change the import", func(t *testing.T) {
		b := newBook(t)
		path := file(t, "own.csv", own)
		if _, err := b.MapTable(t.Context(), path, []TableColumn{{Field: "name"}, {Field: "phone"}, {Field: "skip"}}); err != nil {
			t.Fatal(err)
		}
		p, err := b.Preview(t.Context(), []string{path}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := b.MapTable(t.Context(), path, []TableColumn{{Field: "note"}, {Field: "note"}, {Field: "note"}}); err != nil {
			t.Fatal(err)
		}
		if r, err := b.Import(t.Context(), p, nil); err != nil || r.Added != 2 {
			t.Fatalf("import = %+v, %v, want two", r, err)
		}
		if ada, err := b.FindPerson(t.Context(), "Ada Beispiel"); err != nil || len(ada.Phones) != 1 || len(ada.Notes) != 0 {
			t.Errorf("Ada is %+v, %v, want her as previewed", ada, err)
		}
	})
	t.Run("columns said for one import are over the guess", func(t *testing.T) {
		b := newBook(t)
		o := ImportOptions{Columns: []NamedColumn{{Column: "wer", Field: "name"}, {Column: "2", Field: "phone", Type: "work"}}}
		importedFile(t, b, file(t, "own.csv", own), o)
		if ada, err := b.FindPerson(t.Context(), "Ada Beispiel"); err != nil || len(ada.Phones) != 1 || ada.Phones[0].Types[0] != "work" {
			t.Errorf("Ada is %+v, %v, want a number at work", ada, err)
		}
		o.Columns[0].Column = "Niemand"
		if r := importedFile(t, b, file(t, "own.csv", own), o); r.Problem == nil || r.Problem.Code != "table-no-column" {
			t.Errorf("problem = %+v, want table-no-column", r.Problem)
		}
	})
	t.Run("a field that there is not is refused", func(t *testing.T) {
		b := newBook(t)
		_, err := b.MapTable(t.Context(), file(t, "own.csv", own), []TableColumn{{Field: "nonsense"}, {Field: "phone"}, {Field: "note"}})
		if Explain(err).Code != "invalid-column-unknown" {
			t.Errorf("MapTable = %v, want invalid-column-unknown", err)
		}
		if _, err := b.Table(t.Context(), file(t, "a.vcf", card("FN:Ada"))); Explain(err).Code != "table-none" {
			t.Errorf("Table = %v, want table-none", err)
		}
	})
	t.Run("what we export as a table comes back", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{}, card("N:Roth;Jana;;Dr.;", "FN:Dr. Jana Roth", "TEL;TYPE=CELL:+49 171 3920012", "TEL;TYPE=WORK,FAX:030 23125001",
			"EMAIL;TYPE=HOME:jana@roth.example", "ADR;TYPE=HOME:;;Am Ufer 2;Berlin;;10997;Germany", "BDAY:1984-04-03", "CATEGORIES:Chor,Barcamp",
			"ORG:Uni;Mensa", "TITLE:Köchin", "URL:https://jana.example", "NOTE:zwei\\nZeilen"))
		want, err := b.FindPerson(t.Context(), "Dr. Jana Roth")
		if err != nil {
			t.Fatal(err)
		}
		for _, format := range []Format{FormatCSV, FormatXLSX} {
			for _, language := range []string{"en", "de"} {
				path := file(t, "people."+string(format), export(t, b, Query{}, ExportOptions{Format: format, Notes: true, Language: language}))
				other := newBook(t)
				importedFile(t, other, path, ImportOptions{})
				got, err := other.FindPerson(t.Context(), "Dr. Jana Roth")
				if err != nil {
					t.Fatalf("%s in %s: %v", format, language, err)
				}
				if got.N != want.N || got.Organisation != want.Organisation || got.Unit != want.Unit || got.Title != want.Title ||
					!sameValues(got.Phones, want.Phones) || !sameValues(got.Emails, want.Emails) || !sameValues(got.Links, want.Links) ||
					got.Addresses[0].Formatted != want.Addresses[0].Formatted || got.Dates[0].Year != 1984 ||
					strings.Join(got.Tags, ",") != strings.Join(want.Tags, ",") || got.Notes[0] != want.Notes[0] {
					t.Errorf("%s in %s: %+v, want %+v", format, language, got, want)
				}
			}
		}
	})
}

// sameValues compares values with their types.
func sameValues(a, b []contact.Value) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Value != b[i].Value || strings.Join(a[i].Types, ",") != strings.Join(b[i].Types, ",") {
			return false
		}
	}
	return true
}

// importedFile imports one file and returns its receipt.
func importedFile(t testing.TB, b *Book, path string, o ImportOptions) FileReceipt {
	t.Helper()
	receipts, err := b.ImportFiles(t.Context(), []string{path}, o, nil)
	if err != nil {
		t.Fatal(err)
	}
	return receipts[0]
}
