package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
)

// fuzzRuns is enough to stumble over what a change broke; long runs belong to a person. It is a count because a run that is
// stopped by the clock fails when its last input was still being worked on. An input that is worth keeping is made smaller no
// longer than fuzzShrinks runs, else a busy machine spends its minute there.
const (
	fuzzRuns    = "5000x"
	fuzzShrinks = "100x"
)

var fuzzTarget = regexp.MustCompile(`(?m)^func (Fuzz\w+)\(`)

// fuzz gives every fuzz target below the folders a short run. The targets of a package share one program, which is built once,
// and each target has a core to itself.
func fuzz(roots ...string) func(context.Context) outcome {
	return func(ctx context.Context) outcome {
		targets, err := fuzzTargets(roots)
		if err != nil {
			return verdict(false, err.Error())
		}
		bin, err := os.MkdirTemp("", "fuzz")
		if err != nil {
			return verdict(false, err.Error())
		}
		defer os.RemoveAll(bin)
		cache, err := output(ctx, ".", nil, "go", "env", "GOCACHE")
		if err != nil {
			return verdict(false, cache)
		}
		f := fuzzing{bin: bin, cache: filepath.Join(strings.TrimSpace(cache), "fuzz")}
		cores := make(chan struct{}, runtime.NumCPU())
		var all sync.WaitGroup
		for pkg, names := range targets {
			all.Go(func() { f.pkg(ctx, cores, pkg, names) })
		}
		all.Wait()
		return f.sum
	}
}

// fuzzTargets are the names of the targets by the folder of their package.
func fuzzTargets(roots []string) (map[string][]string, error) {
	targets := map[string][]string{}
	for _, root := range roots {
		err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, "_test.go") {
				return err
			}
			source, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			for _, target := range fuzzTarget.FindAllSubmatch(source, -1) {
				pkg := filepath.Dir(path)
				targets[pkg] = append(targets[pkg], string(target[1]))
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return targets, nil
}

// fuzzing is one run of all targets.
type fuzzing struct {
	bin, cache string

	mu  sync.Mutex // guards sum
	sum outcome
}

func (f *fuzzing) found(o outcome) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.sum.passed += o.passed
	f.sum.failed += o.failed
	f.sum.output += o.output
}

// pkg builds the program of a package and runs its targets, as many at once as cores has room for.
func (f *fuzzing) pkg(ctx context.Context, cores chan struct{}, pkg string, targets []string) {
	program := filepath.Join(f.bin, strings.ReplaceAll(pkg, string(filepath.Separator), "-"))
	cores <- struct{}{}
	out, err := output(ctx, ".", nil, "go", "test", "-c", "-fuzz", ".", "-o", program, "./"+pkg)
	<-cores
	if err != nil {
		f.found(verdict(false, pkg+"\n"+out))
		return
	}
	var all sync.WaitGroup
	for _, target := range targets {
		all.Go(func() {
			cores <- struct{}{}
			defer func() { <-cores }()
			out, err := output(ctx, pkg, nil, program, "-test.run", "^$", "-test.fuzz", "^"+target+"$", "-test.fuzztime", fuzzRuns,
				"-test.fuzzminimizetime", fuzzShrinks, "-test.parallel", "1", "-test.fuzzcachedir", filepath.Join(f.cache, "kaffeerunde", pkg))
			f.found(verdict(err == nil, fmt.Sprintf("%s %s\n%s", pkg, target, out)))
		})
	}
	all.Wait()
}
