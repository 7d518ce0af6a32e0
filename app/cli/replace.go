package cli

import (
	"bufio"
	"context"
	"errors"
	"os"
	"slices"
	"strings"
)

// errKept says that a file stays as it is because the person said so.
var errKept = errors.New("the file is kept")

// mayReplace asks before a file that is there is written over. Only somebody at a terminal is asked, and not with --force: a
// script gets what it asked for. The error is errKept for a no.
func (s *session) mayReplace(ctx context.Context, path string, force bool) error {
	if force || !s.asks || path == standardOutput {
		return nil
	}
	// Devices and pipes are written to, not over.
	if state, err := os.Stat(path); err != nil || !state.Mode().IsRegular() {
		return nil
	}
	answer, err := s.ask(ctx, "cli.replace", "file", path)
	if err != nil {
		return err
	}
	if s.isYes(answer) {
		return nil
	}
	return errKept
}

// isYes tells whether an answer is a yes; anything else is a no.
func (t *terminal) isYes(answer string) bool {
	return slices.Contains(strings.Fields(t.T("cli.replace.yes")), strings.ToLower(answer))
}

// ask puts a question to the person at the terminal and returns what they typed. An input that ends is no answer.
func (t *terminal) ask(ctx context.Context, key string, args ...any) (string, error) {
	t.question(t.T(key, args...))
	answer := make(chan string, 1)
	go func() {
		// The line may be the last and end without a line break.
		line, _ := bufio.NewReader(t.in).ReadString('\n')
		answer <- strings.TrimSpace(line)
	}()
	select {
	case line := <-answer:
		return line, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}
