package plot

import (
	"fmt"
	"image/color"
)

// palette has the colours of the window, as tokens.css has them.
type palette struct {
	paper, ink, line, plain string // plain is what has no colour of its own
	hues                    [8]string
}

var (
	light = palette{
		paper: "#faf7f2", ink: "#2a231d", line: "#cfc2b1", plain: "#6d6156",
		hues: [8]string{"#84512f", "#456270", "#52653a", "#824c68", "#6c5d26", "#4d5b92", "#366a65", "#74518b"},
	}
	dark = palette{
		paper: "#1a1613", ink: "#f1eae1", line: "#4d4339", plain: "#ab9e91",
		hues: [8]string{"#cf9b7c", "#8fb3c2", "#a5bd86", "#d094b3", "#c4b06a", "#9aa8e0", "#80bdb6", "#bd98d6"},
	}
)

func (p *palette) node(hue int) string {
	if hue < 1 || hue > len(p.hues) {
		return p.plain
	}
	return p.hues[hue-1]
}

func (p *palette) stroke(hue int) string {
	if hue < 1 || hue > len(p.hues) {
		return p.line
	}
	return p.hues[hue-1]
}

// rgb reads a colour as tokens.css writes it.
func rgb(colour string) color.RGBA {
	var r, g, b uint8
	_, _ = fmt.Sscanf(colour, "#%02x%02x%02x", &r, &g, &b)
	return color.RGBA{r, g, b, 0xff}
}
