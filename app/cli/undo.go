package cli

import (
	"context"
	"slices"
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
	if err := s.mayTakeAlong(ctx, b, int64(v.Operation)); err != nil {
		return err
	}
	undone, err := b.Undo(ctx, int64(v.Operation))
	if err != nil {
		return orMissing(err, "cli.error.no-operation", strconv.FormatInt(int64(v.Operation), 10))
	}
	s.operations("cli.undo.done", undone)
	return nil
}

// mayTakeAlong names the later operations that an undo takes along and asks before it does. Only somebody at a terminal is asked:
// a script gets what it asked for, and is told after. The error is errTold for a no.
func (s *session) mayTakeAlong(ctx context.Context, b *book.Book, operation int64) error {
	if !s.asks || operation == 0 {
		return nil
	}
	all, err := b.AllOperations(ctx)
	if err != nil {
		return err
	}
	at := slices.IndexFunc(all, func(o book.Operation) bool { return o.ID == operation })
	if at < 0 || len(all[at].StandsOn) == 0 {
		return nil
	}
	for _, o := range all {
		if slices.Contains(all[at].StandsOn, o.ID) {
			s.note("cli.undo.along", "operation", o.ID, "what", s.operation(o.Kind, o.Name, o.Count))
		}
	}
	answer, err := s.ask(ctx, "cli.undo.ask", "n", len(all[at].StandsOn))
	if err != nil {
		return err
	}
	if s.isYes(answer) {
		return nil
	}
	s.note("cli.undo.kept")
	return errTold
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
