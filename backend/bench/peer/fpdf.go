package main

import (
	"bytes"
	"fmt"
	"io"

	"codeberg.org/go-pdf/fpdf"
	"rsc.io/qr"

	"kaffeerunde/backend/vcard"
)

// draw prints a card with photo, name and QR for everyone in the file with fpdf, ten on a page, the core font and no shaping.
func draw(in io.Reader, out string) (int, error) {
	pdf := fpdf.New("P", "mm", "A4", "")
	pdf.SetFont("Helvetica", "", 10)
	n := 0
	_, err := each(in, func(card *vcard.Card) error {
		if n%10 == 0 {
			pdf.AddPage()
		}
		x, y := 10+float64(n%2)*95, 10+float64(n%10/2)*55
		name, _ := card.DisplayName()
		pdf.Text(x+35, y+10, name)
		n++
		return place(pdf, card, name, n, x, y)
	})
	if err != nil {
		return n, err
	}
	return n, pdf.OutputFileAndClose(out)
}

func place(pdf *fpdf.Fpdf, card *vcard.Card, name string, n int, x, y float64) error {
	for _, photo := range card.Photos() {
		id := fmt.Sprintf("photo%d", n)
		pdf.RegisterImageOptionsReader(id, fpdf.ImageOptions{ImageType: "JPG"}, bytes.NewReader(photo.Data))
		pdf.ImageOptions(id, x, y, 30, 30, false, fpdf.ImageOptions{ImageType: "JPG"}, 0, "")
	}
	code, err := encode(name)
	if err != nil {
		return err
	}
	id := fmt.Sprintf("qr%d", n)
	pdf.RegisterImageOptionsReader(id, fpdf.ImageOptions{ImageType: "PNG"}, bytes.NewReader(code))
	pdf.ImageOptions(id, x+60, y, 25, 25, false, fpdf.ImageOptions{ImageType: "PNG"}, 0, "")
	return pdf.Error()
}

// encode returns a QR of a small card as PNG.
func encode(name string) ([]byte, error) {
	code, err := qr.Encode("BEGIN:VCARD\nVERSION:3.0\nFN:"+name+"\nEND:VCARD\n", qr.M)
	if err != nil {
		return nil, err
	}
	code.Scale = 2 // the encoder of rsc.io/qr v0.2.0 panics on some codes at 1
	return code.PNG(), nil
}
