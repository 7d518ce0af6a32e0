package app

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestFiles(t *testing.T) {
	s := newSession(Options{})
	page := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusTeapot) })
	handler := guarded(s.files(page))
	answer := func(method, address string, header ...string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(method, address, nil)
		for i := 0; i+1 < len(header); i += 2 {
			r.Header.Set(header[i], header[i+1])
		}
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)
		return w
	}

	t.Run("what is neither photo nor sheet is the page's", func(t *testing.T) {
		if got := answer("GET", "/index.html").Code; got != http.StatusTeapot {
			t.Errorf("GET /index.html = %d, want %d", got, http.StatusTeapot)
		}
	})
	t.Run("every answer keeps the page to itself", func(t *testing.T) {
		policy := answer("GET", "/index.html").Header().Get("Content-Security-Policy")
		for _, part := range []string{"default-src 'self'", "script-src 'self'", "object-src 'none'", "base-uri 'none'"} {
			if !strings.Contains(policy, part) {
				t.Errorf("the policy %q lacks %q", policy, part)
			}
		}
		for _, remote := range []string{"http:", "https:", "*", "unsafe-eval", "script-src 'self' 'unsafe-inline'"} {
			if strings.Contains(policy, remote) {
				t.Errorf("the policy %q allows %q", policy, remote)
			}
		}
	})
	for claim, address := range map[string]string{
		"a photo needs a hash":            "/photos/1",
		"a hash is hex":                   "/photos/1?v=../../../../etc/passwd",
		"a thumbnail has a sensible size": "/photos/1?v=0123456789abcdef&s=100000",
		"a size is a number":              "/photos/1?v=0123456789abcdef&s=big",
		"an unknown sheet is not found":   "/sheets/7.pdf",
		"a sheet has a number":            "/sheets/../secret",
	} {
		t.Run(claim, func(t *testing.T) {
			if got := answer("GET", address).Code; got != http.StatusNotFound {
				t.Errorf("GET %s = %d, want %d", address, got, http.StatusNotFound)
			}
		})
	}
	t.Run("a photo that is known already is not sent again", func(t *testing.T) {
		got := answer("GET", "/photos/1?v=0123456789abcdef&s=96", "If-None-Match", `"0123456789abcdef-96"`)
		if got.Code != http.StatusNotModified {
			t.Errorf("GET with its ETag = %d, want %d", got.Code, http.StatusNotModified)
		}
	})
	t.Run("a sheet stays until the next but one", func(t *testing.T) {
		first, second := s.papers.keep([]byte("one")), s.papers.keep([]byte("two"))
		if got := answer("GET", first).Body.String(); got != "one" {
			t.Errorf("GET %s = %q, want %q", first, got, "one")
		}
		s.papers.keep([]byte("three"))
		if got := answer("GET", second).Body.String(); got != "two" {
			t.Errorf("GET %s = %q, want %q", second, got, "two")
		}
		if got := answer("GET", first).Code; got != http.StatusNotFound {
			t.Errorf("GET %s after two more = %d, want %d", first, got, http.StatusNotFound)
		}
	})
}

func TestTheme(t *testing.T) {
	for dark, want := range map[bool]string{true: `"dark"`, false: `"light"`} {
		t.Run("the first frame is "+want+" where the last one was", func(t *testing.T) {
			s := newSession(Options{})
			s.window.Dark = dark
			answer := httptest.NewRecorder()
			s.files(http.NotFoundHandler()).ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/theme.js", nil))
			if got := answer.Body.String(); !strings.Contains(got, want) {
				t.Errorf("theme.js = %s, want %s", got, want)
			}
		})
	}
}
