package table_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"kaffeerunde/backend/table"
	"kaffeerunde/backend/vcard"
)

// read returns the cards of a table as it is guessed, and its reader.
func read(t testing.TB, content string) ([]*vcard.Card, *table.Reader) {
	t.Helper()
	r := opened(t, []byte(content)).Reader(nil)
	return cards(t, r), r
}

func TestEncodingsAndDelimiters(t *testing.T) {
	const plain = "Name,Phone,Email,City\r\n\"Möller, Jana\",030 23125001,jana@moeller.example,Köln\r\n"
	utf16 := func(endian unicode.Endianness, mark unicode.BOMPolicy) string {
		text, err := unicode.UTF16(endian, mark).NewEncoder().String(plain)
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	eightBit, err := charmap.Windows1252.NewEncoder().String(plain)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ claim, content, encoding string }{
		{"UTF-8", plain, "utf-8"},
		{"UTF-8 with a mark", "\ufeff" + plain, "utf-8 with mark"},
		{"UTF-16 little-endian with a mark", utf16(unicode.LittleEndian, unicode.UseBOM), "utf-16le"},
		{"UTF-16 big-endian with a mark", utf16(unicode.BigEndian, unicode.UseBOM), "utf-16be"},
		{"UTF-16 without a mark", utf16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le"},
		{"windows-1252", eightBit, "windows-1252"},
		{"line feeds alone", strings.ReplaceAll(plain, "\r\n", "\n"), "utf-8"},
		{"carriage returns alone", strings.ReplaceAll(plain, "\r\n", "\r"), "utf-8"},
		{"tabs", strings.NewReplacer("Name,Phone,Email,City", "Name\tPhone\tEmail\tCity", "\",", "\"\t", "1,", "1\t", "e,", "e\t").Replace(plain), "utf-8"},
		{"a line that names the delimiter", "sep=;\r\nName;Phone;Email;City\r\nMöller, Jana;030 23125001;jana@moeller.example;Köln", "utf-8"},
	} {
		t.Run(c.claim+" is read", func(t *testing.T) {
			list, r := read(t, c.content)
			if len(list) != 1 || r.Format().Encoding != c.encoding {
				t.Fatalf("%d cards, encoding %q, want 1 and %q", len(list), r.Format().Encoding, c.encoding)
			}
			name, _ := list[0].DisplayName()
			if phones := list[0].Phones(); name != "Jana Möller" || len(phones) != 1 || phones[0].Value != "030 23125001" {
				t.Errorf("card = %s, want Jana Möller with her phone", list[0].Raw)
			}
			if a := list[0].Addresses(); len(a) != 1 || a[0].Locality != "Köln" {
				t.Errorf("addresses = %+v, want Köln", a)
			}
		})
	}
}

func TestOddRows(t *testing.T) {
	t.Run("a line break inside quotation marks is part of the cell", func(t *testing.T) {
		list, _ := read(t, "Name,Notes\nAda,\"one\ntwo\"\nBo,three\n")
		if len(list) != 2 || list[0].Notes()[0] != "one\ntwo" || list[1].Line != 4 {
			t.Errorf("cards = %s at line %d, want Ada with two lines and Bo at line 4", list[0].Raw, list[1].Line)
		}
	})
	t.Run("a quotation mark that nothing closes costs no other row", func(t *testing.T) {
		list, r := read(t, "Name,Phone\n\"Ada,030 23125001\nBo,030 23125002\nCem,030 23125003\n")
		if len(list) != 3 || len(r.Unreadable()) != 0 {
			t.Fatalf("%d cards, unreadable %v, want 3 and none", len(list), r.Unreadable())
		}
		if list[0].Repairs[0].Reason != table.UnclosedQuote || list[2].Line != 4 {
			t.Errorf("repairs = %v, the last at line %d, want an unclosed quote and line 4", list[0].Repairs, list[2].Line)
		}
	})
	t.Run("a row that is too long is quoted and left out", func(t *testing.T) {
		long := strings.Repeat("x", 3<<20)
		list, r := read(t, "Name,Notes\nAda,one\nBo,"+long+"\nCem,three\n")
		if len(list) != 2 || list[1].Line != 4 {
			t.Fatalf("%d cards, want Ada and Cem at line 4", len(list))
		}
		if u := r.Unreadable(); len(u) != 1 || u[0].Reason != table.RowTooLarge || u[0].Line != 3 || len(u[0].Text) > 300 {
			t.Errorf("unreadable = %+v, want line 3 as too large", u)
		}
	})
	t.Run("short rows, long rows and empty rows", func(t *testing.T) {
		list, r := read(t, "Name,Phone,City\nAda\n\n,,\nBo,030 23125002,Bonn,more\n")
		if len(list) != 2 || len(r.Unreadable()) != 0 {
			t.Fatalf("%d cards, unreadable %v, want Ada and Bo", len(list), r.Unreadable())
		}
		if notes := list[1].Notes(); len(notes) != 1 || notes[0] != "more" || list[1].Repairs[0].Reason != table.ExtraCells {
			t.Errorf("notes = %q, repairs = %v, want the extra cell", notes, list[1].Repairs)
		}
	})
	t.Run("the lines add up", func(t *testing.T) {
		list, r := read(t, "Name,Notes\nAda,one\nBo,"+strings.Repeat("x", 2<<20)+"\nCem,three\n")
		want := vcard.Counts{Total: 1, Unreadable: 1}
		for _, card := range list {
			want.Total += card.Counts.Total
			want.Shown += card.Counts.Shown
			want.Kept += card.Counts.Kept
		}
		if got := r.Counts(); got != want || got.Shown+got.Kept+got.Unreadable != got.Total {
			t.Errorf("counts = %+v, want %+v", got, want)
		}
	})
}

func TestNameBesideGivenNames(t *testing.T) {
	for _, c := range []struct{ claim, content, family, given, name string }{
		{"Name beside Vorname is the family name", "Name;Vorname;E-Mail\nSchmidt;Eva;eva@x.example\nPeters;Peter;\n", "Schmidt", "Eva", "Eva Schmidt"},
		{"Name beside First name is the family name", "First name,Name\nEva,Schmidt\n", "Schmidt", "Eva", "Eva Schmidt"},
		{"First name and Last name are what they say", "Last name,First name,Email\nSchmidt,Eva,eva@x.example\n", "Schmidt", "Eva", "Eva Schmidt"},
		{"a Name that says the given name itself stays whole", "Name;Vorname\nEva Schmidt;Eva\n", "", "Eva", "Eva Schmidt"},
		{"a Name beside both parts stays whole", "Name;Vorname;Nachname\nDr. Eva Schmidt;Eva;Schmidt\n", "Schmidt", "Eva", "Dr. Eva Schmidt"},
	} {
		t.Run(c.claim, func(t *testing.T) {
			list, _ := read(t, c.content)
			name, _ := list[0].DisplayName()
			if n := list[0].Names()[0]; n.FamilyName != c.family || n.GivenName != c.given || name != c.name {
				t.Errorf("%q is read as %+v, shown as %q", c.content, n, name)
			}
		})
	}
}

func TestRefusals(t *testing.T) {
	for _, c := range []struct {
		claim, content string
		want           error
	}{
		{"a letter is no table", "Just a letter to somebody.\n", table.ErrNoTable},
		{"ten million columns are refused", strings.Repeat("a,", 10_000_000) + "\n", nil},
		{"two thousand columns are refused", "Name" + strings.Repeat(",x", 2000) + "\nAda\n", table.ErrTooLarge},
		{"nothing but a header has no people", "Name,Phone\n", nil},
	} {
		t.Run(c.claim, func(t *testing.T) {
			read, err := table.OpenCSV(strings.NewReader(c.content))
			if c.want != nil {
				if !errors.Is(err, c.want) {
					t.Errorf("open = %v, want %v", err, c.want)
				}
				return
			}
			if err != nil {
				return
			}
			if list := cards(t, read.Reader(nil)); len(list) != 0 {
				t.Errorf("%d cards, want none", len(list))
			}
		})
	}
	t.Run("random bytes end", func(t *testing.T) {
		noise := bytes.Repeat([]byte{0x13, ',', 0x37, '\n', '"', 0xff}, 1<<16)
		if read, err := table.OpenCSV(bytes.NewReader(noise)); err == nil {
			cards(t, read.Reader(nil))
		}
	})
}

func TestNumbersOfSpreadsheets(t *testing.T) {
	for _, c := range []struct {
		cell, phone string
		reason      vcard.Reason
	}{
		{"4.91E+11", "4.91E+11", table.LostDigits},
		{"4,91E+11", "4,91E+11", table.LostDigits},
		{"4.91713920016E+11", "491713920016", table.BareNumber},
		{"491713920016", "491713920016", table.BareNumber},
		{"+49 171 3920016", "+49 171 3920016", ""},
		{"'+49 171 3920016", "+49 171 3920016", ""},
		{"0171 3920016", "0171 3920016", ""},
		{"ask Jenny", "ask Jenny", ""},
	} {
		t.Run(c.cell+" is "+c.phone, func(t *testing.T) {
			list, _ := read(t, "Name,Phone\nAda,\""+c.cell+"\"\n")
			phones := list[0].Phones()
			if len(phones) != 1 || phones[0].Value != c.phone {
				t.Fatalf("phones = %+v, want %q", phones, c.phone)
			}
			switch repairs := list[0].Repairs; {
			case c.reason == "" && len(repairs) > 0, c.reason != "" && (len(repairs) != 1 || repairs[0].Reason != c.reason):
				t.Errorf("repairs = %v, want %q", repairs, c.reason)
			}
		})
	}
}

func TestDates(t *testing.T) {
	for _, c := range []struct{ cells, want string }{
		{"1984-05-03", "1984-05-03"}, {"19840503", "1984-05-03"}, {"3.5.1984", "1984-05-03"}, {"03.05.84", "1984-05-03"},
		{"3.5.", "0000-05-03"}, {"--05-03", "0000-05-03"}, {"03 May 1984", "1984-05-03"}, {"3. Mai 1984", "1984-05-03"},
		{"May 3, 1984", "1984-05-03"}, {"5/3/1984", "1984-05-03 guessed"}, {"3/5/1984|25/12/1990", "1984-05-03"},
		{"5/3/1984|12/25/1990", "1984-05-03"}, {"0/0/00", ""}, {"1984-05-03 00:00:00", "1984-05-03"}, {"12 Marktplatz", "12 Marktplatz"},
	} {
		t.Run(c.cells, func(t *testing.T) {
			content := "Name,Birthday\n"
			for i, cell := range strings.Split(c.cells, "|") {
				content += fmt.Sprintf("P%d,\"%s\"\n", i, cell)
			}
			list, _ := read(t, content)
			got := ""
			for _, d := range list[0].Dates() {
				if got = d.Text; d.Day > 0 {
					got = fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
				}
			}
			if len(list[0].Repairs) > 0 {
				got += " guessed"
			}
			if got != c.want {
				t.Errorf("birthday %q is %q, want %q", c.cells, got, c.want)
			}
		})
	}
}
