package book

import (
	"slices"
	"strings"
	"testing"

	"kaffeerunde/backend/contact"
)

const (
	ada   = "UID:ada-1\r\nN:Adler;Ada;;;\r\nFN:Ada Adler\r\nCATEGORIES:Kochen"
	bo    = "UID:urn:uuid:4FBE8971-0BC3-424C-9C26-36C3E1EFF6B1\r\nFN:Bo Björk\r\nEMAIL:bo@mail.example"
	cem   = "FN:Cem Can\r\nTEL:0171 3920001"
	choir = "UID:choir\r\nN:;;;;\r\nFN:Chor\r\nX-ADDRESSBOOKSERVER-KIND:group\r\n" +
		"X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:ada-1\r\nX-ADDRESSBOOKSERVER-MEMBER:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1\r\n" +
		"X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:nobody"
)

func tagsBy(t *testing.T, b *Book, name string) []string {
	t.Helper()
	p, err := b.FindPerson(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	return p.Tags
}

func TestGroups(t *testing.T) {
	phone := card(choir) + card(ada) + card(bo) + card(cem)
	t.Run("a group is nobody but a tag on its members, whose cards stay as they came", func(t *testing.T) {
		b := newBook(t)
		r := imported(t, b, ImportOptions{}, phone)
		if got := names(t, b, Query{}); !slices.Equal(got, []string{"Ada Adler", "Bo Björk", "Cem Can"}) {
			t.Errorf("people = %q, want the three without the group", got)
		}
		if got := names(t, b, Query{AllTags: []string{"Chor"}}); !slices.Equal(got, []string{"Ada Adler", "Bo Björk"}) {
			t.Errorf("members = %q, want Ada and Bo", got)
		}
		if got := names(t, b, Query{Text: "chor"}); len(got) != 2 {
			t.Errorf("a search for the tag finds %q, want the two", got)
		}
		if got := tagsBy(t, b, "ada-1"); !slices.Equal(got, []string{"Kochen", "Chor"}) {
			t.Errorf("tags = %q, want both", got)
		}
		if got, want := rawCard(t, b, "ada-1"), card(ada); got != want {
			t.Errorf("card = %s, want %s", got, want)
		}
		if got, want := rawCard(t, b, "choir"), card(choir); got != want {
			t.Errorf("card of the group = %s, want %s", got, want)
		}
		want := GroupSummary{Name: "Chor", Members: 3, Joined: 2, Missing: []string{"urn:uuid:nobody"}}
		if len(r.Groups) != 1 || r.Groups[0].Joined != want.Joined || r.Groups[0].Members != 3 || !slices.Equal(r.Groups[0].Missing, want.Missing) {
			t.Errorf("receipt tells %+v, want %+v", r.Groups, want)
		}
		sound(t, b)
	})
	t.Run("two groups whose names differ in capitals only are one tag", func(t *testing.T) {
		b := newBook(t)
		second := "UID:choir-2\r\nFN:CHOR\r\nX-ADDRESSBOOKSERVER-KIND:group\r\nX-ADDRESSBOOKSERVER-MEMBER:urn:uuid:ada-1\r\n" +
			"X-ADDRESSBOOKSERVER-MEMBER:mailto:bo@mail.example"
		imported(t, b, ImportOptions{}, card(choir)+card(second)+card(ada)+card(bo))
		for _, uid := range []string{"ada-1", "Bo Björk"} {
			if got := tagsBy(t, b, uid); !slices.Contains(got, "Chor") || slices.Contains(got, "CHOR") {
				t.Errorf("%s wears %q, want Chor alone", uid, got)
			}
		}
		sound(t, b)
	})
	t.Run("a copy of some says which tags stay behind, a copy of all takes them along", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{}, phone)
		some, err := b.Losses(t.Context(), Query{AllTags: []string{"Chor"}}, Original)
		if err != nil || len(some) != 2 || some[0].Line != "Chor" || some[0].Reason != TagOfGroup {
			t.Errorf("losses = %+v, %v, want Chor of two people", some, err)
		}
		if all, err := b.Losses(t.Context(), Query{}, Original); err != nil || len(all) > 0 {
			t.Errorf("losses of all = %+v, %v, want none", all, err)
		}
	})
	t.Run("a group resembles nobody, whoever comes before it", func(t *testing.T) {
		r := imported(t, newBook(t), ImportOptions{}, card(cem)+card(choir))
		if r.New != 2 || r.Similar != 0 || len(r.Groups) != 1 {
			t.Errorf("receipt = %+v, want two new, one of them a group", r.FileSummary)
		}
	})
	t.Run("importing it twice changes nothing, an undo is exact, and so is the redo", func(t *testing.T) {
		b := newBook(t)
		add(t, b, contact.Draft{Name: "Nur Demir"})
		before := dump(t, b)
		r := imported(t, b, ImportOptions{}, phone)
		after := dump(t, b)
		if again := imported(t, b, ImportOptions{Update: true}, phone); again.Operation != 0 || again.Same != 4 || dump(t, b) != after {
			t.Errorf("again = %+v, want four that are here already", again)
		}
		if _, err := b.Undo(t.Context(), r.Operation); err != nil {
			t.Fatal(err)
		}
		if got := dump(t, b); got != before {
			t.Errorf("the book holds %s, want %s", got, before)
		}
		sound(t, b)
		if _, err := b.Redo(t.Context()); err != nil {
			t.Fatal(err)
		}
		if got := dump(t, b); got != after {
			t.Errorf("the book holds %s, want %s", got, after)
		}
		sound(t, b)
	})
	t.Run("members are found in the book, and those who come later join then", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{}, card(ada))
		imported(t, b, ImportOptions{}, card(choir))
		if got := names(t, b, Query{AllTags: []string{"Chor"}}); !slices.Equal(got, []string{"Ada Adler"}) {
			t.Errorf("members = %q, want Ada", got)
		}
		if _, err := b.Untag(t.Context(), "Chor", []contact.ID{idOf(t, b, "Ada Adler")}); err != nil {
			t.Fatal(err)
		}
		imported(t, b, ImportOptions{}, card(bo))
		if got := names(t, b, Query{AllTags: []string{"Chor"}}); !slices.Equal(got, []string{"Bo Björk"}) {
			t.Errorf("members = %q, want Bo, and Ada as the person left her", got)
		}
		sound(t, b)
	})
	for _, c := range []struct{ claim, member, who string }{
		{"a mail address", "MEMBER:mailto:Bo@Mail.example", "Bo Björk"},
		{"a phone number", "MEMBER:tel:+491713920001", "Cem Can"},
		{"a uid in other letters", "MEMBER:urn:uuid:ADA-1", "Ada Adler"},
		{"a uid with its scheme", "MEMBER:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1", "Bo Björk"},
	} {
		t.Run("a group of 4.0 finds a member by "+c.claim, func(t *testing.T) {
			b := newBook(t)
			group := strings.Replace(card("FN:Runde", "KIND:group", c.member), "3.0", "4.0", 1)
			imported(t, b, ImportOptions{}, group+card(ada)+card(bo)+card(cem))
			if got := names(t, b, Query{AllTags: []string{"Runde"}}); !slices.Equal(got, []string{c.who}) {
				t.Errorf("members by %s = %q, want %s", c.member, got, c.who)
			}
		})
	}
	t.Run("who belongs to a group in a group belongs to both", func(t *testing.T) {
		b := newBook(t)
		outer := card("UID:outer", "FN:Verein", "X-ADDRESSBOOKSERVER-KIND:group", "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:choir",
			"X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:outer")
		r := imported(t, b, ImportOptions{}, outer+phone)
		if got := tagsBy(t, b, "ada-1"); !slices.Equal(got, []string{"Kochen", "Verein", "Chor"}) {
			t.Errorf("tags = %q, want those of both groups", got)
		}
		if g := r.Groups[0]; g.Joined != 2 || g.Members != 3 {
			t.Errorf("receipt tells %+v, want two of three", g)
		}
		sound(t, b)
	})
	t.Run("a group that waited becomes a tag when it is added, and an undo takes it back", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{}, card(ada)+card(bo))
		p := previewed(t, b, card(choir))
		if err := p.Decide(PileNew, DecisionLater); err != nil {
			t.Fatal(err)
		}
		r, err := b.Import(t.Context(), p, nil)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := b.Undecided(t.Context(), r.Operation, 0, 10)
		if err != nil || len(rows.Items) != 1 {
			t.Fatalf("Undecided = %+v, %v, want the group", rows, err)
		}
		before := dump(t, b)
		change, err := b.DecideLater(t.Context(), r.Operation, []int{rows.Items[0].Index}, DecisionAdd)
		if err != nil {
			t.Fatal(err)
		}
		if got := names(t, b, Query{AllTags: []string{"Chor"}}); !slices.Equal(got, []string{"Ada Adler", "Bo Björk"}) {
			t.Errorf("members = %q, want Ada and Bo", got)
		}
		if _, err := b.Undo(t.Context(), change.Operation); err != nil {
			t.Fatal(err)
		}
		if got := dump(t, b); got != before {
			t.Errorf("after the undo the book is\n%s\nwant\n%s", got, before)
		}
		sound(t, b)
	})
	t.Run("the tag of a group is taken off, renamed and edited like any other", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{}, phone)
		after := dump(t, b)
		adaID := idOf(t, b, "Ada Adler")
		for claim, change := range map[string]func() (Change, error){
			"taken off": func() (Change, error) { return b.Untag(t.Context(), "Chor", []contact.ID{adaID}) },
			"renamed":   func() (Change, error) { return b.RenameTag(t.Context(), "Chor", "Gesang") },
			"deleted":   func() (Change, error) { return b.DeleteTag(t.Context(), "Chor") },
			"edited": func() (Change, error) {
				p, err := b.Person(t.Context(), adaID)
				if err != nil {
					return Change{}, err
				}
				d := p.Draft()
				d.Tags = []string{"Kochen", "Neu"}
				_, change, err := b.Edit(t.Context(), adaID, d)
				return change, err
			},
		} {
			done, err := change()
			if err != nil || done.Count == 0 {
				t.Fatalf("%s: %+v, %v", claim, done, err)
			}
			if got := tagsBy(t, b, "ada-1"); slices.Contains(got, "Chor") {
				t.Errorf("%s: tags = %q, want no Chor", claim, got)
			}
			sound(t, b)
			if _, err := b.Undo(t.Context(), done.Operation); err != nil {
				t.Fatal(err)
			}
			if got := dump(t, b); got != after {
				t.Errorf("%s and undone: the book holds %s, want %s", claim, got, after)
			}
			sound(t, b)
		}
	})
	t.Run("an edit of something else leaves the tag with the group", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{}, phone)
		p, err := b.Person(t.Context(), idOf(t, b, "Ada Adler"))
		if err != nil {
			t.Fatal(err)
		}
		d := p.Draft()
		d.Notes = []string{"singt"}
		d.Tags = append(d.Tags, "Neu")
		if _, _, err := b.Edit(t.Context(), p.ID, d); err != nil {
			t.Fatal(err)
		}
		if got := rawCard(t, b, "ada-1"); strings.Contains(got, "Chor") || !strings.Contains(got, "Neu") {
			t.Errorf("card = %s, want the new tag and not that of the group", got)
		}
		if got := tagsBy(t, b, "ada-1"); !slices.Equal(got, []string{"Kochen", "Neu", "Chor"}) {
			t.Errorf("tags = %q, want all three", got)
		}
		sound(t, b)
	})
	t.Run("the index is derived again to the same", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{}, phone)
		if err := b.Reindex(t.Context()); err != nil {
			t.Fatal(err)
		}
		sound(t, b)
		if got := names(t, b, Query{AllTags: []string{"Chor"}}); len(got) != 2 {
			t.Errorf("members = %q, want two", got)
		}
	})
}

