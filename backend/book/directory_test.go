package book

import (
	"sync"
	"testing"
	"time"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

func TestDirectory(t *testing.T) {
	t.Run("a change and the searches beside it do not wait for each other for ever", func(t *testing.T) {
		const searches = 4 // as many as the store reads for at the same time
		b := newBook(t)
		anna := add(t, b, contact.Draft{Name: "Anna Meier"})
		if err := b.Prepare(t.Context()); err != nil {
			t.Fatal(err)
		}
		var began, all sync.WaitGroup
		began.Add(searches)
		look := make(chan struct{})
		for range searches {
			all.Go(func() {
				err := b.store.Read(t.Context(), func(tx *store.Tx) error {
					began.Done()
					<-look
					_, err := b.directory.at(t.Context(), tx, false)
					return err
				})
				if err != nil {
					t.Error(err)
				}
			})
		}
		began.Wait()
		all.Go(func() { b.refresh(t.Context(), []contact.ID{anna.ID}) })
		time.Sleep(50 * time.Millisecond) // refresh now waits for a search to end
		close(look)
		done := make(chan struct{})
		go func() { all.Wait(); close(done) }()
		select {
		case <-done:
		case <-time.After(5 * time.Second):
			t.Fatal("they wait")
		}
	})
}
