package book

import (
	"bytes"
	"database/sql"
	"slices"
	"strings"
	"testing"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

// acquaint adds people of these names and returns their IDs.
func acquaint(t testing.TB, b *Book, names ...string) []contact.ID {
	t.Helper()
	ids := make([]contact.ID, len(names))
	for i, name := range names {
		p, _, err := b.Add(t.Context(), contact.Draft{Name: name})
		if err != nil {
			t.Fatal(err)
		}
		ids[i] = p.ID
	}
	return ids
}

func connect(t testing.TB, b *Book, relation contact.Connection, ids ...contact.ID) {
	t.Helper()
	if _, err := b.Connect(t.Context(), ids, relation); err != nil {
		t.Fatal(err)
	}
}

func connections(t testing.TB, b *Book, id contact.ID) []contact.Connection {
	t.Helper()
	list, err := b.Connections(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestConnect(t *testing.T) {
	full := contact.Connection{
		Kind: contact.Parent, Since: "always", How: "she taught me, and much else", Note: "a secret", Closed: true,
	}
	t.Run("both see it, each from their side", func(t *testing.T) {
		b := newBook(t)
		ids := acquaint(t, b, "Ada Birk", "Bea Birk")
		connect(t, b, full, ids...)
		want := full
		want.Person, want.Name = ids[1], "Bea Birk"
		if got := connections(t, b, ids[0]); len(got) != 1 || got[0] != want {
			t.Errorf("Connections = %+v, want %+v", got, want)
		}
		want.Person, want.Name, want.Kind = ids[0], "Ada Birk", contact.Child
		if got := connections(t, b, ids[1]); len(got) != 1 || got[0] != want {
			t.Errorf("from the other side: %+v, want %+v", got, want)
		}
		sound(t, b)
	})
	t.Run("undo and redo are exact, of taking it back too", func(t *testing.T) {
		b := newBook(t)
		ids := acquaint(t, b, "Ada Birk", "Bea Birk", "Cem Dal")
		states := []string{dump(t, b)}
		connect(t, b, full, ids...)
		states = append(states, dump(t, b))
		if _, err := b.Disconnect(t.Context(), ids[:2]); err != nil {
			t.Fatal(err)
		}
		if got := connections(t, b, ids[0]); len(got) != 1 || got[0].Person != ids[2] {
			t.Errorf("Connections = %+v, want Cem Dal alone", got)
		}
		for i := range states {
			if _, err := b.Undo(t.Context(), 0); err != nil {
				t.Fatal(err)
			}
			if got := dump(t, b); got != states[len(states)-1-i] {
				t.Errorf("after undo %d:\n%s\nwant\n%s", i+1, got, states[len(states)-1-i])
			}
		}
		sound(t, b)
	})
	t.Run("taken back, cards are as they were before", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{}, card("FN:Ada Birk", "UID:a", "item1.TEL:+49 30 1", "item1.X-ABLabel:Boat")+card("FN:Cem Dal", "UID:c"))
		ids, err := b.IDs(t.Context(), Query{})
		if err != nil {
			t.Fatal(err)
		}
		before, err := b.Card(t.Context(), ids[0])
		if err != nil {
			t.Fatal(err)
		}
		connect(t, b, full, ids...)
		if _, err := b.Disconnect(t.Context(), ids); err != nil {
			t.Fatal(err)
		}
		if after, err := b.Card(t.Context(), ids[0]); err != nil || !bytes.Equal(after, before) {
			t.Errorf("card = %q, %v, want %q", after, err, before)
		}
	})
	t.Run("said again in another way it is replaced, in the same way nothing happens", func(t *testing.T) {
		b := newBook(t)
		ids := acquaint(t, b, "Ada Birk", "Bea Birk")
		connect(t, b, full, ids...)
		connect(t, b, contact.Connection{Kind: contact.Knows, Word: "rowing crew"}, ids[1], ids[0])
		got := connections(t, b, ids[0])
		if len(got) != 1 || got[0].Kind != contact.Knows || got[0].Word != "rowing crew" || got[0].How != "" {
			t.Errorf("Connections = %+v, want the rowing crew alone", got)
		}
		change, err := b.Connect(t.Context(), []contact.ID{ids[1], ids[0]}, contact.Connection{Kind: contact.Knows, Word: "rowing crew"})
		if err != nil || change.Operation != 0 {
			t.Errorf("Connect = %+v, %v, want no operation", change, err)
		}
	})
	t.Run("a uid of large and small letters is found again, whoever is asked", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{}, card("FN:Ada Birk", "UID:pas-id-4F0A")+card("FN:Cem Dal", "UID:0A1b:ABPerson"))
		ids, err := b.IDs(t.Context(), Query{})
		if err != nil {
			t.Fatal(err)
		}
		friend := contact.Connection{Kind: contact.Friend}
		for range 2 {
			connect(t, b, friend, ids...)
		}
		connect(t, b, friend, ids[1], ids[0])
		for _, id := range ids {
			if got := connections(t, b, id); len(got) != 1 || got[0].Kind != contact.Friend {
				t.Errorf("Connections(%d) = %+v, want one friend", id, got)
			}
		}
		for _, id := range ids {
			raw, err := b.Card(t.Context(), id)
			if err != nil {
				t.Fatal(err)
			}
			if n := bytes.Count(raw, []byte("RELATED")); n > 1 {
				t.Errorf("card = %q has %d lines of the connection, want one at most", raw, n)
			}
		}
	})
	t.Run("a group that a card names is nobody to know", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{}, card("FN:Ada Birk", "UID:a", "RELATED;VALUE=uri:urn:uuid:choir")+
			card("FN:Bo Birk", "UID:b", "RELATED;VALUE=text:Ada Birk")+card(choir))
		circles, err := b.Circles(t.Context())
		if err != nil || len(circles) != 1 || len(circles[0].People) != 2 {
			t.Errorf("Circles = %+v, %v, want one of the two people", circles, err)
		}
		ids, err := b.IDs(t.Context(), Query{})
		if err != nil {
			t.Fatal(err)
		}
		if got := connections(t, b, ids[0]); len(got) != 1 || got[0].Name != "Bo Birk" {
			t.Errorf("Connections = %+v, want Bo alone", got)
		}
	})
	t.Run("what cannot be meant is refused", func(t *testing.T) {
		b := newBook(t)
		ids := acquaint(t, b, "Ada Birk", "Bea Birk")
		for _, c := range []struct {
			ids  []contact.ID
			kind contact.ConnectionKind
			code string
		}{
			{ids[:1], contact.Friend, "invalid-connection-alone"},
			{[]contact.ID{ids[0], ids[0]}, contact.Friend, "invalid-connection-alone"},
			{ids, "enemy", "invalid-connection-kind"},
			{slices.Concat(ids, make([]contact.ID, 1)), contact.Friend, "not-found"},
		} {
			_, err := b.Connect(t.Context(), c.ids, contact.Connection{Kind: c.kind})
			if err == nil || Explain(err).Code != c.code {
				t.Errorf("Connect(%v, %s) = %v, want %s", c.ids, c.kind, err, c.code)
			}
		}
	})
}