// idOf returns the ID of somebody by name.
func idOf(t *testing.T, b *Book, name string) contact.ID {
	t.Helper()
	p, err := b.FindPerson(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	return p.ID
}

func TestOrganisationCards(t *testing.T) {
	for _, c := range []struct {
		claim string
		lines []string
		want  contact.Kind
	}{
		{"KIND says so", []string{"FN:Werkstatt", "KIND:org"}, contact.Organisation},
		{"Apple says so", []string{"FN:Werkstatt", "ORG:Werkstatt", "X-ABShowAs:COMPANY"}, contact.Organisation},
		{"it names nobody else", []string{"N:;;;;", "FN:Werkstatt", "ORG:Werkstatt;Einkauf"}, contact.Organisation},
		{"it has no name at all", []string{"ORG:Werkstatt", "TEL:1"}, contact.Organisation},
		{"it has a name", []string{"FN:Jana Roth", "ORG:Werkstatt"}, contact.Individual},
		{"it has a name in parts", []string{"N:Roth;Jana;;;", "ORG:Werkstatt"}, contact.Individual},
		{"it says that it is a person", []string{"FN:Werkstatt", "ORG:Werkstatt", "KIND:individual"}, contact.Individual},
		{"it says nothing", []string{"TEL:1"}, contact.Individual},
	} {
		t.Run("a card is of "+string(c.want)+" because "+c.claim, func(t *testing.T) {
			b := newBook(t)
			imported(t, b, ImportOptions{}, card(c.lines...))
			page, err := b.People(t.Context(), Query{}, 0, 1)
			if err != nil || len(page.Items) != 1 {
				t.Fatalf("people = %+v, %v, want one", page, err)
			}
			p, err := b.Person(t.Context(), page.Items[0].ID)
			if err != nil || page.Items[0].Kind != c.want || p.Kind != c.want {
				t.Errorf("kind of %q = %s in the list, %s in full, %v, want %s", c.lines, page.Items[0].Kind, p.Kind, err, c.want)
			}
		})
	}
}
