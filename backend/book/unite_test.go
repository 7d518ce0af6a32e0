package book

import (
	"slices"
	"strings"
	"testing"

	"kaffeerunde/backend/contact"
)

const twoAnnas = `BEGIN:VCARD
VERSION:3.0
N:weber;anna;;;
FN:anna weber
TEL;TYPE=CELL:+49 171 1234567
CATEGORIES:Chor
NOTE:sings alto
UID:a1
END:VCARD
BEGIN:VCARD
VERSION:3.0
N:Weber;Anna;;;
FN:Anna Weber
TEL;TYPE=CELL:0171 1234567
EMAIL:anna@example.org
CATEGORIES:Kita
BDAY:1980-05-04
UID:a2
END:VCARD
BEGIN:VCARD
VERSION:3.0
N:Weber;Bernd;;;
FN:Bernd Weber
TEL;TYPE=HOME:+49 30 7654321
RELATED;TYPE=spouse:a2
UID:b1
END:VCARD
`

func merged(t *testing.T, b *Book, ids ...contact.ID) contact.Person {
	t.Helper()
	p, _, err := b.Merge(t.Context(), ids, nil)
	if err != nil {
		t.Fatal(err)
	}
	sound(t, b)
	return p
}

func TestMergeOfPeople(t *testing.T) {
	t.Run("what both say is united, the better-formed name stands", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{Similar: DecisionAdd}, twoAnnas)
		p := merged(t, b, 1, 2)
		if p.Name != "Anna Weber" || len(p.Phones) != 1 || len(p.Emails) != 1 || !slices.Equal(p.Tags, []string{"Chor", "Kita"}) || len(p.Notes) != 1 {
			t.Errorf("merged = %+v", p)
		}
	})
	t.Run("whom the others' cards name is found", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{Similar: DecisionAdd}, twoAnnas)
		p := merged(t, b, 1, 2)
		if got := connections(t, b, p.ID); len(got) != 1 || got[0].Name != "Bernd Weber" {
			t.Errorf("connections = %+v, want Bernd", got)
		}
		circles, err := b.Circles(t.Context())
		if err != nil || len(circles) != 1 || len(circles[0].People) != 2 {
			t.Errorf("circles = %+v, %v, want the two", circles, err)
		}
	})
	t.Run("an undo is exact, and so is a redo", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{Similar: DecisionAdd}, twoAnnas)
		met(t, b, contact.Encounter{Kind: contact.CoffeeEncounter, Day: "2026-01-02", People: []contact.ID{1, 2}})
		if err := b.SetMe(t.Context(), 2); err != nil {
			t.Fatal(err)
		}
		start := dump(t, b)
		merged(t, b, 1, 2)
		whole := dump(t, b)
		if me, err := b.Me(t.Context()); me != 1 || err != nil {
			t.Errorf("Me = %d, %v, want 1", me, err)
		}
		if _, err := b.Undo(t.Context(), 0); err != nil {
			t.Fatal(err)
		}
		if got := dump(t, b); got != start {
			t.Errorf("after the undo:\n%s\nwant\n%s", got, start)
		}
		if _, err := b.Redo(t.Context()); err != nil {
			t.Fatal(err)
		}
		if got := dump(t, b); got != whole {
			t.Errorf("after the redo:\n%s\nwant\n%s", got, whole)
		}
		sound(t, b)
	})
	t.Run("the same file again brings nobody new", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{Similar: DecisionAdd}, twoAnnas)
		merged(t, b, 1, 2)
		imported(t, b, ImportOptions{Similar: DecisionAdd}, twoAnnas)
		if n, err := b.Count(t.Context()); n != 2 || err != nil {
			t.Errorf("people = %d, %v, want 2", n, err)
		}
	})
}

