package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
)

// portrait is a face of few shapes. It is of nobody.
type portrait struct {
	wall, skin, hair, cloth uint32 // 0xRRGGBB
	style                   style
	glasses, beard          bool
}

// style is how the hair falls.
type style int

const (
	short style = iota
	long
	bun
	curls
	bald
	scarf
)

// sitters are the people who have a portrait, by the name on their card.
var sitters = map[string]portrait{
	"Jana Krüger":               {0xe8d5b7, 0xf0c9a4, 0x7a4a24, 0xb5532f, bun, false, false},
	"Dr. Friederike Müller":     {0xcfd8cb, 0xf3d0b0, 0xb9b3aa, 0x2f5d62, short, true, false},
	"Björn-Ole Weiß":            {0xd9c7b0, 0xeec39a, 0xc98d3f, 0x4c5b6b, short, false, true},
	"Çiğdem Aksoylu":            {0xf0d9c8, 0xe0ac7e, 0x2b1d16, 0x9a3b4f, long, false, false},
	"ليان الحداد":               {0xdfe3d6, 0xe3b78d, 0x5f7f79, 0x39504c, scarf, false, false},
	"林书雅":                       {0xf3e3c3, 0xf2d0a9, 0x17130f, 0x6b7f4e, long, true, false},
	"Temi Okonjo-Hale":          {0xf1cf9b, 0x7b4a2d, 0x1a1210, 0xd0773a, curls, false, false},
	"Calvin R. Pruitt":          {0xcdd6dd, 0xe9bd97, 0x000000, 0x6a4b3a, bald, true, true},
	"Kwame Abubakari":           {0xe6dcc4, 0x5e3823, 0x120d0b, 0x3f6b52, short, false, true},
	"Philippa Löwenherz-Brandt": {0xe3cdc4, 0xf4d3b8, 0xb44a22, 0x3c4a66, curls, true, false},
	"Signe Rasmussen":           {0xd3dfe3, 0xf5d6bb, 0xe2c077, 0x8c4a4a, bun, false, false},
	"Adelheid Zwölfer":          {0xded6e2, 0xf0cdb0, 0xe9e4dc, 0x5a3f5e, short, true, false},
}

const (
	side  = 96 // pixels of the picture
	finer = 4  // drawn so many times larger, for smooth edges
)

// jpeg draws the portrait. The same portrait gives the same bytes with the same Go release.
func (p portrait) jpeg() ([]byte, error) {
	c := &canvas{image.NewRGBA(image.Rect(0, 0, side*finer, side*finer))}
	c.fill(p.wall)
	p.drawBehind(c)
	c.ellipse(48, 104, 36, 32, p.cloth)
	c.ellipse(48, 72, 9, 12, shade(p.skin, 0.92))
	c.ellipse(48, 46, 20, 25, p.skin)
	p.drawFace(c)
	p.drawHair(c)
	var b bytes.Buffer
	if err := jpeg.Encode(&b, c.reduced(), &jpeg.Options{Quality: 82}); err != nil {
		return nil, fmt.Errorf("encode: %w", err)
	}
	return b.Bytes(), nil
}

// drawBehind draws the hair that hangs behind the shoulders.
func (p portrait) drawBehind(c *canvas) {
	switch p.style {
	case long:
		c.ellipse(48, 54, 28, 36, p.hair)
	case bun:
		c.ellipse(48, 13, 10, 9, p.hair)
	case scarf:
		c.ellipse(48, 58, 30, 40, p.hair)
	}
}

func (p portrait) drawHair(c *canvas) {
	switch p.style {
	case short:
		c.cap(48, 44, 22, 26, 34, p.hair)
	case long, bun:
		c.cap(48, 44, 22, 26, 36, p.hair)
	case curls:
		for _, at := range [][2]float64{{27, 46}, {25, 36}, {29, 27}, {38, 20}, {48, 18}, {58, 20}, {67, 27}, {71, 36}, {69, 46}} {
			c.ellipse(at[0], at[1], 8.5, 8.5, p.hair)
		}
	case scarf:
		c.cap(48, 45, 24, 29, 36, p.hair)
	}
}

func (p portrait) drawFace(c *canvas) {
	dark := shade(p.skin, 0.35)
	if p.beard {
		c.ellipse(48, 60, 17, 13, p.beardColour())
		c.ellipse(48, 52, 17, 10, p.skin)
	}
	c.ellipse(40.5, 46, 1.9, 2.2, dark)
	c.ellipse(55.5, 46, 1.9, 2.2, dark)
	c.ellipse(48, 58.5, 6, 3.2, shade(p.skin, 0.6))
	// Painted over the upper half of the mouth, so that the lower one smiles.
	c.ellipse(48, 56.6, 7, 3, p.skin)
	if p.glasses {
		c.ring(40.5, 46, 6.2, 1.1, dark)
		c.ring(55.5, 46, 6.2, 1.1, dark)
		c.ellipse(48, 45.5, 2, 0.7, dark)
	}
}

func (p portrait) beardColour() uint32 {
	if p.style == bald {
		return 0x9a948c
	}
	return p.hair
}

// canvas is drawn on in units of the finished picture.
type canvas struct{ *image.RGBA }

func (c *canvas) fill(rgb uint32) {
	c.paint(rgb, func(x, y float64) bool { return true })
}

func (c *canvas) ellipse(cx, cy, rx, ry float64, rgb uint32) {
	c.paint(rgb, func(x, y float64) bool { return within(x, y, cx, cy, rx, ry) })
}

// cap is the part of an ellipse above the line y = brow.
func (c *canvas) cap(cx, cy, rx, ry, brow float64, rgb uint32) {
	c.paint(rgb, func(x, y float64) bool { return y < brow && within(x, y, cx, cy, rx, ry) })
}

func (c *canvas) ring(cx, cy, r, thick float64, rgb uint32) {
	c.paint(rgb, func(x, y float64) bool {
		return within(x, y, cx, cy, r, r) && !within(x, y, cx, cy, r-thick, r-thick)
	})
}

func within(x, y, cx, cy, rx, ry float64) bool {
	dx, dy := (x-cx)/rx, (y-cy)/ry
	return dx*dx+dy*dy <= 1
}

func (c *canvas) paint(rgb uint32, inside func(x, y float64) bool) {
	colour := color.RGBA{uint8(rgb >> 16), uint8(rgb >> 8), uint8(rgb), 0xff}
	for y := range side * finer {
		for x := range side * finer {
			if inside((float64(x)+0.5)/finer, (float64(y)+0.5)/finer) {
				c.SetRGBA(x, y, colour)
			}
		}
	}
}

// reduced averages squares of pixels down to the picture.
func (c *canvas) reduced() *image.RGBA {
	small := image.NewRGBA(image.Rect(0, 0, side, side))
	for y := range side {
		for x := range side {
			var r, g, b int
			for i := range finer * finer {
				at := c.RGBAAt(x*finer+i%finer, y*finer+i/finer)
				r, g, b = r+int(at.R), g+int(at.G), b+int(at.B)
			}
			n := finer * finer
			small.SetRGBA(x, y, color.RGBA{uint8(r / n), uint8(g / n), uint8(b / n), 0xff})
		}
	}
	return small
}

// shade makes a colour darker: 1 leaves it, 0 is black.
func shade(rgb uint32, by float64) uint32 {
	part := func(shift uint) uint32 { return uint32(float64(rgb>>shift&0xff)*by) << shift }
	return part(16) | part(8) | part(0)
}
