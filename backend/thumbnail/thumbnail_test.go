package thumbnail

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"
)

// drawn is a picture, red on the left and blue on the right.
func drawn(width, height int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			c := color.RGBA{R: 255, A: 255}
			if x >= width/2 {
				c = color.RGBA{B: 255, A: 255}
			}
			m.SetRGBA(x, y, c)
		}
	}
	return m
}

func encoded(t *testing.T, m image.Image, asJPEG bool) []byte {
	t.Helper()
	var out bytes.Buffer
	err := png.Encode(&out, m)
	if asJPEG {
		out.Reset()
		err = jpeg.Encode(&out, m, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// exif puts an orientation into a JPEG.
func exif(data []byte, orientation byte) []byte {
	segment := []byte("\xff\xe1\x00\x22Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00")
	segment = append(segment, orientation, 0, 0, 0, 0, 0, 0)
	return append(append(append([]byte{}, data[:2]...), segment...), data[2:]...)
}

func TestDraw(t *testing.T) {
	left := func(t *testing.T, data []byte, x, y int) string {
		t.Helper()
		small, err := Draw(data, 32)
		if err != nil {
			t.Fatal(err)
		}
		m, err := jpeg.Decode(bytes.NewReader(small))
		if err != nil || m.Bounds().Dx() != 32 || m.Bounds().Dy() != 32 {
			t.Fatalf("Draw = %v, %v, want 32 by 32", m.Bounds(), err)
		}
		if r, _, b, _ := m.At(x, y).RGBA(); r > b {
			return "red"
		}
		return "blue"
	}
	for _, c := range []struct {
		claim string
		data  []byte
		x, y  int
		wants string
	}{
		{"a picture stays upright", encoded(t, drawn(90, 60), true), 2, 16, "red"},
		{"a PNG works too", encoded(t, drawn(60, 90), false), 2, 16, "red"},
		{"turned by half", exif(encoded(t, drawn(90, 60), true), 3), 2, 16, "blue"},
		{"mirrored", exif(encoded(t, drawn(90, 60), true), 2), 2, 16, "blue"},
		{"turned to the right: left becomes top", exif(encoded(t, drawn(90, 60), true), 6), 16, 2, "red"},
		{"turned to the left: left becomes bottom", exif(encoded(t, drawn(90, 60), true), 8), 16, 2, "blue"},
	} {
		t.Run(c.claim, func(t *testing.T) {
			if got := left(t, c.data, c.x, c.y); got != c.wants {
				t.Errorf("at %d, %d it is %s, want %s", c.x, c.y, got, c.wants)
			}
		})
	}
	t.Run("a few bytes that claim to be billions of pixels are refused", func(t *testing.T) {
		for _, size := range [][]byte{{0, 1, 0, 0, 0, 1, 0, 0}, {0, 0, 0, 1, 0x7f, 0xff, 0xff, 0xff}} {
			bomb := encoded(t, image.NewGray(image.Rect(0, 0, 1, 1)), false)
			copy(bomb[16:24], size) // in IHDR
			if _, err := Draw(bomb, 32); err == nil {
				t.Errorf("a picture of the size % x was drawn", size)
			}
		}
	})
	t.Run("broken pictures are refused", func(t *testing.T) {
		data := encoded(t, drawn(90, 60), true)
		for _, broken := range [][]byte{nil, []byte("GIF89a"), data[:20], data[:len(data)/2]} {
			if _, err := Draw(broken, 32); err == nil {
				t.Errorf("%d bytes were drawn", len(broken))
			}
		}
	})
}

func FuzzOrientation(f *testing.F) {
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x22Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if o := orientation(data); o < 1 || o > 8 {
			t.Errorf("orientation = %d", o)
		}
	})
}
