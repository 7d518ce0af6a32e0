package app

import (
	"context"
	"testing"
	"testing/synctest"
	"time"
)

func TestClosing(t *testing.T) {
	start := func(t *testing.T) (*session, *heardPane) {
		s := newSession(Options{State: t.TempDir() + "/window.json", Now: time.Now})
		pane := &heardPane{}
		s.pane = pane
		s.takeFiles()
		return s, pane
	}
	t.Run("a window whose page has not come up closes at once", func(t *testing.T) {
		s := newSession(Options{State: t.TempDir() + "/window.json", Now: time.Now})
		s.pane = &heardPane{}
		if s.closing(t.Context()) {
			t.Error("the window stays")
		}
	})
	t.Run("the page is asked, and the window closes when it says so", func(t *testing.T) {
		s, pane := start(t)
		if !s.closing(t.Context()) || len(pane.heard) != 1 || pane.heard[0] != "closing" {
			t.Fatalf("heard = %q, want the window to wait for an answer to closing", pane.heard)
		}
		if err := (&Shell{s}).Leave(); err != nil || pane.quits != 1 {
			t.Errorf("Leave = %v, quits = %d, want one", err, pane.quits)
		}
		if s.closing(t.Context()) {
			t.Error("the window asks again")
		}
	})
	t.Run("a page that hangs does not keep the window open, one that asks does", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			s, pane := start(t)
			s.closing(t.Context())
			if err := (&Shell{s}).Stay(); err != nil {
				t.Fatal(err)
			}
			time.Sleep(2 * closingPatience)
			if pane.quits != 0 {
				t.Error("the window closed while the person was asked")
			}
			s.closing(t.Context())
			time.Sleep(2 * closingPatience)
			synctest.Wait()
			if pane.quits != 1 {
				t.Errorf("quits = %d, want one", pane.quits)
			}
		})
	})
}

// heardPane notes what is sent to the page and how often the window was told to close.
type heardPane struct {
	stillPane
	heard []string
	quits int
}

func (p *heardPane) emit(_ context.Context, name string, _ any) { p.heard = append(p.heard, name) }
func (p *heardPane) quit(context.Context)                       { p.quits++ }

func (stillPane) quit(context.Context) {}
