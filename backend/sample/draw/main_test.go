package main

import (
	"bytes"
	"image/jpeg"
	"strings"
	"testing"
)

func TestIllustrate(t *testing.T) {
	t.Run("a sitter who is not among the people is noticed", func(t *testing.T) {
		if _, err := illustrate("BEGIN:VCARD\nVERSION:3.0\nFN:Jana Krüger\nEND:VCARD\n"); err == nil {
			t.Error("illustrate with one of twelve sitters gave no error")
		}
	})

	t.Run("a long line is folded between characters", func(t *testing.T) {
		var b bytes.Buffer
		line := "NOTE:" + strings.Repeat("ü", 100)
		writeLine(&b, line, "3.0")
		for folded := range strings.SplitSeq(strings.TrimSuffix(b.String(), "\r\n"), "\r\n") {
			if len(folded) > 75 {
				t.Errorf("%q has %d octets, want at most 75", folded, len(folded))
			}
		}
		if got := strings.ReplaceAll(b.String(), "\r\n ", ""); got != line+"\r\n" {
			t.Errorf("unfolded = %q, want %q", got, line)
		}
	})

	t.Run("each portrait is a small JPEG", func(t *testing.T) {
		for name, sitter := range sitters {
			photo, err := sitter.jpeg()
			if err != nil {
				t.Fatal(err)
			}
			config, err := jpeg.DecodeConfig(bytes.NewReader(photo))
			if err != nil || config.Width != side || config.Height != side || len(photo) > 4096 {
				t.Errorf("%s: %d x %d, %d bytes (%v), want %d x %d, at most 4096 bytes", name, config.Width, config.Height, len(photo), err, side, side)
			}
		}
	})
}
