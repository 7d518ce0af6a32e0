package app

import (
	"net/url"
	"path/filepath"
	"strings"
)

// Arguments are what the window was started with: a book, "" for the usual one, and the files to preview.
type Arguments struct {
	Book  string
	Files []string // absolute
}

// ParseArguments reads the command line of the window: --book FILE or --book=FILE anywhere, everything else a file, given as
// a path or, as some file managers do it, as a file:// address. Paths are made absolute against dir, the folder the program
// was called in, because a second start is answered by the first one's process. Other flags belong to the toolkit and are
// left alone.
func ParseArguments(args []string, dir string) Arguments {
	var a Arguments
	for i := 0; i < len(args); i++ {
		arg := args[i]
		switch {
		case arg == "--book" && i+1 < len(args):
			i++
			a.Book = absolute(args[i], dir)
		case strings.HasPrefix(arg, "--book="):
			a.Book = absolute(strings.TrimPrefix(arg, "--book="), dir)
		case arg == "--":
			for _, file := range args[i+1:] {
				a.Files = append(a.Files, absolute(file, dir))
			}
			return a
		case strings.HasPrefix(arg, "-"):
		default:
			a.Files = append(a.Files, absolute(localPath(arg), dir))
		}
	}
	return a
}

func localPath(arg string) string {
	if !strings.HasPrefix(arg, "file://") {
		return arg
	}
	address, err := url.Parse(arg)
	if err != nil || address.Path == "" {
		return arg
	}
	return filepath.FromSlash(address.Path)
}

func absolute(path, dir string) string {
	if path == "" || filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(dir, path)
}
