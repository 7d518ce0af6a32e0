package book

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

// colour puts the nodes into the groups that the form colours by.
func (s *sketch) colour(ctx context.Context, tx *store.Tx) (err error) {
	switch s.form.Colour {
	case ByCircle:
		err = s.colourCircles(ctx, tx)
	case ByTag:
		err = s.colourTags(ctx, tx)
	case ByOrganisation:
		err = s.colourBy(ctx, tx, OrganisationNode)
	case ByTopic:
		err = s.colourBy(ctx, tx, TopicNode)
	}
	return err
}

func (s *sketch) colourCircles(ctx context.Context, tx *store.Tx) error {
	circles, err := s.network.circles(ctx, tx)
	if err != nil {
		return err
	}
	of := map[contact.ID]int{}
	groups := make([]PictureGroup, len(circles))
	for i, c := range circles {
		first := c.People[0].ID
		groups[i] = PictureGroup{
			Key: "c:" + strconv.FormatInt(int64(first), 10), Name: c.Name, Given: c.Given, Around: c.Around, Member: first,
		}
		for _, p := range c.People {
			of[p.ID] = i
		}
	}
	s.assign(groups, func(node PictureNode) int {
		if i, ok := of[node.Person]; ok && node.Person != 0 {
			return i
		}
		return -1
	})
	s.choose()
	return nil
}

// colourTags colours everybody by the first of their tags, in its own colour.
func (s *sketch) colourTags(ctx context.Context, tx *store.Tx) error {
	if err := s.colourBy(ctx, tx, TagNode); err != nil {
		return err
	}
	tags, err := tx.Tags(ctx)
	if err != nil {
		return err
	}
	hues := map[string]int{}
	for _, t := range tags {
		hues[t.Name], _ = strconv.Atoi(strings.TrimPrefix(t.Colour, "hue-"))
	}
	for i, g := range s.Groups {
		if h := hues[g.Name]; h >= 1 && h <= contact.Hues {
			s.Groups[i].Hue = h
		}
	}
	return nil
}

// colourBy colours everybody by the first thing of a kind that they belong to, and the node of that thing alike.
func (s *sketch) colourBy(ctx context.Context, tx *store.Tx, kind NodeKind) error {
	all, err := s.belongings(ctx, tx, kind)
	if err != nil {
		return err
	}
	at := map[string]int{}
	of := map[contact.ID]int{}
	var groups []PictureGroup
	for _, b := range all {
		id := s.network.people[b.person]
		if _, ok := of[id]; ok || b.former {
			continue
		}
		key := nodeKey(kind, b.key)
		i, ok := at[key]
		if !ok {
			i = len(groups)
			at[key] = i
			groups = append(groups, PictureGroup{Key: key, Name: b.name, Member: id})
		}
		of[id] = i
	}
	s.assign(groups, func(node PictureNode) int {
		if i, ok := of[node.Person]; ok && node.Person != 0 {
			return i
		}
		if i, ok := at[node.Key]; ok {
			return i
		}
		return -1
	})
	s.choose()
	return nil
}

// assign puts the nodes into groups, the largest first. Groups that nobody in the picture is in are left out.
func (s *sketch) assign(groups []PictureGroup, of func(PictureNode) int) {
	s.Groups = groups
	for i := range s.Nodes {
		s.Nodes[i].Group = of(s.Nodes[i])
	}
	s.count()
}

// count orders the groups by how many people of them the picture shows, and leaves out those it shows nobody of.
func (s *sketch) count() {
	for i := range s.Groups {
		s.Groups[i].Size = 0
	}
	for _, node := range s.Nodes {
		if node.Group >= 0 && node.Kind == PersonNode {
			s.Groups[node.Group].Size++
		}
	}
	order := make([]int, 0, len(s.Groups))
	for i, g := range s.Groups {
		if g.Size > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(s.Groups[y].Size, s.Groups[x].Size) })
	number := make([]int, len(s.Groups))
	for i := range number {
		number[i] = -1
	}
	groups := make([]PictureGroup, len(order))
	for i, old := range order {
		number[old], groups[i] = i, s.Groups[old]
	}
	for i := range s.Nodes {
		if g := s.Nodes[i].Group; g >= 0 {
			s.Nodes[i].Group = number[g]
		}
	}
	s.Groups = groups
}

// choose gives the groups colours, so that those with many edges between them have different ones where that is possible. The
// largest choose first.
func (s *sketch) choose() {
	between := make([]map[int]int, len(s.Groups))
	for i := range between {
		between[i] = map[int]int{}
	}
	for _, e := range s.Edges {
		if a, b := s.Nodes[e.A].Group, s.Nodes[e.B].Group; a >= 0 && b >= 0 && a != b {
			between[a][b]++
			between[b][a]++
		}
	}
	var used [contact.Hues + 1]int
	for i := range s.Groups {
		var near [contact.Hues + 1]int
		for other, edges := range between[i] {
			near[s.Groups[other].Hue] += edges
		}
		best := 1
		for hue := 2; hue <= contact.Hues; hue++ {
			if cmp.Or(cmp.Compare(near[hue], near[best]), cmp.Compare(used[hue], used[best])) < 0 {
				best = hue
			}
		}
		s.Groups[i].Hue = best
		used[best]++
	}
}
