package cli

import (
	"strings"
	"testing"

	"kaffeerunde/backend/book"
)

func TestProgress(t *testing.T) {
	t.Run("a terminal sees how far it is, and nothing of it at the end", func(t *testing.T) {
		var c captured
		term := c.terminal("de")
		term.errWidth = 80
		bar := term.newProgress()
		bar.tick(book.Progress{File: "/home/x/\x1b[31mkontakte.vcf", Bytes: 50, TotalBytes: 100, Cards: 12400})
		drawn := c.err.String()
		if want := strings.Repeat("█", 12) + strings.Repeat("░", 12) + "  12.400 Karten  kontakte.vcf"; !strings.HasSuffix(drawn, want) {
			t.Errorf("drawn %q, want it to end with %q", drawn, want)
		}
		bar.clear()
		if got := strings.TrimPrefix(c.err.String(), drawn); got != "\r\x1b[K" {
			t.Errorf("cleared with %q, want the line to be erased", got)
		}
	})

	t.Run("more bytes than were announced do not overflow the bar", func(t *testing.T) {
		var c captured
		term := c.terminal("en")
		term.errWidth = 80
		term.newProgress().tick(book.Progress{Bytes: 300, TotalBytes: 100})
		if got := strings.Count(c.err.String(), "█"); got != 24 {
			t.Errorf("the bar has %d cells, want 24", got)
		}
	})

	t.Run("a pipe sees nothing", func(t *testing.T) {
		var c captured
		bar := c.terminal("en").newProgress()
		bar.tick(book.Progress{Bytes: 1, TotalBytes: 2})
		bar.clear()
		if got := c.err.String(); got != "" {
			t.Errorf("drawn %q, want nothing", got)
		}
	})
}
