package book

import (
	"errors"
	"strings"
	"testing"

	"kaffeerunde/backend/contact"
)

func TestIntroductions(t *testing.T) {
	b, ctx := newBook(t), t.Context()
	before := dump(t, b)
	i, _, err := b.SaveIntroduction(ctx, contact.Introduction{Occasion: " Open Space ", ShortDE: "Ich baue Probenräume.", LongEN: "I build rooms to rehearse in."})
	if err != nil || i.ID == 0 || i.Occasion != "Open Space" {
		t.Fatalf("got %+v, %v", i, err)
	}
	t.Run("it is kept, with all its texts", func(t *testing.T) {
		if kept, err := b.Introductions(ctx); err != nil || len(kept) != 1 || kept[0] != i {
			t.Errorf("got %+v, %v", kept, err)
		}
		if got := *i.Text("de", contact.Short) + *i.Text("en", contact.Long) + *i.Text("de", contact.Long) + *i.Text("en", contact.Short); got != i.ShortDE+i.LongEN {
			t.Errorf("its texts are %q", got)
		}
	})
	t.Run("one that is the same changes nothing", func(t *testing.T) {
		if _, change, err := b.SaveIntroduction(ctx, i); err != nil || change.Operation != 0 {
			t.Errorf("got %+v, %v", change, err)
		}
	})
	t.Run("one without an occasion or a text is none", func(t *testing.T) {
		for _, wrong := range []contact.Introduction{{ShortDE: "Ich"}, {Occasion: "Chor"}, {Occasion: "Chor", LongDE: strings.Repeat("a", 5000)}} {
			var invalid *contact.InvalidError
			if _, _, err := b.SaveIntroduction(ctx, wrong); !errors.As(err, &invalid) {
				t.Errorf("%.40q gives %v", wrong.LongDE, err)
			}
		}
	})
	i.LongDE = "Mit drei anderen."
	if _, _, err := b.SaveIntroduction(ctx, i); err != nil {
		t.Fatal(err)
	}
	if _, err := b.DeleteIntroduction(ctx, i.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := b.DeleteIntroduction(ctx, i.ID); !errors.Is(err, contact.ErrNotFound) {
		t.Errorf("deleted twice: %v", err)
	}
	t.Run("all of it is taken back", func(t *testing.T) {
		for range 3 {
			if _, err := b.Undo(ctx, 0); err != nil {
				t.Fatal(err)
			}
		}
		if after := dump(t, b); after != before {
			t.Errorf("got %s, want %s", after, before)
		}
	})
}

func TestMyCode(t *testing.T) {
	b, ctx := newBook(t), t.Context()
	if c, err := b.MyCode(ctx); err != nil || c.Size != 0 {
		t.Errorf("nobody's code is %+v, %v", c, err)
	}
	mine := add(t, b, contact.Draft{Name: "Jana Ohnsorg", Phones: []contact.Value{{Index: contact.NewLine, Value: "+49 40 5550123"}}})
	if err := b.SetMe(ctx, mine.ID); err != nil {
		t.Fatal(err)
	}
	c, err := b.MyCode(ctx)
	if err != nil || c.Size < 29 || !strings.HasPrefix(c.Path, "M4 4h7v1h-7z") {
		t.Errorf("got %d, %.40q, %v", c.Size, c.Path, err)
	}
}
