package app

import (
	"errors"
	"testing"
	"time"

	"kaffeerunde/backend/book"
)

func TestPreviews(t *testing.T) {
	t.Run("whoever waits while a preview is used up finds it gone", func(t *testing.T) {
		p := newPreviews()
		id, err := p.keep(t.Context(), &book.Preview{})
		if err != nil {
			t.Fatal(err)
		}
		second := make(chan error, 1)
		err = p.use(id, func(*book.Preview) error {
			go func() { second <- p.use(id, func(*book.Preview) error { return nil }) }()
			time.Sleep(20 * time.Millisecond) // lets the second one wait; were it slower, it would find nothing either
			return nil
		})
		if err != nil {
			t.Fatalf("first use = %v, want none", err)
		}
		if err := <-second; !errors.Is(err, errPreview) {
			t.Errorf("second use = %v, want %v", err, errPreview)
		}
	})
	t.Run("a use that went wrong leaves the preview open", func(t *testing.T) {
		p := newPreviews()
		id, err := p.keep(t.Context(), &book.Preview{})
		if err != nil {
			t.Fatal(err)
		}
		wrong := errors.New("wrong")
		if err := p.use(id, func(*book.Preview) error { return wrong }); !errors.Is(err, wrong) {
			t.Errorf("use = %v, want %v", err, wrong)
		}
		if err := p.with(id, func(*book.Preview) error { return nil }); err != nil {
			t.Errorf("with = %v, want none", err)
		}
	})
}
