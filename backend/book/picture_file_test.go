package book

import (
	"bytes"
	"encoding/xml"
	"io"
	"math"
	"os"
	"path/filepath"
	"testing"

	"kaffeerunde/backend/contact"
)

func TestPictureFile(t *testing.T) {
	b := newBook(t)
	ids := acquaint(t, b, `<img src=x onerror="alert(1)">`, "Jörg & Söhne", "李 娜")
	connect(t, b, contact.Connection{Kind: contact.Friend}, ids...)
	if _, err := b.NameCircle(t.Context(), ids[0], "Skat & Bier"); err != nil {
		t.Fatal(err)
	}
	form := PictureForm{Centre: ids[0], Steps: 1, Colour: ByCircle}
	path := filepath.Join(t.TempDir(), "netz.svg")
	t.Run("an SVG has the names as text, and that of the circle", func(t *testing.T) {
		n, err := b.PictureFile(t.Context(), form, PictureOptions{Format: SVG, Dark: true, Language: "de"}, path)
		if err != nil || n != 3 {
			t.Fatalf("PictureFile = %d, %v; want 3", n, err)
		}
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		texts := map[string]bool{}
		for decoder := xml.NewDecoder(bytes.NewReader(content)); ; {
			token, err := decoder.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			if text, ok := token.(xml.CharData); ok {
				texts[string(text)] = true
			}
		}
		for _, want := range []string{`<img src=x onerror="alert(1)">`, "Jörg & Söhne", "李 娜", "Skat & Bier"} {
			if !texts[want] {
				t.Errorf("%q is no text of the SVG", want)
			}
		}
	})
	t.Run("a drawing of the same book is the same", func(t *testing.T) {
		var one, other bytes.Buffer
		for _, out := range []*bytes.Buffer{&one, &other} {
			if _, err := b.WritePicture(t.Context(), form, PictureOptions{Format: PNG}, out); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(one.Bytes(), other.Bytes()) {
			t.Error("the two differ")
		}
	})
	t.Run("a format that does not exist leaves the file alone", func(t *testing.T) {
		before, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := b.PictureFile(t.Context(), form, PictureOptions{Format: "gif"}, path); err == nil {
			t.Error("PictureFile drew a gif")
		}
		if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, before) {
			t.Errorf("the file has changed, %v", err)
		}
	})
}

func TestPictureLinesStepBack(t *testing.T) {
	node := func(step int, x, y float64) PictureNode { return PictureNode{Step: step, X: x, Y: y} }
	p := Picture{Nodes: []PictureNode{node(0, 0, 0), node(1, 3, 0), node(1, -3, 0), node(1, 0, 3), node(2, 6, 0)}}
	for _, tc := range []struct {
		edge   PictureEdge
		middle int
		want   float64
	}{
		{PictureEdge{A: 0, B: 1}, 0, 0},
		{PictureEdge{A: 1, B: 4}, 0, 0.25},
		{PictureEdge{A: 1, B: 2}, 0, 0.7}, // through the middle
		{PictureEdge{A: 1, B: 2}, -1, 0},  // nobody is in the middle
	} {
		if got := p.faint(tc.edge, tc.middle); math.Abs(got-tc.want) > 1e-9 {
			t.Errorf("%v with %d in the middle steps back by %v, want %v", tc.edge, tc.middle, got, tc.want)
		}
	}
}
