package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"strings"

	"kaffeerunde/backend/book"
)

var (
	errJobRuns  = errors.New("a job of this name is running")
	errPreview  = errors.New("there is no such preview")
	errRecovery = errors.New("nothing of a damaged book is held")
	errFormat   = errors.New("there is no such format")
	errNotOurs  = errors.New("the file was not written by this window")
	errPanic    = errors.New("a bound method panicked")
)

// faults are the errors of the shell itself; those of the book are told by the book.
var faults = []struct {
	err  error
	code string
}{
	{context.Canceled, "cancelled"},
	{errLink, "link"},
	{errJobRuns, "busy"},
	{errPreview, "preview-gone"},
	{errRecovery, "recovery-gone"},
	{errNotOurs, "not-written"},
}

// failure turns an error into what the page shows: "error.<Code>" of the catalogue.
func failure(err error) FailureView {
	for _, f := range faults {
		if errors.Is(err, f.err) {
			return FailureView{Code: f.code, Args: []Argument{}}
		}
	}
	fault := book.Explain(err)
	return FailureView{Code: fault.Code, Args: arguments(fault.Args)}
}

// problemView is the failure as a part of another view.
func problemView(err error) *Problem {
	f := failure(err)
	return &Problem{Code: f.Code, Args: f.Args}
}

// formatError is what a rejected call carries to the page. It is a JSON text because the page gets it as the message of an
// Error. What nobody foresaw is logged.
func formatError(err error) any {
	v := failure(err)
	if v.Code == unexpected {
		slog.Error("a call did not succeed", "cause", causeOf(err))
	}
	raw, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprintf(`{"code":%q,"args":[]}`, unexpected)
	}
	return string(raw)
}

// unexpected is the code of everything that has no sentence of its own.
const unexpected = "unexpected"

// causeOf names an error for the log: the types on the way and the message of its root. The messages in between may quote what
// stands on a card, and no name of a person goes into a log.
func causeOf(err error) string {
	var types []string
	root := err
	for e := err; e != nil; e = cause(e) {
		types = append(types, fmt.Sprintf("%T", e))
		root = e
	}
	return strings.Join(types, " > ") + ": " + root.Error()
}

// cause returns what an error wraps, of several the first; nil for a root.
func cause(err error) error {
	several, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return errors.Unwrap(err)
	}
	for _, e := range several.Unwrap() {
		return e
	}
	return nil
}

// rescue turns a panic of a bound method into an error. Without it Wails logs the panic and the page waits for ever.
func rescue(err *error) {
	r := recover()
	if r == nil {
		return
	}
	slog.Error("a bound method panicked", "type", fmt.Sprintf("%T", r), "stack", string(debug.Stack()))
	*err = errPanic
}
