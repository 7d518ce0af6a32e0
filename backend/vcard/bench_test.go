package vcard_test

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	govcard "github.com/emersion/go-vcard"

	"kaffeerunde/backend/vcard"
)

// phoneExport returns a file of cards as phones write them, each with a picture of so many bytes.
func phoneExport(cards, picture int) []byte {
	r := rand.New(rand.NewPCG(1, 2))
	bytesOf := rand.NewChaCha8([32]byte{})
	names := []string{"Jörg", "Käthe", "Łukasz", "Zoé", "Tamsin", "浩然"}
	var b bytes.Buffer
	for i := range cards {
		given, family := names[r.IntN(len(names))], names[r.IntN(len(names))]
		fmt.Fprintf(&b, "BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Apple Inc.//iPhone OS 17.5.1//EN\r\nN:%s;%s;;;\r\nFN:%s %s\r\n", family, given, given, family)
		fmt.Fprintf(&b, "ORG:Bäckerei Grün GmbH;Team %d\r\nEMAIL;type=INTERNET;type=HOME;type=pref:m%d@example.org\r\n", r.IntN(9), i)
		fmt.Fprintf(&b, "TEL;type=CELL;type=VOICE;type=pref:+49 %d\r\nitem1.TEL:+49-%d\r\nitem1.X-ABLabel:_$!<Other>!$_\r\n", r.IntN(1e9), r.IntN(1e9))
		b.WriteString("item2.ADR;type=HOME:;;Lindenstraße 4;Köln;;50667;Deutschland\r\nNOTE:Kennt Anna vom Chor\\, mag Käse\r\nCATEGORIES:Chor,Freunde\r\n")
		if picture > 0 {
			data := make([]byte, picture)
			bytesOf.Read(data)
			digits := base64.StdEncoding.EncodeToString(data)
			b.WriteString("PHOTO;ENCODING=b;TYPE=JPEG:")
			for len(digits) > 74 {
				b.WriteString(digits[:74] + "\r\n ")
				digits = digits[74:]
			}
			b.WriteString(digits + "\r\n")
		}
		fmt.Fprintf(&b, "UID:%016x\r\nEND:VCARD\r\n", r.Uint64())
	}
	return b.Bytes()
}

var benchmarks = []struct {
	name           string
	cards, picture int
}{
	{"plain", 5000, 0},
	{"photos of 30 KB", 100, 30 << 10},
	{"a photo of 1 MB", 1, 1 << 20},
	{"a photo of 3 MB", 1, 3 << 20},
}

// BenchmarkRead reads files without asking the cards for anything.
func BenchmarkRead(b *testing.B) {
	for _, m := range benchmarks {
		content := phoneExport(m.cards, m.picture)
		b.Run(m.name, func(b *testing.B) {
			b.SetBytes(int64(len(content)))
			b.ReportAllocs()
			for b.Loop() {
				eachCard(b, content, func(*vcard.Card) {})
			}
		})
	}
}

// BenchmarkImport reads files and asks the cards for what an import needs.
func BenchmarkImport(b *testing.B) {
	for _, m := range benchmarks {
		content := phoneExport(m.cards, m.picture)
		b.Run(m.name, func(b *testing.B) {
			b.SetBytes(int64(len(content)))
			b.ReportAllocs()
			for b.Loop() {
				eachCard(b, content, func(c *vcard.Card) {
					c.Detach()
					c.DisplayName()
					c.Names()
					c.Phones()
					c.Emails()
					c.Orgs()
					c.Notes()
					c.Categories()
					c.ContentHash()
				})
			}
		})
	}
}

// BenchmarkGoVCard decodes the same files with the library that reads most vCards in Go. Its unfolding is quadratic,
// so large photos are left out.
func BenchmarkGoVCard(b *testing.B) {
	for _, m := range benchmarks[:2] {
		content := phoneExport(m.cards, m.picture)
		b.Run(m.name, func(b *testing.B) {
			b.SetBytes(int64(len(content)))
			b.ReportAllocs()
			for b.Loop() {
				decoder := govcard.NewDecoder(bytes.NewReader(content))
				for {
					if _, err := decoder.Decode(); err == io.EOF {
						break
					} else if err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}

// BenchmarkConvert converts cards between versions.
func BenchmarkConvert(b *testing.B) {
	content := phoneExport(1000, 0)
	for _, to := range []vcard.Version{vcard.V21, vcard.V40} {
		b.Run(strings.ReplaceAll(to.String(), ".", ""), func(b *testing.B) {
			for b.Loop() {
				eachCard(b, content, func(c *vcard.Card) { c.Convert(to) })
			}
		})
	}
}

func eachCard(b *testing.B, content []byte, do func(*vcard.Card)) {
	r := vcard.NewReader(bytes.NewReader(content), vcard.Options{})
	for {
		c, err := r.Read()
		if err == io.EOF {
			return
		}
		if err != nil {
			b.Fatal(err)
		}
		do(c)
	}
}
