package sheet

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
)

// render draws a page of a PDF as a picture with so many dots an inch.
func render(t testing.TB, sheet []byte, number, dots int) image.Image {
	t.Helper()
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		t.Skip("pdftoppm is not here: install poppler-utils")
	}
	file := filepath.Join(t.TempDir(), "sheet.pdf")
	if err := os.WriteFile(file, sheet, 0o600); err != nil {
		t.Fatal(err)
	}
	page := fmt.Sprint(number)
	raw, err := exec.Command("pdftoppm", "-png", "-f", page, "-l", page, "-r", fmt.Sprint(dots), file).Output()
	if err != nil {
		t.Fatalf("pdftoppm: %v", err)
	}
	picture, err := png.Decode(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	return picture
}

// cut is the part of a rendered page in an area given in points.
func cut(picture image.Image, area rect, dots int) image.Image {
	scale := float64(dots) / 72
	bounds := image.Rect(int(area.x*scale), int(area.y*scale), int((area.x+area.w)*scale), int((area.y+area.h)*scale))
	return picture.(interface {
		SubImage(image.Rectangle) image.Image
	}).SubImage(bounds)
}

func decode(picture image.Image) (string, error) {
	bitmap, err := gozxing.NewBinaryBitmapFromImage(picture)
	if err != nil {
		return "", err
	}
	result, err := qrcode.NewQRCodeReader().Decode(bitmap, map[gozxing.DecodeHintType]any{
		gozxing.DecodeHintType_CHARACTER_SET: "UTF-8", gozxing.DecodeHintType_TRY_HARDER: true,
	})
	if err != nil {
		return "", err
	}
	return result.GetText(), nil
}

func TestCode(t *testing.T) {
	const dots = 200 // what a poor printer and a phone make of it
	for _, paper := range []Paper{A4, Letter} {
		t.Run(fmt.Sprintf("a reader finds the person in the QR of each card on %s", paper), func(t *testing.T) {
			people, o := guests(t), options(t, Cards)
			o.Paper, o.Introduction = paper, ""
			sheet, _ := write(t, people, o)
			pages, _, err := compose(people, o, bundled(t))
			if err != nil {
				t.Fatal(err)
			}
			found := 0
			for i, p := range pages {
				picture := render(t, sheet, i+1, dots)
				for _, b := range p.boxes {
					code, ok := b.(codeBox)
					if !ok {
						continue
					}
					text, err := decode(cut(picture, code.rect, dots))
					if err != nil {
						t.Errorf("page %d, code %d with %d squares: %v", i+1, found, code.code.Size, err)
					}
					if want := "FN:" + people[found].Name; !strings.Contains(text, want) {
						t.Errorf("code %d says %q, want %q in it", found, text, want)
					}
					found++
				}
			}
			if found != len(people) {
				t.Errorf("%d of %d people have a code", found, len(people))
			}
		})
	}
	t.Run("no square is smaller than 0.4 mm", func(t *testing.T) {
		long := "BEGIN:VCARD\nVERSION:3.0\nN:Eze;Anna\nFN:Anna Eze\n" + strings.Repeat("TEL:+49 40 5550123\n", 40) + "END:VCARD"
		for _, side := range []float64{60, cardCode} {
			code := codeFor(long, side)
			if got := side / float64(code.Size+2*quiet) / 72 * 25.4; got < 0.4 {
				t.Errorf("at %.0f points a square is %.3f mm", side, got)
			}
		}
	})
	t.Run("a card that is too long loses its last lines, never its name", func(t *testing.T) {
		card := "BEGIN:VCARD\nVERSION:3.0\nN:Eze;Anna\nFN:Anna Eze\nTEL:1\nNOTE:" + strings.Repeat("x", 2000) + "\nADR:2\nEND:VCARD"
		code := codeFor(card, cardCode)
		if code == nil {
			t.Fatal("it has no code")
		}
		code.Scale = 4
		got, err := decode(code.Image())
		if err != nil {
			t.Fatal(err)
		}
		if want := "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Eze;Anna\r\nFN:Anna Eze\r\nTEL:1\r\nEND:VCARD\r\n"; got != want {
			t.Errorf("what is left is %q, want %q", got, want)
		}
	})
	t.Run("no vCard and one with an endless name have no code", func(t *testing.T) {
		for _, card := range []string{"", "BEGIN:VCARD\nFN:" + strings.Repeat("Anna", 200) + "\nEND:VCARD"} {
			if codeFor(card, cardCode) != nil {
				t.Errorf("codeFor(%.30q) is a code", card)
			}
		}
	})
}
