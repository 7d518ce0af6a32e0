package app

import (
	"context"
	"strconv"
	"sync"

	"kaffeerunde/backend/book"
)

// previews are the imports that the page is looking at. A preview belongs to one goroutine at a time, and calls run in
// parallel, so each has a lock.
type previews struct {
	mu   sync.Mutex
	next int
	open map[string]*openPreview
}

type openPreview struct {
	mu      sync.Mutex
	preview *book.Preview // nil once it was used up
}

func newPreviews() *previews { return &previews{open: map[string]*openPreview{}} }

// keep returns the name under which the page can ask for the preview. Where the context has ended, since the book that the preview is of
// was closed, the error says so.
func (p *previews) keep(ctx context.Context, preview *book.Preview) (string, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return "", err
	}
	p.next++
	id := strconv.Itoa(p.next)
	p.open[id] = &openPreview{preview: preview}
	return id, nil
}

// with calls do with the preview, alone. It is errPreview when there is none of that name.
func (p *previews) with(id string, do func(*book.Preview) error) error {
	return p.hold(id, func(o *openPreview) error { return do(o.preview) })
}

func (p *previews) hold(id string, do func(*openPreview) error) error {
	p.mu.Lock()
	o, ok := p.open[id]
	p.mu.Unlock()
	if !ok {
		return errPreview
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.preview == nil {
		return errPreview
	}
	return do(o)
}

// use is with for what may be done with a preview only once: it is gone when do has no error, for those too who wait for it.
func (p *previews) use(id string, do func(*book.Preview) error) error {
	return p.hold(id, func(o *openPreview) error {
		if err := do(o.preview); err != nil {
			return err
		}
		o.preview = nil
		p.drop(id)
		return nil
	})
}

// drop forgets a preview. One that is gone already is no fault.
func (p *previews) drop(id string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.open, id)
}

// dropAll forgets all previews.
func (p *previews) dropAll() {
	p.mu.Lock()
	defer p.mu.Unlock()
	clear(p.open)
}
