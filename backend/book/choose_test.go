package book

import (
	"context"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"kaffeerunde/backend/contact"
)

const (
	janaBefore = "UID:jana\r\nN:Roth;Jana;;;\r\nFN:Jana Roth\r\nTEL;TYPE=CELL:0171 3920001\r\nNOTE:singt\r\nX-OWN:mine"
	janaAfter  = "UID:jana\r\nN:Krüger;Jana;;;\r\nFN:Jana Krüger\r\nTEL;TYPE=CELL:0171 3920002\r\nPHOTO;ENCODING=b;TYPE=PNG:" + onePixel
	timoBefore = "UID:timo\r\nFN:Timo Roth\r\nTITLE:Koch"
	timoAfter  = "UID:timo\r\nFN:Timo Roth\r\nTITLE:Chef"
	onePixel   = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)

// updated opens a preview of newer cards of Jana and Timo, and of somebody new.
func updated(t *testing.T) (*Book, *Preview) {
	t.Helper()
	b := newBook(t)
	imported(t, b, ImportOptions{}, card(janaBefore)+card(timoBefore))
	p, err := b.Preview(t.Context(), []string{file(t, "newer.vcf", card("FN:Ada Adler")+card(janaAfter)+card(timoAfter))}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return b, p
}

func differencesOf(t *testing.T, p *Preview, row int) []Difference {
	t.Helper()
	list, err := p.Differences(t.Context(), row)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func rawCard(t *testing.T, b *Book, uid string) string {
	t.Helper()
	p, err := b.FindPerson(t.Context(), uid)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := b.Card(t.Context(), p.ID)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

func TestChoose(t *testing.T) {
	t.Run("an updated card shows its differences field by field", func(t *testing.T) {
		_, p := updated(t)
		list := differencesOf(t, p, 1)
		want := []string{"name: Jana Roth | Jana Krüger", "phone: 0171 3920001 | 0171 3920002", "photo:  | ", "note: singt | ", "propertyX-OWN: mine | "}
		if got := told(list); !slices.Equal(got, want) {
			t.Fatalf("differences = %q, want %q", got, want)
		}
		if photo := list[2].Theirs[0]; len(photo.Thumbnail) == 0 {
			t.Errorf("picture = %+v, want a small one to look at", photo)
		}
		if none := differencesOf(t, p, 0); len(none) > 0 {
			t.Errorf("differences of somebody new = %q, want none", told(none))
		}
	})
	t.Run("each difference becomes what was chosen, and an undo is exact", func(t *testing.T) {
		b, p := updated(t)
		before := dump(t, b)
		list := differencesOf(t, p, 1)
		for i, c := range []Choice{ChoiceTheirs, ChoiceBoth, ChoiceMine, ChoiceTheirs} {
			if err := p.Choose(1, i, c); err != nil {
				t.Fatalf("choose %s for %q: %v", c, told(list)[i], err)
			}
		}
		if got := differencesOf(t, p, 1)[1].Choice; got != ChoiceBoth {
			t.Errorf("choice = %s when looked at again, want both", got)
		}
		r, err := b.Import(t.Context(), p, nil)
		if err != nil || r.Merged != 1 || r.Added != 1 || r.Skipped != 1 {
			t.Fatalf("receipt = %+v, %v, want one merged, one added, one skipped", r, err)
		}
		want := card("UID:jana", "N:Krüger;Jana;;;", "FN:Jana Krüger", "TEL;TYPE=CELL:0171 3920001", "X-OWN:mine", "TEL;TYPE=CELL:0171 3920002")
		if got := rawCard(t, b, "jana"); got != want {
			t.Errorf("card = %s, want %s", got, want)
		}
		sound(t, b)
		if _, err := b.Undo(t.Context(), r.Operation); err != nil {
			t.Fatal(err)
		}
		if got := dump(t, b); got != before {
			t.Errorf("the book holds %s, want %s", got, before)
		}
	})
	for _, c := range []struct {
		choice                 Choice
		merged                 int
		name, title, timoTitle string
	}{
		{ChoiceTheirs, 2, "FN:Jana Krüger", "NOTE:singt", "TITLE:Chef"},
		{ChoiceMine, 0, "FN:Jana Roth", "0171 3920001", "TITLE:Koch"},
		{ChoiceBoth, 2, "FN:Jana Roth", "0171 3920002", "TITLE:Koch\r\nTITLE:Chef"},
	} {
		t.Run("the same can be chosen for a pile: "+string(c.choice), func(t *testing.T) {
			b, p := updated(t)
			differencesOf(t, p, 1)
			if err := p.ChoosePile(PileSame, c.choice); err != nil {
				t.Fatal(err)
			}
			r, err := b.Import(t.Context(), p, nil)
			if err != nil || r.Merged != c.merged {
				t.Fatalf("receipt = %+v, %v, want %d merged", r, err, c.merged)
			}
			jana, timo := rawCard(t, b, "jana"), rawCard(t, b, "timo")
			if !strings.Contains(jana, c.name) || !strings.Contains(jana, c.title) || !strings.Contains(timo, c.timoTitle) {
				t.Errorf("cards = %s%s, want %q, %q and %q", jana, timo, c.name, c.title, c.timoTitle)
			}
			if strings.Contains(jana, "PNG") != (c.choice != ChoiceMine) {
				t.Errorf("card = %s, want the picture unless mine is kept", jana)
			}
			sound(t, b)
		})
	}
	t.Run("who is similar can be merged by choice as well", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{}, card("UID:jana", "FN:Jana Roth", "EMAIL:j@mail.example", "TITLE:Chefin"))
		p, err := b.Preview(t.Context(), []string{file(t, "sim.vcf", card("FN:Jana Roth", "EMAIL:j@mail.example", "TITLE:Leiterin"))}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := told(differencesOf(t, p, 0)); !slices.Equal(got, []string{"title: Chefin | Leiterin"}) {
			t.Fatalf("differences = %q, want the title", got)
		}
		if err := p.Choose(0, 0, ChoiceTheirs); err != nil {
			t.Fatal(err)
		}
		if got := p.Plan(); got != (Plan{Merge: 1}) {
			t.Errorf("plan = %+v, want one merged", got)
		}
		if _, err := b.Import(t.Context(), p, nil); err != nil {
			t.Fatal(err)
		}
		if got, want := rawCard(t, b, "jana"), card("UID:jana", "FN:Jana Roth", "EMAIL:j@mail.example", "TITLE:Leiterin"); got != want {
			t.Errorf("card = %s, want %s", got, want)
		}
	})
	t.Run("a cancelled import leaves nothing of what was chosen", func(t *testing.T) {
		b, p := updated(t)
		before := dump(t, b)
		if err := p.ChoosePile(PileSame, ChoiceTheirs); err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := b.Import(ctx, p, nil); !errors.Is(err, context.Canceled) {
			t.Errorf("import = %v, want cancelled", err)
		}
		if got := dump(t, b); got != before {
			t.Errorf("the book holds %s, want %s", got, before)
		}
	})
	t.Run("what cannot be chosen is refused", func(t *testing.T) {
		_, p := updated(t)
		differencesOf(t, p, 1)
		for claim, err := range map[string]error{
			"a choice that does not exist": p.Choose(1, 0, "other"), "both where one side only says something": p.Choose(1, 3, ChoiceBoth),
			"no choice for a row": p.ChooseRow(1, ""),
		} {
			if Explain(err).Code != "invalid-choice-unknown" {
				t.Errorf("%s = %v, want invalid", claim, err)
			}
		}
		if err := p.Choose(2, 0, ChoiceMine); !errors.Is(err, contact.ErrNotFound) {
			t.Errorf("a row that nobody looked at = %v, want not found", err)
		}
		if _, err := p.Differences(t.Context(), 3); !errors.Is(err, contact.ErrNotFound) {
			t.Errorf("a row that is not there = %v, want not found", err)
		}
	})
	t.Run("a file that changed meanwhile is not compared", func(t *testing.T) {
		_, p := updated(t)
		if err := os.WriteFile(p.sources[0].path, []byte(card("FN:Someone else")), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := p.Differences(t.Context(), 1); Explain(err).Code != "file-changed" {
			t.Errorf("differences = %v, want file-changed", err)
		}
	})
}

func TestUpdate(t *testing.T) {
	b := newBook(t)
	imported(t, b, ImportOptions{}, card(janaBefore)+card(timoBefore))
	newer := card(janaAfter) + card(timoAfter)
	before := dump(t, b)
	t.Run("a try says what an update would do and does nothing", func(t *testing.T) {
		if r := imported(t, b, ImportOptions{Update: true, DryRun: true}, newer); r.Merge != 2 || dump(t, b) != before {
			t.Errorf("receipt = %+v, want two that would be merged and the book as it was", r)
		}
	})
	r := imported(t, b, ImportOptions{Update: true}, newer)
	t.Run("an update takes what is new and keeps what only the book has", func(t *testing.T) {
		jana := rawCard(t, b, "jana")
		if r.Merge != 2 || !strings.Contains(jana, "Krüger") || strings.Contains(jana, "3920001") || !strings.Contains(jana, "X-OWN:mine") {
			t.Errorf("receipt = %+v, card %s, want the new values and the own property", r, jana)
		}
	})
	t.Run("the same update again does nothing", func(t *testing.T) {
		now := dump(t, b)
		if again := imported(t, b, ImportOptions{Update: true}, newer); again.Skip != 2 || again.Operation != 0 || dump(t, b) != now {
			t.Errorf("receipt = %+v, want two skipped", again)
		}
	})
	t.Run("an undo of it is exact", func(t *testing.T) {
		if _, err := b.Undo(t.Context(), r.Operation); err != nil {
			t.Fatal(err)
		}
		if got := dump(t, b); got != before {
			t.Errorf("the book holds %s, want %s", got, before)
		}
		sound(t, b)
	})
}

func TestChooseTwins(t *testing.T) {
	b := newBook(t)
	twice := card("FN:Jana Roth", "EMAIL:j@mail.example", "TITLE:Chefin") + card("FN:Jana Roth", "EMAIL:j@mail.example", "TITLE:Leiterin")
	p, err := b.Preview(t.Context(), []string{file(t, "twice.vcf", twice)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Run("two cards of one file are compared with each other", func(t *testing.T) {
		if got := told(differencesOf(t, p, 1)); !slices.Equal(got, []string{"title: Chefin | Leiterin"}) {
			t.Errorf("differences = %q, want the title", got)
		}
	})
	t.Run("and merged as was chosen", func(t *testing.T) {
		if err := p.Choose(1, 0, ChoiceTheirs); err != nil {
			t.Fatal(err)
		}
		if _, err := b.Import(t.Context(), p, nil); err != nil {
			t.Fatal(err)
		}
		jana, err := b.FindPerson(t.Context(), "Jana Roth")
		if err != nil || jana.Title != "Leiterin" {
			t.Errorf("title = %q, %v, want that of the second card", jana.Title, err)
		}
		sound(t, b)
	})
}
