package book

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kaffeerunde/backend/contact"
)

func TestImport(t *testing.T) {
	t.Parallel()
	t.Run("importing a file twice adds nobody", func(t *testing.T) {
		b := newBook(t)
		first := imported(t, b, ImportOptions{}, phoneExport)
		before := dump(t, b)
		again := imported(t, b, ImportOptions{}, phoneExport)
		if first.Add != 3 || again.Add != 0 || again.Same != 3 || again.Operation != 0 {
			t.Errorf("first %+v, again %+v, want three new, then three here already", first.Plan, again.FileSummary)
		}
		if got := dump(t, b); got != before {
			t.Errorf("the book holds %s, want %s", got, before)
		}
	})
	t.Run("a card that stands twice in a file is taken in once", func(t *testing.T) {
		b := newBook(t)
		one := card("FN:Jana Roth", "TEL:030 23125 001")
		r := imported(t, b, ImportOptions{}, one+one)
		if r.Add != 1 || r.Skip != 1 || r.Same != 1 {
			t.Errorf("receipt = %+v, want one added, one skipped", r)
		}
	})
	t.Run("who has the uid of somebody else gets one of their own when both are kept", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{}, card("UID:one", "FN:Jana Roth"))
		p, err := b.Preview(t.Context(), []string{file(t, "again.vcf", card("UID:one", "FN:Timo Roth"))}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := p.Decide(PileSame, DecisionAdd); err != nil {
			t.Fatal(err)
		}
		if _, err := b.Import(t.Context(), p, nil); err != nil {
			t.Fatal(err)
		}
		timo, err := b.FindPerson(t.Context(), "Timo Roth")
		if err != nil || timo.UID == "one" || timo.UID == "" {
			t.Errorf("uid = %q, %v, want a new one", timo.UID, err)
		}
		sound(t, b)
	})
	for _, c := range []struct{ claim, here, comes, reason string }{
		{"the same mail in other letters", "EMAIL:Jana@Mail.example", "EMAIL:jana@mail.example", "same-email"},
		{"the same phone in another format", "TEL:+49 (0)30 23125-001", "TEL:03023125001", "same-phone"},
		{"the same name at the same organisation", "ORG:Uni Köln", "ORG:UNI KÖLN;Mensa", "name-and-organisation"},
	} {
		t.Run(c.claim+" makes two similar", func(t *testing.T) {
			b := newBook(t)
			imported(t, b, ImportOptions{}, card("FN:Jana Roth", c.here))
			p, err := b.Preview(t.Context(), []string{file(t, "more.vcf", card("FN:jana roth", "NOTE:other", c.comes))}, nil)
			if err != nil {
				t.Fatal(err)
			}
			rows, err := p.Rows(t.Context(), PileSimilar, 0, 10)
			if err != nil || len(rows.Items) != 1 {
				t.Fatalf("similar = %+v, %v, want one", rows, err)
			}
			row := rows.Items[0]
			if row.Match == nil || row.Match.Name != "Jana Roth" || len(row.Reasons) == 0 || row.Reasons[0].Code != c.reason {
				t.Errorf("row = %+v, want Jana Roth because of %s", row, c.reason)
			}
		})
	}
	t.Run("a cancelled import leaves nothing behind", func(t *testing.T) {
		b := newBook(t)
		before := dump(t, b)
		ctx, cancel := context.WithCancel(t.Context())
		_, err := b.ImportFiles(ctx, []string{file(t, "many.vcf", many(3000))}, ImportOptions{}, func(p Progress) {
			if p.Cards > 1000 {
				cancel()
			}
		})
		if !errors.Is(err, context.Canceled) || Explain(err).Code != "cancelled" {
			t.Errorf("import = %v, want cancelled", err)
		}
		if got := dump(t, b); got != before {
			t.Errorf("the book holds %d bytes more", len(got)-len(before))
		}
		sound(t, b)
	})
	t.Run("a large import into an empty book has all its indexes", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{}, many(12_000))
		if n, err := b.Count(t.Context()); err != nil || n != 12_000 {
			t.Errorf("count = %d, %v, want 12000", n, err)
		}
		if p, err := b.FindPerson(t.Context(), "uid-77"); err != nil || p.Name != "Person 77" {
			t.Errorf("by uid = %q, %v, want Person 77", p.Name, err)
		}
		sound(t, b)
	})
	t.Run("a file that changed since its preview is refused", func(t *testing.T) {
		b := newBook(t)
		path := file(t, "a.vcf", card("FN:Jana Roth"))
		p, err := b.Preview(t.Context(), []string{path}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(card("FN:Someone else")), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := b.Import(t.Context(), p, nil); Explain(err).Code != "file-changed" {
			t.Errorf("import = %v, want file-changed", err)
		}
	})
	t.Run("what was decided about somebody who is gone is not done to another", func(t *testing.T) {
		b := newBook(t)
		jana := add(t, b, contact.Draft{Name: "Jana Roth", Emails: []contact.Value{{Index: contact.NewLine, Value: "j@mail.example"}}})
		p, err := b.Preview(t.Context(), []string{file(t, "a.vcf", card("FN:J. Roth", "EMAIL:j@mail.example"))}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := p.Decide(PileSimilar, DecisionMerge); err != nil {
			t.Fatal(err)
		}
		if _, err := b.Delete(t.Context(), []contact.ID{jana.ID}); err != nil {
			t.Fatal(err)
		}
		r, err := b.Import(t.Context(), p, nil)
		if err != nil || r.Added != 1 {
			t.Errorf("receipt = %+v, %v, want one added", r, err)
		}
	})
	for _, c := range []struct {
		decision Decision
		want     Plan
	}{{DecisionSkip, Plan{Skip: 1}}, {DecisionLater, Plan{Later: 1}}} {
		t.Run("who was to "+string(c.decision)+" does not come in because their match is gone", func(t *testing.T) {
			b := newBook(t)
			jana := add(t, b, contact.Draft{Name: "Jana Roth", Emails: []contact.Value{{Index: contact.NewLine, Value: "j@mail.example"}}})
			p, err := b.Preview(t.Context(), []string{file(t, "a.vcf", card("FN:J. Roth", "EMAIL:j@mail.example"))}, nil)
			if err != nil {
				t.Fatal(err)
			}
			if err := p.Decide(PileSimilar, c.decision); err != nil {
				t.Fatal(err)
			}
			if _, err := b.Delete(t.Context(), []contact.ID{jana.ID}); err != nil {
				t.Fatal(err)
			}
			r, err := b.Import(t.Context(), p, nil)
			if got := (Plan{r.Added, r.Merged, r.Skipped, r.Later}); err != nil || got != c.want {
				t.Errorf("import = %+v, %v, want %+v", got, err, c.want)
			}
		})
	}
}

// many is a file of n people.
func many(n int) string {
	var text strings.Builder
	for i := range n {
		text.WriteString(card(fmt.Sprintf("UID:uid-%d", i), fmt.Sprintf("FN:Person %d", i), fmt.Sprintf("EMAIL:p%d@mail.example", i),
			fmt.Sprintf("TEL:+49 30 23125%03d%02d", i%1000, i/1000), "NOTE:nothing in particular", "ORG:Verein"))
	}
	return text.String()
}

func TestImportOfWhatCannotBeRead(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	add(t, b, contact.Draft{Name: "Nur Demir"})
	before := dump(t, b)
	folder := t.TempDir()
	for _, c := range []struct {
		claim, path, code string
	}{
		{"a missing file", filepath.Join(folder, "gone.vcf"), "file-missing"},
		{"an empty folder", folder, "folder-empty"},
		{"an empty file", file(t, "empty.vcf", ""), "file-empty"},
		{"a binary file", file(t, "song.mp3", "ID3\x04\x00\x00"+strings.Repeat("\x00\xff\x13\x37", 5000)), "file-binary"},
		{"a text without cards", file(t, "letter.txt", "Dear all,\nnothing here.\n"), "file-no-cards"},
		{"white space", file(t, "blank.vcf", "\r\n\r\n  \n"), "file-no-cards"},
	} {
		t.Run(c.claim+" has its sentence and harms nothing", func(t *testing.T) {
			receipts, err := b.ImportFiles(t.Context(), []string{c.path}, ImportOptions{}, nil)
			if err != nil {
				t.Fatal(err)
			}
			if p := receipts[0].Problem; p == nil || p.Code != c.code {
				t.Errorf("problem = %+v, want %s", p, c.code)
			}
			if got := dump(t, b); got != before {
				t.Errorf("the book holds %s, want %s", got, before)
			}
		})
	}
	t.Run("a file without read permission has its sentence", func(t *testing.T) {
		if os.Geteuid() == 0 {
			t.Skip("root may read everything")
		}
		path := file(t, "secret.vcf", card("FN:Jana Roth"))
		if err := os.Chmod(path, 0); err != nil {
			t.Fatal(err)
		}
		receipts, err := b.ImportFiles(t.Context(), []string{path}, ImportOptions{}, nil)
		if err != nil || receipts[0].Problem == nil || receipts[0].Problem.Code != "file-unreadable" {
			t.Errorf("receipts = %+v, %v, want file-unreadable", receipts, err)
		}
	})
	t.Run("the good one of two files is taken in", func(t *testing.T) {
		receipts, err := b.ImportFiles(t.Context(), []string{filepath.Join(folder, "gone.vcf"), file(t, "a.vcf", card("FN:Jana Roth"))}, ImportOptions{}, nil)
		if err != nil || receipts[0].Problem == nil || receipts[1].Add != 1 {
			t.Errorf("receipts = %+v, %v, want one problem and one added", receipts, err)
		}
	})
	t.Run("a card of 20 MB is taken in whole", func(t *testing.T) {
		b := newBook(t)
		note := strings.Repeat("viel zu erzählen ", 20<<20/18)
		r := imported(t, b, ImportOptions{}, card("FN:Jana Roth", "NOTE:"+note))
		if r.Add != 1 {
			t.Fatalf("receipt = %+v, want one added", r)
		}
		p, err := b.FindPerson(t.Context(), "Jana Roth")
		if err != nil || len(p.Notes) != 1 || strings.TrimSpace(p.Notes[0]) != strings.TrimSpace(note) {
			t.Errorf("the note came back as %d bytes, %v, want %d", len(strings.Join(p.Notes, "")), err, len(note))
		}
	})
}

func TestReceipt(t *testing.T) {
	b := newBook(t)
	imported(t, b, ImportOptions{}, card("FN:Anna Meier", "EMAIL:anna@mail.example"))
	text := card("FN:Jana Roth", "TEL:030 23125 001", "X-SOMETHING:kept") +
		card("FN:Anna M.", "EMAIL:anna@mail.example") +
		"stray line\r\n" +
		"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Timo Roth\r\nnonsense without a colon\r\n" +
		card("FN:Kim Adler")
	r := imported(t, b, ImportOptions{}, text)

	t.Run("the lines that were shown, kept and unreadable add up", func(t *testing.T) {
		if l := r.Lines; l.Total == 0 || l.Shown+l.Kept+l.Unreadable != l.Total {
			t.Errorf("lines = %+v, want a sum", l)
		}
	})
	t.Run("the piles add up to the cards", func(t *testing.T) {
		if r.New+r.Same+r.Similar != r.Cards || r.Add+r.Merge+r.Skip+r.Later != r.Cards {
			t.Errorf("receipt = %+v, want sums of %d", r, r.Cards)
		}
	})
	t.Run("it is there after the import, with repairs and what was unreadable", func(t *testing.T) {
		kept, err := b.Receipt(t.Context(), r.Operation)
		if err != nil {
			t.Fatal(err)
		}
		if kept.Lines != r.Lines || kept.Added != r.Add || kept.Later != 1 || kept.Undecided != 1 || kept.Repairs != r.Repairs {
			t.Errorf("receipt = %+v, want the same as %+v", kept, r)
		}
		repairs, err := b.Repairs(t.Context(), r.Operation, 0, 100)
		if err != nil || repairs.Total != r.Repairs || len(repairs.Items) != r.Repairs || r.Repairs == 0 {
			t.Errorf("repairs = %+v, %v, want %d", repairs, err, r.Repairs)
		}
		unreadable, err := b.Unreadable(t.Context(), r.Operation, 0, 100)
		if err != nil || unreadable.Total != kept.Lines.Unreadable || unreadable.Total == 0 || unreadable.Items[0].File != "people.vcf" {
			t.Errorf("unreadable = %+v, %v, want %d", unreadable, err, kept.Lines.Unreadable)
		}
	})
	t.Run("a card left for later can be decided, and that can be undone", func(t *testing.T) {
		before := dump(t, b)
		rows, err := b.Undecided(t.Context(), r.Operation, 0, 10)
		if err != nil || rows.Total != 1 || rows.Items[0].Match == nil || rows.Items[0].Match.Name != "Anna Meier" {
			t.Fatalf("undecided = %+v, %v, want Anna M. who meets Anna Meier", rows, err)
		}
		change, err := b.DecideLater(t.Context(), r.Operation, []int{rows.Items[0].Index}, DecisionMerge)
		if err != nil || change.Count != 1 {
			t.Fatalf("decide = %+v, %v, want one", change, err)
		}
		if rows, err := b.Undecided(t.Context(), r.Operation, 0, 10); err != nil || rows.Total != 0 {
			t.Errorf("undecided = %+v, %v, want none", rows, err)
		}
		sound(t, b)
		if _, err := b.Undo(t.Context(), 0); err != nil {
			t.Fatal(err)
		}
		if got := dump(t, b); got != before {
			t.Errorf("the book holds %s, want %s", got, before)
		}
	})
	t.Run("an undone import says so and keeps its receipt", func(t *testing.T) {
		if _, err := b.Undo(t.Context(), r.Operation); err != nil {
			t.Fatal(err)
		}
		kept, err := b.Receipt(t.Context(), r.Operation)
		if err != nil || !kept.Undone || kept.Undecided != 0 || kept.Added != r.Add {
			t.Errorf("receipt = %+v, %v, want undone", kept, err)
		}
	})
}

func TestMerge(t *testing.T) {
	b := newBook(t)
	imported(t, b, ImportOptions{}, card("UID:jana", "N:Roth;Jana;;;", "FN:Jana Roth", "item1.TEL:+49 30 23125001", "item1.X-ABLabel:Büro", "BDAY:1980-02-03", "CATEGORIES:Chor", "X-OWN:mine"))
	comes := "BEGIN:VCARD\r\nVERSION:2.1\r\nN:Roth;Jana;Maria\r\nFN:Jana M. Roth\r\nTEL;CELL:0171 39200 01\r\nTEL;WORK:030 23125001\r\n" +
		"item1.EMAIL:jana@mail.example\r\nBDAY:1980-02-04\r\nNOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:mag S=C3=BC=C3=9Fes\r\nX-OTHER:theirs\r\n" +
		"PHOTO;ENCODING=BASE64;PNG:iVBORw0KGgoAAAAB\r\n\r\nCATEGORIES:Barcamp\r\nEND:VCARD\r\n"
	r := imported(t, b, ImportOptions{Similar: DecisionMerge}, comes)
	if r.Merge != 1 {
		t.Fatalf("receipt = %+v, want one merged", r)
	}
	p, err := b.FindPerson(t.Context(), "Jana Roth")
	if err != nil {
		t.Fatal(err)
	}
	t.Run("nothing of either is lost", func(t *testing.T) {
		raw, err := b.Card(t.Context(), p.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"jana@mail.example", "mag Süßes", "X-OTHER:theirs", "X-OWN:mine", "iVBORw0KGgoAAAAB", "Jana M. Roth", "Maria"} {
			if !strings.Contains(string(raw), want) {
				t.Errorf("card = %s, want %s in it", raw, want)
			}
		}
		if got := []int{len(p.Phones), len(p.Emails), len(p.Notes), len(p.Dates)}; !slices.Equal(got, []int{2, 1, 1, 1}) {
			t.Errorf("phones, mails, notes, dates = %v, want 2 1 1 1: %s", got, raw)
		}
	})
	t.Run("what the book said stays", func(t *testing.T) {
		if p.Name != "Jana Roth" || p.UID != "jana" || p.Dates[0].Day != 3 || p.Phones[0].Label != "Büro" {
			t.Errorf("person = %+v, want the values of the book", p)
		}
	})
	t.Run("tags of both are worn and the picture is shown", func(t *testing.T) {
		if !slices.Equal(p.Tags, []string{"Chor", "Barcamp"}) || p.Photo == "" {
			t.Errorf("tags = %v, photo = %q, want both tags and a picture", p.Tags, p.Photo)
		}
		if data, mime, err := b.Photo(t.Context(), p.Photo); err != nil || len(data) != 12 || mime != "image/png" {
			t.Errorf("photo = %d bytes %q, %v, want 12 of image/png", len(data), mime, err)
		}
	})
	t.Run("merging the same again changes nothing", func(t *testing.T) {
		before := dump(t, b)
		if r := imported(t, b, ImportOptions{Similar: DecisionMerge}, comes); r.Merge != 1 {
			t.Errorf("receipt = %+v, want one merged", r)
		}
		if got := dump(t, b); got != before {
			t.Errorf("the book holds %s, want %s", got, before)
		}
	})
	sound(t, b)
}

func TestSample(t *testing.T) {
	b := newBook(t)
	add(t, b, contact.Draft{Name: "Nur Demir"})
	before := dump(t, b)
	r, err := b.AddSample(t.Context(), []byte(card("FN:Ada Adler")+card("FN:Bo Björk")))
	if err != nil || r.Added != 2 || !r.Sample {
		t.Fatalf("receipt = %+v, %v, want two added", r, err)
	}
	if has, err := b.HasSample(t.Context()); err != nil || !has {
		t.Errorf("has sample = %v, %v, want yes", has, err)
	}
	change, err := b.RemoveSample(t.Context())
	if err != nil || change.Count != 2 {
		t.Errorf("remove = %+v, %v, want two", change, err)
	}
	if got := dump(t, b); got != before {
		t.Errorf("the book holds %s, want %s", got, before)
	}
	if has, err := b.HasSample(t.Context()); err != nil || has {
		t.Errorf("has sample = %v, %v, want no", has, err)
	}
}
