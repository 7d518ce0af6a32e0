package cli

import (
	"context"
	"strconv"

	"kaffeerunde/backend/book"
)

// undoVerb takes an operation back.
type undoVerb struct {
	Operation number `arg:"" optional:"" name:"operation"`
}

// redoVerb does again what was undone last.
type redoVerb struct{}

// Run undoes the operation with all that stands on it, and says what that was.
func (v *undoVerb) Run(ctx context.Context, s *session) error {
	b, err := s.bookThere(ctx)
	if err != nil {
		return err
	}
	undone, err := b.Undo(ctx, int64(v.Operation))
	if err != nil {
		return orMissing(err, "cli.error.no-operation", strconv.FormatInt(int64(v.Operation), 10))
	}
	s.operations("cli.undo.done", undone)
	return nil
}

// Run does the newest undo's operations again, and says what they were.
func (v *redoVerb) Run(ctx context.Context, s *session) error {
	b, err := s.bookThere(ctx)
	if err != nil {
		return err
	}
	redone, err := b.Redo(ctx)
	if err != nil {
		return err
	}
	s.operations("cli.redo.done", redone)
	return nil
}

func (t *terminal) operations(key string, operations []book.Operation) {
	for _, o := range operations {
		t.say(key, "what", t.operation(o.Kind, o.Name, o.Count))
	}
}
