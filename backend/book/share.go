package book

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"sync"

	"kaffeerunde/backend/contact"
)

// errFault is a fault of the program that a card brought to light. Nobody but the goroutine itself can catch it, and it must
// not take the window down.
var errFault = errors.New("the program has a fault")

// caught makes a panic of the function that defers it an error. The value of the panic may quote a card, so only its type is told.
func caught(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("%w (%T)", errFault, r)
	}
}

// caughtIn is caught for work on the card of somebody, whom the error names by ID.
func caughtIn(id contact.ID, err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("card of person %d: %w (%T)", id, errFault, r)
	}
}

// share runs f on all cores, each with its part of the numbers below n. A panic of f is an error.
func share(ctx context.Context, n int, f func(part iter.Seq[int]) error) error {
	workers := min(runtime.GOMAXPROCS(0), n)
	errs := make([]error, workers)
	var all sync.WaitGroup
	for k := range workers {
		all.Go(func() {
			defer caught(&errs[k])
			errs[k] = f(func(yield func(int) bool) {
				for i := k; i < n && ctx.Err() == nil && yield(i); i += workers {
				}
			})
		})
	}
	all.Wait()
	return errors.Join(append(errs, ctx.Err())...)
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
