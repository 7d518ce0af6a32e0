package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"golang.org/x/term"

	"kaffeerunde/backend/book"
)

// passphraseEnvironment names where a script puts a passphrase, so that it stands in no list of processes.
const passphraseEnvironment = "KAFFEERUNDE_PASSPHRASE"

// passphraseFor returns the passphrase for a file that is read, "" for one that needs none: from the file that was named, from
// the environment, else from the person.
func (s *session) passphraseFor(ctx context.Context, path, from string) (string, error) {
	if !book.IsLocked(path) {
		return "", nil
	}
	return s.passphrase(ctx, from, "cli.passphrase")
}

// newPassphrase is the passphrase for a file that is written. A person types it twice.
func (s *session) newPassphrase(ctx context.Context, from string) (string, error) {
	first, err := s.passphrase(ctx, from, "cli.passphrase.new")
	if err != nil || !s.asksPassphrase(from) {
		return first, err
	}
	again, err := s.passphrase(ctx, from, "cli.passphrase.again")
	if err == nil && again != first {
		return "", &missingError{key: "cli.error.passphrase-differs"}
	}
	return first, err
}

// asksPassphrase tells whether only the person can say the passphrase.
func (s *session) asksPassphrase(from string) bool {
	return from == "" && os.Getenv(passphraseEnvironment) == ""
}

func (s *session) passphrase(ctx context.Context, from, question string) (string, error) {
	said := os.Getenv(passphraseEnvironment)
	switch {
	case from != "":
		content, err := os.ReadFile(from)
		if errors.Is(err, fs.ErrNotExist) {
			return "", &book.FileError{Path: from, Code: "file-missing", Err: err}
		}
		if err != nil {
			return "", &book.FileError{Path: from, Code: "file-unreadable", Err: err}
		}
		said, _, _ = strings.Cut(string(content), "\n")
		said = strings.TrimSuffix(said, "\r")
	case said == "" && s.asks:
		var err error
		if said, err = s.askSecret(ctx, question); err != nil {
			return "", err
		}
	}
	if said == "" {
		return "", &missingError{key: "cli.error.no-passphrase"}
	}
	return said, nil
}

// askSecret asks without showing what is typed.
func (t *terminal) askSecret(ctx context.Context, key string) (string, error) {
	file, ok := t.in.(*os.File)
	if !ok {
		return "", nil
	}
	before, err := term.GetState(int(file.Fd()))
	if err != nil {
		return "", fmt.Errorf("ask for a passphrase: %w", err)
	}
	t.question(t.T(key))
	type typed struct {
		text []byte
		err  error
	}
	answer := make(chan typed, 1)
	go func() {
		text, err := term.ReadPassword(int(file.Fd()))
		answer <- typed{text, err}
	}()
	defer t.aside("")
	select {
	case a := <-answer:
		return string(a.text), a.err
	case <-ctx.Done():
		// The terminal shows again what is typed.
		return "", errors.Join(ctx.Err(), term.Restore(int(file.Fd()), before))
	}
}
