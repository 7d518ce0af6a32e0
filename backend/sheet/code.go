package sheet

import (
	"fmt"
	"strings"

	"rsc.io/qr"
)

const (
	// smallestModule is the side of the smallest square that a phone reads from paper: 0.4 mm, in points.
	smallestModule = 0.4 / 25.4 * 72
	// quiet is how many squares of white a QR code needs on each side (ISO/IEC 18004).
	quiet = 4
)

// codeFor returns the QR of a vCard that can be read when it is printed size points wide, the white around it included, or
// nil if there is none. Where the card is too long its lines are left out from the end, all but those without which it is
// none.
func codeFor(vcard string, size float64) *qr.Code {
	most := int(size/smallestModule) - 2*quiet
	lines := strings.Split(strings.TrimRight(strings.ReplaceAll(vcard, "\r\n", "\n"), "\n"), "\n")
	for len(lines) > 0 && vcard != "" {
		if code, err := qr.Encode(strings.Join(lines, "\r\n")+"\r\n", qr.M); err == nil && code.Size <= most {
			return code
		}
		last := lastOptional(lines)
		if last < 0 {
			return nil
		}
		lines = append(lines[:last], lines[last+1:]...)
	}
	return nil
}

// screenCode is the side of a code on a screen, in squares: a phone reads it at an arm's length.
const screenCode = 81

// CodePath returns the QR of a vCard for a screen as an SVG path over squares of one unit, with the white around it, and how many
// squares it has on a side; 0 where the card is too long for one.
func CodePath(vcard string) (size int, path string) {
	code := codeFor(vcard, (screenCode+2*quiet)*smallestModule)
	if code == nil {
		return 0, ""
	}
	var b strings.Builder
	for y := range code.Size {
		for x := 0; x < code.Size; x++ {
			from := x
			for x < code.Size && code.Black(x, y) {
				x++
			}
			if x > from {
				fmt.Fprintf(&b, "M%d %dh%dv1h-%dz", from+quiet, y+quiet, x-from, x-from)
			}
		}
	}
	return code.Size + 2*quiet, b.String()
}

// lastOptional is the index of the last line that a card can do without, or -1.
func lastOptional(lines []string) int {
	for i := len(lines) - 1; i >= 0; i-- {
		name, _, _ := strings.Cut(lines[i], ":")
		name, _, _ = strings.Cut(name, ";")
		switch strings.ToUpper(name) {
		case "BEGIN", "END", "VERSION", "N", "FN":
			continue
		}
		return i
	}
	return -1
}

// qrBlock is a QR code, size points wide with its white.
func qrBlock(code *qr.Code, size float64) block {
	if code == nil {
		return block{}
	}
	return block{width: size, height: size, boxes: []box{codeBox{rect: rect{0, 0, size, size}, code: code}}}
}
