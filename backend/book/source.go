package book

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// source is something that cards come from: a file, or bytes that the program brings along.
type source struct {
	name, path string
	size       int64
	changed    time.Time
	inline     []byte
	problem    *FileError // why nothing can be read from it
}

// openLimit is how much of a file is looked at to tell a text from something else.
const openLimit = 64 << 10

// sourcesFrom looks at files without reading them. What is wrong with one is noted in it.
func sourcesFrom(paths []string) []source {
	list := make([]source, len(paths))
	for i, path := range paths {
		list[i] = sourceFrom(path)
	}
	return list
}

func sourceFrom(path string) source {
	s := source{name: filepath.Base(path), path: path}
	state, err := os.Stat(path)
	switch {
	case err != nil:
		s.problem = &FileError{Path: path, Code: fileCode(err), Err: err}
	case state.IsDir():
		s.problem = &FileError{Path: path, Code: "file-folder"}
	case !state.Mode().IsRegular():
		s.problem = &FileError{Path: path, Code: "file-binary"}
	case state.Size() == 0:
		s.problem = &FileError{Path: path, Code: "file-empty"}
	default:
		s.size, s.changed = state.Size(), state.ModTime()
	}
	return s
}

func fileCode(err error) string {
	if errors.Is(err, fs.ErrNotExist) {
		return "file-missing"
	}
	return "file-unreadable"
}

// open returns what to read, or the *FileError that says why there is nothing.
func (s *source) open() (io.ReadCloser, error) {
	if s.inline != nil {
		return io.NopCloser(bytes.NewReader(s.inline)), nil
	}
	if s.problem != nil {
		return nil, s.problem
	}
	f, err := os.Open(s.path)
	if err != nil {
		return nil, &FileError{Path: s.path, Code: fileCode(err), Err: err}
	}
	head := make([]byte, openLimit)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		f.Close()
		return nil, &FileError{Path: s.path, Code: "file-unreadable", Err: err}
	}
	if isBinary(head[:n]) {
		f.Close()
		return nil, &FileError{Path: s.path, Code: "file-binary"}
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		f.Close()
		return nil, &FileError{Path: s.path, Code: "file-unreadable", Err: err}
	}
	return f, nil
}

// isBinary reports whether the head of a file is no text: it has zero bytes, is not UTF-16 and starts no card.
func isBinary(head []byte) bool {
	zeros := bytes.Count(head, []byte{0})
	if zeros == 0 || bytes.HasPrefix(head, []byte{0xff, 0xfe}) || bytes.HasPrefix(head, []byte{0xfe, 0xff}) {
		return false
	}
	without := bytes.ToUpper(bytes.ReplaceAll(head, []byte{0}, nil))
	return !bytes.Contains(without, []byte("BEGIN:VCARD"))
}

// unchanged returns a *FileError when the file is not the one that was looked at.
func (s *source) unchanged() error {
	if s.inline != nil || s.problem != nil {
		return nil
	}
	state, err := os.Stat(s.path)
	if err != nil {
		return &FileError{Path: s.path, Code: fileCode(err), Err: err}
	}
	if state.Size() != s.size || !state.ModTime().Equal(s.changed) {
		return &FileError{Path: s.path, Code: "file-changed"}
	}
	return nil
}
