package app

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"log/slog"
	"os"
	"sync"
	"time"

	"github.com/wailsapp/wails/v2/pkg/options"

	"kaffeerunde/backend/book"
	"kaffeerunde/backend/locale"
)

// session is one run of the window: the open book and what the services share.
type session struct {
	path     string
	language string
	region   string
	version  string
	now      func() time.Time
	state    string
	desktop  desktop
	pane     pane
	jobs     *jobs
	previews *previews
	papers   *papers

	// What the page looks at of a backup, and of a damaged book.
	restoring held[*book.Restoring]
	recovery  held[*book.Recovery]

	// ctx is the window's own: Wails takes its calls with this context only, so it is kept, against the rule. It is set
	// when ready closes, as are book and bookErr.
	ctx   context.Context
	stop  context.CancelFunc
	ready chan struct{}

	turn    sync.RWMutex // held while another book takes the place of the one that is open, and guards what follows
	book    *book.Book
	bookErr error
	opened  context.Context // ends with the window, and when another book takes the place of this one
	close   context.CancelFunc

	mu         sync.Mutex
	window     window
	systemDark bool
	waiting    []string // handed over before the page asked
	started    bool     // the page has asked
	leaving    bool     // the window closes without asking again
	patience   *time.Timer
	written    map[string]bool
	scratch    string     // folder for sheets that are only looked at, "" until there is one
	prepared   *book.Book // what prepare was done for
	aside      string     // where a damaged book lies since another took its place, until the page has told
}

func newSession(o Options) *session {
	s := &session{
		path: o.Book, language: o.Language, region: o.Region, version: o.Version, now: clock(o.Now), state: o.State,
		desktop: newDesktop(), pane: wailsPane{}, previews: newPreviews(), papers: newPapers(),
		window: readWindow(o.State), systemDark: o.SystemDark,
		waiting: o.Files, ready: make(chan struct{}), written: map[string]bool{},
	}
	s.jobs = newJobs(func(p ProgressView) { s.emit("progress", p) }, o.Now)
	return s
}

// open opens the book while the page loads. Calls that arrive before wait in library.
func (s *session) open(ctx context.Context) {
	defer close(s.ready)
	s.ctx, s.stop = context.WithCancel(ctx)
	s.openBook()
	go s.watch()
}

func (s *session) openBook() {
	s.opened, s.close = context.WithCancel(s.ctx)
	s.book, s.bookErr = book.Open(s.ctx, s.path, s.bookOptions())
	if s.bookErr != nil {
		slog.Error("the book did not open", "cause", causeOf(s.bookErr))
	}
}

func (s *session) bookOptions() book.Options {
	return book.Options{Now: s.now, Region: s.region, BackupFailed: s.backupFailed}
}

// exchange closes the book, lets replace put another in its place, and opens whatever is there then. Calls that are running are ended,
// as if the page had cancelled them, and are waited for; those that come meanwhile wait. What the page looked at of the old book is
// forgotten, and the page has to begin anew.
func (s *session) exchange(replace func() error) error {
	s.turn.Lock()
	defer s.turn.Unlock()
	s.close()
	if s.book != nil {
		if err := s.book.Close(); err != nil {
			slog.Error("the book did not close", "cause", causeOf(err))
		}
	}
	s.previews.dropAll()
	if err := s.restoring.drop(); err != nil {
		slog.Error("the copy of a book was not removed", "cause", causeOf(err))
	}
	err := replace()
	s.openBook()
	return err
}

// library returns the open book and the context its calls run in, which ends with the book, waiting until it is open. The error is why
// it could not be.
func (s *session) library() (context.Context, *book.Book, error) {
	<-s.ready
	s.turn.RLock()
	defer s.turn.RUnlock()
	return s.opened, s.book, s.bookErr
}

// untilPainted is about what a page takes to paint the first list once it has it.
const untilPainted = 400 * time.Millisecond

