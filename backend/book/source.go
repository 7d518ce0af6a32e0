package book

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"kaffeerunde/backend/table"
)

// source is something that cards come from: a file, one in an archive, or bytes that the program brings along.
type source struct {
	name    string // as a person sees it: without the folders above what was handed over
	path    string // name with those folders
	given   string // what was handed over: the file itself, or the archive or folder that it was found in; its last part
	disk    string // the file on the disk: the archive for one in it
	size    int64
	changed time.Time // of disk
	whole   int64     // size of disk
	member  *member   // of an archive, nil for a file of its own
	inline  []byte
	columns []NamedColumn // what a person says of single columns, should it be a table
	mapping table.Mapping // by which a table was read; nil until it was
	problem *FileError    // why nothing can be read from it
}

// openLimit is how much of a file is looked at to tell what it is.
const openLimit = 64 << 10

// sourceFrom looks at a file without reading it. What is wrong with it is noted in it.
func sourceFrom(path string) source {
	s := source{name: filepath.Base(path), given: filepath.Base(path), path: path, disk: path}
	state, err := os.Stat(path)
	switch {
	case err != nil:
		s.problem = &FileError{Path: path, Code: fileCode(err), Err: err}
	case !state.Mode().IsRegular():
		s.problem = &FileError{Path: path, Code: "file-binary"}
	case state.Size() == 0:
		s.problem = &FileError{Path: path, Code: "file-empty"}
	default:
		s.size, s.whole, s.changed = state.Size(), state.Size(), state.ModTime()
	}
	return s
}

func fileCode(err error) string {
	if errors.Is(err, fs.ErrNotExist) {
		return "file-missing"
	}
	return "file-unreadable"
}

// fault is why the source cannot be read.
func (s *source) fault(code string, err error) *FileError {
	return &FileError{Path: s.path, Code: code, Err: err}
}

// open returns the bytes of the source, or the *FileError that says why there are none.
func (s *source) open() (io.ReadCloser, error) {
	if s.problem != nil {
		return nil, s.problem
	}
	if s.inline != nil {
		return io.NopCloser(bytes.NewReader(s.inline)), nil
	}
	f, err := os.Open(s.disk)
	if err != nil {
		return nil, s.fault(fileCode(err), err)
	}
	if s.member == nil {
		return f, nil
	}
	return s.member.open(f), nil
}

// unchanged returns a *FileError when the file is not the one that was looked at.
func (s *source) unchanged() error {
	if s.inline != nil || s.problem != nil {
		return nil
	}
	state, err := os.Stat(s.disk)
	if err != nil {
		return s.fault(fileCode(err), err)
	}
	if state.Size() != s.whole || !state.ModTime().Equal(s.changed) {
		return s.fault("file-changed", nil)
	}
	return nil
}

// fileReader says which file a read error belongs to.
type fileReader struct {
	in   io.Reader
	path string
}

func (f *fileReader) Read(p []byte) (int, error) {
	n, err := f.in.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		code := "file-unreadable"
		if errors.Is(err, errArchive) {
			code = "archive-broken"
		}
		err = &FileError{Path: f.path, Code: code, Err: fmt.Errorf("read: %w", err)}
	}
	return n, err
}
