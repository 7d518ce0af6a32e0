package table

import (
	"bytes"
	"errors"
	"io"
	"strings"
)

// delimiters are what stands between the cells of a text, the likeliest first.
var delimiters = []rune{',', ';', '\t', '|'}

// sniff finds the delimiter of a text by its beginning: the one that gives the most rows of one width. It is 0 when no
// delimiter gives a second column.
func sniff(head []byte, whole bool) rune {
	if named := namedDelimiter(head); named != 0 {
		return named
	}
	if i := bytes.LastIndexByte(head, '\n'); i > 0 && !whole {
		head = head[:i+1]
	}
	best, most := rune(0), 0
	for _, comma := range delimiters {
		if score := evenness(head, comma); score > most {
			best, most = comma, score
		}
	}
	return best
}

// namedDelimiter reads the line "sep=;" with which Excel is told the delimiter.
func namedDelimiter(head []byte) rune {
	line, _, _ := bytes.Cut(head, []byte("\n"))
	line = bytes.TrimSpace(bytes.Trim(bytes.TrimRight(line, "\r"), `"`))
	if len(line) == 5 && strings.EqualFold(string(line[:4]), "sep=") {
		return rune(line[4])
	}
	return 0
}

// evenness says how well a delimiter splits the rows: how many cells stand in rows that are as wide as most are.
func evenness(head []byte, comma rune) int {
	widths := map[int]int{}
	r := newCSVRows(bytes.NewReader(head), comma)
	for range headRows {
		next, err := r.next()
		if errors.Is(err, io.EOF) || err != nil {
			break
		}
		widths[len(next.cells)]++
	}
	score := 0
	for width, count := range widths {
		if width > 1 {
			score = max(score, width*count)
		}
	}
	return score
}
