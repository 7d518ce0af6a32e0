package book

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"kaffeerunde/backend/contact"
)

// town is a small network drawn by hand. Two circles, the choir of Ada, Bo, Cem and Dora, and the radio of Eve, Fritz and
// Gül; Hana stands between them and Ivo alone. Ada is not to be asked by Bo about Cem.
//
//	Ada ── Bo            Eve
//	 │  ╲  │           ╱  │  ╲
//	Cem ── Dora ── Hana   │   Gül
//	                   ╲  │  ╱
//	                    Fritz         Ivo
type town map[string]contact.ID

func newTown(t *testing.T) (*Book, town) {
	t.Helper()
	b := newBook(t)
	names := []string{"Ada", "Bo", "Cem", "Dora", "Hana", "Eve", "Fritz", "Gül", "Ivo"}
	ids := town{}
	for i, id := range acquaint(t, b, names...) {
		ids[names[i]] = id
	}
	friend, colleague := contact.Connection{Kind: contact.Friend}, contact.Connection{Kind: contact.Colleague, Since: "2019", How: "at Hafenradio"}
	for _, pair := range [...][2]string{{"Ada", "Bo"}, {"Ada", "Cem"}, {"Ada", "Dora"}, {"Bo", "Dora"}, {"Cem", "Dora"}, {"Dora", "Hana"}} {
		connect(t, b, friend, ids[pair[0]], ids[pair[1]])
	}
	for _, pair := range [...][2]string{{"Hana", "Eve"}, {"Hana", "Fritz"}, {"Eve", "Fritz"}, {"Eve", "Gül"}, {"Fritz", "Gül"}} {
		connect(t, b, colleague, ids[pair[0]], ids[pair[1]])
	}
	return b, ids
}

func (o town) of(names ...string) []contact.ID {
	ids := make([]contact.ID, len(names))
	for i, name := range names {
		ids[i] = o[name]
	}
	return ids
}

// answered is whom answers name, each with those they know of whom was asked about: "Ada: Bo, Cem".
func answered(answers []Answer) []string {
	var list []string
	for _, a := range answers {
		var from []string
		for _, tie := range a.Ties {
			from = append(from, tie.FromName)
		}
		list = append(list, strings.TrimSpace(a.Person.Name+": "+strings.Join(from, ", ")))
	}
	return list
}

