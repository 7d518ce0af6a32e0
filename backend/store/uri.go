package store

import (
	"net/url"
	"path/filepath"
)

// fileURI returns the name by which SQLite opens a file with options ("mode=ro"). It is absolute, since the first folder of a relative
// one would be taken for a host (https://sqlite.org/uri.html).
func fileURI(path, options string) string {
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	}
	return (&url.URL{Scheme: "file", Path: path, RawQuery: options}).String()
}
