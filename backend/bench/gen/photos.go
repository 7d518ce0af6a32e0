package main

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"log"
	"math/rand/v2"
)

// photoPool encodes a few noisy pictures of about 30 KB.
func photoPool(seed uint64) [][]byte {
	pool := make([][]byte, 16)
	for p := range pool {
		r := rand.New(rand.NewPCG(seed, uint64(p)))
		const side = 320
		m := image.NewRGBA(image.Rect(0, 0, side, side))
		hue := uint8(r.Uint32())
		for y := range side {
			for x := range side {
				v := uint8(r.Uint32() & 31)
				dx, dy := x-side/2, y-side/2
				if dx*dx+dy*dy < 10000 {
					v += 120
				}
				m.SetRGBA(x, y, color.RGBA{v + hue/2, v + uint8(y/3), v + uint8(x/3), 255})
			}
		}
		var b bytes.Buffer
		if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 76}); err != nil {
			log.Fatal(err)
		}
		pool[p] = b.Bytes()
	}
	return pool
}

// stamped puts the card's number in a JPEG comment, so that no two photos have the same bytes.
func stamped(jpg []byte, i uint32) []byte {
	b := append([]byte(nil), jpg[:2]...)
	b = append(b, 0xff, 0xfe, 0, 6)
	b = binary.BigEndian.AppendUint32(b, i)
	return append(b, jpg[2:]...)
}
