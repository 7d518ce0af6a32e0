package book

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"kaffeerunde/backend/contact"
)

func TestPictureOfWhoStoodAlone(t *testing.T) {
	b := newBook(t)
	ids := rounds(t, b, 3)
	alone := acquaint(t, b, "Lone Lonesen")[0]
	before := seen(t, b, PictureForm{Alone: true})
	away := func(p Picture) float64 {
		at := spots(p)
		one, other := at[personKey(alone)], at[personKey(ids[0])]
		return math.Hypot(one[0]-other[0], one[1]-other[1])
	}
	if !before.Settled || away(before) == 0 {
		t.Fatalf("settled %v, away %v", before.Settled, away(before))
	}
	sameSpots(t, seen(t, b, PictureForm{Alone: true}), before)
	connect(t, b, contact.Connection{Kind: contact.Friend}, alone, ids[0])
	after := seen(t, b, PictureForm{Alone: true})
	if away(after) >= away(before) || away(after) > 4 {
		t.Errorf("connected, they are %.1f from whom they know, want near; %.1f before", away(after), away(before))
	}
	stayed, now := spots(before), spots(after)
	delete(stayed, personKey(alone))
	for key, at := range stayed {
		if now[key] != at {
			t.Errorf("%s moved from %v to %v", key, at, now[key])
		}
	}
	sameSpots(t, seen(t, b, PictureForm{Alone: true}), after)
}

func TestPictureOfFormerOrganisations(t *testing.T) {
	b := newBook(t)
	imported(t, b, ImportOptions{}, card("UID:a", "FN:Ada", "ORG:Hof", "TITLE:Chefin")+
		card("UID:b", "FN:Bela", "ORG:Radio", "item1.ORG:Hof", "item1.X-KAFFEERUNDE-UNTIL:2015")+
		card("UID:c", "FN:Cleo", "ORG:Radio", "item1.ORG:Hof"))
	p := seen(t, b, PictureForm{Kinds: []NodeKind{OrganisationNode}, Colour: ByOrganisation})
	var edges []string
	for _, e := range p.Edges {
		edges = append(edges, fmt.Sprintf("%s %s %s %s", p.Nodes[e.A].Name, e.Kind, p.Nodes[e.B].Name, e.Word))
	}
	slices.Sort(edges)
	want := []string{
		"Ada organisation Hof Chefin", "Bela former Hof ", "Bela organisation Radio ", "Cleo organisation Hof ", "Cleo organisation Radio ",
	}
	if !slices.Equal(edges, want) {
		t.Errorf("edges = %q, want %q", edges, want)
	}
	for _, n := range p.Nodes {
		if n.Name == "Bela" && p.Groups[n.Group].Name != "Radio" {
			t.Errorf("Bela has the colour of %s, want that of where she is", p.Groups[n.Group].Name)
		}
	}
}
