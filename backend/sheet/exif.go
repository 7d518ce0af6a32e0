package sheet

import (
	"bytes"
	"encoding/binary"

	"kaffeerunde/backend/sheet/pdf"
)

// jpegHeader reads what must be known to embed a JPEG as it is (ITU-T T.81, annex B). It is not ok if the file is cut off or
// of a kind that PDF does not know.
func jpegHeader(raw []byte) (pdf.JPEG, bool) {
	j := pdf.JPEG{Orientation: 1}
	if !bytes.HasPrefix(raw, []byte{0xFF, 0xD8}) || !bytes.Contains(raw[max(0, len(raw)-64):], []byte{0xFF, 0xD9}) {
		return j, false
	}
	adobe := false
	for at := 2; at+4 <= len(raw); {
		if raw[at] != 0xFF {
			return j, false
		}
		marker := raw[at+1]
		if marker == 0xFF {
			at++
			continue
		}
		length := int(binary.BigEndian.Uint16(raw[at+2:]))
		if length < 2 || at+2+length > len(raw) {
			return j, false
		}
		segment := raw[at+4 : at+2+length]
		switch {
		case marker == 0xE1 && bytes.HasPrefix(segment, []byte("Exif\x00\x00")):
			j.Orientation = exifOrientation(segment[6:])
		case marker == 0xEE && bytes.HasPrefix(segment, []byte("Adobe")):
			adobe = true
		case marker >= 0xC0 && marker <= 0xC2:
			if len(segment) < 6 || segment[0] != 8 {
				return j, false
			}
			j.Height, j.Width = int(binary.BigEndian.Uint16(segment[1:])), int(binary.BigEndian.Uint16(segment[3:]))
			j.Channels = int(segment[5])
		case marker >= 0xC3 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC:
			return j, false
		case marker == 0xDA:
			j.Inverted = adobe && j.Channels == 4
			return j, j.Width > 0 && j.Height > 0 && (j.Channels == 1 || j.Channels == 3 || j.Channels == 4)
		}
		at += 2 + length
	}
	return j, false
}

// exifOrientation is how a camera was held, 1 to 8, from the first directory of its notes (Exif 2.3, 4.6.4); 1 if it is not
// said.
func exifOrientation(tiff []byte) int {
	var order binary.ByteOrder = binary.BigEndian
	if bytes.HasPrefix(tiff, []byte("II")) {
		order = binary.LittleEndian
	}
	if len(tiff) < 8 {
		return 1
	}
	at := int(order.Uint32(tiff[4:]))
	if at < 8 || at+2 > len(tiff) {
		return 1
	}
	count := int(order.Uint16(tiff[at:]))
	const entry, orientation = 12, 0x0112
	for i := range count {
		start := at + 2 + i*entry
		if start+entry > len(tiff) {
			return 1
		}
		if order.Uint16(tiff[start:]) != orientation {
			continue
		}
		if v := int(order.Uint16(tiff[start+8:])); v >= 1 && v <= 8 {
			return v
		}
		return 1
	}
	return 1
}
