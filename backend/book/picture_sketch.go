package book

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/graph"
	"kaffeerunde/backend/store"
)

// otherNodes are the kinds of nodes beside people, in the order in which they are drawn.
var otherNodes = []NodeKind{OrganisationNode, TopicNode, EventNode, TagNode}

func (f PictureForm) shows(kind NodeKind) bool { return slices.Contains(f.Kinds, kind) }

func personKey(id contact.ID) string { return "p:" + strconv.FormatInt(int64(id), 10) }

// nodeKey names what is no person.
func nodeKey(kind NodeKind, name string) string {
	return map[NodeKind]string{OrganisationNode: "o:", TopicNode: "t:", EventNode: "e:", TagNode: "g:"}[kind] + name
}

// sketch is a picture in the making. Its edges have the strengths by which they draw.
type sketch struct {
	Picture
	book      *Book
	form      PictureForm
	network   *network
	summaries []contact.Summary // of the people, in the order of the network
	strengths []float64
	kept      map[int]graph.Point // by node
}

// sketch reads what a picture shows, and the places that are kept of it.
func (b *Book) sketch(ctx context.Context, form PictureForm) (s *sketch, err error) {
	if err := form.check(); err != nil {
		return nil, err
	}
	err = b.askNetwork(ctx, func(tx *store.Tx, n *network) error {
		s = &sketch{book: b, form: form, network: n, kept: map[int]graph.Point{}}
		if s.Revision, err = tx.Revision(ctx); err != nil {
			return err
		}
		if s.summaries, err = n.described(ctx, tx); err != nil {
			return err
		}
		s.people()
		for _, kind := range otherNodes {
			if !form.shows(kind) {
				continue
			}
			if err := s.others(ctx, tx, kind); err != nil {
				return err
			}
		}
		if form.Centre != 0 {
			if err := s.around(form.Centre); err != nil {
				return err
			}
		}
		if err := s.colour(ctx, tx); err != nil {
			return err
		}
		return s.recall(ctx, tx)
	})
	if err != nil {
		return nil, fmt.Errorf("draw the network: %w", err)
	}
	return s, nil
}

