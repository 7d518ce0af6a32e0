package book

import (
	"slices"
	"strings"
	"testing"

	"kaffeerunde/backend/contact"
)

func TestSearch(t *testing.T) {
	b := newBook(t)
	people := card("N:Müller;Jörg;;;", "FN:Jörg Müller", "TEL:+49 (0)171 39200-55", "ORG:Stadtwerke Köln") +
		card("N:Mueller;Petra;;;", "FN:Petra Mueller", "NOTE:kennt Effectuation") +
		card("N:Muller;Hans;;;", "FN:Hans Muller", "EMAIL:hans@beispiel.example") +
		card("N:Strauß;Ida;;;", "FN:Ida Strauß", "TITLE:Ärztin") +
		card("N:Öztürk;Ayşe;;;", "FN:Ayşe Öztürk", "CATEGORIES:Barcamp,Chor") +
		card("N:Østergård;Søren;;;", "FN:Søren Østergård", "TEL:030 23125 077") +
		card("N:Wałęsa;Łukasz;;;", "FN:Łukasz Wałęsa") +
		card("N:王;小明;;;", "FN:王小明") +
		card("N:Quelle;Anna;;;", "FN:Anna Quelle", "NICKNAME:Änne") +
		card("FN:نور خوري")
	imported(t, b, ImportOptions{}, people)
	muellers := []string{"Petra Mueller", "Hans Muller", "Jörg Müller"}
	for _, c := range []struct {
		claim, text string
		want        []string
	}{
		{"muller finds every spelling", "muller", muellers},
		{"mueller finds every spelling", "mueller", []string{"Petra Mueller", "Jörg Müller"}},
		{"Müller finds every spelling", "Müller", muellers},
		{"two letters are enough", "mü", muellers},
		{"ß is found as ss", "strauss", []string{"Ida Strauß"}},
		{"ß is found as ß", "Strauß", []string{"Ida Strauß"}},
		{"umlauts are found without", "ozturk", []string{"Ayşe Öztürk"}},
		{"umlauts are found as oe and ue", "oeztuerk", []string{"Ayşe Öztürk"}},
		{"ø and å are found without", "ostergard", []string{"Søren Østergård"}},
		{"ł is found without", "walesa", []string{"Łukasz Wałęsa"}},
		{"case does not matter", "WAŁĘSA", []string{"Łukasz Wałęsa"}},
		{"one Chinese character is enough", "明", []string{"王小明"}},
		{"Arabic is found", "خوري", []string{"نور خوري"}},
		{"a phone is found by its national digits", "0171 39200", []string{"Jörg Müller"}},
		{"a phone is found by +49", "+49 171", []string{"Jörg Müller"}},
		{"a phone is found by 0049", "0049171", []string{"Jörg Müller"}},
		{"a phone is found by digits inside", "125 07", []string{"Søren Østergård"}},
		{"an organisation is found", "stadtwerke", []string{"Jörg Müller"}},
		{"a title is found", "arztin", []string{"Ida Strauß"}},
		{"a note is found", "effectu", []string{"Petra Mueller"}},
		{"a tag is found", "barcamp", []string{"Ayşe Öztürk"}},
		{"a mail address is found", "@beispiel", []string{"Hans Muller"}},
		{"a nickname is found", "aenne", []string{"Anna Quelle"}},
		{"all words must be found", "hans muller", []string{"Hans Muller"}},
		{"names that begin so come first", "an", []string{"Anna Quelle", "Hans Muller"}},
		{"one Latin letter finds names that begin with it", "w", []string{"Łukasz Wałęsa"}},
		{"a word that nobody has finds nobody", "xyzzy", []string{}},
		{"zeros alone are digits too", "00", []string{"Jörg Müller"}},
	} {
		t.Run(c.claim, func(t *testing.T) {
			// The first search of a program asks SQLite, those that follow look through memory.
			b.directory.forget()
			b.directory.asked = false
			for _, way := range []string{"once", "in memory"} {
				got := names(t, b, Query{Text: c.text})
				if c.claim == "names that begin so come first" {
					got = got[:min(len(got), 2)]
				}
				if !slices.Equal(got, c.want) {
					t.Errorf("search %q %s = %v, want %v", c.text, way, got, c.want)
				}
				b.directory.forget()
			}
		})
	}

	t.Run("a search follows every change", func(t *testing.T) {
		b := newBook(t)
		anna := add(t, b, contact.Draft{Name: "Anna Adler"})
		add(t, b, contact.Draft{Name: "Bela Berg"})
		for _, step := range []struct {
			what string
			do   func() error
			text string
			want []string
		}{
			{"nothing", func() error { return nil }, "adler", []string{"Anna Adler"}},
			{"edit", func() error {
				d := anna.Draft()
				d.Name = "Anna Zander"
				_, _, err := b.Edit(t.Context(), anna.ID, d)
				return err
			}, "zander", []string{"Anna Zander"}},
			{"undo", func() error { _, err := b.Undo(t.Context(), 0); return err }, "adler", []string{"Anna Adler"}},
			{"add", func() error { _, _, err := b.Add(t.Context(), contact.Draft{Name: "Adele Adler"}); return err }, "adler", []string{"Adele Adler", "Anna Adler"}},
			{"delete", func() error { _, err := b.Delete(t.Context(), []contact.ID{anna.ID}); return err }, "adler", []string{"Adele Adler"}},
			{"import", func() error { imported(t, b, ImportOptions{}, card("FN:Kim Adler")); return nil }, "adler", []string{"Adele Adler", "Kim Adler"}},
			{"redo of nothing", func() error { _, _ = b.Redo(t.Context()); return nil }, "adler", []string{"Adele Adler", "Kim Adler"}},
		} {
			if err := step.do(); err != nil {
				t.Fatal(err)
			}
			if got := names(t, b, Query{Text: step.text}); !slices.Equal(got, step.want) {
				t.Errorf("after %s search %q = %v, want %v", step.what, step.text, got, step.want)
			}
		}
	})
}

