package book

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"kaffeerunde/backend/contact"
)

// producers are the ways in which programs name somebody on a card: what the line says they are to its person.
var producers = []struct {
	name, version, named string
	lines                []string
	kind                 contact.ConnectionKind
}{
	{"RFC 6350", "4.0", "Maria Roth", []string{"RELATED;TYPE=spouse;VALUE=text:Maria Roth"}, contact.Partner},
	{"an address of RFC 6350", "4.0", "mailto:maria@example.org", []string{"RELATED;TYPE=friend:mailto:maria@example.org"}, contact.Friend},
	{"Apple", "3.0", "Maria Roth", []string{"item1.X-ABRELATEDNAMES;type=pref:Maria Roth", "item1.X-ABLabel:_$!<Mother>!$_"}, contact.Parent},
	{"a label of one's own", "3.0", "Maria Roth", []string{"item1.X-ABRELATEDNAMES:Maria Roth", "item1.X-ABLabel:Boss at sea"}, contact.Knows},
	{"Android", "2.1", "Maria Roth", []string{"X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Maria Roth;13;;;;;;;;;;;;;"}, contact.Sibling},
	{"Outlook", "2.1", "Maria Roth", []string{"X-MS-ASSISTANT:Maria Roth"}, contact.Assistant},
	{"Evolution", "3.0", "Maria Roth", []string{"X-EVOLUTION-MANAGER:Maria Roth"}, contact.Manager},
	{"KDE", "3.0", "Maria Roth", []string{"X-KADDRESSBOOK-X-SpousesName:Maria Roth"}, contact.Partner},
	{"AGENT of 2.1", "2.1", "Maria Roth", []string{"AGENT:", "BEGIN:VCARD", "VERSION:2.1", "N:Roth;Maria", "TEL:+49 30 23125001", "END:VCARD"}, contact.Knows},
	{"AGENT of 3.0", "3.0", "Maria Roth", []string{`AGENT:BEGIN:VCARD\nFN:Maria Roth\nTEL:+49 30 23125001\nEND:VCARD\n`}, contact.Knows},
}

func namingCard(version string, lines []string) string {
	return "BEGIN:VCARD\r\nVERSION:" + version + "\r\nFN:Jo Berg\r\nN:Berg;Jo;;;\r\nUID:jo\r\n" + strings.Join(lines, "\r\n") + "\r\nEND:VCARD\r\n"
}

func TestPeopleWhomCardsName(t *testing.T) {
	t.Parallel()
	for _, p := range producers {
		t.Run(p.name+": who is in the book is connected", func(t *testing.T) {
			b := newBook(t)
			imported(t, b, ImportOptions{}, namingCard(p.version, p.lines)+card("FN:Maria Roth", "UID:mailto:maria@example.org"))
			jo := only(t, b, "Jo Berg")
			if got := connections(t, b, jo); len(got) != 1 || got[0].Kind != p.kind || got[0].Name != "Maria Roth" {
				t.Errorf("Connections = %+v, want %s Maria Roth", got, p.kind)
			}
		})
		t.Run(p.name+": who is not is linked by hand, and the line stays", func(t *testing.T) {
			b := newBook(t)
			imported(t, b, ImportOptions{}, namingCard(p.version, p.lines)+card("FN:Maria Katharina Roth", "UID:mkr"))
			jo, maria := only(t, b, "Jo Berg"), only(t, b, "Maria Katharina Roth")
			before, state := bytesOf(t, b, jo), dump(t, b)
			if related := relatedNames(t, b, jo); len(related) != 1 || related[0].Person != 0 || related[0].Value != p.named {
				t.Fatalf("related %+v, want %q as an offer", related, p.named)
			}
			if _, err := b.Link(t.Context(), jo, p.named, maria); err != nil {
				t.Fatal(err)
			}
			for _, want := range [...]struct {
				from contact.ID
				kind contact.ConnectionKind
			}{{jo, p.kind}, {maria, p.kind.Inverse()}} {
				if got := connections(t, b, want.from); len(got) != 1 || got[0].Kind != want.kind {
					t.Errorf("Connections(%d) = %+v, want one %s", want.from, got, want.kind)
				}
			}
			if related := relatedNames(t, b, jo); related[0].Person != maria {
				t.Errorf("related %+v, want it to be linked", related)
			}
			after := bytesOf(t, b, jo)
			for _, line := range bytes.Split(bytes.TrimSpace(before), []byte("\r\n")) {
				if !bytes.Contains(after, line) {
					t.Errorf("the card lost %q:\n%s", line, after)
				}
			}
			// Another who is called so does not take the place of whom it was linked to.
			imported(t, b, ImportOptions{}, card("FN:Maria Roth", "TEL:+49 30 99999999"))
			if got := connections(t, b, jo); len(got) != 1 || got[0].Person != maria {
				t.Errorf("Connections = %+v, want Maria Katharina alone", got)
			}
			for range 2 {
				if _, err := b.Undo(t.Context(), 0); err != nil {
					t.Fatal(err)
				}
			}
			if got := dump(t, b); got != state {
				t.Errorf("after the undo:\n%s\nwant\n%s", got, state)
			}
			sound(t, b)
		})
		t.Run(p.name+": who is not is added as a person", func(t *testing.T) {
			b := newBook(t)
			imported(t, b, ImportOptions{}, namingCard(p.version, p.lines))
			jo, state := only(t, b, "Jo Berg"), dump(t, b)
			added, _, err := b.AddNamed(t.Context(), jo, p.named)
			if err != nil {
				t.Fatal(err)
			}
			if got := connections(t, b, jo); len(got) != 1 || got[0].Person != added.ID || got[0].Kind != p.kind {
				t.Errorf("Connections = %+v, want %s %q", got, p.kind, added.Name)
			}
			if strings.HasPrefix(p.name, "AGENT") && len(added.Phones) != 1 {
				t.Errorf("%q has phones %+v, want that of the card inside", added.Name, added.Phones)
			}
			if strings.HasPrefix(p.named, "mailto:") && (len(added.Emails) != 1 || added.Emails[0].Value != "maria@example.org") {
				t.Errorf("mails %+v", added.Emails)
			}
			if _, err := b.Undo(t.Context(), 0); err != nil {
				t.Fatal(err)
			}
			if got := dump(t, b); got != state {
				t.Errorf("after the undo:\n%s\nwant\n%s", got, state)
			}
			sound(t, b)
		})
	}
	t.Run("nobody like that is named", func(t *testing.T) {
		b := newBook(t)
		ids := acquaint(t, b, "Ada", "Bo")
		if _, err := b.Link(t.Context(), ids[0], "Maria", ids[1]); !errors.Is(err, contact.ErrNotFound) {
			t.Errorf("Link = %v, want that nobody is found", err)
		}
	})
	t.Run("a link outlives another way to say the connection, and leaves with it", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{}, card("FN:Jo Berg", "X-EVOLUTION-SPOUSE:Maria")+card("FN:Maria Roth"))
		jo, maria := only(t, b, "Jo Berg"), only(t, b, "Maria Roth")
		if _, err := b.Link(t.Context(), jo, "Maria", maria); err != nil {
			t.Fatal(err)
		}
		connect(t, b, contact.Connection{Kind: contact.Friend}, maria, jo)
		if got := connections(t, b, jo); len(got) != 1 || got[0].Kind != contact.Friend {
			t.Errorf("Connections = %+v, want a friend", got)
		}
		if related := relatedNames(t, b, jo); related[0].Person != maria {
			t.Errorf("related %+v, want it to be linked still", related)
		}
		if _, err := b.Disconnect(t.Context(), []contact.ID{jo, maria}); err != nil {
			t.Fatal(err)
		}
		if related := relatedNames(t, b, jo); len(related) != 1 || related[0].Person != 0 || len(connections(t, b, jo)) != 0 {
			t.Errorf("related %+v, want the offer again", related)
		}
	})
}

