package plot

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image/png"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kaffeerunde/backend/sheet"
)

func bundled(t testing.TB) *Fonts {
	t.Helper()
	set, err := sheet.LoadFonts()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// crowd is a drawing of n people on a grid, closer to each other than their names are long.
func crowd(n int) Drawing {
	names := []string{"Jörg Müller", `<script>alert("a & b")</script>`, "ليلى النجار", "Ada\x01\nBirk", "Anne-Sophie von der Hohenstaufen-Württemberg zu Waldburg"}
	d := Drawing{Title: "Das Netz <2026>", Legend: []Entry{{Hue: 1, Text: "Chor & Orchester"}}}
	for i := range n {
		d.Nodes = append(d.Nodes, Node{X: 2 * float64(i%40), Y: 2 * float64(i/40), Name: names[i%len(names)], Shape: Shape(i % 3), Hue: i % 9, Weight: i % 7})
		if i > 0 {
			d.Lines = append(d.Lines, Line{A: i - 1, B: i, Hue: i % 9})
		}
	}
	return d
}

func TestSVG(t *testing.T) {
	set := bundled(t)
	d := crowd(300)
	var out bytes.Buffer
	if err := SVG(&out, d, set); err != nil {
		t.Fatal(err)
	}
	elements, texts := map[string]int{}, map[string]int{}
	decoder := xml.NewDecoder(bytes.NewReader(out.Bytes()))
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("the SVG does not parse: %v", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			elements[token.Name.Local]++
		case xml.CharData:
			texts[string(token)]++
		}
	}
	t.Run("every name is text, and what looks like HTML is no element", func(t *testing.T) {
		for _, name := range []string{"Jörg Müller", `<script>alert("a & b")</script>`, "ليلى النجار", "Chor & Orchester", "Das Netz <2026>"} {
			if texts[name] == 0 {
				t.Errorf("%q is not in the SVG", name)
			}
		}
		for element := range elements {
			if !slices.Contains([]string{"svg", "title", "rect", "g", "path", "circle", "text"}, element) {
				t.Errorf("the SVG has an element %s", element)
			}
		}
	})
	t.Run("every node says what it is called", func(t *testing.T) {
		if elements["title"] != len(d.Nodes)+2 {
			t.Errorf("%d elements have a name, want %d nodes, the legend and the picture", elements["title"], len(d.Nodes))
		}
	})
	t.Run("an empty picture is one too", func(t *testing.T) {
		if err := SVG(io.Discard, Drawing{}, set); err != nil {
			t.Error(err)
		}
	})
}

func TestCompose(t *testing.T) {
	set := bundled(t)
	for _, n := range []int{1, 40, 1000} {
		t.Run(fmt.Sprintf("of %d names none covers another or a node", n), func(t *testing.T) {
			s := compose(crowd(n), set)
			if len(s.labels) < 2 {
				t.Fatalf("there are %d labels, want some", len(s.labels))
			}
			boxes := make([]box, len(s.labels))
			for i, l := range s.labels {
				boxes[i] = box{l.x, l.y - l.size*0.98, l.x + l.width(), l.y + l.size*0.34}
				if b := boxes[i]; b.left < 0 || b.top < 0 || b.right > s.width || b.bottom > s.height {
					t.Errorf("%q sticks out of the picture: %+v in %.0f by %.0f", l.text, b, s.width, s.height)
				}
			}
			for i, b := range boxes {
				for k, other := range boxes[:i] {
					if b.meets(other) {
						t.Errorf("%q covers %q", s.labels[i].text, s.labels[k].text)
					}
				}
				for _, m := range s.marks {
					if b.meets(box{m.x - m.r, m.y - m.r, m.x + m.r, m.y + m.r}) {
						t.Errorf("%q covers the node of %q", s.labels[i].text, m.name)
					}
				}
			}
		})
	}
	t.Run("where there is room for one name the weightier has it", func(t *testing.T) {
		d := Drawing{Nodes: []Node{{Name: "leicht"}, {X: 1, Name: "schwer", Weight: 1}}}
		if s := compose(d, set); s.labels[0].text != "schwer" {
			t.Errorf("the first name is %q", s.labels[0].text)
		}
	})
	t.Run("a long name is cut where it is read last", func(t *testing.T) {
		long := strings.Repeat("نجار ", 30)
		s := compose(Drawing{Nodes: []Node{{Name: long}}}, set)
		if got := s.labels[0].text; !strings.HasSuffix(got, "…") || !strings.HasPrefix(long, strings.TrimSuffix(got, "…")) {
			t.Errorf("the name reads %q", got)
		}
	})
}

func TestPNG(t *testing.T) {
	set := bundled(t)
	d := crowd(60)
	d.Dark = true
	var out bytes.Buffer
	if err := PNG(&out, d, set); err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	t.Run("it is as sharp as a good screen", func(t *testing.T) {
		s := compose(d, set)
		if got := float64(picture.Bounds().Dx()); got < 2*s.width {
			t.Errorf("it has %.0f dots on %.0f pixels", got, s.width)
		}
	})
	t.Run("the corner is paper and a node has its colour", func(t *testing.T) {
		s := compose(d, set)
		m := s.marks[1]
		for _, at := range []struct {
			x, y float64
			want string
		}{{1, 1, dark.paper}, {m.x, m.y, m.colour}} {
			r, g, b, _ := picture.At(int(2*at.x), int(2*at.y)).RGBA()
			if got := fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8); got != at.want {
				t.Errorf("(%.0f, %.0f) is %s, want %s", at.x, at.y, got, at.want)
			}
		}
	})
	t.Run("a node far away does not make it too large to open", func(t *testing.T) {
		d.Nodes[0].X = 100_000
		if c := newCanvas(compose(d, set)); max(c.image.Rect.Dx(), c.image.Rect.Dy()) > widest+1 {
			t.Errorf("it has %v", c.image.Rect)
		}
	})
}

func TestPalette(t *testing.T) {
	css, err := os.ReadFile("../../frontend/src/styles/tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string][]string{} // the light one first
	for _, m := range regexp.MustCompile(`--(paper|ink|line-strong|ink-3|hue-\d): (#[0-9a-f]{6})`).FindAllStringSubmatch(string(css), -1) {
		found[m[1]] = append(found[m[1]], m[2])
	}
	for i, p := range []palette{light, dark} {
		want := map[string]string{"paper": p.paper, "ink": p.ink, "line-strong": p.line, "ink-3": p.plain}
		for k, hue := range p.hues {
			want[fmt.Sprintf("hue-%d", k+1)] = hue
		}
		for name, colour := range want {
			if len(found[name]) < 2 || found[name][i] != colour {
				t.Errorf("--%s is %v, here %s", name, found[name], colour)
			}
		}
	}
}
