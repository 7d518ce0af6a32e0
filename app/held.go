package app

import (
	"context"
	"errors"
	"io"
	"sync"
)

// held is the one thing of its kind that the page looks at and that has to be closed; the zero value of T is none.
type held[T interface {
	comparable
	io.Closer
}] struct {
	mu    sync.Mutex
	value T
}

// keep holds the thing and closes the one before. Where the context has ended, since the book that the thing is of was closed, the thing is
// closed instead, and the error says so.
func (h *held[T]) keep(ctx context.Context, value T) error {
	h.mu.Lock()
	if err := ctx.Err(); err != nil {
		h.mu.Unlock()
		return errors.Join(err, value.Close())
	}
	before := h.value
	h.value = value
	h.mu.Unlock()
	return closed(before)
}

// take returns the thing, which is the caller's to close from then on.
func (h *held[T]) take() T {
	h.mu.Lock()
	defer h.mu.Unlock()
	var none T
	value := h.value
	h.value = none
	return value
}

// look returns the thing, which stays held.
func (h *held[T]) look() T {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.value
}

// drop closes the thing. That there is none is no fault.
func (h *held[T]) drop() error { return closed(h.take()) }

func closed[T interface {
	comparable
	io.Closer
}](value T) error {
	var none T
	if value == none {
		return nil
	}
	return value.Close()
}
