package book

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

// exported is everyone of a query as text.
func exported(t *testing.T, b *Book, q Query, o ExportOptions) string {
	t.Helper()
	o.Format = FormatVCard
	var out bytes.Buffer
	if _, err := b.Export(t.Context(), q, o, &out, nil); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestExportGroups(t *testing.T) {
	whole := strings.Replace(choir, "\r\nX-ADDRESSBOOKSERVER-MEMBER:urn:uuid:nobody", "", 1)
	t.Run("a group leaves as the categories of its members", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{}, card(whole)+card(ada)+card(bo))
		got := exported(t, b, Query{}, ExportOptions{Version: V30})
		if !strings.Contains(got, "CATEGORIES:Kochen,Chor\r\n") || !strings.Contains(got, "CATEGORIES:Chor\r\n") || strings.Contains(got, "MEMBER") {
			t.Errorf("export = %s, want both categories and no card of a group", got)
		}
	})
	t.Run("a group with members who are not here leaves as a card as well", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{}, card(choir)+card(ada))
		if got := exported(t, b, Query{}, ExportOptions{Version: V40}); !strings.Contains(got, "MEMBER:urn:uuid:nobody") {
			t.Errorf("export = %s, want the member who is not here", got)
		}
		if got := exported(t, b, Query{Text: "Ada"}, ExportOptions{Version: V40}); strings.Contains(got, "MEMBER") {
			t.Errorf("export of Ada = %s, want no group", got)
		}
	})
	t.Run("a copy of the book holds the cards of groups as they came", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{}, card(choir)+card(ada))
		if got, want := exported(t, b, Query{}, ExportOptions{Version: Original}), card(ada)+card(choir); got != want {
			t.Errorf("export = %s, want %s", got, want)
		}
	})
	t.Run("so does that of a book with a group alone", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{}, card(choir))
		if got, want := exported(t, b, Query{}, ExportOptions{Version: Original}), card(choir); got != want {
			t.Errorf("export = %s, want %s", got, want)
		}
	})
	for _, v := range []Version{V21, V30, V40} {
		t.Run("tags that leave as groups come back as tags, in "+string(v), func(t *testing.T) {
			b := newBook(t)
			imported(t, b, ImportOptions{}, card(choir)+card(ada)+card(bo)+card(cem))
			out := exported(t, b, Query{}, ExportOptions{Version: v, Groups: true})
			if strings.Contains(out, "CATEGORIES:Kochen,Chor") {
				t.Errorf("export = %s, want the tag of the group in its card alone", out)
			}
			there := newBook(t)
			imported(t, there, ImportOptions{}, out)
			for _, name := range []string{"Ada Adler", "Bo Björk", "Cem Can"} {
				want := tagsBy(t, b, name)
				if got := tagsBy(t, there, name); !slices.Equal(got, want) {
					t.Errorf("tags of %s = %q, want %q, after %s", name, got, want, out)
				}
			}
			if again := imported(t, there, ImportOptions{}, out); again.Operation != 0 {
				t.Errorf("again = %+v, want nothing new", again)
			}
			sound(t, there)
		})
	}
	t.Run("of two groups of one name each leaves with the members", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{}, card(whole)+card(strings.Replace(whole, "UID:choir", "UID:choir-2\r\nNOTE:the other one", 1))+card(ada)+card(bo))
		got := exported(t, b, Query{}, ExportOptions{Version: V40, Groups: true})
		if n := strings.Count(got, "MEMBER:urn:uuid:ada-1"); n != 3 {
			t.Errorf("Ada is named %d times, want in both choirs and among the cooks:\n%s", n, got)
		}
	})
	t.Run("some people take along their groups with themselves as members", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{}, card(choir)+card(ada)+card(bo))
		got := exported(t, b, Query{Text: "Ada"}, ExportOptions{Version: V40, Groups: true})
		if strings.Count(got, "\r\nMEMBER:") != 2 || !strings.Contains(got, "MEMBER:urn:uuid:ada-1") {
			t.Errorf("export = %s, want two groups with Ada alone", got)
		}
	})
}