func TestConnectionsOfCardsThatComeAlong(t *testing.T) {
	b := newBook(t)
	imported(t, b, ImportOptions{}, card("FN:Ada Birk", "UID:a", "item1.X-ABRELATEDNAMES:Cem Dal", "item1.X-ABLabel:_$!<Friend>!$_",
		"X-EVOLUTION-MANAGER:Dora Ek", "item2.X-ABRELATEDNAMES:Two Of Them", "item2.X-ABLabel:Rowing")+
		card("FN:Cem Dal", "UID:c", "RELATED;TYPE=sibling:urn:uuid:6f1C0c6e-0f4b-4F0c-8c55-2d5c3c1f0a11")+
		card("FN:Dora Ek", "UID:6F1c0C6E-0F4B-4f0C-8C55-2D5C3C1F0A11")+
		card("FN:Two Of Them", "UID:t1", "TEL:1234567")+card("FN:Two Of Them", "UID:t2", "TEL:7654321"))
	told := func(id contact.ID) (list []string) {
		for _, c := range connections(t, b, id) {
			list = append(list, string(c.Kind)+" "+c.Name)
		}
		return list
	}
	ids, err := b.IDs(t.Context(), Query{})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range [][]string{{"friend Cem Dal", "manager Dora Ek"}, {"friend Ada Birk", "sibling Dora Ek"}, {"report Ada Birk", "sibling Cem Dal"}, nil, nil} {
		if got := told(ids[i]); !slices.Equal(got, want) {
			t.Errorf("connections of person %d = %q, want %q", ids[i], got, want)
		}
	}
	t.Run("the whole network has the same", func(t *testing.T) {
		err := b.store.Read(t.Context(), func(tx *store.Tx) error {
			n, err := loadNetwork(t.Context(), tx)
			if err == nil && len(n.ties) != 3 {
				t.Errorf("%d connections, want 3", len(n.ties))
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	})
}

func TestConnectionsTravel(t *testing.T) {
	for _, version := range []Version{V30, V40} {
		t.Run("with a vCard "+string(version)+", without what is private", func(t *testing.T) {
			b := newBook(t)
			imported(t, b, ImportOptions{}, card("FN:Ada Birk", "UID:a")+card("FN:Cem Dal"))
			ids, err := b.IDs(t.Context(), Query{})
			if err != nil {
				t.Fatal(err)
			}
			relation := contact.Connection{Kind: contact.Manager, Since: "2019", How: "im Chor, „Köln“", Note: "a secret", Closed: true}
			connect(t, b, relation, ids...)
			var out bytes.Buffer
			if _, err := b.Export(t.Context(), Query{}, ExportOptions{Format: FormatVCard, Version: version}, &out, nil); err != nil {
				t.Fatal(err)
			}
			if strings.Contains(out.String(), "secret") {
				t.Errorf("the note left with\n%s", out.String())
			}
			other := newBook(t)
			imported(t, other, ImportOptions{}, out.String())
			ids, err = other.IDs(t.Context(), Query{})
			if err != nil {
				t.Fatal(err)
			}
			relation.Note, relation.Closed, relation.Person, relation.Name = "", false, ids[1], "Cem Dal"
			if got := connections(t, other, ids[0]); len(got) != 1 || got[0] != relation {
				t.Errorf("Connections = %+v, want %+v in\n%s", got, relation, out.String())
			}
		})
	}
}

func TestReach(t *testing.T) {
	b := newBook(t)
	ids := acquaint(t, b, "Ada", "Bea", "Cem", "Dora", "Emil", "Fay")
	ada, bea, cem, dora, emil, fay := ids[0], ids[1], ids[2], ids[3], ids[4], ids[5]
	friends, know := contact.Connection{Kind: contact.Friend}, contact.Connection{Kind: contact.Knows}
	connect(t, b, friends, ada, bea)
	connect(t, b, know, ada, cem)
	connect(t, b, know, bea, dora)
	connect(t, b, know, cem, dora)
	connect(t, b, contact.Connection{Kind: contact.Friend, Closed: true}, ada, dora)
	connect(t, b, contact.Connection{Kind: contact.Report, How: "at the mill"}, dora, emil)

	t.Run("the way over friends is the better, and who is not to be asked is on none", func(t *testing.T) {
		routes, err := b.Routes(t.Context(), ada, dora)
		if err != nil || len(routes) != 2 || routes[0].People[1].Name != "Bea" || routes[1].People[1].Name != "Cem" {
			t.Fatalf("Routes = %+v, %v, want one over Bea, then one over Cem", routes, err)
		}
	})
	t.Run("each step says how they know each other", func(t *testing.T) {
		routes, err := b.Routes(t.Context(), ada, emil)
		if err != nil || len(routes) == 0 {
			t.Fatalf("Routes = %+v, %v", routes, err)
		}
		last := routes[0].Steps[2]
		if last.Kind != contact.Report || last.How != "at the mill" || last.Name != "Emil" {
			t.Errorf("last step = %+v", last)
		}
	})
	t.Run("nobody leads to who stands alone", func(t *testing.T) {
		if routes, err := b.Routes(t.Context(), ada, fay); err != nil || len(routes) != 0 {
			t.Errorf("Routes = %+v, %v, want none", routes, err)
		}
	})
	t.Run("common are those whom both know", func(t *testing.T) {
		common, err := b.Common(t.Context(), bea, cem)
		if err != nil || len(common) != 2 || common[0].Name != "Ada" || common[1].Name != "Dora" {
			t.Errorf("Common = %+v, %v, want Ada and Dora", common, err)
		}
	})
	t.Run("a circle is named after what most of it share", func(t *testing.T) {
		b := newBook(t)
		ids := acquaint(t, b, "Ada", "Bea", "Cem", "Dora", "Emil", "Fay", "Gil", "Hans")
		connect(t, b, friends, ids[:4]...)
		connect(t, b, friends, ids[4:]...)
		connect(t, b, know, ids[4], ids[0])
		if _, err := b.Tag(t.Context(), "Choir", ids[:3]); err != nil {
			t.Fatal(err)
		}
		circles, err := b.Circles(t.Context())
		if err != nil || len(circles) != 2 || circles[0].Name != "Choir" || circles[1].Around != "Emil" || len(circles[1].People) != 4 {
			t.Errorf("Circles = %+v, %v, want the choir, and the four around Emil", circles, err)
		}
	})
}

func TestAnOlderIndexIsDerivedAnew(t *testing.T) {
	b := newBook(t)
	ids := acquaint(t, b, "Ada Birk", "Bea Birk")
	connect(t, b, contact.Connection{Kind: contact.Friend}, ids...)
	db, err := sql.Open("sqlite3", b.Path())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(`UPDATE person_index SET related = ''; UPDATE book SET derived = 0`); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	again := openBook(t, b.Path())
	if got := connections(t, again, ids[1]); len(got) != 1 {
		t.Errorf("Connections = %+v, want one", got)
	}
	sound(t, again)
}
