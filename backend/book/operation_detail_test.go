package book

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"kaffeerunde/backend/contact"
)

// retold is a detail as a text: who and what became what, with each value before and after.
func retold(d OperationDetail) string {
	var text strings.Builder
	fmt.Fprintf(&text, "known %v, people %+v\n", d.Known, d.People.Tally)
	for _, p := range d.People.First {
		fmt.Fprintf(&text, "person %d %s\n", p.ID, p.Becoming)
		for _, f := range p.Changes {
			if f.Field == FieldRelated {
				// Whom a card names is called as the book calls them now, and by their uid once they are undone, too.
				fmt.Fprintf(&text, "  %s: %d -> %d\n", f.Field, len(f.Before), len(f.After))
				continue
			}
			fmt.Fprintf(&text, "  %s %s: %q -> %q\n", f.Field, f.Property, wordsOf(f.Before), wordsOf(f.After))
		}
	}
	for _, things := range d.Things {
		fmt.Fprintf(&text, "%s %+v\n", things.Thing, things.Tally)
		for _, one := range things.First {
			fmt.Fprintf(&text, "  %s\n", one.Becoming)
			for _, f := range one.Fields {
				fmt.Fprintf(&text, "    %s: %q -> %q\n", f.Field, f.Before, f.After)
			}
		}
	}
	return text.String()
}

func wordsOf(values []DifferenceValue) []string {
	var list []string
	for _, v := range values {
		list = append(list, v.Value)
	}
	return list
}

