package cli

import (
	"context"
	"iter"
	"strings"

	"kaffeerunde/backend/book"
)

// importAnswer is one file as import tells scripts of it. Repairs are told by their codes. After a dry run a list "read" of
// what the cards say follows, printed as it is read.
type importAnswer struct {
	File       string         `json:"file"`
	Cards      int            `json:"cards"`
	New        int            `json:"new"`
	Same       int            `json:"same"`
	Similar    int            `json:"similar"`
	Unreadable int            `json:"unreadable"`
	Lines      linesAnswer    `json:"lines"`
	Repairs    []repairAnswer `json:"repairs"`
	Operation  int64          `json:"operation"`
}

type linesAnswer struct {
	Total      int `json:"total"`
	Shown      int `json:"shown"`
	Kept       int `json:"kept"`
	Unreadable int `json:"unreadable"`
}

type repairAnswer struct {
	Card   int    `json:"card"`
	Line   int    `json:"line"`
	Reason string `json:"reason"`
	Text   string `json:"text"`
}

// readAnswer is what one card of a file says.
type readAnswer struct {
	FN         []string      `json:"fn"`
	N          [][]string    `json:"n"`
	Tel        []string      `json:"tel"`
	Email      []string      `json:"email"`
	Org        [][]string    `json:"org"`
	Note       []string      `json:"note"`
	Categories []string      `json:"categories"`
	Photo      []photoAnswer `json:"photo"`
}

type photoAnswer struct {
	Bytes int    `json:"bytes"`
	SHA1  string `json:"sha1"`
}

func newImportAnswer(r book.FileReceipt) importAnswer {
	a := importAnswer{
		File:       r.Path,
		Cards:      r.Cards,
		New:        r.New,
		Same:       r.Same,
		Similar:    r.Similar,
		Unreadable: r.Unreadable,
		Lines:      linesAnswer{Total: r.Lines.Total, Shown: r.Lines.Shown, Kept: r.Lines.Kept, Unreadable: r.Lines.Unreadable},
		Repairs:    make([]repairAnswer, 0, len(r.Findings)),
		Operation:  r.Operation,
	}
	for _, f := range r.Findings {
		a.Repairs = append(a.Repairs, repairAnswer{Card: f.Card, Line: f.Line, Reason: f.Reason, Text: f.Text})
	}
	return a
}

func newReadAnswer(c book.CardRead) readAnswer {
	a := readAnswer{
		FN:         orEmpty(c.FN),
		N:          orEmpty(c.N),
		Tel:        orEmpty(c.Tel),
		Email:      orEmpty(c.Email),
		Org:        orEmpty(c.Org),
		Note:       orEmpty(c.Note),
		Categories: orEmpty(c.Categories),
		Photo:      make([]photoAnswer, 0, len(c.Photo)),
	}
	for _, p := range c.Photo {
		a.Photo = append(a.Photo, photoAnswer{Bytes: p.Bytes, SHA1: p.SHA1})
	}
	return a
}

// printImports prints the receipts of a dry run or of an import for scripts.
func printImports(ctx context.Context, t *terminal, receipts []book.FileReceipt, dry bool) error {
	if !dry {
		answers := make([]importAnswer, 0, len(receipts))
		for _, r := range receipts {
			answers = append(answers, newImportAnswer(r))
		}
		return t.json(answers)
	}
	lead := "["
	for _, r := range receipts {
		head, err := encode(newImportAnswer(r), "  ")
		if err != nil {
			return err
		}
		// The object is left open, so that a file of any size can be told card by card.
		t.printf("%s\n  %s,\n    \"read\": ", lead, strings.TrimSuffix(head, "\n  }"))
		if err := jsonList(t, "    ", readAnswers(ctx, r)); err != nil {
			return err
		}
		t.printf("\n  }")
		lead = ","
	}
	t.printf("\n]\n")
	return nil
}

// readAnswers reads the cards of a file again. A file that could not be taken has none.
func readAnswers(ctx context.Context, r book.FileReceipt) iter.Seq2[readAnswer, error] {
	return func(yield func(readAnswer, error) bool) {
		if r.Problem != nil {
			return
		}
		for card, err := range r.ReadCards(ctx) {
			if !yield(newReadAnswer(card), err) {
				return
			}
		}
	}
}
