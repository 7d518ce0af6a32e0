package book

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// mostEntries is how many files and folders are looked at in one folder that was handed over. Who drops a whole disk hears
// of it instead of waiting.
const mostEntries = 200_000

// endings are those of the files that are taken from archives and folders. A file that is handed over by itself is looked
// at whatever it is called.
var endings = []string{".vcf", ".vcard", ".csv", ".tsv", ".xlsx", ".xlsm", ".zip"}

func importable(name string) bool { return slices.Contains(endings, strings.ToLower(path.Ext(name))) }

// hiddenPath reports whether a path has a part that systems hide, or that macOS adds to archives.
func hiddenPath(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") && part != "." && part != ".." || part == "__MACOSX" {
			return true
		}
	}
	return false
}

// sourcesFrom looks at what was handed over without reading it: files, archives and folders. What is wrong with one is
// noted in it.
func sourcesFrom(paths []string) []source {
	var list []source
	for _, path := range paths {
		if state, err := os.Stat(path); err == nil && state.IsDir() {
			list = append(list, inFolder(path)...)
			continue
		}
		list = append(list, unpacked(sourceFrom(path))...)
	}
	return list
}

// unpacked returns what is in an archive, and any other file as it is. A workbook is an archive too, but one thing.
func unpacked(s source) []source {
	if s.problem == nil && IsWhole(s.disk) {
		// It is taken in as a whole or not at all.
		s.problem = s.fault("whole-book", nil)
	}
	if s.problem != nil || !isArchive(s.disk) {
		return []source{s}
	}
	return archived(s)
}

// inFolder returns the files below a folder that can be imported, in the order of their names; hidden ones are passed over.
func inFolder(folder string) []source {
	top := filepath.Base(folder)
	if absolute, err := filepath.Abs(folder); err == nil {
		top = filepath.Base(absolute)
	}
	refused := func(code string, err error) []source {
		return []source{{name: top, given: top, path: folder, problem: &FileError{Path: folder, Code: code, Err: err}}}
	}
	var list []source
	seen := 0
	err := filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		if seen++; seen > mostEntries || len(list) > mostMembers {
			return fs.SkipAll
		}
		if name != folder && hiddenPath(entry.Name()) {
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if err == nil && (entry.IsDir() || !importable(name)) {
			return nil
		}
		s := sourceFrom(name)
		if err != nil {
			s.problem = s.fault(fileCode(err), err)
		}
		if inside, err := filepath.Rel(folder, name); err == nil {
			s.name = printable(top + "/" + filepath.ToSlash(inside))
		}
		s.given = top
		list = append(list, unpacked(s)...)
		return nil
	})
	switch {
	case err != nil:
		return refused(fileCode(err), err)
	case seen > mostEntries || len(list) > mostMembers:
		return refused("folder-too-large", nil)
	case len(list) == 0:
		return refused("folder-empty", nil)
	}
	return list
}

// found returns the source that a path of a FileSummary names: a file, or one in an archive.
func found(path string) source {
	s := sourceFrom(path)
	if s.problem == nil || s.problem.Code != "file-missing" && s.problem.Code != "file-unreadable" {
		return s
	}
	for outer := filepath.Dir(path); outer != filepath.Dir(outer); outer = filepath.Dir(outer) {
		state, err := os.Stat(outer)
		if err != nil {
			continue
		}
		if state.Mode().IsRegular() {
			for _, member := range unpacked(sourceFrom(outer)) {
				if member.path == path {
					return member
				}
			}
		}
		break
	}
	return s
}
