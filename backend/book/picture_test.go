package book

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	towns "kaffeerunde/backend/bench/town"
	"kaffeerunde/backend/contact"
)

// rounds adds circles of four people each, one of whom knows somebody of the next, and returns everyone.
func rounds(t testing.TB, b *Book, circles int) []contact.ID {
	t.Helper()
	var all []contact.ID
	for i := range circles {
		var names []string
		for k := range 4 {
			names = append(names, fmt.Sprintf("Kim Nr. %d-%d", i, k))
		}
		ids := acquaint(t, b, names...)
		connect(t, b, contact.Connection{Kind: contact.Friend}, ids...)
		if i > 0 {
			connect(t, b, contact.Connection{Kind: contact.Knows}, all[len(all)-1], ids[0])
		}
		all = append(all, ids...)
	}
	return all
}

func seen(t testing.TB, b *Book, form PictureForm) Picture {
	t.Helper()
	p, err := b.Picture(t.Context(), form)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// spots are where the nodes of a picture are.
func spots(p Picture) map[string][2]float64 {
	at := map[string][2]float64{}
	for _, n := range p.Nodes {
		at[n.Key] = [2]float64{n.X, n.Y}
	}
	return at
}

func sameSpots(t *testing.T, got, want Picture) {
	t.Helper()
	now := spots(got)
	for key, at := range spots(want) {
		if now[key] != at {
			t.Errorf("%s is at %v, want %v", key, now[key], at)
		}
	}
}

func TestPicture(t *testing.T) {
	t.Parallel()
	whole := PictureForm{Colour: ByCircle}
	t.Run("the same book gives the same picture, opened again too", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "book.db")
		b := openBook(t, path)
		rounds(t, b, 3)
		first := seen(t, b, whole)
		if len(first.Nodes) != 12 || len(first.Edges) != 20 || !first.Settled {
			t.Fatalf("the picture has %d nodes and %d edges, settled %v; want 12, 20 and true", len(first.Nodes), len(first.Edges), first.Settled)
		}
		sameSpots(t, seen(t, b, whole), first)
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
		sameSpots(t, seen(t, openBook(t, path), whole), first)
	})
	t.Run("another book of the same people gives it too", func(t *testing.T) {
		one, other := newBook(t), newBook(t)
		rounds(t, one, 3)
		rounds(t, other, 3)
		sameSpots(t, seen(t, other, whole), seen(t, one, whole))
	})
	t.Run("a newcomer moves in and the others stay", func(t *testing.T) {
		b := newBook(t)
		ids := rounds(t, b, 3)
		before := seen(t, b, whole)
		newcomer := acquaint(t, b, "Neu Hier")
		connect(t, b, contact.Connection{Kind: contact.Friend}, newcomer[0], ids[0])
		after := seen(t, b, whole)
		sameSpots(t, after, before)
		at, friend := spots(after)[personKey(newcomer[0])], spots(after)[personKey(ids[0])]
		if far := math.Hypot(at[0]-friend[0], at[1]-friend[1]); len(after.Nodes) != 13 || far > 6 {
			t.Errorf("the newcomer is %.1f away from whom they know, in a picture of %d", far, len(after.Nodes))
		}
	})
	t.Run("what was put somewhere by hand stays, and lets go", func(t *testing.T) {
		b := newBook(t)
		ids := rounds(t, b, 2)
		for _, form := range []PictureForm{whole, {Centre: ids[0], Steps: 2}} {
			before := seen(t, b, form)
			pin := PicturePlace{Key: personKey(ids[1]), X: 31, Y: -7, Pinned: true}
			if err := b.Place(t.Context(), form, []PicturePlace{pin}); err != nil {
				t.Fatal(err)
			}
			anew, err := b.Rearrange(t.Context(), form, nil)
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range []Picture{seen(t, b, form), anew} {
				n := p.Nodes[slices.IndexFunc(p.Nodes, func(n PictureNode) bool { return n.Key == pin.Key })]
				if n.X != pin.X || n.Y != pin.Y || !n.Pinned {
					t.Errorf("%+v is not where it was put", n)
				}
			}
			pin.Pinned = false
			if err := b.Place(t.Context(), form, []PicturePlace{pin}); err != nil {
				t.Fatal(err)
			}
			if again, err := b.Rearrange(t.Context(), form, nil); err != nil {
				t.Error(err)
			} else {
				sameSpots(t, again, before)
			}
		}
	})
	t.Run("a place is no part of the history and makes nothing out of date", func(t *testing.T) {
		b := newBook(t)
		rounds(t, b, 1)
		before := seen(t, b, whole)
		history, err := b.History(t.Context(), 0, 1)
		if err != nil {
			t.Fatal(err)
		}
		if err := b.Place(t.Context(), whole, []PicturePlace{{Key: before.Nodes[0].Key, X: 1}}); err != nil {
			t.Fatal(err)
		}
		after, err := b.History(t.Context(), 0, 1)
		if err != nil || after.Total != history.Total || seen(t, b, whole).Revision != before.Revision {
			t.Errorf("the history has %d entries, %v; want %d", after.Total, err, history.Total)
		}
	})
	t.Run("around somebody is who is so many steps away", func(t *testing.T) {
		b := newBook(t)
		ids := rounds(t, b, 3)
		for steps, want := range []int{1: 4, 2: 5, 3: 8} {
			if want == 0 {
				continue
			}
			p := seen(t, b, PictureForm{Centre: ids[0], Steps: steps})
			if len(p.Nodes) != want || p.Nodes[0].X != 0 || p.Nodes[0].Y != 0 {
				t.Errorf("%d steps away are %d, want %d; the middle is %+v", steps, len(p.Nodes), want, p.Nodes[0])
			}
			for _, n := range p.Nodes {
				if n.Step > steps || (n.Step == 0) != (n.Person == ids[0]) {
					t.Errorf("%+v is no more than %d steps away", n, steps)
				}
			}
		}
	})
	t.Run("organisations and tags are nodes where they are asked for and two share them", func(t *testing.T) {
		b := newBook(t)
		for i, company := range []string{"Möller & Söhne", "Möller & Söhne", "Allein GmbH"} {
			if _, _, err := b.Add(t.Context(), contact.Draft{
				Name: fmt.Sprint("Kim ", i), Organisation: company, Title: "Chefin", Tags: []string{"Chor"},
			}); err != nil {
				t.Fatal(err)
			}
		}
		if p := seen(t, b, whole); len(p.Nodes) != 0 {
			t.Errorf("people who know nobody are shown: %+v", p.Nodes)
		}
		if p := seen(t, b, PictureForm{Alone: true}); len(p.Nodes) != 3 {
			t.Errorf("asked for, those who stand alone are %d, want 3", len(p.Nodes))
		}
		p := seen(t, b, PictureForm{Kinds: []NodeKind{OrganisationNode, TagNode}, Colour: ByOrganisation})
		var keys []string
		for _, n := range p.Nodes {
			keys = append(keys, n.Key)
		}
		if want := []string{"p:1", "p:2", "p:3", "o:Möller & Söhne", "g:Chor"}; !slices.Equal(keys, want) {
			t.Errorf("the nodes are %q, want %q", keys, want)
		}
		if want := (PictureEdge{A: 0, B: 3, Kind: "organisation", Word: "Chefin"}); p.Edges[0] != want || len(p.Edges) != 5 {
			t.Errorf("the edges are %+v, want first %+v", p.Edges, want)
		}
		if p.Nodes[3].Group != p.Nodes[0].Group || p.Groups[p.Nodes[0].Group].Size != 2 {
			t.Errorf("the organisation is in group %d of %+v", p.Nodes[3].Group, p.Groups)
		}
	})
	t.Run("topics are nodes where two share them", func(t *testing.T) {
		b := newBook(t)
		imported(t, b, ImportOptions{}, card("VERSION:4.0", "FN:Ada", "EXPERTISE;LEVEL=expert:Effectuation", "INTEREST:effectuation", "INTEREST:Chess")+
			card("VERSION:4.0", "FN:Bea", "INTEREST;LEVEL=high:effectuation"))
		p := seen(t, b, PictureForm{Kinds: []NodeKind{TopicNode}, Colour: ByTopic})
		if len(p.Nodes) != 3 || p.Nodes[2].Key != "t:Effectuation" || len(p.Edges) != 2 {
			t.Fatalf("the picture has %+v and %+v, want two people and what both are into", p.Nodes, p.Edges)
		}
	})
	t.Run("an event is a node where two were met there", func(t *testing.T) {
		b := newBook(t)
		ids := acquaint(t, b, "Ada", "Bea", "Cem")
		event, _, err := b.SaveEvent(t.Context(), contact.Event{Title: "Barcamp"})
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range []contact.Encounter{{Kind: "event", People: ids[:2], Event: event.ID}, {Kind: "coffee", People: ids[2:]}} {
			if _, _, err := b.Meet(t.Context(), e); err != nil {
				t.Fatal(err)
			}
		}
		p := seen(t, b, PictureForm{Kinds: []NodeKind{EventNode}})
		if len(p.Nodes) != 3 || p.Nodes[2].Name != "Barcamp" || p.Nodes[2].Kind != EventNode || len(p.Edges) != 2 {
			t.Errorf("the picture has %+v and %+v, want two people and the event", p.Nodes, p.Edges)
		}
	})
	t.Run("circles that touch have different colours", func(t *testing.T) {
		b := newBook(t)
		rounds(t, b, 8)
		p := seen(t, b, whole)
		for _, e := range p.Edges {
			one, other := p.Nodes[e.A].Group, p.Nodes[e.B].Group
			if one != other && p.Groups[one].Hue == p.Groups[other].Hue {
				t.Errorf("%+v and %+v touch", p.Groups[one], p.Groups[other])
			}
		}
	})
	t.Run("a cancelled arrangement keeps nothing", func(t *testing.T) {
		b := newBook(t)
		rounds(t, b, 2)
		ctx, cancel := context.WithCancel(t.Context())
		s, err := b.sketch(ctx, whole)
		if err != nil {
			t.Fatal(err)
		}
		cancel()
		if err := b.arrange(ctx, s, nil); !errors.Is(err, context.Canceled) {
			t.Errorf("arrange = %v, want that it was cancelled", err)
		}
		if s, err := b.sketch(t.Context(), whole); err != nil || len(s.kept) != 0 {
			t.Errorf("%d places were kept, %v", len(s.kept), err)
		}
	})
	t.Run("somebody who is gone is in no middle", func(t *testing.T) {
		if _, err := newBook(t).Picture(t.Context(), PictureForm{Centre: 4711, Steps: 1}); !errors.Is(err, contact.ErrNotFound) {
			t.Errorf("Picture = %v, want not found", err)
		}
	})
	t.Run("four steps are refused", func(t *testing.T) {
		var invalid *contact.InvalidError
		if _, err := newBook(t).Picture(t.Context(), PictureForm{Centre: 1, Steps: 4}); !errors.As(err, &invalid) {
			t.Errorf("Picture = %v, want an InvalidError", err)
		}
	})
}