// people adds everybody, with their connections.
func (s *sketch) people() {
	n := s.network
	s.Nodes = make([]PictureNode, 0, len(n.people))
	for _, p := range s.summaries {
		s.Nodes = append(s.Nodes, PictureNode{
			Key: personKey(p.ID), Kind: PersonNode, Person: p.ID, Name: p.Name, Photo: p.Photo, Group: -1,
		})
	}
	s.Edges = make([]PictureEdge, 0, len(n.ties))
	for ends, relation := range n.ties {
		s.Edges = append(s.Edges, PictureEdge{
			A: n.at[ends.low], B: n.at[ends.high], Kind: string(relation.Kind), Word: relation.Word, Closed: relation.Closed,
		})
	}
	slices.SortFunc(s.Edges, func(x, y PictureEdge) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
	s.strengths = make([]float64, len(s.Edges))
	for i, e := range s.Edges {
		s.strengths[i] = contact.ConnectionKind(e.Kind).Strength()
	}
}

// formerTie is the kind of an edge to an organisation that somebody has left.
const formerTie = "former"

// belonging says that somebody belongs to something that is no person.
type belonging struct {
	person int // place in the network
	key    string
	name   string
	word   string
	former bool // it is over
}

// others adds the nodes of a kind that two people or more belong to: what only one does links nobody.
func (s *sketch) others(ctx context.Context, tx *store.Tx, kind NodeKind) error {
	all, err := s.belongings(ctx, tx, kind)
	if err != nil {
		return err
	}
	count := map[string]int{}
	for _, b := range all {
		count[b.key]++
	}
	at := map[string]int{}
	for _, b := range all {
		if count[b.key] < 2 {
			continue
		}
		node, ok := at[b.key]
		if !ok {
			node = len(s.Nodes)
			at[b.key] = node
			s.Nodes = append(s.Nodes, PictureNode{Key: nodeKey(kind, b.key), Kind: kind, Name: b.name, Group: -1})
		}
		edge := PictureEdge{A: b.person, B: node, Kind: string(kind), Word: b.word}
		if b.former {
			edge.Kind = formerTie
		}
		s.Edges = append(s.Edges, edge)
		s.strengths = append(s.strengths, 1)
	}
	return nil
}

// belongings returns who belongs to what of a kind, in the order of the people.
func (s *sketch) belongings(ctx context.Context, tx *store.Tx, kind NodeKind) (all []belonging, err error) {
	switch kind {
	case TopicNode:
		return s.topics(ctx, tx)
	case EventNode:
		return s.events(ctx, tx)
	case OrganisationNode:
		return s.organisations(ctx, tx)
	}
	for i, p := range s.summaries {
		for _, tag := range p.Tags {
			all = append(all, belonging{person: i, key: tag, name: tag})
		}
	}
	return all, nil
}

// organisations returns where people are and were, where they are by the list first.
func (s *sketch) organisations(ctx context.Context, tx *store.Tx) (all []belonging, err error) {
	everywhere, err := tx.OrganisationsAmong(ctx, s.network.people)
	if err != nil {
		return nil, err
	}
	for _, o := range everywhere {
		at := s.network.at[o.Person]
		p := s.summaries[at]
		if p.Kind == contact.Organisation {
			continue
		}
		b := belonging{person: at, key: o.Name, name: o.Name, former: o.Former}
		if o.Name == p.Organisation {
			b.word = p.Title
		}
		all = append(all, b)
	}
	return all, nil
}

// topics returns what people are into, as the questions in words find it: in the spelling that was met first.
func (s *sketch) topics(ctx context.Context, tx *store.Tx) (all []belonging, err error) {
	known, err := s.book.atlas.at(ctx, tx)
	if err != nil {
		return nil, err
	}
	for _, topic := range known.words[IntoTopic] {
		for _, found := range topic.found {
			if at, ok := s.network.at[found.person]; ok {
				all = append(all, belonging{person: at, key: topic.name, name: topic.name})
			}
		}
	}
	slices.SortFunc(all, func(x, y belonging) int { return cmp.Or(cmp.Compare(x.person, y.person), cmp.Compare(x.name, y.name)) })
	// Somebody may both be into a topic and know of it.
	return slices.Compact(all), nil
}

// events returns who was met where: the guests who were, and those with whom an encounter is noted there.
func (s *sketch) events(ctx context.Context, tx *store.Tx) (all []belonging, err error) {
	events, err := tx.Events(ctx)
	if err != nil {
		return nil, err
	}
	titles := map[int64]string{}
	for _, e := range events {
		titles[e.ID] = e.Title
	}
	met := func(event int64, id contact.ID) {
		title, held := titles[event]
		if at, ok := s.network.at[id]; ok && held {
			all = append(all, belonging{person: at, key: strconv.FormatInt(event, 10), name: title})
		}
	}
	guests, err := tx.AllGuests(ctx)
	if err != nil {
		return nil, err
	}
	for _, g := range guests {
		if g.Status == contact.GuestMet {
			met(g.Event, g.Person)
		}
	}
	encounters, err := tx.AllEncounters(ctx)
	if err != nil {
		return nil, err
	}
	for _, e := range encounters {
		for _, id := range e.People {
			met(e.Event, id)
		}
	}
	slices.SortFunc(all, func(x, y belonging) int { return cmp.Or(cmp.Compare(x.person, y.person), cmp.Compare(x.key, y.key)) })
	return slices.Compact(all), nil
}

// around leaves of the picture who is at most so many steps from the centre.
func (s *sketch) around(centre contact.ID) error {
	at, ok := s.network.at[centre]
	if !ok {
		return fmt.Errorf("person %d: %w", centre, contact.ErrNotFound)
	}
	steps := s.steps(at)
	s.only(func(i int) bool { return steps[i] >= 0 && steps[i] <= s.form.Steps })
	return nil
}

// steps returns how far everything is from a node, -1 for out of reach, and notes it in the nodes.
func (s *sketch) steps(from int) []int {
	g := s.graph()
	steps := make([]int, len(s.Nodes))
	for i := range steps {
		steps[i] = -1
	}
	steps[from] = 0
	queue := []int{from}
	for head := 0; head < len(queue); head++ {
		i := queue[head]
		s.Nodes[i].Step = steps[i]
		for _, j := range g.Neighbours(i) {
			if steps[j] < 0 {
				steps[j] = steps[i] + 1
				queue = append(queue, int(j))
			}
		}
	}
	return steps
}

// only leaves the nodes that meet a condition, and the edges between them.
func (s *sketch) only(keep func(i int) bool) {
	number := make([]int, len(s.Nodes))
	var nodes []PictureNode
	for i, node := range s.Nodes {
		number[i] = -1
		if keep(i) {
			number[i] = len(nodes)
			nodes = append(nodes, node)
		}
	}
	var edges []PictureEdge
	var strengths []float64
	for i, e := range s.Edges {
		if e.A, e.B = number[e.A], number[e.B]; e.A >= 0 && e.B >= 0 {
			edges, strengths = append(edges, e), append(strengths, s.strengths[i])
		}
	}
	kept := make(map[int]graph.Point, len(s.kept))
	for i, p := range s.kept {
		if number[i] >= 0 {
			kept[number[i]] = p
		}
	}
	s.Nodes, s.Edges, s.strengths, s.kept = nodes, edges, strengths, kept
}

// graph is the picture as bare numbers.
func (s *sketch) graph() *graph.Graph {
	edges := make([]graph.Edge, len(s.Edges))
	for i, e := range s.Edges {
		edges[i] = graph.Edge{A: e.A, B: e.B, Strength: s.strengths[i]}
	}
	return graph.New(len(s.Nodes), edges)
}

// finish leaves out what the form does not ask for. Those who stand alone have had their places, so that the others stand
// where they do whether these are shown or not.
func (s *sketch) finish(form PictureForm) Picture {
	if form.Centre == 0 && !form.Alone {
		g := s.graph()
		s.only(func(i int) bool { return len(g.Neighbours(i)) > 0 })
		s.count()
	}
	return s.Picture
}
