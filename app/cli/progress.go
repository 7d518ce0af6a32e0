package cli

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/mattn/go-runewidth"

	"kaffeerunde/backend/book"
)

// progress draws how far a long job is on one line of a terminal, and nothing where there is none.
type progress struct {
	*terminal
	drawn bool
}

func (t *terminal) newProgress() *progress { return &progress{terminal: t} }

// tick draws the line anew.
func (p *progress) tick(at book.Progress) {
	if p.errWidth == 0 {
		return
	}
	const cells = 24
	bar := ""
	done, total := at.Bytes, at.TotalBytes
	if total == 0 {
		done, total = int64(at.Cards), int64(at.TotalCards)
	}
	if total > 0 {
		full := int(min(cells*done/total, cells))
		bar = strings.Repeat("█", full) + strings.Repeat("░", cells-full) + "  "
	}
	line := bar + p.T("cli.progress", "n", at.Cards)
	if at.File != "" {
		line += "  " + plain(filepath.Base(at.File))
	}
	fmt.Fprintf(p.err, "\r\x1b[K%s", runewidth.Truncate(line, p.errWidth-1, "…"))
	p.drawn = true
}

// clear takes the line away, so that what is said next stands alone.
func (p *progress) clear() {
	if p.drawn {
		fmt.Fprint(p.err, "\r\x1b[K")
		p.drawn = false
	}
}
