package book

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"kaffeerunde/backend/lock"
)

// writeBuffer is how many bytes are handed to the system at a time.
const writeBuffer = 64 << 10

// TargetError says why a file cannot be written where it was wanted. Code is "target-folder-missing", "target-is-folder",
// "target-is-book", "target-is-source", "target-forbidden", "target-read-only", "target-name" or "target-unwritable". A full
// disk is ErrNoSpace instead.
type TargetError struct {
	Path string
	Code string
	Err  error
}

func (e *TargetError) Error() string { return fmt.Sprintf("write %s: %v", e.Path, e.Err) }

func (e *TargetError) Unwrap() error { return e.Err }

// ExportFile is Export into a file that only the owner can read. It is written beside path and renamed when it is whole and
// on the disk: a file that was there before stays until then, and stays for good where the export fails or is cancelled.
// The error is a *TargetError or ErrNoSpace where the file is to blame, else as Export says.
func (b *Book) ExportFile(ctx context.Context, q Query, o ExportOptions, path string, tick Tick) (int, error) {
	n := 0
	err := b.replaceFile(path, func(w io.Writer) error {
		var err error
		n, err = b.Export(ctx, q, o, w, tick)
		return err
	})
	if err != nil {
		return 0, err
	}
	return n, nil
}

// replaceFile is the function of that name for any file but the book itself, which nobody wants replaced by a list of whom it
// held.
func (b *Book) replaceFile(path string, write func(io.Writer) error) error {
	there, err := os.Stat(path)
	if err == nil {
		// The file is not opened to look: to close it would give up the locks that SQLite has on the book.
		if own, err := os.Stat(b.Path()); err == nil && os.SameFile(own, there) {
			return &TargetError{Path: path, Code: "target-is-book", Err: fs.ErrExist}
		}
	}
	return replaceFile(path, write)
}

// replaceFile puts what write writes at path, whole or not at all. What is no regular file, such as a pipe or /dev/null, is
// written to as it is.
func replaceFile(path string, write func(io.Writer) error) error {
	path, err := target(path)
	if err != nil {
		return err
	}
	if state, err := os.Stat(path); err == nil && !state.Mode().IsRegular() {
		return writeThrough(path, state, write)
	}
	sweepHalves(filepath.Dir(path))
	f, err := createHalf(filepath.Dir(path))
	if err != nil {
		return targetFault(path, err)
	}
	half := f.Name()
	if err := writeWhole(f, write); err != nil {
		return errors.Join(targetFault(path, err), os.Remove(half))
	}
	if err := os.Rename(half, path); err != nil {
		return errors.Join(targetFault(path, err), os.Remove(half))
	}
	syncFolder(filepath.Dir(path))
	return nil
}

// halfPattern is the name of a file that is not whole yet, as os.CreateTemp takes it.
const halfPattern = ".kaffeerunde-*"

// createHalf creates a file to be written, with a lock on it by which who sweeps sees that it is. Where there are no locks
// nothing is swept.
func createHalf(folder string) (*os.File, error) {
	for {
		f, err := os.CreateTemp(folder, halfPattern)
		if err != nil {
			return nil, err
		}
		held, unlockable := lock.Try(f)
		_, gone := os.Lstat(f.Name())
		if unlockable != nil || held && gone == nil {
			return f, nil
		}
		// Somebody swept it away before it had its lock.
		if err := f.Close(); err != nil {
			return nil, err
		}
	}
}

// sweepHalves removes what programs that were killed have left half written in a folder. A file whose lock can be taken is
// nobody's any more: the one that wrote it has ended.
func sweepHalves(folder string) {
	// The pattern is sound, and a folder with a name that looks like one keeps its leftovers.
	halves, _ := filepath.Glob(filepath.Join(folder, halfPattern))
	for _, name := range halves {
		f, err := os.Open(name)
		if err != nil {
			continue
		}
		if held, err := lock.Try(f); held && err == nil {
			_ = os.Remove(name)
		}
		_ = f.Close()
	}
}

// target follows a symbolic link, so that a replaced file stays behind the links to it.
func target(path string) (string, error) {
	real, err := filepath.EvalSymlinks(path)
	if err == nil {
		return real, nil
	}
	if errors.Is(err, fs.ErrNotExist) {
		return path, nil
	}
	return "", targetFault(path, err)
}

func writeThrough(path string, state fs.FileInfo, write func(io.Writer) error) error {
	if state.IsDir() {
		return &TargetError{Path: path, Code: "target-is-folder", Err: syscall.EISDIR}
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return targetFault(path, err)
	}
	out := bufio.NewWriterSize(f, writeBuffer)
	err = errors.Join(write(out), out.Flush(), f.Close())
	return targetFault(path, err)
}

// writeWhole writes into f, sees it onto the disk and closes it.
func writeWhole(f *os.File, write func(io.Writer) error) error {
	out := bufio.NewWriterSize(f, writeBuffer)
	err := write(out)
	if err == nil {
		err = out.Flush()
	}
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// syncFolder makes a rename outlast a power cut. Not every system can do it, and the file is whole either way.
func syncFolder(path string) {
	folder, err := os.Open(path)
	if err != nil {
		return
	}
	defer folder.Close()
	_ = folder.Sync()
}

// targetFault turns what the system says of a file into a *TargetError or ErrNoSpace. Errors that are not the system's stay
// as they are.
func targetFault(path string, err error) error {
	var system *fs.PathError
	var link *os.LinkError
	if !errors.As(err, &system) && !errors.As(err, &link) {
		return err
	}
	code := "target-unwritable"
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return fmt.Errorf("%w: %w", ErrNoSpace, err)
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		code = "target-folder-missing"
	case errors.Is(err, syscall.EROFS):
		code = "target-read-only"
	case errors.Is(err, fs.ErrPermission):
		code = "target-forbidden"
	case errors.Is(err, syscall.EISDIR):
		code = "target-is-folder"
	case errors.Is(err, syscall.ENAMETOOLONG), errors.Is(err, syscall.EINVAL):
		code = "target-name"
	}
	return &TargetError{Path: path, Code: code, Err: err}
}
