package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/alecthomas/kong"

	"kaffeerunde/backend/book"
	"kaffeerunde/backend/contact"
)

// exit says what went wrong, if anything did, and returns the exit code.
func (t *terminal) exit(ctx context.Context, err error) int {
	var usage *usageError
	var missing *missingError
	var ambiguous *contact.AmbiguousError
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &usage):
		t.complain(t.T(usage.key, usage.args...), usageHint(t, usage.verb))
		return exitUsage
	case errors.As(err, &missing):
		t.complain(t.T(missing.key, "ref", missing.ref), t.T(missing.key+".hint", "ref", missing.ref))
	case errors.Is(err, errTold):
	case ctx.Err() != nil:
		t.complain(t.T("cli.error.stopped"), "")
	case errors.As(err, &ambiguous):
		t.complain(t.T("cli.error.ambiguous", "name", ambiguous.Name, "n", len(ambiguous.Matches)), t.candidates(ambiguous.Matches))
	default:
		t.complainOf(book.Explain(err))
	}
	return exitFailed
}

// missingError says that what a command line names is not in the book. key is its sentence, ref what the line said.
type missingError struct{ key, ref string }

func (e *missingError) Error() string { return e.key + ": " + e.ref }

// orMissing puts what the command line said in place of the book's ErrNotFound, which does not know it.
func orMissing(err error, key, ref string) error {
	if errors.Is(err, contact.ErrNotFound) {
		return &missingError{key: key, ref: ref}
	}
	return err
}

// complainOf tells a fault of the book in its sentence and its hint.
func (t *terminal) complainOf(f contact.Fault) {
	hint := "error." + f.Code + ".hint"
	if !t.Has(hint) {
		t.complain(t.fault("error."+f.Code, f.Args), "")
		return
	}
	t.complain(t.fault("error."+f.Code, f.Args), t.fault(hint, f.Args))
}

// complain prints one sentence and, below it, what to do about it.
func (t *terminal) complain(sentence, hint string) {
	t.aside(programName + ": " + sentence)
	if hint != "" {
		t.aside(hint)
	}
}

// mostCandidates is how many people are offered where a name fits several.
const mostCandidates = 10

// candidates are the people a name fits, each with the id that says which one is meant.
func (t *terminal) candidates(people []contact.Summary) string {
	lines := []string{t.T("cli.error.ambiguous.hint")}
	for _, p := range people[:min(mostCandidates, len(people))] {
		lines = append(lines, fmt.Sprintf("  %7d  %s", p.ID, plain(joined(", ", t.called(p.Name), p.Organisation))))
	}
	if more := len(people) - mostCandidates; more > 0 {
		lines = append(lines, "  "+t.T("cli.error.ambiguous.more", "n", more))
	}
	return strings.Join(lines, "\n")
}

// usageHint is how the verb is called, or where to read about all of them.
func usageHint(t *terminal, verb *kong.Node) string {
	if verb.Parent == nil {
		return t.T("cli.error.hint")
	}
	return usageOf(t, verb)
}
