package app

import (
	"fmt"
	"net/http"
	"strconv"
	"sync"
)

// papers holds the sheet that the page shows. There is one preview at a time; the one before it stays for a page that is
// still reading it.
type papers struct {
	mu     sync.Mutex
	number int
	drawn  map[int][]byte
}

func newPapers() *papers { return &papers{drawn: map[int][]byte{}} }

// keep returns the address below /sheets/ under which the page reads the PDF.
func (p *papers) keep(pdf []byte) string {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.number++
	p.drawn[p.number] = pdf
	delete(p.drawn, p.number-2)
	return fmt.Sprintf("/sheets/%d.pdf", p.number)
}

func (p *papers) serve(w http.ResponseWriter, r *http.Request) {
	var number int
	if _, err := fmt.Sscanf(r.URL.Path, "/sheets/%d.pdf", &number); err != nil {
		http.NotFound(w, r)
		return
	}
	p.mu.Lock()
	pdf, ok := p.drawn[number]
	p.mu.Unlock()
	if !ok {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "application/pdf")
	w.Header().Set("Content-Length", strconv.Itoa(len(pdf)))
	w.Header().Set("Cache-Control", "no-store")
	_, _ = w.Write(pdf)
}
