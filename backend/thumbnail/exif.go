package thumbnail

import (
	"bytes"
	"encoding/binary"
	"image"
)

// orientation returns how a JPEG must be turned to stand upright: the value of the Exif tag 0x0112, 1 to 8, and 1 where
// there is none. The middle square of a picture is turned like the whole.
func orientation(data []byte) int {
	for at := 2; at+4 <= len(data) && data[at] == 0xff; {
		size := int(binary.BigEndian.Uint16(data[at+2:]))
		if size < 2 || at+2+size > len(data) {
			break
		}
		body := data[at+4 : at+2+size]
		if data[at+1] == 0xe1 && bytes.HasPrefix(body, []byte("Exif\x00\x00")) {
			return tiffOrientation(body[6:])
		}
		if data[at+1] == 0xda {
			break // the picture itself begins
		}
		at += 2 + size
	}
	return 1
}

func tiffOrientation(tiff []byte) int {
	if len(tiff) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.BigEndian
	if tiff[0] == 'I' {
		order = binary.LittleEndian
	}
	first := int(order.Uint32(tiff[4:]))
	if first < 8 || first+2 > len(tiff) {
		return 1
	}
	for i := range int(order.Uint16(tiff[first:])) {
		entry := first + 2 + 12*i
		if entry+12 > len(tiff) {
			break
		}
		if order.Uint16(tiff[entry:]) != 0x0112 {
			continue
		}
		if value := int(order.Uint16(tiff[entry+8:])); 1 <= value && value <= 8 {
			return value
		}
	}
	return 1
}

// upright turns and mirrors a square picture as its orientation asks.
func upright(in *image.RGBA, orientation int) *image.RGBA {
	if orientation == 1 {
		return in
	}
	n := in.Bounds().Dx() - 1
	out := image.NewRGBA(in.Bounds())
	for y := range n + 1 {
		for x := range n + 1 {
			from := [...][2]int{2: {n - x, y}, 3: {n - x, n - y}, 4: {x, n - y}, 5: {y, x}, 6: {y, n - x}, 7: {n - y, n - x}, 8: {n - y, x}}[orientation]
			out.SetRGBA(x, y, in.RGBAAt(from[0], from[1]))
		}
	}
	return out
}
