package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"syscall"
	"time"
)

// contender is one command of a comparison. Before, where it is there, prepares each run and is not measured.
type contender struct {
	name   string
	args   []string
	before func(cmd *exec.Cmd) error
	// home is where the helpers live that the command leaves its work to; they are counted, and ended after it.
	home *home
}

// figure is what one run took: wall seconds, CPU seconds and the peak memory of the process in MiB.
type figure struct{ seconds, cpu, peak float64 }

// compare runs the contenders in turn, rounds times after one run that is not counted, and returns each one's figures in the
// order they ran.
func compare(rounds int, contenders ...contender) ([][]figure, error) {
	figures := make([][]figure, len(contenders))
	for round := range rounds + 1 {
		for i, c := range contenders {
			f, err := measure(c)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", c.name, err)
			}
			if round > 0 {
				figures[i] = append(figures[i], f)
			}
		}
	}
	return figures, nil
}

func measure(c contender) (figure, error) {
	cmd := exec.Command(c.args[0], c.args[1:]...)
	if c.home != nil {
		defer c.home.clear()
	}
	if c.before != nil {
		if err := c.before(cmd); err != nil {
			return figure{}, err
		}
	}
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	start := time.Now()
	if err := cmd.Start(); err != nil {
		return figure{}, fmt.Errorf("%s: %w", strings.Join(c.args, " "), err)
	}
	peak := watchPeak(cmd.Process.Pid)
	if err := cmd.Wait(); err != nil {
		return figure{}, fmt.Errorf("%s: %w: %s", strings.Join(c.args, " "), err, strings.TrimSpace(stderr.String()))
	}
	f := figure{seconds: time.Since(start).Seconds(), cpu: (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds()}
	f.peak = <-peak
	if c.home != nil {
		f.cpu += c.home.cpu()
	}
	return f, nil
}

// timed measures a function of this process.
func timed(f func() error) (figure, error) {
	var before, after syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &before); err != nil {
		return figure{}, err
	}
	start := time.Now()
	if err := f(); err != nil {
		return figure{}, err
	}
	took := time.Since(start).Seconds()
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &after); err != nil {
		return figure{}, err
	}
	return figure{seconds: took, cpu: cpuOf(after) - cpuOf(before)}, nil
}

func cpuOf(usage syscall.Rusage) float64 {
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano()).Seconds()
}

// seconds, cpus and peaks are the columns of a contender's figures.
func seconds(f []figure) []float64 { return column(f, func(f figure) float64 { return f.seconds }) }
func cpus(f []figure) []float64    { return column(f, func(f figure) float64 { return f.cpu }) }
func peaks(f []figure) []float64   { return column(f, func(f figure) float64 { return f.peak }) }

func column(figures []figure, of func(figure) float64) []float64 {
	values := make([]float64, len(figures))
	for i, f := range figures {
		values[i] = of(f)
	}
	return values
}

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	middle := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[middle]
	}
	return (sorted[middle-1] + sorted[middle]) / 2
}

// goBuild builds a command of this module, with build tags or without.
func goBuild(to, pkg, tags string) error {
	cmd := exec.Command("go", "build", "-tags", tags, "-o", to, pkg)
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("build %s: %w", pkg, err)
	}
	return nil
}

// output runs a command and returns what it prints.
func output(name string, args ...string) (string, error) {
	out, err := exec.Command(name, args...).Output()
	if err != nil {
		return "", fmt.Errorf("%s: %w", name, err)
	}
	return string(out), nil
}

// watchPeak sends the most memory that a process took, in MiB, once it has ended. What its parent hears of it at the end is no
// use: that figure starts with the memory of the parent.
func watchPeak(pid int) <-chan float64 {
	peak := make(chan float64, 1)
	go func() {
		most := 0.0
		for {
			status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
			_, after, found := strings.Cut(string(status), "VmHWM:")
			if err != nil || !found {
				peak <- most
				return
			}
			var kib float64
			if _, err := fmt.Sscan(after, &kib); err == nil {
				most = max(most, kib/1024)
			}
			time.Sleep(5 * time.Millisecond)
		}
	}()
	return peak
}
