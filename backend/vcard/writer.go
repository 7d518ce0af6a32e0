package vcard

import (
	"fmt"
	"io"
)

// Writer writes cards to a file one after another.
type Writer struct {
	out io.Writer
}

// NewWriter returns a Writer to out. It does not buffer.
func NewWriter(out io.Writer) *Writer { return &Writer{out} }

// Write writes the bytes of a card as they are. A card that lost its BEGIN or END, or the end of its last line, gets
// them back, so that the next one does not run into it. Detached pictures are to be attached before.
func (w *Writer) Write(c *Card) error {
	if _, err := w.out.Write(ended(c.whole(), c.layout().eol)); err != nil {
		return fmt.Errorf("write card: %w", err)
	}
	return nil
}
