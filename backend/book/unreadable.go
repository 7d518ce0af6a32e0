package book

import (
	"bufio"
	"fmt"
	"io"

	"kaffeerunde/backend/locale"
)

// SaveUnreadable writes what could not be read into a file of its own, each piece as it stands below a line that says where.
// Language, "de" or "en", is that of these lines; else English. The error is as with ExportFile.
func (b *Book) SaveUnreadable(path string, pieces []Finding, language string) error {
	return b.replaceFile(path, func(w io.Writer) error { return writeUnreadable(w, pieces, locale.For(language)) })
}

func writeUnreadable(w io.Writer, pieces []Finding, words *locale.Locale) error {
	out := bufio.NewWriter(w)
	for i, p := range pieces {
		if i > 0 {
			fmt.Fprintln(out)
		}
		key := "unreadable.line"
		if p.Card > 0 {
			key = "unreadable.card"
		}
		// The number of a card or a line is a name, and is not grouped.
		place := words.T(key, "file", p.File, "card", fmt.Sprint(p.Card), "line", fmt.Sprint(p.Line))
		fmt.Fprintf(out, "# %s\n%s\n", place, p.Text)
	}
	return out.Flush()
}

// Unreadable returns what no card of the files could take in, in their order: at most a thousand pieces a file.
func (p *Preview) Unreadable() []Finding {
	list := make([]Finding, len(p.pieces))
	for i, piece := range p.pieces {
		list[i] = Finding{
			File: p.files[piece.file].Name, Card: piece.Card, Line: piece.Line, Reason: string(piece.Reason), Text: piece.Text,
		}
	}
	return list
}
