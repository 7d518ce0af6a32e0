package plot

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// SVG writes a drawing as SVG 1.1. Every name is in it as text: beside its node where there is room, and as what the node is
// called when one points at it.
func SVG(w io.Writer, d Drawing, set *Fonts) error {
	s := compose(d, set)
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="%.0f" height="%.0f" viewBox="0 0 %.0f %.0f" role="img" font-family="'Noto Sans', 'Source Sans 3', system-ui, sans-serif" font-size="%.0f">
<title>%s</title>
<rect width="100%%" height="100%%" fill="%s"/>
`, s.width, s.height, s.width, s.height, textSize, escape(s.title), s.palette.paper)
	fmt.Fprintln(out, `<g fill="none" stroke-width="1.2">`)
	for _, l := range s.lines {
		fmt.Fprintf(out, `<path d="M%.1f %.1fL%.1f %.1f" stroke="%s" stroke-opacity="%.2f"/>`+"\n", l.x1, l.y1, l.x2, l.y2, l.colour, l.opacity)
	}
	fmt.Fprintf(out, "</g>\n<g stroke=\"%s\" stroke-width=\"1.5\">\n", s.palette.paper)
	for _, m := range s.marks {
		svgMark(out, m)
	}
	for _, m := range s.entries {
		svgMark(out, m)
	}
	fmt.Fprintf(out, "</g>\n<g fill=\"%s\" stroke=\"%s\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\">\n", s.palette.ink, s.palette.paper)
	for _, l := range s.labels {
		size := ""
		if l.size != textSize {
			size = fmt.Sprintf(` font-size="%.1f"`, l.size)
		}
		fmt.Fprintf(out, `<text x="%.1f" y="%.1f"%s textLength="%.1f" lengthAdjust="spacingAndGlyphs">%s</text>`+"\n", l.x, l.y, size, l.width(), escape(l.text))
	}
	fmt.Fprintln(out, "</g>\n</svg>")
	return out.Flush()
}

func svgMark(out io.Writer, m mark) {
	name := escape(m.name)
	switch m.shape {
	case Square:
		side := 2 * m.r * 0.9
		fmt.Fprintf(out, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" rx="2" fill="%s"><title>%s</title></rect>`+"\n", m.x-side/2, m.y-side/2, side, side, m.colour, name)
	case Diamond:
		tip := 1.15 * m.r
		fmt.Fprintf(out, `<path d="M%.1f %.1fl%.1f %.1f %.1f %.1f %.1f %.1fz" fill="%s"><title>%s</title></path>`+"\n",
			m.x, m.y-tip, tip, tip, -tip, tip, -tip, -tip, m.colour, name)
	default:
		fmt.Fprintf(out, `<circle cx="%.1f" cy="%.1f" r="%.1f" fill="%s"><title>%s</title></circle>`+"\n", m.x, m.y, m.r, m.colour, name)
	}
}

// escape makes text that XML can hold: on one line, without control characters.
func escape(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(strings.Join(strings.Fields(text), " ")))
	return b.String()
}
