package book

import (
	"strings"
	"testing"

	"kaffeerunde/backend/contact"
)

func TestWhoIsMergedIsFoundByTheNameThatGaveWay(t *testing.T) {
	for _, c := range []struct{ claim, first, second string }{
		{"the name of the first", "FN:Maria Huber\r\nN:Huber;Maria;;;", "FN:Maria Gruber-Lang\r\nN:Gruber-Lang;Maria;;;"},
		{"the name of the second", "FN:Maria Gruber-Lang\r\nN:Gruber-Lang;Maria;;;", "FN:Maria Huber\r\nN:Huber;Maria;;;"},
		{"one that no FN said", "N:Huber;Maria;;;", "N:Gruber-Lang;Maria;;;"},
	} {
		t.Run(c.claim, func(t *testing.T) {
			b := newBook(t)
			imported(t, b, ImportOptions{}, card(c.first, "UID:a")+card(c.second, "UID:b"))
			first, second := person(t, b, "a").ID, person(t, b, "b").ID
			whole, _, err := b.Merge(t.Context(), []contact.ID{first, second}, nil)
			if err != nil {
				t.Fatal(err)
			}
			for _, name := range []string{"huber", "gruber", "maria hub"} {
				equal(t, "who is found by "+name, names(t, b, Query{Text: name}), whole.Name)
			}
			sound(t, b)
			if _, err := b.Split(t.Context(), first); err != nil {
				t.Fatal(err)
			}
			equal(t, "who is found by huber after the split", names(t, b, Query{Text: "huber"}), "Maria Huber")
			equal(t, "who is found by gruber after the split", names(t, b, Query{Text: "gruber"}), "Maria Gruber-Lang")
			sound(t, b)
		})
	}
}

func TestACardThatLeavesNamesWhomAMergeMade(t *testing.T) {
	b := newBook(t)
	const whole, part = "6ba7b810-9dad-41d1-80b4-00c04fd430c8", "7ba7b810-9dad-41d1-80b4-00c04fd430c8"
	names := []string{
		"RELATED;TYPE=friend;PREF=1:urn:uuid:" + part, "RELATED;TYPE=colleague:urn:uuid:" + strings.ToUpper(part), "RELATED;VALUE=text;TYPE=kin:short-2",
		"RELATED;TYPE=met:urn:uuid:someone-else", "RELATED;VALUE=text;TYPE=neighbor:Ada Part",
	}
	ada := "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ada Naming\r\nUID:urn:uuid:naming\r\n" + strings.Join(names, "\r\n") + "\r\nEND:VCARD\r\n"
	group := card("FN:Choir", "UID:choir", "X-ADDRESSBOOKSERVER-KIND:group", "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:"+part, "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:gone")
	imported(t, b, ImportOptions{}, ada+card("FN:Ada Whole", "UID:"+whole)+card("FN:Ada Part", "UID:"+part)+
		card("FN:Cem Short", "UID:short-1")+card("FN:Cem Shorter", "UID:short-2")+group)
	for _, pair := range [][]string{{whole, part}, {"short-1", "short-2"}} {
		if _, _, err := b.Merge(t.Context(), []contact.ID{person(t, b, pair[0]).ID, person(t, b, pair[1]).ID}, nil); err != nil {
			t.Fatal(err)
		}
	}
	t.Run("in a version", func(t *testing.T) {
		for _, version := range []Version{V21, V30, V40} {
			out := strings.ReplaceAll(export(t, b, Query{}, ExportOptions{Format: FormatVCard, Version: version}), "\r\n ", "")
			if strings.Contains(strings.ToLower(out), part) || strings.Contains(out, "short-2") {
				t.Errorf("%s still names a part:\n%s", version, out)
			}
			for _, kept := range []string{"urn:uuid:" + whole, "short-1", "someone-else", "Ada Part"} {
				if !strings.Contains(out, kept) {
					t.Errorf("%s does not say %s:\n%s", version, kept, out)
				}
			}
			if version != V40 {
				continue
			}
			for _, line := range []string{"RELATED;TYPE=friend;PREF=1:urn:uuid:" + whole, "RELATED;TYPE=colleague:urn:uuid:" + whole} {
				if !strings.Contains(out, line) {
					t.Errorf("%s does not say %s:\n%s", version, line, out)
				}
			}
		}
	})
	t.Run("and as it came where it leaves as it came", func(t *testing.T) {
		if out := export(t, b, Query{}, ExportOptions{Format: FormatVCard, Version: Original}); !strings.Contains(out, ada) {
			t.Errorf("it left as\n%s\nwant\n%s", out, ada)
		}
	})
	t.Run("so that another book knows the same connections", func(t *testing.T) {
		again := newBook(t)
		imported(t, again, ImportOptions{}, export(t, b, Query{}, ExportOptions{Format: FormatVCard, Version: V40}))
		for _, uid := range []string{whole, "short-1"} {
			other := person(t, again, uid)
			known, err := again.Connections(t.Context(), other.ID)
			if err != nil || len(known) == 0 || known[0].Name != "Ada Naming" {
				t.Errorf("%s knows %+v, %v, want Ada Naming", other.Name, known, err)
			}
		}
	})
}
