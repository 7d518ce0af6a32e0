package book

// Progress says how far a long job is, in absolute figures. TotalBytes is 0 when it is not known.
type Progress struct {
	File       string
	Bytes      int64
	TotalBytes int64
	Cards      int
}

// Tick receives progress, a few times a second, from one goroutine at a time. A nil Tick is never called.
type Tick func(Progress)
