package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
)

// tagsBrowser are those of the program that shows its page to a browser, as the end-to-end specs drive it.
const tagsBrowser = "dev,e2e,webkit2_41"

// list measures the list of 100,000 people in Chromium on the real backend: how long it takes from a key to the painted rows, and
// how long the frames last while it scrolls. The page measures itself; see frontend/e2e/bench.
func list(s setting) error {
	if _, err := chromium(); err != nil {
		skipped("the list", err.Error())
		return nil
	}
	if _, err := exec.LookPath("Xvfb"); err != nil {
		skipped("the list", missing("xvfb", nil).Error())
		return nil
	}
	file, err := s.cards(s.people(100_000))
	if err != nil {
		return err
	}
	book, err := s.book(file)
	if err != nil {
		return err
	}
	if err := goBuild("build/bin/kaffeerunde-browser", ".", tagsBrowser); err != nil {
		return err
	}
	report := filepath.Join(s.dir, "list.json")
	if err := drive("list", "KAFFEERUNDE_BENCH_BOOK="+book, "KAFFEERUNDE_BENCH_REPORT="+report); err != nil {
		return err
	}
	return printList(report)
}

// drive lets a page measure itself in Chromium, which is told what to do by its environment; see frontend/e2e/bench.
func drive(bench string, environment ...string) error {
	cmd := exec.Command("npx", "playwright", "test", "-c", "e2e/bench.config.ts", bench+".bench.ts")
	cmd.Dir = "frontend"
	cmd.Env = append(os.Environ(), environment...)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("drive Chromium: %w: %s", err, out)
	}
	return nil
}

// listReport is what the page measured, in milliseconds. CPU is that of the page's main thread alone.
type listReport struct {
	Keys, KeysCPU []float64
	Frames        []float64
	FramesCPU     float64
}

func printList(path string) error {
	raw, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var r listReport
	if err := json.Unmarshal(raw, &r); err != nil {
		return fmt.Errorf("read the report: %w", err)
	}
	within(fmt.Sprintf("a key to the painted rows, 95 of 100 (%d keys)", len(r.Keys)), "ms", percentile(r.Keys, 0.95), 50)
	known("the same, half of them", "ms", median(r.Keys))
	known("the same, CPU of the page, half of them", "ms", median(r.KeysCPU))
	long := slices.DeleteFunc(slices.Clone(r.Frames), func(ms float64) bool { return ms <= 33.4 })
	within(fmt.Sprintf("frames over 33 ms of %d while it scrolls", len(r.Frames)), "", float64(len(long)), 0)
	known("CPU of the page for a frame", "ms", r.FramesCPU/float64(len(r.Frames)))
	return nil
}
