package book

import (
	"context"
	"fmt"
	"math"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

// NodeKind says what a node of a picture stands for.
type NodeKind string

// The kinds of nodes.
const (
	PersonNode       NodeKind = "person"
	OrganisationNode NodeKind = "organisation"
	TopicNode        NodeKind = "topic"
	EventNode        NodeKind = "event"
	TagNode          NodeKind = "tag"
)

// ColourBy says what the nodes of a picture that have one colour share.
type ColourBy string

// What a picture can be coloured by.
const (
	ByNothing      ColourBy = "none"
	ByCircle       ColourBy = "circle"
	ByTag          ColourBy = "tag"
	ByOrganisation ColourBy = "organisation"
	ByTopic        ColourBy = "topic"
)

// MaxSteps is how far around somebody a picture goes at most.
const MaxSteps = 3

// PictureForm says which picture of the network to draw.
type PictureForm struct {
	// Centre is who stands in the middle, with everybody up to Steps away; 0 draws the whole network.
	Centre contact.ID
	Steps  int
	// Kinds are what counts as a node beside people.
	Kinds  []NodeKind
	Colour ColourBy
	// Alone adds, to the whole network, those who are connected with nothing that it shows.
	Alone bool
}

// Picture is the network, or a part of it, as it is to be drawn, and as a list says it: both have the same source.
type Picture struct {
	// Revision is that of the book, so that it can be told which picture belongs to which.
	Revision int64
	Nodes    []PictureNode
	Edges    []PictureEdge
	Groups   []PictureGroup
	// Settled is false while the nodes still have to find their places.
	Settled bool
}

// PictureNode is somebody or something in a picture. X grows to the right, Y upwards; a distance of 1 is what two nodes keep
// from each other at least.
type PictureNode struct {
	// Key names the node in this and every other picture.
	Key    string
	Kind   NodeKind
	Person contact.ID // 0 for what is no person
	Name   string
	Photo  string // a hash, "" without one
	X, Y   float64
	Pinned bool // put there by hand
	Group  int  // index into Groups, -1 for none
	Step   int  // how far from the centre, 0 without one
}

// PicturePlace is where a node was put by hand or, unpinned, let go.
type PicturePlace struct {
	Key    string
	X, Y   float64
	Pinned bool
}

// PictureEdge is a line between two nodes, A before B. For two people Kind and Word say what B is to A, as a
// [contact.Connection] does. Else Kind is the [NodeKind] of what is no person, "former" for an organisation that somebody has
// left, and Word what somebody is there: a title.
type PictureEdge struct {
	A, B   int
	Kind   string
	Word   string
	Closed bool // no way leads over it
}

// PictureGroup is nodes that have one colour. Name is "" for a circle that nobody named and whose people share nothing: then
// Around is who knows most of them. Given is true for a name that a person gave. Member is somebody in it.
type PictureGroup struct {
	Key    string
	Name   string
	Given  bool
	Around string
	Member contact.ID
	Hue    int // 1 to [contact.Hues]
	Size   int // in the picture
}

// Picture returns a picture with the places that its nodes have. Where some have none, a small picture is laid out first; of a
// large one Settled is then false, and [Book.Arrange] is to be called. The error is contact.ErrNotFound where the centre is
// not in the book, a *contact.InvalidError for a form that makes no sense.
func (b *Book) Picture(ctx context.Context, form PictureForm) (Picture, error) {
	s, err := b.sketch(ctx, form)
	if err != nil {
		return Picture{}, err
	}
	if !s.Settled && len(s.Nodes) <= small {
		err = b.arrange(ctx, s, nil)
	}
	return s.finish(form), err
}

// Arrange lets the nodes of a picture find their places, and keeps them. Whoever has one already stays there.
func (b *Book) Arrange(ctx context.Context, form PictureForm, tick func(Arranging)) (Picture, error) {
	s, err := b.sketch(ctx, form)
	if err != nil {
		return Picture{}, err
	}
	if !s.Settled {
		err = b.arrange(ctx, s, tick)
	}
	return s.finish(form), err
}

// Rearrange lays a picture out anew. Only what was put somewhere by hand stays.
func (b *Book) Rearrange(ctx context.Context, form PictureForm, tick func(Arranging)) (Picture, error) {
	s, err := b.sketch(ctx, form)
	if err != nil {
		return Picture{}, err
	}
	s.forget()
	err = b.arrange(ctx, s, tick)
	return s.finish(form), err
}

// Place keeps where nodes of a picture were put by hand, or, unpinned, lets them go from there: they stay until they are
// rearranged. Like a setting it is no operation.
func (b *Book) Place(ctx context.Context, form PictureForm, places []PicturePlace) error {
	kept := make([]store.Place, len(places))
	for i, p := range places {
		if !(math.Abs(p.X) <= farthest && math.Abs(p.Y) <= farthest) {
			return &contact.InvalidError{Field: "picture", Reason: "place"}
		}
		kept[i] = store.Place{Node: p.Key, X: p.X, Y: p.Y, Pinned: p.Pinned}
	}
	return b.store.Keep(ctx, func(tx *store.Tx) error {
		return tx.PutPlaces(ctx, form.name(), kept)
	})
}

// farthest is how far from the middle anything can be put: beyond it nobody finds it again.
const farthest = 100_000

// small is up to how many nodes are laid out within the moment in which an answer is expected.
const small = 600

// check returns a *contact.InvalidError for a form that makes no sense.
func (f PictureForm) check() error {
	if f.Centre != 0 && (f.Steps < 1 || f.Steps > MaxSteps) {
		return &contact.InvalidError{Field: "picture", Reason: "steps"}
	}
	return nil
}

// name is under which the places of a picture are kept: one for each centre and choice of nodes.
func (f PictureForm) name() string {
	name := "all"
	if f.Centre != 0 {
		name = fmt.Sprintf("%s/%d", personKey(f.Centre), f.Steps)
	}
	for _, kind := range otherNodes {
		if f.shows(kind) {
			name += "+" + string(kind)
		}
	}
	return name
}
