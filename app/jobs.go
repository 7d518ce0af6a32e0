package app

import (
	"context"
	"sync"
	"time"

	"kaffeerunde/backend/book"
)

// progressEvery keeps a job of 100,000 cards from sending 100,000 events: twenty a second look smooth.
const progressEvery = 50 * time.Millisecond

// tick reports how far a job is, in absolute figures; total is 0 when it is not known.
type tick func(done, total int64, count int)

// cardTick tells how far files are read, by their bytes.
func cardTick(t tick) book.Tick {
	return func(p book.Progress) { t(p.Bytes, p.TotalBytes, p.Cards) }
}

// countTick tells of how many people or guests something is done.
func countTick(t tick) book.Tick {
	return func(p book.Progress) { t(int64(p.Cards), int64(p.TotalCards), p.Cards) }
}

// jobs are the long tasks under way, each under the name the page gave it, so that the page can cancel them.
type jobs struct {
	emit func(ProgressView)
	now  func() time.Time

	mu      sync.Mutex
	running map[string]context.CancelFunc
}

func newJobs(emit func(ProgressView), now func() time.Time) *jobs {
	return &jobs{emit: emit, now: now, running: map[string]context.CancelFunc{}}
}

// run does the task under the name. Its context ends when the page cancels the name or the window closes. A second task of
// the same name is errJobRuns.
func (j *jobs) run(ctx context.Context, name string, task func(context.Context, tick) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	if !j.enter(name, cancel) {
		return errJobRuns
	}
	defer j.leave(name)
	return task(ctx, j.ticker(name))
}

func (j *jobs) enter(name string, cancel context.CancelFunc) bool {
	j.mu.Lock()
	defer j.mu.Unlock()
	if _, taken := j.running[name]; taken {
		return false
	}
	j.running[name] = cancel
	return true
}

func (j *jobs) leave(name string) {
	j.mu.Lock()
	defer j.mu.Unlock()
	delete(j.running, name)
}

// cancel ends the task of that name. One that has ended already is no fault: the page cannot know.
func (j *jobs) cancel(name string) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if cancel, ok := j.running[name]; ok {
		cancel()
	}
}

func (j *jobs) ticker(name string) tick {
	var (
		mu   sync.Mutex
		seq  int
		last time.Time
	)
	return func(done, total int64, count int) {
		mu.Lock()
		defer mu.Unlock()
		now := j.now()
		if now.Sub(last) < progressEvery && (total == 0 || done < total) {
			return
		}
		last = now
		seq++
		j.emit(ProgressView{Job: name, Seq: seq, Done: done, Total: total, Count: count})
	}
}

// Jobs lets the page end what it began.
type Jobs struct{ session *session }

// Cancel ends the job of that name; its call is then rejected with the code "cancelled" and has left nothing behind.
func (j *Jobs) Cancel(job string) (err error) {
	defer rescue(&err)
	j.session.jobs.cancel(job)
	return nil
}
