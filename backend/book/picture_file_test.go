package book

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
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

// The window draws the same picture: graph.test.ts holds its lines to the same file.
func TestPictureLinesStepBackAsInTheWindow(t *testing.T) {
	var told struct {
		Dots []struct {
			Step int
			X, Y float64
		}
		Lines []struct {
			Claim string
			A, B  int
			Near  float64
		}
	}
	raw, err := os.ReadFile(filepath.Join("testdata", "nearness.json"))
	if err := errors.Join(err, json.Unmarshal(raw, &told)); err != nil {
		t.Fatal(err)
	}
	var p Picture
	for _, d := range told.Dots {
		p.Nodes = append(p.Nodes, PictureNode{Step: d.Step, X: d.X, Y: d.Y})
	}
	for _, line := range told.Lines {
		t.Run(line.Claim, func(t *testing.T) {
			e := PictureEdge{A: line.A, B: line.B}
			if got := 1 - p.faint(e, 0); math.Abs(got-line.Near) > 1e-6 {
				t.Errorf("the line from %d to %d is drawn by %v, want %v", e.A, e.B, got, line.Near)
			}
			if got := p.faint(e, -1); got != 0 {
				t.Errorf("where nobody is in the middle it steps back by %v", got)
			}
		})
	}
}
