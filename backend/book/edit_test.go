package book

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"kaffeerunde/backend/contact"
)

// edit changes the draft of somebody and returns them and their card.
func edit(t *testing.T, b *Book, id contact.ID, change func(*contact.Draft)) (contact.Person, string) {
	t.Helper()
	p, err := b.Person(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	draft := p.Draft()
	change(&draft)
	p, _, err = b.Edit(t.Context(), id, draft)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := b.Card(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return p, string(raw)
}

func TestAdd(t *testing.T) {
	b := newBook(t)
	t.Run("everything a draft says is there", func(t *testing.T) {
		d := contact.Draft{
			N: contact.Name{Family: "Roth", Given: "Jana", Prefixes: "Dr."}, Nicknames: []string{"Janni"},
			Organisation: "Uni, Köln", Unit: "Mensa", Title: "Köchin", Role: "Chefin",
			Phones:     []contact.Value{{Index: contact.NewLine, Value: "030 23125 001", Types: []string{"work"}, Label: "Küche", Preferred: true}},
			Emails:     []contact.Value{{Index: contact.NewLine, Value: "jana@mail.example"}},
			Links:      []contact.Value{{Index: contact.NewLine, Value: "https://jana.example"}},
			Messengers: []contact.Value{{Index: contact.NewLine, Value: "jana@chat.example", Kind: "xmpp"}},
			Addresses:  []contact.Address{{Index: contact.NewLine, Street: "Weg 1", PostalCode: "50667", City: "Köln", Types: []string{"home"}}},
			Dates:      []contact.Date{{Index: contact.NewLine, Kind: contact.Birthday, Month: 4, Day: 15}, {Index: contact.NewLine, Kind: contact.OtherDate, Year: 2001, Month: 2, Day: 3, Label: "Kennengelernt"}},
			Notes:      []string{"mag Süßes;\nund Salziges"}, Tags: []string{"Chor", "Open Space"},
		}
		p := add(t, b, d)
		if p.Name != "Dr. Jana Roth" || p.Organisation != "Uni, Köln" || p.Unit != "Mensa" || p.Title != "Köchin" || p.Role != "Chefin" {
			t.Errorf("person = %+v", p)
		}
		if got := p.Phones[0]; got.E164 != "+493023125001" || got.Label != "Küche" || !got.Preferred || !slices.Contains(got.Types, "work") {
			t.Errorf("phone = %+v", got)
		}
		if got := p.Messengers[0]; got.Value != "jana@chat.example" || got.Kind != "xmpp" {
			t.Errorf("messenger = %+v", got)
		}
		if got := p.Addresses[0]; got.Street != "Weg 1" || got.Formatted != "Weg 1\n50667 Köln" {
			t.Errorf("address = %+v", got)
		}
		if got := p.Dates; len(got) != 2 || got[0].Year != 0 || got[0].Day != 15 || got[1].Year != 2001 || got[1].Label != "Kennengelernt" {
			t.Errorf("dates = %+v", got)
		}
		if !slices.Equal(p.Notes, d.Notes) || !slices.Equal(p.Tags, d.Tags) || !slices.Equal(p.Nicknames, d.Nicknames) {
			t.Errorf("notes %q, tags %q, nicknames %q", p.Notes, p.Tags, p.Nicknames)
		}
	})
	t.Run("a draft that says nothing is refused", func(t *testing.T) {
		_, _, err := b.Add(t.Context(), contact.Draft{Name: "  ", Tags: []string{"Chor"}})
		var invalid *contact.InvalidError
		if !errors.As(err, &invalid) || invalid.Field != "name" {
			t.Errorf("Add = %v, want the name to be invalid", err)
		}
	})
	t.Run("a name of markup is text", func(t *testing.T) {
		const name = "<img src=x onerror=alert(1)>"
		if p := add(t, b, contact.Draft{Name: name}); p.Name != name {
			t.Errorf("name = %q, want %q", p.Name, name)
		}
	})
	t.Run("control characters do not get into names", func(t *testing.T) {
		if p := add(t, b, contact.Draft{Name: "Jana\x1b[31m\x07 Roth"}); strings.ContainsAny(p.Name, "\x1b\x07") {
			t.Errorf("name = %q", p.Name)
		}
	})
}

func TestEdit(t *testing.T) {
	const came = "UID:u\r\nitem1.TEL;type=CELL:030 23125 001\r\nitem1.X-ABLabel:Alt\r\nTEL;type=WORK:030 23125 002\r\nX-ODD;a=\"b\":kept as it is\r\n" +
		"EMAIL:jana@mail.example\r\nNOTE:eins\r\nNOTE:zwei\r\nADR:;;Weg 1;Köln;;50667;\r\nLABEL:Weg 1\r\nFN:Jana Roth\r\nN:Roth;Jana;;;"
	start := func(t *testing.T) (*Book, contact.Person) {
		b := newBook(t)
		imported(t, b, ImportOptions{}, card(came))
		p, err := b.FindPerson(t.Context(), "u")
		if err != nil {
			t.Fatal(err)
		}
		return b, p
	}
	t.Run("an edit that changes nothing is no operation", func(t *testing.T) {
		b, p := start(t)
		_, change, err := b.Edit(t.Context(), p.ID, p.Draft())
		if err != nil || change.Operation != 0 {
			t.Errorf("change = %+v, %v, want none", change, err)
		}
	})
	for _, c := range []struct {
		claim     string
		change    func(*contact.Draft)
		gone, new []string
	}{
		{"one phone number", func(d *contact.Draft) { d.Phones[1].Value = "030 23125 777" },
			[]string{"TEL;type=WORK:030 23125 002"}, []string{"TEL;type=WORK:030 23125 777"}},
		{"a label that goes, a label that comes, a number behind it", func(d *contact.Draft) {
			d.Phones[0].Label, d.Phones[1].Label, d.Phones[1].Value = "", "Neu", "1234567"
		}, []string{"item1.X-ABLabel:Alt", "TEL;type=WORK:030 23125 002"}, []string{"item2.TEL;type=WORK:1234567", "item2.X-ABLabel:Neu"}},
		{"a number with its label goes and another comes", func(d *contact.Draft) {
			d.Phones = append(d.Phones[1:], contact.Value{Index: contact.NewLine, Value: "110"})
		}, []string{"item1.TEL;type=CELL:030 23125 001", "item1.X-ABLabel:Alt"}, []string{"TEL:110"}},
		{"the second note goes", func(d *contact.Draft) { d.Notes = d.Notes[:1] }, []string{"NOTE:zwei"}, nil},
		{"both notes change and one comes", func(d *contact.Draft) { d.Notes = []string{"1", "2", "3"} },
			[]string{"NOTE:eins", "NOTE:zwei"}, []string{"NOTE:1", "NOTE:2", "NOTE:3"}},
		{"the name follows its parts", func(d *contact.Draft) { d.N.Family = "Weber" },
			[]string{"FN:Jana Roth", "N:Roth;Jana;;;"}, []string{"FN:Jana Weber", "N:Weber;Jana;;;"}},
		{"a name of its own stays", func(d *contact.Draft) { d.Name = "Janni" }, []string{"FN:Jana Roth"}, []string{"FN:Janni"}},
		{"the mail address goes", func(d *contact.Draft) { d.Emails = nil }, []string{"EMAIL:jana@mail.example"}, nil},
		{"a tag comes", func(d *contact.Draft) { d.Tags = []string{"Chor"} }, nil, []string{"CATEGORIES:Chor"}},
		{"an organisation comes", func(d *contact.Draft) { d.Organisation = "Uni" }, nil, []string{"ORG:Uni"}},
	} {
		t.Run(c.claim+": only those lines change", func(t *testing.T) {
			b, p := start(t)
			before := strings.Split(card(came), "\r\n")
			_, raw := edit(t, b, p.ID, c.change)
			after := strings.Split(raw, "\r\n")
			gone := slices.DeleteFunc(slices.Clone(before), func(l string) bool { return slices.Contains(after, l) })
			comes := slices.DeleteFunc(slices.Clone(after), func(l string) bool { return slices.Contains(before, l) })
			slices.Sort(gone)
			slices.Sort(comes)
			slices.Sort(c.gone)
			slices.Sort(c.new)
			if !slices.Equal(gone, c.gone) && !(c.gone == nil && len(gone) == 0) || !slices.Equal(comes, c.new) {
				t.Errorf("gone %q, new %q, want %q and %q in\n%s", gone, comes, c.gone, c.new, raw)
			}
			sound(t, b)
		})
	}
	t.Run("an address that changes takes its printed label along", func(t *testing.T) {
		b, p := start(t)
		p, raw := edit(t, b, p.ID, func(d *contact.Draft) { d.Addresses[0].City, d.Phones[1].Value = "Bonn", "1234567" })
		if strings.Contains(raw, "LABEL:Weg 1\r\nFN") || p.Addresses[0].City != "Bonn" || p.Phones[1].Value != "1234567" {
			t.Errorf("card = %s", raw)
		}
	})
	t.Run("an index that is not on the card is refused", func(t *testing.T) {
		b, p := start(t)
		d := p.Draft()
		d.Phones[0].Index = 99
		if _, _, err := b.Edit(t.Context(), p.ID, d); Explain(err).Code != "invalid-index-changed-meanwhile" {
			t.Errorf("Edit = %v, want it refused", err)
		}
	})
	t.Run("who is gone cannot be edited", func(t *testing.T) {
		b, p := start(t)
		if _, _, err := b.Edit(t.Context(), 99, p.Draft()); !errors.Is(err, contact.ErrNotFound) {
			t.Errorf("Edit = %v, want %v", err, contact.ErrNotFound)
		}
	})
	t.Run("a derived name is never written back", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{}, card("ORG:Uni", "TEL:030 23125 001"))
		_, raw := edit(t, b, 1, func(d *contact.Draft) { d.Notes = []string{"offen bis zehn"} })
		if strings.Contains(raw, "FN:") {
			t.Errorf("card = %s, want no FN", raw)
		}
	})
}

