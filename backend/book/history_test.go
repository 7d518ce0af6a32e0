package book

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"kaffeerunde/backend/contact"
)

// doing is a person at work: it does something to a book, chosen by chance.
type doing struct {
	t      *testing.T
	b      *Book
	chance *rand.Rand
}

func (d *doing) someone() []contact.ID {
	ids, err := d.b.IDs(d.t.Context(), Query{})
	if err != nil {
		d.t.Fatal(err)
	}
	d.chance.Shuffle(len(ids), func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
	return ids[:min(len(ids), 1+d.chance.IntN(4))]
}

func (d *doing) tag() string { return fmt.Sprintf("tag %d", d.chance.IntN(4)) }

// something does one thing and reports whether it changed anything.
func (d *doing) something() bool {
	ctx, ids := d.t.Context(), d.someone()
	var change Change
	var err error
	switch d.chance.IntN(15) {
	case 0, 1:
		_, change, err = d.b.Add(ctx, contact.Draft{Name: fmt.Sprintf("Person %d", d.chance.IntN(1000)), Tags: []string{d.tag()}})
	case 2:
		change, err = d.b.Delete(ctx, ids)
	case 3, 4:
		change, err = d.b.Tag(ctx, d.tag(), ids)
	case 5:
		change, err = d.b.Untag(ctx, d.tag(), ids)
	case 6:
		change, err = d.b.RenameTag(ctx, d.tag(), d.tag())
	case 7:
		change, err = d.b.ColourTag(ctx, d.tag(), fmt.Sprintf("hue-%d", 1+d.chance.IntN(8)))
	case 8:
		change, err = d.b.DeleteTag(ctx, d.tag())
	case 9:
		change, err = d.b.CreateTag(ctx, d.tag(), "")
	case 10:
		receipt := imported(d.t, d.b, ImportOptions{Similar: DecisionMerge}, d.file())
		change.Operation = receipt.Operation
	case 11:
		change, err = d.meet(ids)
	case 12:
		_, change, err = d.b.Leave(ctx, contact.Thread{Text: fmt.Sprintf("article %d", d.chance.IntN(9)), People: ids})
	case 13:
		state := contact.ThreadStates()[d.chance.IntN(3)]
		change, err = d.b.Settle(ctx, 1+d.chance.Int64N(3), state)
	default:
		change, err = d.edit(ids)
	}
	var invalid *contact.InvalidError
	if err != nil && !errors.Is(err, contact.ErrNotFound) && !errors.As(err, &invalid) {
		d.t.Fatal(err)
	}
	return err == nil && change.Operation != 0
}

// meet writes an encounter down, changes an older one or deletes it.
func (d *doing) meet(ids []contact.ID) (Change, error) {
	older := d.chance.Int64N(4)
	if older > 0 && d.chance.IntN(3) == 0 {
		return d.b.Unmeet(d.t.Context(), older)
	}
	kinds := contact.EncounterKinds()
	_, change, err := d.b.Meet(d.t.Context(), contact.Encounter{
		ID: older, Kind: kinds[d.chance.IntN(len(kinds))], Note: fmt.Sprint(d.chance.IntN(100)), People: ids,
	})
	return change, err
}

func (d *doing) edit(ids []contact.ID) (Change, error) {
	if len(ids) == 0 {
		return Change{}, nil
	}
	p, err := d.b.Person(d.t.Context(), ids[0])
	if err != nil {
		return Change{}, err
	}
	draft := p.Draft()
	draft.Notes = append(draft.Notes, fmt.Sprint(d.chance.IntN(100)))
	draft.Phones = append(draft.Phones, contact.Value{Index: contact.NewLine, Value: fmt.Sprintf("030 23125 %03d", d.chance.IntN(1000)), Label: "Büro"})
	_, change, err := d.b.Edit(d.t.Context(), p.ID, draft)
	return change, err
}

func (d *doing) file() string {
	var text string
	for range 1 + d.chance.IntN(3) {
		n := d.chance.IntN(30)
		text += card(fmt.Sprintf("UID:u%d", n), fmt.Sprintf("FN:Guest %d", n), fmt.Sprintf("EMAIL:g%d@mail.example", n/2),
			fmt.Sprintf("CATEGORIES:%s", d.tag()), portrait(n%3))
	}
	return text
}

// portrait is a PHOTO line with a picture of a few bytes, of which there are three.
func portrait(n int) string {
	return "PHOTO;ENCODING=b;TYPE=PNG:" + []string{"iVBORw0KGgoAAAAB", "iVBORw0KGgoAAAAC", "iVBORw0KGgoAAAAD"}[n]
}

func TestUndo(t *testing.T) {
	t.Parallel()
	const rounds, steps = 12, 12
	for round := range rounds {
		t.Run(fmt.Sprintf("any sequence is undone to the start and redone to the end, seed %d", round), func(t *testing.T) {
			b := newBook(t)
			d := &doing{t, b, rand.New(rand.NewPCG(uint64(round), 7))}
			states := []string{dump(t, b)}
			for range steps {
				if d.something() {
					states = append(states, dump(t, b))
				}
			}
			for i := len(states) - 2; i >= 0; i-- {
				if _, err := b.Undo(t.Context(), 0); err != nil {
					t.Fatal(err)
				}
				if got := dump(t, b); got != states[i] {
					t.Fatalf("after undo to state %d the book holds\n%s\nwant\n%s", i, got, states[i])
				}
			}
			sound(t, b)
			for i := 1; i < len(states); i++ {
				if _, err := b.Redo(t.Context()); err != nil {
					t.Fatal(err)
				}
				if got := dump(t, b); got != states[i] {
					t.Fatalf("after redo to state %d the book holds\n%s\nwant\n%s", i, got, states[i])
				}
			}
			sound(t, b)
		})
	}

	t.Run("an older operation takes along what touched the same people, and only that", func(t *testing.T) {
		b := newBook(t)
		anna := add(t, b, contact.Draft{Name: "Anna Meier"})
		before := dump(t, b)
		came := imported(t, b, ImportOptions{}, card("FN:Jana Roth")+card("FN:Timo Roth"))
		ids, err := b.IDs(t.Context(), Query{Import: came.Operation})
		if err != nil {
			t.Fatal(err)
		}
		tagged, err := b.Tag(t.Context(), "Chor", ids)
		if err != nil {
			t.Fatal(err)
		}
		alone, err := b.Tag(t.Context(), "Chor", []contact.ID{anna.ID})
		if err != nil {
			t.Fatal(err)
		}
		undone, err := b.Undo(t.Context(), came.Operation)
		if err != nil {
			t.Fatal(err)
		}
		var got []int64
		for _, o := range undone {
			got = append(got, o.ID)
		}
		if want := []int64{tagged.Operation, came.Operation}; !slices.Equal(got, want) {
			t.Errorf("undone = %v, want %v", got, want)
		}
		if tags, want := names(t, b, Query{AnyTags: []string{"Chor"}}), []string{"Anna Meier"}; !slices.Equal(tags, want) {
			t.Errorf("tagged = %v, want %v", tags, want)
		}
		if _, err := b.Undo(t.Context(), alone.Operation); err != nil {
			t.Fatal(err)
		}
		if got := dump(t, b); got != before {
			t.Errorf("the book holds %s, want %s", got, before)
		}
		sound(t, b)
	})

	t.Run("a deletion takes along who came under the same uid since", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{}, card("UID:one", "FN:Jana Roth"))
		before := dump(t, b)
		ids, _ := b.IDs(t.Context(), Query{})
		deleted, err := b.Delete(t.Context(), ids)
		if err != nil {
			t.Fatal(err)
		}
		imported(t, b, ImportOptions{}, card("UID:one", "FN:Jana Roth-Weber"))
		if _, err := b.Undo(t.Context(), deleted.Operation); err != nil {
			t.Fatal(err)
		}
		if got := dump(t, b); got != before {
			t.Errorf("the book holds %s, want %s", got, before)
		}
		sound(t, b)
	})

	t.Run("an import whose people were deleted leaves those alone who came under the same uid since", func(t *testing.T) {
		b := newBook(t)
		wrong := imported(t, b, ImportOptions{}, card("UID:one", "FN:Jana Roth"))
		ids, _ := b.IDs(t.Context(), Query{})
		if _, err := b.Delete(t.Context(), ids); err != nil {
			t.Fatal(err)
		}
		imported(t, b, ImportOptions{}, card("UID:one", "FN:Jana Roth-Weber"))
		before := dump(t, b)
		if undone, err := b.Undo(t.Context(), wrong.Operation); err != nil || len(undone) != 2 {
			t.Fatalf("undone = %+v, %v, want the import and the deletion", undone, err)
		}
		if got := dump(t, b); got != before {
			t.Errorf("the book holds %s, want %s", got, before)
		}
		if _, err := b.Redo(t.Context()); err != nil {
			t.Fatal(err)
		}
		if got := dump(t, b); got != before {
			t.Errorf("after redo the book holds %s, want %s", got, before)
		}
		sound(t, b)
	})

	for _, c := range []struct{ claim, line string }{
		{"an import takes along a card that was put off and merged into one of its people since", "TEL:0171 3920001"},
		{"an import takes along a card that was put off and found to say nothing new about one of its people", "FN:Jana Roth"},
	} {
		t.Run(c.claim, func(t *testing.T) {
			b := newBook(t)
			first := imported(t, b, ImportOptions{}, card("N:Roth;Jana;;;", "FN:Jana Roth", "EMAIL:jana@mail.example", "NOTE:sings"))
			second := imported(t, b, ImportOptions{Similar: DecisionLater}, card("N:Roth;Jana;;;", "EMAIL:jana@mail.example", c.line))
			rows, err := b.Undecided(t.Context(), second.Operation, 0, 10)
			if err != nil || rows.Total != 1 {
				t.Fatalf("undecided = %+v, %v, want one", rows, err)
			}
			decided, err := b.DecideLater(t.Context(), second.Operation, []int{rows.Items[0].Index}, DecisionMerge)
			if err != nil {
				t.Fatal(err)
			}
			h, err := b.History(t.Context(), 0, 10)
			if err != nil {
				t.Fatal(err)
			}
			if got, want := h.Items[2].StandsOn, []int64{decided.Operation}; !slices.Equal(got, want) {
				t.Errorf("on the first import stand %v, want %v", got, want)
			}
			if _, err := b.Undo(t.Context(), first.Operation); err != nil {
				t.Fatal(err)
			}
			if rows, err := b.Undecided(t.Context(), second.Operation, 0, 10); err != nil || rows.Total != 1 {
				t.Errorf("undecided after the undo = %+v, %v, want the card again", rows, err)
			}
			sound(t, b)
		})
	}

	t.Run("undo and redo work after a restart", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "book.db")
		b := openBook(t, path)
		empty := dump(t, b)
		imported(t, b, ImportOptions{}, card("FN:Jana Roth", portrait(0)))
		full := dump(t, b)
		b = openBook(t, path)
		if _, err := b.Undo(t.Context(), 0); err != nil {
			t.Fatal(err)
		}
		if got := dump(t, b); got != empty {
			t.Errorf("after undo the book holds %s, want nothing", got)
		}
		b = openBook(t, path)
		if _, err := b.Redo(t.Context()); err != nil {
			t.Fatal(err)
		}
		if got := dump(t, b); got != full {
			t.Errorf("after redo the book holds %s, want %s", got, full)
		}
	})

	t.Run("something new ends what can be redone", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{}, card("FN:Jana Roth", portrait(0)))
		if _, err := b.Undo(t.Context(), 0); err != nil {
			t.Fatal(err)
		}
		add(t, b, contact.Draft{Name: "Timo Roth"})
		if _, err := b.Redo(t.Context()); !errors.Is(err, ErrNothingLeft) {
			t.Errorf("Redo = %v, want %v", err, ErrNothingLeft)
		}
		h, err := b.History(t.Context(), 0, 10)
		if err != nil {
			t.Fatal(err)
		}
		if h.CanRedo || !h.CanUndo || h.Total != 2 || !h.Items[1].Undone {
			t.Errorf("history = %+v, want the import undone for good", h)
		}
		sound(t, b)
	})

	t.Run("what is undone cannot be undone again", func(t *testing.T) {
		b := newBook(t)
		add(t, b, contact.Draft{Name: "Timo Roth"})
		if _, err := b.Undo(t.Context(), 1); err != nil {
			t.Fatal(err)
		}
		for _, operation := range []int64{0, 1} {
			if _, err := b.Undo(t.Context(), operation); !errors.Is(err, ErrNothingLeft) {
				t.Errorf("Undo(%d) = %v, want %v", operation, err, ErrNothingLeft)
			}
		}
	})
}
