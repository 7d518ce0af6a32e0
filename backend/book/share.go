package book

import (
	"context"
	"errors"
	"iter"
	"runtime"
	"sync"
)

// share runs f on all cores, each with its part of the numbers below n.
func share(ctx context.Context, n int, f func(part iter.Seq[int]) error) error {
	workers := min(runtime.GOMAXPROCS(0), n)
	errs := make([]error, workers)
	var all sync.WaitGroup
	for k := range workers {
		all.Go(func() {
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
