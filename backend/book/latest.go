package book

import (
	"context"
	"sync"

	"kaffeerunde/backend/store"
)

// latest keeps in memory what was made of the book last: who asks next mostly asks about the same revision. Its zero value holds
// nothing yet, and it may be asked from several sides at once: what takes long is made once.
type latest[T any] struct {
	mutex    sync.Mutex
	revision int64
	made     *T
}

// at returns what build makes of the book as it is in the transaction. It is everybody's who asks, and must not be changed.
func (l *latest[T]) at(ctx context.Context, tx *store.Tx, build func(revision int64) (T, error)) (made T, err error) {
	revision, err := tx.Revision(ctx)
	if err != nil {
		return made, err
	}
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if l.made != nil && l.revision == revision {
		return *l.made, nil
	}
	if made, err = build(revision); err == nil {
		l.made, l.revision = &made, revision
	}
	return made, err
}

// follow takes what was made of the revision before along to one that changed nothing of it, as again gives it back.
func (l *latest[T]) follow(revision int64, again func(T) T) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if l.made != nil && l.revision == revision-1 {
		made := again(*l.made)
		l.made, l.revision = &made, revision
	}
}
