package book

// Progress says how far a long job is, in absolute figures. What is read is measured in bytes, what is written in cards; the total of
// the other is 0.
type Progress struct {
	File       string
	Bytes      int64
	TotalBytes int64
	Cards      int
	TotalCards int
}

// Tick receives progress, a few times a second, from one goroutine at a time. A nil Tick is never called.
type Tick func(Progress)

// ticker calls a Tick about a hundred times in the course of a job, whatever its size.
type ticker struct {
	tick  Tick
	total int64
	done  int64 // bytes of the files before
	cards int   // of the files before
	told  int64
}

const ticks = 100

func newTicker(tick Tick, sources []source) *ticker {
	t := &ticker{tick: tick}
	for i := range sources {
		t.total += sources[i].size
	}
	return t
}

// at tells that a file is read up to a byte.
func (t *ticker) at(file string, bytes int64, cards int) {
	bytes = min(t.done+bytes, t.total)
	if t.tick == nil || bytes-t.told < t.total/ticks {
		return
	}
	t.told = bytes
	t.tick(Progress{File: file, Bytes: bytes, TotalBytes: t.total, Cards: t.cards + cards})
}

// next tells that a file of so many bytes is done.
func (t *ticker) next(bytes int64, cards int) {
	t.done += bytes
	t.cards += cards
}
