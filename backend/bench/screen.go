package main

import (
	"bytes"
	"fmt"
	"hash/maphash"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

const (
	screenWidth  = 1280
	screenHeight = 800
)

// screen is a hidden display whose picture lies in a file, so that what a window paints is seen without asking the window.
type screen struct {
	server  *exec.Cmd
	number  string
	picture *os.File
}

func openScreen(dir string) (*screen, error) {
	told, tell, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	defer told.Close()
	server := exec.Command("Xvfb", "-displayfd", "3", "-fbdir", dir, "-nolisten", "tcp",
		"-screen", "0", fmt.Sprintf("%dx%dx24", screenWidth, screenHeight))
	server.ExtraFiles = []*os.File{tell}
	err = server.Start()
	tell.Close()
	if err != nil {
		return nil, missing("xvfb", nil)
	}
	s := &screen{server: server}
	number := make([]byte, 16)
	n, err := told.Read(number)
	if err == nil {
		s.number = ":" + strings.TrimSpace(string(number[:n]))
		s.picture, err = os.Open(filepath.Join(dir, "Xvfb_screen0"))
	}
	if err != nil {
		s.close()
		return nil, fmt.Errorf("open a screen: %w", err)
	}
	return s, nil
}

func (s *screen) close() {
	if s.picture != nil {
		s.picture.Close()
	}
	_ = s.server.Process.Kill()
	_ = s.server.Wait()
}

// look returns a sum of the picture and how many of its lines are unlike the line before. It looks at every fourth line below
// the first quarter and at the left two fifths of it, where both windows have their list, and where nothing blinks and no scroll
// bar fades.
func (s *screen) look(seed maphash.Seed) (sum uint64, unlike int, err error) {
	const width = 4 * screenWidth // bytes of a line
	state, err := s.picture.Stat()
	if err != nil {
		return 0, 0, err
	}
	// The pixels are the end of the file; a header and a table of colours come before them.
	start := state.Size() - screenHeight*width
	var all maphash.Hash
	all.SetSeed(seed)
	line, before := make([]byte, width*2/5), make([]byte, width*2/5)
	for y := int64(screenHeight / 4); y < screenHeight; y += 4 {
		if _, err := s.picture.ReadAt(line, start+y*width); err != nil {
			return 0, 0, err
		}
		if !bytes.Equal(line, before) {
			unlike++
		}
		all.Write(line)
		line, before = before, line
	}
	return all.Sum64(), unlike, nil
}

const (
	glance = 4 * time.Millisecond
	quiet  = 1500 * time.Millisecond
	// someLines is how many unlike lines make a list; the ground of a window that waits for its page has none.
	someLines = 20
	patience  = 60 * time.Second
)

// painted starts a command and returns how long it took until the picture was as it then stayed. Changed is called
// after each change.
func (s *screen) painted(cmd *exec.Cmd, changed func()) (time.Duration, error) {
	seed := maphash.MakeSeed()
	start := time.Now()
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	defer func() { _ = cmd.Wait() }()
	defer func() { _ = cmd.Process.Kill() }()
	seen, last := uint64(0), time.Duration(0)
	for since := time.Since(start); since < patience; since = time.Since(start) {
		sum, unlike, err := s.look(seed)
		if err != nil {
			return 0, err
		}
		if sum != seen {
			seen, last = sum, since
			changed()
		}
		if unlike >= someLines && since-last > quiet {
			return last, nil
		}
		time.Sleep(glance)
	}
	return 0, fmt.Errorf("%s painted nothing, or did not come to rest", cmd.Path)
}