func TestLinksTravel(t *testing.T) {
	for _, version := range []Version{V30, V40, Original} {
		t.Run(string(version), func(t *testing.T) {
			b := newBook(t)
			imported(t, b, ImportOptions{}, card("FN:Jo Berg", "UID:urn:uuid:5d4f2a10-7c3e-4b8e-9a61-1f0c2e7b3a01", "X-EVOLUTION-SPOUSE:Maria")+card("FN:Maria Roth", "UID:urn:uuid:5d4f2a10-7c3e-4b8e-9a61-1f0c2e7b3a02")+card("FN:Cem Dal", "UID:urn:uuid:5d4f2a10-7c3e-4b8e-9a61-1f0c2e7b3a03"))
			jo, maria, cem := only(t, b, "Jo Berg"), only(t, b, "Maria Roth"), only(t, b, "Cem Dal")
			if _, err := b.Link(t.Context(), jo, "Maria", maria); err != nil {
				t.Fatal(err)
			}
			connect(t, b, contact.Connection{Kind: contact.Manager, Since: "2019", How: "at Hafenradio", Closed: true, Note: "private"}, jo, cem)
			connect(t, b, contact.Connection{Kind: contact.Knows, Word: "rowing crew"}, maria, cem)
			var file bytes.Buffer
			if _, err := b.Export(t.Context(), Query{}, ExportOptions{Format: FormatVCard, Version: version, Notes: true}, &file, nil); err != nil {
				t.Fatal(err)
			}
			again := newBook(t)
			imported(t, again, ImportOptions{}, file.String())
			for _, name := range []string{"Jo Berg", "Maria Roth", "Cem Dal"} {
				want, got := spoken(connections(t, b, only(t, b, name))), spoken(connections(t, again, only(t, again, name)))
				if got != want {
					t.Errorf("%s: %s, want %s", name, got, want)
				}
			}
			if related := relatedNames(t, again, only(t, again, "Jo Berg")); related[0].Person == 0 {
				t.Errorf("related %+v, want Maria to be linked", related)
			}
		})
	}
}

// spoken is what connections say, without the IDs that differ between books.
func spoken(list []contact.Connection) string {
	var text strings.Builder
	for _, c := range list {
		c.Person = 0
		text.WriteString(strings.Join([]string{c.Name, string(c.Kind), c.Word, c.Since, c.How, c.Note, flag(c.Closed)}, "|") + "\n")
	}
	return text.String()
}

func only(t *testing.T, b *Book, name string) contact.ID {
	t.Helper()
	p, err := b.FindPerson(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	return p.ID
}

func bytesOf(t *testing.T, b *Book, id contact.ID) []byte {
	t.Helper()
	raw, err := b.Card(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func relatedNames(t *testing.T, b *Book, id contact.ID) []contact.Related {
	t.Helper()
	p, err := b.Person(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return p.Related
}
