package book

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"runtime"
	"sync"

	"kaffeerunde/backend/match"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// reading is one card of a file with everything that is derived from it, its pictures taken out.
type reading struct {
	card   *vcard.Card
	entry  store.Entry
	known  match.Profile
	uid    string
	hashes []store.Hash
	photos []store.Photo
	lines  vcard.Counts
	err    error
}

const (
	// batchCards and batchBytes bound what is handed from one goroutine to the next at a time.
	batchCards = 64
	batchBytes = 1 << 18
	// batchesAhead is how many batches a core may be ahead of the writer: enough to keep both busy, little enough for
	// memory.
	batchesAhead = 2
)

type batch struct {
	cards []*vcard.Card
	read  []reading
	at    int64 // how far into the file its end is
	err   error
	done  chan struct{}
}

// flow reads a file: one goroutine splits it into cards, as many as there are cores derive from them, and the caller gets
// them in the order of the file.
type flow struct {
	reader cardReader
	names  *namer
	region string
	cards  int // that the reader gave
}

// batches yields the cards of the file. The error, which ends it, is that of the file or of ctx.
func (f *flow) batches(ctx context.Context) iter.Seq2[*batch, error] {
	return func(yield func(*batch, error) bool) {
		ctx, stop := context.WithCancel(ctx)
		workers := runtime.GOMAXPROCS(0)
		jobs, queue := make(chan *batch), make(chan *batch, workers*batchesAhead)
		var all sync.WaitGroup
		defer all.Wait()
		defer stop()
		all.Go(func() { f.split(ctx, jobs, queue) })
		for range workers {
			all.Go(func() { f.derive(jobs) })
		}
		for b := range queue {
			<-b.done
			if !yield(b, b.err) || b.err != nil {
				return
			}
		}
		if err := ctx.Err(); err != nil {
			yield(nil, err)
		}
	}
}

func (f *flow) split(ctx context.Context, jobs, queue chan<- *batch) {
	defer close(queue)
	defer close(jobs)
	for {
		b := f.next()
		if len(b.cards) == 0 && b.err == nil {
			return
		}
		select {
		case queue <- b:
		case <-ctx.Done():
			return
		}
		select {
		case jobs <- b:
		case <-ctx.Done():
			close(b.done)
			return
		}
		if b.err != nil {
			return
		}
	}
}

func (f *flow) next() *batch {
	b := &batch{done: make(chan struct{})}
	for size := 0; len(b.cards) < batchCards && size < batchBytes; {
		card, err := f.read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			b.err = err
			break
		}
		b.cards = append(b.cards, card)
		size += len(card.Raw)
	}
	b.at = f.reader.Offset()
	return b
}

func (f *flow) read() (card *vcard.Card, err error) {
	defer func() {
		if errors.Is(err, errFault) {
			err = fmt.Errorf("read card %d: %w", f.cards+1, err)
		}
	}()
	defer caught(&err)
	card, err = f.reader.Read()
	if err == nil {
		f.cards++
	}
	return card, err
}

func (f *flow) derive(jobs <-chan *batch) {
	index := &indexer{names: f.names, region: f.region}
	for b := range jobs {
		b.read = make([]reading, len(b.cards))
		for i, card := range b.cards {
			b.read[i] = index.reading(card)
		}
		b.cards = nil
		close(b.done)
	}
}

// reading derives all that an import needs to know of a card.
func (x *indexer) reading(card *vcard.Card) (r reading) {
	defer func() {
		if errors.Is(r.err, errFault) {
			r.err = fmt.Errorf("read card %d: %w", card.Number, r.err)
		}
	}()
	defer caught(&r.err)
	r = reading{card: card, lines: card.Counts}
	r.hashes, r.photos, r.err = detach(card)
	r.uid = card.UID()
	r.entry = x.entry(0, card)
	r.known = x.known
	return r
}
