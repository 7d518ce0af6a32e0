package vcard_test

import (
	"strings"
	"testing"

	"kaffeerunde/backend/vcard"
)

func TestConverting(t *testing.T) {
	cases := []struct {
		name  string
		from  string
		lines []string
		to    vcard.Version
		want  []string
	}{
		{"bare words become types", "2.1", []string{"N:a", "FN:a", "TEL;CELL;PREF:1"}, vcard.V30,
			[]string{"N:a", "FN:a", "TEL;TYPE=cell,pref:1"}},
		{"the preference becomes PREF", "3.0", []string{"N:a", "FN:a", "TEL;TYPE=CELL,pref:1"}, vcard.V40,
			[]string{"N:a", "FN:a", "TEL;TYPE=cell;PREF=1:1"}},
		{"other preferences stay", "4.0", []string{"N:a", "FN:a", "TEL;PREF=2:1"}, vcard.V30,
			[]string{"N:a", "FN:a", "TEL;PREF=2:1"}},
		{"quoted-printable becomes text", "2.1", []string{"N:a", "FN;QUOTED-PRINTABLE;CHARSET=UTF-8:J=C3=B6, =", " x=0D=0Ay"}, vcard.V30,
			[]string{"N:a", "FN:Jö\\,  x\\ny"}},
		{"text becomes quoted-printable", "3.0", []string{"N:ä\\;b;c", "FN:a\\,b"}, vcard.V21,
			[]string{"N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=A4\\;b;c", "FN:a,b"}},
		{"a label goes into its address", "3.0", []string{"N:a", "FN:a", "ADR;TYPE=HOME:;;x;;;;", "LABEL;TYPE=HOME:\"x\"\\n1"}, vcard.V40,
			[]string{"N:a", "FN:a", "ADR;TYPE=home;LABEL=^'x^'^n1:;;x;;;;"}},
		{"a label comes out of its address", "4.0", []string{"N:a", "FN:a", "ADR;TYPE=home;LABEL=\"x: ^'1^'\":;;x;;;;"}, vcard.V30,
			[]string{"N:a", "FN:a", "ADR;TYPE=home:;;x;;;;", "LABEL;TYPE=home:x: \"1\""}},
		{"a place changes its form", "3.0", []string{"N:a", "FN:a", "GEO:50.1;8.6"}, vcard.V40,
			[]string{"N:a", "FN:a", "GEO:geo:50.1,8.6"}},
		{"a day without a year", "4.0", []string{"N:a", "FN:a", "BDAY:--0122"}, vcard.V30,
			[]string{"N:a", "FN:a", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-01-22"}},
		{"a day without a year comes back", "3.0", []string{"N:a", "FN:a", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-01-22"}, vcard.V40,
			[]string{"N:a", "FN:a", "BDAY:--0122"}},
		{"a day that is text says so", "3.0", []string{"N:a", "FN:a", "BDAY:in spring"}, vcard.V40,
			[]string{"N:a", "FN:a", "BDAY;VALUE=text:in spring"}},
		{"a time keeps its zone", "3.0", []string{"N:a", "FN:a", "BDAY:1953-10-15T23:10:00-06:00"}, vcard.V40,
			[]string{"N:a", "FN:a", "BDAY:19531015T231000-0600"}},
		{"an anniversary is a date with a label", "4.0", []string{"N:a", "FN:a", "item1.TEL:1", "ANNIVERSARY:20110903"}, vcard.V30,
			[]string{"N:a", "FN:a", "item1.TEL:1", "item2.X-ABDATE:2011-09-03", "item2.X-ABLabel:_$!<Anniversary>!$_"}},
		{"a date with a label is an anniversary", "3.0", []string{"N:a", "FN:a", "item2.X-ABDATE:2011-09-03", "item2.X-ABLabel:_$!<Anniversary>!$_"}, vcard.V40,
			[]string{"N:a", "FN:a", "ANNIVERSARY:20110903"}},
		{"another date stays as Apple writes it", "3.0", []string{"N:a", "FN:a", "item2.X-ABDATE:2011-09-03", "item2.X-ABLabel:First exhibition"}, vcard.V40,
			[]string{"N:a", "FN:a", "item2.X-ABDATE:20110903", "item2.X-ABLabel:First exhibition"}},
		{"a label stays with the second of two addresses", "4.0", []string{"N:a", "FN:a", "ADR;TYPE=home:;;Ring 1;;;;", "ADR;TYPE=home;LABEL=Weg 2:;;Weg 2;;;;"}, vcard.V30,
			[]string{"N:a", "FN:a", "ADR;TYPE=home:;;Ring 1;;;;", "LABEL;TYPE=home:", "ADR;TYPE=home:;;Weg 2;;;;", "LABEL;TYPE=home:Weg 2"}},
		{"an empty label is none", "3.0", []string{"N:a", "FN:a", "ADR;TYPE=home:;;Ring 1;;;;", "LABEL;TYPE=home:", "ADR;TYPE=home:;;Weg 2;;;;", "LABEL;TYPE=home:Weg 2"}, vcard.V40,
			[]string{"N:a", "FN:a", "ADR;TYPE=home:;;Ring 1;;;;", "ADR;TYPE=home;LABEL=Weg 2:;;Weg 2;;;;"}},
		{"a company is an organisation", "3.0", []string{"N:a", "FN:a", "X-ABShowAs:COMPANY"}, vcard.V40,
			[]string{"N:a", "FN:a", "KIND:org"}},
		{"an organisation is a company", "4.0", []string{"N:a", "FN:a", "KIND:org"}, vcard.V30,
			[]string{"N:a", "FN:a", "X-ABShowAs:COMPANY"}},
		{"a group keeps its members", "4.0", []string{"N:a", "FN:a", "KIND:group", "MEMBER:urn:uuid:1"}, vcard.V30,
			[]string{"N:a", "FN:a", "X-ADDRESSBOOKSERVER-KIND:group", "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:1"}},
		{"private lines keep name, group and order", "3.0", []string{"item1.X-Mine;X-P=\"a,b\":x;y\\,z", "N:a", "FN:a", "item1.X-ABLabel:L"}, vcard.V40,
			[]string{"item1.X-Mine;X-P=\"a,b\":x;y\\,z", "N:a", "FN:a", "item1.X-ABLabel:L"}},
		{"a picture elsewhere stays elsewhere", "2.1", []string{"N:a", "FN:a", "PHOTO;GIF:http://x.example/a.gif"}, vcard.V30,
			[]string{"N:a", "FN:a", "PHOTO;TYPE=gif;VALUE=uri:http://x.example/a.gif"}},
		{"a card inside the card becomes text", "2.1", []string{"N:a", "FN:a", "AGENT:", "BEGIN:VCARD", "N:b", "END:VCARD"}, vcard.V30,
			[]string{"N:a", "FN:a", "AGENT:BEGIN:VCARD\\nN:b\\nEND:VCARD"}},
		{"text becomes a card inside the card", "3.0", []string{"N:a", "FN:a", "AGENT:BEGIN:VCARD\\nN:b\\nEND:VCARD\\n"}, vcard.V21,
			[]string{"N:a", "FN:a", "AGENT:", "BEGIN:VCARD", "N:b", "END:VCARD"}},
		{"a name that is demanded is empty, not made up", "2.1", []string{"N:b;a"}, vcard.V30, []string{"FN:", "N:b;a"}},
		{"a name with odd characters gets one that all can read", "3.0", []string{"N:a", "FN:a", "X-Some Thing/Else:b"}, vcard.V40,
			[]string{"N:a", "FN:a", "X-Some-Thing-Else:b"}},
		{"a clean card stays as it is", "3.0", []string{"fn:a", "n:a", "X-Mine;type=\"A\":b", " c"}, vcard.V30,
			[]string{"fn:a", "n:a", "X-Mine;type=\"A\":b", " c"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, losses := card(t, c.from, c.lines...).Convert(c.to)
			if want := strings.Join(c.want, "\n") + "\n"; body(got) != want {
				t.Errorf("%q as %s is\n%s\nwant\n%s", c.lines, c.to, body(got), want)
			}
			for _, l := range losses {
				t.Errorf("%q as %s loses %+v", c.lines, c.to, l)
			}
		})
	}
}

func TestLosses(t *testing.T) {
	cases := []struct {
		name, from, line string
		to               vcard.Version
		want             vcard.Reason
	}{
		{"a property of 4.0", "4.0", "GENDER:O;human", vcard.V30, vcard.NoSuchProperty},
		{"a property before 4.0", "3.0", "MAILER:Pine", vcard.V40, vcard.NoSuchProperty},
		{"a quotation mark in a parameter", "4.0", "TEL;X-A=^'b^':1", vcard.V30, vcard.NoSuchParameter},
		{"a semicolon in a parameter of 2.1", "4.0", "TEL;X-A=\"a;b\":1", vcard.V21, vcard.NoSuchParameter},
		{"a month without a year", "4.0", "BDAY:--04", vcard.V30, vcard.NoPartialDate},
		{"a backslash in 2.1", "3.0", "NOTE:C:\\\\new", vcard.V21, vcard.NoBackslash},
		{"a second name", "3.0", "N:second;name", vcard.V40, vcard.NoSuchProperty},
		{"a line that is no property", "3.0", "# what is this", vcard.V40, vcard.NoProperty},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			from := read(t, "BEGIN:VCARD\nVERSION:"+c.from+"\nN:a\n"+c.line+"\nFN:a\nEND:VCARD\n")[0]
			_, losses := from.Convert(c.to)
			if len(losses) != 1 || losses[0].Reason != c.want || losses[0].Line != 2 {
				t.Errorf("%q as %s loses %+v, want %s of line 2", c.line, c.to, losses, c.want)
			}
		})
	}
}
