package app

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"strconv"
	"strings"

	"kaffeerunde/backend/book"
	"kaffeerunde/backend/contact"
)

// The sides of faces in lists and in the detail, in pixels: 48 and 88 points on a screen of twice the density.
const (
	thumbnailSize = 96
	portraitSize  = 176
)

// photoAddress is where the page finds a person's picture, drawn so many pixels wide: never the picture itself, which might be
// larger than the window can take. The hash is part of it, so that a new picture is a new address and an old one may be kept for
// ever.
func photoAddress(id contact.ID, hash string, px int) string {
	if hash == "" {
		return ""
	}
	return fmt.Sprintf("/photos/%d?v=%s&s=%d", id, hash, px)
}

// files answers what is not part of the built frontend: photos, drawn sheets, and the theme of the first frame.
func (s *session) files(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.Method == http.MethodGet && strings.HasPrefix(r.URL.Path, "/photos/"):
			s.servePhoto(w, r)
		case r.Method == http.MethodGet && r.URL.Path == "/theme.js":
			s.serveTheme(w)
		case r.Method == http.MethodGet && strings.HasPrefix(r.URL.Path, "/sheets/"):
			s.papers.serve(w, r)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// serveTheme answers with a script that gives the page its theme before anything is painted. The book, which knows it, is not
// open yet then: it is the theme of the last time.
func (s *session) serveTheme(w http.ResponseWriter) {
	s.mu.Lock()
	dark := s.window.Dark
	s.mu.Unlock()
	theme := "light"
	if dark {
		theme = "dark"
	}
	w.Header().Set("Content-Type", "text/javascript")
	w.Header().Set("Cache-Control", "no-store")
	fmt.Fprintf(w, "document.documentElement.dataset.theme = %q\n", theme)
}

var hashForm = regexp.MustCompile(`^[0-9a-f]{16,128}$`)

// pictures are the kinds of pictures that a page may be given. SVG is not among them: it is a document that can hold scripts.
var pictures = map[string]bool{"image/jpeg": true, "image/png": true, "image/gif": true, "image/webp": true, "image/bmp": true}

func (s *session) servePhoto(w http.ResponseWriter, r *http.Request) {
	hash, size := r.URL.Query().Get("v"), r.URL.Query().Get("s")
	px, err := strconv.Atoi(size)
	if !hashForm.MatchString(hash) || size != "" && (err != nil || px < 16 || px > 512) {
		http.NotFound(w, r)
		return
	}
	etag := fmt.Sprintf("%q", hash+"-"+size)
	if r.Header.Get("If-None-Match") == etag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	_, b, err := s.library()
	if err != nil {
		http.Error(w, "the book is not open", http.StatusServiceUnavailable)
		return
	}
	data, mime, err := picture(r.Context(), b, hash, px)
	if errors.Is(err, contact.ErrNotFound) || err == nil && !pictures[mime] {
		http.NotFound(w, r)
		return
	}
	if err != nil {
		http.Error(w, "the picture does not read", http.StatusUnprocessableEntity)
		return
	}
	w.Header().Set("Content-Type", mime)
	w.Header().Set("ETag", etag)
	w.Header().Set("Cache-Control", "private, max-age=31536000, immutable")
	_, _ = w.Write(data)
}

func picture(ctx context.Context, b *book.Book, hash string, px int) (data []byte, mime string, err error) {
	if px == 0 {
		return b.Photo(ctx, hash)
	}
	data, err = b.Thumbnail(ctx, hash, px)
	return data, "image/jpeg", err
}
