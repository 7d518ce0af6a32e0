package sheet

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"codeberg.org/go-pdf/fpdf"
	"rsc.io/qr"
)

// crowd is invented people, each with a photo of about 30 KB and a vCard.
func crowd(b *testing.B, n int) []Person {
	people := make([]Person, n)
	for i := range people {
		name := fmt.Sprintf("%s %s", []string{"Jürgen", "Anna", "Zoë", "Björn", "Łucja"}[i%5], []string{"Müller", "Bergström", "Ahrens", "Eze", "Żak"}[i/5%5])
		people[i] = Person{
			Name: fmt.Sprintf("%s %d", name, i), Role: "Redakteurin", Organisation: fmt.Sprintf("Hafenradio %d", i%17),
			Phones: []string{fmt.Sprintf("+49 40 555%04d", i)}, Emails: []string{fmt.Sprintf("p%d@hafenradio.example", i)},
			Tags: []string{"Chor", "Effectuation"}, Why: "Ihr habt beide Effectuation.",
			Photo: padded(portrait(b, 300, 300, i), 30<<10),
			VCard: fmt.Sprintf("BEGIN:VCARD\nVERSION:3.0\nFN:%s\nEND:VCARD\n", name),
		}
	}
	return people
}

// padded brings a JPEG to the size of a real one with a comment that nobody reads.
func padded(photo []byte, size int) []byte {
	missing := size - len(photo) - 4
	if missing <= 0 {
		return photo
	}
	out := append([]byte{}, photo[:2]...)
	out = append(out, 0xFF, 0xFE, byte((missing+2)>>8), byte(missing+2))
	out = append(out, strings.Repeat("x", missing)...)
	return append(out, photo[2:]...)
}

// BenchmarkWrite stands beside the fastest PDF library, which sets the name alone, in a core font, without shaping. Reported are
// the bytes written for each byte of photo.
func BenchmarkWrite(b *testing.B) {
	for _, n := range []int{200, 2000} {
		people := crowd(b, n)
		for _, layout := range []Layout{List, Cards} {
			o := options(b, layout)
			b.Run(fmt.Sprintf("%s/%d", layout, n), func(b *testing.B) {
				measure(b, people, func(w io.Writer) error {
					fonts, err := LoadFonts()
					if err != nil {
						return err
					}
					_, err = Write(w, people, o, fonts)
					return err
				})
			})
		}
		b.Run(fmt.Sprintf("fpdf/%d", n), func(b *testing.B) {
			measure(b, people, func(w io.Writer) error { return peer(w, people) })
		})
	}
}

func measure(b *testing.B, people []Person, write func(io.Writer) error) {
	photos := 0
	for _, p := range people {
		photos += len(p.Photo)
	}
	var out bytes.Buffer
	for b.Loop() {
		out.Reset()
		if err := write(&out); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(out.Len())/float64(photos), "bytes/photo-byte")
}

// peer prints photo, name and QR, ten on a page.
func peer(w io.Writer, people []Person) error {
	doc := fpdf.New("P", "mm", "A4", "")
	doc.SetFont("Helvetica", "", 10)
	for i, p := range people {
		if i%10 == 0 {
			doc.AddPage()
		}
		x, y := 10+float64(i%2)*95, 10+float64(i%10/2)*55
		doc.Text(x+35, y+10, p.Name)
		photo, square := fmt.Sprintf("photo%d", i), fmt.Sprintf("qr%d", i)
		doc.RegisterImageOptionsReader(photo, fpdf.ImageOptions{ImageType: "JPG"}, bytes.NewReader(p.Photo))
		doc.ImageOptions(photo, x, y, 30, 30, false, fpdf.ImageOptions{ImageType: "JPG"}, 0, "")
		code, err := qr.Encode(p.VCard, qr.M)
		if err != nil {
			return err
		}
		// At one pixel a square the library's own PNG writer can panic.
		code.Scale = 2
		doc.RegisterImageOptionsReader(square, fpdf.ImageOptions{ImageType: "PNG"}, bytes.NewReader(code.PNG()))
		doc.ImageOptions(square, x+60, y, 25, 25, false, fpdf.ImageOptions{ImageType: "PNG"}, 0, "")
	}
	return doc.Output(w)
}