func TestQuestions(t *testing.T) {
	b, ids := newTown(t)
	ask := func(answers []Answer, err error) []string {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return answered(answers)
	}
	for _, c := range []struct {
		name string
		got  func() ([]Answer, error)
		want []string
	}{
		{"whom two both know", func() ([]Answer, error) { return b.Shared(t.Context(), ids["Bo"], ids["Cem"]) },
			[]string{"Ada: Bo, Cem", "Dora: Bo, Cem"}},
		{"two who share nobody", func() ([]Answer, error) { return b.Shared(t.Context(), ids["Bo"], ids["Gül"]) }, nil},
		{"who links two circles", func() ([]Answer, error) {
			return b.Links(t.Context(), ids.of("Ada", "Bo", "Cem", "Dora"), ids.of("Eve", "Fritz", "Gül"))
		}, []string{"Hana: Dora, Eve, Fritz"}},
		{"who links them over two steps", func() ([]Answer, error) {
			return b.Links(t.Context(), ids.of("Ada", "Bo", "Cem"), ids.of("Gül"))
		}, []string{"Dora: Ada, Bo, Cem", "Hana:", "Eve: Gül", "Fritz: Gül"}},
		{"who belongs to the one and knows the other", func() ([]Answer, error) {
			return b.Links(t.Context(), ids.of("Ada", "Dora"), ids.of("Hana", "Ivo"))
		}, []string{"Dora: Ada, Hana", "Hana: Dora"}},
		{"two circles that nobody links", func() ([]Answer, error) { return b.Links(t.Context(), ids.of("Ada", "Bo"), ids.of("Ivo")) }, nil},
		{"who here knows each other, and who nobody", func() ([]Answer, error) {
			return b.Among(t.Context(), Query{IDs: ids.of("Ivo", "Ada", "Dora", "Gül")})
		}, []string{"Ada: Dora", "Dora: Ada", "Gül:", "Ivo:"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := ask(c.got()); !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
	t.Run("an answer says how they know each other", func(t *testing.T) {
		answers, err := b.Shared(t.Context(), ids["Hana"], ids["Gül"])
		if err != nil || len(answers) != 2 {
			t.Fatalf("%+v, %v", answers, err)
		}
		tie := answers[0].Ties[0]
		if tie.From != ids["Hana"] || tie.Is.Kind != contact.Colleague || tie.Is.Since != "2019" || tie.Is.How != "at Hafenradio" || tie.Is.Name != "Eve" {
			t.Errorf("tie %+v", tie)
		}
	})
	t.Run("who is not in the book is nobody to ask about", func(t *testing.T) {
		if _, err := b.Shared(t.Context(), ids["Ada"], 999); !errors.Is(err, contact.ErrNotFound) {
			t.Errorf("%v, want that they are not there", err)
		}
	})
}

func TestAlone(t *testing.T) {
	b, ids := newTown(t)
	imported(t, b, ImportOptions{}, card("FN:Jon", "INTEREST:kites")+card("FN:Kai", "CATEGORIES:Choir")+card("FN:Lea"))
	people, err := b.Alone(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, p := range people {
		names = append(names, p.Name)
	}
	if want := []string{"Ivo", "Lea"}; !slices.Equal(names, want) {
		t.Errorf("alone %q, want %q", names, want)
	}
	connect(t, b, contact.Connection{Kind: contact.Knows}, ids["Ivo"], ids["Ada"])
	if people, err = b.Alone(t.Context()); err != nil || len(people) != 1 {
		t.Errorf("alone %+v, %v, want Lea", people, err)
	}
}

func TestKnown(t *testing.T) {
	b := newBook(t)
	imported(t, b, ImportOptions{}, card("FN:Ada Birk", "ORG:Hafenradio;News", "TITLE:Editor", "ADR;TYPE=WORK:;;Kai 1;Kiel;SH;24103;Germany")+
		card("FN:Bo Dal", "ORG:HAFENRADIO", "ADR;TYPE=HOME:;;;Köln;;;Germany", "EXPERTISE;LEVEL=expert:sourdough")+
		card("FN:Cem Ek", "ORG:Kiosk", "INTEREST:Sourdough"))
	ids, err := b.IDs(t.Context(), Query{})
	if err != nil {
		t.Fatal(err)
	}
	connect(t, b, contact.Connection{Kind: contact.Friend}, ids[2], ids[0])
	for _, c := range []struct {
		name string
		kind FactKind
		word string
		from contact.ID
		want []string
	}{
		{"at an organisation, however it is written", AtOrganisation, "hafenradio", 0, []string{"Ada Birk: Hafenradio Editor", "Bo Dal: HAFENRADIO"}},
		{"in a town, with its umlauts or without", InPlace, "Koeln", 0, []string{"Bo Dal: Köln, Germany"}},
		{"in a country", InPlace, "Germany", 0, []string{"Ada Birk: Kiel, SH, Germany", "Bo Dal: Köln, Germany"}},
		{"into a topic", IntoTopic, "sourdough", 0, []string{"Bo Dal: sourdough expertise", "Cem Ek: Sourdough interest"}},
		{"who asks is left out", IntoTopic, "sourdough", ids[2], []string{"Bo Dal: sourdough expertise"}},
		{"nowhere", InPlace, "Atlantis", 0, nil},
		{"in no place at all", InPlace, "", 0, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			answers, err := b.Known(t.Context(), c.kind, c.word, c.from)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, a := range answers {
				got = append(got, strings.TrimSpace(a.Person.Name+": "+a.Facts[0].Value+" "+a.Facts[0].Detail))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
	t.Run("how the one who asks knows them is told", func(t *testing.T) {
		answers, err := b.Known(t.Context(), InPlace, "Kiel", ids[2])
		if err != nil || len(answers) != 1 || len(answers[0].Ties) != 1 || answers[0].Ties[0].Is.Kind != contact.Friend {
			t.Errorf("%+v, %v, want a friend", answers, err)
		}
	})
	t.Run("what is typed is completed, by those of the most people first", func(t *testing.T) {
		words, err := b.Words(t.Context(), InPlace, "")
		if err != nil || len(words) != 4 || words[0] != (WordCount{"Germany", 2}) {
			t.Errorf("%+v, %v", words, err)
		}
		if words, err = b.Words(t.Context(), AtOrganisation, "haf"); err != nil || len(words) != 1 || words[0].Count != 2 {
			t.Errorf("%+v, %v", words, err)
		}
	})
	t.Run("it follows a change and its undo", func(t *testing.T) {
		if _, err := b.Delete(t.Context(), ids[:1]); err != nil {
			t.Fatal(err)
		}
		if words, err := b.Words(t.Context(), InPlace, "kie"); err != nil || len(words) != 0 {
			t.Errorf("%+v, %v, want none", words, err)
		}
		if _, err := b.Undo(t.Context(), 0); err != nil {
			t.Fatal(err)
		}
		if words, err := b.Words(t.Context(), InPlace, "kie"); err != nil || len(words) != 1 {
			t.Errorf("%+v, %v, want Kiel", words, err)
		}
	})
}
