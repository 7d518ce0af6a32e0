package book

import (
	"context"
	"fmt"
	"io"
	"math"
	"slices"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/locale"
	"kaffeerunde/backend/plot"
)

// PictureFormat is how a picture is written.
type PictureFormat string

// The formats of a picture: SVG keeps names as text, PNG looks the same everywhere.
const (
	SVG PictureFormat = "svg"
	PNG PictureFormat = "png"
)

// PictureOptions say how a picture is written. Language, "de" or "en", is that of the legend.
type PictureOptions struct {
	Format   PictureFormat
	Dark     bool
	Language string
}

// PictureFile draws a picture into a file that only the owner can read, and returns how many nodes it has. As with
// [Book.ExportFile] no half file is ever there, and the error is a *TargetError or ErrNoSpace where the file is to blame.
func (b *Book) PictureFile(ctx context.Context, form PictureForm, o PictureOptions, path string) (int, error) {
	n := 0
	err := b.replaceFile(path, func(w io.Writer) (err error) {
		n, err = b.WritePicture(ctx, form, o, w)
		return err
	})
	return n, err
}

// WritePicture is PictureFile into a writer.
func (b *Book) WritePicture(ctx context.Context, form PictureForm, o PictureOptions, w io.Writer) (int, error) {
	write := map[PictureFormat]func(io.Writer, plot.Drawing, *plot.Fonts) error{SVG: plot.SVG, PNG: plot.PNG}[o.Format]
	if write == nil {
		return 0, &contact.InvalidError{Field: "format", Reason: "unknown"}
	}
	p, err := b.Arrange(ctx, form, nil)
	if err != nil {
		return 0, err
	}
	fonts, err := b.typefaces.load()
	if err != nil {
		return 0, fmt.Errorf("draw the network: %w", err)
	}
	return len(p.Nodes), write(w, p.drawing(locale.For(o.Language), o.Dark), fonts)
}

// drawing is the picture as it is plotted.
func (p Picture) drawing(words *locale.Locale, dark bool) plot.Drawing {
	d := plot.Drawing{Title: words.T("plot.title"), Dark: dark}
	known := make([]int, len(p.Nodes))
	hue := func(node int) int {
		if g := p.Nodes[node].Group; g >= 0 {
			return p.Groups[g].Hue
		}
		return 0
	}
	outermost := 0
	for _, n := range p.Nodes {
		outermost = max(outermost, n.Step)
	}
	middle := slices.IndexFunc(p.Nodes, func(n PictureNode) bool { return outermost > 0 && n.Step == 0 })
	for _, e := range p.Edges {
		known[e.A]++
		known[e.B]++
		line := plot.Line{A: e.A, B: e.B, Faint: p.faint(e, middle)}
		if p.Nodes[e.A].Group == p.Nodes[e.B].Group {
			line.Hue = hue(e.A)
		}
		d.Lines = append(d.Lines, line)
	}
	for i, n := range p.Nodes {
		node := plot.Node{X: n.X, Y: n.Y, Name: n.Name, Hue: hue(i), Weight: known[i] + (outermost-n.Step)*len(p.Nodes)}
		switch n.Kind {
		case PersonNode:
		case OrganisationNode:
			node.Shape = plot.Square
		default:
			node.Shape = plot.Diamond
		}
		if node.Middle = i == middle; node.Middle {
			d.Title = words.T("plot.title.around", "name", n.Name)
		}
		d.Nodes = append(d.Nodes, node)
	}
	for _, g := range p.Groups {
		entry := plot.Entry{Hue: g.Hue, Text: g.Name}
		if g.Name == "" {
			entry.Text = words.T("circle.around", "name", g.Around)
		}
		d.Legend = append(d.Legend, entry)
	}
	return d
}

// Around somebody a line counts by how near its two ends are: what leads outward more than what crosses a ring. The window has the same
// rows of numbers (look.ts), and testdata/nearness.json holds both to one picture.
var (
	outwardLines = []float64{1, 0.75, 0.5}
	ringLines    = []float64{1, 0.6, 0.35, 0.25}
)

// faint is how far a connection steps back in the picture around somebody, as the window draws it: with every step from the
// middle, and by half where it leads through the whole picture.
func (p Picture) faint(e PictureEdge, middle int) float64 {
	if middle < 0 {
		return 0
	}
	a, b, m := p.Nodes[e.A], p.Nodes[e.B], p.Nodes[middle]
	counts := outwardLines
	if a.Step == b.Step {
		counts = ringLines
	}
	away := func(x, y PictureNode) float64 { return math.Hypot(x.X-y.X, x.Y-y.Y) }
	near := counts[min(a.Step, b.Step, len(counts)-1)]
	return 1 - near*min(1, max(away(a, m), away(b, m))/max(away(a, b), 0.01))
}
