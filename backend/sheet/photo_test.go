package sheet

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"
)

// turned is a photo whose camera was held as an Exif orientation says.
func turned(photo []byte, orientation uint16) []byte {
	exif := []byte("Exif\x00\x00MM\x00\x2A\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01")
	exif = binary.BigEndian.AppendUint16(exif, orientation)
	exif = append(exif, 0, 0, 0, 0, 0, 0)
	out := append([]byte{0xFF, 0xD8, 0xFF, 0xE1}, binary.BigEndian.AppendUint16(nil, uint16(len(exif)+2))...)
	return append(append(out, exif...), photo[2:]...)
}

func TestPhoto(t *testing.T) {
	t.Run("a JPEG of a sensible size goes in as it came", func(t *testing.T) {
		photo := portrait(t, 240, 320, 9)
		sheet, _ := write(t, []Person{{Name: "Anna Eze", Photo: photo}}, options(t, List))
		if !bytes.Contains(sheet, photo) {
			t.Errorf("its bytes are not in the sheet")
		}
	})
	t.Run("the same photo of two people goes in once", func(t *testing.T) {
		photo := portrait(t, 240, 320, 9)
		sheet, _ := write(t, []Person{{Name: "Anna", Photo: photo}, {Name: "Ben", Photo: bytes.Clone(photo)}}, options(t, List))
		if got := bytes.Count(sheet, photo); got != 1 {
			t.Errorf("it is in the sheet %d times", got)
		}
	})
	t.Run("a large photo is brought down to what print shows", func(t *testing.T) {
		img := image.NewRGBA(image.Rect(0, 0, 1600, 1200))
		for i := range img.Pix {
			img.Pix[i] = byte(i * i >> 5)
		}
		var b bytes.Buffer
		if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 95}); err != nil {
			t.Fatal(err)
		}
		got := readPhoto(b.Bytes(), 160)
		if got == nil || got.Height != 160 || got.Width != 213 || len(got.Data) > 40<<10 {
			t.Fatalf("it is %+v", got)
		}
	})
	for _, orientation := range []uint16{1, 2, 3, 4, 5, 6, 7, 8} {
		t.Run(fmt.Sprintf("a photo held as %d stands upright", orientation), func(t *testing.T) {
			photo := turned(portrait(t, 300, 300, 20), orientation)
			sheet, _ := write(t, []Person{{Name: "Anna Eze", Photo: photo}}, options(t, Pocket))
			pages, _, err := compose([]Person{{Name: "Anna Eze", Photo: photo}}, options(t, Pocket), bundled(t))
			if err != nil {
				t.Fatal(err)
			}
			// The photo of the first person is on page 3 of the booklet, which stands upright on the sheet's lower right. Its
			// dark corner shows how it is turned.
			panel := pages[0].boxes[7].(panelBox)
			at := panel.boxes[0].(photoBox).rect.moved(panel.x, panel.y)
			const dots = 72
			picture := render(t, sheet, 1, dots)
			corners := [4]image.Point{{6, 6}, {int(at.w) - 6, 6}, {6, int(at.h) - 6}, {int(at.w) - 6, int(at.h) - 6}}
			want := map[uint16]int{1: 0, 2: 1, 3: 3, 4: 2, 5: 0, 6: 1, 7: 3, 8: 2}[orientation]
			for i, corner := range corners {
				r, _, _, _ := picture.At(int(at.x)+corner.X, int(at.y)+corner.Y).RGBA()
				if dark := r < 0x3000; dark != (i == want) {
					t.Errorf("corner %d: dark is %t", i, dark)
				}
			}
		})
	}
	t.Run("a GIF is a photo too", func(t *testing.T) {
		var b bytes.Buffer
		if err := gif.Encode(&b, image.NewGray(image.Rect(0, 0, 30, 20)), nil); err != nil {
			t.Fatal(err)
		}
		if got := readPhoto(b.Bytes(), 160); got == nil || got.Width != 30 || got.Height != 20 {
			t.Errorf("it is %+v", got)
		}
	})
	t.Run("a PNG with holes lies on white", func(t *testing.T) {
		img := image.NewNRGBA(image.Rect(0, 0, 20, 30))
		img.Set(3, 3, color.NRGBA{R: 255, A: 255})
		var b bytes.Buffer
		if err := png.Encode(&b, img); err != nil {
			t.Fatal(err)
		}
		got := readPhoto(b.Bytes(), 160)
		if got == nil || got.Width != 20 || got.Height != 30 {
			t.Fatalf("it is %+v", got)
		}
		back, err := jpeg.Decode(bytes.NewReader(got.Data))
		if err != nil {
			t.Fatal(err)
		}
		if r, _, _, _ := back.At(19, 29).RGBA(); r < 0xF000 {
			t.Errorf("a hole is as bright as %#x", r)
		}
	})
	for _, c := range []struct {
		claim string
		raw   []byte
	}{
		{"an empty file", nil},
		{"a text", []byte("not a photo")},
		{"a JPEG cut off in its header", portrait(t, 40, 40, 1)[:30]},
		{"a PNG that claims to be huge", append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff\x08\x02\x00\x00\x00"), make([]byte, 40)...)},
	} {
		t.Run(c.claim+" is no photo, and the initials are printed", func(t *testing.T) {
			if got := readPhoto(c.raw, 160); got != nil {
				t.Errorf("it is %+v", got)
			}
			pages, _, err := compose([]Person{{Name: "Anna Eze", Photo: c.raw}}, options(t, List), bundled(t))
			if err != nil {
				t.Fatal(err)
			}
			if count(pages[0].boxes, "AE") != 1 {
				t.Errorf("there are no initials")
			}
		})
	}
}

func TestInitials(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"Anna-Lena Bergström", "AB"},
		{"Dr. Jürgen von der Müller", "JM"},
		{"çiğdem aksoy", "ÇA"},
		{"Prince", "P"},
		{"  (Anna) ", "A"},
		{"E. Eze", "EE"},
		{"陈军", "陈"},
		{"نور خوري", "ن"},
		{"अनुष्का शर्मा", "अ"},
		{"", ""},
		{"🌻", ""},
		{"+49 40", ""},
	} {
		t.Run(fmt.Sprintf("%q becomes %q", c.name, c.want), func(t *testing.T) {
			if got := initials(c.name); got != c.want {
				t.Errorf("initials(%q) = %q, want %q", c.name, got, c.want)
			}
		})
	}
}
