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
		t.complain(t.missing(missing), t.T(missing.key+".hint", "ref", missing.ref))
	case errors.Is(err, errTold):
	case errors.Is(err, errKept):
		t.complain(t.T("cli.error.kept"), "")
	case ctx.Err() != nil:
		t.complain(t.T("cli.error.stopped"), "")
	case errors.As(err, &ambiguous):
		t.complain(t.T("cli.error.ambiguous", "name", ambiguous.Name, "n", len(ambiguous.Matches)), t.candidates(ambiguous.Matches))
	default:
		t.complainOf(book.Explain(err))
	}
	return exitFailed
}

// missingError says that what a command line names is not there. key is its sentence, ref what the line said, near what may
// have been meant, "" for nothing.
type missingError struct{ key, ref, near string }

func (e *missingError) Error() string { return e.key + ": " + e.ref }

// orMissing puts what the command line said in place of the book's ErrNotFound, which does not know it.
func orMissing(err error, key, ref string) error {
	if errors.Is(err, contact.ErrNotFound) {
		return &missingError{key: key, ref: ref}
	}
	return err
}

// orNobody is orMissing for a person.
func orNobody(err error, ref string) error {
	if strings.Trim(ref, "0123456789") == "" {
		return orMissing(err, "cli.error.no-id", ref)
	}
	return orMissing(err, "cli.error.nobody", ref)
}

// missing is the sentence about what is not there.
func (t *terminal) missing(m *missingError) string {
	if m.near != "" {
		return t.T(m.key+".near", "ref", m.ref, "near", m.near)
	}
	return t.T(m.key, "ref", m.ref)
}

// complainOf tells a fault of the book in its sentence and its hint. Where the hint speaks of what is to be seen in the window
// the terminal has one of its own.
func (t *terminal) complainOf(f contact.Fault) {
	t.complain(t.fault("error."+f.Code, f.Args), t.hintOf(f))
}

// hintOf is what to do about a fault of the book, "" where there is nothing to say.
func (t *terminal) hintOf(f contact.Fault) string {
	for _, hint := range []string{"cli.error." + f.Code + ".hint", "error." + f.Code + ".hint"} {
		if t.Has(hint) {
			return t.fault(hint, f.Args)
		}
	}
	return ""
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
