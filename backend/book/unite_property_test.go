package book

import (
	"bytes"
	"context"
	"errors"
	command "flag"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

// circleOfEight are people with all that a merge has to move: pictures, tags, a group, connections by UID and by name.
func circleOfEight(chance *rand.Rand) string {
	var text strings.Builder
	for i := range 8 {
		lines := []string{
			fmt.Sprintf("UID:p%d", i), fmt.Sprintf("N:%s;%s;;;", familyNames[i], givenNames[i%5]), fmt.Sprintf("FN:%s %s", givenNames[i%5], familyNames[i]),
			fmt.Sprintf("item1.TEL:+49 30 231250%02d", i%6), "item1.X-ABLabel:Büro", "CATEGORIES:" + tagNames[i%4] + "," + tagNames[(i+1)%4],
			fmt.Sprintf("NOTE:%s", words[i%len(words)]), fmt.Sprintf("RELATED;TYPE=friend:p%d", (i+3)%8), "X-OWN:" + words[(i+2)%len(words)],
		}
		if i%2 == 0 {
			lines = append(lines, "BDAY:198"+fmt.Sprint(i)+"-02-03", "NICKNAME:"+words[i%3], fmt.Sprintf("EMAIL;TYPE=WORK:p%d@mail.example", i%5))
		}
		text.WriteString(strings.Replace(card(lines...), "VERSION:3.0", "VERSION:4.0", 1))
	}
	text.WriteString(card("UID:group-1", "FN:Round", "X-ADDRESSBOOKSERVER-KIND:group", "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:p1", "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:p4"))
	return text.String()
}

var seed = command.Uint64("seed", 6, "what the sequences of merges and splits are drawn from")

// TestMergeAndSplitOfAnything merges, edits, splits, undoes and redoes in any order; who may be one is followed all the while. Run
// "go test ./backend/book -run TestMergeAndSplitOfAnything -sequences 2000" for ten thousand, and with another -seed for others.
func TestMergeAndSplitOfAnything(t *testing.T) {
	chance := rand.New(rand.NewPCG(14, *seed))
	b := opened(t, filepath.Join(t.TempDir(), "book.db"), 14)
	defer b.Close()
	imported(t, b, ImportOptions{Similar: DecisionAdd}, circleOfEight(chance))
	for i := range 5 {
		people := []contact.ID{contact.ID(1 + i), contact.ID(1 + (i+2)%8)}
		met(t, b, contact.Encounter{Kind: contact.CoffeeEncounter, Day: "2026-01-02", People: people, Note: words[i]})
	}
	start, first := dump(t, b), newest(t, b)
	for n := range 5 * *sequences {
		mergeAndSplit(t, b, chance, n)
		followed(t, b, n)
		for newest(t, b) > first {
			if _, err := b.Undo(t.Context(), 0); err != nil {
				t.Fatalf("sequence %d: %v", n, err)
			}
		}
		if got := dump(t, b); got != start {
			t.Fatalf("sequence %d: undone, it leads to\n%s\nwant\n%s", n, got, start)
		}
		followed(t, b, n)
	}
	sound(t, b)
}

// followed compares who may be one, as it was followed through every change, with a look at everyone.
func followed(t *testing.T, b *Book, n int) {
	t.Helper()
	err := b.store.Read(t.Context(), func(tx *store.Tx) error {
		got, err := b.doubles.at(t.Context(), tx)
		if err != nil {
			return err
		}
		want, err := new(doubles).at(t.Context(), tx)
		if err == nil && !reflect.DeepEqual(got, want) {
			t.Fatalf("sequence %d: doubles followed to\n%+v\nwant\n%+v", n, got, want)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// mergeAndSplit does one sequence and holds each step to what it promises.
func mergeAndSplit(t *testing.T, b *Book, chance *rand.Rand, n int) {
	t.Helper()
	ctx := t.Context()
	var dumps []string // before each operation that is not undone
	for range 2 + chance.IntN(5) {
		before := dump(t, b)
		switch chance.IntN(6) {
		case 0, 1:
			ids := somePeople(t, b, chance, 2+chance.IntN(2))
			cards := cardsOf(t, b, ids)
			if _, _, err := b.Merge(ctx, ids, nil); err != nil && len(ids) > 1 {
				t.Fatalf("sequence %d: merge of %d: %v", n, ids, err)
			}
			if len(ids) > 1 && chance.IntN(2) == 0 {
				editThenSplit(t, b, chance, ids[0], before, cards)
			}
		case 2:
			writeOn(t, b, chance, somePeople(t, b, chance, 1)[0])
		case 3:
			if _, err := b.Split(ctx, somePeople(t, b, chance, 1)[0]); err != nil && !errors.Is(err, contact.ErrNotFound) {
				t.Fatalf("sequence %d: split: %v", n, err)
			}
		case 4:
			if len(dumps) > 0 {
				if _, err := b.Undo(ctx, 0); err != nil {
					t.Fatal(err)
				}
				if _, err := b.Redo(ctx); err != nil {
					t.Fatal(err)
				}
				if got := dump(t, b); got != before {
					t.Fatalf("sequence %d: undo and redo lead to\n%s\nwant\n%s", n, got, before)
				}
			}
		case 5:
			list, err := b.History(ctx, chance.IntN(4), 1)
			if err == nil && len(list.Items) == 1 && list.Items[0].CanUndo && list.Items[0].Kind != KindImport && list.Items[0].Kind != KindEncounter {
				_, err = b.Undo(ctx, list.Items[0].ID)
			}
			if err != nil {
				t.Fatalf("sequence %d: undo of an older one: %v", n, err)
			}
		}
		if dump(t, b) != before {
			dumps = append(dumps, before)
		}
	}
	if n%20 == 0 {
		sound(t, b)
	}
}

// editThenSplit writes on a whole, or does not, and splits it: who was a part is as before, and nothing that was written is lost.
func editThenSplit(t *testing.T, b *Book, chance *rand.Rand, whole contact.ID, before string, cards map[contact.ID]string) {
	t.Helper()
	parts, err := b.Parts(t.Context(), whole)
	if err != nil || len(parts) == 0 {
		t.Fatalf("parts of %d: %v, %v", whole, parts, err)
	}
	written := ""
	if chance.IntN(2) == 0 {
		written = writeOn(t, b, chance, whole)
	}
	s, err := b.Split(t.Context(), whole)
	if err != nil || len(s.Back) != len(parts) {
		t.Fatalf("split of %d: %+v, %v", whole, s, err)
	}
	after := dump(t, b)
	if written == "" {
		// Parts that a part brought along from an earlier merge stay its own.
		if nested(before) == 0 && unverdicted(after) != unverdicted(before) {
			t.Fatalf("a split leads to\n%s\nwant\n%s", after, before)
		}
		return
	}
	raw, err := b.Card(t.Context(), whole)
	if err != nil || !bytes.Contains(raw, []byte(written)) || !slices.ContainsFunc(s.Stayed, func(v Stayed) bool { return strings.Contains(v.Value.Value, written) }) {
		t.Fatalf("%q was written and is not there or not said: %v\n%s\n%+v", written, err, raw, s.Stayed)
	}
	for _, p := range s.Back {
		card, err := b.Card(t.Context(), p.ID)
		if was, merged := cards[p.ID]; err != nil || merged && was != string(card) {
			t.Fatalf("person %d is back with another card, %v:\n%s", p.ID, err, card)
		}
	}
}

func cardsOf(t *testing.T, b *Book, ids []contact.ID) map[contact.ID]string {
	t.Helper()
	cards := map[contact.ID]string{}
	for _, id := range ids {
		card, err := b.Card(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		cards[id] = string(card)
	}
	return cards
}

func nested(dump string) int { return strings.Count("\n"+dump, "\npart ") }

// writeOn edits somebody and returns what was written.
func writeOn(t *testing.T, b *Book, chance *rand.Rand, id contact.ID) string {
	t.Helper()
	p, err := b.Person(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	d := p.Draft()
	written := fmt.Sprintf("w%d", chance.IntN(1e9))
	switch chance.IntN(4) {
	case 0:
		d.Notes = append(d.Notes, written)
	case 1:
		d.Tags = append(d.Tags, written)
	case 2:
		d.Phones = nil
		d.Emails = append(d.Emails, contact.Value{Index: contact.NewLine, Value: written + "@mail.example"})
	case 3:
		d.Name, d.N = written, contact.Name{}
	}
	if _, _, err := b.Edit(context.WithoutCancel(t.Context()), id, d); err != nil {
		t.Fatal(err)
	}
	return written
}

func somePeople(t *testing.T, b *Book, chance *rand.Rand, n int) []contact.ID {
	t.Helper()
	ids, err := b.IDs(t.Context(), Query{})
	if err != nil {
		t.Fatal(err)
	}
	chance.Shuffle(len(ids), func(i, k int) { ids[i], ids[k] = ids[k], ids[i] })
	return ids[:min(n, len(ids))]
}
