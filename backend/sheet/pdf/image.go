package pdf

import "fmt"

// Image is a picture in a document, ready to be drawn as often as one likes.
type Image struct {
	number      int
	width       int // as it is looked at, after turning
	height      int
	orientation int
}

// JPEG is a picture that goes into the document as it is.
type JPEG struct {
	Data        []byte
	Width       int // pixels, as they are stored
	Height      int
	Channels    int  // 1 grey, 3 colour, 4 CMYK
	Inverted    bool // Adobe's CMYK, in which 0 is full ink
	Orientation int  // Exif: 1 to 8
}

// AddJPEG writes a picture and returns it.
func (d *Document) AddJPEG(j JPEG) Image {
	space := map[int]string{1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"}[j.Channels]
	decode := ""
	if j.Inverted {
		decode = "/Decode[1 0 1 0 1 0 1 0]"
	}
	n := d.reserve()
	d.stream(n, fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace%s/BitsPerComponent 8%s/Filter/DCTDecode", j.Width, j.Height, space, decode), j.Data)
	d.images = append(d.images, n)
	img := Image{number: len(d.images) - 1, width: j.Width, height: j.Height, orientation: j.Orientation}
	if j.Orientation >= 5 {
		img.width, img.height = j.Height, j.Width
	}
	return img
}

// upright maps the unit square in which PDF draws a picture to the one in which it stands upright, for each Exif orientation.
var upright = [9][6]float64{
	1: {1, 0, 0, 1, 0, 0},
	2: {-1, 0, 0, 1, 1, 0},
	3: {-1, 0, 0, -1, 1, 1},
	4: {1, 0, 0, -1, 0, 1},
	5: {0, -1, -1, 0, 1, 1},
	6: {0, -1, 1, 0, 0, 1},
	7: {0, 1, 1, 0, 0, 0},
	8: {0, 1, -1, 0, 1, 0},
}

// cover is the matrix that draws the picture over the whole rectangle without distorting it. What is too wide is cut on both
// sides; what is too high is cut more below than above, for faces are in the upper half.
func (i Image) cover(x, y, width, height float64) []float64 {
	scale := max(width/float64(i.width), height/float64(i.height))
	w, h := float64(i.width)*scale, float64(i.height)*scale
	x -= (w - width) / 2
	y -= (h - height) * 2 / 3
	orientation := i.orientation
	if orientation < 1 || orientation > 8 {
		orientation = 1
	}
	m := upright[orientation]
	return []float64{m[0] * w, m[1] * h, m[2] * w, m[3] * h, x + m[4]*w, y + m[5]*h}
}
