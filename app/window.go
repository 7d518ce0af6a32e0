package app

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// The smallest window: as narrow as a phone, for an evening on site. There every screen stands in one column.
const (
	minWidth  = 400
	minHeight = 520
)

// window is how the person left the window. It is kept beside the book, not in it: it belongs to the machine and is needed
// before the book is open. Dark is what the page showed last, so that the first frame has its colour.
type window struct {
	Width     int  `json:"width"`
	Height    int  `json:"height"`
	Maximised bool `json:"maximised"`
	Dark      bool `json:"dark"`
}

// readWindow returns the window as it was left, else one of 1280 by 800. A file that cannot be read is no reason not to start.
func readWindow(path string) window {
	w := window{Width: 1280, Height: 800}
	raw, err := os.ReadFile(path)
	if err != nil {
		return w
	}
	var kept window
	if err := json.Unmarshal(raw, &kept); err != nil {
		return w
	}
	if kept.Width < minWidth || kept.Height < minHeight {
		kept.Width, kept.Height = w.Width, w.Height
	}
	return kept
}

// save keeps the window for the next start.
func (w window) save(path string) error {
	raw, err := json.Marshal(w)
	if err != nil {
		return fmt.Errorf("keep the window: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("keep the window: %w", err)
	}
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		return fmt.Errorf("keep the window: %w", err)
	}
	return nil
}
