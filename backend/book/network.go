package book

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"slices"
	"sync"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/graph"
	"kaffeerunde/backend/match"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// network is people with the connections that cards state, as it is at one moment. People stand in the order of their IDs.
type network struct {
	people []contact.ID
	at     map[contact.ID]int
	ties   map[pair]contact.Connection // as seen from the lower ID
	// strangers are those whom cards name and who are nobody in the book, by the folded name, with whose cards do.
	strangers map[string][]contact.ID

	mutex     sync.Mutex // guards what is only found out when somebody asks
	summaries []contact.Summary
	rounds    []Circle
}

// afresh returns the same network without what was only found out: circles have names, which are no part of anybody.
func (n *network) afresh() *network {
	return &network{people: n.people, at: n.at, ties: n.ties, strangers: n.strangers}
}

// pair is two people, the lower ID first.
type pair struct{ low, high contact.ID }

func pairOf(a, b contact.ID) pair { return pair{min(a, b), max(a, b)} }

// finder returns whom a card means: 0 for nobody, or for several.
type finder func(s stated) (contact.ID, error)

// loadNetwork reads everyone, and who knows whom.
func loadNetwork(ctx context.Context, tx *store.Tx) (*network, error) {
	n := &network{at: map[contact.ID]int{}, ties: map[pair]contact.Connection{}, strangers: map[string][]contact.ID{}}
	byUID := map[string]contact.ID{}
	err := tx.UIDs(ctx, func(id contact.ID, uid string) {
		n.at[id] = len(n.people)
		n.people = append(n.people, id)
		byUID[uidKey(uid)] = id
	})
	if err != nil {
		return nil, fmt.Errorf("read the network: %w", err)
	}
	aliases, err := tx.Aliases(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the network: %w", err)
	}
	for _, a := range aliases {
		if key := uidKey(a.UID); byUID[key] == 0 {
			byUID[key] = a.Whole
		}
	}
	cards, err := tx.Relating(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the network: %w", err)
	}
	var byName map[string]contact.ID
	err = n.tie(ctx, cards, func(s stated) (contact.ID, error) {
		if id := byUID[uidKey(s.uid)]; id != 0 || s.name == "" {
			return id, nil
		}
		if byName == nil {
			var err error
			if byName, err = peopleByName(ctx, tx, n.people, aliases); err != nil {
				return 0, err
			}
		}
		return byName[s.name], nil
	})
	return n, err
}

// loadNeighbours reads whom one person is connected with, and nothing else of the network.
func loadNeighbours(ctx context.Context, tx *store.Tx, id contact.ID) (*network, error) {
	n := &network{ties: map[pair]contact.Connection{}}
	own, err := tx.Person(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("person %d: %w", id, asContact(err))
	}
	ways := []string{uidKey(own.UID)}
	named, err := tx.Summaries(ctx, []contact.ID{id}, store.Order{})
	if err != nil {
		return nil, err
	}
	for _, s := range named {
		ways = append(ways, s.Name)
	}
	aliases, err := tx.Aliases(ctx)
	if err != nil {
		return nil, err
	}
	for _, a := range aliases {
		if a.Whole == id {
			ways = append(ways, uidKey(a.UID), a.Name)
		}
	}
	cards, err := tx.Naming(ctx, packWays(ways...)...)
	if err != nil {
		return nil, err
	}
	cards = append(slices.DeleteFunc(cards, func(p store.Person) bool { return p.ID == id }), own)
	err = n.tie(ctx, cards, func(s stated) (contact.ID, error) { return tx.Meant(ctx, s.uid, s.name) })
	return n, err
}