// TestPictureOfMany is a town of 3,000 people who know each other as the generator has them.
func TestPictureOfMany(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("3,000 people take a while")
	}
	path := filepath.Join(t.TempDir(), "book.db")
	b := openBook(t, path)
	made := towns.New(3000, rand.New(rand.NewPCG(1, 1)))
	cards := make([]strings.Builder, made.People)
	for i := range cards {
		fmt.Fprintf(&cards[i], "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:town-%d\r\nFN:Kim Nr. %d\r\n", i, i)
	}
	for _, tie := range made.Ties {
		fmt.Fprintf(&cards[tie.A], "RELATED;VALUE=text;TYPE=%s:town-%d\r\n", tie.Kind, tie.B)
	}
	var file strings.Builder
	for i := range cards {
		file.WriteString(cards[i].String() + "END:VCARD\r\n")
	}
	imported(t, b, ImportOptions{}, file.String())
	whole := PictureForm{Colour: ByCircle, Alone: true}
	if p := seen(t, b, whole); p.Settled || len(p.Nodes) != made.People || len(p.Groups) < 10 {
		t.Fatalf("the picture has %d nodes in %d circles, settled %v; want 3,000 in many, and to be settled", len(p.Nodes), len(p.Groups), p.Settled)
	}
	last := 0.0
	settled, err := b.Arrange(t.Context(), whole, func(a Arranging) {
		if len(a.X) != made.People || len(a.Y) != made.People || a.Done < last {
			t.Errorf("on the way are %d places at %.2f after %.2f", len(a.X), a.Done, last)
		}
		last = a.Done
	})
	if err != nil || !settled.Settled {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	b = openBook(t, path)
	again := seen(t, b, whole)
	if !again.Settled {
		t.Error("the places were not kept")
	}
	sameSpots(t, again, settled)
	newcomer := acquaint(t, b, "Neu Hier")
	connect(t, b, contact.Connection{Kind: contact.Friend}, newcomer[0], again.Nodes[0].Person)
	moved, err := b.Arrange(t.Context(), whole, nil)
	if err != nil || len(moved.Nodes) != made.People+1 {
		t.Fatal(err)
	}
	sameSpots(t, moved, settled)
}
