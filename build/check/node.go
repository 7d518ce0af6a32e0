package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// vitest runs the frontend's unit tests and counts them.
func vitest(ctx context.Context) outcome {
	var report struct {
		NumPassedTests  int
		NumFailedTests  int
		NumPendingTests int
	}
	out, err := reported(ctx, &report, func(file string) (string, error) {
		return output(ctx, "frontend", nil, "npx", "vitest", "run", "--reporter=default", "--reporter=json", "--outputFile="+file)
	})
	return counted(report.NumPassedTests, report.NumFailedTests, report.NumPendingTests, out, err)
}

// drivers builds the programs that the end-to-end specs drive.
func drivers(ctx context.Context) outcome {
	for _, build := range []struct{ tags, name string }{{tagsBrowser, "kaffeerunde-browser"}, {tagsWindow, "kaffeerunde-window"}} {
		out, err := output(ctx, ".", nil, "go", "build", "-tags", build.tags, "-o", filepath.Join("build", "bin", build.name), ".")
		if err != nil {
			return verdict(false, out)
		}
	}
	return verdict(true, "")
}

// playwright runs the end-to-end specs against the real backend, in Chromium and in the real window, and counts them. A spec
// that only passed when it was tried again has failed.
func playwright(ctx context.Context) outcome {
	var report struct {
		Stats struct{ Expected, Unexpected, Flaky, Skipped int }
	}
	out, err := reported(ctx, &report, func(file string) (string, error) {
		env := []string{"PLAYWRIGHT_JSON_OUTPUT_NAME=" + file}
		return output(ctx, "frontend", env, "npx", "playwright", "test", "-c", "e2e", "--reporter=list,json")
	})
	s := report.Stats
	return counted(s.Expected, s.Unexpected+s.Flaky, s.Skipped, out, err)
}

// reported runs something that writes a JSON report into the file it is given, and reads it.
func reported(ctx context.Context, report any, run func(file string) (string, error)) (string, error) {
	dir, err := os.MkdirTemp("", "report")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "report.json")
	out, runErr := run(file)
	raw, err := os.ReadFile(file)
	if err != nil {
		return out, fmt.Errorf("no report was written: %w", err)
	}
	if err := json.Unmarshal(raw, report); err != nil {
		return out, fmt.Errorf("the report does not read: %w", err)
	}
	return out, runErr
}

// counted is the outcome of a run with a report. A run that ended badly has failed once at least, whatever it counted.
func counted(passed, failed, skipped int, out string, err error) outcome {
	o := outcome{passed: passed, failed: failed, skipped: skipped}
	if err != nil && failed == 0 {
		o.failed = 1
		out += "\n" + err.Error()
	}
	if o.failed > 0 {
		o.output = strings.TrimSpace(out)
	}
	return o
}
