package book

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// takeCarved takes in the cards in the bytes of a book of which nothing is known but what they say, each once.
func (b *Book) takeCarved(ctx context.Context, path string) error {
	var batch bytes.Buffer
	take := func() error {
		if batch.Len() == 0 {
			return nil
		}
		_, err := b.takeInline(ctx, bytes.Clone(batch.Bytes()), foundName, KindSalvage)
		batch.Reset()
		return err
	}
	seen := map[[16]byte]bool{}
	err := carve(path, func(card []byte) error {
		whole := sha256.Sum256(card)
		sum := [16]byte(whole[:])
		if seen[sum] {
			return nil
		}
		seen[sum] = true
		batch.Write(card)
		if batch.Len() < carvedAtOnce {
			return nil
		}
		return take()
	})
	return errors.Join(err, take())
}

const (
	// carvedAtOnce is how many bytes of cards are taken in together.
	carvedAtOnce = 8 << 20
	// longestCarved is far more than a card without its pictures takes; what is longer lies in pieces anyway.
	longestCarved = 1 << 20
)

// The marks between which a card stands in the bytes of a file.
var (
	carveBegin = []byte("BEGIN:VCARD")
	carveEnd   = []byte("END:VCARD")
)

// carve calls f for the cards that stand in one piece in the bytes of a book and of its log. The same card may come more than once,
// and is f's for the call only. However long the file is, little of it is in memory.
func carve(path string, f func(card []byte) error) error {
	for _, ending := range []string{"", "-wal"} {
		in, err := os.Open(path + ending)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err == nil {
			err = errors.Join(carveFrom(in, longestCarved, f), in.Close())
		}
		if err != nil {
			return fmt.Errorf("salvage: %w", err)
		}
	}
	return nil
}

// carveFrom calls f for the cards of up to so many bytes that stand in one piece in what is read.
func carveFrom(in io.Reader, longest int, f func(card []byte) error) error {
	window := make([]byte, 0, 4*longest)
	for end := false; !end; {
		n, err := io.ReadFull(in, window[len(window):cap(window)])
		window = window[:len(window)+n]
		if end = errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF); err != nil && !end {
			return err
		}
		at := 0
		for {
			start := bytes.Index(window[at:], carveBegin)
			if start < 0 {
				// A mark may begin where the window ends.
				at = max(at, len(window)-len(carveBegin)+1)
				break
			}
			at += start
			rest := window[at:]
			if !end && len(rest) < longest {
				break // what follows is still to be read
			}
			if card := carved(rest[:min(len(rest), longest)]); card != nil {
				if err := f(card); err != nil {
					return err
				}
			}
			at += len(carveBegin)
		}
		window = append(window[:0], window[at:]...)
	}
	return nil
}

// carved returns the card that text begins with, nil where it does not end or another begins before.
func carved(text []byte) []byte {
	end := bytes.Index(text, carveEnd)
	if end < 0 || bytes.Contains(text[len(carveBegin):end], carveBegin) || bytes.IndexByte(text[:end], 0) >= 0 {
		return nil
	}
	return append(bytes.Clone(text[:end+len(carveEnd)]), '\r', '\n')
}
