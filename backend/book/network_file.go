package book

import (
	"bufio"
	"context"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

// NetworkFormat is how a network is written for other programs.
type NetworkFormat string

// The formats of a network: for Graphviz, for yEd and Cytoscape, for Gephi, and for scripts.
const (
	DOT         NetworkFormat = "dot"
	GraphML     NetworkFormat = "graphml"
	GEXF        NetworkFormat = "gexf"
	NetworkJSON NetworkFormat = "json"
)

// drawnPerson and drawnTie are what every format says of the network. Private notes stay out of it.
type drawnPerson struct {
	ID           contact.ID `json:"id"`
	Name         string     `json:"name"`
	Organisation string     `json:"organisation"`
	Tags         []string   `json:"tags"`
	Circle       int        `json:"circle"` // from 1, the largest; 0 for none
}

type drawnTie struct {
	From  contact.ID             `json:"from"`
	To    contact.ID             `json:"to"`
	Kind  contact.ConnectionKind `json:"kind"`
	Word  string                 `json:"word"`
	Since string                 `json:"since"`
	How   string                 `json:"how"`
}

type drawing struct {
	People      []drawnPerson `json:"people"`
	Connections []drawnTie    `json:"connections"`
}

// NetworkFile writes everyone who is connected with somebody, and how, to a file as [Book.ExportFile] does. It returns how
// many people those are. The error is a *contact.InvalidError for a format that does not exist.
func (b *Book) NetworkFile(ctx context.Context, format NetworkFormat, path string) (int, error) {
	n := 0
	err := b.replaceFile(path, func(w io.Writer) (err error) {
		n, err = b.WriteNetwork(ctx, format, w)
		return err
	})
	return n, err
}

// WriteNetwork is NetworkFile into a writer.
func (b *Book) WriteNetwork(ctx context.Context, format NetworkFormat, w io.Writer) (int, error) {
	write := map[NetworkFormat]func(io.Writer, drawing) error{
		DOT: writeDOT, GraphML: writeGraphML, GEXF: writeGEXF, NetworkJSON: writeNetworkJSON,
	}[format]
	if write == nil {
		return 0, &contact.InvalidError{Field: "format", Reason: "unknown"}
	}
	var d drawing
	err := b.askNetwork(ctx, func(tx *store.Tx, n *network) (err error) {
		d, err = n.drawing(ctx, tx)
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("write the network: %w", err)
	}
	out := bufio.NewWriter(w)
	if err := write(out, d); err != nil {
		return 0, fmt.Errorf("write the network: %w", err)
	}
	return len(d.People), out.Flush()
}

func (n *network) drawing(ctx context.Context, tx *store.Tx) (drawing, error) {
	d := drawing{People: []drawnPerson{}, Connections: []drawnTie{}}
	g := n.graph(false)
	circle := map[contact.ID]int{}
	for i, members := range g.Circles(circleChance()) {
		for _, id := range n.ids(members) {
			circle[id] = i + 1
		}
	}
	var connected []int
	for i := range n.people {
		if len(g.Neighbours(i)) > 0 {
			connected = append(connected, i)
		}
	}
	people, err := tx.Summaries(ctx, n.ids(connected), store.Order{})
	if err != nil {
		return d, err
	}
	for _, p := range people {
		d.People = append(d.People, drawnPerson{p.ID, drawable(p.Name), drawable(p.Organisation), append([]string{}, p.Tags...), circle[p.ID]})
	}
	for _, i := range connected {
		for _, j := range g.Neighbours(i) {
			if int(j) < i {
				continue
			}
			from, to := n.people[i], n.people[j]
			c, _ := n.between(from, to)
			d.Connections = append(d.Connections, drawnTie{from, to, c.Kind, drawable(c.Word), drawable(c.Since), drawable(c.How)})
		}
	}
	return d, nil
}

// drawable returns text on one line without the control characters that XML cannot hold.
func drawable(s string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r == 0xfffe || r == 0xffff {
			return ' '
		}
		return r
	}, s)), " ")
}

// label is what stands beside a connection in a picture.
func (t drawnTie) label() string {
	if t.Word != "" {
		return t.Word
	}
	return string(t.Kind)
}

func writeNetworkJSON(w io.Writer, d drawing) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(d)
}

var dotEscapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`)

// writeDOT writes the language of Graphviz (https://graphviz.org/doc/info/lang.html).
func writeDOT(w io.Writer, d drawing) error {
	fmt.Fprintln(w, "graph network {")
	for _, p := range d.People {
		fmt.Fprintf(w, "  %d [label=\"%s\"];\n", p.ID, dotEscapes.Replace(p.Name))
	}
	for _, t := range d.Connections {
		fmt.Fprintf(w, "  %d -- %d [label=\"%s\"];\n", t.From, t.To, dotEscapes.Replace(t.label()))
	}
	_, err := fmt.Fprintln(w, "}")
	return err
}

type xmlValue struct {
	Key  string `xml:"key,attr"`
	Text string `xml:",chardata"`
}

// writeGraphML writes GraphML (http://graphml.graphdrawing.org/specification.html).
func writeGraphML(w io.Writer, d drawing) error {
	type key struct {
		ID   string `xml:"id,attr"`
		For  string `xml:"for,attr"`
		Name string `xml:"attr.name,attr"`
		Type string `xml:"attr.type,attr"`
	}
	type node struct {
		ID   contact.ID `xml:"id,attr"`
		Data []xmlValue `xml:"data"`
	}
	type edge struct {
		Source contact.ID `xml:"source,attr"`
		Target contact.ID `xml:"target,attr"`
		Data   []xmlValue `xml:"data"`
	}
	type network struct {
		Default string `xml:"edgedefault,attr"`
		Nodes   []node `xml:"node"`
		Edges   []edge `xml:"edge"`
	}
	type document struct {
		XMLName xml.Name `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
		Keys    []key    `xml:"key"`
		Graph   network  `xml:"graph"`
	}
	doc := document{Graph: network{Default: "undirected"}}
	for _, name := range []string{"name", "organisation", "tags"} {
		doc.Keys = append(doc.Keys, key{name, "node", name, "string"})
	}
	doc.Keys = append(doc.Keys, key{"circle", "node", "circle", "int"})
	for _, name := range []string{"kind", "since", "how"} {
		doc.Keys = append(doc.Keys, key{name, "edge", name, "string"})
	}
	for _, p := range d.People {
		doc.Graph.Nodes = append(doc.Graph.Nodes, node{p.ID, []xmlValue{
			{Key: "name", Text: p.Name}, {Key: "organisation", Text: p.Organisation}, {Key: "tags", Text: drawable(strings.Join(p.Tags, ", "))},
			{Key: "circle", Text: fmt.Sprint(p.Circle)},
		}})
	}
	for _, t := range d.Connections {
		doc.Graph.Edges = append(doc.Graph.Edges, edge{t.From, t.To, []xmlValue{
			{Key: "kind", Text: t.label()}, {Key: "since", Text: t.Since}, {Key: "how", Text: t.How},
		}})
	}
	return writeXML(w, doc)
}

// writeGEXF writes GEXF 1.3 (https://gexf.net/schema.html).
func writeGEXF(w io.Writer, d drawing) error {
	type value struct {
		For   string `xml:"for,attr"`
		Value string `xml:"value,attr"`
	}
	type attribute struct {
		ID    string `xml:"id,attr"`
		Title string `xml:"title,attr"`
		Type  string `xml:"type,attr"`
	}
	type node struct {
		ID     contact.ID `xml:"id,attr"`
		Label  string     `xml:"label,attr"`
		Values []value    `xml:"attvalues>attvalue"`
	}
	type edge struct {
		ID     int        `xml:"id,attr"`
		Source contact.ID `xml:"source,attr"`
		Target contact.ID `xml:"target,attr"`
		Label  string     `xml:"label,attr"`
	}
	type attributes struct {
		Class string      `xml:"class,attr"`
		List  []attribute `xml:"attribute"`
	}
	type network struct {
		Default    string     `xml:"defaultedgetype,attr"`
		Attributes attributes `xml:"attributes"`
		Nodes      []node     `xml:"nodes>node"`
		Edges      []edge     `xml:"edges>edge"`
	}
	type document struct {
		XMLName xml.Name `xml:"http://gexf.net/1.3 gexf"`
		Version string   `xml:"version,attr"`
		Graph   network  `xml:"graph"`
	}
	doc := document{Version: "1.3", Graph: network{Default: "undirected", Attributes: attributes{Class: "node", List: []attribute{
		{"organisation", "organisation", "string"}, {"tags", "tags", "string"}, {"circle", "circle", "integer"},
	}}}}
	for _, p := range d.People {
		doc.Graph.Nodes = append(doc.Graph.Nodes, node{p.ID, p.Name, []value{
			{"organisation", p.Organisation}, {"tags", drawable(strings.Join(p.Tags, ", "))}, {"circle", fmt.Sprint(p.Circle)},
		}})
	}
	for i, t := range d.Connections {
		doc.Graph.Edges = append(doc.Graph.Edges, edge{i, t.From, t.To, t.label()})
	}
	return writeXML(w, doc)
}

func writeXML(w io.Writer, document any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	encoder := xml.NewEncoder(w)
	encoder.Indent("", "  ")
	if err := encoder.Encode(document); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