// tie connects the people of the cards with those whom the cards name.
func (n *network) tie(ctx context.Context, cards []store.Person, find finder) error {
	all := make([][]stated, len(cards))
	err := share(ctx, len(cards), func(part iter.Seq[int]) error {
		for i := range part {
			// A card that cannot be read is the doctor's to find; the others still have a network.
			if c, err := vcard.Parse(cards[i].Card, vcard.Options{Charset: cards[i].Charset}); err == nil {
				all[i] = statedIn(c)
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	for i := range cards {
		for _, s := range all[i] {
			other, err := find(s)
			if err != nil {
				return err
			}
			if other != 0 && other != cards[i].ID {
				n.add(cards[i].ID, other, s.relation)
			}
			if other == 0 && s.name != "" && !s.relation.Closed && n.strangers != nil {
				name := match.Fold(s.name)
				n.strangers[name] = append(n.strangers[name], cards[i].ID)
			}
		}
	}
	return nil
}

// add connects two people. Of what both cards state, the one that says more counts.
func (n *network) add(from, to contact.ID, relation contact.Connection) {
	ends := pairOf(from, to)
	if from != ends.low {
		relation.Kind = relation.Kind.Inverse()
	}
	if known, ok := n.ties[ends]; ok {
		relation = joinRelations(known, relation)
	}
	n.ties[ends] = relation
}

func joinRelations(a, b contact.Connection) contact.Connection {
	if a.Kind == contact.Knows && a.Word == "" {
		a.Kind, a.Word = b.Kind, b.Word
	}
	a.Since, a.How, a.Note = cmp.Or(a.Since, b.Since), cmp.Or(a.How, b.How), cmp.Or(a.Note, b.Note)
	a.Closed = a.Closed || b.Closed
	return a
}

// peopleByName maps each name to who has it, to 0 where several do; a name that nobody has any more, to who has a part of it.
func peopleByName(ctx context.Context, tx *store.Tx, ids []contact.ID, aliases []store.Alias) (map[string]contact.ID, error) {
	summaries, err := tx.Summaries(ctx, ids, store.Order{})
	byName := make(map[string]contact.ID, len(summaries))
	for _, s := range summaries {
		if _, taken := byName[s.Name]; taken {
			byName[s.Name] = 0
			continue
		}
		byName[s.Name] = s.ID
	}
	once := map[string]contact.ID{}
	for _, a := range aliases {
		if whole, taken := once[a.Name]; taken && whole != a.Whole {
			a.Whole = 0
		}
		once[a.Name] = a.Whole
	}
	for name, whole := range once {
		if _, taken := byName[name]; !taken {
			byName[name] = whole
		}
	}
	return byName, err
}

// between returns what the other is to somebody, and whether they are connected.
func (n *network) between(from, to contact.ID) (contact.Connection, bool) {
	relation, ok := n.ties[pairOf(from, to)]
	if from > to {
		relation.Kind = relation.Kind.Inverse()
	}
	relation.Person = to
	return relation, ok
}

// graph returns the network as bare numbers; open leaves out the connections over which nobody is to be asked.
func (n *network) graph(open bool) *graph.Graph {
	edges := make([]graph.Edge, 0, len(n.ties))
	for ends, relation := range n.ties {
		if !open || !relation.Closed {
			edges = append(edges, graph.Edge{A: n.at[ends.low], B: n.at[ends.high], Strength: relation.Kind.Strength()})
		}
	}
	return graph.New(len(n.people), edges)
}

// described returns a line of a list for everyone, in the order of people. It must not be changed.
func (n *network) described(ctx context.Context, tx *store.Tx) ([]contact.Summary, error) {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	if n.summaries != nil {
		return n.summaries, nil
	}
	found, err := tx.Summaries(ctx, n.people, store.Order{})
	if err != nil {
		return nil, err
	}
	n.summaries = make([]contact.Summary, len(n.people))
	for i, id := range n.people {
		n.summaries[i].ID = id
	}
	for _, s := range found {
		n.summaries[n.at[s.ID]] = s
	}
	return n.summaries, nil
}

// places returns where people stand, contact.ErrNotFound without one of them.
func (n *network) places(ids ...contact.ID) ([]int, error) {
	places := make([]int, len(ids))
	for i, id := range ids {
		at, ok := n.at[id]
		if !ok {
			return nil, fmt.Errorf("person %d: %w", id, contact.ErrNotFound)
		}
		places[i] = at
	}
	return places, nil
}

func (n *network) ids(places []int) []contact.ID {
	ids := make([]contact.ID, len(places))
	for i, place := range places {
		ids[i] = n.people[place]
	}
	return ids
}
