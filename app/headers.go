package app

import "net/http"

// strictPolicy lets the page load what the program carries and nothing else. Pictures may be data: or blob: because a photo is
// shown before it is saved; workers may be blob: for the PDF preview. Style attributes are allowed, style elements are not.
const strictPolicy = "default-src 'self'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; " +
	"img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; " +
	"object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// guarded puts the headers that keep the page to itself on every answer.
func guarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		if contentPolicy != "" {
			h.Set("Content-Security-Policy", contentPolicy)
		}
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		next.ServeHTTP(w, r)
	})
}
