package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os/exec"
	"strings"
)

// event is one line of "go test -json".
type event struct {
	Action, Package, Test, Output string
}

// slowest are the packages whose tests take longest. They begin first, so that none is left running alone at the end.
var slowest = []string{"./backend/book", "./app/cli"}

// pure does nothing but to calculate, for seconds, with what nobody else knows of; to look for races in it takes five times as long.
const pure = "golang.org/x/crypto/scrypt"

// goTest runs the Go tests with the race detector and counts them.
func goTest(ctx context.Context) outcome {
	args := append([]string{"test", "-race", "-gcflags=" + pure + "=-race=false", "-json"}, slowest...)
	cmd := exec.CommandContext(ctx, "go", append(args, "./...")...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	o := tally(stdout.Bytes())
	if err != nil && o.failed == 0 {
		o.failed = 1
		o.output = stderr.String()
	}
	return o
}

// tally counts the tests of a "go test -json" run. A test with subtests counts by its subtests; a package that failed without
// a failing test, as one that does not build, counts as one failure.
func tally(stream []byte) outcome {
	var o outcome
	said := map[string]*strings.Builder{}
	ended := map[string]string{}
	parents := map[string]bool{}
	broken := map[string]bool{}
	lines := bufio.NewScanner(bytes.NewReader(stream))
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		var e event
		if json.Unmarshal(lines.Bytes(), &e) != nil {
			continue
		}
		key := e.Package + " " + e.Test
		switch e.Action {
		case "output", "build-output":
			if said[key] == nil {
				said[key] = &strings.Builder{}
			}
			said[key].WriteString(e.Output)
		case "run":
			if i := strings.LastIndex(e.Test, "/"); i >= 0 {
				parents[e.Package+" "+e.Test[:i]] = true
			}
		case "pass", "fail", "skip":
			ended[key] = e.Action
			if e.Action == "fail" {
				broken[e.Package] = true
			}
		}
	}
	for key, action := range ended {
		pkg, test, _ := strings.Cut(key, " ")
		if test == "" || parents[key] {
			continue
		}
		switch action {
		case "pass":
			o.passed++
		case "skip":
			o.skipped++
		case "fail":
			o.failed++
			delete(broken, pkg)
			o.output += fmt.Sprintf("%s %s\n%s\n", pkg, test, said[key])
		}
	}
	for pkg := range broken {
		o.failed++
		o.output += fmt.Sprintf("%s does not build or ended early\n", pkg)
	}
	if len(broken) > 0 {
		for key, text := range said {
			if strings.HasSuffix(key, " ") {
				o.output += text.String()
			}
		}
	}
	return o
}
