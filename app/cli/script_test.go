package cli

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"kaffeerunde/backend/sample"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		programName: func() {
			os.Exit(Run(context.Background(), os.Args[1:], "1.2.3", os.Stdin, os.Stdout, os.Stderr))
		},
	})
}

// TestScripts runs the program as a person or a script would. Each file of testdata/script makes one claim in its first
// line. It finds sample.vcf in its folder, an own book named by KAFFEERUNDE_BOOK, and the commands of commands_test.go besides
// those of testscript.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(env *testscript.Env) error {
			env.Setenv("KAFFEERUNDE_BOOK", filepath.Join(env.WorkDir, "book.db"))
			env.Setenv("LANG", "en_GB.UTF-8")
			env.Setenv("TZ", "Europe/Berlin")
			env.Setenv("GORACE", "atexit_sleep_ms=0") // built to look for races, each command would wait a second before it ends
			return os.WriteFile(filepath.Join(env.WorkDir, "sample.vcf"), sample.VCards(), 0o600)
		},
		Condition: func(name string) (bool, error) {
			switch name {
			case "root":
				return os.Getuid() == 0, nil
			case "strace":
				return exec.Command("strace", "-f", "-o", os.DevNull, "true").Run() == nil, nil
			}
			return false, fmt.Errorf("no such condition: %s", name)
		},
		Cmds:                commands,
		RequireExplicitExec: true,
	})
}
