// Package thumbnail makes small pictures of large ones: square, upright, and of a known kind, whatever a card brought along.
package thumbnail

import (
	"bytes"
	"image"
	"image/color"
	_ "image/gif" // what pictures of cards are made of
	"image/jpeg"
	_ "image/png"

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp"

	"kaffeerunde/backend/contact"
)

const (
	// maxUnpacked is how many bytes a picture may unpack to, enough for the largest sensors of phones. A few bytes can claim to
	// be billions of pixels.
	maxUnpacked = 256 << 20
	quality     = 85
)

// Draw returns a square JPEG of px pixels a side, cut from the middle of a picture and turned upright; px is positive. The picture may
// be a JPEG, PNG, GIF or WebP. The error is a *contact.InvalidError for "photo": "not-a-picture", or "too-long" for one that is too large
// to be unpacked.
func Draw(data []byte, px int) ([]byte, error) {
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, &contact.InvalidError{Field: "photo", Reason: "not-a-picture"}
	}
	if config.Width <= 0 || config.Height <= 0 || config.Width > maxUnpacked/depth(config.ColorModel)/config.Height {
		return nil, &contact.InvalidError{Field: "photo", Reason: "too-long"}
	}
	whole, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, &contact.InvalidError{Field: "photo", Reason: "not-a-picture"}
	}
	small := image.NewRGBA(image.Rect(0, 0, px, px))
	draw.Draw(small, small.Bounds(), image.White, image.Point{}, draw.Src) // behind what is transparent
	draw.CatmullRom.Scale(small, small.Bounds(), whole, square(whole.Bounds()), draw.Over, nil)
	var out bytes.Buffer
	err = jpeg.Encode(&out, upright(small, orientation(data)), &jpeg.Options{Quality: quality})
	return out.Bytes(), err
}

// depth is how many bytes a pixel takes once it is unpacked.
func depth(model color.Model) int {
	switch model {
	case color.RGBA64Model, color.NRGBA64Model:
		return 8
	case color.GrayModel:
		return 1
	}
	return 4
}

// square returns the largest square in the middle of r.
func square(r image.Rectangle) image.Rectangle {
	side := min(r.Dx(), r.Dy())
	at := image.Pt(r.Min.X+(r.Dx()-side)/2, r.Min.Y+(r.Dy()-side)/2)
	return image.Rectangle{Min: at, Max: at.Add(image.Pt(side, side))}
}
