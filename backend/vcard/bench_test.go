package vcard_test

import (
	"bytes"
	"io"
	"os"
	"testing"

	govcard "github.com/emersion/go-vcard"

	"kaffeerunde/backend/vcard"
)

func BenchmarkTmp(b *testing.B) {
	for _, name := range []string{"2.1", "3.0", "4.0", "mix", "photos"} {
		content, _ := os.ReadFile("/tmp/vc/" + name + ".vcf")
		b.Run(name+"/ours", func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(content)))
			for b.Loop() {
				r := vcard.NewReader(bytes.NewReader(content), vcard.Options{})
				for {
					if _, err := r.Read(); err == io.EOF {
						break
					}
				}
			}
		})
		b.Run(name+"/access", func(b *testing.B) {
			for b.Loop() {
				r := vcard.NewReader(bytes.NewReader(content), vcard.Options{})
				for {
					c, err := r.Read()
					if err == io.EOF {
						break
					}
					c.FN()
					c.Names()
					c.Phones()
					c.Emails()
					c.Orgs()
					c.Notes()
					c.Categories()
				}
			}
		})
		b.Run(name+"/go-vcard", func(b *testing.B) {
			b.SetBytes(int64(len(content)))
			for b.Loop() {
				d := govcard.NewDecoder(bytes.NewReader(content))
				for {
					if _, err := d.Decode(); err == io.EOF {
						break
					}
				}
			}
		})
	}
}
