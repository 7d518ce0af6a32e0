package app

import (
	"context"
	"fmt"
	"math"

	"kaffeerunde/backend/book"
	"kaffeerunde/backend/contact"
)

// Picture returns a picture of the network at once. Where it is not settled, Arrange is to be called.
func (n *Network) Picture(f PictureForm) (v PictureView, err error) {
	defer rescue(&err)
	ctx, b, err := n.session.library()
	if err != nil {
		return pictureView(book.Picture{}), err
	}
	p, err := b.Picture(ctx, pictureForm(f))
	return pictureView(p), err
}

// Arrange lets the nodes of a picture find their places, keeps these, and returns the picture. It is a job, which tells
// where the nodes are on their way by the event "arranging"; cancelled, it keeps nothing.
func (n *Network) Arrange(job string, f PictureForm) (v PictureView, err error) {
	defer rescue(&err)
	return n.arranged(job, f, (*book.Book).Arrange)
}

// Rearrange is Arrange anew: only what was put somewhere by hand stays.
func (n *Network) Rearrange(job string, f PictureForm) (v PictureView, err error) {
	defer rescue(&err)
	return n.arranged(job, f, (*book.Book).Rearrange)
}

// Place keeps where nodes of a picture were put by hand, or lets them go again. It is no operation.
func (n *Network) Place(f PictureForm, places []PlaceForm) (err error) {
	defer rescue(&err)
	ctx, b, err := n.session.library()
	if err != nil {
		return err
	}
	return b.Place(ctx, pictureForm(f), each(places, func(p PlaceForm) book.PicturePlace { return book.PicturePlace(p) }))
}

// SavePicture asks where to and draws the picture into a file. It is a job; Path is "" when the dialog was closed, and Count
// is how many nodes the picture has.
func (n *Network) SavePicture(job string, f PictureForm, file PictureFileForm) (v WrittenFile, err error) {
	defer rescue(&err)
	v.Missing = []string{}
	ctx, b, err := n.session.library()
	if err != nil {
		return v, err
	}
	words := n.session.words(ctx, b)
	path, err := n.session.savePath(ctx, dialog{
		Title:    words.T("dialog.picture"),
		Name:     words.T("dialog.picture.name", "date", n.session.today()) + "." + file.Format,
		Kind:     words.T("dialog.kind." + file.Format),
		Patterns: "*." + file.Format,
	})
	if path == "" || err != nil {
		return v, err
	}
	o := book.PictureOptions{Format: book.PictureFormat(file.Format), Dark: file.Dark, Language: words.Language()}
	err = n.session.jobs.run(ctx, job, func(ctx context.Context, _ tick) error {
		v.Count, err = b.PictureFile(ctx, pictureForm(f), o, path)
		return err
	})
	if err != nil {
		return v, err
	}
	v.Path = path
	n.session.remember(path)
	return v, nil
}

// NameCircle says how the circle that somebody belongs to is called; "" takes the name back.
func (n *Network) NameCircle(member int64, name string) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := n.session.library()
	if err != nil {
		return v, err
	}
	change, err := b.NameCircle(ctx, contact.ID(member), name)
	return n.session.changed(change, err)
}

// Me returns which person in the book its owner is, 0 for nobody.
func (n *Network) Me() (id int64, err error) {
	defer rescue(&err)
	ctx, b, err := n.session.library()
	if err != nil {
		return 0, err
	}
	me, err := b.Me(ctx)
	return int64(me), err
}

// SetMe says which person in the book its owner is, 0 for nobody. It is a setting and no operation.
func (n *Network) SetMe(id int64) (err error) {
	defer rescue(&err)
	ctx, b, err := n.session.library()
	if err != nil {
		return err
	}
	return b.SetMe(ctx, contact.ID(id))
}

func (n *Network) arranged(job string, f PictureForm, arrange arranger) (PictureView, error) {
	ctx, b, err := n.session.library()
	if err != nil {
		return pictureView(book.Picture{}), err
	}
	var p book.Picture
	err = n.session.jobs.run(ctx, job, func(ctx context.Context, _ tick) error {
		seq := 0
		p, err = arrange(b, ctx, pictureForm(f), func(a book.Arranging) {
			seq++
			n.session.emit("arranging", ArrangingView{
				Job: job, Seq: seq, Revision: a.Revision, Done: a.Done, X: each(a.X, hundredth), Y: each(a.Y, hundredth),
			})
		})
		return err
	})
	return pictureView(p), err
}

// arranger is one of the two ways to arrange a picture.
type arranger func(b *book.Book, ctx context.Context, f book.PictureForm, tick func(book.Arranging)) (book.Picture, error)

func pictureForm(f PictureForm) book.PictureForm {
	return book.PictureForm{
		Centre: contact.ID(f.Centre), Steps: f.Steps, Colour: book.ColourBy(f.Colour), Alone: f.Alone,
		Kinds: each(f.Kinds, func(k NodeKind) book.NodeKind { return book.NodeKind(k) }),
	}
}

func pictureView(p book.Picture) PictureView {
	v := PictureView{
		Revision: p.Revision, Settled: p.Settled, Ties: []PictureTie{},
		X:     each(p.Nodes, func(n book.PictureNode) float64 { return hundredth(n.X) }),
		Y:     each(p.Nodes, func(n book.PictureNode) float64 { return hundredth(n.Y) }),
		Nodes: each(p.Nodes, pictureNode),
		From:  each(p.Edges, func(e book.PictureEdge) int { return e.A }),
		To:    each(p.Edges, func(e book.PictureEdge) int { return e.B }),
		Tie:   make([]int, 0, len(p.Edges)),
		Groups: each(p.Groups, func(g book.PictureGroup) PictureGroup {
			return PictureGroup{
				Key: g.Key, Name: g.Name, Given: g.Given, Around: g.Around, Member: int64(g.Member), Colour: fmt.Sprintf("hue-%d", g.Hue), Size: g.Size,
			}
		}),
	}
	number := map[PictureTie]int{}
	for _, e := range p.Edges {
		tie := PictureTie{Kind: e.Kind, Word: e.Word, Closed: e.Closed}
		at, ok := number[tie]
		if !ok {
			at = len(v.Ties)
			number[tie] = at
			v.Ties = append(v.Ties, tie)
		}
		v.Tie = append(v.Tie, at)
	}
	return v
}

func pictureNode(n book.PictureNode) PictureNode {
	return PictureNode{
		Key: n.Key, Kind: NodeKind(n.Kind), Person: int64(n.Person), Name: n.Name, Photo: n.Photo, Pinned: n.Pinned, Group: n.Group, Step: n.Step,
	}
}

// hundredth is as exact as anybody sees, and crosses to the page in half the bytes.
func hundredth(v float64) float64 { return math.Round(v*100) / 100 }
