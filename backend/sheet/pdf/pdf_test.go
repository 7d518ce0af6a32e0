package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"testing"
	"time"

	"github.com/go-text/typesetting/font/cff"
	"github.com/go-text/typesetting/font/opentype"

	"kaffeerunde/backend/sheet/fonts"
	"kaffeerunde/backend/sheet/typeset"
)

var about = About{Title: "Kaffee (für zwei)", Lang: "de", Now: time.Date(2026, 12, 3, 17, 30, 0, 0, time.UTC)}

func set(t testing.TB, text string) typeset.Line {
	t.Helper()
	all, err := fonts.Load()
	if err != nil {
		t.Fatal(err)
	}
	return typeset.NewSetter(all, "de").Line(fonts.Regular, text)
}

// used is the font of a document that shows a text.
func used(t testing.TB, text string) *Font {
	t.Helper()
	d := New(&bytes.Buffer{}, about)
	line := set(t, text)
	d.Page(100, 100).Text(10, 10, 12, 0, line)
	return d.fonts[0]
}

func TestProgram(t *testing.T) {
	t.Run("a font program draws what the font draws", func(t *testing.T) {
		f := used(t, "Müßig & Co.")
		parsed, err := cff.Parse(f.program().encode("TEST+Font"))
		if err != nil {
			t.Fatal(err)
		}
		if got, want := len(parsed.Charstrings), len(f.clusters)+1; got != want {
			t.Fatalf("it has %d glyphs, want %d", got, want)
		}
		for i, c := range f.clusters {
			got, _, err := parsed.LoadGlyph(uint16(i + 1))
			if err != nil {
				t.Fatalf("%q: %v", c.Text, err)
			}
			outline, _ := f.face.GlyphDataOutline(c.Glyphs[0].ID)
			if a, b := extent(got), extent(outline.Segments); math.Abs(a-b) > 2 {
				t.Errorf("%q is %.1f high, want %.1f", c.Text, a, b)
			}
		}
	})
	t.Run("a syllable of several glyphs is one glyph with one text", func(t *testing.T) {
		f := used(t, "कि")
		if len(f.clusters) != 1 || f.clusters[0].Text != "कि" || len(f.clusters[0].Glyphs) < 2 {
			t.Errorf("the clusters are %+v", f.clusters)
		}
		if !bytes.Contains(f.toUnicode(), []byte("<0001><0915093F>")) {
			t.Errorf("its text is not in\n%s", f.toUnicode())
		}
	})
	t.Run("a letter that is drawn twice is embedded once", func(t *testing.T) {
		if got := len(used(t, "anna").clusters); got != 2 {
			t.Errorf("there are %d glyphs, want 2", got)
		}
	})
}

// extent is the distance from the lowest to the highest point of an outline.
func extent(segments []opentype.Segment) float64 {
	low, high := math.Inf(1), math.Inf(-1)
	for _, s := range segments {
		points := s.ArgsSlice()
		end := points[len(points)-1]
		low, high = min(low, float64(end.Y)), max(high, float64(end.Y))
	}
	if high < low {
		return 0
	}
	return high - low
}

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		v    int
		want []byte
	}{
		{0, []byte{139}}, {107, []byte{246}}, {-107, []byte{32}}, {108, []byte{247, 0}}, {1131, []byte{250, 255}},
		{-108, []byte{251, 0}}, {-1131, []byte{254, 255}}, {1132, []byte{28, 4, 108}}, {-1132, []byte{28, 251, 148}}, {99999, []byte{28, 127, 255}},
	} {
		t.Run(fmt.Sprintf("%d is written as the CFF notes say", c.v), func(t *testing.T) {
			if got := number(nil, c.v); !bytes.Equal(got, c.want) {
				t.Errorf("number(%d) = %v, want %v", c.v, got, c.want)
			}
		})
	}
}

func TestDecimal(t *testing.T) {
	for _, c := range []struct {
		v    float64
		want string
	}{{0, "0"}, {-0.0001, "0"}, {1.5, "1.5"}, {-12.3456, "-12.346"}, {1e7, "10000000"}, {595.28, "595.28"}} {
		t.Run(c.want, func(t *testing.T) {
			if got := decimal(c.v); got != c.want {
				t.Errorf("decimal(%g) = %s, want %s", c.v, got, c.want)
			}
		})
	}
}

func TestDocument(t *testing.T) {
	var b bytes.Buffer
	d := New(&b, about)
	page := d.Page(595.28, 841.89)
	page.Text(40, 60, 12, 0, set(t, "Müller"))
	page.Close()
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	t.Run("every object is where the table says", func(t *testing.T) {
		entries := regexp.MustCompile(`(\d{10}) 00000 n `).FindAllSubmatch(b.Bytes(), -1)
		if len(entries) != len(d.offsets) {
			t.Fatalf("the table has %d entries, want %d", len(entries), len(d.offsets))
		}
		for i, entry := range entries {
			offset, err := strconv.Atoi(string(entry[1]))
			if err != nil {
				t.Fatal(err)
			}
			if want := fmt.Appendf(nil, "%d 0 obj\n", i+1); !bytes.HasPrefix(b.Bytes()[offset:], want) {
				t.Errorf("object %d is not at %d", i+1, offset)
			}
		}
	})
	t.Run("the table is where the end says", func(t *testing.T) {
		start := regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`).FindSubmatch(b.Bytes())
		if start == nil {
			t.Fatal("there is no end")
		}
		if offset, err := strconv.Atoi(string(start[1])); err != nil || !bytes.HasPrefix(b.Bytes()[offset:], []byte("xref\n")) {
			t.Errorf("it says %s", start[1])
		}
	})
	t.Run("the first fault of the writer is returned", func(t *testing.T) {
		fault := errors.New("no space left on device")
		d := New(broken{fault}, about)
		d.AddJPEG(JPEG{Data: make([]byte, 200<<10), Width: 1, Height: 1, Channels: 3})
		if err := d.Close(); !errors.Is(err, fault) {
			t.Errorf("got %v, want %v", err, fault)
		}
	})
}

type broken struct{ err error }

func (b broken) Write([]byte) (int, error) { return 0, b.err }

func TestCover(t *testing.T) {
	for _, c := range []struct {
		claim string
		img   Image
		want  []float64
	}{
		{"a square photo fills a square", Image{width: 9, height: 9, orientation: 1}, []float64{10, 0, 0, 10, 0, 0}},
		{"a wide photo loses as much on either side", Image{width: 20, height: 10, orientation: 1}, []float64{20, 0, 0, 10, -5, 0}},
		{"a high photo loses more below", Image{width: 10, height: 13, orientation: 1}, []float64{10, 0, 0, 13, 0, -2}},
		{"a photo with a broken orientation stands as it is", Image{width: 9, height: 9, orientation: 77}, []float64{10, 0, 0, 10, 0, 0}},
	} {
		t.Run(c.claim, func(t *testing.T) {
			got := c.img.cover(0, 0, 10, 10)
			for i := range got {
				if math.Abs(got[i]-c.want[i]) > 1e-9 {
					t.Fatalf("got %v, want %v", got, c.want)
				}
			}
		})
	}
}
