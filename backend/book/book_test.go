package book

import (
	"path/filepath"
	"testing"
	"time"

	"kaffeerunde/backend/contact"
)

// newBook opens an empty book in a folder of the test. Its clock stands still.
func newBook(t testing.TB) *Book {
	t.Helper()
	b, err := Open(t.Context(), filepath.Join(t.TempDir(), "book.db"), Options{
		Now: func() time.Time { return time.Date(2026, 5, 4, 18, 30, 0, 0, time.UTC) }, Language: "de",
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	})
	return b
}

func TestSmoke(t *testing.T) {
	b := newBook(t)
	ctx := t.Context()
	p, c, err := b.Add(ctx, contact.Draft{N: contact.Name{Family: "Müller", Given: "Anna"}, Phones: []contact.Value{{Index: -1, Value: "030 23125 123", Types: []string{"cell"}, Label: "Büro"}}, Emails: []contact.Value{{Index: -1, Value: "a@m.example"}}, Organisation: "Uni", Notes: []string{"kennt Goethe"}})
	t.Logf("%+v %+v %v", p, c, err)
	raw, err := b.Card(ctx, p.ID)
	t.Logf("%s %v", raw, err)
	d := p.Draft()
	d.Phones = append(d.Phones, contact.Value{Index: -1, Value: "110"})
	d.Phones[0].Label = "Zuhause"
	d.N.Family = "Meier"
	d.Organisation = ""
	p, c, err = b.Edit(ctx, p.ID, d)
	t.Logf("%+v %+v %v", p, c, err)
	raw, err = b.Card(ctx, p.ID)
	t.Logf("%s %v", raw, err)
	t.Log(b.Tag(ctx, "Chor", []contact.ID{p.ID}))
	t.Log(b.Tags(ctx))
	t.Log(b.RenameTag(ctx, "Chor", "Kor"))
	t.Log(b.Tags(ctx))
	for _, q := range []string{"meier", "2312", "030 23", "+49 30", "goethe", "gothe", "m"} {
		page, err := b.People(ctx, Query{Text: q}, 0, 10)
		t.Log(q, page.Total, err)
	}
	t.Log(b.Letters(ctx, Query{}))
	t.Log(b.History(ctx, 0, 10))
	t.Log(b.Undo(ctx, 0))
	t.Log(b.Tags(ctx))
	t.Log(b.Undo(ctx, 1))
	t.Log(b.People(ctx, Query{}, 0, 10))
	t.Log(b.Redo(ctx))
	t.Log(b.Redo(ctx))
	t.Log(b.People(ctx, Query{}, 0, 10))
	t.Log(b.Redo(ctx))
	t.Log(b.Delete(ctx, []contact.ID{1}))
	t.Log(b.Undo(ctx, 0))
	raw, err = b.Card(ctx, p.ID)
	t.Logf("%s %v", raw, err)
}
