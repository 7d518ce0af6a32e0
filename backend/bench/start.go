package main

import (
	"os/exec"
	"path/filepath"
)

// tagsWindow are those of the program with its window.
const tagsWindow = "desktop,production,webkit2_41"

// start compares the start of the window on a book of 100,000 people, until its list is painted, with that of a bare window of
// the same kind.
func start(s setting) error {
	file, err := s.cards(s.people(100_000))
	if err != nil {
		return err
	}
	book, err := s.book(file)
	if err != nil {
		return err
	}
	bare := filepath.Join(s.dir, "bare")
	if err := goBuild(bare, "./backend/bench/bare", tagsWindow); err != nil {
		return err
	}
	screen, err := openScreen(s.dir)
	if err != nil {
		skipped("the window", err.Error())
		return nil
	}
	defer screen.close()
	ours, peer := make([]figure, 0, s.rounds), make([]figure, 0, s.rounds)
	for round := range s.rounds + 1 {
		one, err := s.startOn(screen, s.program, "KAFFEERUNDE_BOOK="+book)
		if err != nil {
			return err
		}
		other, err := s.startOn(screen, bare)
		if err != nil {
			return err
		}
		if round > 0 {
			ours, peer = append(ours, one), append(peer, other)
		}
	}
	beside("start to the painted list of 100k / a bare window", ours, peer, 1.5)
	return nil
}

// startOn measures one start. Its CPU seconds are those of all its processes until the last change of the picture.
func (s setting) startOn(screen *screen, program string, environ ...string) (figure, error) {
	h := home{folder: filepath.Join(s.dir, "window")}
	cmd := exec.Command(program)
	if err := h.clean(cmd); err != nil {
		return figure{}, err
	}
	defer h.clear()
	cmd.Env = append(cmd.Env, "DISPLAY="+screen.number, "DBUS_SESSION_BUS_ADDRESS=unix:path=/dev/null")
	cmd.Env = append(cmd.Env, environ...)
	var f figure
	took, err := screen.painted(cmd, func() { f.cpu = h.cpu() })
	f.seconds = took.Seconds()
	return f, err
}
