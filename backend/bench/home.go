package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// home is a folder for a program and the helpers it starts, which outlive it or are nobody's children: they are known by the
// folder, which stands in their environment. Nothing of the machine's owner is read or written.
type home struct{ folder string }

// environ is the environment of a program that lives here.
func (h home) environ(more ...string) []string {
	return append([]string{
		"HOME=" + h.folder, "PATH=" + os.Getenv("PATH"), "LANG=C.UTF-8", "NO_AT_BRIDGE=1", "XDG_RUNTIME_DIR=" + h.folder,
		"XDG_CONFIG_HOME=" + filepath.Join(h.folder, "config"), "XDG_DATA_HOME=" + filepath.Join(h.folder, "data"),
		"XDG_STATE_HOME=" + filepath.Join(h.folder, "state"), "XDG_CACHE_HOME=" + filepath.Join(h.folder, "cache"),
	}, more...)
}

// clean makes the folder, empty, and lets the command live in it.
func (h home) clean(cmd *exec.Cmd) error {
	if err := os.RemoveAll(h.folder); err != nil {
		return err
	}
	cmd.Env = h.environ()
	return os.Mkdir(h.folder, 0o700)
}

// processes are those that live here now.
func (h home) processes() []int {
	var living []int
	folders, _ := filepath.Glob("/proc/[0-9]*")
	for _, folder := range folders {
		environ, err := os.ReadFile(filepath.Join(folder, "environ"))
		if err != nil || !slices.Contains(strings.Split(string(environ), "\x00"), "HOME="+h.folder) {
			continue // it has ended meanwhile, or is somebody else's
		}
		if pid, err := strconv.Atoi(filepath.Base(folder)); err == nil {
			living = append(living, pid)
		}
	}
	return living
}

// cpu sums the CPU seconds of those who live here, in hundredths as Linux counts them (proc(5), fields 14 and 15 of stat).
func (h home) cpu() float64 {
	ticks := 0
	for _, pid := range h.processes() {
		stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
		_, fields, found := strings.Cut(string(stat), ") ")
		if err != nil || !found {
			continue
		}
		for _, field := range strings.Fields(fields)[11:13] {
			n, _ := strconv.Atoi(field)
			ticks += n
		}
	}
	return float64(ticks) / 100
}

// clear ends those who live here and removes the folder.
func (h home) clear() {
	for range 100 {
		living := h.processes()
		if len(living) == 0 {
			break
		}
		for _, pid := range living {
			_ = syscall.Kill(pid, syscall.SIGKILL)
		}
		time.Sleep(20 * time.Millisecond)
	}
	_ = os.RemoveAll(h.folder)
}
