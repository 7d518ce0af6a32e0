package sheet

import "kaffeerunde/backend/sheet/pdf"

// drawer draws boxes into a document. A photo goes into it when it is first drawn.
type drawer struct {
	doc    *pdf.Document
	images map[*photo]pdf.Image
}

func (d *drawer) page(p page) {
	canvas := d.doc.Page(p.width, p.height)
	d.boxes(canvas, p.boxes)
	canvas.Close()
}

func (d *drawer) boxes(canvas *pdf.Canvas, boxes []box) {
	for _, b := range boxes {
		switch b := b.(type) {
		case textBox:
			canvas.Text(b.x, b.baseline, b.size, b.grey, b.line)
		case photoBox:
			canvas.Image(d.image(b.photo), b.x, b.y, b.w, b.h, corner)
		case frameBox:
			canvas.Frame(b.x, b.y, b.w, b.h, b.radius, b.stroke, b.grey)
		case ruleBox:
			canvas.Line(b.x, b.y, b.x+b.w, b.y+b.h, b.stroke, b.dash, b.grey)
		case codeBox:
			side := b.w / float64(b.code.Size+2*quiet)
			canvas.Squares(b.x+quiet*side, b.y+quiet*side, side, b.code.Size, b.code.Black)
		case panelBox:
			canvas.Begin(b.x, b.y, b.w, b.h, b.turned)
			d.boxes(canvas, b.boxes)
			canvas.End()
		}
	}
}

func (d *drawer) image(p *photo) pdf.Image {
	img, ok := d.images[p]
	if !ok {
		img = d.doc.AddJPEG(p.JPEG)
		d.images[p] = img
	}
	return img
}