// prepare reads what searches look through and tends the book from then on, once and only when the first list has been answered
// and painted: until then it would be in its way. A search that comes sooner reads it itself.
func (s *session) prepare(ctx context.Context, b *book.Book) {
	s.mu.Lock()
	// A late call on a book that has given way must not stand for the one that took its place, which would be tended twice.
	done := s.prepared == b || ctx.Err() != nil
	if !done {
		s.prepared = b
	}
	s.mu.Unlock()
	if done {
		return
	}
	go func() {
		select {
		case <-time.After(untilPainted):
		case <-ctx.Done():
			return
		}
		if err := b.Prepare(ctx); err != nil {
			slog.Warn("the first search will take longer", "cause", causeOf(err))
		}
		ticker := time.NewTicker(tendEvery)
		defer ticker.Stop()
		s.tend(ctx, b, func() bool {
			select {
			case <-ctx.Done():
				return false
			case <-ticker.C:
				return true
			}
		})
	}()
}

func (s *session) shutdown(context.Context) {
	<-s.ready
	s.stop()
	if err := errors.Join(s.restoring.drop(), s.recovery.drop()); err != nil {
		slog.Error("the copy of a book was not removed", "cause", causeOf(err))
	}
	s.turn.Lock()
	defer s.turn.Unlock()
	if s.book != nil {
		if err := s.book.Close(); err != nil {
			slog.Error("the book did not close", "cause", causeOf(err))
		}
	}
	if s.scratch != "" {
		_ = os.RemoveAll(s.scratch)
	}
}

// emit sends an event to the page; it is the only place that does.
func (s *session) emit(name string, value any) { s.pane.emit(s.ctx, name, value) }

// locale is the catalogue in the chosen language, or in the system's for "".
func (s *session) locale(chosen string) *locale.Locale {
	if chosen == "" {
		chosen = s.language
	}
	return locale.For(chosen)
}

// words is the catalogue in the language of the settings.
func (s *session) words(ctx context.Context, b *book.Book) *locale.Locale {
	settings, err := b.Settings(ctx)
	if err != nil {
		return s.locale("")
	}
	return s.locale(settings.Language)
}

// secondStart answers a start of the program while this window has the book open.
func (s *session) secondStart(data options.SecondInstanceData) {
	<-s.ready
	s.pane.raise(s.ctx)
	s.handOver(ParseArguments(data.Args, data.WorkingDirectory).Files)
}

// handOver gives files to the page: at once, or with its first call when it has not made one yet.
func (s *session) handOver(files []string) {
	if len(files) == 0 {
		return
	}
	s.mu.Lock()
	started := s.started
	if !started {
		s.waiting = append(s.waiting, files...)
	}
	s.mu.Unlock()
	if started {
		s.emit("files", files)
	}
}

// takeFiles returns the files that wait for the page, once.
func (s *session) takeFiles() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	files := s.waiting
	s.waiting, s.started = nil, true
	return list(files)
}

func (s *session) keepWindow(ctx context.Context) {
	width, height, maximised := s.pane.size(ctx)
	s.mu.Lock()
	s.window.Maximised = maximised
	if !maximised {
		s.window.Width, s.window.Height = width, height
	}
	left := s.window
	s.mu.Unlock()
	if err := left.save(s.state); err != nil {
		slog.Error("the window's size was not kept", "cause", causeOf(err))
	}
}

// theme makes the window fit the chosen theme, for this frame and for the first one of the next start.
func (s *session) theme(chosen string) {
	dark := chosen == "dark" || chosen == "" && s.systemDark
	s.mu.Lock()
	s.window.Dark = dark
	s.mu.Unlock()
	s.pane.paint(s.ctx, background(dark))
}

// instance names the lock that keeps one book in one window; another book gets a window of its own.
func instance(path string) string {
	sum := sha256.Sum256([]byte(path))
	return "kaffeerunde_" + hex.EncodeToString(sum[:6])
}
