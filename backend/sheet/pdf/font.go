package pdf

import (
	"fmt"
	"math"
	"strings"

	"github.com/go-text/typesetting/font"

	"kaffeerunde/backend/sheet/fonts"
	"kaffeerunde/backend/sheet/typeset"
)

// Font is one font of a document with the clusters that were drawn with it. Code 0 is .notdef and never drawn.
type Font struct {
	name     string
	source   *fonts.Font
	face     *font.Face
	codes    map[string]uint16
	clusters []typeset.Cluster // of code i+1
	widths   []int             // of code i+1, in thousandths of the type size
}

// font returns the document's font for a source, which is named when it is first used.
func (d *Document) font(source *fonts.Font) *Font {
	if f, ok := d.fontOf[source]; ok {
		return f
	}
	f := &Font{
		name:   fmt.Sprintf("F%d", len(d.fonts)),
		source: source,
		face:   font.NewFace(source.Font),
		codes:  map[string]uint16{},
	}
	d.fonts = append(d.fonts, f)
	d.fontOf[source] = f
	return f
}

// code returns the number under which a cluster is drawn, and the width that the font says it has. The same outline with
// another text gets another code, so that each code has one text.
func (f *Font) code(c typeset.Cluster) (uint16, int) {
	key := f.key(c)
	if code, ok := f.codes[key]; ok {
		return code, f.widths[code-1]
	}
	if len(f.clusters) == math.MaxUint16-1 {
		// A sheet would need 65,534 different clusters of one font.
		return 0, 0
	}
	f.clusters = append(f.clusters, c)
	f.widths = append(f.widths, f.width(c))
	code := uint16(len(f.clusters))
	f.codes[key] = code
	return code, f.widths[code-1]
}

func (f *Font) key(c typeset.Cluster) string {
	key := make([]byte, 0, 32)
	for _, g := range c.Glyphs {
		key = append(key, byte(g.ID>>16), byte(g.ID>>8), byte(g.ID), byte(int(g.X)>>8), byte(int(g.X)), byte(int(g.Y)>>8), byte(int(g.Y)))
	}
	return string(append(append(key, 0xFF), c.Text...))
}

// width is the advance of a lone glyph as the font has it, before kerning, and else that of the whole cluster.
func (f *Font) width(c typeset.Cluster) int {
	if len(c.Glyphs) == 1 && c.Advance != 0 {
		return int(math.Round(float64(f.face.HorizontalAdvance(c.Glyphs[0].ID)) * f.scale()))
	}
	return int(math.Round(c.Advance))
}

// scale turns the font's units into thousandths of the type size.
func (f *Font) scale() float64 { return 1000 / float64(f.source.Upem()) }

// embed writes a font and returns the number of its dictionary (9.7).
func (d *Document) embed(f *Font) int {
	dict, descendant, descriptor, program, unicode := d.reserve(), d.reserve(), d.reserve(), d.reserve(), d.reserve()
	name := tag(len(d.offsets)) + "+" + f.source.Name
	p := f.program()
	d.deflated(program, "/Subtype/CIDFontType0C", p.encode(name))
	d.deflated(unicode, "", f.toUnicode())
	d.object(descriptor, fmt.Sprintf("<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[%d %d %d %d]/ItalicAngle 0/Ascent %d/Descent %d/CapHeight 700/StemV 80/FontFile3 %d 0 R>>",
		name, p.box[0], p.box[1], p.box[2], p.box[3], p.box[3], p.box[1], program))
	var widths strings.Builder
	for _, w := range f.widths {
		fmt.Fprintf(&widths, "%d ", w)
	}
	d.object(descendant, fmt.Sprintf("<</Type/Font/Subtype/CIDFontType0/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R/DW 0/W[1[%s]]>>",
		name, descriptor, strings.TrimSpace(widths.String())))
	d.object(dict, fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/%s-Identity-H/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>", name, descendant, unicode))
	return dict
}

// tag is the six letters in front of the name of a font that is not embedded whole (9.6.4).
func tag(n int) string {
	letters := [6]byte{}
	for i := range letters {
		letters[i] = 'A' + byte(n%26)
		n /= 26
	}
	return string(letters[:])
}

// toUnicode maps each code to its text (9.10.3).
func (f *Font) toUnicode() []byte {
	var b strings.Builder
	b.WriteString("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n")
	const most = 100 // mappings in one block
	for start := 0; start < len(f.clusters); start += most {
		block := f.clusters[start:min(start+most, len(f.clusters))]
		fmt.Fprintf(&b, "%d beginbfchar\n", len(block))
		for i, c := range block {
			fmt.Fprintf(&b, "<%04X><%s>\n", start+i+1, hexUTF16(c.Text))
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n")
	return []byte(b.String())
}