func TestSplit(t *testing.T) {
	t.Run("gives everything back as it was", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{Similar: DecisionAdd}, twoAnnas)
		met(t, b, contact.Encounter{Kind: contact.CoffeeEncounter, Day: "2026-01-02", People: []contact.ID{2, 3}})
		start := dump(t, b)
		merged(t, b, 1, 2)
		s, err := b.Split(t.Context(), 1)
		if err != nil || len(s.Back) != 1 || len(s.Stayed) != 0 {
			t.Fatalf("Split = %+v, %v", s, err)
		}
		sound(t, b)
		if got := unverdicted(dump(t, b)); got != start {
			t.Errorf("after the split:\n%s\nwant\n%s", got, start)
		}
	})
	t.Run("what was written since stays, and is said", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{Similar: DecisionAdd}, twoAnnas)
		p := merged(t, b, 1, 2)
		d := p.Draft()
		d.Emails[0].Value = "anna@new.example"
		d.Notes = append(d.Notes, "moved to Ulm")
		d.Tags = append(d.Tags, "Ulm")
		if _, _, err := b.Edit(t.Context(), 1, d); err != nil {
			t.Fatal(err)
		}
		s, err := b.Split(t.Context(), 1)
		if err != nil {
			t.Fatal(err)
		}
		sound(t, b)
		var stayed, gone []string
		for _, v := range s.Stayed {
			stayed = append(stayed, v.Value.Value)
		}
		for _, v := range s.Gone {
			gone = append(gone, v.Value.Value)
		}
		slices.Sort(stayed)
		if !slices.Equal(stayed, []string{"Ulm", "anna@new.example", "moved to Ulm"}) || !slices.Equal(gone, []string{"anna@example.org"}) {
			t.Errorf("stayed %q, gone %q", stayed, gone)
		}
		one, _ := b.Person(t.Context(), 1)
		if one.Name != "anna weber" || !slices.Equal(one.Tags, []string{"Chor", "Ulm"}) || len(one.Emails) != 1 || len(one.Notes) != 2 || len(one.Dates) != 0 {
			t.Errorf("the one = %+v", one)
		}
		two, err := b.Person(t.Context(), 2)
		if err != nil || two.Name != "Anna Weber" || len(two.Emails) != 1 || two.Emails[0].Value != "anna@example.org" {
			t.Errorf("the other = %+v, %v", two, err)
		}
	})
}

// unverdicted is a dump without what was decided about duplicates.
func unverdicted(dump string) string {
	var kept []string
	for line := range strings.Lines(dump) {
		if !strings.HasPrefix(line, "verdict ") {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "")
}

func TestCompareMergeOfWhoIsGone(t *testing.T) {
	b := newBook(t)
	imported(t, b, ImportOptions{Similar: DecisionAdd}, twoAnnas)
	compared := func(ids ...contact.ID) MergeView {
		t.Helper()
		v, err := b.CompareMerge(t.Context(), ids)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	t.Run("of two who are there nobody is missing", func(t *testing.T) {
		if v := compared(1, 2); len(v.Missing) != 0 || len(v.Rows) == 0 {
			t.Errorf("CompareMerge = %+v", v)
		}
	})
	t.Run("of a part it is said whose", func(t *testing.T) {
		merged(t, b, 1, 2)
		v := compared(2, 3)
		if want := []MissingPerson{{Name: "Anna Weber", Whole: 1, WholeName: "Anna Weber"}}; len(v.Rows) != 0 || !slices.Equal(v.Missing, want) {
			t.Errorf("CompareMerge = %+v, want no rows and missing %+v", v, want)
		}
	})
	t.Run("who is in the bin is named, and of nobody nothing is known", func(t *testing.T) {
		if _, err := b.Delete(t.Context(), []contact.ID{3}); err != nil {
			t.Fatal(err)
		}
		v := compared(1, 3, 99)
		if want := []MissingPerson{{Name: "Bernd Weber", Deleted: true}, {}}; !slices.Equal(v.Missing, want) {
			t.Errorf("CompareMerge = %+v, want missing %+v", v, want)
		}
	})
}

func TestDuplicates(t *testing.T) {
	b := newBook(t)
	imported(t, b, ImportOptions{Similar: DecisionAdd}, twoAnnas)
	d, err := b.Duplicates(t.Context(), 0, 10)
	if err != nil || d.Total != 1 || d.Sure != 1 || len(d.Items) != 1 {
		t.Fatalf("Duplicates = %+v, %v", d, err)
	}
	if _, err := b.PutOff(t.Context(), []contact.ID{1, 2}); err != nil {
		t.Fatal(err)
	}
	if d, _ = b.Duplicates(t.Context(), 0, 10); d.Total != 1 || d.Later != 1 || !d.Items[0].Later {
		t.Errorf("put off: %+v", d)
	}
	if _, err := b.Distinct(t.Context(), []contact.ID{1, 2}); err != nil {
		t.Fatal(err)
	}
	if d, _ = b.Duplicates(t.Context(), 0, 10); d.Total != 0 {
		t.Errorf("distinct: %+v", d)
	}
	if _, err := b.Undo(t.Context(), 0); err != nil {
		t.Fatal(err)
	}
	if d, _ = b.Duplicates(t.Context(), 0, 10); d.Total != 1 {
		t.Errorf("after the undo: %+v", d)
	}
}
