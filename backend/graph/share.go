package graph

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// portion is how many people one core takes at a time: enough that handing out costs nothing.
const portion = 256

// share calls do for the numbers from 0 to n-1, in ranges that the cores take by turns. What do writes for one number must
// depend on no other, so that it is the same whoever takes it.
func share(n int, do func(low, high int)) {
	cores := min(runtime.GOMAXPROCS(0), (n+portion-1)/portion)
	if cores < 2 {
		do(0, n)
		return
	}
	var next atomic.Int64
	var all sync.WaitGroup
	for range cores {
		all.Go(func() {
			for {
				low := int(next.Add(portion)) - portion
				if low >= n {
					return
				}
				do(low, min(low+portion, n))
			}
		})
	}
	all.Wait()
}