func TestList(t *testing.T) {
	b := newBook(t)
	imported(t, b, ImportOptions{}, card("N:Zander;Anna;;;", "FN:Anna Zander", "CATEGORIES:Chor,Barcamp", "ORG:Uni")+
		card("N:Äbel;Özlem;;;", "FN:Özlem Äbel", "CATEGORIES:Chor")+
		card("N:Abend;Uwe;;;", "FN:Uwe Abend", "ORG:Uni")+
		card("FN:3M Verein", "ORG:3M Verein", "X-ABSHOWAS:COMPANY")+
		card("N:Петров;Иван;;;", "FN:Иван Петров")+
		card("FN:(Dr.) Bela Clemens"))
	for _, c := range []struct {
		claim string
		query Query
		want  []string
	}{
		{"everybody stands by family name, umlauts among their letters", Query{}, []string{"3M Verein", "Özlem Äbel", "Uwe Abend", "(Dr.) Bela Clemens", "Anna Zander", "Иван Петров"}},
		{"by given name", Query{SortBy: SortByGiven}, []string{"3M Verein", "Anna Zander", "(Dr.) Bela Clemens", "Özlem Äbel", "Uwe Abend", "Иван Петров"}},
		{"any of the tags", Query{AnyTags: []string{"Barcamp", "Chor"}}, []string{"Özlem Äbel", "Anna Zander"}},
		{"all of the tags", Query{AllTags: []string{"Barcamp", "Chor"}}, []string{"Anna Zander"}},
		{"none of the tags", Query{NoTags: []string{"Barcamp"}, AnyTags: []string{"Chor"}}, []string{"Özlem Äbel"}},
		{"an organisation", Query{Organisation: "Uni"}, []string{"Uwe Abend", "Anna Zander"}},
		{"without any tag", Query{Untagged: true, Text: "uni"}, []string{"Uwe Abend"}},
		{"an import", Query{Import: 1, Text: "zan"}, []string{"Anna Zander"}},
		{"no import", Query{Import: 99}, []string{}},
		{"just these", Query{IDs: []contact.ID{1, 2}}, []string{"Özlem Äbel", "Anna Zander"}},
		{"just nobody", Query{IDs: []contact.ID{}}, []string{}},
	} {
		t.Run(c.claim, func(t *testing.T) {
			if got := names(t, b, c.query); !slices.Equal(got, c.want) {
				t.Errorf("people of %+v = %v, want %v", c.query, got, c.want)
			}
		})
	}
	t.Run("sections begin where their letter does", func(t *testing.T) {
		got, err := b.Letters(t.Context(), Query{})
		if err != nil {
			t.Fatal(err)
		}
		if want := []Letter{{"#", 0}, {"A", 1}, {"C", 3}, {"Z", 4}, {"П", 5}}; !slices.Equal(got, want) {
			t.Errorf("letters = %v, want %v", got, want)
		}
	})
	t.Run("names stand family first when the settings say so", func(t *testing.T) {
		s, err := b.Settings(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		s.NameOrder = FamilyFirst
		if err := b.SaveSettings(t.Context(), s); err != nil {
			t.Fatal(err)
		}
		if got, want := names(t, b, Query{Text: "zander"}), []string{"Zander, Anna"}; !slices.Equal(got, want) {
			t.Errorf("names = %v, want %v", got, want)
		}
	})
	t.Run("a page is a stretch of the whole", func(t *testing.T) {
		page, err := b.People(t.Context(), Query{SortBy: SortByGiven}, 1, 2)
		if err != nil {
			t.Fatal(err)
		}
		if page.Total != 6 || len(page.Items) != 2 || page.Items[0].Letter != "A" {
			t.Errorf("page = %+v, want two of six from Anna on", page)
		}
	})
}

// A sieve may let a text pass that does not hold what is looked for, and never keeps one back that does.
func TestSieve(t *testing.T) {
	texts := []string{"", "m\t", "anna muller\tmul\xffler 49171", "o'brien jorg\tchor", "王小明\t王", "a\tmumumuller"}
	for _, text := range texts {
		names := max(0, strings.IndexByte(text, nameEnd))
		all := sieveOf([]byte(text+"\n"), names)
		for from := range text {
			for to := from + 1; to <= len(text); to++ {
				piece := []byte(text[from:to])
				for _, startOnly := range []bool{false, true} {
					list := sieved([]term{{spellings: [][]byte{[]byte("zz"), piece}, startOnly: startOnly}})
					if list[0].fit([]byte(text), []byte(text[:names])) != fitsNot && !all.passes(list) {
						t.Errorf("the sieve of %q keeps %q back", text, piece)
					}
				}
			}
		}
	}
}
