package plot

import "kaffeerunde/backend/sheet/fonts"

// Drawing is what is drawn. Nodes keep a distance of 1 or more from each other; X grows to the right, Y upwards.
type Drawing struct {
	Title  string // what the picture shows, for those who cannot see it
	Nodes  []Node
	Lines  []Line
	Legend []Entry // what the colours mean
	Dark   bool
}

// Node is somebody or something. Hue is 1 to 8, or 0 for none. Of two names for which there is room for one, that of the
// higher Weight is shown. Middle is whom the picture is about.
type Node struct {
	X, Y   float64
	Name   string
	Shape  Shape
	Hue    int
	Weight int
	Middle bool
}

// Shape is what a node looks like.
type Shape int

// The shapes: a person is a dot, an organisation a square, everything else a diamond.
const (
	Dot Shape = iota
	Square
	Diamond
)

// Line joins two nodes. Its Hue is that of what they share, or 0. Faint is how far it steps back behind the others: not at all
// for 0, out of sight for 1. The faintest lie below.
type Line struct {
	A, B, Hue int
	Faint     float64
}

// Entry is one line of the legend.
type Entry struct {
	Hue  int
	Text string
}

// Fonts are those of the contact sheet.
type Fonts = fonts.Set
