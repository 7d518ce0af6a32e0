package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"syscall"

	"github.com/alecthomas/kong"

	"kaffeerunde/backend/locale"
)

// The exit codes.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

// Run does what the command line args (without the program's name) ask for and returns the exit code. It reads the language
// and KAFFEERUNDE_BOOK from the environment, from standard input only the answer to a question that it put to a terminal, and
// leaves the book as it was when it is interrupted. version is what --version says.
func Run(ctx context.Context, args []string, version string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	// A second interruption ends the program at once; the journal of the book is made for that.
	context.AfterFunc(ctx, stop)
	t := newTerminal(stdin, stdout, stderr, locale.FromEnvironment(os.Getenv))
	err := run(ctx, t, args, version)
	if flushed := t.out.Flush(); err == nil && flushed != nil {
		err = fmt.Errorf("write the answer: %w", flushed)
	}
	return t.exit(ctx, err)
}

func run(ctx context.Context, t *terminal, args []string, version string) error {
	if asksVersion(args) {
		t.printf("%s %s\n", programName, version)
		return nil
	}
	var g grammar
	parser, err := newParser(&g)
	if err != nil {
		return err
	}
	if topic, asked := helpTopic(parser.Model.Node, args); asked {
		return printHelp(t, parser.Model.Node, topic)
	}
	parsed, err := parser.Parse(args)
	if err != nil {
		return newUsageError(parser.Model.Node, args, err)
	}
	s := &session{terminal: t, path: g.Book, region: locale.Region(os.Getenv), paperLocale: cmp.Or(os.Getenv("LC_ALL"), os.Getenv("LC_PAPER"), os.Getenv("LANG"))}
	parsed.BindTo(ctx, (*context.Context)(nil))
	err = parsed.Run(s)
	s.tellRefusal(err)
	return errors.Join(err, s.close())
}

func newParser(g *grammar) (*kong.Kong, error) {
	return kong.New(g, kong.Name(programName), kong.NoDefaultHelp())
}

// programName is what the person types.
const programName = "kaffeerunde"

// IsVerb tells whether args (without the program's name) are for the terminal: whether the first argument that is not
// --book FILE is a verb or asks for help or the version. Everything else is for the window: no argument, or files to open. A word that is
// neither a verb nor a file nor looks like one is a slip of the keyboard, and the terminal can say so.
func IsVerb(args []string) bool {
	args = withoutBook(args)
	if len(args) == 0 {
		return false
	}
	first := args[0]
	if slices.Contains(verbs, first) || slices.Contains(helpFlags, first) || first == versionFlag {
		return true
	}
	if looksLikeFile(first) {
		return false
	}
	_, err := os.Stat(first)
	return errors.Is(err, os.ErrNotExist)
}
