package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/alecthomas/kong"
)

// exit says what went wrong, if anything did, and returns the exit code.
func (t *terminal) exit(ctx context.Context, err error) int {
	if err == nil {
		return exitDone
	}
	var usage *usageError
	if errors.As(err, &usage) {
		t.complain(t.T(usage.key, usage.args...), usageHint(t, usage.verb))
		return exitUsage
	}
	return exitFailed
}

// complain prints one sentence and, below it, what to do about it.
func (t *terminal) complain(sentence, hint string) {
	fmt.Fprintf(t.err, "%s: %s\n", programName, sentence)
	if hint != "" {
		fmt.Fprintf(t.err, "%s\n", hint)
	}
}

// usageHint is how the verb is called, or where to read about all of them.
func usageHint(t *terminal, verb *kong.Node) string {
	if verb.Parent == nil {
		return t.T("cli.error.hint")
	}
	return usageOf(t, verb)
}
