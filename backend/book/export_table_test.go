package book

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/locale"
)

// tabled returns the cells of a table of people by heading, one map a person.
func tabled(language string, notes bool, people ...contact.Person) []map[string]string {
	shape := newTableShape(notes)
	for i := range people {
		shape.include(&people[i])
	}
	var rows []map[string]string
	columns := shape.columns(locale.For(language))
	for i := range people {
		row := map[string]string{}
		for _, c := range columns {
			row[c.heading] = c.cell(newTableRow(&people[i]))
		}
		rows = append(rows, row)
	}
	return rows
}

var jana = contact.Person{
	Name: "Dr. Jana Krüger", N: contact.Name{Family: "Krüger", Given: "Jana", Prefixes: "Dr."},
	Nicknames: []string{"Janni"}, Organisation: "Hafenwerk", Unit: "Werkstatt", Title: "Tischlerin",
	Phones: []contact.Value{
		{Value: "+49 30 23125001", Types: []string{"work", "voice"}},
		{Value: "+49 171 3920001", Types: []string{"cell", "pref"}, Preferred: true},
	},
	Emails: []contact.Value{{Value: "jana@hafenwerk.example", Label: "Büro"}},
	Links:  []contact.Value{{Value: "https://hafenwerk.example"}},
	Addresses: []contact.Address{{
		Street: "Kaistraße 4", Extended: "Hof 2", PostalCode: "20457", City: "Hamburg", Country: "Deutschland", Types: []string{"home"},
	}},
	Dates: []contact.Date{{Kind: contact.Birthday, Month: 5, Day: 3}},
	Tags:  []string{"Chor", "Open Space"},
	Notes: []string{"mag Filterkaffee"},
}

func TestTable(t *testing.T) {
	row := tabled("en", false, jana)[0]
	for heading, want := range map[string]string{
		"Name": "Dr. Jana Krüger", "Prefix": "Dr.", "Given name": "Jana", "Family name": "Krüger", "Nickname": "Janni",
		"Organisation": "Hafenwerk", "Department": "Werkstatt", "Job title": "Tischlerin",
		"Phone 1": "+49 171 3920001", "Phone 1 kind": "mobile", "Phone 2": "+49 30 23125001", "Phone 2 kind": "work",
		"Mail 1": "jana@hafenwerk.example", "Mail 1 kind": "Büro", "Link 1": "https://hafenwerk.example",
		"Street 1": "Kaistraße 4, Hof 2", "Postcode 1": "20457", "City 1": "Hamburg", "Country 1": "Deutschland", "Address 1 kind": "private",
		"Birthday": "--05-03", "Tags": "Chor; Open Space",
	} {
		t.Run(heading+" stands in its column", func(t *testing.T) {
			if got := row[heading]; got != want {
				t.Errorf("%q is %q, want %q", heading, got, want)
			}
		})
	}

	t.Run("notes stay unless asked for", func(t *testing.T) {
		for _, row := range tabled("en", false, jana) {
			if _, there := row["Notes"]; there || strings.Contains(fmt.Sprint(row), "Filterkaffee") {
				t.Errorf("the note left: %v", row)
			}
		}
		if got, want := tabled("en", true, jana)[0]["Notes"], "mag Filterkaffee"; got != want {
			t.Errorf("asked for, the note is %q, want %q", got, want)
		}
	})

	t.Run("headings and kinds are German for a German", func(t *testing.T) {
		if got, want := tabled("de", false, jana)[0]["Telefon 1 Art"], "mobil"; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	})

	t.Run("there are as many columns as somebody needs", func(t *testing.T) {
		quiet := contact.Person{Name: "Bo"}
		rows := tabled("en", false, quiet, jana)
		if _, there := rows[0]["Phone 2"]; !there {
			t.Error("the second number of one person has no column")
		}
		if _, there := rows[0]["Phone 3"]; there {
			t.Error("there is a column that nobody needs")
		}
	})

	t.Run("all that has no column stands among the further values", func(t *testing.T) {
		p := contact.Person{
			Name:       "Ada",
			Messengers: []contact.Value{{Value: "ada.example", Kind: "matrix"}},
			Related:    []contact.Related{{Types: []string{"spouse"}, Value: "Bo"}, {Label: "Nachbarin", Value: "Cem"}, {Value: "Deniz"}},
			Dates: []contact.Date{
				{Kind: contact.Birthday, Year: 1984, Month: 5, Day: 3}, {Kind: contact.Anniversary, Year: 2010}, {Kind: contact.OtherDate, Label: "Umzug", Text: "im Mai"},
			},
		}
		for i := range mostNumbered + 1 {
			p.Phones = append(p.Phones, contact.Value{Value: fmt.Sprintf("030 2312500%d", i)})
		}
		row := tabled("en", false, p)[0]
		want := "Phone 10: 030 23125009\nAnniversary: 2010\nUmzug: im Mai\nmatrix: ada.example\nmarried to: Bo\nNachbarin: Cem\nKnows: Deniz"
		if got := row["Further values"]; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		if got, want := row["Phone 9"], "030 23125008"; got != want {
			t.Errorf("the ninth number is %q, want %q", got, want)
		}
	})

	t.Run("an address that is known only as a whole stands in one piece", func(t *testing.T) {
		p := contact.Person{Addresses: []contact.Address{{Formatted: "Am Markt 1\nBremen"}}}
		if got, want := tabled("en", false, p)[0]["Street 1"], "Am Markt 1\nBremen"; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	})
}

func TestPreferredFirst(t *testing.T) {
	values := []contact.Value{{Value: "a"}, {Value: "b", Preferred: true}, {Value: "c"}, {Value: "d", Preferred: true}}
	if got, want := plain(preferredFirst(values)), []string{"b", "d", "a", "c"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := values[0].Value; got != "a" {
		t.Errorf("the person's own values were reordered: %v", values)
	}
}
