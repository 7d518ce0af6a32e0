package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"kaffeerunde/backend/locale"
)

func TestFailure(t *testing.T) {
	t.Run("a cancelled job is told as one, however deep", func(t *testing.T) {
		err := fmt.Errorf("import phone.vcf: %w", context.Canceled)
		if got := failure(err).Code; got != "cancelled" {
			t.Errorf("failure(%v) has the code %q, want %q", err, got, "cancelled")
		}
	})
	t.Run("a rejected call carries JSON that is never null", func(t *testing.T) {
		text, ok := formatError(errors.New("surprise")).(string)
		if !ok {
			t.Fatalf("formatError gave %T, want a string", formatError(errors.New("surprise")))
		}
		var v FailureView
		if err := json.Unmarshal([]byte(text), &v); err != nil || v.Code != unexpected || v.Args == nil {
			t.Errorf("formatError = %s (%v), want the code %q and a list", text, err, unexpected)
		}
	})
	t.Run("every code of the shell has a sentence", func(t *testing.T) {
		for _, lang := range locale.Languages() {
			for _, f := range faults {
				if !locale.For(lang).Has("error." + f.code) {
					t.Errorf("%s has no sentence error.%s", lang, f.code)
				}
			}
		}
	})
	t.Run("a panic becomes an error", func(t *testing.T) {
		call := func() (err error) {
			defer rescue(&err)
			panic("surprise")
		}
		if err := call(); !errors.Is(err, errPanic) {
			t.Errorf("a panicking call gave %v, want %v", err, errPanic)
		}
	})
	t.Run("the log gets no text from between", func(t *testing.T) {
		err := fmt.Errorf("save Kim Beispiel: %w", errors.New("disk"))
		if got := causeOf(err); strings.Contains(got, "Kim") || !strings.Contains(got, "disk") {
			t.Errorf("causeOf(%q) = %q, want the types and the root's message", err, got)
		}
	})
	t.Run("the log gets no text from between where errors are joined", func(t *testing.T) {
		err := fmt.Errorf("import: %w", errors.Join(fmt.Errorf("save Kim Beispiel: %w", errors.New("disk")), nil))
		if got := causeOf(err); strings.Contains(got, "Kim") || !strings.Contains(got, "disk") {
			t.Errorf("causeOf(%q) = %q, want the types and the root's message", err, got)
		}
	})
	t.Run("an error of the page is logged by its name only", func(t *testing.T) {
		for message, want := range map[string]string{
			"TypeError: Kim is not a function": "TypeError",
			"Kim Beispiel: missing":            "Error",
			"":                                 "Error",
		} {
			if got := errorName(message); got != want {
				t.Errorf("errorName(%q) = %q, want %q", message, got, want)
			}
		}
	})
}
