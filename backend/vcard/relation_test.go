package vcard_test

import (
	"fmt"
	"slices"
	"testing"
)

func TestRelations(t *testing.T) {
	cases := []struct {
		name, version string
		lines         []string
		want          string
	}{
		{"a card of its own", "4.0", []string{"RELATED;TYPE=friend:urn:uuid:1"}, `"urn:uuid:1" [friend] uri true`},
		{"a name", "4.0", []string{"RELATED;TYPE=co-worker;VALUE=text:urn: no address"}, `"urn: no address" [co-worker] uri false`},
		{"a label that programs translate", "3.0", []string{"item1.X-ABRELATEDNAMES;type=pref:Jo", "item1.X-ABLabel:_$!<Mother>!$_"}, `"Jo" [pref parent] uri false`},
		{"a label of one's own", "3.0", []string{"item1.X-ABRELATEDNAMES:Jo", "item1.X-ABLabel:Boss at sea"}, `"Jo" [] uri false`},
		{"Evolution's manager", "3.0", []string{"X-EVOLUTION-MANAGER:Jo"}, `"Jo" [manager] uri false`},
		{"Outlook's assistant", "2.1", []string{"X-MS-ASSISTANT:Jo"}, `"Jo" [assistant] uri false`},
		{"KDE's spouse", "3.0", []string{"X-KADDRESSBOOK-X-SpousesName:Jo"}, `"Jo" [spouse] uri false`},
		{"Android's sister", "2.1", []string{"X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Jo;13;;;;;;;;;;;;;"}, `"Jo" [sibling] uri false`},
		{"an agent inside the card", "2.1", []string{"AGENT:", "BEGIN:VCARD", "VERSION:2.1", "N:Berg;Jo", "END:VCARD"}, `"Jo Berg" [agent] uri false`},
		{"an agent in one line", "3.0", []string{"AGENT:BEGIN:VCARD\\nFN:Jo Berg\\nTEL:1\\nEND:VCARD\\n"}, `"Jo Berg" [agent] uri false`},
		{"an agent elsewhere", "3.0", []string{"AGENT;VALUE=uri:CID:jo@example.org"}, `"CID:jo@example.org" [agent] uri true`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, r := range card(t, c.version, c.lines...).Related() {
				got = append(got, fmt.Sprintf("%q %v uri %v", r.Value, r.Types, r.URI))
			}
			if !slices.Equal(got, []string{c.want}) {
				t.Errorf("%q names %q, want %q", c.lines, got, c.want)
			}
		})
	}
}

func TestGroups(t *testing.T) {
	cases := []struct {
		name  string
		lines []string
		want  []string
	}{
		{"of RFC 6350", []string{"KIND:group", "MEMBER:urn:uuid:1", "MEMBER:mailto:jo@example.org"}, []string{"urn:uuid:1", "mailto:jo@example.org"}},
		{"of Apple", []string{"X-ADDRESSBOOKSERVER-KIND:group", "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:1"}, []string{"urn:uuid:1"}},
		{"of Evolution", []string{"X-EVOLUTION-LIST:TRUE", "EMAIL;X-EVOLUTION-DEST-CONTACT-UID=pas-1:a@example.org", "EMAIL:b@example.org"}, []string{"pas-1", "mailto:b@example.org"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			group := card(t, "3.0", c.lines...)
			if got := group.Members(); group.Kind() != "group" || !slices.Equal(got, c.want) {
				t.Errorf("%q is a %s of %q, want a group of %q", c.lines, group.Kind(), got, c.want)
			}
		})
	}
	t.Run("a person of Evolution is no group", func(t *testing.T) {
		person := card(t, "3.0", "X-EVOLUTION-LIST:FALSE", "EMAIL:b@example.org")
		if person.Kind() != "individual" || len(person.Members()) != 0 {
			t.Errorf("a %s of %q", person.Kind(), person.Members())
		}
	})
}

func TestTopics(t *testing.T) {
	got := card(t, "4.0", "EXPERTISE;LEVEL=Expert;INDEX=1:sourdough, rye", "item1.HOBBY;LEVEL=low;TYPE=home:chess\\; blitz", "item1.X-ABLabel:On Mondays", "INTEREST: ", "INTEREST:kites").Topics()
	want := []string{`expertise "sourdough, rye" expert [] "" 1`, `hobby "chess; blitz" low [home] "On Mondays" 2`, `interest "kites"  [] "" 5`}
	var said []string
	for _, topic := range got {
		said = append(said, fmt.Sprintf("%s %q %s %v %q %d", topic.Kind, topic.Value, topic.Level, topic.Types, topic.Label, topic.Index))
	}
	if !slices.Equal(said, want) {
		t.Errorf("topics %q, want %q", said, want)
	}
}