func TestOperationDetail(t *testing.T) {
	b := opened(t, filepath.Join(t.TempDir(), "book.db"), 1)
	defer b.Close()
	ctx := t.Context()
	receipt := imported(t, b, ImportOptions{}, many(60))
	detail := func(operation int64) OperationDetail {
		t.Helper()
		d, err := b.OperationDetail(ctx, operation)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	nur, add, err := b.Add(ctx, contact.Draft{Name: "Nur Demir"})
	if err != nil {
		t.Fatal(err)
	}
	tag := must(b.Tag(ctx, "Chor", []contact.ID{nur.ID}))
	_, meet, err := b.Meet(ctx, contact.Encounter{Kind: "coffee", Day: "2026-04-20", People: []contact.ID{nur.ID}, Note: "Tee"})
	if err != nil {
		t.Fatal(err)
	}
	gone := must(b.Delete(ctx, []contact.ID{nur.ID}))

	t.Run("an import of many is counted and told in part", func(t *testing.T) {
		d := detail(receipt.Operation)
		if d.People.Added != 60 || len(d.People.First) != mostChanged || d.People.First[0].Name == "" {
			t.Errorf("OperationDetail = %+v with %d people, want 60 added and the first %d", d.People.Tally, len(d.People.First), mostChanged)
		}
	})
	for claim, c := range map[string]struct {
		operation int64
		want      []string
	}{
		"who was added is named":                        {add.Operation, []string{"{Added:1 Gone:0 Changed:0}", fmt.Sprintf("person %d added", nur.ID)}},
		"a tag is told before and after":                {tag.Operation, []string{"Changed:1}", `tags : [] -> ["Chor"]`, "tag {Added:1"}},
		"an encounter says with whom, when and of what": {meet.Operation, []string{"encounter {Added:1", `day: "" -> "2026-04-20"`, `note: "" -> "Tee"`}},
		"who was deleted is named":                      {gone.Operation, []string{"{Added:0 Gone:1 Changed:0}", fmt.Sprintf("person %d gone", nur.ID)}},
	} {
		t.Run(claim, func(t *testing.T) {
			text := retold(detail(c.operation))
			for _, want := range c.want {
				if !strings.Contains(text, want) {
					t.Errorf("Detail tells %q, want %q in it", text, want)
				}
			}
		})
	}
	t.Run("who is gone keeps the name", func(t *testing.T) {
		if name := detail(gone.Operation).People.First[0].Name; name != "Nur Demir" {
			t.Errorf("the name is %q", name)
		}
	})
	t.Run("what stands on it is named", func(t *testing.T) {
		d := detail(add.Operation)
		if len(d.Later) == 0 || d.Later[0].Kind != KindDelete {
			t.Errorf("Later = %+v, want the deletion first", d.Later)
		}
	})
	t.Run("what was undone before something new is no longer known", func(t *testing.T) {
		if _, err := b.Undo(ctx, gone.Operation); err != nil {
			t.Fatal(err)
		}
		if d := detail(gone.Operation); !d.Known || d.People.Gone != 1 {
			t.Errorf("before: %+v", d)
		}
		if _, _, err := b.Add(ctx, contact.Draft{Name: "Bo"}); err != nil {
			t.Fatal(err)
		}
		if d := detail(gone.Operation); d.Known || len(d.People.First) > 0 {
			t.Errorf("after: %+v", d)
		}
	})
}

// An evening stands on everybody who was met there, and leaves the cards of those known before as they were.
func TestOperationDetailOfAnEveningAmongMany(t *testing.T) {
	b := opened(t, filepath.Join(t.TempDir(), "book.db"), 1)
	defer b.Close()
	ctx := t.Context()
	var guests []contact.Guest
	for i := range mostChanged + 5 {
		name := fmt.Sprintf("Guest Number%d", i)
		_, _, err := b.Add(ctx, contact.Draft{Name: name, Emails: []contact.Value{{Index: contact.NewLine, Value: fmt.Sprintf("n%d@example.org", i)}}})
		if err != nil {
			t.Fatal(err)
		}
		guests = append(guests, contact.Guest{Name: name, Mail: fmt.Sprintf("n%d@example.org", i)})
	}
	guests = append(guests, contact.Guest{Name: "Zoe Neumann"})
	e, _, err := b.AddEvent(ctx, contact.Event{Title: "Supper", When: "2026-11-20"}, guests)
	if err != nil {
		t.Fatal(err)
	}
	var ids []int64
	for _, row := range must(b.Guests(ctx, e.ID)) {
		ids = append(ids, row.ID)
	}
	if _, err := b.See(ctx, ids, contact.GuestMet); err != nil {
		t.Fatal(err)
	}
	_, change, err := b.WriteDown(ctx, e.ID)
	if err != nil {
		t.Fatal(err)
	}
	d := must(b.OperationDetail(ctx, change.Operation))
	if d.People.Tally != (Tally{Added: 1}) || len(d.People.First) != 1 || d.People.First[0].Name != "Zoe Neumann" {
		t.Errorf("OperationDetail = %+v with %+v, want Zoe Neumann added and nobody else", d.People.Tally, d.People.First)
	}
}

// What an operation changed is told alike while it is done and while it is undone, whatever followed it.
func TestOperationDetailOfEveryDeed(t *testing.T) {
	b := opened(t, filepath.Join(t.TempDir(), "book.db"), 1)
	defer b.Close()
	ctx, chance := t.Context(), rand.New(rand.NewPCG(3, 5))
	imported(t, b, ImportOptions{}, many(40))
	before := map[int64]string{}
	for _, d := range deeds {
		if err := done(ctx, d, b, chance); err != nil {
			t.Fatalf("%s: %v", d.name, err)
		}
		h := must(b.History(ctx, 0, 1))
		if newest := h.Items[0]; !newest.Undone && newest.CanUndo {
			before[newest.ID] = retold(must(b.OperationDetail(ctx, newest.ID)))
		}
	}
	tell := func(when string) {
		compared := 0
		for _, o := range must(b.History(ctx, 0, 500)).Items {
			want, ok := before[o.ID]
			d := must(b.OperationDetail(ctx, o.ID))
			if !ok || !d.Known {
				continue
			}
			if compared++; retold(d) != want {
				t.Errorf("%s, operation %d (%s) tells\n%s\nwant\n%s", when, o.ID, o.Kind, retold(d), want)
			}
		}
		if compared == 0 {
			t.Errorf("%s, none of %d operations was compared", when, len(before))
		}
		toldAtOnce(t, b, when)
	}
	tell("later")
	for range 30 {
		if _, err := b.Undo(ctx, 0); err != nil {
			break
		}
	}
	tell("undone")
}

// toldAtOnce checks that the whole history at once tells what it tells operation by operation.
func toldAtOnce(t *testing.T, b *Book, when string) {
	t.Helper()
	ctx := t.Context()
	counts := must(b.AllOperationCounts(ctx))
	for i, o := range must(b.AllOperations(ctx)) {
		one, d, got := must(b.History(ctx, i, 1)).Items[0], must(b.OperationDetail(ctx, o.ID)), counts[o.ID]
		if o.ID != one.ID || !slices.Equal(o.StandsOn, one.StandsOn) {
			t.Errorf("%s, on operation %d (%s) stand %v, want %v", when, o.ID, o.Kind, o.StandsOn, one.StandsOn)
		}
		want := OperationCounts{Known: d.Known, People: d.People.Tally}
		for _, p := range d.People.First {
			want.Names = append(want.Names, p.Name)
		}
		for _, things := range d.Things {
			want.Things = append(want.Things, ThingTally{Thing: things.Thing, Tally: things.Tally})
		}
		if !reflect.DeepEqual(*got, want) {
			t.Errorf("%s, operation %d (%s) counts %+v, want %+v", when, o.ID, o.Kind, *got, want)
		}
	}
}
