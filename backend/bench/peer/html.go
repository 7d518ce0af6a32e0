package main

import (
	"encoding/base64"
	"html/template"
	"io"
	"os"

	"kaffeerunde/backend/vcard"
)

// page is what fpdf draws, for a browser to print: ten cards on a page, each with photo, name and QR.
var page = template.Must(template.New("page").Parse(`<!doctype html><meta charset="utf-8">
<style>
@page { size: A4; margin: 10mm }
body { margin: 0; display: grid; grid-template-columns: 95mm 95mm; font: 10pt sans-serif }
div { height: 55mm; break-inside: avoid; display: flex; gap: 5mm } img { width: 30mm; height: 30mm; object-fit: cover }
</style>
{{range .}}<div><img src="{{.Photo}}"><span>{{.Name}}</span><img src="{{.Code}}"></div>
{{end}}`))

type printed struct {
	Name        string
	Photo, Code template.URL
}

// lay writes the page for everyone in the file.
func lay(in io.Reader, out string) (int, error) {
	var people []printed
	n, err := each(in, func(card *vcard.Card) error {
		name, _ := card.DisplayName()
		code, err := encode(name)
		if err != nil {
			return err
		}
		p := printed{Name: name, Code: embedded("image/png", code)}
		for _, photo := range card.Photos() {
			p.Photo = embedded("image/jpeg", photo.Data)
		}
		people = append(people, p)
		return nil
	})
	if err != nil {
		return n, err
	}
	f, err := os.Create(out)
	if err != nil {
		return n, err
	}
	if err := page.Execute(f, people); err != nil {
		return n, err
	}
	return n, f.Close()
}

func embedded(mime string, data []byte) template.URL {
	return template.URL("data:" + mime + ";base64," + base64.StdEncoding.EncodeToString(data))
}
