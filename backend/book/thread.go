package book

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"kaffeerunde/backend/contact"
)

// maxThread is the length of a thread in bytes beyond which it is a text for a note.
const maxThread = 2000

// Leave leaves something open with people: a new thread for ID 0, else a change of that one. State "" is open; Opened "" is
// today, and so is Closed where a thread closes without a day. The error is a *contact.InvalidError for a thread that says
// nothing or too much, or for a state or day that does not exist.
func (b *Book) Leave(ctx context.Context, t contact.Thread) (contact.Thread, Change, error) {
	t.Text, t.State, t.Opened = strings.TrimSpace(t.Text), cmp.Or(t.State, contact.ThreadOpen), cmp.Or(t.Opened, b.today())
	if err := b.checkThread(&t); err != nil {
		return t, Change{}, err
	}
	kind := KindThread
	if t.ID != 0 {
		kind = KindThreadChanged
	}
	change, err := b.operate(ctx, kind, "", func(w *work) (err error) {
		before := contact.Thread{}
		if t.ID != 0 {
			if before, err = w.tx.Thread(ctx, t.ID); err != nil {
				return fmt.Errorf("thread %d: %w", t.ID, asContact(err))
			}
		}
		if t.People, err = w.about(ctx, "thread", t.People, before.People); err != nil {
			return err
		}
		w.name = t.Text
		return w.putThread(ctx, &t, before)
	})
	return t, change, err
}

// Settle says what became of a thread: done, let go, or open again.
func (b *Book) Settle(ctx context.Context, id int64, state contact.ThreadState) (Change, error) {
	kinds := map[contact.ThreadState]Kind{
		contact.ThreadDone: KindThreadDone, contact.ThreadDropped: KindThreadDropped, contact.ThreadOpen: KindThreadReopened,
	}
	if kinds[state] == "" {
		return Change{}, &contact.InvalidError{Field: "thread", Reason: "state"}
	}
	return b.operate(ctx, kinds[state], "", func(w *work) error {
		before, err := w.tx.Thread(ctx, id)
		if err != nil {
			return fmt.Errorf("thread %d: %w", id, asContact(err))
		}
		w.name = before.Text
		if before.State == state {
			return errNothing
		}
		after := before
		after.State, after.Closed = state, ""
		if state != contact.ThreadOpen {
			after.Closed = b.today()
		}
		return w.putThread(ctx, &after, before)
	})
}

// Unthread deletes a thread.
func (b *Book) Unthread(ctx context.Context, id int64) (Change, error) {
	return b.operate(ctx, KindThreadGone, "", func(w *work) error {
		t, err := w.tx.Thread(ctx, id)
		if err != nil {
			return fmt.Errorf("thread %d: %w", id, asContact(err))
		}
		w.name, w.count = t.Text, 1
		return w.tx.DropThread(ctx, id)
	})
}

func (b *Book) checkThread(t *contact.Thread) error {
	switch {
	case t.Text == "":
		return &contact.InvalidError{Field: "thread", Reason: "empty"}
	case len(t.Text) > maxThread:
		return &contact.InvalidError{Field: "thread", Reason: "too-long"}
	case !slices.Contains(contact.ThreadStates(), t.State):
		return &contact.InvalidError{Field: "thread", Reason: "state"}
	}
	if t.State == contact.ThreadOpen {
		t.Closed = ""
	} else {
		t.Closed = cmp.Or(t.Closed, b.today())
		if err := checkDay("thread", t.Closed); err != nil {
			return err
		}
	}
	return checkDay("thread", t.Opened)
}

func (w *work) putThread(ctx context.Context, t *contact.Thread, before contact.Thread) (err error) {
	if t.ID == before.ID && t.Text == before.Text && t.State == before.State && t.Event == before.Event && t.Opened == before.Opened &&
		t.Closed == before.Closed && slices.Equal(t.People, before.People) {
		return errNothing
	}
	w.count = 1
	t.ID, err = w.tx.PutThread(ctx, *t)
	return err
}
