package book

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/graph"
	"kaffeerunde/backend/store"
)

// Circle is a group of people who know each other better than they know others. Name is what a person calls it, where Given is
// true; else a tag or an organisation that more than half of them have and no larger circle is called after; else empty. Then
// Around is who knows most of the others.
type Circle struct {
	Name   string
	Given  bool
	Around string
	People []contact.Summary
}

// maxCircleName is the length of a circle's name in bytes beyond which it is no name.
const maxCircleName = 200

// Circles returns the circles that people form by their connections, the largest first. The same book gives the same ones.
func (b *Book) Circles(ctx context.Context) (circles []Circle, err error) {
	err = b.askNetwork(ctx, func(tx *store.Tx, n *network) error {
		circles, err = n.circles(ctx, tx)
		return err
	})
	return circles, err
}

// NameCircle says how the circle that somebody belongs to is called; with "" it is called by what its people share, as
// before. The name belongs to the people who are in the circle now: it follows them for as long as more than half of them
// share a circle, of which they are at least a third. The error is contact.ErrNotFound for somebody who is in no circle.
func (b *Book) NameCircle(ctx context.Context, member contact.ID, name string) (Change, error) {
	name = strings.TrimSpace(name)
	if len(name) > maxCircleName {
		return Change{}, &contact.InvalidError{Field: "circle", Reason: "too-long"}
	}
	kind := KindCircle
	if name == "" {
		kind = KindCircleBare
	}
	return b.operate(ctx, kind, name, func(w *work) error {
		n, err := loadNetwork(ctx, w.tx)
		if err != nil {
			return err
		}
		people := n.circleOf(member)
		if people == nil {
			return fmt.Errorf("circle of person %d: %w", member, contact.ErrNotFound)
		}
		named, err := w.tx.NamedCircles(ctx)
		if err != nil {
			return err
		}
		// A name that this one takes the place of must not come back when the circle changes.
		known := store.NamedCircle{}
		for _, c := range named {
			if !n.sticks(c.People, people) {
				continue
			}
			if known.ID == 0 {
				known = c
				continue
			}
			w.count = 1
			if err := w.tx.DropNamedCircle(ctx, c.ID); err != nil {
				return err
			}
		}
		switch {
		case name == "" && known.ID != 0:
			w.name, w.count = known.Name, 1
			return w.tx.DropNamedCircle(ctx, known.ID)
		case name == known.Name:
			return nil
		}
		w.count = 1
		return w.tx.PutNamedCircle(ctx, store.NamedCircle{ID: known.ID, Name: name, People: people})
	})
}

// circleChance is the source of chance for circles, the same each time.
func circleChance() *rand.Rand { return rand.New(rand.NewPCG(1, 1)) }

// circleOf returns the people of the circle that somebody belongs to, in the order of their IDs; nil for none.
func (n *network) circleOf(member contact.ID) []contact.ID {
	at, ok := n.at[member]
	if !ok {
		return nil
	}
	for _, members := range n.graph(false).Circles(circleChance()) {
		if slices.Contains(members, at) {
			return n.ids(members)
		}
	}
	return nil
}

// circles returns the circles with their names. They must not be changed.
func (n *network) circles(ctx context.Context, tx *store.Tx) ([]Circle, error) {
	summaries, err := n.described(ctx, tx)
	if err != nil {
		return nil, err
	}
	named, err := tx.NamedCircles(ctx)
	if err != nil {
		return nil, err
	}
	n.mutex.Lock()
	defer n.mutex.Unlock()
	if n.rounds == nil {
		n.rounds = n.gather(summaries, named)
	}
	return n.rounds, nil
}

func (n *network) gather(summaries []contact.Summary, named []store.NamedCircle) []Circle {
	g := n.graph(false)
	members := g.Circles(circleChance())
	given := n.givenNames(members, named)
	taken := map[string]bool{}
	for _, c := range named {
		taken[c.Name] = true
	}
	circles := make([]Circle, len(members))
	for i, m := range members {
		people := make([]contact.Summary, len(m))
		for k, at := range m {
			people[k] = summaries[at]
		}
		circles[i] = circleNamed(g, m, people, given[i], taken)
	}
	return circles
}

// circleNamed names a circle. taken are the names of larger circles, to which its own is added.
func circleNamed(g *graph.Graph, members []int, people []contact.Summary, given string, taken map[string]bool) Circle {
	if given != "" {
		return Circle{Name: given, Given: true, People: people}
	}
	circle := Circle{Name: sharedBy(people), People: people}
	// What two circles share tells neither from the other.
	if circle.Name == "" || taken[circle.Name] {
		return Circle{Around: people[centre(g, members)].Name, People: people}
	}
	taken[circle.Name] = true
	return circle
}

// givenNames returns what each circle was named by hand, "" for most. Where several names would stick to one circle it is the
// one that more of its people were named by, then the earlier.
func (n *network) givenNames(circles [][]int, named []store.NamedCircle) []string {
	given := make([]string, len(circles))
	if len(named) == 0 {
		return given
	}
	at := make([]int, len(n.people))
	for i := range at {
		at[i] = -1
	}
	for i, members := range circles {
		for _, m := range members {
			at[m] = i
		}
	}
	most := make([]int, len(circles))
	for _, c := range named {
		shares := map[int]int{}
		for _, id := range c.People {
			if i, ok := n.at[id]; ok && at[i] >= 0 {
				shares[at[i]]++
			}
		}
		for i, shared := range shares {
			if stick(shared, n.here(c.People), len(circles[i])) && shared > most[i] {
				given[i], most[i] = c.Name, shared
			}
		}
	}
	return given
}

// here counts those of the people who are in the book.
func (n *network) here(people []contact.ID) int {
	count := 0
	for _, id := range people {
		if _, ok := n.at[id]; ok {
			count++
		}
	}
	return count
}

// sticks reports whether a name that was given to some people is the name of a circle.
func (n *network) sticks(named, circle []contact.ID) bool {
	shared := 0
	for _, id := range named {
		if slices.Contains(circle, id) {
			shared++
		}
	}
	return stick(shared, n.here(named), len(circle))
}

func stick(shared, named, circle int) bool { return 2*shared > named && 3*shared >= circle }

// sharedBy returns the tag, else the organisation, that most people have, "" where no more than half have one.
func sharedBy(people []contact.Summary) string {
	tags, organisations := map[string]int{}, map[string]int{}
	for _, p := range people {
		for _, tag := range p.Tags {
			tags[tag]++
		}
		if p.Organisation != "" {
			organisations[p.Organisation]++
		}
	}
	for _, count := range []map[string]int{tags, organisations} {
		best := ""
		for name, n := range count {
			if 2*n > len(people) && (n > count[best] || n == count[best] && name < best) {
				best = name
			}
		}
		if best != "" {
			return best
		}
	}
	return ""
}

// centre returns which of the members is connected with most of the others.
func centre(g *graph.Graph, members []int) int {
	inside := map[int32]bool{}
	for _, m := range members {
		inside[int32(m)] = true
	}
	best, most := 0, -1
	for i, m := range members {
		known := 0
		for _, other := range g.Neighbours(m) {
			if inside[other] {
				known++
			}
		}
		if known > most {
			best, most = i, known
		}
	}
	return best
}
