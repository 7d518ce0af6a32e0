package app

// NodeKind says what a node of a picture stands for.
type NodeKind string

// The kinds of nodes.
const (
	NodePerson       NodeKind = "person"
	NodeOrganisation NodeKind = "organisation"
	NodeTopic        NodeKind = "topic"
	NodeEvent        NodeKind = "event"
	NodeTag          NodeKind = "tag"
)

// ColourBy says what the nodes of a picture that have one colour share.
type ColourBy string

// What a picture can be coloured by.
const (
	ColourNothing      ColourBy = "none"
	ColourCircle       ColourBy = "circle"
	ColourTag          ColourBy = "tag"
	ColourOrganisation ColourBy = "organisation"
	ColourTopic        ColourBy = "topic"
)

// PictureForm says which picture of the network to draw. Centre is who stands in the middle, with what is up to Steps, 1 to 3,
// away from them; 0 is the whole network. Kinds are what counts as a node beside people. Alone adds, to the whole network, those
// who are connected with nothing in it.
type PictureForm struct {
	Centre int64      `json:"centre"`
	Steps  int        `json:"steps"`
	Kinds  []NodeKind `json:"kinds"`
	Colour ColourBy   `json:"colour"`
	Alone  bool       `json:"alone"`
}

// PictureView is a picture of the network, and all that a list of the same says: whom a node is connected with stands in the
// edges, who is in a circle in the groups of the nodes. X and Y are where each node is; X grows to the right, Y upwards, and
// 1 is what two nodes keep from each other at least. Edge i goes from node From[i] to node To[i] and says Ties[Tie[i]].
// Settled is false while the nodes have no places yet: Network.Arrange then lets them find theirs. Revision names the state
// of the book.
type PictureView struct {
	Revision int64          `json:"revision"`
	Nodes    []PictureNode  `json:"nodes"`
	X        []float64      `json:"x"`
	Y        []float64      `json:"y"`
	From     []int          `json:"from"`
	To       []int          `json:"to"`
	Tie      []int          `json:"tie"`
	Ties     []PictureTie   `json:"ties"`
	Groups   []PictureGroup `json:"groups"`
	Settled  bool           `json:"settled"`
}

// PictureNode is somebody or something in a picture. Key names it in this and every other picture. Person is 0 for what is
// nobody. Photo is a hash, or "". Pinned is where it was put by hand. Group is an index into the groups, or -1. Step is how
// far it is from the centre.
type PictureNode struct {
	Key    string   `json:"key"`
	Kind   NodeKind `json:"kind"`
	Person int64    `json:"person"`
	Name   string   `json:"name"`
	Photo  string   `json:"photo"`
	Pinned bool     `json:"pinned"`
	Group  int      `json:"group"`
	Step   int      `json:"step"`
}

// PictureTie is what edges say. From a person to a person, Kind and Word say what the second is to the first, as a Connection
// does. To anything else Kind is that of the node, and Word what somebody is there: a title. Closed says that no way leads
// over it.
type PictureTie struct {
	Kind   string `json:"kind"`
	Word   string `json:"word"`
	Closed bool   `json:"closed"`
}

// PictureGroup is the nodes of one colour, "hue-1" to "hue-8". Name is "" for a circle that nobody named and whose people share
// nothing: then Around is who knows most of them ("circle.around" of the catalogue). Given is true for a name that Network.NameCircle gave.
// Member is somebody in it. Size counts its people in the picture.
type PictureGroup struct {
	Key    string `json:"key"`
	Name   string `json:"name"`
	Given  bool   `json:"given"`
	Around string `json:"around"`
	Member int64  `json:"member"`
	Colour string `json:"colour"`
	Size   int    `json:"size"`
}

// PlaceForm puts a node somewhere. Unpinned it stays there only until the picture is rearranged.
type PlaceForm struct {
	Key    string  `json:"key"`
	X      float64 `json:"x"`
	Y      float64 `json:"y"`
	Pinned bool    `json:"pinned"`
}

// ArrangingView is where the nodes of a picture are on their way to rest, in the order of the picture of the same Revision.
// Done grows from 0 to 1. It is the event "arranging"; Seq grows, and what comes late is to be dropped.
type ArrangingView struct {
	Job      string    `json:"job"`
	Seq      int       `json:"seq"`
	Revision int64     `json:"revision"`
	Done     float64   `json:"done"`
	X        []float64 `json:"x"`
	Y        []float64 `json:"y"`
}

// PictureFileForm says how a picture is written: as "svg" or "png", in light or dark colours.
type PictureFileForm struct {
	Format string `json:"format"`
	Dark   bool   `json:"dark"`
}
