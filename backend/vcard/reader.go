package vcard

import (
	"bytes"
	"errors"
	"io"
	"math"
	"slices"
)

// DefaultMaxCard is the largest card in bytes that a Reader takes in unless Options say otherwise. It is more than
// any phone writes, photos included, and little enough to hold in memory.
const DefaultMaxCard = 32 << 20

// headlessLimit is the largest card in bytes that is recovered without its BEGIN.
const headlessLimit = 4 << 20

// unreadableLimit is how many pieces a Reader quotes. It counts those beyond, so that a film is not copied into the
// report.
const unreadableLimit = 1000

// ErrNoCard is what Parse returns for bytes without a card.
var ErrNoCard = errors.New("no card")

// Options say how to read.
type Options struct {
	// Charset is the encoding of text that is not UTF-8 and has no label, as an IANA name. "" lets the reader guess:
	// a CHARSET that the file uses elsewhere, else windows-1252.
	Charset string
	// MaxCard is the largest card in bytes; larger ones are skipped and listed as unreadable. 0 means DefaultMaxCard.
	MaxCard int
}

// Reader reads the cards of a file one after another. It holds one card in memory, whatever the size of the file, and
// never stops at a bad card or line.
type Reader struct {
	source
	options    Options
	stored     bool   // what is read comes from a store: detached pictures are references
	lines      []Line // scratch
	number     int    // physical lines before mark
	cards      int
	counts     Counts
	unreadable []Unreadable
	format     formatGuess
	refused    int64 // up to this offset lines outside of cards are known not to make a card
}

// NewReader returns a Reader of in, which may hold UTF-8 with or without a byte-order mark, UTF-16, or 8-bit text.
func NewReader(in io.Reader, o Options) *Reader {
	if o.MaxCard <= 0 {
		o.MaxCard = DefaultMaxCard
	}
	o.MaxCard = min(o.MaxCard, math.MaxInt32)
	r := &Reader{options: o}
	r.in, r.format.encoding = transcode(in)
	r.buf = make([]byte, 0, firstBuffer)
	return r
}

// Parse reads one stored card again. With the Charset that the card had it gives the same card; lines are numbered
// from 1. The error is ErrNoCard when raw holds none.
func Parse(raw []byte, o Options) (*Card, error) {
	r := &Reader{options: o, stored: true}
	r.options.MaxCard = math.MaxInt32
	r.buf, r.ended = raw, true
	card, err := r.Read()
	if err != nil {
		return nil, ErrNoCard
	}
	return card, nil
}

// Read returns the next card, which is the caller's. The error is io.EOF after the last one; any other comes from the
// underlying reader.
func (r *Reader) Read() (*Card, error) {
	for {
		// Outside of cards little needs to be held, so that a file of one endless line costs no memory.
		r.limit = firstBuffer
		end, next, more := r.line(0)
		if !more {
			if r.full() {
				r.skipLongLine()
				continue
			}
			if r.err != nil {
				return nil, r.err
			}
			return nil, io.EOF
		}
		text := r.at(0, end)
		if bytes.HasPrefix(text, utf8Mark) {
			r.advance(len(utf8Mark))
			continue
		}
		if begun := isBoundary(text[indentOf(text):], begin); begun || r.mayBegin(text) {
			r.limit = max(r.limit, min(headlessLimit, r.options.MaxCard))
			if begun || r.stored {
				r.limit = r.options.MaxCard
			}
			card := r.readCard()
			if card != nil {
				return card, nil
			}
			if r.err != nil {
				return nil, r.err
			}
			continue
		}
		if !isBlank(text) {
			r.format.seeHeader(text)
			r.refuse(text, OutsideCard)
		}
		r.advance(next)
		r.number++
	}
}

// Counts returns what became of the content lines read so far.
func (r *Reader) Counts() Counts { return r.counts }

// Unreadable returns what no card could take in so far, in the order of the file and at most 1000 pieces.
func (r *Reader) Unreadable() []Unreadable {
	slices.SortStableFunc(r.unreadable, func(a, b Unreadable) int { return a.Line - b.Line })
	return r.unreadable
}

// Offset returns how far into the file the Reader is, in bytes. For UTF-16 it counts the bytes of the text in UTF-8.
func (r *Reader) Offset() int64 { return r.offset }

// refuse counts and quotes the line at the mark.
func (r *Reader) refuse(text []byte, why Reason) {
	r.counts.Total++
	r.counts.Unreadable++
	card := 0
	if why == CardTooLarge {
		card = r.cards
	}
	r.quote(Unreadable{Card: card, Line: r.number + 1, Reason: why}, text)
}

func (r *Reader) quote(u Unreadable, text []byte) {
	if len(r.unreadable) < unreadableLimit {
		u.Text = quote(text, pieceLimit)
		r.unreadable = append(r.unreadable, u)
	}
}

// skipLongLine quotes a line that is too long to hold and goes on after it.
func (r *Reader) skipLongLine() {
	r.refuse(r.at(0, pieceLimit*4), OutsideCard)
	for r.full() {
		r.advance(len(r.buf) - r.mark)
		_, next, more := r.line(0)
		if more {
			r.advance(next)
			break
		}
	}
	r.number++
}

// skipCard leaves out a card that is too large to hold.
func (r *Reader) skipCard() {
	r.cards++
	r.refuse(r.at(0, min(len(r.buf)-r.mark, pieceLimit*4)), CardTooLarge)
	r.limit = firstBuffer
	for first := true; ; first = false {
		stop, next, more := r.line(0)
		switch {
		case more:
			text := r.at(0, stop)
			if !first && isBoundary(text, begin) {
				return
			}
			done := isBoundary(text, end)
			r.advance(next)
			r.number++
			if done {
				return
			}
		case len(r.buf) > r.mark:
			r.advance(len(r.buf) - r.mark)
		case r.ended:
			return
		}
	}
}

// mayBegin reports whether a line outside of cards looks like the start of one that lost its BEGIN: it is a property
// that is known or private. In a store every property does.
func (r *Reader) mayBegin(text []byte) bool {
	if r.offset < r.refused {
		return false
	}
	h, ok := scanHead(text)
	if r.stored {
		return ok && h.prop != end
	}
	return ok && h.prop != begin && h.prop != end && (h.prop != other || hasPrefixFold(text[h.name:], "X-"))
}
