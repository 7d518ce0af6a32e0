package book

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"filippo.io/age"
)

// ErrPassphrase says that an archive does not open with a passphrase, ErrLockedBook that it needs one.
var (
	ErrPassphrase = errors.New("the passphrase does not open the archive")
	ErrLockedBook = errors.New("the archive is encrypted")
	ErrNotBlank   = errors.New("the book says something already")
)

// mostWork is how much an archive may ask for to be opened: 2 to this power, which takes a second or four.
const mostWork = 20

// ageMark is how a file that was encrypted with age begins.
var ageMark = []byte("age-encryption.org/v1\n")

// IsLocked reports whether the file at path is encrypted, so that a passphrase has to be asked for.
func IsLocked(path string) bool { return beginsWith(path, ageMark) }

// IsWhole reports whether the file at path is a whole book that was exported, or may be one that is encrypted.
func IsWhole(path string) bool {
	whole, err := wholeAt(path)
	return err == nil && whole
}

// wholeAt is IsWhole with the error of a file that cannot be opened.
func wholeAt(path string) (bool, error) {
	f, err := os.Open(path)
	if err != nil {
		return false, &FileError{Path: path, Code: fileCode(err), Err: err}
	}
	defer f.Close()
	if IsLocked(path) {
		return true, nil
	}
	state, err := f.Stat()
	if err != nil || !beginsWith(path, zipMark) {
		return false, err
	}
	archive, err := zip.NewReader(f, state.Size())
	if err != nil {
		return false, nil
	}
	_, err = readHeader(archive)
	return err == nil || errors.Is(err, ErrNewerBook), nil
}

func beginsWith(path string, mark []byte) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, len(mark))
	_, err = io.ReadFull(f, head)
	return err == nil && bytes.Equal(head, mark)
}

// readWhole makes a book at into of a whole book that was exported. The error is ErrPassphrase, ErrLockedBook, ErrNewerBook, or a
// *FileError for an archive that is none, or not what it says.
func readWhole(ctx context.Context, path, passphrase, into string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	state, err := f.Stat()
	if err != nil {
		return err
	}
	in, size := io.ReaderAt(f), state.Size()
	if IsLocked(path) {
		if in, size, err = unlocked(f, size, passphrase); err != nil {
			return err
		}
	}
	archive, err := zip.NewReader(in, size)
	if err == nil {
		err = readArchive(ctx, archive, into)
	}
	return wholeFault(path, err)
}

// unlocked opens what was encrypted. Every part that is read of it is known to be what was written.
func unlocked(f io.ReaderAt, size int64, passphrase string) (io.ReaderAt, int64, error) {
	if passphrase == "" {
		return nil, 0, ErrLockedBook
	}
	key, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return nil, 0, fmt.Errorf("%w: %w", ErrPassphrase, err)
	}
	key.SetMaxWorkFactor(mostWork)
	in, size, err := age.DecryptReaderAt(f, size, key)
	var none *age.NoIdentityMatchError
	if errors.As(err, &none) {
		return nil, 0, fmt.Errorf("%w: %w", ErrPassphrase, err)
	}
	if err != nil {
		return nil, 0, &FileError{Code: "archive-broken", Err: err}
	}
	return in, size, nil
}

// wholeFault says of an archive that does not hold what it should that it is damaged.
func wholeFault(path string, err error) error {
	var file *FileError
	switch {
	case err == nil, errors.Is(err, context.Canceled), errors.Is(err, ErrNewerBook), errors.Is(err, ErrNoSpace), errors.Is(err, ErrReadOnly):
		return err
	case errors.As(err, &file):
		file.Path = path
		return file
	}
	return &FileError{Path: path, Code: "archive-broken", Err: err}
}
