package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"
	"strings"
	"time"
	"unicode"
)

// json prints an answer for scripts.
func (t *terminal) json(answer any) error {
	text, err := encode(answer, "")
	if err != nil {
		return err
	}
	t.printf("%s\n", text)
	return nil
}

// jsonList prints a list for scripts item by item, so that a hundred thousand people need no more memory than one. The
// caller has printed prefix on the line where it begins and ends that line.
func jsonList[T any](t *terminal, prefix string, items iter.Seq2[T, error]) error {
	end := "[]"
	for item, err := range items {
		if err != nil {
			return err
		}
		text, err := encode(item, prefix+"  ")
		if err != nil {
			return err
		}
		lead := ","
		if end == "[]" {
			lead, end = "[", "\n"+prefix+"]"
		}
		t.printf("%s\n%s  %s", lead, prefix, text)
	}
	t.printf("%s", end)
	return nil
}

// encode writes < > & as they are, because no browser reads it, and what would move a terminal's cursor or turn the
// direction of a line as \u escapes: the same text to a script.
func encode(answer any, prefix string) (string, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetIndent(prefix, "  ")
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(answer); err != nil {
		return "", fmt.Errorf("write the answer: %w", err)
	}
	text := strings.TrimSuffix(b.String(), "\n")
	unsafe := func(r rune) bool { return r != '\n' && unicode.IsControl(r) || isDirection(r) }
	if strings.IndexFunc(text, unsafe) < 0 {
		return text, nil
	}
	var safe strings.Builder
	for _, r := range text {
		if unsafe(r) {
			fmt.Fprintf(&safe, `\u%04x`, r)
			continue
		}
		safe.WriteRune(r)
	}
	return safe.String(), nil
}

// orEmpty returns the items in a form that JSON writes as [] when there are none.
func orEmpty[T any](items []T) []T {
	if items == nil {
		return []T{}
	}
	return items
}

// stamp is a moment as scripts read it (RFC 3339), "" for none.
func stamp(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.Format(time.RFC3339)
}