func TestFindPerson(t *testing.T) {
	b := newBook(t)
	imported(t, b, ImportOptions{}, card("UID:u1", "FN:Anna Meier")+card("UID:u2", "FN:Anna Meier-Roth")+card("FN:Jana Roth", "TITLE:Dozentin")+
		card("FN:Jörg Müller"))
	for _, c := range []struct{ ref, want string }{
		{"u2", "Anna Meier-Roth"}, {"3", "Jana Roth"}, {"jana", "Jana Roth"}, {"anna meier", "Anna Meier"}, {"ANNA MEIER-ROTH", "Anna Meier-Roth"},
		{"mueller", "Jörg Müller"}, {"muller", "Jörg Müller"},
	} {
		if p, err := b.FindPerson(t.Context(), c.ref); err != nil || p.Name != c.want {
			t.Errorf("FindPerson(%q) = %q, %v, want %q", c.ref, p.Name, err, c.want)
		}
	}
	t.Run("a name that fits several lists them", func(t *testing.T) {
		_, err := b.FindPerson(t.Context(), "anna")
		var ambiguous *contact.AmbiguousError
		if !errors.As(err, &ambiguous) || len(ambiguous.Matches) != 2 {
			t.Fatalf("FindPerson = %v, want two matches", err)
		}
		if f := Explain(err); f.Code != "ambiguous" || !strings.Contains(f.Args[1].Value, "Anna Meier-Roth") {
			t.Errorf("explained as %+v", f)
		}
	})
	t.Run("a name that fits nobody is not found", func(t *testing.T) {
		for _, ref := range []string{"zoe", "", "99", "Dozentin"} {
			if _, err := b.FindPerson(t.Context(), ref); !errors.Is(err, contact.ErrNotFound) {
				t.Errorf("FindPerson(%q) = %v, want %v", ref, err, contact.ErrNotFound)
			}
		}
	})
}
