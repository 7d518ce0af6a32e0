package book

import (
	"errors"
	"io/fs"
	"path/filepath"
)

// Foreign returns a *FileError for the file of this book itself. It must not be read like any other: to close a file gives up the locks by
// which other programs know that the book is open.
func (b *Book) Foreign(path string) error {
	if isSame(b.Path(), path) {
		return &FileError{Path: path, Code: "file-is-book", Err: fs.ErrExist}
	}
	return nil
}

// handedOver is sourcesFrom, but that it leaves the file of this book alone.
func (b *Book) handedOver(paths []string) []source {
	var list []source
	for _, path := range paths {
		var own *FileError
		if errors.As(b.Foreign(path), &own) {
			name := filepath.Base(path)
			list = append(list, source{name: name, given: name, path: path, disk: path, problem: own})
			continue
		}
		list = append(list, sourcesFrom([]string{path})...)
	}
	return list
}
